using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static ThiDua.Web.Documents.DocumentFormats;
using static ThiDua.Web.Documents.DocxParts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Documents;

/// <summary>The blocks of a body, as DOCX.</summary>
internal static class DocxBody
{
    public static IEnumerable<OpenXmlElement> Of(PageGroup group) => group.Blocks.SelectMany(block => Of(block, group.Wide));

    private static IEnumerable<OpenXmlElement> Of(Block block, bool wide) => block switch
    {
        Chapter chapter => [Line(chapter.Label, new("Heading1", JustificationValues.Center, 14, Bold: true)), Line(Upper(chapter.Title), new(Align: JustificationValues.Center, Size: 14, Bold: true) { KeepWithNext = true })],
        Heading heading => [Line(heading.Level == 1 ? Upper(heading.Text) : heading.Text, new($"Heading{Math.Clamp(heading.Level, 1, 3)}", JustificationValues.Both, 14, Bold: heading.Level < 3) { FirstLineCm = 1.27, Before = 6, After = 6, KeepWithNext = true })],
        Paragraph paragraph => [Line(paragraph.Runs, new(Align: AlignOf(paragraph.Alignment), Size: 14) { FirstLineCm = paragraph.Alignment == Alignment.Justified ? 1.27 : 0, After = 6 })],
        ListItem item => [Line(item.Runs.Prepend(item.Level > 1 ? "+ " : "- "), new(Align: JustificationValues.Both, Size: 14) { FirstLineCm = 1.27, After = 6 })],
        Table table => TableOf(table, wide),
        BarChart chart => TableOf(BarChartTable.Of(chart), wide),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static JustificationValues AlignOf(Alignment alignment) => alignment switch
    {
        Alignment.Left => JustificationValues.Left,
        Alignment.Center => JustificationValues.Center,
        Alignment.Right => JustificationValues.Right,
        _ => JustificationValues.Both,
    };

    private static IEnumerable<OpenXmlElement> TableOf(Table table, bool wide)
    {
        if (table.Caption is { } caption)
        {
            yield return Line(caption, new(Align: JustificationValues.Center, Size: 14, Bold: true) { KeepWithNext = true });
        }

        var fitted = ColumnWidths.Of(table, wide);
        var (size, widths) = (fitted.Letters, fitted.Percents.Select(percent => percent * 50).ToList());
        var made = DocxParts.TableOf(widths, bordered: true);
        if (table.Groups.Count > 0)
        {
            made.Append(GroupRow(table, widths, size));
        }

        made.Append(new W.TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, index) => CellOf(widths[index], Line(column.Header, new(Align: JustificationValues.Center, Size: size, Bold: true))))]));
        foreach (var row in table.Rows)
        {
            made.Append(new W.TableRow([new TableRowProperties(new CantSplit()), .. Cells(table, row, widths, size)]));
        }

        yield return made;
        yield return Line("", new(Size: 6));
    }

    private static W.TableRow GroupRow(Table table, List<int> widths, double size)
    {
        var row = new W.TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        var at = 0;
        foreach (var group in table.Groups)
        {
            row.Append(Spanning(CellOf(widths.Skip(at).Take(group.Span).Sum(), Line(group.Text, new(Align: JustificationValues.Center, Size: size, Bold: true))), group.Span));
            at += group.Span;
        }

        return row;
    }

    private static IEnumerable<OpenXmlElement> Cells(Table table, Row row, List<int> widths, double size)
    {
        if (row.Spans)
        {
            return [Spanning(CellOf(5000, Line(row.Cells[0].Text, new(Size: size, Bold: row.Bold))), table.Columns.Count)];
        }

        var indented = table.Columns.ToList().FindIndex(column => column.Alignment == ColumnAlignment.Left);
        return row.Cells.Select((cell, index) => CellOf(widths[index], Line(cell.Runs ?? [cell.Shown(table.Columns[index].Format)], new(Align: AlignOf(table.Columns[index].Alignment), Size: size, Bold: row.Bold) { LeftCm = index == indented ? row.Depth * 0.3 : 0 })));
    }

    private static W.TableCell Spanning(W.TableCell cell, int columns)
    {
        cell.TableCellProperties!.Append(new GridSpan { Val = columns });
        return cell;
    }

    private static JustificationValues AlignOf(ColumnAlignment alignment) => alignment switch
    {
        ColumnAlignment.Center => JustificationValues.Center,
        ColumnAlignment.Right => JustificationValues.Right,
        _ => JustificationValues.Left,
    };
}
