namespace ThiDua.Domain;

/// <summary>Vietnamese calendar days and UTC instants. Asia/Ho_Chi_Minh has been seven hours ahead, without summer time, since 1975; the server's own zone never matters.</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(7);

    /// <summary>The first instant of the day, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue) - Ahead, DateTimeKind.Utc);

    /// <summary>Whether only the day is known: what came on paper is kept as the first instant of its day.</summary>
    public static bool IsDayAlone(DateTime utc) => utc == StartOf(DayOf(utc));

    /// <summary>The day on which the instant falls.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(utc + Ahead);
}
