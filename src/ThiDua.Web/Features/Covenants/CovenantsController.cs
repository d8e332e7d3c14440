using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Covenants;

/// <summary>Giao ước thi đua of a cluster year: listed, drafted, put up for signatures, declared, given up.</summary>
[Route("cum/{clusterYearId:int}/giao-uoc")]
public sealed class CovenantsController(ShowCovenant show, CurrentActor current, CurrentYear year) : CovenantController(show)
{
    private const long LargestForm = FileStore.LargestFile + (1024 * 1024);

    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List() => View(await Covenants.List());

    [HttpGet("them"), Allow(Permission.DraftCovenant)]
    public IActionResult Start() => View("Edit", New(new() { ForYear = year.Year.Year, Title = $"Giao ước thi đua năm {year.Year.Year} của {year.Year.Name}" }));

    [HttpPost("them"), Allow(Permission.DraftCovenant)]
    public Task<IActionResult> Start(NewCovenantForm form, [FromServices] StartCovenant start)
    {
        var covenantId = 0;
        return Submit(async () => covenantId = await start.Handle(form), () => DoneAt("Đã lập dự thảo giao ước.", covenantId), () => Task.FromResult<IActionResult>(View("Edit", New(form))));
    }

    [HttpGet("{covenantId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int covenantId) => View(await Covenants.Handle(covenantId));

    [HttpGet("{covenantId:int}/sua"), Allow(Permission.DraftCovenant)]
    public async Task<IActionResult> Edit(int covenantId)
    {
        var page = await Covenants.Handle(covenantId);
        return page.MayEdit ? View(new EditCovenantPage(ChangedCovenantForm.Of(page.Covenant), page, year.Year.Year)) : NotNow(page.Covenant, "sửa nội dung");
    }

    [HttpPost("{covenantId:int}/sua"), Allow(Permission.DraftCovenant)]
    public Task<IActionResult> Edit(int covenantId, ChangedCovenantForm form, [FromServices] DescribeCovenant describe) => Submit(
        () => describe.Handle(covenantId, form),
        () => DoneAt(form.Lost > 0 ? $"Đã lưu giao ước, hủy {form.Lost} chữ ký của nội dung cũ. Các đơn vị ký lại nội dung mới." : "Đã lưu giao ước.", covenantId),
        async () => View(new EditCovenantPage(form, await Covenants.Handle(covenantId), year.Year.Year)));

    /// <summary>The printed page with what is typed and not saved yet.</summary>
    [HttpPost("{covenantId:int}/sua/xem-truoc"), Allow(Permission.DraftCovenant)]
    public Task<IActionResult> Preview(int covenantId, ChangedCovenantForm form, [FromServices] CovenantPaper paper) =>
        this.Previewed(() => paper.Handle(covenantId, form.ToTerms()));

    [HttpGet("{covenantId:int}/lay-chu-ky"), Allow(Permission.DraftCovenant)]
    public async Task<IActionResult> OpenSigning(int covenantId)
    {
        var page = await Covenants.Handle(covenantId);
        return page.May(CovenantStep.OpenSigning) ? StepPage(page, CovenantStep.OpenSigning, new()) : NotNow(page.Covenant, "lấy chữ ký");
    }

    [HttpPost("{covenantId:int}/lay-chu-ky"), Allow(Permission.DraftCovenant)]
    public Task<IActionResult> OpenSigning(int covenantId, OpenSigningForm form, [FromServices] OpenSigning open) => Submit(
        () => open.Handle(covenantId, form),
        () => DoneAt("Giao ước đang lấy chữ ký: mọi đơn vị xem được nội dung và ký từ lúc này.", covenantId),
        async () => StepPage(await Covenants.Handle(covenantId), CovenantStep.OpenSigning, new()));

    [HttpGet("{covenantId:int}/hieu-luc"), Allow(Permission.DeclareCovenant)]
    public async Task<IActionResult> Declare(int covenantId)
    {
        var page = await Covenants.Handle(covenantId);
        return !page.May(CovenantStep.Declare) ? NotNow(page.Covenant, "tuyên bố có hiệu lực")
            : page.Covenant.RefusalToDeclare(page.Parties, page.Today) is { } refusal ? Refused(covenantId, refusal)
            : StepPage(page, CovenantStep.Declare, new());
    }

    [HttpPost("{covenantId:int}/hieu-luc"), Allow(Permission.DeclareCovenant), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Declare(int covenantId, CovenantStepForm form, [FromServices] DeclareCovenant declare, CancellationToken cancellationToken) => Submit(
        () => declare.Handle(covenantId, form, cancellationToken),
        () => DoneAt("Đã tuyên bố giao ước có hiệu lực đối với các đơn vị đã ký.", covenantId),
        async () => StepPage(await Covenants.Handle(covenantId), CovenantStep.Declare, form));

    [HttpGet("{covenantId:int}/bo"), Allow(Permission.DraftCovenant)]
    public async Task<IActionResult> GiveUp(int covenantId)
    {
        var page = await Covenants.Handle(covenantId);
        return StepToGiveUp(page) is { } step ? StepPage(page, step, new()) : NotNow(page.Covenant, "bỏ giao ước");
    }

    [HttpPost("{covenantId:int}/bo"), Allow(Permission.DraftCovenant), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> GiveUp(int covenantId, CovenantStepForm form, [FromServices] GiveUpCovenant giveUp, CancellationToken cancellationToken) => Submit(
        () => giveUp.Handle(covenantId, form, cancellationToken),
        () => DoneAt("Đã bỏ giao ước.", covenantId),
        async () => await Covenants.Handle(covenantId) is var page && StepToGiveUp(page) is { } step ? StepPage(page, step, form) : NotNow(page.Covenant, "bỏ giao ước"));

    private static CovenantStep? StepToGiveUp(CovenantPage page) => page.May(CovenantStep.Drop) ? CovenantStep.Drop : page.May(CovenantStep.Revoke) ? CovenantStep.Revoke : null;

    private EditCovenantPage New(NewCovenantForm form) => new(form, null, year.Year.Year);

    private ViewResult StepPage(CovenantPage page, CovenantStep step, CovenantStepForm form) =>
        View("Step", new CovenantStepPage(page, step, form, !current.Actor.Can(CovenantWorkflow.Table.RowOf(step).Needs)));
}
