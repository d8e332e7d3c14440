using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Register;

/// <summary>The steps of a document: ký, ban hành, trả lại, thay thế, bãi bỏ, bỏ dự thảo.</summary>
[Route("cum/{clusterYearId:int}/van-ban/{documentId:int}")]
public sealed class DocumentStepsController(TakeDocumentStep take, EndDocument end, DocumentStepPages pages) : PortalController
{
    [HttpGet("ky"), Allow(Permission.SignDocuments)]
    public Task<IActionResult> Sign(int documentId) => Page(documentId, DocumentStep.Sign);

    [HttpPost("ky"), Allow(Permission.SignDocuments)]
    public Task<IActionResult> Sign(int documentId, TakeDocumentStep.Form form, CancellationToken cancellationToken) => Take(documentId, DocumentStep.Sign, form, "Đã ghi nhận văn bản đã ký.", cancellationToken);

    [HttpGet("tra-lai"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Return(int documentId) => Page(documentId, DocumentStep.Return);

    [HttpPost("tra-lai"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Return(int documentId, TakeDocumentStep.Form form, CancellationToken cancellationToken) => Take(documentId, DocumentStep.Return, form, "Đã trả lại để sửa. Sửa ở hồ sơ gốc rồi trình ký lại.", cancellationToken);

    [HttpGet("bo"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Drop(int documentId) => Page(documentId, DocumentStep.Drop);

    [HttpPost("bo"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> Drop(int documentId, TakeDocumentStep.Form form, CancellationToken cancellationToken) => Take(documentId, DocumentStep.Drop, form, "Đã bỏ dự thảo.", cancellationToken);

    [HttpGet("ban-hanh"), Allow(Permission.IssueDocuments)]
    public Task<IActionResult> Issue(int documentId) => Again(() => pages.ToIssue(documentId, null));

    [HttpPost("ban-hanh"), Allow(Permission.IssueDocuments)]
    public Task<IActionResult> Issue(int documentId, IssueDocument.Form form, [FromServices] IssueDocument issue, CancellationToken cancellationToken) =>
        Submit(() => issue.Handle(documentId, form, cancellationToken), () => Done("Đã ban hành văn bản.", documentId), () => Again(() => pages.ToIssue(documentId, form)));

    [HttpGet("thay-the"), Allow(Permission.IssueDocuments)]
    public Task<IActionResult> Replace(int documentId) => Page(documentId, DocumentStep.Replace);

    [HttpPost("thay-the"), Allow(Permission.IssueDocuments)]
    public Task<IActionResult> Replace(int documentId, EndDocument.Form form, CancellationToken cancellationToken) => End(documentId, DocumentStep.Replace, form, "Đã ghi nhận văn bản được thay thế.", cancellationToken);

    [HttpGet("bai-bo"), Allow(Permission.SignDocuments)]
    public Task<IActionResult> Revoke(int documentId) => Page(documentId, DocumentStep.Revoke);

    [HttpPost("bai-bo"), Allow(Permission.SignDocuments)]
    public Task<IActionResult> Revoke(int documentId, EndDocument.Form form, CancellationToken cancellationToken) => End(documentId, DocumentStep.Revoke, form, "Đã bãi bỏ văn bản.", cancellationToken);

    private Task<IActionResult> Page(int documentId, DocumentStep step) => Again(() => pages.Handle(documentId, step, null));

    private Task<IActionResult> Take(int documentId, DocumentStep step, TakeDocumentStep.Form form, string done, CancellationToken cancellationToken) =>
        Submit(() => take.Handle(documentId, step, form, cancellationToken), () => Done(done, documentId), () => Again(() => pages.Handle(documentId, step, new() { Reason = form.Reason, Paper = form.Paper, Version = form.Version })));

    private Task<IActionResult> End(int documentId, DocumentStep step, EndDocument.Form form, string done, CancellationToken cancellationToken) =>
        Submit(() => end.Handle(documentId, step, form, cancellationToken), () => Done(done, documentId), () => Again(() => pages.Handle(documentId, step, form)));

    private RedirectToActionResult Done(string message, int documentId)
    {
        TempData["Notice"] = message;
        return ToDocument(documentId);
    }

    private RedirectToActionResult ToDocument(int documentId) =>
        RedirectToAction(nameof(RegisterController.Show), "Register", new { clusterYearId = RouteData.Values[EnterClusterYear.Key], documentId });

    private async Task<IActionResult> Again(Func<Task<DocumentStepPage>> load)
    {
        var page = await load();
        if (page.NumberProblem is { } problem && ModelState[nameof(IssueDocument.Form.Number)] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(nameof(IssueDocument.Form.Number), problem);
        }

        if (page.IsOpen || HttpMethods.IsPost(Request.Method))
        {
            return View("Step", page);
        }

        TempData["Problem"] = $"Văn bản đang ở trạng thái “{Labels.Of(page.Document.State)}”, không {Labels.Of(page.Step).ToLowerInvariant()} được.";
        return ToDocument(page.Document.Id);
    }
}
