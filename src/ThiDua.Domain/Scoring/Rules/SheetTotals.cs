namespace ThiDua.Domain.Scoring;

/// <summary>The totals of one sheet (tổng điểm). ByNode is signed and within caps; Deductions is what is taken off, ≥ 0; Percent is of the assigned maximum, rounded to 2 places; sums are never rounded.</summary>
public sealed record SheetTotals(
    IReadOnlyDictionary<int, decimal> ByNode,
    IReadOnlyDictionary<int, decimal> AssignedMaxByNode,
    decimal Normal,
    decimal Bonus,
    decimal Deductions,
    decimal Total,
    decimal AssignedMax,
    decimal Percent)
{
    /// <summary>The percent that this node reached of what was assigned in it, or null where nothing was.</summary>
    public decimal? PercentOf(int nodeId) =>
        AssignedMaxByNode.GetValueOrDefault(nodeId) is > 0 and var max ? Points.Round(ByNode[nodeId] / max * 100) : null;
}
