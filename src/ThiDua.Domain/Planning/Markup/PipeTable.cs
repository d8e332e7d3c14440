using System.Text;

namespace ThiDua.Domain.Planning.Markup;

/// <summary>A table of pipes: a head, a line of dashes (with colons for the alignment), rows until an empty line or one without a pipe.</summary>
internal static class PipeTable
{
    // More columns no page can hold; such lines stay text.
    private const int MostColumns = 20;
    private const int LongestDashes = 1000;

    public static bool Starts(List<string> lines, int at) =>
        at + 1 < lines.Count && lines[at].Contains('|') && Alignments(lines[at + 1]) is { } columns && Cells(lines[at]).Count == columns.Count;

    /// <summary>Adds the table and returns the index of its last line.</summary>
    public static int Read(List<string> lines, int at, List<TextBlock> blocks)
    {
        var heads = Cells(lines[at]).Select(head => string.Concat(InlineText.Runs(head).Select(run => run.Text)));
        List<TextColumn> columns = [.. heads.Zip(Alignments(lines[at + 1])!, (head, alignment) => new TextColumn(head, alignment))];
        var rows = new List<IReadOnlyList<IReadOnlyList<TextRun>>>();
        for (at += 2; at < lines.Count && lines[at].Contains('|'); at++)
        {
            rows.Add([.. Cells(lines[at]).Take(columns.Count).Select(InlineText.Runs)]);
        }

        blocks.Add(new TextTable(columns, rows));
        return at - 1;
    }

    private static List<TextAlignment>? Alignments(string line)
    {
        if (line.Length > LongestDashes || !line.Contains('-') || !line.Contains('|') || line.AsSpan().IndexOfAnyExcept(" \t|:-") >= 0)
        {
            return null;
        }

        var cells = Cells(line);
        return cells.Count <= MostColumns && cells.TrueForAll(cell => cell.Contains('-')) ? [.. cells.Select(AlignmentOf)] : null;
    }

    private static TextAlignment AlignmentOf(string dashes) => (dashes.StartsWith(':'), dashes.EndsWith(':')) switch
    {
        (true, true) => TextAlignment.Center,
        (false, true) => TextAlignment.Right,
        _ => TextAlignment.Left,
    };

    // Between the pipes; those at both ends close the row, an escaped one belongs to its cell.
    private static List<string> Cells(string line)
    {
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var row = line.AsSpan().Trim();
        row = row.StartsWith("|") ? row[1..] : row;
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                continue;
            }

            cell.Append(row[at]);
            if (row[at] == '\\' && at + 1 < row.Length)
            {
                cell.Append(row[++at]);
            }
        }

        if (cell.Length > 0)
        {
            cells.Add(cell.ToString().Trim());
        }

        return cells;
    }
}
