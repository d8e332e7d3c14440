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

    /// <summary>Adds the table, as wide as its widest row, and returns the index of its last line.</summary>
    public static int Read(List<string> lines, int at, List<TextBlock> blocks)
    {
        var heads = Cells(lines[at]).Select(head => string.Concat(InlineText.Runs(head).Select(run => run.Text)));
        List<TextColumn> columns = [.. heads.Zip(Alignments(lines[at + 1])!, (head, alignment) => new TextColumn(head, alignment))];
        var rows = new List<IReadOnlyList<IReadOnlyList<TextRun>>>();
        for (at += 2; at < lines.Count && lines[at].Contains('|'); at++)
        {
            rows.Add([.. Fitting(Cells(lines[at]), columns.Count).Select(InlineText.Runs)]);
        }

        var widest = rows.Select(row => row.Count).DefaultIfEmpty().Max();
        columns.AddRange(Enumerable.Repeat(new TextColumn("", TextAlignment.Left), Math.Max(0, widest - columns.Count)));
        blocks.Add(new TextTable(columns, rows));
        return at - 1;
    }

    // What a row has beyond the heads widens the table; empty cells at its end do not, and what no page holds stands in the last cell.
    private static List<string> Fitting(List<string> cells, int heads)
    {
        while (cells.Count > heads && cells[^1].Length == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return cells.Count <= MostColumns ? cells : [.. cells.Take(MostColumns - 1), string.Join(" | ", cells.Skip(MostColumns - 1))];
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
