using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Xếp hạng: the results of a cluster year and the acts that move them.</summary>
[Route("cum/{clusterYearId:int}/xep-hang")]
public sealed class RankingController(PortalDb db, CurrentActor current, CurrentYear year, ResultsOfLastYear lastYear) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int? lop) => View(await Page(lop));

    [HttpGet("{layerId:int}/don-vi/{unitId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Explain(int layerId, int unitId, [FromServices] ExplainResult explain) => View(await explain.Handle(layerId, unitId));

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

    [HttpGet("cong-nhan"), Allow(Permission.RecognizeResults)]
    public Task<IActionResult> Recognize() => Act(RankingStep.Recognize);

    [HttpPost("cong-nhan"), Allow(Permission.RecognizeResults)]
    public Task<IActionResult> Recognize(RecognizeResults.Form form, [FromServices] RecognizeResults act, CancellationToken cancellationToken) =>
        Take(RankingStep.Recognize, form, () => act.Handle(form, cancellationToken), "Đã ghi nhận quyết định công nhận.");

    [HttpGet("ket-luan-tham-dinh"), Allow(Permission.VerifyResults)]
    public Task<IActionResult> Verify() => Act(RankingStep.Verify);

    [HttpPost("ket-luan-tham-dinh"), Allow(Permission.VerifyResults)]
    public Task<IActionResult> Verify(VerifyResults.Form form, [FromServices] VerifyResults act, CancellationToken cancellationToken) =>
        Take(RankingStep.Verify, form, () => act.Handle(form, cancellationToken), "Đã ghi nhận kết luận thẩm định lần hai.");

    [HttpGet("dieu-chinh"), Allow(Permission.CorrectResults)]
    public Task<IActionResult> Correct() => CorrectAgain(RankingStep.Correct, null);

    [HttpPost("dieu-chinh"), Allow(Permission.CorrectResults)]
    public Task<IActionResult> Correct(CorrectResults.Form form, [FromServices] CorrectResults act, CancellationToken cancellationToken) =>
        Submit(() => act.Handle(form, cancellationToken), () => Done("Đã điều chỉnh kết quả.", nameof(Show)), () => CorrectAgain(RankingStep.Correct, form));

    [HttpGet("dieu-chinh-da-cong-nhan"), Allow(Permission.CorrectRecognized)]
    public Task<IActionResult> CorrectRecognized() => CorrectAgain(RankingStep.CorrectRecognized, null);

    [HttpPost("dieu-chinh-da-cong-nhan"), Allow(Permission.CorrectRecognized)]
    public Task<IActionResult> CorrectRecognized(CorrectResults.Form form, [FromServices] CorrectResults act, CancellationToken cancellationToken) =>
        Submit(() => act.Handle(form, cancellationToken), () => Done("Đã điều chỉnh kết quả.", nameof(Show)), () => CorrectAgain(RankingStep.CorrectRecognized, form));

    private async Task<IActionResult> CorrectAgain(RankingStep step, CorrectResults.Form? typed)
    {
        db.ChangeTracker.Clear();
        try
        {
            return View("Correct", await CorrectionPage.Load(db, current.Actor, step, typed));
        }
        catch (RuleViolation notOpen) when (typed is null)
        {
            TempData["Problem"] = notOpen.Message;
            return RedirectToAction(nameof(Show), RouteData.Values);
        }
        catch (RuleViolation)
        {
            return View("Show", await RankingPage.Load(db, current.Actor, year.Year, null));
        }
    }

    [HttpGet("bieu-quyet"), Allow(Permission.RecordTieVote)]
    public Task<IActionResult> TieVote([FromQuery(Name = "hang")] int? rank, [FromServices] ShowTieVote show) => OrBack(async () => View("TieVote", await show.Handle(rank, null)));

    [HttpPost("bieu-quyet"), Allow(Permission.RecordTieVote)]
    public Task<IActionResult> TieVote(RecordTieVote.Form form, [FromServices] RecordTieVote record, [FromServices] ShowTieVote show) =>
        Submit(() => record.Handle(form), () => Done("Đã ghi kết quả biểu quyết; kết quả được tính vào lớp kế tiếp.", nameof(Show)), async () =>
        {
            db.ChangeTracker.Clear();
            try
            {
                return View("TieVote", await show.Handle(null, form));
            }
            catch (RuleViolation)
            {
                return View("Show", await Page(null));
            }
        });

    [HttpGet("thu-phuong-an"), Allow(Permission.TryResults)]
    public Task<IActionResult> Try([FromServices] TryResults trial) => OrBack(async () => View("Try", await trial.Handle(new(), isTried: false)));

    [HttpPost("thu-phuong-an"), Allow(Permission.TryResults)]
    public async Task<IActionResult> Try(TryResults.Form form, [FromServices] TryResults trial)
    {
        TrialPage? tried = null;
        return await Submit(async () => tried = await trial.Handle(form, isTried: true), () => View("Try", tried), async () =>
        {
            try
            {
                return View("Try", await trial.Handle(form, isTried: false));
            }
            catch (RuleViolation)
            {
                return View("Show", await Page(null));
            }
        });
    }

    [HttpGet("trinh-chieu"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Projector([FromServices] ShowProjector projector) => OrBack(async () => View("Projector", await projector.Handle()));

    private async Task<RankingPage> Page(int? layerId)
    {
        var page = await RankingPage.Load(db, current.Actor, year.Year, layerId);
        return page.Table is { } table ? page with { Table = table.Beside(await lastYear.Handle()) } : page;
    }

    private async Task<IActionResult> OrBack(Func<Task<IActionResult>> page)
    {
        try
        {
            return await page();
        }
        catch (RuleViolation notNow)
        {
            TempData["Problem"] = notNow.Message;
            return RedirectToAction(nameof(Show), RouteData.Values);
        }
    }

    private async Task<IActionResult> Act(RankingStep step, RankingActForm? typed = null)
    {
        try
        {
            return View("Act", await ActPage.Load(db, current.Actor, year.Year, step, typed));
        }
        catch (RuleViolation notOpen) when (typed is null)
        {
            TempData["Problem"] = notOpen.Message;
            return RedirectToAction(nameof(Show), RouteData.Values);
        }
    }

    private Task<IActionResult> Take(RankingStep step, RankingActForm form, Func<Task> handle, string done) =>
        Submit(handle, () => Done(done, nameof(Show)), () => AgainOrMoved(step, form));

    // Somebody else took the step meanwhile: the form is of no use any more, the page says where things stand.
    private async Task<IActionResult> AgainOrMoved(RankingStep step, RankingActForm form)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await Act(step, form);
        }
        catch (RuleViolation)
        {
            return View("Show", await Page(null));
        }
    }
}
