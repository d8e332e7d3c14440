namespace ThiDua.Domain.Planning;

/// <summary>Reads dates as written, at a place of a text. Nothing it meets is refused by it: what is no date is null.</summary>
internal sealed class DateReader
{
    private readonly PointReader _points;

    public DateReader(string text)
    {
        Tokens = DateTokens.Of(text);
        _points = new(text, Tokens);
    }

    public List<DateToken> Tokens { get; }

    /// <summary>The date that the whole text is, or null.</summary>
    /// <exception cref="RuleViolation">There is no such day.</exception>
    public static DateAsWritten? Whole(string text)
    {
        var reader = new DateReader(Text.Composed(text));
        var dates = reader.At(0, out var next);
        RuleViolation.Require(dates.Count > 0 || reader._points.Problem is null, reader._points.Problem ?? "");
        return dates.Count == 1 && (next == reader.Tokens.Count || (next == reader.Tokens.Count - 1 && reader.Tokens[next].Folded is "." or ";")) ? dates[0] : null;
    }

    /// <summary>The hour that a text names, as it is written there; null: none.</summary>
    public static string? HourIn(string text)
    {
        var composed = Text.Composed(text);
        var tokens = DateTokens.Of(composed);
        var at = tokens.FindIndex(token => token.Number is >= 0 and <= 24 && IsHourWord(tokens, tokens.IndexOf(token) + 1));
        return at < 0 ? null : composed[tokens[at].Start..tokens[at + (tokens.IsNumber(at + 2) && !tokens.Is(at + 3, "/") ? 2 : 1)].End];
    }

    // "17 giờ", "17h30"; a colon only between numbers: "17:30", not "hạn 17: …".
    private static bool IsHourWord(List<DateToken> tokens, int at) => tokens.Is(at, "gio") || tokens.Is(at, "h") || tokens.Is(at, "g") || (tokens.Is(at, ":") && tokens.IsNumber(at + 1));

    /// <summary>The date that begins with this token, or the several of a list ("ngày 20/02, 13/10 và 11/6 hằng năm"), and the token after them.</summary>
    public IReadOnlyList<DateAsWritten> At(int at, out int next)
    {
        next = at;
        var expected = TakeExpected(ref at);
        var word = TakeWord(ref at);
        if (TakeTime(ref at) && word == DateWord.Before)
        {
            word = DateWord.Latest;
        }

        if (_points.Read(ref at) is not { } from)
        {
            return [];
        }

        var to = word is DateWord.On or DateWord.Within or DateWord.From ? _points.ReadEnd(ref at, ref from) : null;
        if (from.IsOpen)
        {
            return [];
        }

        var others = to is null ? _points.ReadOthers(ref at, from) : [];
        var yearly = (from.Unit != DateUnit.Year || from.Part != DatePart.Whole) && TakeYearly(ref at);
        expected |= TakeExpectedAfter(ref at);
        next = at;
        return [.. others.Prepend(from.Made()).Select((point, index) => new DateAsWritten(point, index == 0 ? to : null, word, yearly, expected))];
    }

    private bool TakeExpected(ref int at)
    {
        var takes = Tokens.Is(at, "du") && Tokens.Is(at + 1, "kien");
        at += takes ? 2 : 0;
        return takes;
    }

    private bool TakeExpectedAfter(ref int at)
    {
        var from = at + (Tokens.Is(at, "(") || Tokens.Is(at, ",") ? 1 : 0);
        if (!Tokens.Is(from, "du") || !Tokens.Is(from + 1, "kien") || (Tokens.Is(at, "(") && !Tokens.Is(from + 2, ")")))
        {
            return false;
        }

        at = from + (Tokens.Is(at, "(") ? 3 : 2);
        return true;
    }

    private DateWord TakeWord(ref int at)
    {
        var word = Tokens.Is(at, "trong") ? DateWord.Within
            : Tokens.Is(at, "tu") ? DateWord.From
            : Tokens.Is(at, "truoc") || IsMisreadBefore(at) ? DateWord.Before
            : Tokens.Is(at, "het") ? DateWord.Until
            : DateWord.On;
        if (word != DateWord.On || Tokens.Is(at, "vao"))
        {
            at++;
            return word;
        }

        if ((Tokens.Is(at, "cham") || Tokens.Is(at, "muon")) && Tokens.Is(at + 1, "nhat"))
        {
            at += 2;
            return AfterLatest(ref at);
        }

        if (Tokens.Is(at, "den"))
        {
            at++;
            word = TakeWord(ref at);
            return word == DateWord.Before ? word : DateWord.Until;
        }

        return word;
    }

    /// <summary>Whether "trước ngày" begins here with a letter misread: without its word the day would be another.</summary>
    internal bool IsMisreadBefore(int at) => Tokens.Is(at + 1, "ngay") && Tokens.IsLike(at, "truoc");

    // "Chậm nhất là đến hết ngày 10/7" is no other than "chậm nhất ngày 10/7"; "chậm nhất trước ngày 10/7" is before it.
    private DateWord AfterLatest(ref int at)
    {
        while (Tokens.Is(at, "la") || Tokens.Is(at, "den") || Tokens.Is(at, "vao") || Tokens.Is(at, "trong") || Tokens.Is(at, "het") || Tokens.Is(at, ":"))
        {
            at++;
        }

        if (!Tokens.Is(at, "truoc"))
        {
            return DateWord.Latest;
        }

        at++;
        return DateWord.Before;
    }

    // "17 giờ 00 phút", "17h00", "17:00", before the day.
    private bool TakeTime(ref int at)
    {
        var end = at + 1;
        if (!Tokens.IsNumber(at) || !(Tokens.Is(end, "gio") || Tokens.Is(end, "h") || Tokens.Is(end, "g") || Tokens.Is(end, ":")))
        {
            return false;
        }

        end += Tokens.IsNumber(end + 1) ? 2 : 1;
        end += Tokens.Is(end, "phut") ? 1 : 0;
        end += Tokens.Is(end, ",") ? 1 : 0;
        if (!Tokens.Is(end, "ngay") && !Tokens.IsNumber(end))
        {
            return false;
        }

        at = end;
        return true;
    }

    private bool TakeYearly(ref int at)
    {
        var from = at + (Tokens.Is(at, ",") ? 1 : 0);
        // One letter of the two words may be misread.
        var takes = Tokens.Is(from + 1, "nam") ? Tokens.Is(from, "moi") || Tokens.IsLike(from, "hang") : Tokens.Is(from, "hang") && Tokens.IsLike(from + 1, "nam");
        at = takes ? from + 2 : at;
        return takes;
    }
}
