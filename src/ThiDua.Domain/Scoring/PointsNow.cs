namespace ThiDua.Domain.Scoring;

/// <summary>What a cell holds, as far as its points follow from it.</summary>
public sealed record CellFigures(LineValues Values, decimal? Points, bool IsSetByHand);

/// <summary>The points of a cell as they stand now (điểm hiện thời) and how they came about: the one answer for every page, total and document.</summary>
public sealed record PointsNow(decimal? Points, bool IsProvisional, IReadOnlyList<string> Steps, string? Problem)
{
    /// <param name="leaf">The leaf.</param>
    /// <param name="cell">What the cell holds.</param>
    /// <param name="unitId">The unit whose cell it is.</param>
    /// <param name="snapshot">The leaf as computed for the whole cluster; null while entry is open, when points that wait for the cluster are provisional (tạm tính).</param>
    /// <param name="scoring">How the leaf is scored for this unit.</param>
    /// <param name="names">The units by name, where whoever looks may know who is furthest.</param>
    public static PointsNow Of(SchemeNode leaf, CellFigures cell, int unitId, ClusterSnapshot? snapshot, LeafScoring scoring = LeafScoring.Assigned, IReadOnlyDictionary<int, string>? names = null)
    {
        if (scoring == LeafScoring.NotScored)
        {
            return new(null, false, [], null);
        }

        var byFormula = scoring == LeafScoring.WithoutTarget ? ScoringWithoutTarget.Alone(cell.Values) : leaf.Rule!.Compute(leaf.Max, leaf.Kind, leaf.Rule is ByPortalRule && cell.Points is not null ? cell.Values with { Points = cell.Points } : cell.Values);
        if (cell.IsSetByHand && leaf.Rule is not ByPortalRule)
        {
            return new(cell.Points, false, [$"Điểm do thẩm định quyết định: {Figures.Points(cell.Points ?? 0)}", .. byFormula.Steps.Select(step => $"Theo công thức: {step}")], null);
        }

        if (!byFormula.Provisional)
        {
            return new(cell.Points, false, byFormula.Steps, cell.Points is null ? byFormula.Problem : null);
        }

        if (snapshot is null)
        {
            return new(byFormula.Points, byFormula.Points is not null, byFormula.Steps, byFormula.Problem);
        }

        var inCluster = snapshot.WithUnit(unitId, cell.Values, names);
        return new(cell.Points ?? inCluster.Points, cell.Points is null && inCluster.Points is not null, inCluster.Steps, inCluster.Problem);
    }
}
