namespace ThiDua.Domain.Planning;

/// <summary>A point being read: a day may lack its month until the end of its span gives it ("từ ngày 05 đến ngày 10/7").</summary>
internal sealed record OpenPoint(DateUnit Unit, int Number, int Month, int? Year, DatePart Part)
{
    public bool IsOpen => Unit == DateUnit.Day && Month == 0;

    public DatePoint Made() => Unit switch
    {
        DateUnit.Day => DatePoint.OfDay(Number, Month, Year),
        DateUnit.Month => DatePoint.OfMonth(Number, Year, Part),
        DateUnit.Quarter => DatePoint.OfQuarter(Number, Year, Part),
        _ => DatePoint.OfYear(Year, Part),
    };
}

/// <summary>Reads one end of a date: "ngày 10/7/2020", "ngày 10 tháng 7 năm 2020", "tháng7/2020", "đầu quý III năm 2020".</summary>
internal sealed class PointReader(string text, List<DateToken> tokens)
{
    /// <summary>Why what looks like a date is none (31/4), the last one met.</summary>
    public string? Problem { get; private set; }

    public OpenPoint? Read(ref int at)
    {
        var from = at;
        var part = ReadPart(ref from);
        var point = part == DatePart.Whole && tokens.Is(from, "ngay") ? ReadDay(ref from, from + 1)
            : part == DatePart.Whole && tokens.IsNumber(from) ? ReadBareDay(ref from)
            : from < tokens.Count && tokens[from].IsLikeMonth ? ReadMonth(ref from, part)
            : tokens.Is(from, "quy") ? ReadQuarter(ref from, part)
            : tokens.Is(from, "nam") ? ReadYearPoint(ref from, part)
            : null;
        at = point is null ? at : from;
        return point;
    }

    /// <summary>The end of a span, "- 08/2020", "đến ngày 10/7/2020"; fills what its beginning left out.</summary>
    public DatePoint? ReadEnd(ref int at, ref OpenPoint begin)
    {
        if (!(tokens.Is(at, "-") || tokens.Is(at, "–") || tokens.Is(at, "—") || tokens.Is(at, "den") || tokens.Is(at, "toi")))
        {
            return null;
        }

        var next = at + (tokens.Is(at + 1, "het") ? 2 : 1);
        if ((Read(ref next) ?? ReadLike(ref next, begin)) is not { IsOpen: false } end || end.Unit != begin.Unit)
        {
            return null;
        }

        var filled = begin.IsOpen ? begin with { Month = end.Month, Year = end.Year } : begin;
        if (Refuse(filled) || WithOrder(filled, end) is not { } to)
        {
            return null;
        }

        (begin, at) = (filled, next);
        return to;
    }

    /// <summary>Further points of a list: ", 13/10 và 11/6", "và 12".</summary>
    public List<DatePoint> ReadOthers(ref int at, OpenPoint first)
    {
        var others = new List<DatePoint>();
        while (tokens.Is(at, ",") || tokens.Is(at, "va"))
        {
            var next = at + 1;
            if (ReadLike(ref next, first) is not { IsOpen: false } point || (first.Unit != DateUnit.Day && point.Year is null))
            {
                break;
            }

            others.Add(point.Made());
            at = next;
        }

        return others;
    }

    // Without the word that the first one had.
    private OpenPoint? ReadLike(ref int at, OpenPoint first) => first.Unit switch
    {
        DateUnit.Day => ReadDay(ref at, at),
        DateUnit.Month => ReadNumbered(ref at, at, DateUnit.Month, tokens.IsNumber(at) ? tokens[at].Number : 0, DatePart.Whole),
        DateUnit.Quarter => ReadNumbered(ref at, at, DateUnit.Quarter, QuarterAt(at), DatePart.Whole),
        _ => null,
    };

    private DatePart ReadPart(ref int at)
    {
        var (part, length) = tokens.Is(at, "nua") && tokens.Is(at + 1, "dau") ? (DatePart.FirstHalf, 2)
            : tokens.Is(at, "nua") && tokens.Is(at + 1, "cuoi") ? (DatePart.SecondHalf, 2)
            : tokens.Is(at, "dau") || tokens.Is(at, "thuong") ? (DatePart.Early, 1)
            : tokens.Is(at, "giua") || tokens.Is(at, "trung") ? (DatePart.Middle, 1)
            : tokens.Is(at, "cuoi") || tokens.Is(at, "ha") ? (DatePart.Late, 1)
            : (DatePart.Whole, 0);
        var isWeek = tokens.Is(at, "thuong") || tokens.Is(at, "trung") || tokens.Is(at, "ha");
        length += isWeek ? 1 : 0;
        // "6 tháng đầu năm" is no time of the year but half of it.
        var isHalfYear = at > 0 && tokens[at - 1].IsLikeMonth && tokens.Is(at + length, "nam");
        var fits = length > 0 && !isHalfYear && (!isWeek || tokens.Is(at + 1, "tuan")) && (tokens.Is(at + length, "thang") || (!isWeek && (tokens.Is(at + length, "quy") || tokens.Is(at + length, "nam"))));
        at += fits ? length : 0;
        return fits ? part : DatePart.Whole;
    }

    private OpenPoint? ReadDay(ref int at, int from)
    {
        if (!tokens.IsNumber(from) || tokens[from].Length > 2)
        {
            return null;
        }

        var day = tokens[from].Number;
        var (month, next) = (0, from + 1);
        if ((IsSeparator(next) || tokens.Is(next, "thang")) && tokens.IsNumber(next + 1) && tokens[next + 1].Length <= 2)
        {
            (month, next) = (tokens[next + 1].Number, next + 2);
        }

        var year = month > 0 ? ReadYear(ref next) : null;
        return Kept(ref at, next, new(DateUnit.Day, day, month, year, DatePart.Whole));
    }

    // Without "ngày" before it only a full date is one.
    private OpenPoint? ReadBareDay(ref int at)
    {
        var next = at;
        if (ReadDay(ref next, at) is not { Year: not null } day || tokens.Is(at + 1, "thang") || tokens.Is(at + 1, "."))
        {
            return null;
        }

        at = next;
        return day;
    }

    private OpenPoint? ReadMonth(ref int at, DatePart part)
    {
        if (!tokens.IsNumber(at + 1) || tokens[at + 1].Length > 2)
        {
            return null;
        }

        var next = at;
        var point = ReadNumbered(ref next, at + 1, DateUnit.Month, tokens[at + 1].Number, part);
        return IsSure(at, "tháng", point) ? Kept(ref at, next, point) : null;
    }

    private OpenPoint? ReadQuarter(ref int at, DatePart part)
    {
        var next = at;
        var point = ReadNumbered(ref next, at + 1, DateUnit.Quarter, QuarterAt(at + 1), part);
        return IsSure(at, "quý", point) ? Kept(ref at, next, point) : null;
    }

    private OpenPoint? ReadNumbered(ref int at, int from, DateUnit unit, int number, DatePart part)
    {
        if (number == 0 || tokens[from].Length > 3)
        {
            return null;
        }

        var next = from + 1;
        OpenPoint point = new(unit, number, 0, ReadYear(ref next), part);
        return Kept(ref at, next, point);
    }

    private OpenPoint? ReadYearPoint(ref int at, DatePart part)
    {
        var next = at;
        var year = ReadYear(ref next);
        return year is null && part == DatePart.Whole ? null : Kept(ref at, Math.Max(next, at + 1), new(DateUnit.Year, 0, 0, year, part));
    }

    private int QuarterAt(int at) => at >= tokens.Count ? 0 : tokens[at].Folded switch
    {
        "i" or "l" => 1,
        "ii" or "il" or "li" or "ll" => 2,
        "iii" or "ill" or "lll" or "iil" or "hi" => 3,
        "iv" or "lv" => 4,
        _ => tokens.IsNumber(at) && tokens[at].Length == 1 ? tokens[at].Number : 0,
    };

    // "/2020", "-2020", "năm 2020".
    private int? ReadYear(ref int at)
    {
        if (!tokens.IsNumber(at + 1) || !(IsSeparator(at) || tokens.Is(at, "nam")) || tokens[at + 1] is not { Length: 4, Number: >= 1900 and <= 2200 } year)
        {
            return null;
        }

        at += 2;
        return year.Number;
    }

    // Recognition loses diacritics, but "thang" and "quy" without theirs are other words too: then only a year makes a date.
    private bool IsSure(int at, string word, OpenPoint? point) =>
        point is { } found && (found.Year is not null || text.AsSpan(tokens[at].Start, tokens[at].Length).Equals(word, StringComparison.OrdinalIgnoreCase));

    private OpenPoint? Kept(ref int at, int next, OpenPoint? point)
    {
        if (point is not { } read || Refuse(read))
        {
            return null;
        }

        at = next;
        return read;
    }

    private bool Refuse(OpenPoint point)
    {
        var problem = point.IsOpen ? null : DatePoint.ProblemOf(point.Unit, point.Number, point.Month, point.Year);
        Problem = problem ?? Problem;
        return problem is not null;
    }

    private static DatePoint? WithOrder(OpenPoint from, OpenPoint to)
    {
        var (begin, end) = DateAsWritten.WithYears(from.Made(), to.Made());
        return DateAsWritten.IsInOrder(begin, end) ? end : null;
    }

    private bool IsSeparator(int at) => at < tokens.Count && tokens[at].Folded is "/" or "-" or "." or "–";
}
