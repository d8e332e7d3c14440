using System.Globalization;

namespace ThiDua.Domain;

/// <summary>
/// Days on which offices are closed: Saturdays, Sundays and the public holidays of Điều 112 Bộ luật Lao động 2019
/// (New Year; five days of Tết from the last day of the old year; Giỗ Tổ; 30/4 and 1/5; 2/9 with the day before), with the days in lieu for holidays at a weekend.
/// The lunar calendar is that of .NET, which agrees with the Vietnamese one from 2008 to 2029; exchanges of working days that a year's notice makes are not known here.
/// </summary>
public static class DaysOff
{
    private static readonly ChineseLunisolarCalendar Lunar = new();
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Known = new();

    public static bool Contains(DateOnly day) => IsWeekend(day) || Known.GetOrAdd(day.Year, OfYear).Contains(day);

    /// <summary>This day, or the next on which offices work.</summary>
    public static DateOnly WorkingDayFrom(DateOnly day)
    {
        while (Contains(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static HashSet<DateOnly> OfYear(int year)
    {
        var newYear = FromLunar(year, 1, 1);
        DateOnly[][] holidays =
        [
            [new(year, 1, 1)],
            [.. Enumerable.Range(-1, 5).Select(newYear.AddDays)],
            [FromLunar(year, 3, 10)],
            [new(year, 4, 30), new(year, 5, 1)],
            [new(year, 9, 1), new(year, 9, 2)],
        ];
        var off = holidays.SelectMany(days => days).ToHashSet();
        foreach (var holiday in holidays.SelectMany(days => days).Order().Where(IsWeekend))
        {
            off.Add(NextFree(holiday, off));
        }

        return off;
    }

    // The day in lieu: the first working day after.
    private static DateOnly NextFree(DateOnly day, HashSet<DateOnly> off)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (IsWeekend(day) || off.Contains(day));

        return day;
    }

    private static DateOnly FromLunar(int year, int month, int day)
    {
        // Months after a leap month are counted one further.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
