using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Jobs;

namespace ThiDua.Web.Features.Admin;

/// <summary>A place where the portal keeps things, with sizes in bytes; null where unknown.</summary>
public sealed record Place(string Path, long? Size, long? Free);

/// <summary>The browser that prints PDF: its program, or why there is none.</summary>
public sealed record PdfBrowser(string? Path, string? Problem);

/// <summary>Whether heads must use two-factor sign-in, how many hold an office as head today and how many of them have it not on; the version of the settings.</summary>
public sealed record HeadsTwoFactor(bool IsDemanded, int Heads, int Without, int Version);

/// <summary>The state of the system as its administrator sees it.</summary>
public sealed record SystemPage(string Version, string Engine, bool IsHealthy, bool KeysAreProtected, bool JobsRun, Place Database, Place Files, PdfBrowser Pdf, int AuditEntries, PageOf<AuditChain> Chains)
{
    public HeadsTwoFactor Heads { get; init; } = new(false, 0, 0, 0);

    /// <summary>What the check of the audit trail found; null before it ran.</summary>
    public IReadOnlyList<string>? Faults { get; init; }
}

/// <summary>Looks at version, database, files, keys and the heads of the audit trail.</summary>
public sealed class SystemState(PortalDb db, IConfiguration configuration, IHostEnvironment environment, HealthCheckService health, IOptions<PdfOptions> pdf, TimeProvider clock)
{
    public async Task<SystemPage> Handle(int? page) => new(
        Version(),
        db.Database.IsSqlite() ? $"SQLite {new SqliteConnection().ServerVersion}" : "SQL Server",
        (await health.CheckHealthAsync()).Status == HealthStatus.Healthy,
        !string.IsNullOrEmpty(configuration["DataProtection:Certificate"]),
        Schedule.IsOn(configuration, environment),
        await Database(),
        Folder(configuration["Files:Root"] ?? "data/files"),
        Pdf(),
        await db.AuditEntries.CountAsync(),
        await db.AuditChains.AsNoTracking().OrderByDescending(chain => chain.Name == AuditChain.Portal).ThenBy(chain => chain.Name).PageAt(page))
    {
        Heads = await Heads(),
    };

    private async Task<HeadsTwoFactor> Heads()
    {
        var today = Days.Today(clock);
        var settings = await db.Settings.AsNoTracking().SingleAsync();
        var heads = db.Users.Where(user => !user.IsLocked && db.Offices.Any(office => office.UserId == user.Id && office.Capacity == Capacity.Head && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)));
        return new(settings.HeadsNeedTwoFactor, await heads.CountAsync(), await heads.CountAsync(user => !user.TwoFactorEnabled), settings.Version);
    }

    // "1.0.0+983d449a…" → "1.0.0 (983d449)"
    private static string Version() =>
        typeof(SystemState).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [var number, .. var commit]
            ? commit.Length > 0 ? $"{number} ({commit[0][..Math.Min(7, commit[0].Length)]})" : number
            : "–";

    private async Task<Place> Database()
    {
        if (!db.Database.IsSqlite())
        {
            var size = await db.Database.SqlQueryRaw<long>("SELECT SUM(CAST(size AS bigint)) * 8192 AS Value FROM sys.database_files").SingleAsync();
            return new(db.Database.GetDbConnection().Database, size, null);
        }

        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        return new(file, new[] { file, file + "-wal" }.Where(File.Exists).Sum(name => new FileInfo(name).Length), FreeAt(file));
    }

    private PdfBrowser Pdf()
    {
        try
        {
            return new(BrowserLocation.Find(pdf.Value.BrowserPath), null);
        }
        catch (PdfUnavailable none)
        {
            return new(null, none.Message);
        }
    }

    private static Place Folder(string path)
    {
        var full = Path.GetFullPath(path);
        var existing = full;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent; // made with the first file
        }

        return new(full, null, FreeAt(existing));
    }

    private static long? FreeAt(string path)
    {
        try
        {
            return new DriveInfo(path).AvailableFreeSpace;
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null; // a network share
        }
    }
}
