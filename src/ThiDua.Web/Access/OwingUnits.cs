using ThiDua.Domain.Planning;

namespace ThiDua.Web.Access;

/// <summary>A unit that owes a report.</summary>
public sealed record OwingUnit(int Id, string Name);

/// <summary>The units of a cluster year that owe reports.</summary>
public static class OwingUnits
{
    /// <summary>Members that still take part, or the leader for the cluster.</summary>
    public static IReadOnlyList<OwingUnit> Owing(this EnteredYear year, OwedBy owedBy) =>
        [.. year.MemberIds.Distinct().Where(id => owedBy == OwedBy.Leader ? id == year.LeaderId : !year.HasLeft(id)).Select(id => new OwingUnit(id, year.MemberNames.GetValueOrDefault(id, "")))];
}
