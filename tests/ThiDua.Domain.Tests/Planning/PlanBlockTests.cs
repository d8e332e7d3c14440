using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Tests.Planning;

public sealed class PlanBlockTests
{
    private static readonly DateTime Now = new(2020, 7, 2, 3, 0, 0, DateTimeKind.Utc);

    private static Actor By(Position position = Position.Leader, Capacity capacity = Capacity.Clerk) =>
        new(1, "Người thử", 1, "Cương vị", 7, capacity) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { position } };

    [Fact]
    public void A_conference_prints_its_time_place_chairs_groups_and_agenda() =>
        new ConferenceContent(ConferenceKind.MidYear)
        {
            When = "dự kiến trong tháng 7/2020",
            Duration = "1/2 ngày",
            Place = "Tại tỉnh Thanh Hóa",
            Chairs = ["Lãnh đạo UBND hai tỉnh đồng chủ trì"],
            Participants = ["Lãnh đạo UBND các tỉnh.", "Lãnh đạo Ban"],
            Agenda = ["Báo cáo sơ kết;", "Thảo luận"],
        }.Markup("Cụm trưởng").ShouldBe("""
            - Thời gian: 1/2 ngày (dự kiến trong tháng 7/2020).
            - Địa điểm: Tại tỉnh Thanh Hóa.
            - Chủ trì: Lãnh đạo UBND hai tỉnh đồng chủ trì.
            - Thành phần tham dự:
            + Lãnh đạo UBND các tỉnh;
            + Lãnh đạo Ban.
            - Nội dung:
            + Báo cáo sơ kết;
            + Thảo luận.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_deadline_prints_who_sends_what_to_whom_when_and_its_package() =>
        new DeadlineContent(ReportKind.Annual, "báo cáo, tài liệu phục vụ hội nghị tổng kết")
        {
            When = "trước 25/01/2021",
            Recipient = "đơn vị Cụm trưởng",
            Through = "Ban Thi đua - Khen thưởng tỉnh",
            Required = ["Báo cáo tổng kết", "Bảng tự chấm điểm"],
            Optional = ["Báo cáo điển hình"],
        }.Markup("Cụm trưởng").ShouldBe("""
            Các đơn vị thành viên gửi báo cáo, tài liệu phục vụ hội nghị tổng kết về đơn vị Cụm trưởng (qua Ban Thi đua - Khen thưởng tỉnh) trước ngày 25/01/2021, gồm:

            - Báo cáo tổng kết;
            - Bảng tự chấm điểm;
            - Báo cáo điển hình (nếu có).
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void An_assignment_prints_its_tasks_under_their_opening() =>
        new AssignmentContent(AssignedTo.Leader, ["Xây dựng kế hoạch.", "Tổ chức hội nghị"]) { Opening = "Cụm trưởng có nhiệm vụ sau:" }.Markup("Cụm trưởng")
            .ShouldBe("Cụm trưởng có nhiệm vụ sau:\n\n- Xây dựng kế hoạch;\n- Tổ chức hội nghị.");

    [Fact]
    public void A_block_comes_back_from_its_json_as_it_was()
    {
        foreach (BlockContent content in new BlockContent[]
        {
            new ConferenceContent(ConferenceKind.Annual) { When = "tháng 02/2021", Chairs = ["A", "B"] },
            new DeadlineContent(ReportKind.SixMonth, "báo cáo") { When = "trước ngày 10/7/2020", OwedBy = OwedBy.Leader, Optional = ["C"] },
            new AssignmentContent(AssignedTo.Others, ["D"]) { Others = "Sở Nội vụ" },
        })
        {
            BlockContent.FromJson(content.ToJson()).ToJson().ShouldBe(content.ToJson());
            BlockContent.FromJson(content.ToJson()).Markup("Cụm trưởng").ShouldBe(content.Markup("Cụm trưởng"));
        }
    }

    [Fact]
    public void Next_years_blocks_have_their_years_moved_on()
    {
        var moved = (DeadlineContent)new DeadlineContent(ReportKind.Annual, "báo cáo năm 2020") { When = "trước ngày 25/01/2021" }.MovedOn(1);
        (moved.Name, moved.When).ShouldBe(("báo cáo năm 2021", "trước ngày 25/01/2022"));
    }

    [Fact]
    public void What_says_nothing_is_no_block()
    {
        var (plan, section) = Plan();
        Should.Throw<RuleViolation>(() => plan.AddBlockTo(By(), section, new ConferenceContent(ConferenceKind.Annual), isInText: false)).Field.ShouldBe(nameof(ConferenceContent.When));
        Should.Throw<RuleViolation>(() => plan.AddBlockTo(By(), section, new DeadlineContent(ReportKind.Annual, "báo cáo"), isInText: false)).Field.ShouldBe(nameof(DeadlineContent.When));
        Should.Throw<RuleViolation>(() => new DeadlineContent(ReportKind.Annual, " ")).Field.ShouldBe(nameof(DeadlineContent.Name));
        Should.Throw<RuleViolation>(() => new DeadlineContent(ReportKind.Annual, "báo cáo") { When = "một ngày đẹp trời" });
        Should.Throw<RuleViolation>(() => new AssignmentContent(AssignedTo.Leader, [" "])).Field.ShouldBe(nameof(AssignmentContent.Tasks));
        Should.Throw<RuleViolation>(() => plan.AddBlockTo(By(), section, new AssignmentContent(AssignedTo.Others, ["A"]), isInText: false)).Field.ShouldBe(nameof(AssignmentContent.Others));
    }

    [Fact]
    public void Blocks_go_with_the_section_in_which_they_stand()
    {
        var (plan, section) = Plan();
        plan.AddBlockTo(By(), section, new AssignmentContent(AssignedTo.Leader, ["A"]), isInText: false);
        var removed = plan.RemoveSection(By(), section.Id);
        (removed.Sections.Count, removed.Blocks.Count, plan.Blocks.Count).ShouldBe((1, 1, 0));
    }

    [Fact]
    public void A_section_whose_blocks_say_everything_is_not_empty()
    {
        var (plan, section) = Plan(body: null);
        plan.Problems(hasDeputy: false).ShouldContain(problem => problem.Text.Contains("chưa có nội dung"));
        plan.AddBlockTo(By(), section, new AssignmentContent(AssignedTo.Leader, ["A"]), isInText: false);
        plan.Problems(hasDeputy: false).ShouldNotContain(problem => problem.Text.Contains("chưa có nội dung"));
    }

    [Theory]
    [InlineData("trước ngày 10/7/2020", "hạn cuối: 24:00 Thứ Năm, 09/07/2020")]
    [InlineData("đến hết ngày 10/7", "hạn cuối: 24:00 Thứ Sáu, 10/07/2020")]
    [InlineData("chậm nhất ngày 11/7/2020", "hạn cuối: 24:00 Thứ Bảy, 11/07/2020 là ngày nghỉ, tính muộn từ sau 24:00 Thứ Hai, 13/07/2020")]
    [InlineData("dự kiến tháng 5/2020", "hạn cuối: 24:00 Chủ nhật, 31/05/2020 là ngày nghỉ, tính muộn từ sau 24:00 Thứ Hai, 01/06/2020; mới là dự kiến")]
    public void A_deadline_as_written_tells_its_weekday_and_warns_of_days_off(string written, string told) => DueDay.Of(DateAsWritten.Parse(written), 2020).ToString().ShouldBe(told);

    [Fact]
    public void A_last_day_in_Tết_counts_until_offices_open_again() => DueDay.Of(DateAsWritten.Parse("đến hết ngày 12/02/2021"), 2021).IsDayOff.ShouldBeTrue();

    [Fact]
    public void An_adjustment_waits_for_the_deputy_and_any_change_takes_the_agreement_back()
    {
        var (plan, section) = Plan();
        var adjusting = new Plan(By(), plan.Terms(), Issued());
        var text = adjusting.AddSectionBelow(By(), null, new("Mục đích", "Đổi mới"));
        typeof(PlanSection).GetProperty(nameof(PlanSection.Id))!.SetValue(text, 9);
        adjusting.Problems(hasDeputy: true).ShouldContain(problem => problem.Part == PlanPart.Agreement);
        adjusting.Problems(hasDeputy: false).ShouldNotContain(problem => problem.Part == PlanPart.Agreement);
        Should.Throw<NotPermitted>(() => adjusting.Agree(By(Position.Member, Capacity.Head), new(Now)));
        adjusting.Agree(By(Position.Deputy, Capacity.Head), new(Now));
        (adjusting.State, adjusting.AgreedBy).ShouldBe((PlanState.Finalizing, "Người thử, Cương vị"));
        adjusting.Problems(hasDeputy: true).ShouldNotContain(problem => problem.Part == PlanPart.Agreement);
        adjusting.ChangeSection(By(), 9, new("Mục đích", "Khác"));
        adjusting.AgreedAt.ShouldBeNull();
        adjusting.Agree(By(), new(Now, Paper: new("12/UBND", new(2020, 7, 1), "Người ký", "Phó Chủ tịch")));
        adjusting.AgreedBy.ShouldBe("Người ký, Phó Chủ tịch (văn bản số 12/UBND)");
        Should.Throw<RuleViolation>(() => plan.Agree(By(Position.Deputy, Capacity.Head), new(Now))).Message.ShouldContain("kế hoạch điều chỉnh");
        section.ShouldNotBeNull();
    }

    private static (Plan Plan, PlanSection Section) Plan(string? body = "Nội dung.")
    {
        var plan = new Plan(By(), new("Hoạt động của Cụm năm 2020") { Recipients = ["Các đơn vị"], SignatoryLines = ["CỤM TRƯỞNG"] });
        plan.AddBasis(By(), new(BasisOpening.PursuantTo, "Luật") { Abstract = "Thi đua, khen thưởng" });
        var section = plan.AddSectionBelow(By(), null, new("Mục đích", body));
        typeof(PlanSection).GetProperty(nameof(PlanSection.Id))!.SetValue(section, 5);
        return (plan, section);
    }

    private static Plan Issued()
    {
        var (plan, _) = Plan();
        plan.Submit(By(), new(Now), hasDeputy: true);
        plan.Follow(By(capacity: Capacity.Registrar), PlanStep.Issue, new(Now));
        return plan;
    }
}
