using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class ScoringCalendarTests
{
    private const int A = 1;
    private const int B = 2;

    private static readonly Actor Leader = new(1, "Người", 1, "Chuyên viên", A, Capacity.Clerk) { ClusterYearId = 7, UnitId = A, Positions = new HashSet<Position> { Position.Leader, Position.Member } };

    // A Thursday: 31 December.
    private static readonly DateTime End = new(2020, 12, 31, 17, 0, 0, DateTimeKind.Utc);

    private static ScoringCalendar Until(bool hard)
    {
        var calendar = new ScoringCalendar(Leader);
        calendar.Set(Leader, new Dictionary<ScoringWindow, OpenDays> { [ScoringWindow.Entry] = new(new(2020, 12, 1), new(new(2020, 12, 31)), hard) }, waitsForWorkingDay: true, End);
        return calendar;
    }

    [Theory]
    [InlineData(-1, WindowStanding.Open)]
    [InlineData(0, WindowStanding.Closed)]
    [InlineData(1, WindowStanding.Closed)]
    public void D1_A_closed_window_ends_with_the_last_second_of_its_day(int seconds, WindowStanding standing) =>
        Until(hard: true).EntryOf(A).At(End.AddSeconds(seconds), waitsForWorkingDay: true).ShouldBe(standing);

    [Fact]
    public void D1_Before_its_first_day_a_window_is_not_open_yet()
    {
        var opens = new DateTime(2020, 11, 30, 17, 0, 0, DateTimeKind.Utc);
        Until(hard: false).EntryOf(A).At(opens.AddSeconds(-1), true).ShouldBe(WindowStanding.NotYet);
        Until(hard: false).EntryOf(A).At(opens, true).ShouldBe(WindowStanding.Open);
    }

    [Fact]
    public void D1_Late_is_marked_where_the_window_does_not_close()
    {
        Until(hard: false).IsLate(A, End.AddSeconds(-1)).ShouldBeFalse();
        Until(hard: false).IsLate(A, End).ShouldBeTrue();
    }

    [Fact]
    public void An_old_extension_takes_no_time_away_when_all_get_more()
    {
        var calendar = Until(hard: true);
        calendar.Extend(Leader, A, "Tỉnh", new(2021, 1, 8), "Chờ số liệu", End);
        calendar.Set(Leader, new Dictionary<ScoringWindow, OpenDays> { [ScoringWindow.Entry] = new(new(2020, 12, 1), new(new(2021, 1, 20)), true) }, waitsForWorkingDay: true, End);
        calendar.EntryOf(A).Closes!.LastDay.ShouldBe(new(2021, 1, 20));
    }

    [Theory]
    [InlineData(ScoringWindow.Appraisal)]
    [InlineData(ScoringWindow.Answer)]
    [InlineData(ScoringWindow.Objection)]
    public void Each_window_has_its_own_days(ScoringWindow window)
    {
        var calendar = new ScoringCalendar(Leader);
        calendar.Set(Leader, new Dictionary<ScoringWindow, OpenDays> { [window] = new(new(2020, 12, 1), new(new(2020, 12, 31)), true) }, waitsForWorkingDay: false, End);
        calendar.Refusal(window, End.AddSeconds(-1)).ShouldBeNull();
        calendar.Refusal(window, End)!.ShouldContain("Đã hết thời hạn");
        calendar.Refusal(window, End.AddDays(-40))!.ShouldContain("bắt đầu từ ngày 01/12/2020");
        foreach (var other in Enum.GetValues<ScoringWindow>().Where(other => other != window))
        {
            calendar.Refusal(other, End).ShouldBeNull();
        }
    }

    [Fact]
    public void D2_More_time_for_one_unit_is_none_for_another()
    {
        var calendar = Until(hard: true);
        calendar.Extend(Leader, A, "Tỉnh", new(2021, 1, 8), "Chờ số liệu", End);
        calendar.EntryOf(A).At(End.AddDays(5), true).ShouldBe(WindowStanding.Open);
        calendar.EntryOf(B).At(End.AddDays(5), true).ShouldBe(WindowStanding.Closed);
        calendar.EntryOf(A).At(End.AddDays(8), true).ShouldBe(WindowStanding.Closed);
        Should.Throw<RuleViolation>(() => calendar.Extend(Leader, B, "Tỉnh", new(2020, 12, 31), "Không thêm ngày nào", End));
        Should.Throw<NotPermitted>(() => calendar.Extend(Leader with { Positions = new HashSet<Position> { Position.Member } }, B, "Tỉnh", new(2021, 1, 8), "Tự gia hạn", End));
    }
}
