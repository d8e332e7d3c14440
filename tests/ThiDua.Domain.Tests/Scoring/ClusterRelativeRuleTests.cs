using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class ClusterRelativeRuleTests
{
    private static readonly ClusterRelativeRule Higher = new();
    private static readonly ClusterRelativeRule Lower = new(LowerIsBetter: true);

    [Fact]
    public void The_published_vector_of_five_points_holds() =>
        PointsOf(Higher, 5, (10, 8), (10, 10), (10, 20), (10, 15)).ShouldBe([2.00m, 2.50m, 5.00m, 3.75m]);

    [Fact]
    public void The_published_vector_of_sixty_points_holds_with_different_targets() =>
        PointsOf(Higher, 60, (7.0m, 8.4m), (7.0m, 7.7m), (6.5m, 6.5m), (7.5m, 6.0m)).ShouldBe([60.00m, 45.00m, 30.00m, 24.00m]);

    [Fact]
    public void The_furthest_is_found_by_percent_over_target_and_not_by_amount() =>
        PointsOf(Higher, 40, (1000, 1100), (10, 12)).ShouldBe([30m, 40m]);

    [Fact]
    public void All_tied_for_the_furthest_get_the_maximum() =>
        PointsOf(Higher, 60, (3, 4), (6, 8), (9, 12), (3, 3)).ShouldBe([60m, 60m, 60m, 30m]);

    [Fact]
    public void Where_nobody_exceeds_nobody_is_furthest() =>
        PointsOf(Higher, 60, (10, 10), (10, 5), (10, 0)).ShouldBe([30m, 15m, 0m]);

    [Fact]
    public void A_negative_result_counts_zero() =>
        PointsOf(Higher, 60, (7, -1.2m)).ShouldBe([0m]);

    [Fact]
    public void Lower_is_better_counts_nothing_at_all_as_a_hundred_percent_beyond() =>
        PointsOf(Lower, 20, (10, 0), (10, 5), (10, 10), (10, 20)).ShouldBe([20m, 15m, 10m, 5m]);

    [Fact]
    public void A_unit_with_missing_values_is_told_so_and_does_not_take_part()
    {
        var byUnit = Higher.ComputeForCluster(60, new Dictionary<int, LineValues>
        {
            [1] = new(7, 7.7m),
            [2] = new(0, 100),
            [3] = new(null, 100),
            [4] = new(7),
            [5] = new(7, decimal.MaxValue),
        });
        byUnit[1].Points.ShouldBe(60);
        byUnit.Where(unit => unit.Key > 1).ShouldAllBe(unit => unit.Value.Points == null && unit.Value.Problem != null);
    }

    [Fact]
    public void The_steps_name_the_furthest_and_its_excess()
    {
        var byUnit = Higher.ComputeForCluster(
            60, Units((7.0m, 8.4m), (7.0m, 7.7m)), new Dictionary<int, string> { [0] = "Quảng Ninh", [1] = "Hải Phòng" });
        byUnit[0].Steps.ShouldBe(["r = 8,4 / 7 = 1,2", "Vượt chỉ tiêu 20 %, cao nhất: điểm tối đa 60,00"]);
        byUnit[1].Steps.ShouldBe(
            ["r = 7,7 / 7 = 1,1", "Vượt chỉ tiêu 10 %; vượt cao nhất: Quảng Ninh 20 %", "½ × 60 + ½ × 60 × 10/20 = 45,00"]);
        byUnit[1].Provisional.ShouldBeFalse();
    }

    [Fact]
    public void Alone_the_points_are_provisional_and_hold_only_the_half_for_the_target()
    {
        var alone = Higher.Compute(60, CriterionKind.Normal, new(7, 8.4m));
        alone.Provisional.ShouldBeTrue();
        alone.Points.ShouldBe(30);
        alone.Steps[^1].ShouldContain("khi các đơn vị đã nhập xong");
        Higher.Compute(60, CriterionKind.Normal, new(7.5m, 6)).ShouldSatisfyAllConditions(
            short_ => short_.Points.ShouldBe(24), short_ => short_.Provisional.ShouldBeTrue());
    }

    [Fact]
    public void Units_without_target_are_scored_against_the_best_of_them()
    {
        var byUnit = ScoringWithoutTarget.Compute(40, new Dictionary<int, LineValues>
        {
            [1] = new(Achieved: 80),
            [2] = new(Achieved: 60),
            [3] = new(Achieved: 0),
            [4] = new(),
        });
        byUnit[1].Points.ShouldBe(40);
        byUnit[2].Points.ShouldBe(30);
        byUnit[3].Points.ShouldBe(0);
        byUnit[4].Problem.ShouldBe("Chưa nhập kết quả thực hiện.");
    }

    [Fact]
    public void Units_without_target_where_lower_is_better_follow_the_lowest()
    {
        var byUnit = ScoringWithoutTarget.Compute(
            40, new Dictionary<int, LineValues> { [1] = new(Achieved: 2), [2] = new(Achieved: 8) }, lowerIsBetter: true);
        byUnit.Select(unit => unit.Value.Points).ShouldBe([40m, 10m]);
    }

    [Fact]
    public void Where_no_unit_without_target_achieved_anything_nobody_gets_points() =>
        ScoringWithoutTarget.Compute(40, new Dictionary<int, LineValues> { [1] = new(Achieved: 0) })[1].Points.ShouldBe(0);

    private static IEnumerable<decimal?> PointsOf(ClusterRelativeRule rule, decimal max, params (decimal Target, decimal Achieved)[] units) =>
        rule.ComputeForCluster(max, Units(units)).OrderBy(unit => unit.Key).Select(unit => unit.Value.Points);

    private static Dictionary<int, LineValues> Units(params (decimal Target, decimal Achieved)[] units) =>
        units.Select((unit, index) => (index, values: new LineValues(unit.Target, unit.Achieved))).ToDictionary(unit => unit.index, unit => unit.values);
}
