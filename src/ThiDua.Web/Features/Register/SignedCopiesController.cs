using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Register;

/// <summary>Bản đã ký: what came back signed from outside, checked and kept beside the issued document.</summary>
[Route("cum/{clusterYearId:int}/van-ban/{documentId:int}/ban-ky")]
public sealed class SignedCopiesController(ShowDocument show, ShowSignedCopy showCopy, DecideSignedCopy decide) : PortalController
{
    [HttpPost(""), Allow(Permission.IssueDocuments), RequestSizeLimit(FileStore.LargestFile + 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = FileStore.LargestFile + 1024 * 1024, ValueCountLimit = 20_000)]
    public Task<IActionResult> Add(int documentId, AddSignedCopy.Form form, [FromServices] AddSignedCopy add, CancellationToken cancellationToken)
    {
        SignedCopy? copy = null;
        return Submit(async () => copy = await add.Handle(documentId, form, cancellationToken), () => Done("Đã nhận và kiểm tra tệp. Kết quả như dưới đây.", nameof(Show), new { documentId, copyId = copy!.Id }), async () => View("Show", await show.Handle(documentId)));
    }

    [HttpGet("{copyId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int documentId, int copyId) => View("SignedCopy", await showCopy.Handle(documentId, copyId));

    [HttpPost("{copyId:int}/nhan"), Allow(Permission.SignDocuments)]
    public Task<IActionResult> Accept(int documentId, int copyId, DecideSignedCopy.Form form, CancellationToken cancellationToken) => Decide(documentId, copyId, SignedCopyStep.Accept, form, "Đã nhận làm bản chính thức.", cancellationToken);

    [HttpPost("{copyId:int}/khong-nhan"), Allow(Permission.SignDocuments)]
    public Task<IActionResult> Refuse(int documentId, int copyId, DecideSignedCopy.Form form, CancellationToken cancellationToken) => Decide(documentId, copyId, SignedCopyStep.Refuse, form, "Đã ghi nhận không nhận tệp này.", cancellationToken);

    [HttpGet("{copyId:int}/tep"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Download(int documentId, int copyId, [FromServices] PortalDb db, [FromServices] FileStore files)
    {
        var copy = (await showCopy.Handle(documentId, copyId)).Copy;
        var file = await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == copy.FileId);
        return this.SendFile(files, file, copy.FileName);
    }

    private Task<IActionResult> Decide(int documentId, int copyId, SignedCopyStep step, DecideSignedCopy.Form form, string done, CancellationToken cancellationToken) =>
        Submit(() => decide.Handle(documentId, copyId, step, form, cancellationToken), () => Done(done, nameof(Show), new { documentId, copyId }), async () => View("SignedCopy", await showCopy.Handle(documentId, copyId, form, step)));
}
