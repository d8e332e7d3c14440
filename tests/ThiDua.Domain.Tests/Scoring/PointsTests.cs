using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class PointsTests
{
    [Theory]
    [InlineData("2.345", "2.35")]
    [InlineData("-2.345", "-2.35")]
    [InlineData("2.344999", "2.34")]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("1.125", "1.13")]
    [InlineData("60", "60")]
    public void S5_Points_are_rounded_half_away_from_zero(string typed, string expected) =>
        Points.Round(D(typed)).ShouldBe(D(expected));

    [Fact]
    public void S5_An_exact_half_survives_a_division_that_does_not_end() =>
        Points.Round(30.015m * (1m / 3)).ShouldBe(10.01m);

    [Theory]
    [InlineData("45", "45,00")]
    [InlineData("1234567.891", "1.234.567,89")]
    [InlineData("-2", "-2,00")]
    public void S5_Printed_points_have_a_decimal_comma_and_two_places(string points, string expected) =>
        Figures.Points(D(points)).ShouldBe(expected);

    [Fact]
    public void Figures_print_without_trailing_zeros_and_tell_when_they_are_cut()
    {
        Figures.Value(8.40m).ShouldBe("8,4");
        Figures.Percent(0.125m).ShouldBe("12,5 %");
        Figures.Outcome(1.20m).ShouldBe("= 1,2");
        Figures.Outcome(6m / 7).ShouldBe("≈ 0,8571");
    }

    private static decimal D(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
