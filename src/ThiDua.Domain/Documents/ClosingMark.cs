namespace ThiDua.Domain.Documents;

/// <summary>The mark that closes a document, after its last sentence (dấu kết thúc): set by print, never a part of what is written.</summary>
public static class ClosingMark
{
    public const string Sign = "./.";

    /// <summary>The text without the mark, however often it stands at its end; null where it does not.</summary>
    public static string? Before(string text)
    {
        var end = text.Length;
        while (end > 0 && (text[end - 1] is '.' or '/' || char.IsWhiteSpace(text[end - 1])))
        {
            end--;
        }

        return IsMark(text.AsSpan(end)) ? text[..end] : null;
    }

    /// <summary>The text with a full stop where the mark was.</summary>
    public static string Dropped(string text) => Before(text) is not { } before ? text : before.Length == 0 || before[^1] is ';' or ':' or ',' or '!' or '?' or '…' ? before : $"{before}.";

    /// <summary>The text with the mark once.</summary>
    public static string Set(string text) => (Before(text) ?? text.TrimEnd()) is var bare && bare.EndsWith('.') ? $"{bare}/." : $"{bare}{Sign}";

    // Of stops, strokes and spaces: a stroke with a stop after it, and nothing but a space behind.
    private static bool IsMark(ReadOnlySpan<char> run)
    {
        var trimmed = run.TrimEnd();
        return trimmed.EndsWith(".") && trimmed[..^1].TrimEnd().EndsWith("/");
    }
}
