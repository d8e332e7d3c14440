using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>A date that a plan in force sets (mốc thời gian): a conference, or what is owed by a day.</summary>
public sealed record PlannedDate(int ClusterYearId, int Year, string Cluster, int PlanId, int SectionId, BlockContent Content)
{
    public DateAsWritten Written { get; } = Content.Date!;

    /// <summary>The last calendar day meant: of a deadline its last day in time.</summary>
    public DateOnly LastDay => Content is DeadlineContent ? Written.AsDeadline(Year).LastDay : Written.Days(Year).Last;

    public DateOnly FirstDay => Content is DeadlineContent ? LastDay : Written.Days(Year).First;

    public string Title => Content.Title;

    /// <summary>Who owes it; null of a conference.</summary>
    public OwedBy? OwedBy => (Content as DeadlineContent)?.OwedBy;

    public string? Place => (Content as ConferenceContent)?.Place;

    /// <summary>Where the plan tells it.</summary>
    public string Href => $"/cum/{ClusterYearId}/ke-hoach/{PlanId}#muc-{SectionId}";

    public bool IsPast(DateOnly today) => LastDay < today;
}

/// <summary>Dates as shown in a table.</summary>
public sealed record PlannedDatesShown(IReadOnlyList<PlannedDate> Dates, DateOnly Today, bool WithCluster = false);

/// <summary>Reads the dates of the plans in force, the next first: one statement.</summary>
internal static class DatesOfPlans
{
    public static async Task<IReadOnlyList<PlannedDate>> DatesOf(this PortalDb db, IQueryable<ClusterYear> years)
    {
        var rows = await (
            from block in db.PlanBlocks.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
            join plan in db.Plans.IgnoreQueryFilters([PortalDb.ThisClusterYear]) on block.PlanId equals plan.Id
            join year in years on block.ClusterYearId equals year.Id
            where plan.State == PlanState.Issued
            select new { year.Id, year.Year, year.Name, PlanId = plan.Id, block.SectionId, block.Content }).ToListAsync();
        return [.. rows.Where(row => row.Content.Date is not null).Select(row => new PlannedDate(row.Id, row.Year, $"{row.Name} – {row.Year}", row.PlanId, row.SectionId, row.Content)).OrderBy(date => date.LastDay).ThenBy(date => date.Title, StringComparer.Ordinal)];
    }
}
