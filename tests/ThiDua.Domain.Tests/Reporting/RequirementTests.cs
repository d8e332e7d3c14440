using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using static ThiDua.Domain.Tests.Reporting.ReportsInTest;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class RequirementTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("trước ngày 10/7/2020", "2020-07-09T17:00:00Z")]
    [InlineData("đến hết ngày 10/7/2020", "2020-07-10T17:00:00Z")]
    [InlineData("chậm nhất ngày 10/7", "2020-07-10T17:00:00Z")]
    [InlineData("đến hết ngày 31/12/2020", "2020-12-31T17:00:00Z")]
    [InlineData("đến hết ngày 29/02/2020", "2020-02-29T17:00:00Z")]
    [InlineData("trước ngày 01/3/2020", "2020-02-29T17:00:00Z")]
    [InlineData("tháng 02/2020", "2020-02-29T17:00:00Z")]
    public void D1_A_deadline_ends_at_midnight_in_Vietnam_to_the_second(string when, string ends)
    {
        var end = DateTime.Parse(ends, null, System.Globalization.DateTimeStyles.AdjustToUniversal);
        var (hard, soft) = (Draft(when, closesHard: true), Draft(when));
        foreach (var (at, isPast) in new[] { (end - Second, false), (end, true), (end + Second, true) })
        {
            hard.StandingOf(Unit, at).ShouldBe(isPast ? WindowStanding.Closed : WindowStanding.Open);
            soft.StandingOf(Unit, at).ShouldBe(isPast ? WindowStanding.Late : WindowStanding.Open);
            soft.IsLate(Unit, at).ShouldBe(isPast);
        }

        hard.When.ShouldBe(when, "the printed date stays");
    }

    [Fact]
    public void D1_Nothing_is_late_before_the_next_working_day_has_ended()
    {
        // 11 July 2020 is a Saturday: it waits until Monday has ended.
        var requirement = Announced("đến hết ngày 11/7/2020", closesHard: true, waits: true);
        var end = new DateTime(2020, 7, 13, 17, 0, 0, DateTimeKind.Utc);
        requirement.StandingOf(Unit, end - Second).ShouldBe(WindowStanding.Open);
        requirement.StandingOf(Unit, end).ShouldBe(WindowStanding.Closed);
        Announced("đến hết ngày 11/7/2020", closesHard: true).StandingOf(Unit, end - Second).ShouldBe(WindowStanding.Closed);
    }

    [Fact]
    public void D2_An_extension_for_one_unit_opens_nothing_for_another()
    {
        var requirement = Announced(closesHard: true);
        var late = new DateTime(2020, 7, 11, 3, 0, 0, DateTimeKind.Utc);
        var (one, other) = (Begun(requirement), Begun(requirement, Other));
        one.Add(requirement);
        other.Add(requirement);
        requirement.Extend(Chair, (Unit, "Tỉnh 7"), new(2020, 7, 15), new(Early, "Thiên tai"), Leader);
        requirement.StandingOf(Unit, late).ShouldBe(WindowStanding.Open);
        requirement.StandingOf(Other, late).ShouldBe(WindowStanding.Closed);
        one.Submit(By(), requirement, new(late));
        one.IsLate.ShouldBeFalse();
        Should.Throw<RuleViolation>(() => other.Submit(By(Other), requirement, new(late))).Message.ShouldContain("trước ngày 10/07/2020");
        Should.Throw<RuleViolation>(() => other.Add(requirement, late, "khac.pdf"));
        requirement.History[^1].Reason.ShouldBe("Tỉnh 7: đến hết ngày 15/07/2020. Thiên tai");
    }

    [Fact]
    public void An_extension_needs_a_later_day_a_reason_and_somebody_else()
    {
        var requirement = Announced();
        Should.Throw<RuleViolation>(() => requirement.Extend(Chair, (Unit, "Tỉnh 7"), new(2020, 7, 9), new(Early, "Thiên tai"), Leader)).Field.ShouldBe("LastDay");
        Should.Throw<RuleViolation>(() => requirement.Extend(Chair, (Unit, "Tỉnh 7"), new(2020, 7, 20), new(Early, " "), Leader)).Field.ShouldBe("Reason");
        Should.Throw<NotPermitted>(() => requirement.Extend(Chair, (Leader, "Tỉnh 1"), new(2020, 7, 20), new(Early, "Thiên tai"), Leader));
        Should.Throw<NotPermitted>(() => requirement.Extend(Vice, (Unit, "Tỉnh 7"), new(2020, 7, 20), new(Early, "Thiên tai"), Leader));
        requirement.Extend(Vice, (Leader, "Tỉnh 1"), new(2020, 7, 20), new(Early, "Thiên tai"), Leader);
        requirement.DeadlineOf(Leader)!.LastDay.ShouldBe(new(2020, 7, 20));
    }

    [Fact]
    public void An_extension_is_shortened_and_taken_back_with_a_reason()
    {
        var requirement = Announced();
        void Extend(int day, int today = 1) => requirement.Extend(Chair, (Unit, "Tỉnh 7"), new(2020, 7, day), new(new(2020, 7, today, 3, 0, 0, DateTimeKind.Utc), "Đổi"), Leader);
        Extend(20);
        Extend(15);
        requirement.DeadlineOf(Unit)!.LastDay.Day.ShouldBe(15);
        Should.Throw<RuleViolation>(() => Extend(8)).Message.ShouldContain("nhập đúng ngày đó để thu hồi gia hạn");
        Should.Throw<RuleViolation>(() => Extend(12, today: 13)).Message.ShouldContain("trước hôm nay");
        Extend(9);
        requirement.ExtensionOf(Unit).ShouldBeNull();
        requirement.DeadlineOf(Unit).ShouldBe(requirement.Deadline);
        requirement.History[^1].Reason.ShouldBe("Tỉnh 7: thu hồi gia hạn, đến hết ngày 09/07/2020. Đổi");
        Extend(20);
        requirement.ChangeDeadline(Chair, "trước ngày 30/7/2020", new(Early, "Dời hội nghị"));
        requirement.ExtensionOf(Unit).ShouldBeNull("the others have more time than it was given");
    }

    [Fact]
    public void A_deadline_that_was_announced_changes_with_a_reason_and_both_dates_stay()
    {
        var requirement = Announced();
        Should.Throw<RuleViolation>(() => requirement.ChangeDeadline(Chair, "trước ngày 20/7/2020", new(Early))).Field.ShouldBe("Reason");
        Should.Throw<RuleViolation>(() => requirement.ChangeDeadline(Chair, "trước ngày 10/7/2020", new(Early, "Lùi"))).Field.ShouldBe("When");
        Should.Throw<RuleViolation>(() => requirement.ChangeDeadline(Chair, "dự kiến tháng 8/2020", new(Early, "Lùi"))).Field.ShouldBe("When");
        Should.Throw<RuleViolation>(() => requirement.ChangeDeadline(Chair, "đến hết ngày 30/6/2020", new(Early, "Lùi"))).Field.ShouldBe("When");
    }

    [Fact]
    public void A_changed_deadline_keeps_the_old_one_and_lifts_what_came_within_it()
    {
        var requirement = Announced();
        var late = Submitted(requirement, at: new(2020, 7, 11, 3, 0, 0, DateTimeKind.Utc));
        late.IsLate.ShouldBeTrue();
        requirement.ChangeDeadline(Chair, "trước ngày 20/7/2020", new(Early, "Dịch bệnh"));
        requirement.DeadlineChanges.ShouldHaveSingleItem().ShouldBe(new("trước ngày 10/7/2020", "trước ngày 20/7/2020", "Dịch bệnh", Chair.UserName, Early));
        late.Reckon(Chair, requirement);
        late.IsLate.ShouldBeFalse();
    }

    [Fact]
    public void Nothing_is_announced_without_a_fixed_date_a_package_and_a_recipient()
    {
        var requirement = new ReportRequirement(Chair, 2020, new(ReportKind.Annual, "Báo cáo năm") { When = "dự kiến tháng 01/2021" }, true);
        Should.Throw<NotReady>(() => requirement.Announce(Chair, new(Early))).Reasons.Count.ShouldBe(3);
        requirement.Deadline.ShouldBeNull("an expected date makes nobody late");
        Draft(when: null).State.ShouldBe(RequirementState.Draft);
        Should.Throw<NotPermitted>(() => new ReportRequirement(By(), 2020, new(ReportKind.Annual, "Báo cáo năm"), true));
    }

    [Fact]
    public void A_deadline_that_is_past_already_is_not_announced()
    {
        var requirement = Draft("trước ngày 01/7/2020");
        Should.Throw<NotReady>(() => requirement.Announce(Chair, new(Early))).Reasons.ShouldHaveSingleItem().ShouldContain("đã qua");
        requirement.State.ShouldBe(RequirementState.Draft);
        Announced("đến hết ngày 01/7/2020").State.ShouldBe(RequirementState.Announced, "today can be met");
    }

    [Fact]
    public void What_was_announced_is_changed_no_more_unless_nobody_has_begun()
    {
        var requirement = Announced();
        Should.Throw<RuleViolation>(() => requirement.Describe(Chair, requirement.Terms()));
        Should.Throw<RuleViolation>(() => requirement.AddItem(Chair, new("Thêm")));
        Should.Throw<RuleViolation>(() => requirement.Revise(Chair, new(Early), hasBegun: true));
        requirement.Revise(Chair, new(Early), hasBegun: false);
        requirement.AddItem(Chair, new("Thêm")).Order.ShouldBe(3);
        Should.Throw<RuleViolation>(() => requirement.AddItem(Chair, new("thêm"))).Field.ShouldBe("Name");
    }

    [Fact]
    public void A_revoked_consolidated_report_opens_the_requirement_again_and_a_replaced_one_points_at_the_later_document()
    {
        DocumentReference first = new("12/BC-CTĐ", new(2020, 7, 12), "Cụm thi đua", ""), later = new("15/BC-CTĐ", new(2020, 7, 20), "Cụm thi đua", "");
        var head = By(Leader, Capacity.Head, Position.Leader);
        var requirement = Announced();
        requirement.IssueConsolidated(head, first, new(Early));
        requirement.ReplaceConsolidated(head, later, new(Early, "Số liệu chính thức"));
        (requirement.State, requirement.ConsolidatedBy).ShouldBe((RequirementState.Consolidated, later));
        requirement.History[^1].Reason.ShouldBe("Báo cáo tổng hợp 12/BC-CTĐ ngày 12/07/2020 được thay thế bởi 15/BC-CTĐ ngày 20/07/2020. Lý do: Số liệu chính thức");
        requirement.RevokeConsolidated(head, later, new(Early, "Ban hành nhầm"));
        (requirement.State, requirement.ConsolidatedBy).ShouldBe((RequirementState.Announced, null));
        requirement.IssueConsolidated(head, later, new(Early));
        Should.Throw<RuleViolation>(() => requirement.RevokeConsolidated(By(Leader, Capacity.Clerk, Position.Leader), first, new(Early))).Message.ShouldContain("theo văn bản đã ký");
    }

    [Fact]
    public void Two_requirements_are_the_same_by_title_period_and_who_owes_them_however_written()
    {
        static string Key(string title, string? period = null, OwedBy owedBy = OwedBy.EachMember) => ReportRequirement.KeyOf(owedBy, title, period);
        Key(" báo cáo  sơ kết ", "Quý I").ShouldBe(Key("Báo cáo sơ kết", "quý i"));
        Key("Báo cáo quý").ShouldNotBe(Key("Báo cáo quỹ"));
        Key("Báo cáo quý", "quý I").ShouldNotBe(Key("Báo cáo quý", "quý II"));
        Key("Báo cáo quý", owedBy: OwedBy.Leader).ShouldNotBe(Key("Báo cáo quý"));
        Draft().Key.ShouldBe(Key("Báo cáo sơ kết 6 tháng đầu năm"));
    }

    [Fact]
    public void What_is_owed_above_changes_its_deadline_by_the_document_of_those_above_alone()
    {
        var requirement = Announced(owedBy: OwedBy.Leader);
        Should.Throw<RuleViolation>(() => requirement.ChangeDeadline(Chair, "trước ngày 20/7/2020", new(Early, "Tự lùi"))).Field.ShouldBe("Document.Number");
        Should.Throw<RuleViolation>(() => requirement.ChangeDeadline(Chair, "trước ngày 20/7/2020", new(Early, "Tự lùi"), new("9/HĐ", new(2020, 7, 2), "Hội đồng", ""))).Field.ShouldBe("Document.IssuedOn", "tomorrow nobody has written yet");
        requirement.ChangeDeadline(Chair, "trước ngày 20/7/2020", new(Early, "Lùi chung"), new("9/HĐ", new(2020, 6, 30), "Hội đồng", ""));
        requirement.DeadlineChanges.ShouldHaveSingleItem().Reason.ShouldBe("Theo văn bản 9/HĐ ngày 30/06/2020 của Hội đồng. Lùi chung");
    }

    [Fact]
    public void What_is_owed_above_is_taken_back_neither_once_late_nor_once_accepted()
    {
        var requirement = Announced(owedBy: OwedBy.Leader);
        Should.Throw<RuleViolation>(() => requirement.Revise(Chair, new(new(2020, 7, 11, 3, 0, 0, DateTimeKind.Utc)), hasBegun: false), "by that the lateness would be gone");
        Should.Throw<RuleViolation>(() => requirement.Withdraw(Chair, new(Early, "Trùng"), ReportState.Accepted));
        requirement.RefusedAsOwedAbove(RequirementStep.Withdraw, ReportState.Accepted, WindowStanding.Open).ShouldNotBeNull();
        requirement.Withdraw(Chair, new(Early, "Trùng"), ReportState.Submitted);
        requirement.State.ShouldBe(RequirementState.Withdrawn);
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 0)]
    [InlineData(13, 0)]
    [InlineData(14, 1)]
    [InlineData(20, 7)]
    public void D1_Days_overdue_are_counted_from_the_first_late_day_wherever_they_are_told(int day, int overdue)
    {
        // 11 July 2020 is a Saturday: until Monday the 13th nothing is late.
        var requirement = Announced("đến hết ngày 11/7/2020", waits: true);
        var now = VietnamTime.StartOf(new(2020, 7, day)).AddHours(8);
        requirement.DaysLate(Unit, now).ShouldBe(overdue);
        requirement.IsLate(Unit, now).ShouldBe(overdue > 0);
        requirement.Deadline!.DaysLate(waitsForWorkingDay: true, new(2020, 7, day)).ShouldBe(overdue);
        var letter = UrgingLetter.Start(new("Cụm thi đua thử", 2020, new(2020, 7, day)), new(null, "Cụm thi đua thử"), requirement, [new(Unit, "Đơn vị Một")], now).Body!;
        letter.Contains("đã quá hạn", StringComparison.Ordinal).ShouldBe(overdue > 0);
        letter.Contains($"đã quá hạn {overdue:00} ngày", StringComparison.Ordinal).ShouldBe(overdue > 0);
    }

    [Fact]
    public void What_the_leader_owes_for_the_cluster_is_not_summed_up() =>
        Should.Throw<RuleViolation>(() => Announced(owedBy: OwedBy.Leader).Consolidate(Chair, new("20/BC-CTĐ", new(2020, 7, 12), "Cụm thi đua", ""), new(Early))).Message.ShouldContain("không có báo cáo của các đơn vị để tổng hợp");
}
