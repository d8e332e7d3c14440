namespace ThiDua.Domain;

/// <summary>How a document writes a deadline: đến hết ngày, or trước ngày.</summary>
public enum DeadlineWord { Until, Before }

/// <summary>A date as written (thời hạn): "đến hết ngày 10/7" ends with that day, "trước ngày 10/7" with the day before; always Vietnamese calendar days.</summary>
public sealed record Deadline(DateOnly Date, DeadlineWord Word = DeadlineWord.Until)
{
    /// <summary>The last day in time.</summary>
    public DateOnly LastDay => Word == DeadlineWord.Before ? Date.AddDays(-1) : Date;

    /// <summary>The first instant (UTC) after the written date.</summary>
    public DateTime EndsAt => VietnamTime.StartOf(LastDay.AddDays(1));

    /// <summary>The last day on which nothing counts as late: where the last day written is a day off, the next working day.</summary>
    public DateOnly LastDayInTime(bool waitsForWorkingDay) => waitsForWorkingDay ? DaysOff.WorkingDayFrom(LastDay) : LastDay;

    /// <summary>The first instant (UTC) that counts as late.</summary>
    public DateTime LateFrom(bool waitsForWorkingDay) => VietnamTime.StartOf(LastDayInTime(waitsForWorkingDay).AddDays(1));

    /// <summary>How many calendar days it is overdue on this day, the first late one counting as one; 0: it is not.</summary>
    public int DaysLate(bool waitsForWorkingDay, DateOnly today) => Math.Max(0, today.DayNumber - LastDayInTime(waitsForWorkingDay).DayNumber);

    /// <summary>As the document has it: "đến hết ngày 10/07/2020", "trước ngày 10/07/2020".</summary>
    public override string ToString() => $"{(Word == DeadlineWord.Before ? "trước ngày" : "đến hết ngày")} {Date:dd/MM/yyyy}";
}
