using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ThiDua.Domain;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Shared;

/// <summary>A file on its way in or out.</summary>
public sealed record OneFile(string Name, string Sha256, string MediaType)
{
    /// <summary>What the script is told of the file that it sent.</summary>
    public static async Task<IActionResult> Answer<T>(Func<Task<T>> take)
    {
        try
        {
            return new OkObjectResult(await take());
        }
        catch (RuleViolation refusal)
        {
            return new UnprocessableEntityObjectResult(new { problem = refusal.Message });
        }
    }

    /// <summary>As an attachment; in place only where it was asked for and the browser shows such a file by itself.</summary>
    public FileStreamResult Serve(HttpResponse response, FileStore files, bool inPlace)
    {
        var shown = inPlace && ContentCheck.ShowsInPlace(MediaType);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(Name);
        response.Headers.ContentDisposition = disposition.ToString();
        // The browser's own viewer of PDF does not run in a sandbox; nothing else is let in either way.
        response.Headers.ContentSecurityPolicy = shown && MediaType == ContentCheck.Pdf
            ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
            : "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
        response.Headers.CacheControl = "private, no-cache";
        return new(files.Open(Sha256), MediaType) { EnableRangeProcessing = true, EntityTag = new EntityTagHeaderValue($"\"{Sha256}\"") };
    }
}
