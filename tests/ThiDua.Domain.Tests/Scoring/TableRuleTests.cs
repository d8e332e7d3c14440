using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class TableRuleTests
{
    private static readonly RankToPointsRule Places = new([60, 45, 30, 15, 0]);
    private static readonly SteppedRule Steps = new([new(100, 10), new(90, 8), new(80, 5.5m)]);

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 45)]
    [InlineData(3, 30)]
    [InlineData(4, 15)]
    [InlineData(5, 0)]
    public void Places_one_to_five_give_the_points_of_the_table(int place, int points) =>
        Places.Compute(60, CriterionKind.Normal, new(Achieved: place)).Points.ShouldBe(points);

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(1.5)]
    public void S2_A_place_that_is_not_in_the_table_is_refused(double place) =>
        Places.Compute(60, CriterionKind.Normal, new(Achieved: (decimal)place)).Problem.ShouldBe("Thứ hạng phải là số nguyên từ 1 đến 5.");

    [Fact]
    public void S2_A_missing_place_is_told_at_the_line() =>
        Places.Compute(60, CriterionKind.Normal, new()).Problem.ShouldBe("Chưa nhập thứ hạng.");

    [Fact]
    public void Several_raters_are_averaged_before_the_rank_is_taken()
    {
        var places = RankToPointsRule.Places(new Dictionary<int, IReadOnlyList<decimal>>
        {
            [1] = [1, 3, 1],
            [2] = [2, 1, 3],
            [3] = [3, 2, 1],
            [4] = [4, 4, 4],
            [5] = [],
        });
        places.ShouldBe(new Dictionary<int, int> { [1] = 1, [2] = 2, [3] = 2, [4] = 4 }, ignoreOrder: true);
    }

    [Fact]
    public void Raters_that_give_marks_put_the_highest_average_first() =>
        RankToPointsRule.Places(new Dictionary<int, IReadOnlyList<decimal>> { [1] = [7, 8], [2] = [9, 8] }, lowestIsFirst: false)[2].ShouldBe(1);

    [Theory]
    [InlineData(120, 10)]
    [InlineData(100, 10)]
    [InlineData(99.9, 8)]
    [InlineData(90, 8)]
    [InlineData(80, 5.5)]
    [InlineData(79.99, 0)]
    [InlineData(0, 0)]
    public void A_step_holds_from_its_value_upwards(double achieved, double points) =>
        Steps.Compute(10, CriterionKind.Normal, new(Achieved: (decimal)achieved)).Points.ShouldBe((decimal)points);

    [Fact]
    public void Steps_may_go_by_percent_of_the_target()
    {
        var rule = Steps with { ByPercentOfTarget = true };
        rule.Inputs.ShouldBe(LineInputs.Target | LineInputs.Achieved);
        var calculation = rule.Compute(10, CriterionKind.Normal, new(50, 47));
        calculation.Points.ShouldBe(8);
        calculation.Steps.ShouldBe(["47 / 50 = 94 %", "Thuộc bậc từ 90 %: 8,00"]);
        rule.Compute(10, CriterionKind.Normal, new(0, 47)).Problem.ShouldNotBeNull();
    }

    [Fact]
    public void Points_may_fall_as_the_value_rises() =>
        new SteppedRule([new(0, 10), new(1, 5), new(4, 0)]).Compute(10, CriterionKind.Normal, new(Achieved: 2)).Points.ShouldBe(5);
}
