namespace ThiDua.Domain.Planning;

/// <summary>A paragraph cut into words, brackets and stops, each with the space after it; together they are the paragraph.</summary>
internal static class ComparedTokens
{
    private const string Opening = "([“\"‘";
    private const string Closing = ".,;:!?)]”\"’";

    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            tokens.Add(text[at..end]);
            at = end;
        }

        return tokens;
    }

    // A stop closes a word only where a space or another stop follows: 10/7/2020 and 1.5 stay whole.
    private static int EndOf(string text, int at)
    {
        if (Opening.Contains(text[at]) || Closing.Contains(text[at]) || char.IsWhiteSpace(text[at]))
        {
            return at + 1;
        }

        var end = at + 1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && !(Closing.Contains(text[end]) && EndsWord(text, end)))
        {
            end++;
        }

        return end;
    }

    private static bool EndsWord(string text, int at)
    {
        var next = at + 1;
        return next == text.Length || char.IsWhiteSpace(text[next]) || Closing.Contains(text[next]);
    }
}
