using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>All that tells who appraises whom in a year: the positions in force, the assignments, and the conflicts.</summary>
public sealed record AppraisalDuties(IReadOnlyList<(int OrganizationId, Position Position, int Order)> Positions, IReadOnlyList<AppraiserAssignment> Assignments, IReadOnlyList<AppraisalConflict> Conflicts)
{
    /// <summary>The meeting that scores all units, if any.</summary>
    public MeetingScoring? Meeting { get; init; }

    /// <summary>Which organization each merged member went into: to both the other's sheet is their own unit's.</summary>
    public IReadOnlyDictionary<int, int> Successors { get; init; } = new Dictionary<int, int>();

    /// <summary>By position alone.</summary>
    public static AppraisalDuties Of(IEnumerable<(int OrganizationId, Position Position, int Order)> positions) => new([.. positions], [], []);

    public AppraiserAssignment? AssignmentOf(int unitId) => Assignments.FirstOrDefault(row => row.UnitId == unitId);

    /// <summary>The unit that appraises this unit's sheet: whom the assignment names, else the leader, the first deputy, the second; null where none of them may.</summary>
    public int? Responsible(int unitId) => AssignmentOf(unitId)?.Appraiser.UnitId ??
        Positions.Where(row => row.OrganizationId != unitId && !HasGoneInto(unitId, row.OrganizationId) && (row.Position is Position.Leader or Position.Deputy) && !Conflicts.Any(conflict => conflict.Concerns(unitId, row.OrganizationId, null)))
            .OrderBy(row => row.Position).ThenBy(row => row.Order)
            .Select(row => (int?)row.OrganizationId)
            .FirstOrDefault();

    private bool HasGoneInto(int unitId, int organizationId) =>
        Successors.TryGetValue(unitId, out var successor) && successor != unitId && (successor == organizationId || HasGoneInto(successor, organizationId));

    /// <summary>The conflict that keeps this person, or the unit acted for, from the sheet.</summary>
    public AppraisalConflict? ConflictOf(Actor by, int unitId) => Conflicts.FirstOrDefault(conflict => conflict.Concerns(unitId, by.UnitId ?? by.OrganizationId, by.UserId));
}
