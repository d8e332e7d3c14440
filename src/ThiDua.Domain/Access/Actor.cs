namespace ThiDua.Domain.Access;

/// <summary>The person acting now, in one office, with every position that its organization holds in the cluster year entered.</summary>
public sealed record Actor(int UserId, string UserName, int OfficeId, string OfficeName, int OrganizationId, Capacity Capacity)
{
    /// <summary>The cluster year entered by the URL; null outside any.</summary>
    public int? ClusterYearId { get; init; }

    /// <summary>The member unit for which this office acts in the year: its own organization, or the one that it advises.</summary>
    public int? UnitId { get; init; }

    public IReadOnlySet<Position> Positions { get; init; } = new HashSet<Position>();

    /// <summary>Every organization that the person holds any office of: none of them may the person appraise.</summary>
    public IReadOnlySet<int> OwnOrganizationIds { get; init; } = new HashSet<int>();

    public bool IsAdministrator { get; init; }

    /// <summary>The portal itself, for set-up and jobs; no person.</summary>
    public static Actor Portal { get; } = new(0, "Cổng ThiDua", 0, "Hệ thống", 0, Capacity.Clerk) { IsAdministrator = true };

    public bool Can(Permission permission) => Positions.Any(position => Permissions.Grants(permission, position, Capacity));

    public bool CanFromPaper(Permission permission) => Positions.Any(position => Permissions.GrantsOnPaper(permission, position, Capacity));

    public bool CanInAnyWay(Permission permission) => Can(permission) || CanFromPaper(permission);
}

/// <summary>Who is acting in this request or job; entered once, at its start.</summary>
public sealed class CurrentActor
{
    public Actor? MayBe { get; private set; }

    public Actor Actor => MayBe ?? throw new InvalidOperationException("Nobody is acting.");

    public int? ClusterYearId => MayBe?.ClusterYearId;

    public void Enter(Actor actor) => MayBe = actor;
}
