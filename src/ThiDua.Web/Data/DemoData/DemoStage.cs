using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Access;

namespace ThiDua.Web.Data.DemoData;

/// <summary>What the planting works with: the database, the organizations and the people who act, one after the other.</summary>
internal sealed class DemoStage(PortalDb db, CurrentActor current, IReadOnlyDictionary<string, Organization> organizations, IReadOnlyDictionary<string, Person> people)
{
    public PortalDb Db => db;

    public CurrentActor Current => current;

    public Organization Organization(string code) => organizations[code];

    /// <summary>From here on this person acts, with the rights that the offices give in the year; saves are theirs.</summary>
    public Actor ActAs(string userName, ClusterYear year)
    {
        var actor = EnterClusterYear.ActorIn(Entered(year), people[userName]);
        current.Enter(actor);
        return actor;
    }

    /// <summary>From here on this person acts for the authority, outside any year.</summary>
    public Actor ActForAuthority(string userName, string authority)
    {
        var actor = EnterPortal.ActorOutsideAnyYear(people[userName]) with { OrganizationId = organizations[authority].Id, Positions = new HashSet<Position> { Position.Authority } };
        current.Enter(actor);
        return actor;
    }

    public static CurrentYear Enter(ClusterYear year)
    {
        var entered = new CurrentYear();
        entered.Enter(Entered(year));
        return entered;
    }

    private static EnteredYear Entered(ClusterYear year) =>
        new(year.Id, year.Year, year.Name, year.Cluster.Kind, year.Stage, year.Cluster.LeaderTitle, year.Cluster.DeputyTitle, year.Cluster.AuthorityId, year.Cluster.StandingBodyId,
            [.. year.Positions.Where(row => row.ToOn is null).Select(row => new EnteredYear.Held(row.OrganizationId, row.Position, row.Order))], [.. year.Members.Select(member => member.OrganizationId)])
        { ClusterId = year.ClusterId, Parameters = year.Parameters, MemberNames = year.Members.ToDictionary(member => member.OrganizationId, member => member.NameThen) };
}
