namespace ThiDua.Domain.Notifying;

/// <summary>
/// When a unit is reminded of what it owes (nhắc việc): 7, 3 and 1 days before the last day; 1, 3 and 7 days after it counts as late, then weekly.
/// A step is named by its days from the last day, before it negative. Whether something is owed still (not submitted, not closed) the caller knows; an extension is another deadline, with a ladder of its own.
/// </summary>
public sealed record ReminderLadder(Deadline Deadline, bool WaitsForWorkingDay)
{
    private const int Week = 7;
    private static readonly int[] Before = [-7, -3, -1];
    private static readonly int[] After = [1, 3];

    /// <summary>The step to be taken today; null: none. Of several that passed while nothing ran only the last is due.</summary>
    /// <param name="today">The Vietnamese calendar day.</param>
    /// <param name="announcedOn">The day on which the unit was told of the deadline: what lies up to it is past.</param>
    /// <param name="last">The last step taken for this deadline; never is an earlier one taken after it, whatever the clock does.</param>
    public int? Due(DateOnly today, DateOnly announcedOn, int? last = null)
    {
        var step = LastReached(today);
        return step is { } reached && DayOf(reached) > announcedOn && (last is null || reached > last) ? reached : null;
    }

    /// <summary>The day of a step.</summary>
    public DateOnly DayOf(int step) => (step < 0 ? Deadline.LastDay : LastDayNotLate).AddDays(step);

    /// <summary>The last day on which nothing counts as late yet.</summary>
    private DateOnly LastDayNotLate => Deadline.LastDayInTime(WaitsForWorkingDay);

    private int? LastReached(DateOnly today)
    {
        var late = today.DayNumber - LastDayNotLate.DayNumber;
        if (late >= Week)
        {
            return late / Week * Week;
        }

        return Before.Concat(After).Where(step => DayOf(step) <= today).Select(step => (int?)step).Max();
    }
}
