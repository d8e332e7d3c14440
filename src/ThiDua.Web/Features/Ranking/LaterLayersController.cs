using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>What comes after the adoption: kết luận thẩm định lần hai, công nhận, điều chỉnh.</summary>
[Route("cum/{clusterYearId:int}/xep-hang")]
public sealed class LaterLayersController(PortalDb db, CurrentActor current, CurrentYear year, ResultsOverYears years) : RankingPages(db, current, year, years)
{
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
    public Task<IActionResult> Correct() => OrBack(() => Form(RankingStep.Correct, null));

    [HttpPost("dieu-chinh"), Allow(Permission.CorrectResults)]
    public Task<IActionResult> Correct(CorrectResults.Form form, [FromServices] CorrectResults act, CancellationToken cancellationToken) =>
        Submit(() => act.Handle(form, cancellationToken), () => ToRanking("Đã điều chỉnh kết quả."), () => OrMoved(() => Form(RankingStep.Correct, form)));

    [HttpGet("dieu-chinh-da-cong-nhan"), Allow(Permission.CorrectRecognized)]
    public Task<IActionResult> CorrectRecognized() => OrBack(() => Form(RankingStep.CorrectRecognized, null));

    [HttpPost("dieu-chinh-da-cong-nhan"), Allow(Permission.CorrectRecognized)]
    public Task<IActionResult> CorrectRecognized(CorrectResults.Form form, [FromServices] CorrectResults act, CancellationToken cancellationToken) =>
        Submit(() => act.Handle(form, cancellationToken), () => ToRanking("Đã điều chỉnh kết quả."), () => OrMoved(() => Form(RankingStep.CorrectRecognized, form)));

    private async Task<IActionResult> Form(RankingStep step, CorrectResults.Form? typed) => View("Correct", await CorrectionPage.Load(Db, Actor, step, typed));
}
