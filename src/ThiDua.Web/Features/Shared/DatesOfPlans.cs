using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>Reads the dates of the plans in force: one statement.</summary>
internal static class DatesOfPlans
{
    /// <summary>All but those of reports that were asked for and are not any more (đã thu hồi).</summary>
    public static async Task<IReadOnlyList<PlannedDate>> DatesOf(this PortalDb db, IQueryable<ClusterYear> years)
    {
        var requirements = db.ReportRequirements.IgnoreQueryFilters([PortalDb.ThisClusterYear]);
        var rows = await (
            from block in db.PlanBlocks.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
            join plan in db.Plans.IgnoreQueryFilters([PortalDb.ThisClusterYear]) on block.PlanId equals plan.Id
            join year in years on block.ClusterYearId equals year.Id
            where plan.State == PlanState.Issued && !requirements.Any(row => row.FromBlockId == (block.CopyOfId ?? block.Id) && row.State == RequirementState.Withdrawn)
            select new { year.Id, year.Year, year.Name, PlanId = plan.Id, OriginId = block.CopyOfId ?? block.Id, block.SectionId, block.Content }).ToListAsync();
        return [.. from row in rows
                   where row.Content.Date is not null
                   let date = Of(row.Id, row.Year, row.PlanId, row.SectionId, row.Content)
                   select date with { Cluster = $"{row.Name} – {row.Year}", OriginId = row.OriginId }];
    }

    /// <summary>What plans set and what is reported, in the order of the days; a deadline of a plan that is asked for already is told once, as it is asked for.</summary>
    public static IReadOnlyList<PlannedDate> With(this IEnumerable<PlannedDate> planned, IReadOnlyList<PlannedDate> reports)
    {
        var ofYear = reports.ToLookup(report => report.ClusterYearId);
        return [.. planned.Where(date => date is not { ReportKey: { } key, OriginId: { } origin } || !ofYear[date.ClusterYearId].Any(report => ReportRequirement.AsksFor(report.OriginId, report.ReportKey!, origin, key)))
            .Concat(reports).OrderBy(date => date.LastDay).ThenBy(date => date.Title, StringComparer.Ordinal)];
    }

    private static PlannedDate Of(int yearId, int year, int planId, int sectionId, BlockContent content)
    {
        var written = content.Date!;
        var deadline = content as DeadlineContent;
        var last = deadline is null ? written.Days(year).Last : written.AsDeadline(year).LastDay;
        return new(yearId, "", content.Title, written.ToString(), deadline is null ? written.Days(year).First : last, last, $"/cum/{yearId}/ke-hoach/{planId}#muc-{sectionId}")
        {
            Key = $"{planId}/{sectionId}/{content.GetType().Name}/{content.Title}",
            IsDeadline = deadline is not null,
            Whom = deadline is null ? "Hội nghị" : Labels.Of(deadline.OwedBy),
            Place = (content as ConferenceContent)?.Place,
            ReportKey = deadline is null ? null : ReportRequirement.KeyOf(deadline),
        };
    }
}
