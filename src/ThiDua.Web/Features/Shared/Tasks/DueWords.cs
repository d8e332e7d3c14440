namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>How far a day is, in words: "còn 3 ngày", "hôm nay là hạn cuối", "quá hạn 2 ngày"; whole Vietnamese calendar days.</summary>
public static class DueWords
{
    private const int SoonDays = 3;

    /// <param name="due">The day written.</param>
    /// <param name="today">The day on which it is read.</param>
    /// <param name="lastInTime">The last day on which it is not late, where that is another than the day written.</param>
    public static string Of(DateOnly due, DateOnly today, DateOnly? lastInTime = null) => (due.DayNumber - today.DayNumber) switch
    {
        > 0 and var days => $"còn {days} ngày",
        0 => "hôm nay là hạn cuối",
        _ when today <= lastInTime => $"hạn là ngày nghỉ, đúng hạn đến hết {lastInTime:dd/MM/yyyy}",
        _ => $"quá hạn {today.DayNumber - (lastInTime ?? due).DayNumber} ngày",
    };

    /// <summary>How far a day is that asks nothing of the reader: "hôm nay", "còn 3 ngày".</summary>
    public static string Ahead(DateOnly day, DateOnly today) => day <= today ? "hôm nay" : $"còn {day.DayNumber - today.DayNumber} ngày";

    public static string ClassOf(DateOnly due, DateOnly today, DateOnly? lastInTime = null) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 when today > (lastInTime ?? due) => "late",
        <= SoonDays => "due-soon",
        _ => "",
    };
}
