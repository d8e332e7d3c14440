using System.Globalization;

namespace ThiDua.Web.Documents;

/// <summary>A table as HTML: widths by classes, a head that repeats, figures in Vietnamese.</summary>
internal static class TableHtml
{
    /// <param name="html">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="writeEnd">What stands in a last row without borders, on the same page as the row above: the browser parts a table from what follows it, but not two rows.</param>
    /// <param name="wide">Whether its page lies on its side.</param>
    public static void Write(HtmlWriter html, Table table, Action? writeEnd = null, bool wide = false)
    {
        var widths = ColumnWidths.Of(table, wide);
        html.Line("p", "caption", table.Caption).Open("table", (table.Dense ? "grid dense" : "grid") + (widths.IsSmaller(table) ? string.Create(CultureInfo.InvariantCulture, $" pt{widths.Letters}") : "")).Open("colgroup");
        foreach (var width in widths.Percents)
        {
            html.Open("col", string.Create(CultureInfo.InvariantCulture, $"w{width}"));
        }
        html.Close("colgroup");
        WriteHead(html, table);
        html.Open("tbody");
        var tree = TreeColumn(table.Columns);
        foreach (var row in table.Rows)
        {
            WriteRow(html, table, row, tree);
        }
        if (writeEnd is not null)
        {
            html.Open("tr", "end").Open("td", null, AcrossAll(table));
            writeEnd();
            html.Close("td").Close("tr");
        }
        html.Close("tbody").Close("table");
    }

    /// <summary>The column that rows' depths indent: the first left-aligned one.</summary>
    internal static int TreeColumn(IReadOnlyList<Column> columns)
        => columns.ToList().FindIndex(column => column.Alignment == ColumnAlignment.Left);

    private static void WriteHead(HtmlWriter html, Table table)
    {
        html.Open("thead").Open("tr");
        if (table.Groups.Count == 0)
        {
            WriteHeads(html, table.Columns);
            html.Close("tr").Close("thead");
            return;
        }
        List<Column> below = [];
        var next = 0;
        foreach (var group in table.Groups)
        {
            var columns = table.Columns.Skip(next).Take(group.Span).ToList();
            next += group.Span;
            if (group.Text.Length == 0)
            {
                WriteHeads(html, columns, "scope=\"col\" rowspan=\"2\"");
                continue;
            }
            html.Open("th", null, string.Create(CultureInfo.InvariantCulture, $"scope=\"colgroup\" colspan=\"{group.Span}\"")).Text(group.Text).Close("th");
            below.AddRange(columns);
        }
        html.Close("tr").Open("tr");
        WriteHeads(html, below);
        html.Close("tr").Close("thead");
    }

    private static void WriteHeads(HtmlWriter html, IEnumerable<Column> columns, string attributes = "scope=\"col\"")
    {
        foreach (var column in columns)
        {
            html.Open("th", null, attributes).Text(column.Header).Close("th");
        }
    }

    private static string AcrossAll(Table table) => string.Create(CultureInfo.InvariantCulture, $"colspan=\"{table.Columns.Count}\"");

    private static void WriteRow(HtmlWriter html, Table table, Row row, int tree)
    {
        html.Open("tr", row.Bold ? "strong" : null);
        if (row.Spans)
        {
            html.Open("td", null, AcrossAll(table)).Text(row.Cells[0].Shown(null)).Close("td").Close("tr");
            return;
        }
        for (var index = 0; index < table.Columns.Count; index++)
        {
            var column = table.Columns[index];
            var css = column.Alignment switch { ColumnAlignment.Center => "c", ColumnAlignment.Right => "r", _ => "" };
            var depth = index == tree && row.Depth > 0 ? string.Create(CultureInfo.InvariantCulture, $" d{Math.Min(row.Depth, 4)}") : "";
            var cell = index < row.Cells.Count ? row.Cells[index] : default;
            html.Open("td", css + depth);
            BlockHtml.WriteRuns(html, cell.Runs ?? [cell.Shown(column.Format)]);
            html.Close("td");
        }
        html.Close("tr");
    }
}
