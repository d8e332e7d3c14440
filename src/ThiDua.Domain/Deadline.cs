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

    /// <summary>The first instant (UTC) that counts as late: where the last day is a day off, not before the next working day has ended.</summary>
    public DateTime LateFrom(bool waitsForWorkingDay) => waitsForWorkingDay ? VietnamTime.StartOf(DaysOff.WorkingDayFrom(LastDay).AddDays(1)) : EndsAt;

    /// <summary>As the document has it: "đến hết ngày 10/07/2020", "trước ngày 10/07/2020".</summary>
    public override string ToString() => $"{(Word == DeadlineWord.Before ? "trước ngày" : "đến hết ngày")} {Date:dd/MM/yyyy}";
}
