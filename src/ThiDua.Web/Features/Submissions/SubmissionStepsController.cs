using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Submissions;

/// <summary>What a report goes through: nộp, trả lại, tiếp nhận, mở lại, nhận bằng cách khác, gia hạn, bổ sung.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-vi/{unitId:int}")]
public sealed class SubmissionStepsController(ShowReport show) : ReportController(show)
{
    [HttpGet("nop"), Allow(Permission.SubmitReports)]
    public Task<IActionResult> SubmitReport(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Submit, page => View("Step", new ReportStepPage(page, ReportStep.Submit, new())));

    [HttpPost("nop"), Allow(Permission.SubmitReports)]
    public Task<IActionResult> SubmitReport(int requirementId, int unitId, ReportStepForm form, [FromServices] SubmitReport submit) =>
        Submit(() => submit.Handle(requirementId, unitId, form), () => DoneAt("Đã nộp báo cáo. Giữ biên nhận dưới đây để đối chiếu khi cần.", requirementId, unitId, "/bien-nhan"), () => Again(requirementId, unitId, ReportStep.Submit, form));

    [HttpGet("tiep-nhan"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Accept(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Accept, page => View("Step", new ReportStepPage(page, ReportStep.Accept, new())));

    [HttpPost("tiep-nhan"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Accept(int requirementId, int unitId, ReportStepForm form, [FromServices] ReceiveReport receive) =>
        Submit(() => receive.Handle(requirementId, unitId, ReportStep.Accept, form), () => DoneAt("Đã tiếp nhận báo cáo.", requirementId, unitId), () => Again(requirementId, unitId, ReportStep.Accept, form));

    [HttpGet("mo-lai"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Reopen(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Reopen, page => View("Step", new ReportStepPage(page, ReportStep.Reopen, new())));

    [HttpPost("mo-lai"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Reopen(int requirementId, int unitId, ReportStepForm form, [FromServices] ReceiveReport receive) =>
        Submit(() => receive.Handle(requirementId, unitId, ReportStep.Reopen, form), () => DoneAt("Đã mở lại để đơn vị sửa rồi nộp lại.", requirementId, unitId), () => Again(requirementId, unitId, ReportStep.Reopen, form));

    [HttpGet("tra-lai"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Return(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Return, page => View(new ReturnPage(page, new())));

    [HttpPost("tra-lai"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Return(int requirementId, int unitId, ReturnForm form, [FromServices] ReturnReport back) =>
        Submit(() => back.Handle(requirementId, unitId, form), () => DoneAt("Đã trả lại đơn vị, kèm lý do của từng thành phần.", requirementId, unitId), async () => View(new ReturnPage(await Reports.Handle(requirementId, unitId), form)));

    [HttpGet("nhan-cach-khac"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> RecordReceipt(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.RecordReceipt, page => View(new OtherReceiptPage(page, new())));

    [HttpPost("nhan-cach-khac"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> RecordReceipt(int requirementId, int unitId, OtherReceiptForm form, [FromServices] RecordReceipt record) =>
        Submit(() => record.Handle(requirementId, unitId, form), () => DoneAt("Đã ghi nhận báo cáo nhận bằng cách khác.", requirementId, unitId), async () => View(new OtherReceiptPage(await Reports.Handle(requirementId, unitId), form)));

    [HttpGet("gia-han"), Allow(Permission.AcceptReports)]
    public async Task<IActionResult> Extend(int requirementId, int unitId)
    {
        var page = await Reports.Handle(requirementId, unitId);
        RequireReceiver(page);
        return page.MayExtend ? View(new ExtendPage(page, new())) : NotNow(page, "gia hạn");
    }

    [HttpPost("gia-han"), Allow(Permission.AcceptReports)]
    public Task<IActionResult> Extend(int requirementId, int unitId, ExtendForm form, [FromServices] ExtendReport extend) =>
        Submit(() => extend.Handle(requirementId, unitId, form), () => DoneAt("Đã gia hạn cho đơn vị; thời hạn của các đơn vị khác giữ nguyên.", requirementId, unitId), async () => View(new ExtendPage(await Reports.Handle(requirementId, unitId), form)));

    [HttpGet("bo-sung"), Allow(Permission.SubmitReports)]
    public Task<IActionResult> Supplement(int requirementId, int unitId) => Ask(requirementId, unitId, ReportStep.Supplement, page => View(new SupplementPage(page, new())));

    [HttpPost("bo-sung"), Allow(Permission.SubmitReports), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 20_000)]
    public Task<IActionResult> Supplement(int requirementId, int unitId, SupplementForm form, [FromServices] SupplementReport supplement, CancellationToken cancellationToken) =>
        Submit(
            () => supplement.Handle(requirementId, unitId, form, WhenItBegan.Of(HttpContext), cancellationToken),
            () => DoneAt("Đã gửi bản bổ sung, thay thế.", requirementId, unitId),
            async () => View(new SupplementPage(await Reports.Handle(requirementId, unitId), form)));

    private async Task<IActionResult> Again(int requirementId, int unitId, ReportStep step, ReportStepForm form) => View("Step", new ReportStepPage(await Reports.Handle(requirementId, unitId), step, form));

    // What is another's to do is refused; what only the state forbids leads back.
    private async Task<IActionResult> Ask(int requirementId, int unitId, ReportStep step, Func<ReportPage, ViewResult> form)
    {
        var page = await Reports.Handle(requirementId, unitId);
        if (page.Step(step) is not null)
        {
            return form(page);
        }

        if (step is not (ReportStep.Submit or ReportStep.Supplement))
        {
            RequireReceiver(page);
        }
        else if (!page.IsOwn)
        {
            throw new NotPermitted($"Chỉ {page.Unit.Name} được thực hiện việc này trên báo cáo của mình.");
        }

        return NotNow(page, Labels.Of(step).ToLowerInvariant());
    }

    private static void RequireReceiver(ReportPage page)
    {
        if (!page.MayReceive && !page.Steps.Any(open => open.Step == ReportStep.Accept))
        {
            throw new NotPermitted(ReportReceivers.Refusal);
        }
    }
}
