using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Drafts;

/// <summary>Văn bản soạn theo mẫu of a cluster year: listed, started, written, printed, submitted for signature.</summary>
[Route("cum/{clusterYearId:int}/van-ban-theo-mau")]
public sealed class DraftsController(ShowDraft show, DraftIssuers issuers, DraftedPaper paper, CurrentActor current, IPdfRenderer pdf) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "trang")] int? page) => View(await show.List(page));

    [HttpGet("them"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Start([FromQuery(Name = "mau")] string? template) => StartAgain(new() { Template = DraftPaths.Parse(template) });

    [HttpPost("them"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Start(StartDraftForm form, [FromServices] StartDraft start)
    {
        var draftId = 0;
        return Submit(async () => draftId = await start.Handle(form), () => DoneAt("Đã lập dự thảo từ số liệu của năm thi đua. Xem, sửa rồi lưu.", draftId, "/sua"), () => StartAgain(form));
    }

    [HttpGet("{draftId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int draftId) => View(await show.Handle(draftId));

    [HttpGet("{draftId:int}/sua"), Allow(Permission.DraftDocuments)]
    public async Task<IActionResult> Edit(int draftId)
    {
        var page = await show.ToChange(draftId);
        return page.MayEdit ? View(new EditDraftPage(page, DraftForm.Of(page.Draft))) : NotNow(page.Draft, "sửa nội dung");
    }

    [HttpPost("{draftId:int}/sua"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Edit(int draftId, DraftForm form, [FromServices] DescribeDraft describe) =>
        Submit(() => describe.Handle(draftId, form), () => DoneAt("Đã lưu văn bản.", draftId), async () => View(new EditDraftPage(await show.ToChange(draftId), form)));

    /// <summary>The printed page with what is typed and not saved yet.</summary>
    [HttpPost("{draftId:int}/sua/xem-truoc"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Preview(int draftId, DraftForm form) =>
        this.Previewed(async () => await paper.Handle((await show.ToChange(draftId)).Draft, form.ToText()));

    /// <summary>As drafted; what is frozen is served from the register.</summary>
    [HttpGet("{draftId:int}/ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Printed(int draftId, string format)
    {
        var page = await show.Handle(draftId);
        return page.DocumentId is { } documentId && !page.Draft.IsOpen
            ? Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban/{documentId}/ban-in.{format}")
            : await this.Printed(pdf, await paper.Handle(page.Draft), "van-ban", format);
    }

    [HttpGet("{draftId:int}/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitForSignature(int draftId) => Step(draftId, DraftedStep.Submit);

    [HttpPost("{draftId:int}/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitForSignature(int draftId, DraftStepForm form, [FromServices] SubmitDraft submit) =>
        Submit(() => submit.Handle(draftId, form), () => DoneAt("Đã trình ký: nội dung được giữ nguyên, số và ngày để trống đến khi ban hành.", draftId), async () => StepPage(await show.ToChange(draftId), DraftedStep.Submit, form));

    [HttpGet("{draftId:int}/bo"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Drop(int draftId) => Step(draftId, DraftedStep.Drop);

    [HttpPost("{draftId:int}/bo"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Drop(int draftId, DraftStepForm form, [FromServices] DropDraft drop) =>
        Submit(() => drop.Handle(draftId, form), () => DoneAt("Đã bỏ dự thảo.", draftId), async () => StepPage(await show.ToChange(draftId), DraftedStep.Drop, form));

    private async Task<IActionResult> StartAgain(StartDraftForm form)
    {
        var all = await issuers.Handle();
        IReadOnlyList<DraftTemplate> templates = [.. all.SelectMany(issuer => DraftTemplates.For(current.Actor, issuer.OrganizationId)).Distinct().Order()];
        var chosen = form.Template is { } template && templates.Contains(template) ? form : form with { Template = null };
        IReadOnlyList<DraftedBy> own = [.. all.Where(issuer => chosen.Template is { } one && DraftTemplates.MayDraft(current.Actor, one, issuer.OrganizationId))];
        return View("Start", new StartDraftPage(chosen, templates, own));
    }

    private async Task<IActionResult> Step(int draftId, DraftedStep step)
    {
        var page = await show.ToChange(draftId);
        return page.May(step) ? StepPage(page, step, new()) : NotNow(page.Draft, Labels.Of(step).ToLowerInvariant());
    }

    private ViewResult StepPage(DraftPage page, DraftedStep step, DraftStepForm form) => View("Step", new DraftStepPage(page, step, form));

    private RedirectResult DoneAt(string message, int draftId, string path = "")
    {
        TempData["Notice"] = message;
        return Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban-theo-mau/{draftId}{path}");
    }

    private RedirectResult NotNow(DraftedDocument draft, string what)
    {
        TempData["Problem"] = draft.IsInRegister ? $"Không thể {what} khi văn bản đang ở trạng thái “{Labels.Of(draft.State)}”." : $"Không thể {what}: lời phát động không vào sổ văn bản.";
        return Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban-theo-mau/{draft.Id}");
    }
}
