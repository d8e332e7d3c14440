using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Authorities;

/// <summary>How far the units are with one requirement, in numbers; Missing: those that have not sent it.</summary>
public sealed record ReportsStanding(int RequirementId, int ClusterYearId, string Title, DateOnly? LastDay, bool WaitsForWorkingDay, int Owing, int Submitted, int Accepted, int Late, int Returned, int Missing)
{
    /// <summary>The last days of the missing units that were given more time.</summary>
    public IReadOnlyList<DateOnly> Extended { get; init; } = [];

    /// <summary>How many have not sent it and are late, each by its own deadline.</summary>
    public int Overdue(DateTime now) => LastDay is { } day && IsPast(day, now) ? Math.Max(0, Missing - Extended.Count(extended => extended > day && !IsPast(extended, now))) : 0;

    /// <summary>The next day by which somebody has to send it; null: there is none to come, or nobody owes it any more.</summary>
    public DateOnly? NextDay(DateOnly today) => Missing == 0 ? null : Extended.Append(LastDay ?? DateOnly.MinValue).Where(day => day >= today).Order().Select(day => (DateOnly?)day).FirstOrDefault();

    private bool IsPast(DateOnly day, DateTime now) => now >= new Deadline(day).LateFrom(WaitsForWorkingDay);
}

/// <summary>Reads how far the units of many cluster years are with what they report: one statement.</summary>
public sealed class ReadReportsStanding(PortalDb db, TimeProvider clock)
{
    private sealed record Row(ReportsStanding Standing, OwedBy OwedBy, int? ExtensionId, int? UnitId, DateOnly? LastDay);

    /// <summary>The requirements that units send now, of these.</summary>
    public async Task<IReadOnlyList<ReportsStanding>> Handle(IQueryable<ReportRequirement> requirements)
    {
        var rows = await Rows(requirements.Where(row => RequirementWorkflow.Open.Contains(row.State))).ToListAsync();
        return [.. rows.GroupBy(row => row.Standing.RequirementId).Select(Together)];
    }

    private IQueryable<Row> Rows(IQueryable<ReportRequirement> open)
    {
        var takesPart = Membership.TakesPartOn(Days.Today(clock));
        var reports = db.ReportSubmissions.IgnoreQueryFilters([PortalDb.ThisClusterYear]);
        var ofMissing = db.ReportExtensions.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(extension => !reports.Any(row => row.RequirementId == extension.RequirementId && row.UnitId == extension.UnitId && row.FirstSubmittedAt != null));
        return from requirement in open
               join year in db.ClusterYears.IgnoreQueryFilters([PortalDb.ThisClusterYear]) on requirement.ClusterYearId equals year.Id
               join found in ofMissing on requirement.Id equals found.RequirementId into given
               from extension in given.DefaultIfEmpty()
               select new Row(
                   new ReportsStanding(
                       requirement.Id, year.Id, requirement.Title, requirement.LastDay, requirement.WaitsForWorkingDay,
                       year.Members.AsQueryable().Where(takesPart).Select(member => member.OrganizationId).Distinct().Count(),
                       reports.Count(row => row.RequirementId == requirement.Id && row.FirstSubmittedAt != null),
                       reports.Count(row => row.RequirementId == requirement.Id && row.State == ReportState.Accepted),
                       reports.Count(row => row.RequirementId == requirement.Id && row.IsLate),
                       reports.Count(row => row.RequirementId == requirement.Id && (row.State == ReportState.Returned || row.State == ReportState.Reopened)),
                       year.Members.AsQueryable().Where(takesPart).Where(member => !reports.Any(row => row.RequirementId == requirement.Id && row.UnitId == member.OrganizationId && row.FirstSubmittedAt != null)).Select(member => member.OrganizationId).Distinct().Count()),
                   requirement.OwedBy,
                   (int?)extension.Id,
                   (int?)extension.UnitId,
                   (DateOnly?)extension.LastDay);
    }

    private static ReportsStanding Together(IEnumerable<Row> ofRequirement)
    {
        var rows = ofRequirement.ToList();
        var standing = rows[0].OwedBy == OwedBy.Leader ? rows[0].Standing with { Owing = 1, Missing = rows[0].Standing.Submitted > 0 ? 0 : 1 } : rows[0].Standing;
        return standing with { Extended = [.. rows.Where(row => row.UnitId is not null).GroupBy(row => row.UnitId).Select(unit => unit.MaxBy(row => row.ExtensionId)!.LastDay!.Value)] };
    }
}

/// <summary>What the units of one cluster year report, over all that is asked for: received and late of how many, what is overdue, and the next deadline.</summary>
public sealed record YearsReports(int Owing, int Submitted, int Accepted, int Late, int Overdue, ReportsStanding? Next, DateOnly? NextDay)
{
    public static YearsReports Of(IEnumerable<ReportsStanding> standings, DateTime now)
    {
        var (all, today) = (standings.ToList(), VietnamTime.DayOf(now));
        var next = all.Where(row => row.NextDay(today) is not null).MinBy(row => row.NextDay(today));
        return new(all.Sum(row => row.Owing), all.Sum(row => row.Submitted), all.Sum(row => row.Accepted), all.Sum(row => row.Late), all.Sum(row => row.Overdue(now)), next, next?.NextDay(today));
    }
}
