using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Tests.Reporting.ReportsInTest;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class RemindingTests
{
    private static readonly DateOnly Announcement = new(2020, 5, 4);
    private static readonly HashSet<int> None = [];

    private static DateTime On(int day) => VietnamTime.StartOf(new(2020, 7, day)).AddHours(8);

    [Fact]
    public void R1_What_closes_hard_is_reminded_of_until_it_is_closed()
    {
        var (hard, soft) = (Announced("đến hết ngày 10/7/2020", closesHard: true), Announced("đến hết ngày 10/7/2020"));
        hard.ReminderDue(Unit, On(9), Announcement, null).ShouldBe(-1);
        hard.ReminderDue(Unit, On(11), Announcement, -1).ShouldBeNull();
        soft.ReminderDue(Unit, On(11), Announcement, -1).ShouldBe(1);
    }

    [Fact]
    public void D2_An_extension_begins_another_ladder_on_the_day_after_it_was_given()
    {
        var requirement = Announced("đến hết ngày 10/7/2020");
        requirement.Extend(Chair, (Unit, "Đơn vị"), new(2020, 7, 13), new(On(10), "Thiên tai"), leaderId: Leader);
        requirement.ReminderDue(Unit, On(10), Announcement, null).ShouldBeNull("they know it from today");
        requirement.ReminderDue(Unit, On(12), Announcement, null).ShouldBe(-1);
        requirement.ReminderDue(Other, On(11), Announcement, -1).ShouldBe(1);
    }

    [Fact]
    public void By_hand_nobody_is_reminded_who_submitted_or_was_reminded_today()
    {
        var requirement = Announced("đến hết ngày 10/7/2020");
        (int, string)[] both = [(Unit, "Một"), (Other, "Hai")];
        Should.Throw<RuleViolation>(() => requirement.Remind(Chair, both, new HashSet<int> { Other }, None, On(11))).Message.ShouldContain("Hai đã nộp");
        Should.Throw<RuleViolation>(() => requirement.Remind(Chair, both, None, new HashSet<int> { Unit }, On(11))).Message.ShouldContain("Một hôm nay đã được nhắc");
        Should.Throw<RuleViolation>(() => requirement.Remind(Chair, [], None, None, On(11)));
        Should.Throw<NotPermitted>(() => requirement.Remind(By(), both, None, None, On(11)));
        requirement.Remind(Chair, both, None, None, On(11));
        requirement.Reminders.Select(row => (row.UnitId, row.On)).ShouldBe([(Unit, new(2020, 7, 11)), (Other, new(2020, 7, 11))]);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(null, false)]
    public void The_plan_is_named_as_the_basis_only_of_what_was_made_from_it(int? fromBlock, bool isNamed)
    {
        var requirement = new ReportRequirement(Chair, 2020, new(ReportKind.AdHoc, "Báo cáo đột xuất") { When = "đến hết ngày 10/7/2020", FromBlockId = fromBlock, Recipient = new() { Name = "đơn vị Cụm trưởng" } }, waitsForWorkingDay: false);
        var facts = new DraftFacts("Cụm thi đua thử", 2020, new(2020, 7, 15)) { Plan = new("1466/KH-CTĐ", new(2020, 7, 2), "Cụm thi đua thử", "") };
        var letter = UrgingLetter.Start(facts, new(null, "Cụm thi đua thử"), requirement, [new(Unit, "Đơn vị Một")], On(15)).Body!;
        letter.Contains("Thực hiện Kế hoạch số 1466/KH-CTĐ", StringComparison.Ordinal).ShouldBe(isNamed);
        letter.Contains("Theo yêu cầu báo cáo của Cụm thi đua thử, các đơn vị gửi", StringComparison.Ordinal).ShouldBe(!isNamed);
        ConsolidatedReport.Start(facts.About(requirement), new(null, "Cụm thi đua thử"), requirement.Title, null).Body!.Contains("1466/KH-CTĐ", StringComparison.Ordinal).ShouldBe(isNamed);
    }

    [Fact]
    public void Who_still_owes_it_after_the_consolidated_report_may_be_reminded_by_hand_and_nobody_after_it_was_withdrawn()
    {
        var requirement = Announced("đến hết ngày 10/7/2020");
        requirement.Consolidate(Chair, new("12/BC-CTĐ", new(2020, 7, 12), "Cụm thi đua", ""), new(Early));
        requirement.MayRemind.ShouldBeTrue();
        requirement.Remind(Chair, [(Unit, "Một")], None, None, On(11));
        var withdrawn = Announced("đến hết ngày 10/7/2020");
        withdrawn.Withdraw(Chair, new(Early, "Trùng"));
        withdrawn.MayRemind.ShouldBeFalse();
        Should.Throw<RuleViolation>(() => withdrawn.Remind(Chair, [(Unit, "Một")], None, None, On(11)));
    }

    [Fact]
    public void A_letter_names_what_is_missing_and_since_when()
    {
        var requirement = Announced("đến hết ngày 10/7/2020");
        var text = UrgingLetter.Start(new("Cụm thi đua thử", 2020, new(2020, 7, 15)), new(null, "Cụm thi đua thử") { Abbreviation = "CTĐT" }, requirement, [new(Unit, "Đơn vị Một")], On(15));
        text.Body.ShouldNotBeNull().ShouldContain("- Đơn vị Một: thời hạn đến hết ngày 10/07/2020, đã quá hạn 05 ngày.");
        text.Addressees.ShouldBe(["Đơn vị Một"]);
        text.Problems(DraftTemplate.FreeText, DocumentKind.Letter).ShouldNotContain(problem => problem.Contains("để trống", StringComparison.Ordinal));
    }
}
