using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class ProportionalRuleTests
{
    [Theory]
    [InlineData(1, 100, 100, 20)]
    [InlineData(1, 100, 130, 20)]
    [InlineData(1, 100, 95, 19)]
    [InlineData(2, 100, 95, 18)]
    [InlineData(1, 100, 0, 0)]
    [InlineData(5, 100, 70, 0)]
    [InlineData(1, 3, 2, 13.33)]
    [InlineData(1, 100, -5, 0)]
    public void Each_percent_short_loses_its_percent_of_the_maximum(double loss, double target, double achieved, double expected) =>
        Compute(new ProportionalRule((decimal)loss), (decimal)target, (decimal)achieved).Points.ShouldBe((decimal)expected);

    [Theory]
    [InlineData(10, 0, 20)]
    [InlineData(10, 9, 20)]
    [InlineData(10, 10, 20)]
    [InlineData(10, 20, 10)]
    [InlineData(10, 12.5, 16)]
    public void Lower_is_better_takes_target_over_achieved(double target, double achieved, double expected) =>
        Compute(new ProportionalRule(LowerIsBetter: true), (decimal)target, (decimal)achieved).Points.ShouldBe((decimal)expected);

    [Fact]
    public void A_result_above_the_cap_counts_as_the_cap()
    {
        var calculation = Compute(new ProportionalRule(Cap: 100), 125, 140);
        calculation.Points.ShouldBe(16);
        calculation.Steps[0].ShouldBe("Kết quả 140 tính bằng trần 100");
    }

    [Fact]
    public void The_steps_show_the_figures_with_a_decimal_comma() =>
        Compute(new ProportionalRule(), 100, 95.5m).Steps.ShouldBe(["r = 95,5 / 100 = 0,955", "20 × [1 − 1 × (1 − 0,955)] = 19,10"]);

    [Fact]
    public void A_loss_beyond_all_points_says_that_it_counts_as_zero() =>
        Compute(new ProportionalRule(5), 100, 70).Steps[^1].ShouldBe("20 × [1 − 5 × (1 − 0,7)] nhỏ hơn 0, tính bằng 0,00");

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void S2_A_zero_or_negative_target_is_told_at_the_line(int target)
    {
        var calculation = Compute(new ProportionalRule(), target, 5);
        calculation.Points.ShouldBeNull();
        calculation.Problem.ShouldBe("Chỉ tiêu phải lớn hơn 0 thì mới tính được tỷ lệ thực hiện.");
    }

    [Fact]
    public void S2_Missing_values_are_told_at_the_line()
    {
        Compute(new ProportionalRule(), null, 5).Problem.ShouldBe("Chưa có chỉ tiêu được giao hoặc đăng ký.");
        Compute(new ProportionalRule(), 5, null).Problem.ShouldBe("Chưa nhập kết quả thực hiện.");
        new ProportionalRule().Compute(null, CriterionKind.Normal, new(1, 1)).Problem.ShouldBe("Tiêu chí chưa có điểm tối đa.");
    }

    [Fact]
    public void S2_Absurd_figures_are_refused_and_never_overflow()
    {
        Compute(new ProportionalRule(), 0.0000001m, 1).Problem.ShouldNotBeNull();
        Compute(new ProportionalRule(), 1, decimal.MaxValue).Problem.ShouldNotBeNull();
        Compute(new ProportionalRule(), 0.000001m, 999_999_999_999_999m).Points.ShouldBe(20);
        Compute(new ProportionalRule(), 0.000001m, -999_999_999_999_999m).Points.ShouldBe(0);
    }

    private static Calculation Compute(ProportionalRule rule, decimal? target, decimal? achieved) =>
        rule.Compute(20, CriterionKind.Normal, new(target, achieved));
}
