using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Submissions;

/// <summary>The files of one unit or of a whole requirement as one ZIP, streamed, with a list of them (danh mục tệp): what each reader sees of each unit.</summary>
public sealed class ZipReports(PortalDb db, CurrentActor current, FileStore files, TimeProvider clock)
{
    private const int LongestFolder = 60;
    private const int LongestName = 120;

    private sealed record Entry(string Path, SubmittedFile File);

    public async Task<IActionResult> Handle(int requirementId, int? unitId)
    {
        var requirement = await db.Requirements(current.Actor).AsNoTracking().Include(row => row.Items).OneAsync(row => row.Id == requirementId);
        var reports = await db.ReportSubmissions.AsNoTracking().Where(ReportSubmission.ReadableBy(current.Actor)).Where(row => row.RequirementId == requirementId && (unitId == null || row.UnitId == unitId))
            .Include(row => row.Files).ThenInclude(row => row.File).OrderBy(row => row.UnitName).ToListAsync();
        var entries = EntriesOf(requirement, reports);
        return new Zipped(unitId is null || reports.Count == 0 ? requirement.Title : $"{reports[0].UnitName} - {requirement.Title}", (target, cancellationToken) => Write(target, entries, cancellationToken));
    }

    private List<Entry> EntriesOf(ReportRequirement requirement, IReadOnlyList<ReportSubmission> reports)
    {
        var folders = requirement.Items.Index().ToDictionary(row => row.Item.Id, row => string.Create(CultureInfo.InvariantCulture, $"{row.Index + 1:00}. {Short(row.Item.Name)}"));
        var (entries, taken) = (new List<Entry>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var report in reports)
        {
            foreach (var file in report.FilesFor(current.Actor).Concat(report.Files.Where(row => row.Supplement is not null)))
            {
                var supplement = file.Supplement is { } number ? $"Bổ sung {number}/" : "";
                entries.Add(new(Free($"{Short(report.UnitName)}/{supplement}{folders.GetValueOrDefault(file.ItemId, "Khác")}", file.Name, taken), file));
            }
        }

        return entries;
    }

    private async Task Write(Stream target, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, cancellationToken);
        var list = new StringBuilder("Đường dẫn\tDung lượng (byte)\tSHA-256\tTải lên\tNgười tải lên\r\n");
        foreach (var (path, file) in entries)
        {
            list.Append(CultureInfo.InvariantCulture, $"{path}\t{file.File.Size}\t{file.File.Sha256}\t{Shown.Time(file.AddedAt)}\t{file.AddedByName}");
            try
            {
                await using var content = files.Open(file.File.Sha256);
                await using var entry = await Of(zip, path, file.AddedAt, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await content.CopyToAsync(entry, cancellationToken);
            }
            catch (RuleViolation lost)
            {
                list.Append(CultureInfo.InvariantCulture, $"\t{lost.Message}");
            }

            list.Append("\r\n");
        }

        await using var manifest = await Of(zip, "DANH MỤC TỆP.txt", clock.GetUtcNow().UtcDateTime, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await manifest.WriteAsync((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(list.ToString())], cancellationToken);
    }

    // A ZIP has times without a zone: those of the clock in Vietnam.
    private static ZipArchiveEntry Of(ZipArchive zip, string path, DateTime at, CompressionLevel level)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToOffset(TimeSpan.FromHours(7));
        return entry;
    }

    private static string Short(string name, int longest = LongestFolder)
    {
        var clean = FileNames.Clean(name.Replace('/', '-')).TrimEnd('.', ' ');
        if (clean.Length <= longest)
        {
            return clean;
        }

        // Between two words, where there is a gap.
        var gap = clean.LastIndexOf(' ', longest);
        return (gap > longest / 2 ? clean[..gap] : clean[..longest]).TrimEnd(' ', ',', '-');
    }

    // Two of one name: the second is "… (2)".
    private static string Free(string folder, string name, HashSet<string> taken)
    {
        var (bare, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var number = 1; ; number++)
        {
            var path = $"{folder}/{(number == 1 ? name : $"{bare} ({number}){extension}")}";
            if (taken.Add(path))
            {
                return path;
            }
        }
    }

    /// <summary>Writes as it reads: no copy of the files is held, however large they are.</summary>
    private sealed class Zipped(string name, Func<Stream, CancellationToken, Task> write) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            // The archive writes the heads of its entries synchronously, a few bytes each; the files themselves are copied asynchronously.
            if (context.HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            {
                body.AllowSynchronousIO = true;
            }

            var response = context.HttpContext.Response;
            response.ContentType = "application/zip";
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName($"{Short(name, LongestName)}.zip");
            response.Headers.ContentDisposition = disposition.ToString();
            response.Headers.CacheControl = "private, no-store";
            await write(response.Body, context.HttpContext.RequestAborted);
        }
    }
}
