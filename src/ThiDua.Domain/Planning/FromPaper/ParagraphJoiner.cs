namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>A paragraph put together from its lines, with the number it begins with if it begins a section.</summary>
internal sealed record PaperParagraph(TracedText Traced, SectionMark? Mark)
{
    public bool IsTable { get; init; }

    public string Text => Traced.ToString();

    /// <summary>Without its number.</summary>
    public string Rest => Mark is { Length: > 0 } ? Text[Mark.Length..].TrimStart() : Text;
}

/// <summary>Whether a text was broken into lines of one width, as a scan or a copied PDF is, and which.</summary>
internal sealed record LineShape(bool IsBroken, int Width)
{
    private const int NarrowestPage = 30;

    public static LineShape Of(List<PaperLine> lines)
    {
        var lengths = lines.Where(line => !line.IsWhole).Select(line => line.Text.Length).Order().ToList();
        var lower = lines.Count(line => !line.IsWhole && !line.AfterGap && char.IsLower(line.Text[0]) && SectionMark.At(line.Text) is null);
        var width = lengths.Count == 0 ? int.MaxValue : lengths[lengths.Count * 9 / 10];
        return new(lower * 10 >= lengths.Count && width is >= NarrowestPage and < int.MaxValue, width);
    }
}

/// <summary>Joins lines to paragraphs: by empty lines, by how a line ends and the next begins, by its length, and by numbers and dashes that begin one.</summary>
internal sealed class ParagraphJoiner(List<PaperLine> lines, LineShape shape)
{
    private const int MostSections = 40;
    private readonly NumberSequence _numbers = new();
    private readonly List<PaperParagraph> _joined = [];
    private bool _hasSections;

    public List<PaperParagraph> Join(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            Take(lines[at], at > from ? lines[at - 1] : null);
        }

        return _joined;
    }

    private void Take(PaperLine line, PaperLine? before)
    {
        var isFresh = before is null || IsFresh(before, line);
        var mark = line.IsTable ? null : MarkOf(line, isFresh ? null : before);
        if (mark is not null)
        {
            _numbers.Take(mark);
            _hasSections = true;
        }

        if (isFresh || mark is not null || BeginsItem(line, before!) || (!_hasSections && PaperWords.OpeningAt(line.Text) is not null))
        {
            _joined.Add(new(line.Traced, mark) { IsTable = line.IsTable });
        }
        else
        {
            _joined[^1].Traced.Append(line.Traced);
        }
    }

    private bool IsFresh(PaperLine before, PaperLine line)
    {
        if (line.IsWhole || before.IsWhole)
        {
            return true;
        }

        var goesOn = GoesOn(line.Text);
        var ended = IsEnded(before.Text);
        if (line.AfterGap || !shape.IsBroken)
        {
            return !goesOn || (ended && line.AfterGap);
        }

        if (goesOn || (ended && SectionMark.At(line.Text) is not null))
        {
            return !goesOn;
        }

        var (wasCapitals, isCapitals) = (Recognised.IsCapitals(before.Text), Recognised.IsCapitals(line.Text));
        // A title in capitals goes on in capitals.
        return !(wasCapitals && isCapitals) && ((wasCapitals != isCapitals && (wasCapitals ? before : line).Text.Length > 12) || HadRoom(before.Text, line.Text, ended ? 0.95 : 0.85));
    }

    private bool GoesOn(string text) =>
        !char.IsUpper(text[0]) && !IsItem(text) && NumberMark.At(text) is null && text[0] is not ('“' or '"') && Guessed(text, isRunning: false) is null;

    // The first word of the next line would have fitted: the line was ended on purpose.
    private bool HadRoom(string before, string next, double share) =>
        before.Length + 1 + (next.IndexOf(' ') is var word and > 0 ? word : next.Length) < shape.Width * share;

    // After a line that is full and not ended a number must be the next one, or it is a part of the sentence.
    private SectionMark? MarkOf(PaperLine line, PaperLine? running)
    {
        var mark = SectionMark.At(line.Text);
        if (mark is null)
        {
            return line.HeadingLevel is { } level ? SectionMark.OfLevel(level) : Guessed(line.Text, running is not null);
        }

        var isNext = _numbers.IsNext(mark);
        return running is not null ? isNext && (IsTitle(line.Text, mark) || mark.IsLetter) && !EndsCounting(running.Text) ? mark : null
            : isNext || mark.IsLetter || (IsTitle(line.Text, mark) && mark.Value <= MostSections) ? mark : null;
    }

    // A misread number must be the next one, or a Roman one before capitals.
    private SectionMark? Guessed(string text, bool isRunning)
    {
        var isCapitals = Recognised.IsCapitals(text);
        return SectionMark.Guesses(text).OrderBy(guess => guess.IsRoman != isCapitals).FirstOrDefault(guess => IsTitle(text, guess) && (_numbers.IsNext(guess) ? !isRunning || guess.Places.Count > 1 || isCapitals : guess.IsRoman && isCapitals && !isRunning));
    }

    private static bool IsTitle(string text, SectionMark mark) => mark.Length >= text.Length || char.IsUpper(text[mark.Length]) || text[mark.Length] is '“' or '"' || char.IsAsciiDigit(text[mark.Length]);

    // "… lần thứ / X. …", "… ngày / 1. …".
    private static bool EndsCounting(string before)
    {
        var word = Recognised.Folded(before.AsSpan(before.LastIndexOf(' ') + 1));
        return word is "thu" or "ngay" or "thang" or "nam" or "quy" or "so" or "khoa" or "muc" or "dieu" or "va" or "den" or "tu" or "phan" or "khoan" or "diem" or "loai" or "hang" or "vu";
    }

    private bool BeginsItem(PaperLine line, PaperLine before) =>
        IsItem(line.Text) && (line.Text[0] == '+' || !shape.IsBroken || IsEnded(before.Text) || HadRoom(before.Text, line.Text, 0.9));

    internal static bool IsItem(string text) => text.Length > 1 && text[0] is '-' or '–' or '+' or '•' or '*' && (text[1] == ' ' || char.IsLetter(text[1]));

    private static bool IsEnded(string text) => text.TrimEnd('"', '”', ')', '’', ' ') is { Length: > 0 } bare && bare[^1] is '.' or ';' or ':' or '!' or '?' or '…';
}
