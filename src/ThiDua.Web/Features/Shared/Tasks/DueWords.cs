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

    public static string ClassOf(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 => "late",
        <= SoonDays => "due-soon",
        _ => "",
    };
}
