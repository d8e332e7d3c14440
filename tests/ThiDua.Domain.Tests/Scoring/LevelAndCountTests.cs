using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class LevelAndCountTests
{
    [Theory]
    [InlineData("xuat-sac", 50)]
    [InlineData("tot", 40)]
    [InlineData("hoan-thanh", 30)]
    [InlineData("khong-hoan-thanh", 0)]
    public void A_level_gives_its_share_of_the_maximum(string level, int points) =>
        LevelsRule.Usual.Compute(50, CriterionKind.Normal, new(Level: level)).Points.ShouldBe(points);

    [Fact]
    public void S2_A_level_that_is_missing_or_unknown_is_told_at_the_line()
    {
        LevelsRule.Usual.Compute(50, CriterionKind.Normal, new()).Problem.ShouldBe("Chưa chọn mức đạt được.");
        LevelsRule.Usual.Compute(50, CriterionKind.Normal, new(Level: "kha")).Problem.ShouldBe("Mức đã chọn không có trong bảng tiêu chí.");
    }

    [Theory]
    [InlineData(CriterionKind.Normal, "dat", 15)]
    [InlineData(CriterionKind.Normal, "khong-dat", 0)]
    [InlineData(CriterionKind.Bonus, "dat", 15)]
    [InlineData(CriterionKind.Deduction, "dat", 0)]
    [InlineData(CriterionKind.Deduction, "khong-dat", -15)]
    public void Passed_gives_all_and_a_failed_deduction_takes_all(CriterionKind kind, string level, int points) =>
        new PassOrFailRule().Compute(15, kind, new(Level: level)).Points.ShouldBe(points);

    [Fact]
    public void S2_Anything_but_passed_or_failed_is_refused() =>
        new PassOrFailRule().Compute(15, CriterionKind.Normal, new(Level: "có")).Problem.ShouldBe("Chọn “Đạt” hoặc “Không đạt”.");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 20)]
    [InlineData(3, 30)]
    [InlineData(4, 30)]
    public void Occurrences_count_up_to_the_maximum(int count, int points) =>
        new PerOccurrenceRule(10).Compute(30, CriterionKind.Normal, new(Achieved: count)).Points.ShouldBe(points);

    [Fact]
    public void Occurrences_count_up_to_the_cap_and_say_so()
    {
        var calculation = new PerOccurrenceRule(10, Cap: 15).Compute(30, CriterionKind.Normal, new(Achieved: 2));
        calculation.Points.ShouldBe(15);
        calculation.Steps.ShouldBe(["2 lần × 10 = 20,00", "Không quá mức tối đa: 15,00"]);
    }

    [Fact]
    public void A_deduction_without_cap_takes_off_each_occurrence()
    {
        var calculation = new PerOccurrenceRule(3).Compute(null, CriterionKind.Deduction, new(Achieved: 7));
        calculation.Points.ShouldBe(-21);
        calculation.Steps.ShouldBe(["7 lần × 3 = 21,00", "Điểm trừ: -21,00"]);
        new PerOccurrenceRule(3).Compute(5, CriterionKind.Deduction, new(Achieved: 7)).Points.ShouldBe(-5);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1.5)]
    public void S2_A_count_is_a_whole_number(double count) =>
        new PerOccurrenceRule(3).Compute(30, CriterionKind.Normal, new(Achieved: (decimal)count)).Problem.ShouldBe("Số lần phải là số nguyên, không nhỏ hơn 0.");

    [Fact]
    public void Parts_count_by_their_weight_and_at_most_a_hundred_percent()
    {
        var rule = new WeightedRule([new("Đường bộ", 2), new("Đường thủy", 1)]);
        var calculation = rule.Compute(30, CriterionKind.Normal, new(Parts: [120m, 55.5m]));
        calculation.Points.ShouldBe(25.55m);
        calculation.Steps.ShouldBe(["Đường bộ: 2 × 100 = 200", "Đường thủy: 1 × 55,5 = 55,5", "30 × 255,5 / 300 = 25,55"]);
        rule.Compute(30, CriterionKind.Normal, new(Parts: [-4, 0])).Points.ShouldBe(0);
    }

    [Fact]
    public void S2_Missing_parts_are_named()
    {
        var rule = new WeightedRule([new("Đường bộ", 2), new("Đường thủy", 1)]);
        rule.Compute(30, CriterionKind.Normal, new(Parts: [50m])).Problem.ShouldBe("Chưa nhập tỷ lệ thực hiện: Đường thủy.");
        rule.Compute(30, CriterionKind.Normal, new()).Problem.ShouldBe("Chưa nhập tỷ lệ thực hiện: Đường bộ; Đường thủy.");
    }
}
