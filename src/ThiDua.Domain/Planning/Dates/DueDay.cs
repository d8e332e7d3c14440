using System.Globalization;

namespace ThiDua.Domain.Planning;

/// <summary>What a written date means on the calendar, told where it is typed: the last day with its weekday, whether offices are closed on it, and until when nothing counts as late.</summary>
public sealed record DueDay(DateAsWritten Written, DateOnly LastDay, DateOnly CountsUntil)
{
    private static readonly string[] Weekdays = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];

    /// <summary>As a deadline of this year where none is written; the rule of working days is the one of the portal's default.</summary>
    public static DueDay Of(DateAsWritten written, int year)
    {
        var last = written.AsDeadline(year).LastDay;
        return new(written, last, DaysOff.WorkingDayFrom(last));
    }

    public bool IsDayOff => CountsUntil != LastDay;

    public static string WeekdayOf(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>"hạn cuối: 24:00 Thứ Năm, 09/07/2020".</summary>
    public override string ToString() => $"hạn cuối: 24:00 {In(LastDay)}{(IsDayOff ? $" là ngày nghỉ, tính muộn từ sau 24:00 {In(CountsUntil)}" : "")}{(Written.Expected ? "; mới là dự kiến" : "")}";

    private static string In(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{WeekdayOf(day)}, {day:dd/MM/yyyy}");
}
