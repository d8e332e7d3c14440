using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Evidence;

/// <summary>Minh chứng: files behind the lines of a sheet, served only through it.</summary>
[Route("cum/{clusterYearId:int}/cham-diem/{sheetId:int}")]
public sealed class EvidenceController(PortalDb db, CurrentActor current, CurrentYear year, FileStore files) : PortalController
{
    /// <summary>All files of one sending, in bytes.</summary>
    public const long LargestRequest = 200L * 1024 * 1024;

    [HttpGet("dong/{criterionId:int}/minh-chung"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int sheetId, int criterionId) => View("Show", await EvidencePage.Load(db, current.Actor, year.Year, sheetId, criterionId));

    [HttpPost("dong/{criterionId:int}/minh-chung"), Allow(Permission.EnterScores), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public Task<IActionResult> Add(int sheetId, int criterionId, AddEvidence.Form form, [FromServices] AddEvidence add, CancellationToken cancellationToken) =>
        Submit(
            async () => NotReady.Require(await add.Handle(sheetId, criterionId, form, cancellationToken), "Một số tệp chưa nhận được; các tệp khác đã lưu."),
            () => Done("Đã thêm minh chứng.", nameof(Show), new { sheetId, criterionId }),
            () => Show(sheetId, criterionId));

    /// <summary>One file from the script: the token in the header, the body streamed, never bound as a form.</summary>
    [HttpPut("dong/{criterionId:int}/minh-chung/{fileName}"), Allow(Permission.EnterScores), RequestSizeLimit(LargestRequest), BodyIsTheFile]
    public async Task<IActionResult> Stream(int sheetId, int criterionId, string fileName, [FromServices] AddEvidence add, CancellationToken cancellationToken)
    {
        try
        {
            await add.Add(sheetId, criterionId, Request.Body, fileName, cancellationToken);
            return NoContent();
        }
        catch (RuleViolation refusal)
        {
            return UnprocessableEntity(new { problem = refusal.Message });
        }
    }

    [HttpPost("minh-chung/{linkId:int}/rut"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Withdraw(int sheetId, int linkId, WithdrawEvidence.Form form, [FromServices] WithdrawEvidence withdraw)
    {
        await withdraw.Handle(sheetId, linkId);
        var criterionId = await db.EvidenceLinks.Where(link => link.Id == linkId).Select(link => link.CriterionId).SingleAsync();
        return Done("Đã rút minh chứng.", nameof(Show), new { sheetId, criterionId });
    }

    [HttpGet("minh-chung/{linkId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Download(int sheetId, int linkId, bool xem)
    {
        await EvidencePage.ReadableSheet(db, current.Actor, year.Year, sheetId);
        var file = await db.EvidenceLinks.AsNoTracking().Where(link => link.Id == linkId && link.SheetId == sheetId && link.WithdrawnAt == null)
            .Select(link => new { link.Evidence.Name, link.Evidence.File.Sha256, link.Evidence.File.MediaType }).OneAsync();
        var inPlace = xem && ContentCheck.ShowsInPlace(file.MediaType);
        var disposition = new ContentDispositionHeaderValue(inPlace ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        Response.Headers.ContentDisposition = disposition.ToString();
        // The browser's own viewer of PDF does not run in a sandbox; nothing else is let in either way.
        Response.Headers.ContentSecurityPolicy = inPlace && file.MediaType == ContentCheck.Pdf
            ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
            : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
        Response.Headers.CacheControl = "private, no-cache";
        return new FileStreamResult(files.Open(file.Sha256), file.MediaType) { EnableRangeProcessing = true, EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\"") };
    }
}

/// <summary>Keeps MVC from reading the body as a form before the action streams it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BodyIsTheFileAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
