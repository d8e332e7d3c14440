using ThiDua.Domain.Covenants;

namespace ThiDua.Web.Access;

/// <summary>The units that sign the covenants of a cluster year.</summary>
public static class YearParties
{
    public static CovenantParties Parties(this EnteredYear year) => CovenantParties.Of(
        year.MemberIds.Select(id => new CovenantParties.Unit(id, year.MemberNames.GetValueOrDefault(id, ""), year.HasLeft(id), year.Merged.FirstOrDefault(row => row.UnitId == id)?.SuccessorId)), year.InForce);
}
