namespace ThiDua.Domain.Planning;

/// <summary>The word before a written date: none; trong; từ (and from then on); trước; đến hết; chậm nhất.</summary>
public enum DateWord { On, Within, From, Before, Until, Latest }

/// <summary>
/// A date as written in a plan: a day, span, month, quarter or part of one, once or yearly, dự kiến or fixed, with or without its year.
/// As a deadline a month ends with its last day, "trước ngày 10/7" at 24:00 of the day before, "chậm nhất" and "đến hết ngày 10/7" at 24:00 of that day.
/// It is kept as its text: <see cref="Parse"/> reads what <see cref="ToString"/> prints.
/// </summary>
public sealed record DateAsWritten
{
    public DateAsWritten(DatePoint from, DatePoint? to = null, DateWord word = DateWord.On, bool yearly = false, bool expected = false)
    {
        RuleViolation.Require(to is null || word is DateWord.On or DateWord.Within or DateWord.From, "Khoảng thời gian “từ … đến …” không đi cùng “trước”, “đến hết” hoặc “chậm nhất”.");
        (From, To) = yearly ? (from.In(null), to?.In(null)) : WithYears(from, to);
        (Word, Yearly, Expected) = (to is null ? word : DateWord.On, yearly, expected);
        RuleViolation.Require(IsInOrder(From, To), "Ngày bắt đầu phải trước ngày kết thúc.");
    }

    /// <summary>What is named, or the beginning of a span.</summary>
    public DatePoint From { get; }

    /// <summary>The end of a span.</summary>
    public DatePoint? To { get; }

    public DateWord Word { get; }

    /// <summary>Hằng năm: no year is written, it comes again in each.</summary>
    public bool Yearly { get; }

    /// <summary>Dự kiến: not fixed yet.</summary>
    public bool Expected { get; }

    /// <summary>Whether a year must be given from outside.</summary>
    public bool NeedsYear => From.Year is null;

    public static DateAsWritten Parse(string text) =>
        DateReader.Whole(text) ?? throw new RuleViolation($"Không hiểu thời gian “{(text.Length > 60 ? text[..60] + "…" : text)}”. Viết như: trước ngày 10/7/2020; đến hết ngày 10/7; dự kiến tháng 7/2020; đầu tháng 12; quý III/2020; từ ngày 05/7 đến ngày 10/7/2020; tháng 12 hằng năm.");

    public static DateAsWritten? TryParse(string? text)
    {
        try
        {
            return text is null ? null : DateReader.Whole(text);
        }
        catch (RuleViolation)
        {
            return null;
        }
    }

    /// <summary>Why a date as somebody types it is not taken: an hour in it would be lost, there is no such day, or it is not understood; null: it is taken.</summary>
    public static string? ProblemOf(string text)
    {
        if (DateReader.HourIn(text) is { } hour)
        {
            return $"Cổng tính thời hạn theo cả ngày, đến 24:00, không theo giờ (“{hour}”). Hãy bỏ giờ và viết lại: “chậm nhất ngày 10/7/2020” là đến hết ngày 10/7; “trước ngày 10/7/2020” là đến hết ngày 09/7.";
        }

        try
        {
            _ = Parse(text);
            return null;
        }
        catch (RuleViolation problem)
        {
            return problem.Message;
        }
    }

    /// <summary>The first and the last calendar day meant, in this year where none is written. A span that would end before it begins runs over the turn of the year.</summary>
    public (DateOnly First, DateOnly Last) Days(int yearIfNone)
    {
        var (first, last) = From.Days(yearIfNone);
        if (To is not null)
        {
            last = To.Days(yearIfNone).Last;
            last = last < first ? To.Days(yearIfNone + 1).Last : last;
        }

        return (first, last);
    }

    /// <summary>As a deadline, in this year where none is written.</summary>
    public Deadline AsDeadline(int yearIfNone)
    {
        var (first, last) = Days(yearIfNone);
        return Word == DateWord.Before ? new(IsMissing29(first.Year) ? last.AddDays(1) : first, DeadlineWord.Before) : new(last);
    }

    /// <summary>The years moved on, as for next year's plan; what bears no year stays.</summary>
    public DateAsWritten MovedOn(int years) => new(Moved(From, years)!, Moved(To, years), Word, Yearly, Expected);

    /// <summary>As official texts write it: "dự kiến trong tháng 7/2020", "trước ngày 10/7/2020", "từ ngày 05/7 đến ngày 10/7/2020", "tháng 12 hằng năm".</summary>
    public override string ToString() => $"{(Expected ? "dự kiến " : "")}{WordText}{Points}{(Yearly ? " hằng năm" : "")}";

    private string Points => To is null ? From.ToString() : $"từ {(From.Year == To.Year ? From.Shown(null) : From.ToString())} đến {To}";

    private string WordText => Word switch
    {
        DateWord.Within => "trong ",
        DateWord.From => "từ ",
        DateWord.Before => "trước ",
        DateWord.Until => "đến hết ",
        DateWord.Latest => "chậm nhất ",
        _ => "",
    };

    internal static bool IsInOrder(DatePoint from, DatePoint? to) => from.Year is null || to?.Year is null || from.Days(0).First <= to.Days(0).Last;

    // One year is written for both ends; the other lies in it too, or in the next.
    internal static (DatePoint From, DatePoint? To) WithYears(DatePoint from, DatePoint? to) => (from.Year, to?.Year) switch
    {
        (null, { } year) => IsInOrder(from.In(year), to) ? (from.In(year), to) : (from.In(year - 1), to),
        ({ } year, null) when to is not null => IsInOrder(from, to.In(year)) ? (from, to.In(year)) : (from, to.In(year + 1)),
        _ => (from, to),
    };

    // "Trước 29/02" of a year without that day is before the first of March.
    private bool IsMissing29(int year) => From is { Unit: DateUnit.Day, Number: 29, Month: 2 } && !DateTime.IsLeapYear(year);

    private static DatePoint? Moved(DatePoint? point, int years) => point?.Year is { } year ? point.In(year + years) : point;
}
