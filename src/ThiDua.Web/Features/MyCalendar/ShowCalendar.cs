using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Tasks;

namespace ThiDua.Web.Features.MyCalendar;

/// <summary>A month, from its first day.</summary>
public readonly record struct Month(DateOnly First)
{
    public static Month Of(DateOnly day) => new(new(day.Year, day.Month, 1));

    /// <summary>"2020-07", or null where it is none.</summary>
    public static Month? Parse(string? text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", out var first) && first.Year is > 1990 and < 2100 ? new(first) : null;

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public Month Next => new(First.AddMonths(1));

    public Month Before => new(First.AddMonths(-1));

    /// <summary>The weeks that it touches, Monday first.</summary>
    public IEnumerable<IReadOnlyList<DateOnly>> Weeks()
    {
        for (var monday = First.AddDays(-(((int)First.DayOfWeek + 6) % 7)); monday <= Last; monday = monday.AddDays(7))
        {
            yield return [.. Enumerable.Range(0, 7).Select(monday.AddDays)];
        }
    }

    public override string ToString() => First.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>The dates of a month over all cluster years of the office acted in (lịch), as a month or a list; whether the person has a feed.</summary>
public sealed record CalendarPage(Month Month, bool IsList, IReadOnlyList<PlannedDate> Dates, DateOnly Today, bool HasFeed)
{
    /// <summary>The address of the feed, told once when it is made.</summary>
    public string? NewAddress { get; init; }

    /// <summary>What falls on a day: a deadline on its last day, a conference on each of its days unless it only says the month.</summary>
    public IEnumerable<PlannedDate> On(DateOnly day) => Dates.Where(date => Marks(date, day));

    /// <summary>A span longer than this is told on its last day alone.</summary>
    private const int LongestSpan = 7;

    private static bool Marks(PlannedDate date, DateOnly day) =>
        date.LastDay.DayNumber - date.FirstDay.DayNumber < LongestSpan ? date.FirstDay <= day && day <= date.LastDay : date.LastDay == day;
}

/// <summary>Reads the dates that plans in force set, and until when reports are due.</summary>
public sealed class ShowCalendar(PortalDb db, ReadableYears years, CurrentPerson person, CalendarDates calendar, TimeProvider clock)
{
    public async Task<CalendarPage> Handle(string? month, bool isList)
    {
        var today = Days.Today(clock);
        var shown = Month.Parse(month) ?? Month.Of(today);
        var dates = await calendar.Handle(years.Query(), [person.Person]);
        var hasFeed = (await db.Users.OneAsync(user => user.Id == person.Person.UserId)).CalendarKeyHash is not null;
        return new(shown, isList, [.. dates.Where(date => date.LastDay >= shown.First && date.FirstDay <= shown.Last)], today, hasFeed);
    }
}
