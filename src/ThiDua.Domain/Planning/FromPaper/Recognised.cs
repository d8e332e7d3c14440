namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>Words as scanning leaves them: diacritics lost or wrong, a letter misread.</summary>
internal static class Recognised
{
    /// <summary>Whether the text begins with this word or phrase (folded); one letter may differ where it has six or more.</summary>
    public static bool StartsWith(string text, string phrase)
    {
        var start = Text.Fold(text.Length > phrase.Length + 8 ? Cut(text, phrase.Length + 8) : text);
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
