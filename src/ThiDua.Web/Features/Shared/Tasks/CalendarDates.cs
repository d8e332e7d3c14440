using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>The dates of cluster years for one person in one office or in several: what plans in force set, and the reports that concern them. Six statements, whatever the years and units.</summary>
public sealed class CalendarDates(PortalDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<PlannedDate>> Handle(IQueryable<ClusterYear> years, IReadOnlyList<Person> acting)
    {
        var open = years.Where(year => year.Stage != ClusterYearStage.Concluded);
        var found = await new YearsInMotion(db, acting[0].UserId, Days.Today(clock)).LoadReports(open, [.. acting.SelectMany(person => person.Office?.ActsFor ?? []).Distinct()]);
        var reports = from row in found
                      from person in acting
                      let actor = EnterClusterYear.ActorIn(row.Year, person)
                      where actor.Positions.Count > 0
                      from date in DatesOfReports.For(row.Year, actor, row.Requirements)
                      select date;
        return (await db.DatesOf(open)).With([.. reports.DistinctBy(date => date.Key)]);
    }
}
