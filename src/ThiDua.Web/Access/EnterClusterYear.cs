using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>The cluster year of this request as its pages show it.</summary>
public sealed record EnteredYear(int Id, int Year, string Name, ClusterKind Kind, ClusterYearStage Stage, string LeaderTitle, string DeputyTitle, int AuthorityId, int? StandingBodyId, IReadOnlyList<EnteredYear.Held> Positions, IReadOnlyList<int> MemberIds)
{
    /// <summary>The cluster whose year it is: what is kept over the years hangs on it.</summary>
    public int ClusterId { get; init; }

    public sealed record Held(int OrganizationId, Position Position, int Order);

    public sealed record Delegated(int FromUnitId, int ToUnitId, IReadOnlyList<Permission> Scope, DocumentReference Document);

    public sealed record MergedUnit(int UnitId, int SuccessorId);

    /// <summary>Members that merged into another organization, whose people act for them.</summary>
    public IReadOnlyList<MergedUnit> Merged { get; init; } = [];

    /// <summary>Members that take part no longer: nothing waits for their sheets.</summary>
    public IReadOnlyList<UnitLeft> Left { get; init; } = [];

    public bool HasLeft(int unitId) => Left.Any(unit => unit.UnitId == unitId);

    /// <summary>The names of the members in that year.</summary>
    public IReadOnlyDictionary<int, string> MemberNames { get; init; } = new Dictionary<int, string>();

    /// <summary>The delegations of today.</summary>
    public IReadOnlyList<Delegated> Delegations { get; init; } = [];

    /// <summary>The parameters by which the year runs.</summary>
    public YearParameters Parameters { get; init; } = new();

    /// <summary>Whether results are agreed in a preparatory session before they are adopted.</summary>
    public bool HasPreparatorySession => Parameters.HasPreparatorySession;

    public int? LeaderId => Positions.FirstOrDefault(row => row.Position == Position.Leader)?.OrganizationId;

    public bool HasDeputy => Positions.Any(row => row.Position == Position.Deputy);

    /// <summary>Assignments of appraisers and conflicts.</summary>
    public AppraisalPlan? Plan { get; init; }

    public IReadOnlyList<(int OrganizationId, Position Position, int Order)> InForce => [.. Positions.Select(row => (row.OrganizationId, row.Position, row.Order))];

    /// <summary>Who appraises whom.</summary>
    public AppraisalDuties Duties => new(InForce, Plan?.Assignments ?? [], Plan?.Conflicts ?? []) { Meeting = Plan?.Meeting, Successors = Merged.DistinctBy(row => row.UnitId).ToDictionary(row => row.UnitId, row => row.SuccessorId) };
}

/// <summary>The cluster year entered by the URL.</summary>
public sealed class CurrentYear
{
    public EnteredYear? MayBe { get; private set; }

    public EnteredYear Year => MayBe ?? throw new InvalidOperationException("No cluster year was entered.");

    public void Enter(EnteredYear year) => MayBe = year;
}

/// <summary>Finds out, once a request, in which positions the person acts in the cluster year of the route; none: the year does not exist for this person.</summary>
public sealed class EnterClusterYear(RequestDelegate next)
{
    public const string Key = "clusterYearId";

    public async Task InvokeAsync(HttpContext http, PortalDb db, CurrentPerson person, CurrentActor current, CurrentYear year, TimeProvider clock)
    {
        if (person.MayBe is { } known && http.GetRouteValue("organizationId") is string organization && int.TryParse(organization, out var organizationId) && known.Office?.ActsFor.Contains(organizationId) == true)
        {
            current.Enter(current.Actor with { OrganizationId = organizationId, Positions = new HashSet<Position> { Position.Authority } });
        }

        if (person.MayBe is { } signedIn && int.TryParse(http.GetRouteValue(Key) as string, out var id))
        {
            var entered = await Load(db, id, Days.Today(clock));
            var actor = entered is null ? null : ActorIn(entered, signedIn);
            if (actor is null || actor.Positions.Count == 0)
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            year.Enter(entered!);
            current.Enter(await OnBehalf.Of(http, db, entered!, actor, Days.Today(clock)));
        }

        await next(http);
    }

    public static Actor ActorIn(EnteredYear year, Person person)
    {
        IReadOnlyList<int> actsFor = person.Office?.ActsFor ?? [];
        var unit = year.MemberIds.Where(actsFor.Contains).Select(id => (int?)id).FirstOrDefault() ?? year.Merged.Where(row => actsFor.Contains(row.SuccessorId)).Select(row => (int?)row.UnitId).FirstOrDefault();
        var positions = year.Positions.Where(row => row.OrganizationId == unit).Select(row => row.Position).ToHashSet();
        AddIf(unit is not null, Position.Member);
        AddIf(actsFor.Contains(year.AuthorityId), Position.Authority);
        AddIf(year.StandingBodyId is { } body && actsFor.Contains(body), Position.StandingBody);
        AddIf(year.Positions.Any(row => row.Position == Position.Observer && actsFor.Contains(row.OrganizationId)), Position.Observer);
        AddIf(unit is not null && year.Plan?.Assignments.Any(row => row.Appraiser.UnitId == unit) == true, Position.Appraiser);
        var outside = EnterPortal.ActorOutsideAnyYear(person);
        return outside with
        {
            ClusterYearId = year.Id,
            UnitId = unit,
            OrganizationId = unit ?? (positions.Contains(Position.Authority) ? year.AuthorityId : outside.OrganizationId),
            Positions = positions,
            OwnOrganizationIds = WithMerged(outside.OwnOrganizationIds, year.Merged),
            Delegations = positions.Contains(Position.Deputy) ? [.. year.Delegations.Where(row => row.ToUnitId == unit && row.FromUnitId == year.LeaderId).Select(InForce)] : [],
        };

        static DelegationInForce InForce(EnteredYear.Delegated row) => new(row.FromUnitId, row.Scope, $"{row.Document.Number} ngày {row.Document.IssuedOn:dd/MM/yyyy}");

        void AddIf(bool holds, Position position)
        {
            if (holds)
            {
                positions.Add(position);
            }
        }
    }

    // Whoever belongs to an organization belongs to the members that merged into it.
    private static HashSet<int> WithMerged(IEnumerable<int> own, IReadOnlyList<EnteredYear.MergedUnit> merged)
    {
        var all = own.ToHashSet();
        while (merged.FirstOrDefault(row => all.Contains(row.SuccessorId) && !all.Contains(row.UnitId)) is { } found)
        {
            all.Add(found.UnitId);
        }

        return all;
    }

    /// <summary>The year with all that tells who acts in it on this day; null: there is none.</summary>
    public static async Task<EnteredYear?> Load(PortalDb db, int id, DateOnly today)
    {
        var year = await db.ClusterYears.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().AsSingleQuery().Where(year => year.Id == id)
            .Select(year => new
            {
                year.Id,
                year.ClusterId,
                year.Year,
                year.Name,
                year.Stage,
                year.Cluster.Kind,
                year.Cluster.LeaderTitle,
                year.Cluster.DeputyTitle,
                year.Cluster.AuthorityId,
                year.Cluster.StandingBodyId,
                year.Parameters,
                Positions = year.Positions.Where(row => row.FromOn <= today && (row.ToOn == null || row.ToOn >= today)).Select(row => new EnteredYear.Held(row.OrganizationId, row.Position, row.Order)).ToList(),
                Delegations = year.Delegations.Where(row => row.FromOn <= today && row.ToOn >= today).Select(row => new EnteredYear.Delegated(row.FromUnitId, row.ToUnitId, row.Scope, row.Document)).ToList(),
                Plan = db.AppraisalPlans.FirstOrDefault(plan => plan.ClusterYearId == year.Id),
                Members = year.Members.Select(row => new { row.OrganizationId, row.SuccessorId, row.NameThen, row.ToOn, row.StaysRanked }).ToList(),
            }).SingleOrDefaultAsync();
        return year is null ? null : new(year.Id, year.Year, year.Name, year.Kind, year.Stage, year.LeaderTitle, year.DeputyTitle, year.AuthorityId, year.StandingBodyId, year.Positions, [.. year.Members.Select(row => row.OrganizationId)]) { ClusterId = year.ClusterId, MemberNames = year.Members.DistinctBy(row => row.OrganizationId).ToDictionary(row => row.OrganizationId, row => row.NameThen), Merged = [.. year.Members.Where(row => row.SuccessorId is not null).Select(row => new EnteredYear.MergedUnit(row.OrganizationId, row.SuccessorId!.Value))], Left = UnitLeft.Among(year.Members.Select(row => (row.OrganizationId, row.ToOn, row.SuccessorId, row.StaysRanked)), today), Parameters = year.Parameters, Delegations = year.Delegations, Plan = year.Plan };
    }
}
