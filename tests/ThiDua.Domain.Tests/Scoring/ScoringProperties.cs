using FsCheck;
using FsCheck.Fluent;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class ScoringProperties
{
    private static readonly Gen<decimal> Figure = Gen.Choose(0, 2000).Select(tenths => tenths / 10m);
    private static readonly Gen<decimal> Cents = Gen.Choose(0, 1200).Select(cents => cents / 100m);

    private static readonly Gen<LineValues> Line =
        from target in Gen.Choose(-1, 40)
        from achieved in Figure
        select new LineValues(target / 2m, achieved / 8);

    private static readonly Gen<RankingUnit> AnyUnit =
        from total in Gen.Choose(0, 3)
        from section in Gen.Choose(0, 2)
        from deductions in Gen.Choose(0, 2)
        from votes in Gen.Choose(-1, 2)
        from unranked in Gen.Choose(0, 9)
        select new RankingUnit(
            0, "", unranked == 0 ? "Thôi tham gia" : null, total, total * 10, deductions, new Dictionary<int, decimal> { [3] = section }, votes < 0 ? null : votes);

    private static readonly Gen<RankingInput> AnyRanking = AnyUnit.ArrayOf().Select(units => new RankingInput(
        RankBy.Percent,
        [new(TieKeyKind.SectionTotal, 3), new(TieKeyKind.FewerDeductions), new(TieKeyKind.Vote)],
        [.. units.Select((unit, index) => unit with { UnitId = index, Name = $"Đơn vị {index % 3}" })]));

    private static readonly Gen<ScoringRule> AnyRule = Gen.OneOf(
        Cents.Two().Select(two => (ScoringRule)new ProportionalRule(two.Item1, two.Item2 > 6, two.Item2 > 3 ? two.Item1 : null)),
        Cents.Select(value => (ScoringRule)new ClusterRelativeRule(value > 6)),
        Cents.Two().ArrayOf().Select(steps => (ScoringRule)new SteppedRule([.. steps.Select(two => new ScoreStep(two.Item1, two.Item2))], steps.Length > 3)),
        Cents.ArrayOf().Select(points => (ScoringRule)new RankToPointsRule(points)),
        Gen.Constant((ScoringRule)new PassOrFailRule()),
        Cents.ArrayOf().Select(shares => (ScoringRule)new LevelsRule([.. shares.Select(share => new RatingLevel($"m{share}", "Tốt <Đ>", share))])),
        Cents.ArrayOf().Select(weights => (ScoringRule)new WeightedRule([.. weights.Select(weight => new WeightedPart("“Ư”", weight))])),
        Cents.Two().Select(two => (ScoringRule)new PerOccurrenceRule(two.Item1, two.Item2 > 6 ? two.Item2 : null)),
        Cents.Select(step => (ScoringRule)new JudgedRule(step, step > 6 ? "Chấm kỹ." : null)),
        Gen.Elements(Enum.GetValues<PortalSource>()).Select(source => (ScoringRule)new ByPortalRule(source)));

    [Fact]
    public void S3_The_order_of_units_never_matters_to_a_ranking() =>
        Holds(AnyRanking.SelectMany(input => Gen.Shuffle(input.Units.ToArray()).Select(shuffled => (input, shuffled))), both =>
            RankingTable.Compute(both.input).SequenceEqual(RankingTable.Compute(both.input with { Units = both.shuffled })));

    [Fact]
    public void S4_A_rank_is_one_more_than_the_number_of_units_before_it() =>
        Holds(AnyRanking, input =>
        {
            var ranked = RankingTable.Compute(input).Where(unit => unit.Rank is not null).ToList();
            return ranked.TrueForAll(unit => unit.Rank == 1 + ranked.Count(other => other.Rank < unit.Rank)
                && unit.TieUnresolved == (ranked.Count(other => other.Rank == unit.Rank) > 1));
        });

    [Fact]
    public void S4_Scores_and_keys_alone_give_the_ranks_as_a_spreadsheet_counts_them() =>
        Holds(AnyRanking, input =>
        {
            var (keys, units) = (RankingTable.KeysByUnit(input), input.Units.ToDictionary(unit => unit.UnitId));
            IEnumerable<decimal> Sorted(int unit) => [Points.Round(units[unit].Percent), .. keys[unit]];
            return RankingTable.Compute(input).Where(unit => unit.Rank is not null).All(unit => unit.Rank == 1 + keys.Keys.Count(other => Sorted(other).Zip(Sorted(unit.UnitId)).FirstOrDefault(pair => pair.First != pair.Second) is var (theirs, own) && theirs > own));
        });

    [Fact]
    public void S4_Barred_units_leave_their_place_for_honours_to_the_next_and_nobody_else_changes_order() =>
        Holds(AnyRanking.SelectMany(input => Gen.Choose(0, 2).ArrayOf(input.Units.Count).Select(dice => (input, dice))), both =>
        {
            var ranked = RankingTable.Compute(both.input);
            var barred = both.dice.Index().Where(die => die.Item == 0).Select(die => die.Index).ToHashSet();
            var places = HonourPlaces.Of(ranked, barred);
            var considered = ranked.Where(unit => unit.Rank is not null && !barred.Contains(unit.UnitId)).ToList();
            return ranked.Except(considered).All(unit => places[unit.UnitId] == new HonourPlace(null, false))
                && considered.TrueForAll(unit => places[unit.UnitId].Place == 1 + considered.Count(other => other.Rank < unit.Rank) && places[unit.UnitId].Place <= unit.Rank
                    && places[unit.UnitId].IsTied == considered.Exists(other => other != unit && other.Rank == unit.Rank));
        });

    [Fact]
    public void S3_A_ranking_recomputed_from_its_frozen_input_is_the_same() =>
        Holds(AnyRanking, input => RankingTable.Compute(RankingInput.FromJson(input.ToJson())).SequenceEqual(RankingTable.Compute(input)));

    [Fact]
    public void S3_The_order_of_units_never_matters_to_a_cluster_relative_criterion() =>
        Holds(Line.ArrayOf(), lines =>
        {
            var byUnit = lines.Select((line, index) => (line, index)).ToDictionary(unit => unit.index, unit => unit.line);
            var other = byUnit.Reverse().ToDictionary(unit => unit.Key, unit => unit.Value);
            var (left, right) = (new ClusterRelativeRule().ComputeForCluster(60, byUnit), new ClusterRelativeRule().ComputeForCluster(60, other));
            return byUnit.Keys.All(unit => left[unit].Equals(right[unit]));
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void S2_A_cluster_relative_criterion_stays_within_bounds_and_only_the_furthest_reach_the_maximum(bool lowerIsBetter) =>
        Holds(Line.ArrayOf(), lines =>
        {
            var byUnit = lines.Select((line, index) => (line, index)).ToDictionary(unit => unit.index, unit => unit.line);
            var computed = new ClusterRelativeRule(lowerIsBetter).ComputeForCluster(60, byUnit).Values;
            var exceeded = lines.Any(line => line.Target > 0 && (lowerIsBetter ? line.Achieved < line.Target : line.Achieved > line.Target));
            return computed.All(one => one.Points is null or (>= 0 and <= 60)) && exceeded == computed.Any(one => one.Points == 60);
        });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_better_result_never_scores_less(bool lowerIsBetter) =>
        Holds(Figure.Two().SelectMany(results => Cents.Select(loss => (results, rule: new ProportionalRule(loss + 0.01m, lowerIsBetter)))), one =>
        {
            var (worse, better) = (Math.Min(one.results.Item1, one.results.Item2), Math.Max(one.results.Item1, one.results.Item2));
            var (low, high) = (Score(one.rule, worse), Score(one.rule, better));
            return low is >= 0 and <= 30 && high is >= 0 and <= 30 && (lowerIsBetter ? low >= high : low <= high);
        });

    [Fact]
    public void S2_A_total_is_the_sum_of_its_lines_within_caps() =>
        Holds(Cents.ArrayOf(5), points =>
        {
            var leaves = Schemes.Results((2, points[0]), (3, points[1]), (5, points[2]), (6, points[3]), (8, -points[4]));
            var totals = new SchemeTree(Schemes.Small()).Totals(leaves, NotAssignedPolicy.ReduceBase);
            return totals.Total == Math.Max(0, points[0] + points[1] + Math.Min(5, points[2] + points[3]) - points[4]);
        });

    [Fact]
    public void Every_rule_goes_to_json_and_back() =>
        Holds(AnyRule, rule => ScoringRule.FromJson(rule.ToJson()).Equals(rule) && rule.Describe(30).Length > 0);

    [Fact]
    public void S2_Whatever_is_typed_gives_points_within_bounds_or_a_sentence() =>
        Holds(AnyRule.SelectMany(rule => Line.SelectMany(line => Figure.Select(points => (rule, line: line with { Points = points, Level = "dat", Parts = [points] })))), one =>
        {
            var calculation = one.rule.Compute(12, CriterionKind.Normal, one.line);
            return (calculation.Points is null) == (calculation.Problem is not null)
                && (calculation.Points is null or >= 0)
                && (calculation.Points <= 12 || calculation.Points is null || one.rule.Problems(12, CriterionKind.Normal).Count > 0);
        });

    private static decimal? Score(ProportionalRule rule, decimal achieved) =>
        rule.Compute(30, CriterionKind.Normal, new(50, achieved)).Points;

    private static void Holds<T>(Gen<T> values, Func<T, bool> claim) =>
        Prop.ForAll(values.ToArbitrary(), claim).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));
}
