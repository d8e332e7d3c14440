using ThiDua.Domain.Access;

namespace ThiDua.Domain.Covenants;

/// <summary>A unit whose signature a covenant waits for.</summary>
public sealed record CovenantParty(int UnitId, string Name)
{
    /// <summary>Leader, deputy or member: what its signature stands under.</summary>
    public Position Position { get; init; } = Position.Member;
}

/// <summary>Who signs a covenant: the members that take part in the year, the leader first, then the deputies, then the others by name.</summary>
public sealed record CovenantParties(IReadOnlyList<CovenantParty> All)
{
    /// <summary>A member of the year as far as it tells whether it signs.</summary>
    public sealed record Unit(int UnitId, string Name, bool HasLeft, int? SuccessorId);

    /// <summary>Who has left does not sign; for a unit that merged its successor does, by its own signature where it is a member itself.</summary>
    public static CovenantParties Of(IEnumerable<Unit> members, IReadOnlyList<(int OrganizationId, Position Position, int Order)> positions)
    {
        var present = members.Where(unit => !unit.HasLeft).DistinctBy(unit => unit.UnitId).OrderBy(unit => unit.Name, Text.VietnameseOrder).ToList();
        var signing = present.Where(unit => unit.SuccessorId is not { } successor || !present.Exists(other => other.UnitId == successor));
        return new([.. from unit in signing
                       let held = positions.Where(row => row.OrganizationId == unit.UnitId && row.Position is Position.Leader or Position.Deputy).OrderBy(row => row.Position).FirstOrDefault()
                       let position = held.OrganizationId == unit.UnitId ? held.Position : Position.Member
                       orderby position, held.Order
                       select new CovenantParty(unit.UnitId, unit.Name) { Position = position }]);
    }

    public CovenantParty? Find(int? unitId) => All.FirstOrDefault(party => party.UnitId == unitId);
}
