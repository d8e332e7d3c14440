using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>
/// Brings what reports and rounds of comments say of a unit into the lines of its sheet that are scored from them: proposals with their source, never points.
/// All of it runs first in the transaction of the caller's next save, with the sheets held: whoever changes a fact, or tells it, at the same moment comes before or after.
/// </summary>
public sealed class ReportingFacts(PortalDb db, ReadReportingFacts facts, TellFacts tell)
{
    /// <summary>All that is known of the sheet's unit now.</summary>
    public void Handle(ScoreSheet sheet) => db.First(async () =>
    {
        await db.ScoreSheets.Where(row => row.Id == sheet.Id).Hold(row => row.State);
        if (await db.LeavesByPortal() is { Count: > 0 } leaves)
        {
            await tell.Handle([sheet], leaves, await facts.Handle(sheet.UnitId));
        }
    });

    /// <summary>After a requirement, or the report of this unit for it, has changed: the lines of those who owe it follow.</summary>
    public void Follow(ReportRequirement requirement, int? unitId = null) => db.First(async () =>
    {
        if (await db.LeavesByPortal() is { Count: > 0 } leaves)
        {
            var concerned = db.ScoreSheets.Where(row => unitId == null || row.UnitId == unitId);
            await concerned.Hold(row => row.State);
            var sheets = await concerned.AsNoTracking().ToListAsync();
            await tell.Handle(sheets, leaves, await facts.OfRequirement(requirement, sheets));
        }
    });

    /// <summary>How many proposals the last save made or changed.</summary>
    public int Told => tell.Told;
}

/// <summary>Where an event behind a line is read in the portal, by its key.</summary>
public static class FactLinks
{
    public static string? Of(object? clusterYearId, string key) =>
        key.StartsWith("bao-cao-", StringComparison.Ordinal) && int.TryParse(key["bao-cao-".Length..], out var requirement) ? $"/cum/{clusterYearId}/bao-cao/{requirement}"
        : key.StartsWith("gop-y-", StringComparison.Ordinal) && int.TryParse(key["gop-y-".Length..], out var round) ? $"/cum/{clusterYearId}/y-kien/{round}"
        : null;
}
