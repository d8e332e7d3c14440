using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Evidence;

/// <summary>Kho minh chứng: the files of the unit and calendar year, for the unit alone; others see them only through the lines that link them.</summary>
[Route("cum/{clusterYearId:int}/minh-chung")]
public sealed class EvidenceLibraryController(PortalDb db, OwnLibrary library, ListLibrary list, ShowFile show) : PortalController
{
    [HttpGet(""), Allow(Permission.EnterScores)]
    public async Task<IActionResult> List([FromQuery(Name = "q")] string? search = null, [FromQuery(Name = "loc")] string? filter = null, [FromQuery(Name = "xep")] string? sort = null, [FromQuery(Name = "trang")] int? page = null)
    {
        db.ChangeTracker.Clear();
        return View("Library", await list.Handle(LibraryQuery.Of(search, filter, sort), page));
    }

    [HttpPost(""), Allow(Permission.EnterScores), RequestSizeLimit(EvidenceController.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = EvidenceController.LargestRequest, ValueCountLimit = 20_000)]
    public Task<IActionResult> Add(AddToLibrary.Form form, [FromServices] AddToLibrary add, CancellationToken cancellationToken)
    {
        Taking? taking = null;
        return Submit(async () => (taking = await add.Handle(form, cancellationToken)).RequireAll(), () => Done(taking!.InWords("Kho minh chứng đã nhận"), nameof(List)), () => List());
    }

    /// <summary>One file from the script: the token in the header, the body streamed, never bound as a form.</summary>
    [HttpPut("tep/{fileName}"), Allow(Permission.EnterScores), RequestSizeLimit(EvidenceController.LargestRequest), BodyIsTheFile]
    public Task<IActionResult> Stream(string fileName, [FromServices] TakeIntoLibrary take, CancellationToken cancellationToken) =>
        OneFile.Answer(() => take.Handle(Request.Body, fileName, cancellationToken));

    [HttpGet("{evidenceId:int}"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Show(int evidenceId) => View("File", await show.Handle(evidenceId));

    [HttpGet("{evidenceId:int}/tep"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Download(int evidenceId, bool xem, [FromServices] FileStore files) =>
        (await library.Files.AsNoTracking().Where(row => row.Id == evidenceId).Select(row => new OneFile(row.Name, row.File.Sha256, row.File.MediaType)).OneAsync()).Serve(Response, files, xem);

    [HttpPost("{evidenceId:int}/gan"), Allow(Permission.EnterScores)]
    public Task<IActionResult> Link(int evidenceId, LinkEvidence.Form form, [FromServices] LinkEvidence link)
    {
        var count = 0;
        return Submit(async () => count = await link.Handle(evidenceId, form), () => Done($"Đã gắn tệp vào {count} dòng.", nameof(Show), new { evidenceId }), () => Show(evidenceId));
    }

    [HttpPost("{evidenceId:int}/rut"), Allow(Permission.EnterScores)]
    public Task<IActionResult> Withdraw(int evidenceId, WithdrawEvidence.Form form, [FromServices] WithdrawEvidence withdraw) =>
        Submit(() => withdraw.Handle(evidenceId, form), () => Done("Đã rút tệp; tệp được giữ trong lịch sử.", nameof(Show), new { evidenceId }), () => Show(evidenceId));

    [HttpPost("{evidenceId:int}/khoi-phuc"), Allow(Permission.EnterScores)]
    public Task<IActionResult> BringBack(int evidenceId, BringEvidenceBack.Form form, [FromServices] BringEvidenceBack bring) =>
        Submit(() => bring.Handle(evidenceId, form), () => Done("Đã khôi phục tệp.", nameof(Show), new { evidenceId }), () => Show(evidenceId));
}
