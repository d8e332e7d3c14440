using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Thẩm định: the sheets that this office answers for, appraised line by line.</summary>
[Route("cum/{clusterYearId:int}/tham-dinh")]
public sealed class AppraisalsController(ShowAppraisal show) : PortalController
{
    [HttpGet(""), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> List([FromQuery(Name = "trang-thai")] ScoreSheetState? state, [FromQuery(Name = "trang")] int? page, [FromServices] ListSheetsToAppraise list) =>
        View(await list.Handle(state, page));

    [HttpGet("{sheetId:int}"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Show([FromRoute] int sheetId) => View(nameof(Show), await show.Handle(sheetId));

    [HttpPost("{sheetId:int}/dong/{criterionId:int}"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> SaveLine([FromRoute] int sheetId, [FromRoute] int criterionId, SaveAppraisedLine.Form form, [FromServices] SaveAppraisedLine save)
    {
        int? version = form.Version;
        AppraisalPage? page = null;
        return await Submit(
            async () =>
            {
                try
                {
                    await save.Handle(sheetId, criterionId, form);
                }
                catch (AlreadyChanged)
                {
                    version = null; // whoever was told of the other's figure may save over it
                    throw;
                }

                page = IsPart ? await show.Handle(sheetId) : null;
            },
            () => page is null ? LocalRedirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/tham-dinh/{sheetId}#dong-{criterionId}") : PartialView("_Saved", page.Line(criterionId)),
            () => Refused(sheetId, criterionId, version));
    }

    [HttpPost("{sheetId:int}/cap-nhat-so-lieu"), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Refresh([FromRoute] int sheetId, RefreshFacts.Form form, [FromServices] RefreshFacts refresh)
    {
        var changed = 0;
        return Submit(
            async () => changed = await refresh.Handle(sheetId, form),
            () => Done(changed == 0 ? "Số liệu hệ thống từ báo cáo, góp ý không có gì mới." : $"Đã cập nhật {changed} số liệu hệ thống; xác nhận điểm ở từng dòng.", nameof(Show), new { sheetId }),
            () => Show(sheetId));
    }

    [HttpPost("{sheetId:int}/chap-nhan"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Accept([FromRoute] int sheetId, AcceptLines.Form form, [FromServices] AcceptLines accept)
    {
        var (accepted, left) = await accept.Handle(sheetId, form);
        return Done($"Đã chấp nhận {accepted} dòng như tự chấm{(left > 0 ? $"; còn {left} dòng phải thẩm định từng dòng" : "; không còn dòng nào chưa thẩm định")}.", nameof(Show), new { sheetId });
    }

    [HttpPost("{sheetId:int}/tra-loi"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Answer([FromRoute] int sheetId, AnswerObjections.Form form, [FromServices] AnswerObjections answer, [FromServices] FinishAppraisal finish)
    {
        var written = 0;
        return await Submit(
            async () =>
            {
                written = await answer.Handle(sheetId, form);
                await (form.Finish ? finish.Handle(sheetId, new() { Version = form.Version }) : Task.CompletedTask);
            },
            () => Done(form.Finish ? "Đã trả lời đề nghị xem xét lại và hoàn thành thẩm định; đơn vị đọc được câu trả lời ở từng dòng." : $"Đã lưu {written} câu trả lời.", nameof(Show), new { sheetId }),
            () => Show(sheetId));
    }

    [HttpPost("{sheetId:int}/hoan-thanh"), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Finish([FromRoute] int sheetId, AppraisalStepForm form, [FromServices] FinishAppraisal finish) =>
        Submit(() => finish.Handle(sheetId, form), () => Done("Đã hoàn thành thẩm định. Đơn vị xem được kết quả thẩm định từ bây giờ.", nameof(Show), new { sheetId }), () => Show(sheetId));

    [HttpPost("{sheetId:int}/tra-lai"), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Return([FromRoute] int sheetId, AppraisalStepForm form, [FromServices] ReturnSheet giveBack) =>
        Submit(() => giveBack.Handle(sheetId, form), () => Done("Đã trả lại bảng điểm; đơn vị thấy lý do và sửa, nộp lại được.", nameof(Show), new { sheetId }), () => Show(sheetId));

    [HttpPost("{sheetId:int}/mo-lai"), Allow(Permission.AppraiseScores)]
    public Task<IActionResult> Reopen([FromRoute] int sheetId, AppraisalStepForm form, [FromServices] ReopenAppraisal reopen) =>
        Submit(() => reopen.Handle(sheetId, form), () => Done("Đã mở lại thẩm định.", nameof(Show), new { sheetId }), () => Show(sheetId));

    // A script asks for the line alone; without it the whole page comes, with what was typed in this line.
    private bool IsPart => Request.Headers.ContainsKey("X-Line");

    private async Task<IActionResult> Refused(int sheetId, int criterionId, int? version)
    {
        var refused = RefusedLine.From(criterionId, version, ModelState);
        var page = await show.Handle(sheetId) with { Refused = refused };
        ModelState.Clear();
        if (IsPart)
        {
            return PartialView("_Saved", page.Line(criterionId));
        }

        ModelState.AddModelError("", $"Dòng {page.Line(criterionId).Line.Criterion.Code} chưa được lưu; nội dung đã nhập và lý do ở ngay dòng đó.");
        return View(nameof(Show), page);
    }
}
