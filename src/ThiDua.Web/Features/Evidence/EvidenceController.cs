using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Evidence;

/// <summary>Minh chứng: files behind the lines of a sheet, served only through it.</summary>
[Route("cum/{clusterYearId:int}/cham-diem/{sheetId:int}")]
public sealed class EvidenceController(PortalDb db, CurrentActor current, CurrentYear year, FileStore files, OwnLibrary library) : PortalController
{
    /// <summary>All files of one sending, in bytes.</summary>
    public const long LargestRequest = 200L * 1024 * 1024;

    [HttpGet("dong/{criterionId:int}/minh-chung"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int sheetId, int criterionId, [FromQuery(Name = "q")] string? search = null)
    {
        db.ChangeTracker.Clear();
        return View("Show", await EvidencePage.Load(db, current.Actor, year.Year, library, sheetId, criterionId, search));
    }

    [HttpPost("dong/{criterionId:int}/minh-chung"), Allow(Permission.EnterScores), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 20_000)]
    public Task<IActionResult> Add(int sheetId, int criterionId, AddEvidence.Form form, [FromServices] AddEvidence add, CancellationToken cancellationToken)
    {
        Taking? taking = null;
        return Submit(
            async () => (taking = await add.Handle(sheetId, criterionId, form, cancellationToken)).RequireAll(),
            () => Done(taking!.InWords("Đã thêm"), nameof(Show), new { sheetId, criterionId }),
            () => Show(sheetId, criterionId));
    }

    /// <summary>One file from the script: the token in the header, the body streamed, never bound as a form.</summary>
    [HttpPut("dong/{criterionId:int}/minh-chung/{fileName}"), Allow(Permission.EnterScores), RequestSizeLimit(LargestRequest), BodyIsTheFile]
    public Task<IActionResult> Stream(int sheetId, int criterionId, string fileName, [FromServices] AddEvidence add, CancellationToken cancellationToken) =>
        OneFile.Answer(() => add.Add(sheetId, criterionId, Request.Body, fileName, cancellationToken));

    [HttpPost("dong/{criterionId:int}/minh-chung/chon"), Allow(Permission.EnterScores)]
    public Task<IActionResult> Choose(int sheetId, int criterionId, ChooseEvidence.Form form, [FromServices] ChooseEvidence choose)
    {
        var count = 0;
        return Submit(
            async () => count = await choose.Handle(sheetId, criterionId, form),
            () => Done($"Đã gắn {count} tệp từ kho minh chứng vào dòng.", nameof(Show), new { sheetId, criterionId }),
            () => Show(sheetId, criterionId));
    }

    [HttpPost("minh-chung/{linkId:int}"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Describe(int sheetId, int linkId, DescribeLink.Form form, [FromServices] DescribeLink describe)
    {
        var criterionId = await LineOf(sheetId, linkId);
        ViewData["LinkTyped"] = linkId;
        return await Submit(
            () => describe.Handle(sheetId, linkId, form),
            () => Done("Đã lưu trang và ghi chú của minh chứng.", nameof(Show), new { sheetId, criterionId }),
            () => Show(sheetId, criterionId));
    }

    [HttpPost("minh-chung/{linkId:int}/go"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Unlink(int sheetId, int linkId, UnlinkEvidence.Form form, [FromServices] UnlinkEvidence unlink)
    {
        await unlink.Handle(sheetId, linkId);
        return Done("Đã gỡ tệp khỏi dòng; tệp vẫn ở trong kho minh chứng.", nameof(Show), new { sheetId, criterionId = await LineOf(sheetId, linkId) });
    }

    [HttpGet("minh-chung/{linkId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Download(int sheetId, int linkId, bool xem)
    {
        var (_, reader) = await EvidencePage.Readable(db, current.Actor, year.Year, sheetId);
        var file = await reader.Links(db).Where(link => link.Id == linkId).Select(link => new OneFile(link.Evidence.Name, link.Evidence.File.Sha256, link.Evidence.File.MediaType)).OneAsync();
        return file.Serve(Response, files, xem);
    }

    // Only of one's own sheet.
    private async Task<int> LineOf(int sheetId, int linkId) =>
        (await db.EvidenceLinks.AsNoTracking().OneAsync(link => link.Id == linkId && link.SheetId == sheetId && db.ScoreSheets.Any(sheet => sheet.Id == sheetId && sheet.UnitId == current.Actor.UnitId))).CriterionId;
}
