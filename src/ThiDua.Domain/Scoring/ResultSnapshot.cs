using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Scoring;

/// <summary>One unit as a result layer sees it: the points of its leaves, or why it is not ranked.</summary>
public sealed record UnitResult(int UnitId, string Name, string? UnrankedReason, IReadOnlyDictionary<int, LeafResult> Leaves, int? TieVotes = null)
{
    /// <summary>The vote that its votes were cast in: votes of one are never compared with those of another.</summary>
    public int? TieBallot { get; init; }

    /// <summary>The bars and holds in force for it.</summary>
    public IReadOnlyList<Bar> Bars { get; init; } = [];

    /// <summary>What counts of a sheet: its points in one column; of one that was not submitted nothing, or the points of the facts, as the scheme says. Neither it nor a unit that has left is ranked.</summary>
    public static UnitResult Of(ScoreSheet sheet, UnitLeft? left, NoSheetPolicy noSheet, NotAssignedLeaves notAssigned, IEnumerable<KeyValuePair<int, decimal?>> points)
    {
        var isMissing = sheet.State == ScoreSheetState.NotSubmitted;
        var whyUnranked = left?.InWords ?? (isMissing ? $"Không nộp bảng tự chấm điểm: {sheet.LastReason}" : null);
        return new(sheet.UnitId, sheet.UnitName, whyUnranked, isMissing && noSheet == NoSheetPolicy.Zero ? new Dictionary<int, LeafResult>() : notAssigned.Results(points));
    }

    public bool IsBarredFrom(BarEffect effect) => Bars.Any(bar => bar.Touches.Contains(effect));
}

/// <summary>One row of the result: totals, rank, the place considered for honours, and the band.</summary>
public sealed record ResultRow(UnitResult Unit, SheetTotals Totals, RankedUnit Place, HonourPlace Honour, ClassifiedUnit Class)
{
    /// <summary>Vì sao chưa đề nghị: bars, unresolved ties, and who moved up for them.</summary>
    public IReadOnlyList<string> Notes() => HonourPlaces.Notes(Place.Rank, Honour, Unit.Bars);
}

/// <summary>Everything that a ranking follows from (số liệu xếp hạng): the tree, the terms, the points. Frozen with each layer; recomputes to itself.</summary>
public sealed record ResultSnapshot(RankBy RankBy, IReadOnlyList<TieKey> TieKeys, NotAssignedPolicy NotAssigned, IReadOnlyList<SchemeNode> Nodes, IReadOnlyList<UnitResult> Units)
{
    /// <summary>The bands as the scheme writes them.</summary>
    public IReadOnlyList<ClassificationBand> Bands { get; init; } = [];

    /// <summary>What the bands are written in: points of a unit that was assigned everything, or percent; null: what ranks go by.</summary>
    public RankBy? BandsBy { get; init; }

    /// <summary>The keys that ties go down: those of the scheme, and at the end the recorded vote.</summary>
    public IReadOnlyList<TieKey> Ladder() => TieKeys.Any(key => key.Kind == TieKeyKind.Vote) ? TieKeys : [.. TieKeys, new(TieKeyKind.Vote)];

    /// <summary>The units that stay tied when all keys but the vote were asked: those that a vote may be held on.</summary>
    public IReadOnlyList<IReadOnlyList<UnitResult>> ToVoteOn() =>
        [.. (this with { Units = [.. Units.Select(unit => unit with { TieVotes = null })] }).Compute().Where(row => row.Place.TieUnresolved)
            .GroupBy(row => row.Place.Rank).Select(group => (IReadOnlyList<UnitResult>)[.. group.Select(row => row.Unit)])];

    public static ResultSnapshot Of(ScoringScheme scheme, IEnumerable<UnitResult> units) => Of(scheme.Terms(), [.. scheme.Criteria.Select(criterion => criterion.Node())], units);

    /// <summary>The results by these terms and this tree; lines of leaves that it no longer has count for nothing.</summary>
    public static ResultSnapshot Of(SchemeTerms terms, IReadOnlyList<SchemeNode> nodes, IEnumerable<UnitResult> units)
    {
        var leaves = nodes.Where(node => node.Rule is not null).Select(node => node.Id).ToHashSet();
        IReadOnlyList<UnitResult> all = [.. units.OrderBy(unit => unit.UnitId).Select(unit => unit with { Leaves = unit.Leaves.Where(leaf => leaves.Contains(leaf.Key)).ToDictionary() })];
        return new(RankByOf(terms, all), terms.TieKeys, terms.NotAssigned, nodes, all) { Bands = terms.Bands, BandsBy = terms.RankBy };
    }

    // Units with different bases are compared by what share of theirs they reached.
    private static RankBy RankByOf(SchemeTerms terms, IReadOnlyList<UnitResult> units) =>
        terms.NotAssigned == NotAssignedPolicy.ReduceBase && units.Any(unit => unit.Leaves.Values.Any(leaf => leaf.NotAssigned)) ? RankBy.Percent : terms.RankBy;

    /// <summary>The leaves that are not assigned to the unit, with what the scheme says of them.</summary>
    public NotAssignedLeaves NotAssignedTo(UnitResult unit) => new(NotAssigned, unit.Leaves.Where(leaf => leaf.Value.NotAssigned).Select(leaf => leaf.Key).ToHashSet());

    /// <summary>Totals and ranks, best first, the unranked last; a pure function of this snapshot.</summary>
    public IReadOnlyList<ResultRow> Compute()
    {
        var tree = new SchemeTree(Nodes);
        var totals = Units.ToDictionary(unit => unit.UnitId, unit => tree.Totals(unit.Leaves, NotAssigned));
        var places = RankingTable.Compute(ToRanking(totals));
        var units = Units.ToDictionary(unit => unit.UnitId);
        var honours = HonourPlaces.Of(places, Units.Where(unit => unit.IsBarredFrom(BarEffect.Honour)).Select(unit => unit.UnitId).ToHashSet());
        var classes = Classify(tree, totals, places).ToDictionary(unit => unit.UnitId);
        return [.. places.Select(place => new ResultRow(units[place.UnitId], totals[place.UnitId], place, honours[place.UnitId], classes[place.UnitId]))];
    }

    /// <summary>The same with other points in some lines.</summary>
    public ResultSnapshot With(IReadOnlyList<LineChange> changes) =>
        this with { Units = [.. Units.Select(unit => unit with { Leaves = unit.Leaves.ToDictionary(leaf => leaf.Key, leaf => changes.LastOrDefault(change => change.UnitId == unit.UnitId && change.CriterionId == leaf.Key) is { } change ? leaf.Value with { Points = change.To } : leaf.Value) })] };

    /// <summary>The same with the bars that are in force now.</summary>
    public ResultSnapshot WithBars(IReadOnlyList<ResultBar> bars) =>
        this with { Units = [.. Units.Select(unit => unit with { Bars = [.. bars.Where(bar => bar.UnitId == unit.UnitId && bar.State == BarState.InForce).Select(bar => bar.AsOfNow())] })] };

    /// <summary>The bands in the measure that ranks go by: points written in the scheme become the share that they are of the whole maximum, where a unit has a smaller base; rounded as percents are.</summary>
    public IReadOnlyList<ClassificationBand> BandsInForce() => BandsInForce(new(Nodes));

    private IReadOnlyList<ClassificationBand> BandsInForce(SchemeTree tree) =>
        BandsBy == RankBy.Points && RankBy == RankBy.Percent && tree.WholeMax is > 0 and var whole
            ? [.. Bands.Select(band => band with { From = Points.Round(band.From / whole * 100) })]
            : Bands;

    private IReadOnlyList<ClassifiedUnit> Classify(SchemeTree tree, Dictionary<int, SheetTotals> totals, IReadOnlyList<RankedUnit> places)
    {
        var ranks = places.ToDictionary(place => place.UnitId, place => place.Rank);
        var sections = tree.ContentSections;
        return Bands.Count == 0
            ? [.. Units.Select(unit => new ClassifiedUnit(unit.UnitId, null, null))]
            : Classification.Compute(BandsInForce(tree), [.. Units.Select(unit => new ClassificationUnit(unit.UnitId, ScoreOf(totals[unit.UnitId]), ranks[unit.UnitId], Percents(totals[unit.UnitId]), WhyNotClassified(unit)))]);

        decimal ScoreOf(SheetTotals sheet) => RankBy == RankBy.Points ? sheet.Total : sheet.Percent;

        Dictionary<string, decimal> Percents(SheetTotals sheet) =>
            sections.Select(section => (section.Code, Percent: sheet.PercentOf(section.Id))).Where(section => section.Percent is not null).ToDictionary(section => section.Code, section => section.Percent!.Value);
    }

    private static string? WhyNotClassified(UnitResult unit) =>
        unit.UnrankedReason is not null ? "Không xếp loại." : unit.IsBarredFrom(BarEffect.Classification) ? "Không xét xếp loại." : null;

    /// <summary>What decides each ranked unit's place after the total, key by key; a vote that does not decide counts 0.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<decimal>> KeysByUnit()
    {
        var tree = new SchemeTree(Nodes);
        return RankingTable.KeysByUnit(ToRanking(Units.ToDictionary(unit => unit.UnitId, unit => tree.Totals(unit.Leaves, NotAssigned))));
    }

    private RankingInput ToRanking(Dictionary<int, SheetTotals> totals) => new(RankBy, Ladder(), [.. Units.Select(unit => ForRanking(unit, totals[unit.UnitId]))]);

    public string ToJson() => ScoringJson.Write(this);

    public static ResultSnapshot FromJson(string json) => ScoringJson.Read<ResultSnapshot>(json);

    private static RankingUnit ForRanking(UnitResult unit, SheetTotals totals) =>
        new(unit.UnitId, unit.Name, unit.UnrankedReason, totals.Total, totals.Percent, totals.Deductions, totals.ByNode, unit.TieVotes, unit.TieBallot);
}
