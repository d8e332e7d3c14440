using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Submissions;

/// <summary>What the unit does with its report: nộp, bổ sung.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-vi/{unitId:int}")]
public sealed class SubmissionStepsController(ShowReport show) : ReportController(show)
{
    [HttpGet("nop"), Allow(Permission.SubmitReports)]
    public Task<IActionResult> SubmitReport(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Submit, page => View("Step", new ReportStepPage(page, ReportStep.Submit, new())));

    [HttpPost("nop"), Allow(Permission.SubmitReports)]
    public Task<IActionResult> SubmitReport(int requirementId, int unitId, ReportStepForm form, [FromServices] SubmitReport submit) =>
        Submit(() => submit.Handle(requirementId, unitId, form), () => DoneAt("Đã nộp báo cáo. Giữ biên nhận dưới đây để đối chiếu khi cần.", requirementId, unitId, "/bien-nhan"), () => Again(requirementId, unitId, ReportStep.Submit, form));

    [HttpGet("bo-sung"), Allow(Permission.SubmitReports)]
    public Task<IActionResult> Supplement(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Supplement, page => View(new SupplementPage(page, new())));

    [HttpPost("bo-sung"), Allow(Permission.SubmitReports), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 20_000)]
    public Task<IActionResult> Supplement(int requirementId, int unitId, SupplementForm form, [FromServices] SupplementReport supplement, CancellationToken cancellationToken) =>
        Submit(
            () => supplement.Handle(requirementId, unitId, form, WhenItBegan.Of(HttpContext), cancellationToken),
            () => DoneAt("Đã gửi bản bổ sung, thay thế.", requirementId, unitId),
            async () => View(new SupplementPage(await Reports.Handle(requirementId, unitId), form)));
}
