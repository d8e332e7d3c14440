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

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 6)]
    public void Days_off_are_not_counted(int days, int expected) => Discipline.WorkingDaysLate(LateFrom, LateFrom.AddDays(days)).ShouldBe(expected);
}
