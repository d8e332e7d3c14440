using System.Text;

namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>A line of the source without its decoration, or a whole paragraph of a word processor's file.</summary>
internal sealed record PaperLine(TracedText Traced, IReadOnlyList<string> Cells, bool AfterGap)
{
    public string Text => Traced.ToString();

    /// <summary>Whether a page number stood before it: a paragraph may go on over the page.</summary>
    public bool AfterPage { get; init; }

    /// <summary>Whether it is a paragraph of its own for certain.</summary>
    public bool IsWhole { get; init; }

    public int? HeadingLevel { get; init; }

    public bool IsTable { get; init; }
}

/// <summary>Cuts the source into lines: page numbers fall away, spaces are single, marks of Markdown (#, **, links) that a converter left are taken off.</summary>
internal static class PaperLines
{
    private const int LongestLink = 300;
    private static readonly System.Buffers.SearchValues<char> LineEnds = System.Buffers.SearchValues.Create("\r\n\f\v\u0085\u2028\u2029");

    public static List<PaperLine> Of(string source)
    {
        var (lines, gap, page) = (new List<PaperLine>(), true, false);
        foreach (var (start, end) in Bounds(source))
        {
            var traced = Stripped(source, start, end);
            if (traced.Length == 0)
            {
                gap = true;
            }
            else if (IsPageNumber(traced.ToString()))
            {
                page = true;
            }
            else
            {
                lines.Add(new(traced, Columns(source.AsSpan(start, end - start)), gap) { AfterPage = page });
                (gap, page) = (false, false);
            }
        }

        return lines;
    }

    /// <summary>The paragraphs of a file; those of the heading block may hold several lines.</summary>
    public static List<PaperLine> Of(IReadOnlyList<SourceParagraph> paragraphs, out string source)
    {
        var (lines, text) = (new List<PaperLine>(), new StringBuilder());
        foreach (var paragraph in paragraphs)
        {
            var start = text.Length;
            text.Append(paragraph.Text).Append("\n\n");
            foreach (var (from, end) in paragraph.IsTable ? [(0, paragraph.Text.Length)] : Bounds(paragraph.Text))
            {
                var traced = paragraph.IsTable ? Kept(paragraph.Text, start) : Stripped(paragraph.Text, from, end, start);
                if (traced.Length > 0 && !IsPageNumber(traced.ToString()))
                {
                    lines.Add(new(traced, Columns(paragraph.Text.AsSpan(from, end - from)), AfterGap: true) { IsWhole = true, HeadingLevel = paragraph.HeadingLevel, IsTable = paragraph.IsTable });
                }
            }
        }

        source = text.ToString();
        return lines;
    }

    private static IEnumerable<(int Start, int End)> Bounds(string source)
    {
        for (var start = 0; start < source.Length;)
        {
            var length = source.AsSpan(start).IndexOfAny(LineEnds);
            var end = length < 0 ? source.Length : start + length;
            yield return (start, end);
            start = end + (end + 1 < source.Length && source[end] == '\r' && source[end + 1] == '\n' ? 2 : 1);
        }
    }

    private static TracedText Kept(string source, int shift)
    {
        var traced = new TracedText();
        for (var at = 0; at < source.Length; at++)
        {
            traced.Append(source[at], at + shift);
        }

        return traced;
    }

    private static TracedText Stripped(string source, int start, int end, int shift = 0)
    {
        var traced = new TracedText();
        var at = start;
        while (at < end && (char.IsWhiteSpace(source[at]) || source[at] == '#'))
        {
            at++;
        }

        var space = false;
        for (; at < end; at++)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                space = true;
                continue;
            }

            var skipped = Decoration(source, at, end);
            if (skipped > 0)
            {
                at += skipped - 1;
                continue;
            }

            if (space && traced.Length > 0)
            {
                traced.Append(' ', at - 1 + shift);
            }

            traced.Append(source[at], at + shift);
            space = false;
        }

        return traced;
    }

    // How many characters here are no text: stars in pairs, what cannot be seen, the brackets and the address of a link.
    private static int Decoration(string source, int at, int end) => source[at] switch
    {
        '*' when at + 1 < end && source[at + 1] == '*' => 2,
        var sign when char.IsControl(sign) => 1,
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD' => 1,
        '[' when LinkEnd(source, at, end) > 0 => 1,
        ']' when at + 1 < end && source[at + 1] == '(' && LinkEnd(source, Math.Max(0, source.LastIndexOf('[', at, Math.Min(at, LongestLink) + 1)), end) is var close and > 0 => close - at + 1,
        _ => 0,
    };

    private static int LinkEnd(string source, int at, int end)
    {
        var reach = Math.Min(end - at, LongestLink);
        var middle = source[at] == '[' ? source.IndexOf("](", at, reach, StringComparison.Ordinal) : -1;
        return middle < 0 ? -1 : source.IndexOf(')', middle, at + reach - middle);
    }

    private static string[] Columns(ReadOnlySpan<char> line)
    {
        var cells = new List<string>();
        var from = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            var parts = at == line.Length || line[at] == '\t' || (at + 1 < line.Length && char.IsWhiteSpace(line[at]) && char.IsWhiteSpace(line[at + 1]));
            if (parts)
            {
                var cell = line[from..at].ToString().Replace("**", "").Trim(' ', '\t', '#', '\u00A0', '|');
                cells.AddRange(cell.Length > 0 ? [cell] : []);
                from = at;
            }
        }

        return [.. cells];
    }

    private static bool IsPageNumber(string line)
    {
        var bare = line.Trim('-', '–', '.', ' ', '|');
        bare = bare.StartsWith("Trang ", StringComparison.OrdinalIgnoreCase) ? bare[6..] : bare;
        var parts = bare.Split('/');
        return parts.Length <= 2 && parts.All(part => part.Trim() is { Length: >= 1 and <= 3 } number && number.All(char.IsAsciiDigit)) && (parts.Length == 1 || line.Length <= 9);
    }
}
