namespace ThiDua.Domain.Planning;

/// <summary>A word, a number or a sign of a text, with its place; words are folded (no diacritics, lower case), since recognition loses diacritics first.</summary>
internal readonly record struct DateToken(string Folded, int Number, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>"Tháng", one letter of it misread.</summary>
    public bool IsLikeMonth => Folded.Length is >= 4 and <= 6 && FromPaper.Recognised.IsNear(Folded, "thang", 5);
}

/// <summary>A text cut for the reading of dates: letters part from digits ("tháng7"), spaces fall away.</summary>
internal static class DateTokens
{
    private const int LongestNumber = 4;
    private const int LongestWord = 12;

    public static List<DateToken> Of(string text)
    {
        var tokens = new List<DateToken>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            if (!char.IsWhiteSpace(text[at]))
            {
                tokens.Add(Token(text, at, end - at));
            }

            at = end;
        }

        return tokens;
    }

    public static bool Is(this List<DateToken> tokens, int at, string word) => at < tokens.Count && tokens[at].Folded == word;

    /// <summary>The word, or one letter of it misread.</summary>
    public static bool IsLike(this List<DateToken> tokens, int at, string word) => at < tokens.Count && tokens[at].Number < 0 && FromPaper.Recognised.IsNear(tokens[at].Folded, word, 3);

    public static bool IsNumber(this List<DateToken> tokens, int at) => at < tokens.Count && tokens[at].Number >= 0;

    private static int EndOf(string text, int at)
    {
        var end = at + 1;
        if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }
        }
        else if (char.IsLetter(text[at]))
        {
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                end++;
            }
        }

        return end;
    }

    // What is longer than any word or number of a date is no more than a mark that something stands there.
    private static DateToken Token(string text, int at, int length)
    {
        var span = text.AsSpan(at, length);
        if (char.IsAsciiDigit(span[0]))
        {
            return new("", length <= LongestNumber ? int.Parse(span, System.Globalization.CultureInfo.InvariantCulture) : int.MaxValue, at, length);
        }

        return new(!char.IsLetter(span[0]) ? span.ToString() : length > LongestWord ? "?" : FromPaper.Recognised.Folded(span), -1, at, length);
    }
}
