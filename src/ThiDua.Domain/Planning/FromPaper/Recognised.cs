namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>Words as scanning leaves them: diacritics lost or wrong, a letter misread.</summary>
internal static class Recognised
{
    // Letters with marks lie below U+2000.
    private static readonly char[] Plain = [.. Enumerable.Range(0, 0x2000).Select(letter => Text.Fold(((char)letter).ToString()) is { Length: 1 } folded ? folded[0] : (char)letter)];

    /// <summary>Without diacritics, in lower case, letter for letter: places stay. For composed text.</summary>
    public static string Folded(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        for (var at = 0; at < text.Length; at++)
        {
            folded[at] = text[at] < Plain.Length ? Plain[text[at]] : text[at];
        }

        return folded.ToString();
    }

    /// <summary>Whether the text begins with this word or phrase (folded); one letter may differ where it has six or more.</summary>
    public static bool StartsWith(string text, string phrase)
    {
        var start = Folded(text.AsSpan(0, Math.Min(text.Length, phrase.Length + 8)));
        return Enumerable.Range(phrase.Length - 1, 3).Any(length => length <= start.Length && (length == start.Length || !char.IsLetterOrDigit(start[length])) && IsNear(start[..length], phrase));
    }

    /// <summary>Whether both are the same but for one letter; short ones must be the same.</summary>
    public static bool IsNear(string one, string other, int shortest = 6)
    {
        if (one == other)
        {
            return true;
        }

        if (other.Length < shortest || Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        var same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
        {
            same++;
        }

        return shorter.AsSpan(shorter.Length == longer.Length ? Math.Min(same + 1, shorter.Length) : same).SequenceEqual(longer.AsSpan(same + 1));
    }

    /// <summary>Whether nearly all letters are capitals.</summary>
    public static bool IsCapitals(string text)
    {
        var (letters, capitals) = (0, 0);
        foreach (var letter in text)
        {
            letters += char.IsLetter(letter) ? 1 : 0;
            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        return letters > 1 && capitals * 10 >= letters * 8;
    }

    /// <summary>The beginning, never half of a surrogate pair.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
