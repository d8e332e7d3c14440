using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Submissions;

/// <summary>What those who receive a report do with it: tiếp nhận, mở lại, trả lại, nhận bằng cách khác, gia hạn.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-vi/{unitId:int}")]
public sealed class ReceivingController(ShowReport show) : ReportController(show)
{
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
        Submit(() => extend.Handle(requirementId, unitId, form), () => DoneAt("Đã ghi thời hạn riêng của đơn vị; thời hạn của các đơn vị khác giữ nguyên.", requirementId, unitId), async () => View(new ExtendPage(await Reports.Handle(requirementId, unitId), form)));
}
