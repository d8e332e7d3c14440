using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>A framework is issued and withdrawn by documents of the authority (ban hành, thu hồi).</summary>
[Route("co-quan/{organizationId:int}/bang-diem-khung/{frameworkId:int}")]
public sealed class FrameworkStepsController(ShowFramework show, CurrentActor current) : PortalController
{
    private const long LargestForm = FileStore.LargestFile + (1024 * 1024);

    [HttpGet("ban-hanh"), AllowAuthority(AuthorityPermission.IssueFrameworks)]
    public Task<IActionResult> Issue(int organizationId, int frameworkId) => Step(organizationId, frameworkId, FrameworkStep.Issue);

    [HttpPost("ban-hanh"), AllowAuthority(AuthorityPermission.IssueFrameworks), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Issue(int organizationId, int frameworkId, FrameworkDocumentForm form, [FromServices] IssueFramework issue) => Submit(
        () => issue.Handle(organizationId, frameworkId, form),
        () => Shown(organizationId, frameworkId, "Đã ban hành bảng điểm khung. Các cụm, khối thuộc phạm vi áp dụng lập bảng tiêu chí từ bảng này được ngay."),
        async () => View("Step", await Page(organizationId, frameworkId, FrameworkStep.Issue, form)));

    [HttpGet("thu-hoi"), AllowAuthority(AuthorityPermission.IssueFrameworks)]
    public Task<IActionResult> Withdraw(int organizationId, int frameworkId) => Step(organizationId, frameworkId, FrameworkStep.Withdraw);

    [HttpPost("thu-hoi"), AllowAuthority(AuthorityPermission.IssueFrameworks), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Withdraw(int organizationId, int frameworkId, FrameworkDocumentForm form, [FromServices] WithdrawFramework withdraw) => Submit(
        () => withdraw.Handle(organizationId, frameworkId, form),
        () => Shown(organizationId, frameworkId, "Đã thu hồi bảng điểm khung."),
        async () => View("Step", await Page(organizationId, frameworkId, FrameworkStep.Withdraw, form)));

    [HttpGet("ban-quet"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Scan(int organizationId, int frameworkId, [FromServices] FileStore files)
    {
        var scan = await show.Scan(organizationId, frameworkId);
        return this.SendScan(files, scan, $"bang-diem-khung-{frameworkId}");
    }

    private async Task<IActionResult> Step(int organizationId, int frameworkId, FrameworkStep step)
    {
        var page = await Page(organizationId, frameworkId, step, null);
        if (page.Page.May(step))
        {
            return View("Step", page);
        }

        TempData["Problem"] = $"Không thể {Labels.Of(step).ToLowerInvariant()} khi đang ở trạng thái “{Labels.Of(page.Page.Framework.State)}”.";
        return LocalRedirect(page.Page.Url);
    }

    private async Task<FrameworkStepPage> Page(int organizationId, int frameworkId, FrameworkStep step, FrameworkDocumentForm? typed)
    {
        var page = await show.Handle(organizationId, frameworkId);
        return new(page, step, typed ?? new() { Version = page.Framework.Version, Document = new() { Issuer = page.AuthorityName, Abstract = step == FrameworkStep.Issue ? page.Framework.Title : null } }, !current.Actor.Can(Permission.IssueFramework));
    }

    private LocalRedirectResult Shown(int organizationId, int frameworkId, string message)
    {
        TempData["Notice"] = message;
        return LocalRedirect($"/co-quan/{organizationId}/bang-diem-khung/{frameworkId}");
    }
}
