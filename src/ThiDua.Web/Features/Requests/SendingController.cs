using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Requests;

/// <summary>A letter to the authority on its way: its papers, trình ký, recorded as sent outside, answered.</summary>
[Route("cum/{clusterYearId:int}/gui-cap-tren/{requestId:int}")]
public sealed class SendingController(ShowRequests show, RequestPaper paper, IPdfRenderer pdf, CurrentYear year) : RequestController(show)
{
    private const long LargestForm = FileStore.LargestFile + (1024 * 1024);

    /// <summary>The letter; once its text is frozen as it stands in the register.</summary>
    [HttpGet("ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Letter(int requestId, string format)
    {
        var page = await Requests.Handle(requestId);
        return page.DocumentId is { } documentId && page.Request.State != RequestState.Draft
            ? Redirect($"/cum/{year.Year.Id}/van-ban/{documentId}/ban-in.{format}")
            : await this.Printed(pdf, await paper.Handle(page.Request), "van-ban-gui-cap-tren", format);
    }

    /// <summary>The plan or scheme as it was sent.</summary>
    [HttpGet("gui-kem.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Enclosed(int requestId, string format) => await this.Printed(pdf, await paper.Enclosed(requestId), "van-ban-gui-kem", format);

    [HttpPost("trinh-ky"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> SubmitForSignature(int requestId, SubmitRequestForm form, [FromServices] SubmitRequest submit)
    {
        var documentId = 0;
        return Submit(async () => documentId = await submit.Handle(requestId, form), () =>
        {
            TempData["Notice"] = "Đã trình ký: nội dung và văn bản gửi kèm được giữ nguyên, số và ngày để trống đến khi ban hành.";
            return Redirect($"/cum/{year.Year.Id}/van-ban/{documentId}");
        }, async () => View("Show", await Requests.Handle(requestId)));
    }

    [HttpPost("da-xem"), Allow(Permission.SendToAuthority)]
    public Task<IActionResult> See(int requestId, RequestButtonForm form, [FromServices] SeeAnswer see) =>
        Submit(() => see.Handle(requestId, form), () => DoneAt("Đã ghi nhận đơn vị trưởng xem trả lời.", requestId), async () => View("Show", await Requests.Handle(requestId)));

    [HttpGet("ghi-nhan-gui"), Allow(Permission.SendToAuthority)]
    public async Task<IActionResult> RecordSent(int requestId)
    {
        var page = await Requests.Handle(requestId);
        return page.May(RequestStep.RecordSent) ? View("RecordSent", new RecordSentPage(page, new())) : NotNow(page, "ghi nhận đã gửi");
    }

    [HttpPost("ghi-nhan-gui"), Allow(Permission.SendToAuthority), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> RecordSent(int requestId, RecordSentForm form, [FromServices] RecordSent record, CancellationToken cancellationToken) => Submit(
        () => record.Handle(requestId, form, cancellationToken),
        () => DoneAt("Đã ghi nhận văn bản đã ký và gửi cơ quan quản lý.", requestId),
        async () => View("RecordSent", new RecordSentPage(await Requests.Handle(requestId), form)));

    [HttpGet("tra-loi"), Allow(Permission.AnswerRequest)]
    public async Task<IActionResult> Answer(int requestId)
    {
        var page = await Requests.Handle(requestId);
        return page.Answers.Count > 0 ? View("Answer", new AnswerPage(page, new())) : NotNow(page, "trả lời");
    }

    [HttpPost("tra-loi"), Allow(Permission.AnswerRequest), RequestSizeLimit(LargestForm), RequestFormLimits(MultipartBodyLengthLimit = LargestForm, ValueCountLimit = 20_000)]
    public Task<IActionResult> Answer(int requestId, AnswerForm form, [FromServices] AnswerRequest answer, CancellationToken cancellationToken) => Submit(
        () => answer.Handle(requestId, form, cancellationToken),
        () => DoneAt("Đã ghi trả lời của cơ quan quản lý.", requestId),
        async () => View("Answer", new AnswerPage(await Requests.Handle(requestId), form)));
}
