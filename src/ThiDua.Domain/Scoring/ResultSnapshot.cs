namespace ThiDua.Domain.Scoring;

/// <summary>One unit as a result layer sees it: the points of its leaves, or why it is not ranked.</summary>
public sealed record UnitResult(int UnitId, string Name, string? UnrankedReason, IReadOnlyDictionary<int, LeafResult> Leaves, int? TieVotes = null);

/// <summary>One row of the result: totals and rank.</summary>
public sealed record ResultRow(UnitResult Unit, SheetTotals Totals, RankedUnit Place);

/// <summary>Everything that a ranking follows from (số liệu xếp hạng): the tree, the terms, the points. Frozen with each layer; recomputes to itself.</summary>
public sealed record ResultSnapshot(RankBy RankBy, IReadOnlyList<TieKey> TieKeys, NotAssignedPolicy NotAssigned, IReadOnlyList<SchemeNode> Nodes, IReadOnlyList<UnitResult> Units)
{
    public static ResultSnapshot Of(ScoringScheme scheme, IEnumerable<UnitResult> units) =>
        new(scheme.RankBy, scheme.TieKeys, scheme.NotAssigned, [.. scheme.Criteria.Select(criterion => criterion.Node())], [.. units.OrderBy(unit => unit.UnitId)]);

    /// <summary>Totals and ranks, best first, the unranked last; a pure function of this snapshot.</summary>
    public IReadOnlyList<ResultRow> Compute()
    {
        var tree = new SchemeTree(Nodes);
        var totals = Units.ToDictionary(unit => unit.UnitId, unit => tree.Totals(unit.Leaves, NotAssigned));
        var places = RankingTable.Compute(new(RankBy, TieKeys, [.. Units.Select(unit => ForRanking(unit, totals[unit.UnitId]))]));
        var units = Units.ToDictionary(unit => unit.UnitId);
        return [.. places.Select(place => new ResultRow(units[place.UnitId], totals[place.UnitId], place))];
    }

    public string ToJson() => ScoringJson.Write(this);

    public static ResultSnapshot FromJson(string json) => ScoringJson.Read<ResultSnapshot>(json);

    private static RankingUnit ForRanking(UnitResult unit, SheetTotals totals) =>
        new(unit.UnitId, unit.Name, unit.UnrankedReason, totals.Total, totals.Percent, totals.Deductions, totals.ByNode, unit.TieVotes);
}
