using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>Việc cần làm: what waits for the person, over all cluster years of the office acted in, nearest deadline first.</summary>
public sealed class MyTasks(PortalDb db, ReadableYears years, CurrentPerson current, CurrentYear entered, CurrentActor acting, TimeProvider clock)
{
    private const int DatesShown = 5;

    private Task<YearInMotion>? _entered;

    private sealed record Unopened(int Id, string Name, int AuthorityId);

    public async Task<MyWork> Handle()
    {
        var (person, today) = (current.Person, Days.Today(clock));
        if (person.Office is not { } office)
        {
            return new([], [], [], today) { HasOffice = false, IsAdministrator = person.IsAdministrator };
        }

        var all = await new YearsInMotion(db, person.UserId, today).Load(years.OfAnyOffice().Where(year => year.Stage != ClusterYearStage.Concluded));
        var unopened = await ClustersWithoutYear(person);
        var tasks = TasksOf(person, all, unopened).OrderBy(task => task.DueOn ?? DateOnly.MaxValue).ThenBy(task => task.Cluster, Text.VietnameseOrder).ToList();
        var elsewhere = person.Offices.Where(other => other.Id != office.Id)
            .Select(other => new OfficeWithTasks(other.Id, other.Name, TasksOf(person with { Office = other }, all, unopened).Sum(task => task.Count)))
            .Where(other => other.Count > 0).ToList();
        var reports = Acting(person, all).SelectMany(row => DatesOfReports.For(row.Year.Year, row.Actor, row.Year.Requirements)).ToList();
        var dates = (await db.DatesOf(years.Query().Where(year => year.Stage != ClusterYearStage.Concluded))).With(reports);
        return new(tasks, [.. Acting(person, all).SelectMany(row => AwaitedInYear.For(row.Year, row.Actor))], elsewhere, today)
        {
            Ahead = [.. dates.Where(date => date.IsAhead(today)).Take(DatesShown)],
            MaySetUpFor = AuthorityPermissions.Grants(AuthorityPermission.SetUpClusters, office.Capacity) && !await years.Query().AnyAsync() ? office.ActsFor[^1] : null,
        };
    }

    /// <summary>The tasks of the cluster year entered: for the counts in its navigation.</summary>
    public async Task<IReadOnlyList<TaskToDo>> OfEnteredYear() => TasksOfYear.For(await EnteredYear(), acting.Actor);

    /// <summary>Where the cluster year entered stands: read once a request, for its page and its navigation.</summary>
    internal Task<YearInMotion> EnteredYear() => _entered ??= new YearsInMotion(db, current.Person.UserId, Days.Today(clock)).Load(entered.Year);

    private static IEnumerable<TaskToDo> TasksOf(Person person, IReadOnlyList<YearInMotion> all, IReadOnlyList<Unopened> unopened) =>
        Acting(person, all).SelectMany(row => TasksOfYear.For(row.Year, row.Actor)).Concat(ToOpen(person, unopened));

    // A year in which this office has no position is not its own to hear of.
    private static IEnumerable<(YearInMotion Year, Actor Actor)> Acting(Person person, IReadOnlyList<YearInMotion> all) =>
        all.Select(year => (Year: year, Actor: EnterClusterYear.ActorIn(year.Year, person))).Where(row => row.Actor.Positions.Count > 0);

    private static IEnumerable<TaskToDo> ToOpen(Person person, IReadOnlyList<Unopened> unopened) =>
        person.Office is { } office && AuthorityPermissions.Grants(AuthorityPermission.SetUpClusters, office.Capacity)
            ? unopened.Where(cluster => office.ActsFor.Contains(cluster.AuthorityId))
                .Select(cluster => new TaskToDo(cluster.Name, "Mở năm thi đua đầu tiên của cụm, khối", "Mở năm thi đua", $"/co-quan/{cluster.AuthorityId}/cum/{cluster.Id}/mo-nam"))
            : [];

    private async Task<IReadOnlyList<Unopened>> ClustersWithoutYear(Person person)
    {
        var authorities = person.Offices.SelectMany(office => office.ActsFor).Distinct().ToList();
        return await db.Clusters.AsNoTracking().Where(cluster => authorities.Contains(cluster.AuthorityId) && !db.ClusterYears.Any(year => year.ClusterId == cluster.Id))
            .OrderBy(cluster => cluster.Name).Select(cluster => new Unopened(cluster.Id, cluster.Name, cluster.AuthorityId)).ToListAsync();
    }
}
