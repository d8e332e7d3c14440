namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>The legal bases above the first section, and the preamble that follows them, which may stand in the same paragraph.</summary>
internal sealed class BasisReader
{
    private readonly List<PaperBasis> _bases = [];
    private readonly List<string> _preamble = [];

    public IReadOnlyList<PaperBasis> Bases => _bases;

    public string Preamble => string.Join("\n\n", _preamble);

    public void Take(string paragraph)
    {
        if (PaperWords.OpeningAt(paragraph) is not { } opening)
        {
            _preamble.Add(paragraph);
            return;
        }

        var segments = Segments(paragraph.TrimStart('-', '–', '+', ' '));
        var announces = paragraph.TrimEnd().EndsWith(':');
        if (announces && CutPreamble(segments) is { } preamble)
        {
            _preamble.Add(preamble);
        }

        foreach (var segment in segments)
        {
            _bases.Add(Parsed(segment, opening));
        }
    }

    // Parts after a semicolon that begin with a kind of document, or a ground, are bases of their own.
    private static List<string> Segments(string paragraph)
    {
        var segments = new List<string>();
        foreach (var part in paragraph.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (segments.Count == 0 || char.IsUpper(part[0]) || PaperWords.OpeningAt(part) is not null || PaperWords.IsGround(part))
            {
                segments.Add(part);
            }
            else
            {
                segments[^1] += "; " + part;
            }
        }

        return segments;
    }

    // "…; nội dung Giao ước năm 2020, Cụm thi đua … ban hành kế hoạch … như sau:": after the comma a name begins.
    private static string? CutPreamble(List<string> segments)
    {
        var last = segments[^1];
        if (segments.Count > 1 && char.IsUpper(last[0]) && PaperWords.KindAt(last) is null && PaperWords.OpeningAt(last) is null)
        {
            segments.RemoveAt(segments.Count - 1);
            return last;
        }

        var from = DatesEnd(last);
        for (var at = last.IndexOf(", ", from, StringComparison.Ordinal); at >= 0 && at + 2 < last.Length; at = last.IndexOf(", ", at + 2, StringComparison.Ordinal))
        {
            if (char.IsUpper(last[at + 2]))
            {
                segments[^1] = last[..at];
                return last[(at + 2)..];
            }
        }

        return null;
    }

    private static int DatesEnd(string text)
    {
        var reader = new DateReader(text);
        var day = reader.Tokens.FindIndex(token => token.Folded == "ngay");
        return day < 0 || reader.At(day, out var next).Count == 0 ? 0 : reader.Tokens[next - 1].End;
    }

    private static PaperBasis Parsed(string segment, string inherited)
    {
        var text = segment.TrimEnd('.', ';', ',', ' ');
        var opening = PaperWords.OpeningAt(text);
        var named = opening is null ? text : text[Math.Min(text.Length, WordsLength(text, opening))..].TrimStart(':', ' ');
        var whole = opening is null ? $"{inherited} {text}" : text;
        return new BasisParts(named).Into(new(whole, opening ?? inherited));
    }

    // As many words as the opening has, however they are spelt.
    internal static int WordsLength(string text, string phrase)
    {
        var (at, words) = (0, phrase.Count(letter => letter == ' ') + 1);
        for (; words > 0; words--)
        {
            at = text.IndexOf(' ', at) is var space and >= 0 ? space + 1 : text.Length;
        }

        return at;
    }
}

/// <summary>The parts of a document's name: "Công văn số 13/HĐTĐKT-VI ngày 27/4/2020 của Hội đồng … về việc …".</summary>
internal sealed class BasisParts
{
    // Where neither kind nor ground is known.
    private const string TwoWords = "hai từ";
    private readonly string _named;
    private readonly string? _kind;
    private readonly string? _number;
    private readonly DateOnly? _issuedOn;
    private readonly int _end;
    private int? _dateStart;

    public BasisParts(string named)
    {
        _named = named;
        _kind = PaperWords.KindAt(named);
        _end = _kind is null ? 0 : BasisReader.WordsLength(named, _kind);
        _number = ReadNumber(ref _end);
        _issuedOn = ReadDate(ref _end);
    }

    public PaperBasis Into(PaperBasis basis)
    {
        if (_kind is not null)
        {
            return basis with { Kind = _kind, Number = _number, IssuedOn = _issuedOn, Issuer = Issuer(), Abstract = About(), Name = _number is null ? Name() : null };
        }

        var length = BasisReader.WordsLength(_named, PaperWords.GroundAt(_named) ?? TwoWords);
        return basis with { Ground = Text.Clean(_named[..length]), Name = Text.Clean(_named[length..]) };
    }

    // "Luật Thi đua, khen thưởng ngày …": from the kind to what is written of it in fields of its own.
    private string? Name()
    {
        var from = BasisReader.WordsLength(_named, _kind!);
        int?[] ends = [_dateStart, Issuer() is null ? null : Find("của ", 0), AboutAt() is var about and >= 0 ? about : null];
        var to = ends.Min() ?? _named.Length;
        return to <= from ? null : Text.Clean(_named[from..to].Trim(',', ';', '.', ' '));
    }

    // "số 34-CT/TW", "488/2014/QĐ-UBND", "790 /KH-CTĐ": without "số" there must be a sign in it.
    private string? ReadNumber(ref int end)
    {
        var rest = _named[end..];
        var isNamed = rest.Length > 2 && Recognised.Folded(rest.AsSpan(0, 2)) == "so" && !char.IsLetter(rest[2]);
        var bare = isNamed ? rest[2..].TrimStart(':', '.', ' ') : rest;
        var length = NumberLength(bare);
        var number = bare[..length].TrimEnd(',', '.', ';');
        if (number.Length == 0 || !number.Any(char.IsAsciiDigit) || (!isNamed && !number.Contains('/') && !number.Contains('-')))
        {
            return null;
        }

        end += rest.Length - bare.Length + length;
        return number.Replace(" ", "");
    }

    private static int NumberLength(string text)
    {
        var end = text.IndexOf(' ') is var space and >= 0 ? space : text.Length;
        // A space before the slash or after it is a fault of recognition.
        while (end + 1 < text.Length && (text[end + 1] is '/' or '-' || (end > 0 && text[end - 1] is '/' or '-')) && end < 40)
        {
            end = text.IndexOf(' ', end + 1) is var next and >= 0 ? next : text.Length;
        }

        return end;
    }

    private DateOnly? ReadDate(ref int end)
    {
        var reader = new DateReader(_named);
        for (var at = 0; at < reader.Tokens.Count; at++)
        {
            if (reader.Tokens[at].Start >= end && reader.Tokens[at].Folded == "ngay" && reader.At(at, out var next) is [{ To: null, From: { Unit: DateUnit.Day, Year: { } year } }] date)
            {
                _dateStart = reader.Tokens[at].Start;
                end = reader.Tokens[next - 1].End;
                return date[0].Days(year).First;
            }
        }

        return null;
    }

    private string? Issuer()
    {
        var of = Find("của ", 0);
        var about = AboutAt();
        if (of < 0 || (about >= 0 && of > about))
        {
            return null;
        }

        var from = of + 4;
        // Named before its date: "Quyết định số 5 của Thủ tướng Chính phủ ngày 1/2/2020".
        var end = from >= _end ? (about > from ? about : _named.Length) : Math.Max(from, Find(" ngày ", from));
        return Text.Clean(_named[from..end].Trim(',', ';', '.', ' '));
    }

    private string? About() => AboutAt() is var at and >= 0 ? Text.Clean(_named[at..].Trim(',', ';', '.', ' ')) : null;

    private int AboutAt()
    {
        int[] found = [Find("về việc ", _end), Find("vê việc ", _end), Find("về ", _end), Find("quy định ", _end), Find("hướng dẫn ", _end), Find("phê duyệt ", _end), Find("ban hành ", _end)];
        return found.Where(at => at >= 0).DefaultIfEmpty(-1).Min();
    }

    private int Find(string words, int from)
    {
        var at = _named.IndexOf(words, Math.Min(from, _named.Length), StringComparison.Ordinal);
        return at > 0 && words[0] != ' ' && char.IsLetter(_named[at - 1]) ? Find(words, at + 1) : at;
    }
}
