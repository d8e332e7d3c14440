namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>How far a day is, in words: "còn 3 ngày", "hôm nay là hạn cuối", "quá hạn 2 ngày"; whole Vietnamese calendar days.</summary>
public static class DueWords
{
    private const int SoonDays = 3;

    public static string Of(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        > 0 and var days => $"còn {days} ngày",
        0 => "hôm nay là hạn cuối",
        var days => $"quá hạn {-days} ngày",
    };

    /// <summary>How far a day is that asks nothing of the reader: "hôm nay", "còn 3 ngày".</summary>
    public static string Ahead(DateOnly day, DateOnly today) => day <= today ? "hôm nay" : $"còn {day.DayNumber - today.DayNumber} ngày";

    public static string ClassOf(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 => "late",
        <= SoonDays => "due-soon",
        _ => "",
    };
}
