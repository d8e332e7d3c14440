using System.Text;

namespace ThiDua.Domain.Planning.Markup;

/// <summary>
/// The small Markdown of official texts: paragraphs parted by empty lines; <c>-</c> items and <c>+</c> items below them; numbers (1., 1.1., a)) as text, each with a paragraph of its own;
/// <c>**bold**</c>, <c>*italic*</c>; pipe tables; a backslash keeps a mark as text. Everything else is text as it stands: headings come from the outline, HTML is never understood.
/// No text is refused; time grows with its length only.
/// </summary>
public static class MarkupText
{
    private const string Marks = "\\*|";

    public static IReadOnlyList<TextBlock> Parse(string? text)
    {
        var lines = LinesOf(text ?? "");
        var reading = new Reading();
        for (var at = 0; at < lines.Count; at++)
        {
            if (PipeTable.Starts(lines, at))
            {
                reading.Close();
                at = PipeTable.Read(lines, at, reading.Blocks);
            }
            else
            {
                reading.Take(lines[at]);
            }
        }

        reading.Close();
        return reading.Blocks;
    }

    /// <summary>Text that parses to itself: what would be a mark of the face or of a table is kept as text.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(Marks.Contains(letter) ? "\\" : "").Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>The words alone, a line for each paragraph, item and row: for search, comparison and counting.</summary>
    public static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var block in Parse(text))
        {
            switch (block)
            {
                case TextParagraph paragraph:
                    Append(plain, "", paragraph.Runs).Append('\n');
                    break;
                case TextItem item:
                    Append(plain, item.Level > 1 ? "+ " : "- ", item.Runs).Append('\n');
                    break;
                case TextTable table:
                    plain.AppendJoin(" | ", table.Columns.Select(column => column.Head)).Append('\n');
                    foreach (var row in table.Rows)
                    {
                        plain.AppendJoin(" | ", row.Select(cell => string.Concat(cell.Select(run => run.Text)))).Append('\n');
                    }

                    break;
            }
        }

        return plain.ToString().TrimEnd('\n');
    }

    private static StringBuilder Append(StringBuilder plain, string mark, IReadOnlyList<TextRun> runs)
    {
        plain.Append(mark);
        foreach (var run in runs)
        {
            plain.Append(run.Text);
        }

        return plain;
    }

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines.Add(line.TrimEnd().ToString());
        }

        return lines;
    }

    // The block that is open while lines are taken.
    private sealed class Reading
    {
        private readonly StringBuilder _open = new();
        private int _level;

        public List<TextBlock> Blocks { get; } = [];

        public void Take(string line)
        {
            var text = line.TrimStart();
            if (text.Length == 0)
            {
                Close();
            }
            else if (LevelOf(line, text) is var level and > 0)
            {
                Close();
                Add(text[2..].TrimStart(), level);
            }
            else
            {
                if (NumberMark.At(text) is not null)
                {
                    Close();
                }

                Add(text, _level);
            }
        }

        public void Close()
        {
            if (_open.Length > 0)
            {
                var runs = InlineText.Runs(_open.ToString());
                Blocks.Add(_level == 0 ? new TextParagraph(runs) : new TextItem(runs, _level));
            }

            _open.Clear();
            _level = 0;
        }

        private void Add(string text, int level)
        {
            _open.Append(_open.Length > 0 ? " " : "").Append(text);
            _level = level;
        }

        // An indented dash below an item is of the second level, however it is written.
        private static int LevelOf(string line, string text) => text.Length < 3 || text[1] is not (' ' or '\t' or '\u00A0') ? 0 : text[0] switch
        {
            '+' => 2,
            '-' or '–' or '•' => line.Length - text.Length >= 2 ? 2 : 1,
            _ => 0,
        };
    }
}
