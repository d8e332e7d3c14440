using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Regulations;

/// <summary>Quy chế of the cluster: listed, drafted, recorded from paper, submitted, given up.</summary>
[Route("cum/{clusterYearId:int}/quy-che")]
public sealed class RegulationsController(ShowRegulations show) : RegulationController(show)
{
    private const long LargestForm = FileStore.LargestFile + (1024 * 1024);

    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List() => View(await Regulations.Handle());

    [HttpGet("{regulationId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int regulationId) => View(await Regulations.One(regulationId));

    [HttpGet("{regulationId:int}/so-sanh"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Compare(int regulationId, [FromQuery(Name = "voi")] int? beforeId, [FromQuery(Name = "tat-ca")] bool all) => View(await Regulations.Compare(regulationId, beforeId, all));

    [HttpGet("them"), Allow(Permission.DraftRegulation)]
    public async Task<IActionResult> Start([FromServices] BeginRegulation begin) => View("Edit", new EditRegulationPage(await begin.Handle(), null));

    [HttpPost("them"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> Start(DraftForm form, [FromServices] StartRegulation start)
    {
        var regulationId = 0;
        return Submit(async () => regulationId = await start.Handle(form), () => DoneAt("Đã lập dự thảo quy chế.", regulationId), () => Task.FromResult<IActionResult>(View("Edit", new EditRegulationPage(form, null))));
    }

    [HttpGet("ghi-nhan"), Allow(Permission.RecordRegulation)]
    public IActionResult Record([FromServices] CurrentYear entered) => View(new RecordRegulationPage(new() { Title = $"Quy chế tổ chức và hoạt động của {entered.Year.Name}", Document = new() { Issuer = entered.Year.Name }, Parameters = Shared.Regulations.ParametersForm.Of(entered.Year.Parameters) }));

    [HttpPost("ghi-nhan"), Allow(Permission.RecordRegulation), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Record(RecordForm form, [FromServices] RecordRegulation record, CancellationToken cancellationToken)
    {
        var regulationId = 0;
        return Submit(async () => regulationId = await record.Handle(form, cancellationToken), () => DoneAt("Đã ghi nhận quy chế đã ký.", regulationId), () => Task.FromResult<IActionResult>(View(new RecordRegulationPage(form))));
    }

    [HttpGet("{regulationId:int}/sua"), Allow(Permission.DraftRegulation)]
    public async Task<IActionResult> Edit(int regulationId)
    {
        var page = await Regulations.One(regulationId);
        return page.MayEdit ? View(new EditRegulationPage(DraftForm.Of(page.Regulation.Terms(), page.Regulation.Version), page)) : NotNow(page.Regulation, "sửa nội dung");
    }

    [HttpPost("{regulationId:int}/sua"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> Edit(int regulationId, DraftForm form, [FromServices] DescribeRegulation describe) =>
        Submit(() => describe.Handle(regulationId, form), () => DoneAt("Đã lưu dự thảo quy chế.", regulationId), async () => View(new EditRegulationPage(form, await Regulations.One(regulationId))));

    /// <summary>The printed pages with what is typed and not saved yet.</summary>
    [HttpPost("{regulationId:int}/sua/xem-truoc"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> Preview(int regulationId, DraftForm form, [FromServices] RegulationPaper paper) =>
        this.Previewed(async () => await paper.Handle((await Regulations.One(regulationId)).Regulation, form.ToTerms()));

    [HttpGet("{regulationId:int}/trinh-ky"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> SubmitForSignature(int regulationId) => Step(regulationId, RegulationStep.Submit);

    [HttpPost("{regulationId:int}/trinh-ky"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> SubmitForSignature(int regulationId, RegulationStepForm form, [FromServices] SubmitRegulation submit) =>
        Take(regulationId, RegulationStep.Submit, form, () => submit.Handle(regulationId, form), "Đã trình ký: nội dung được giữ nguyên, số và ngày để trống đến khi ban hành.");

    [HttpGet("{regulationId:int}/bo"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> Drop(int regulationId) => Step(regulationId, RegulationStep.Drop);

    [HttpPost("{regulationId:int}/bo"), Allow(Permission.DraftRegulation)]
    public Task<IActionResult> Drop(int regulationId, RegulationStepForm form, [FromServices] DropRegulation drop) =>
        Take(regulationId, RegulationStep.Drop, form, () => drop.Handle(regulationId, form), "Đã bỏ dự thảo.");

    [HttpGet("{regulationId:int}/thu-hoi"), Allow(Permission.RecordRegulation)]
    public Task<IActionResult> TakeBack(int regulationId) => Step(regulationId, RegulationStep.TakeBack);

    [HttpPost("{regulationId:int}/thu-hoi"), Allow(Permission.RecordRegulation)]
    public Task<IActionResult> TakeBack(int regulationId, RegulationStepForm form, [FromServices] TakeBackRegulation takeBack) =>
        Take(regulationId, RegulationStep.TakeBack, form, () => takeBack.Handle(regulationId, form), "Đã thu hồi bản ghi quy chế.");

    private async Task<IActionResult> Step(int regulationId, RegulationStep step)
    {
        var page = await Regulations.One(regulationId);
        return page.May(step) ? View("Step", new RegulationStepPage(page, step, new())) : NotNow(page.Regulation, Labels.Of(step).ToLowerInvariant());
    }

    private Task<IActionResult> Take(int regulationId, RegulationStep step, RegulationStepForm form, Func<Task> take, string done) =>
        Submit(take, () => DoneAt(done, step == RegulationStep.TakeBack ? null : regulationId), async () => View("Step", new RegulationStepPage(await Regulations.One(regulationId), step, form)));
}
