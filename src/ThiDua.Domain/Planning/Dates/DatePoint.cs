using System.Globalization;

namespace ThiDua.Domain.Planning;

/// <summary>What a written date names: a day, a month, a quarter, a year.</summary>
public enum DateUnit { Day, Month, Quarter, Year }

/// <summary>Which part of a month, quarter or year is meant: all of it; đầu, giữa, cuối (its thirds); nửa đầu, nửa cuối.</summary>
public enum DatePart { Whole, Early, Middle, Late, FirstHalf, SecondHalf }

/// <summary>One end of a date as written: "ngày 10/7/2020", "đầu tháng 12", "quý III/2020". The year may be left out.</summary>
public sealed record DatePoint
{
    // 29 February is a day where no year is written.
    private const int LeapYear = 2000;

    private DatePoint(DateUnit unit, int number, int month, int? year, DatePart part)
    {
        var problem = ProblemOf(unit, number, month, year);
        RuleViolation.Require(problem is null, problem ?? "");
        RuleViolation.Require(unit != DateUnit.Year || year is not null || part != DatePart.Whole, "Hãy ghi rõ năm.");
        (Unit, Number, Month, Year, Part) = (unit, number, month, year, part);
    }

    /// <summary>Why there is no such day, month or quarter; null where there is.</summary>
    internal static string? ProblemOf(DateUnit unit, int number, int month, int? year)
    {
        if (year is < 1900 or > 2200)
        {
            return "Năm phải trong khoảng 1900 - 2200.";
        }

        if ((unit == DateUnit.Day ? month : unit == DateUnit.Month ? number : 1) is < 1 or > 12)
        {
            return "Tháng phải từ 1 đến 12.";
        }

        return unit switch
        {
            DateUnit.Quarter when number is < 1 or > 4 => "Quý phải từ I đến IV.",
            DateUnit.Day when number < 1 || number > DateTime.DaysInMonth(year ?? LeapYear, month) => $"Tháng {month}{(year is { } written ? $"/{written}" : "")} không có ngày {number}.",
            _ => null,
        };
    }

    public DateUnit Unit { get; }

    /// <summary>The day of the month, the month, or the quarter; 0 for a year.</summary>
    public int Number { get; }

    /// <summary>The month of a day; 0 otherwise.</summary>
    public int Month { get; }

    public int? Year { get; }

    public DatePart Part { get; }

    public static DatePoint OfDay(int day, int month, int? year = null) => new(DateUnit.Day, day, month, year, DatePart.Whole);

    public static DatePoint OfDay(DateOnly day) => OfDay(day.Day, day.Month, day.Year);

    public static DatePoint OfMonth(int month, int? year = null, DatePart part = DatePart.Whole) => new(DateUnit.Month, month, 0, year, part);

    public static DatePoint OfQuarter(int quarter, int? year = null, DatePart part = DatePart.Whole) => new(DateUnit.Quarter, quarter, 0, year, part);

    public static DatePoint OfYear(int? year = null, DatePart part = DatePart.Whole) => new(DateUnit.Year, 0, 0, year, part);

    /// <summary>The same in another year, or without one; 29 February becomes 28 where that year has none.</summary>
    public DatePoint In(int? year) => new(Unit, Unit == DateUnit.Day ? Math.Min(Number, DateTime.DaysInMonth(year ?? LeapYear, Month)) : Number, Month, year, Part);

    /// <summary>The first and the last calendar day meant, in this year where none is written.</summary>
    public (DateOnly First, DateOnly Last) Days(int yearIfNone)
    {
        var year = Year ?? yearIfNone;
        if (Unit == DateUnit.Day)
        {
            DateOnly day = new(year, Month, Math.Min(Number, DateTime.DaysInMonth(year, Month)));
            return (day, day);
        }

        var (from, months) = Unit switch { DateUnit.Month => (Number, 1), DateUnit.Quarter => ((Number * 3) - 2, 3), _ => (1, 12) };
        return PartOf(new(year, from, 1), months);
    }

    // Thirds and halves of a month end on its 10th, 20th and 15th day; those of longer times with a month, or in the middle of one.
    private (DateOnly First, DateOnly Last) PartOf(DateOnly first, int months)
    {
        var last = first.AddMonths(months).AddDays(-1);
        DateOnly After(int thirds, int halves) => months == 1
            ? first.AddDays((thirds * 10) + (halves * 15))
            : first.AddMonths((months * thirds / 3) + (months * halves / 2)).AddDays(halves > 0 && months % 2 > 0 ? 15 : 0);
        return Part switch
        {
            DatePart.Early => (first, After(1, 0).AddDays(-1)),
            DatePart.Middle => (After(1, 0), After(2, 0).AddDays(-1)),
            DatePart.Late => (After(2, 0), last),
            DatePart.FirstHalf => (first, After(0, 1).AddDays(-1)),
            DatePart.SecondHalf => (After(0, 1), last),
            _ => (first, last),
        };
    }

    /// <summary>As official texts write it: "ngày 05/7/2020", "đầu tháng 12/2020", "quý III/2020", "cuối năm 2020"; without the year where asked or none is written.</summary>
    public override string ToString() => Shown(Year);

    internal string Shown(int? year)
    {
        var after = year is { } written ? string.Create(CultureInfo.InvariantCulture, $"/{written}") : "";
        return PartWord + Unit switch
        {
            DateUnit.Day => string.Create(CultureInfo.InvariantCulture, $"ngày {Number:00}/{MonthText(Month)}{after}"),
            DateUnit.Month => $"tháng {MonthText(Number)}{after}",
            DateUnit.Quarter => $"quý {RomanNumber.Of(Number)}{after}",
            _ => "năm" + after.Replace('/', ' '),
        };
    }

    private string PartWord => Part switch
    {
        DatePart.Early => "đầu ",
        DatePart.Middle => "giữa ",
        DatePart.Late => "cuối ",
        DatePart.FirstHalf => "nửa đầu ",
        DatePart.SecondHalf => "nửa cuối ",
        _ => "",
    };

    private static string MonthText(int month) => month.ToString(month < 3 ? "00" : "0", CultureInfo.InvariantCulture);
}
