using ThiDua.Domain.Reporting;
using static ThiDua.Domain.Tests.Reporting.ReportsInTest;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class DisciplineTests
{
    // trước ngày 10/7/2020, a Friday: late from its midnight in Vietnam.
    private static readonly DateTime LateFrom = new(2020, 7, 9, 17, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void D1_A_report_is_in_time_late_by_working_days_or_missing()
    {
        var requirement = Announced();
        Discipline.OfReport(requirement, Unit, null, LateFrom.AddSeconds(-1)).ShouldBeNull("there is time left");
        var missing = Discipline.OfReport(requirement, Unit, null, LateFrom.AddDays(3))!;
        (missing.TakesOff, missing.Key).ShouldBe((true, $"bao-cao-{requirement.Id}"));
        missing.Source.ShouldContain("quá hạn 2 ngày làm việc", Case.Sensitive, "Friday and Monday");
        var inTime = Discipline.OfReport(requirement, Unit, Submitted(requirement), LateFrom.AddDays(9))!;
        (inTime.TakesOff, inTime.Source.Contains("trong thời hạn", StringComparison.Ordinal)).ShouldBe((false, true));
        var late = Discipline.OfReport(requirement, Other, Submitted(requirement, Other, LateFrom.AddDays(4)), LateFrom.AddDays(9))!;
        (late.TakesOff, late.Source.Contains("muộn 3 ngày làm việc", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Fact]
    public void What_is_no_longer_owed_or_has_time_again_says_why_it_takes_nothing_off()
    {
        var requirement = Announced();
        requirement.ChangeDeadline(Chair, "trước ngày 20/7/2020", new(LateFrom.AddDays(1), "Thiên tai"));
        Discipline.OfReport(requirement, Unit, null, LateFrom.AddDays(1)).ShouldBeNull();
        Discipline.Lifted(requirement, Unit).ShouldBe(new($"bao-cao-{requirement.Id}", "“Báo cáo sơ kết 6 tháng đầu năm”: chưa đến hạn (trước ngày 20/07/2020).", TakesOff: false));
        requirement.Withdraw(Chair, new(LateFrom.AddDays(1), "Trùng"));
        Discipline.OfReport(requirement, Unit, null, LateFrom.AddDays(30)).ShouldBeNull("nothing is owed");
        Discipline.Lifted(requirement, Unit).Source.ShouldBe("“Báo cáo sơ kết 6 tháng đầu năm”: yêu cầu báo cáo đã thu hồi.");
    }

    [Fact]
    public void D1_A_deadline_moved_earlier_counts_for_what_comes_afterwards_alone()
    {
        var requirement = Announced("trước ngày 20/7/2020");
        var early = Submitted(requirement);
        requirement.ChangeDeadline(Chair, "trước ngày 10/7/2020", new(Early.AddDays(2), "Họp sớm"));
        early.Reckon(Chair, requirement);
        early.IsLate.ShouldBeFalse();
        Discipline.OfReport(requirement, Unit, early, LateFrom.AddDays(9))!.TakesOff.ShouldBeFalse();
        Submitted(requirement, Other, LateFrom).IsLate.ShouldBeTrue();
        var byPost = ReportSubmission.NotBegun(requirement, (Other, "Tỉnh 8"));
        byPost.RecordReceipt(Chair, requirement, new(ReceiptWay.ByPost, new(2020, 7, 3), null), new(LateFrom.AddDays(5)), Leader);
        byPost.IsLate.ShouldBeFalse("it had come before the deadline was moved");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 6)]
    public void Days_off_are_not_counted(int days, int expected) => Discipline.WorkingDaysLate(LateFrom, LateFrom.AddDays(days)).ShouldBe(expected);
}
