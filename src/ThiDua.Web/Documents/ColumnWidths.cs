namespace ThiDua.Web.Documents;

/// <summary>How a table lies on its page: the width of each column in whole per cent, and the size of its letters in points.</summary>
internal sealed record ColumnWidths(IReadOnlyList<int> Percents, int Letters)
{
    private const double Portrait = 16.5;
    private const double Landscape = 25.2;
    private const double Padding = 0.32;
    private const int Usual = 13;
    private const int OfDense = 11;
    private const int Smallest = 8;

    /// <summary>No column of text needs more than this for one word, nor less than that for its lines to be read.</summary>
    private const int MostForWord = 30;
    private const int LeastForText = 12;

    /// <summary>The widths that the columns ask for, but none narrower than its longest figure or word: others give way, the roomiest first, and where none has room the letters are smaller.</summary>
    public static ColumnWidths Of(Table table, bool wide)
    {
        var page = wide ? Landscape : Portrait;
        var usual = table.Dense ? OfDense : Usual;
        var size = usual;
        while (size > Smallest && Needs(table, page, size).Sum() > 100)
        {
            size--;
        }

        return new(Shared(table.Columns, Needs(table, page, size)), size);
    }

    /// <summary>Whether its letters are smaller than those of its kind.</summary>
    public bool IsSmaller(Table table) => Letters < (table.Dense ? OfDense : Usual);

    // What rounding leaves goes to the widest.
    private static int[] Shared(IReadOnlyList<Column> columns, int[] needs)
    {
        var total = columns.Sum(column => column.Width);
        var widths = columns.Select((column, index) => Math.Max(needs[index], Math.Max(1, (int)Math.Round(column.Width / total * 100)))).ToArray();
        while (widths.Sum() > 100)
        {
            var room = widths.Zip(needs, (width, need) => width - need).ToArray();
            widths[room.Max() > 0 ? Array.IndexOf(room, room.Max()) : Array.IndexOf(widths, widths.Max())]--;
        }

        widths[Array.IndexOf(widths, widths.Max())] += 100 - widths.Sum();
        return widths;
    }

    private static int[] Needs(Table table, double page, int size)
    {
        var total = table.Columns.Sum(column => column.Width);
        return [.. table.Columns.Select((column, index) => Need(table, column, index, page, size, (int)(column.Width / total * 100)))];
    }

    private static int Need(Table table, Column column, int index, double page, int size, int share)
    {
        var head = Longest(column.Header, size, bold: true);
        var cells = table.Rows.Where(row => !row.Spans && index < row.Cells.Count).Select(row => Longest(row.Cells[index].Shown(column.Format), size, row.Bold));
        var need = (int)Math.Ceiling((cells.Append(head).Max() + Padding) / page * 100);
        return column.Alignment == ColumnAlignment.Left ? Math.Max(Math.Min(need, MostForWord), Math.Min(share, LeastForText)) : need;
    }

    private static double Longest(string text, int size, bool bold) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TextWidth.Of(word, size, bold)).DefaultIfEmpty().Max();
}
