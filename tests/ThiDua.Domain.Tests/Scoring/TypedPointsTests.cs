using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class TypedPointsTests
{
    private const string NoSource = "Chưa có nguồn số liệu: điểm do đơn vị thẩm định nhập theo hồ sơ.";

    [Theory]
    [InlineData(0)]
    [InlineData(4.5)]
    [InlineData(5)]
    public void Judged_points_on_the_step_count_as_typed(double typed) =>
        new JudgedRule().Compute(5, CriterionKind.Normal, new(Points: (decimal)typed)).Points.ShouldBe((decimal)typed);

    [Theory]
    [InlineData(4.3, "Điểm phải theo bước 0,5 điểm.")]
    [InlineData(5.5, "Điểm không được quá điểm tối đa 5.")]
    [InlineData(-0.5, "Điểm không được nhỏ hơn 0.")]
    public void S2_Judged_points_off_the_step_or_out_of_bounds_are_refused(double typed, string problem) =>
        new JudgedRule().Compute(5, CriterionKind.Normal, new(Points: (decimal)typed)).Problem.ShouldBe(problem);

    [Fact]
    public void S2_Missing_points_are_told_at_the_line() =>
        new JudgedRule().Compute(5, CriterionKind.Normal, new()).Problem.ShouldBe("Chưa nhập điểm.");

    [Fact]
    public void A_line_of_the_portal_has_no_points_until_the_appraiser_enters_them()
    {
        var rule = new ByPortalRule(PortalSource.Deadlines);
        rule.Compute(6, CriterionKind.Normal, new()).Problem.ShouldBe(NoSource);
        rule.Compute(6, CriterionKind.Normal, new(Points: 2.345m)).Points.ShouldBe(2.35m);
        rule.Compute(6, CriterionKind.Normal, new(Points: 6.01m)).Problem.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(4)]
    [InlineData(-4)]
    public void A_deduction_is_taken_off_with_or_without_the_minus(int typed)
    {
        new ByPortalRule(PortalSource.LateReports, 2).Compute(null, CriterionKind.Deduction, new(Points: typed)).Points.ShouldBe(-4);
        PointBounds.Counted(CriterionKind.Deduction, typed).ShouldBe(-4);
        PointBounds.Problem(3, CriterionKind.Deduction, typed).ShouldBe("Điểm trừ không được quá 3 điểm.");
    }
}
