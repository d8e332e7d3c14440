using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>The acts up to the adoption: khóa, mở lại, công bố dự kiến, thống nhất, thông qua.</summary>
[Route("cum/{clusterYearId:int}/xep-hang")]
public sealed class RankingActsController(PortalDb db, CurrentActor current, CurrentYear year, ResultsOverYears years) : RankingPages(db, current, year, years)
{
    [HttpGet("khoa-nhap-lieu"), Allow(Permission.CloseEntry)]
    public Task<IActionResult> CloseEntry() => Act(RankingStep.CloseEntry);

    [HttpPost("khoa-nhap-lieu"), Allow(Permission.CloseEntry)]
    public Task<IActionResult> CloseEntry(CloseEntry.Form form, [FromServices] CloseEntry act, CancellationToken cancellationToken) =>
        Take(RankingStep.CloseEntry, form, () => act.Handle(form, cancellationToken), "Đã khóa nhập liệu.");

    [HttpGet("mo-lai-nhap-lieu"), Allow(Permission.CloseEntry)]
    public Task<IActionResult> ReopenEntry() => Act(RankingStep.ReopenEntry);

    [HttpPost("mo-lai-nhap-lieu"), Allow(Permission.CloseEntry)]
    public Task<IActionResult> ReopenEntry(ReopenEntry.Form form, [FromServices] ReopenEntry act, CancellationToken cancellationToken) =>
        Take(RankingStep.ReopenEntry, form, () => act.Handle(form, cancellationToken), "Đã mở lại nhập liệu.");

    [HttpGet("cong-bo-du-kien"), Allow(Permission.PublishDraftResults)]
    public Task<IActionResult> PublishDraft() => Act(RankingStep.PublishDraft);

    [HttpPost("cong-bo-du-kien"), Allow(Permission.PublishDraftResults)]
    public Task<IActionResult> PublishDraft(PublishDraftResults.Form form, [FromServices] PublishDraftResults act, CancellationToken cancellationToken) =>
        Take(RankingStep.PublishDraft, form, () => act.Handle(form, cancellationToken), "Đã công bố kết quả dự kiến.");

    [HttpGet("thong-nhat"), Allow(Permission.AgreeResults)]
    public Task<IActionResult> Agree() => Act(RankingStep.Agree);

    [HttpPost("thong-nhat"), Allow(Permission.AgreeResults)]
    public Task<IActionResult> Agree(AgreeResults.Form form, [FromServices] AgreeResults act, CancellationToken cancellationToken) =>
        Take(RankingStep.Agree, form, () => act.Handle(form, cancellationToken), "Đã ghi nhận kết quả thống nhất.");

    [HttpGet("thong-qua"), Allow(Permission.AdoptResults)]
    public Task<IActionResult> Adopt() => Act(RankingStep.Adopt);

    [HttpPost("thong-qua"), Allow(Permission.AdoptResults)]
    public Task<IActionResult> Adopt(AdoptResults.Form form, [FromServices] AdoptResults act, CancellationToken cancellationToken) =>
        Take(RankingStep.Adopt, form, () => act.Handle(form, cancellationToken), "Đã ghi nhận kết quả được thông qua.");
}
