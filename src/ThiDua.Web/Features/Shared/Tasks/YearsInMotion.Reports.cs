using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <content>What is reported in cluster years, and by when.</content>
internal sealed partial class YearsInMotion
{
    /// <summary>The years with what is reported in them alone, for the dates of those who act for these organizations: five statements, and no report but theirs.</summary>
    public async Task<IReadOnlyList<(EnteredYear Year, IReadOnlyList<RequirementInMotion> Requirements)>> LoadReports(IQueryable<ClusterYear> years, IReadOnlyCollection<int> organizations)
    {
        var bare = await years.Select(year => new EnteredYear(year.Id, year.Year, year.Name, year.Cluster.Kind, year.Stage, year.Cluster.LeaderTitle, year.Cluster.DeputyTitle, year.Cluster.AuthorityId, year.Cluster.StandingBodyId, Array.Empty<EnteredYear.Held>(), Array.Empty<int>())).ToListAsync();
        var people = await WhoTakesPart.Of(years, today);
        var reports = (await ReportsOf(years, people.ActedForBy(organizations))).ToLookup(row => row.ClusterYearId);
        return [.. bare.Select(year => (people.In(year), (IReadOnlyList<RequirementInMotion>)[.. reports[year.Id]]))];
    }

    // Two statements: a row for each report that was begun, and one for each unit that was given more time.
    private async Task<IReadOnlyList<RequirementInMotion>> ReportsOf(IQueryable<ClusterYear> years, IReadOnlyList<int>? ofUnits = null)
    {
        var open = db.ReportRequirements.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => years.Any(year => year.Id == row.ClusterYearId) && (row.State == RequirementState.Draft || row.State == RequirementState.Announced || row.State == RequirementState.Consolidated));
        var rows = await (
            from requirement in open
            join found in db.ReportSubmissions.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(row => ofUnits == null || ofUnits.Contains(row.UnitId)) on requirement.Id equals found.RequirementId into begun
            from report in begun.DefaultIfEmpty()
            orderby requirement.LastDay, requirement.Id
            select new
            {
                Requirement = new RequirementInMotion(requirement.Id, requirement.ClusterYearId, requirement.Title, requirement.State, requirement.OwedBy, requirement.LastDay, requirement.IsExpected, requirement.WaitsForWorkingDay, requirement.ClosesHard) { Kind = requirement.Kind, When = requirement.When, FromBlockId = requirement.FromBlockId, Key = requirement.Key, ConsolidatedBy = requirement.ConsolidatedBy },
                UnitId = (int?)report.UnitId,
                State = (ReportState?)report.State,
                Reason = report.State == ReportState.Returned || report.State == ReportState.Reopened ? report.LastReason : null,
                IsLate = report != null && report.IsLate,
                IsComplete = ReportWorkflow.Open.Contains(report.State)
                    && (report.Files.Any(file => file.Supplement == null && (file.Until == null || file.Until > report.Round)) || report.Figures.Any(row => row.Supplement == null && (row.Until == null || row.Until > report.Round)))
                    && !requirement.Items.Any(item => item.IsRequired && !report.Files.Any(file => file.ItemId == item.Id && file.Supplement == null && file.Since <= report.Round && (file.Until == null || file.Until > report.Round)))
                    && !requirement.Figures.Any(figure => figure.IsRequired && !report.Figures.Any(row => row.FigureId == figure.Id && row.Supplement == null && row.Since <= report.Round && (row.Until == null || row.Until > report.Round))),
            }).ToListAsync();
        var extended = (await db.ReportExtensions.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => open.Any(one => one.Id == row.RequirementId)).Select(row => new { row.Id, row.RequirementId, row.UnitId, row.LastDay }).ToListAsync()).ToLookup(row => row.RequirementId);
        return [.. rows.GroupBy(row => row.Requirement.Id).Select(group => group.First().Requirement with
        {
            Reports = [.. group.Where(row => row.UnitId is not null).Select(row => new ReportInMotion(row.UnitId!.Value, row.State!.Value, row.Reason, row.IsLate) { IsComplete = row.IsComplete })],
            Extended = extended[group.Key].GroupBy(row => row.UnitId).ToDictionary(unit => unit.Key, unit => unit.MaxBy(row => row.Id)!.LastDay),
        })];
    }
}
