using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The scoring scheme of a cluster year (tiêu chí và thang điểm): shown, started, described, issued.</summary>
[Route("cum/{clusterYearId:int}/tieu-chi"), KnowsDraft]
public sealed class ScoringSchemesController(ShowScheme showScheme, ShowIssue showIssue, SchemeSources sources, CurrentActor current, CurrentYear year) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => await showScheme.Handle() is { } page ? View(nameof(Show), page) : View("Empty", await NoScheme());

    [HttpGet("tao"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Start([FromQuery(Name = "nguon")] string? source)
    {
        if (await showScheme.Handle() is not null)
        {
            return Refused("Năm thi đua này đã có bảng tiêu chí.");
        }

        var terms = (await sources.Find(source)).Terms;
        return await Start(new StartSchemeForm { Source = source, Title = terms.Title.Length > 0 ? terms.Title : $"Bảng tiêu chí và thang điểm thi đua năm {year.Year.Year}", ContentTotal = terms.ContentTotal, CutOffOn = terms.CutOffOn, NotAssigned = terms.NotAssigned, RankBy = terms.RankBy, NoSheet = terms.NoSheet });
    }

    [HttpPost("tao"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Start(StartSchemeForm form, [FromServices] StartScheme start) =>
        Submit(() => start.Handle(form), () => Done("Đã lập dự thảo bảng tiêu chí. Rà lại tên, điểm, chỉ tiêu và các văn bản, năm được nhắc trong từng tiêu chí.", nameof(Show)), () => Start(form));

    [HttpGet("quy-dinh"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Terms() => await showScheme.Draft() is { } page
        ? page.IsDraft ? Terms(page, TermsForm.Of(page.Scheme), isOvertaken: false) : Refused(Closed(page.Scheme.State))
        : Refused("Chưa có bảng tiêu chí.");

    [HttpPost("quy-dinh"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Terms(TermsForm form, [FromServices] DescribeScheme describe)
    {
        var overtaken = false;
        return await Submit(() => describe.Handle(form).Noting(() => overtaken = true), Described, async () => await showScheme.Draft() is { } page ? Terms(page, form, overtaken) : NotFound());
    }

    [HttpGet("ban-hanh"), Allow(Permission.IssueScheme)]
    public async Task<IActionResult> Issue()
    {
        var page = await showIssue.Handle();
        return page.Scheme.State == SchemeState.Draft ? View(nameof(Issue), page) : Refused(Closed(page.Scheme.State));
    }

    [HttpPost("ban-hanh"), Allow(Permission.IssueScheme)]
    public Task<IActionResult> Issue(IssueSchemeForm form, [FromServices] IssueScheme issue, [FromServices] IssueAmendment amend) => HttpContext.Items.ContainsKey(SchemeAddress.HasAmendment)
        ? Submit(() => amend.Handle(form), () => Done("Đã ban hành bảng tiêu chí sửa đổi. Các bảng chấm điểm đã chuyển sang phiên bản mới.", nameof(Show)), async () => View(nameof(Issue), await showIssue.Handle(form)))
        : Submit(() => issue.Handle(form), () => Done("Đã ban hành bảng tiêu chí và thang điểm. Mỗi đơn vị thành viên đã có bảng tự chấm điểm.", nameof(Show)), async () => View(nameof(Issue), await showIssue.Handle(form)));

    private RedirectResult Described()
    {
        TempData["Notice"] = "Đã lưu quy định chung.";
        return Redirect(HttpContext.SchemeUrl());
    }

    /// <summary>Why the text takes no changes.</summary>
    internal static string Closed(SchemeState state) => $"Bảng tiêu chí và thang điểm {Domain.Labels.Of(state).ToLowerInvariant()}, không sửa được{(state == SchemeState.Consulting ? " cho đến khi kết thúc lấy ý kiến" : " nữa")}.";

    private ViewResult Terms(SchemePage page, TermsForm form, bool isOvertaken) => View(nameof(Terms), new TermsPage(page, form) { IsOvertaken = isOvertaken, LaidDownKeys = year.Year.Parameters.TieKeys.Count == 0 ? null : Domain.Regulations.ParameterWords.InTable(Domain.Regulations.RegulationParameter.TieKeys, year.Year.Parameters) });

    private async Task<IActionResult> Start(StartSchemeForm form) => View(nameof(Start), new StartSchemePage(form, await sources.Find(form.Source)));

    private async Task<EmptySchemePage> NoScheme()
    {
        var mayDraft = current.Actor.Can(Permission.DraftScheme) && year.Year.Stage != Domain.Clusters.ClusterYearStage.Concluded;
        return new(mayDraft, year.Year.LeaderTitle, mayDraft ? await sources.Handle() : []);
    }

    private RedirectToActionResult Refused(string message)
    {
        TempData["Problem"] = message;
        return RedirectToAction(nameof(Show), new { clusterYearId = year.Year.Id });
    }
}
