namespace ThiDua.Domain.Access;

/// <summary>A delegation in force (ủy quyền) by which the person's unit acts for the leader, with its document in words.</summary>
public sealed record DelegationInForce(int FromUnitId, IReadOnlyList<Permission> Scope, string Document);

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

    /// <summary>What the leader lets this person's unit do for it today.</summary>
    public IReadOnlyList<DelegationInForce> Delegations { get; init; } = [];

    /// <summary>The unit whose sheet this person enters for it (nhập thay), by name; null: none.</summary>
    public string? OnBehalfOf { get; init; }

    public bool IsAdministrator { get; init; }

    /// <summary>The portal itself, for set-up and jobs; no person.</summary>
    public static Actor Portal { get; } = new(0, "Cổng ThiDua", 0, "Hệ thống", 0, Capacity.Clerk) { IsAdministrator = true };

    public bool Can(Permission permission) => Has(permission, Permissions.Grants);

    public bool CanFromPaper(Permission permission) => Has(permission, Permissions.GrantsOnPaper);

    public bool CanInAnyWay(Permission permission) => Can(permission) || CanFromPaper(permission);

    /// <summary>Whether this person's unit does this for the unit: its own, or that which let it act for it.</summary>
    public bool ActsFor(int unitId, Permission permission) => UnitId == unitId || DelegationFor(permission)?.FromUnitId == unitId;

    /// <summary>Whether a delegation lets this person do what only the leader may.</summary>
    public bool ActsForLeader(Permission permission) => DelegationFor(permission) is not null;

    /// <summary>The delegation without which this person could not do this; null where the own position suffices.</summary>
    public DelegationInForce? DelegationUsed(Permission permission) =>
        Positions.Any(position => Permissions.Grants(permission, position, Capacity) || Permissions.GrantsOnPaper(permission, position, Capacity)) ? null : DelegationFor(permission);

    private DelegationInForce? DelegationFor(Permission permission) => Delegations.FirstOrDefault(delegation => delegation.Scope.Contains(permission));

    private bool Has(Permission permission, Func<Permission, Position, Capacity, bool> grants) =>
        Positions.Any(position => grants(permission, position, Capacity)) || (DelegationFor(permission) is not null && grants(permission, Position.Leader, Capacity));
}

/// <summary>Who is acting in this request or job; entered once, at its start.</summary>
public sealed class CurrentActor
{
    public Actor? MayBe { get; private set; }

    public Actor Actor => MayBe ?? throw new InvalidOperationException("Nobody is acting.");

    public int? ClusterYearId => MayBe?.ClusterYearId;

    public void Enter(Actor actor) => MayBe = actor;
}
