using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Starting;

namespace ThiDua.Domain.Tests.Planning;

public sealed class PlanStarterTests
{
    private static readonly PlanStartFacts Facts = new("Cụm thi đua các tỉnh Bắc Trung Bộ", 2020)
    {
        LeaderTitle = "Cụm trưởng",
        DeputyTitle = "Cụm phó",
        HasDeputy = true,
        Units = ["Ủy ban nhân dân tỉnh Thanh Hóa", "Ủy ban nhân dân tỉnh Quảng Bình"],
        AuthorityName = "Hội đồng Thi đua - Khen thưởng Trung ương",
        StandingBodyName = "Ban Thi đua - Khen thưởng Trung ương",
    };

    private static readonly ConferenceContent Annual = new(ConferenceKind.Annual)
    {
        When = "dự kiến trong tháng 02/2021",
        Duration = "1/2 ngày",
        Place = "Tại tỉnh Thanh Hóa",
        Chairs = ["Chủ tịch Ủy ban nhân dân 02 tỉnh Thanh Hóa và tỉnh Quảng Bình đồng chủ trì"],
        Participants = ["Lãnh đạo các tỉnh", "Ban TĐKT các tỉnh"],
        Agenda = ["Báo cáo tổng kết", "Ký kết giao ước"],
    };

    private static Actor By => new(1, "Người thử", 1, "Cương vị", 7, Capacity.Clerk) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { Position.Leader } };

    private static Plan Started(PlanPurpose purpose, PlanStartFacts facts)
    {
        var plan = new Plan(By, new(PlanStarter.Abstract(purpose, facts)) { Preamble = PlanStarter.Preamble(purpose, facts), Recipients = ["Các đơn vị"], SignatoryLines = ["CỤM TRƯỞNG"] }, purpose: purpose);
        PlanStarter.Write(By, plan, PlanStarter.Outline(purpose, facts));
        return plan;
    }

    private static string All(Plan plan) => string.Join('\n', plan.Outline().Select(row => $"{row.Number} {row.Section.Title}\n{row.Section.Body}"));

    [Fact]
    public void A_plan_for_a_conference_takes_time_place_groups_and_programme_from_the_yearly_plan()
    {
        var plan = Started(PlanPurpose.Conference, Facts with { Conference = Annual });
        plan.Abstract.ShouldBe("Tổ chức Hội nghị tổng kết năm 2020 của Cụm thi đua các tỉnh Bắc Trung Bộ");
        var all = All(plan);
        all.ShouldContain("- Thời gian: 1/2 ngày (dự kiến trong tháng 02/2021);\n- Địa điểm: Tại tỉnh Thanh Hóa;\n- Chủ trì: Chủ tịch Ủy ban nhân dân 02 tỉnh");
        all.ShouldContain("- Lãnh đạo các tỉnh;\n- Ban TĐKT các tỉnh.");
        all.ShouldContain("- Báo cáo tổng kết;\n- Ký kết giao ước.");
        all.ShouldContain("**HỘI NGHỊ TỔNG KẾT NĂM 2020**");
        all.ShouldNotContain("……");
        plan.Outline().Where(row => row.Depth == 0).Select(row => row.Section.Title).ShouldBe(
            ["Mục đích, yêu cầu", "Thời gian, địa điểm, chủ trì", "Thành phần tham dự", "Chương trình", "Trang trí, maket", "Kinh phí", "Phân công nhiệm vụ"]);
        plan.Problems(hasDeputy: true).Select(problem => problem.Text).ShouldBe(["Chưa có căn cứ nào."]);
    }

    [Fact]
    public void Without_a_planned_conference_time_and_place_are_left_to_be_filled_in()
    {
        var plan = Started(PlanPurpose.Conference, Facts);
        plan.Abstract.ShouldBe("Tổ chức Hội nghị năm 2020 của Cụm thi đua các tỉnh Bắc Trung Bộ");
        plan.Problems(hasDeputy: true).Select(problem => problem.Text).ShouldBe(["Chưa có căn cứ nào.", "Mục II còn chỗ để trống (… hoặc ___).", "Mục V còn chỗ để trống (… hoặc ___)."], ignoreOrder: true);
        All(plan).ShouldContain("Đại diện lãnh đạo Hội đồng Thi đua - Khen thưởng Trung ương, Ban Thi đua - Khen thưởng Trung ương");
    }

    [Theory]
    [InlineData("Hội nghị chuyên đề năm 2021", "Tổ chức Hội nghị chuyên đề năm 2021 của Cụm")]
    [InlineData(null, "Tổ chức Hội nghị sơ kết 6 tháng năm 2020 của Cụm")]
    public void The_conference_is_named_with_its_year_once(string? name, string expected) =>
        PlanStarter.Abstract(PlanPurpose.Conference, new PlanStartFacts("Cụm", 2020) { Conference = new(name is null ? ConferenceKind.MidYear : ConferenceKind.Thematic) { Name = name, Place = "Huế" } }).ShouldBe(expected);

    [Fact]
    public void An_inspection_has_each_unit_with_its_time_to_be_set_and_who_does_what()
    {
        var plan = Started(PlanPurpose.Inspection, Facts);
        plan.Abstract.ShouldBe("Kiểm tra công tác thi đua, khen thưởng năm 2020 tại các đơn vị thuộc Cụm thi đua các tỉnh Bắc Trung Bộ");
        All(plan).ShouldContain("| 2 | Ủy ban nhân dân tỉnh Quảng Bình | …… |");
        plan.Blocks.Select(block => ((AssignmentContent)block.Content).To).ShouldBe([AssignedTo.Leader, AssignedTo.Deputies, AssignedTo.Members]);
        plan.Problems(hasDeputy: true).Select(problem => problem.Text).ShouldBe(["Chưa có căn cứ nào.", "Mục III còn chỗ để trống (… hoặc ___)."]);
    }

    [Fact]
    public void Without_a_deputy_its_work_is_the_leaders() =>
        Started(PlanPurpose.Inspection, Facts with { HasDeputy = false }).Blocks.Select(block => ((AssignmentContent)block.Content).To).ShouldBe([AssignedTo.Leader, AssignedTo.Members]);

    [Fact]
    public void A_plan_of_several_years_has_a_line_for_each_of_them()
    {
        var plan = Started(PlanPurpose.SeveralYears, Facts);
        plan.Abstract.ShouldBe("Công tác thi đua của Cụm thi đua các tỉnh Bắc Trung Bộ giai đoạn 2020 - 2024");
        Enumerable.Range(2020, 5).ShouldAllBe(year => All(plan).Contains($"| {year} | …… |"));
    }

    [Fact]
    public void A_yearly_plan_starts_empty_as_ever() => Started(PlanPurpose.Yearly, Facts).Sections.ShouldBeEmpty();

    [Fact]
    public void Adjusting_keeps_the_purpose()
    {
        var head = By with { Capacity = Capacity.Head };
        var plan = Started(PlanPurpose.Conference, Facts with { Conference = Annual });
        plan.AddBasis(By, new(BasisOpening.PursuantTo, "Luật") { Abstract = "Thi đua, khen thưởng" });
        plan.Submit(By, new(new(2020, 7, 2, 0, 0, 0, DateTimeKind.Utc)), hasDeputy: true);
        plan.Follow(head, PlanStep.Issue, new(new(2020, 7, 3, 0, 0, 0, DateTimeKind.Utc)));
        new Plan(By, plan.Terms(), plan, PlanPurpose.Yearly).Purpose.ShouldBe(PlanPurpose.Conference);
    }
}
