namespace ThiDua.Domain.Scoring;

/// <summary>One unit as a result layer sees it: the points of its leaves, or why it is not ranked.</summary>
public sealed record UnitResult(int UnitId, string Name, string? UnrankedReason, IReadOnlyDictionary<int, LeafResult> Leaves, int? TieVotes = null)
{
    /// <summary>The vote that its votes were cast in: votes of one are never compared with those of another.</summary>
    public int? TieBallot { get; init; }

    /// <summary>The bars and holds in force for it.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    public bool IsBarredFrom(BarEffect effect) => Bars.Any(bar => bar.Touches.Contains(effect));
}

/// <summary>One row of the result: totals, rank, and the place considered for honours.</summary>
public sealed record ResultRow(UnitResult Unit, SheetTotals Totals, RankedUnit Place, HonourPlace Honour)
{
    /// <summary>Vì sao chưa đề nghị: bars, unresolved ties, and who moved up for them.</summary>
    public IReadOnlyList<string> Notes() => HonourPlaces.Notes(Place.Rank, Honour, Unit.Bars);
}

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
        var honours = HonourPlaces.Of(places, Units.Where(unit => unit.IsBarredFrom(BarEffect.Honour)).Select(unit => unit.UnitId).ToHashSet());
        return [.. places.Select(place => new ResultRow(units[place.UnitId], totals[place.UnitId], place, honours[place.UnitId]))];
    }

    /// <summary>The same with other points in some lines.</summary>
    public ResultSnapshot With(IReadOnlyList<LineChange> changes) =>
        this with { Units = [.. Units.Select(unit => unit with { Leaves = unit.Leaves.ToDictionary(leaf => leaf.Key, leaf => changes.LastOrDefault(change => change.UnitId == unit.UnitId && change.CriterionId == leaf.Key) is { } change ? leaf.Value with { Points = change.To } : leaf.Value) })] };

    public string ToJson() => ScoringJson.Write(this);

    public static ResultSnapshot FromJson(string json) => ScoringJson.Read<ResultSnapshot>(json);

    private static RankingUnit ForRanking(UnitResult unit, SheetTotals totals) =>
        new(unit.UnitId, unit.Name, unit.UnrankedReason, totals.Total, totals.Percent, totals.Deductions, totals.ByNode, unit.TieVotes, unit.TieBallot);
}
