using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class RuleParameterTests
{
    public static TheoryData<ScoringRule, string> Unfit => new()
    {
        { new ProportionalRule(0), "Hệ số trừ" },
        { new ProportionalRule(Cap: 0), "Trần kết quả" },
        { new ProportionalRule(LowerIsBetter: true, Cap: 100), "không dùng khi càng thấp càng tốt" },
        { new SteppedRule([]), "chưa có dòng nào" },
        { new SteppedRule([new(1, 30), new(1, 5)]), "cùng một mức" },
        { new SteppedRule([new(1, 31)]), "vượt điểm tối đa 30" },
        { new SteppedRule([new(1, 30), new(0, -1)]), "nhỏ hơn 0" },
        { new RankToPointsRule([30, 10.005m]), "quá 2 chữ số" },
        { new RankToPointsRule([30, 10, 20]), "Hạng sau" },
        { new RankToPointsRule([24, 18]), "chưa bằng điểm tối đa 30" },
        { new LevelsRule([new("a", "A", 1)]), "ít nhất hai mức" },
        { new LevelsRule([new("a", "A", 1), new("a", "B", 0)]), "trùng mã" },
        { new LevelsRule([new("a", "A", 1), new("b", " ", 0)]), "chưa đặt mã hoặc tên" },
        { new LevelsRule([new("a", "A", 1.2m), new("b", "B", 0)]), "từ 0 % đến 100 %" },
        { new LevelsRule([new("a", "A", 0.9m), new("b", "B", 0)]), "100 % điểm tối đa" },
        { new WeightedRule([]), "Chưa có chỉ tiêu thành phần" },
        { new WeightedRule([new("A", 0)]), "Trọng số" },
        { new WeightedRule([new("", 1)]), "chưa đặt tên" },
        { new PerOccurrenceRule(0), "Điểm mỗi lần" },
        { new PerOccurrenceRule(1, 31), "Mức tối đa của các lần" },
        { new JudgedRule(0), "Bước điểm" },
        { new JudgedRule(7), "không chia hết cho bước điểm 7" },
        { new ByPortalRule(PortalSource.Comments, 0), "Điểm mỗi lần" },
    };

    public static TheoryData<ScoringRule> Fit =>
    [
        new ProportionalRule(),
        new ProportionalRule(2, Cap: 100),
        new ClusterRelativeRule(true),
        new SteppedRule([new(100, 30), new(90, 20)], true),
        new RankToPointsRule([30, 24, 18, 12, 6, 0]),
        new PassOrFailRule(),
        LevelsRule.Usual,
        new WeightedRule([new("A", 2), new("B", 0.5m)]),
        new PerOccurrenceRule(3, 30),
        new JudgedRule(0.25m, "Chấm theo minh chứng."),
        new ByPortalRule(PortalSource.Attendance, 2),
        new ByPortalRule(PortalSource.LateReports, 2, AllReports: true),
    ];

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Unfit_parameters_are_told(ScoringRule rule, string part) =>
        rule.Problems(30, CriterionKind.Normal).ShouldHaveSingleItem().ShouldContain(part);

    [Theory]
    [MemberData(nameof(Fit))]
    public void Fit_parameters_have_no_problem_and_are_described(ScoringRule rule)
    {
        rule.Problems(30, CriterionKind.Normal).ShouldBeEmpty();
        rule.Describe(30).ShouldEndWith(".");
        rule.Describe(null).ShouldNotBeEmpty();
        rule.Describe(30, CriterionKind.Deduction).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Fit))]
    public void A_rule_goes_to_json_and_back(ScoringRule rule)
    {
        var json = rule.ToJson();
        var back = ScoringRule.FromJson(json);
        back.ShouldBe(rule);
        back.GetHashCode().ShouldBe(rule.GetHashCode());
        back.ToJson().ShouldBe(json);
        back.Method.ShouldBe(rule.Method);
        back.Inputs.ShouldBe(rule.Inputs);
    }

    [Fact]
    public void Rules_with_other_lists_are_not_equal()
    {
        new RankToPointsRule([3, 2]).ShouldNotBe(new RankToPointsRule([3, 1]));
        new SteppedRule([new(1, 2)]).ShouldNotBe(new SteppedRule([new(1, 3)]));
        LevelsRule.Usual.ShouldNotBe(new LevelsRule([]));
        new WeightedRule([new("A", 1)]).ShouldNotBe(new WeightedRule([new("B", 1)]));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"method":"unknown"}""")]
    [InlineData("""{"method":"stepped"}""")]
    [InlineData("""{"method":"stepped","steps":null}""")]
    public void Json_that_is_no_rule_is_refused(string json) =>
        Should.Throw<Exception>(() => ScoringRule.FromJson(json)).ShouldBeAssignableTo<Exception>()
            .ShouldSatisfyAllConditions(error => (error is System.Text.Json.JsonException or NotSupportedException).ShouldBeTrue());

    [Fact]
    public void A_scheme_says_in_words_how_points_are_counted()
    {
        new PerOccurrenceRule(2).Describe(null, CriterionKind.Deduction).ShouldBe("Mỗi lần trừ 2 điểm.");
        new PerOccurrenceRule(5).Describe(15).ShouldBe("Mỗi lần được 5 điểm, tối đa 15 điểm.");
        new PassOrFailRule().Describe(15).ShouldBe("Đạt: 15 điểm; không đạt: 0 điểm.");
        new ByPortalRule(PortalSource.LateReports, 2).Describe(null, CriterionKind.Deduction).ShouldBe("Hệ thống tính theo số báo cáo nộp chậm; mỗi lần trừ 2 điểm.");
        new ByPortalRule(PortalSource.LateReports, 2, AllReports: true).Describe(null, CriterionKind.Deduction).ShouldBe("Hệ thống tính theo số báo cáo nộp chậm; tính cả báo cáo chuyên đề, đột xuất; mỗi lần trừ 2 điểm.");
        LevelsRule.Usual.Describe(50).ShouldStartWith("Hoàn thành xuất sắc nhiệm vụ: 50 điểm; Hoàn thành tốt nhiệm vụ: 40 điểm;");
    }

    [Fact]
    public void Methods_that_reward_are_not_for_deductions()
    {
        new ProportionalRule().Problems(5, CriterionKind.Deduction).ShouldBe(["Phương pháp tính điểm này không dùng cho điểm trừ."]);
        new PassOrFailRule().Problems(null, CriterionKind.Deduction).ShouldBe(["Điểm trừ theo phương pháp này phải có mức trừ tối đa."]);
        new PerOccurrenceRule(2).Problems(null, CriterionKind.Deduction).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_is_about_the_six_month_and_annual_reports_unless_its_rule_says_of_all()
    {
        ReportKind[] About(ByPortalRule rule) => [.. Enum.GetValues<ReportKind>().Where(rule.IsAbout)];
        About(new(PortalSource.Submissions)).ShouldBe([ReportKind.SixMonth, ReportKind.Annual]);
        About(new(PortalSource.Submissions, AllReports: true)).ShouldBe(Enum.GetValues<ReportKind>());
    }
}
