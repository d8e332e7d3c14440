using ThiDua.Domain.Notifying;

namespace ThiDua.Domain.Tests.Notifying;

public sealed class ReminderLadderTests
{
    private static readonly DateOnly LastDay = new(2020, 7, 10); // a Friday
    private static readonly DateOnly Announced = new(2020, 5, 4);
    private static readonly ReminderLadder Ladder = new(new(LastDay), WaitsForWorkingDay: true);

    // What a server that runs each of these days does.
    private static List<(int Day, int Step)> Walk(ReminderLadder ladder, IEnumerable<int> days, DateOnly? announced = null)
    {
        var (taken, last) = (new List<(int, int)>(), (int?)null);
        foreach (var day in days)
        {
            if (ladder.Due(LastDay.AddDays(day), announced ?? Announced, last) is { } step)
            {
                last = step;
                taken.Add((day, step));
            }
        }

        return taken;
    }

    [Fact]
    public void R1_Each_step_is_taken_once_on_its_day() =>
        Walk(Ladder, Enumerable.Range(-30, 60)).ShouldBe([(-7, -7), (-3, -3), (-1, -1), (1, 1), (3, 3), (7, 7), (14, 14), (21, 21), (28, 28)]);

    [Fact]
    public void R1_Running_again_on_the_same_day_takes_nothing() =>
        Walk(Ladder, Enumerable.Range(-30, 60).SelectMany(day => new[] { day, day, day })).Count.ShouldBe(9);

    [Theory]
    [InlineData(-8, 0, -1)]
    [InlineData(-8, -2, -3)]
    [InlineData(-4, 4, 3)]
    [InlineData(0, 8, 7)]
    [InlineData(8, 30, 28)]
    public void R1_A_server_that_was_off_gives_one_reminder_for_all_that_it_missed(int offAfter, int onAgain, int step)
    {
        var taken = Walk(Ladder, [.. Enumerable.Range(-30, 31 + offAfter), onAgain]);
        taken[^1].ShouldBe((onAgain, step));
        taken.Count(row => row.Day > offAfter).ShouldBe(1);
    }

    [Fact]
    public void R1_A_clock_that_jumps_back_or_forth_repeats_nothing() =>
        Walk(Ladder, [-7, -3, -7, -5, -3, 40, -7, 1, 40, 41, 42]).ShouldBe([(-7, -7), (-3, -3), (40, 35), (42, 42)]);

    [Fact]
    public void What_was_announced_late_is_reminded_of_from_then_on_only() =>
        Walk(Ladder, Enumerable.Range(-30, 35), announced: LastDay.AddDays(-5)).ShouldBe([(-3, -3), (-1, -1), (1, 1), (3, 3)]);

    [Fact]
    public void A_last_day_on_a_day_off_is_overdue_after_the_next_working_day_only()
    {
        var saturday = new Deadline(new(2020, 7, 11));
        var waiting = new ReminderLadder(saturday, WaitsForWorkingDay: true);
        waiting.DayOf(-1).ShouldBe(new(2020, 7, 10));
        waiting.DayOf(1).ShouldBe(new(2020, 7, 14), "Monday is in time still");
        new ReminderLadder(saturday, WaitsForWorkingDay: false).DayOf(1).ShouldBe(new(2020, 7, 12));
    }

    [Fact]
    public void Before_a_date_means_the_day_before() =>
        new ReminderLadder(new(new(2020, 7, 10), DeadlineWord.Before), WaitsForWorkingDay: true).DayOf(-1).ShouldBe(new(2020, 7, 8));
}
