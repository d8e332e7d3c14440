namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>The number that a section begins with: how deep it lies by its kind (rank), its places, as printed, and how many characters it takes.</summary>
internal sealed record SectionMark(int Rank, IReadOnlyList<int> Places, string Shown, int Length)
{
    private const int RomanRank = 4;
    private const int ArticleRank = 5;
    private const int LetterRank = 10;
    private static readonly (string Word, string Shown, int Rank)[] Words = [("phan", "Phần", 0), ("chuong", "Chương", 1), ("muc", "Mục", 2), ("dieu", "Điều", ArticleRank)];

    /// <summary>Deeper than any.</summary>
    public const int Ranks = LetterRank + 1;

    public int Value => Places[^1];

    public bool IsRoman => Rank == RomanRank;

    public bool IsLetter => Rank == LetterRank;

    /// <summary>A heading that a word processor's style tells, without a number.</summary>
    public static SectionMark OfLevel(int level) => new(RomanRank + Math.Clamp(level, 1, 4) - 1, [0], "", 0);

    public static SectionMark? At(string line) => AtWord(line) ?? (NumberMark.At(line) is { } mark ? Of(mark) : null);

    private static SectionMark Of(NumberMark mark) => new(
        mark.Kind switch { NumberKind.Roman => RomanRank, NumberKind.Letter => LetterRank, _ => ArticleRank + mark.Places.Count }, mark.Places, mark.Shown, mark.Length);

    // "Điều 2. …", "Chương I", "Mục 1".
    private static SectionMark? AtWord(string line)
    {
        if (line.Length < 5 || line[0] is not ('P' or 'C' or 'M' or 'Đ'))
        {
            return null;
        }

        var space = line.AsSpan(0, Math.Min(line.Length, 8)).IndexOf(' ');
        var word = space < 0 ? default : Array.Find(Words, known => Recognised.Folded(line.AsSpan(0, space)) == known.Word);
        if (word.Word is null)
        {
            return null;
        }

        var number = line[(space + 1)..].TakeWhile(letter => char.IsAsciiDigit(letter) || letter is 'I' or 'V' or 'X' or 'L').Take(6).Count();
        var text = line.Substring(space + 1, number);
        var end = space + 1 + number;
        var value = RomanNumber.Read(text) ?? (number is > 0 and <= 3 && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var digits) ? digits : 0);
        if (value == 0 || (end < line.Length && line[end] is not ('.' or ':' or ' ')) || (end < line.Length && line[end] == ' ' && end + 1 < line.Length && char.IsLower(line[end + 1])))
        {
            return null;
        }

        while (end < line.Length && line[end] is '.' or ':' or ' ')
        {
            end++;
        }

        return new(word.Rank, [value], $"{word.Shown} {text}", end);
    }

    /// <summary>What the line's beginning may have been before recognition misread it: "2 1." for 2.1., "l." for 1., "HI." for III., "1 " for 1.</summary>
    public static IEnumerable<SectionMark> Guesses(string line)
    {
        var lead = line.AsSpan(0, Math.Min(line.Length, 9)).IndexOf(' ');
        var start = lead > 0 ? Recognised.Folded(line.AsSpan(0, lead)) : "";
        if (lead <= 0 || !(char.IsAsciiDigit(start[0]) || start[0] is 'i' or 'v' or 'x' or 'l' or '|' or 'h' || (start.Length == 2 && start[1] == ')')))
        {
            yield break;
        }

        var rest = line[lead..];
        // The sign after the number lost, or another one; letters for figures; a space within.
        var closed = start.TrimEnd('.', ',', ':', ';', ')');
        string[] readings =
        [
            closed + ".",
            closed.Replace('l', '1').Replace('i', '1').Replace('|', '1').Replace('o', '0') + ".",
            closed.Replace("h", "II").Replace('l', 'I').Replace('1', 'I').Replace('|', 'I').ToUpperInvariant() + ".",
            closed + ")",
            lead <= 2 && rest.Length > 2 && (char.IsAsciiDigit(rest[1]) || rest[1] is ')' or '.') ? start.TrimEnd('.') + (rest[1] is ')' or '.' ? "" : ".") : "",
        ];
        foreach (var reading in readings.Where(reading => reading.Length > 0).Distinct())
        {
            var whole = reading == readings[^1] ? reading + rest.TrimStart() : reading + rest;
            if (NumberMark.At(whole) is { } mark)
            {
                yield return Of(mark) with { Length = Math.Max(1, mark.Length - whole.Length + line.Length) };
            }
        }
    }
}

/// <summary>Which number would come next, at each depth.</summary>
internal sealed class NumberSequence
{
    private readonly IReadOnlyList<int>?[] _last = new IReadOnlyList<int>?[SectionMark.Ranks];

    public bool IsNext(SectionMark mark)
    {
        var above = mark.Places.Count > 1 ? _last[mark.Rank - 1] : null;
        var isUnder = above is null || above.SequenceEqual(mark.Places.Take(mark.Places.Count - 1));
        var last = _last[mark.Rank] is { } before && before.Take(before.Count - 1).SequenceEqual(mark.Places.Take(mark.Places.Count - 1)) ? before[^1] : 0;
        // Some leave đ) out.
        return isUnder && (mark.Value == last + 1 || (mark.IsLetter && last > 0 && mark.Value == last + 2));
    }

    public void Take(SectionMark mark)
    {
        _last[mark.Rank] = mark.Places;
        Array.Clear(_last, mark.Rank + 1, SectionMark.Ranks - mark.Rank - 1);
    }
}
