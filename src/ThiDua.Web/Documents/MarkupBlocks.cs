using ThiDua.Domain.Planning.Markup;

namespace ThiDua.Web.Documents;

/// <summary>A section's text as blocks of a document, the same in HTML, PDF and DOCX.</summary>
public static class MarkupBlocks
{
    private const int NarrowestColumn = 4;
    private const int WidestColumn = 40;

    public static IReadOnlyList<Block> Of(string? markup) => [.. MarkupText.Parse(markup).Select(Of)];

    private static Block Of(TextBlock block) => block switch
    {
        TextParagraph paragraph => new Paragraph(RunsOf(paragraph.Runs)),
        TextItem item => new ListItem(RunsOf(item.Runs), item.Level),
        TextTable table => TableOf(table),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static List<Run> RunsOf(IReadOnlyList<TextRun> runs) => [.. runs.Select(run => new Run(run.Text, run.Bold, run.Italic))];

    // A row that leaves cells out is filled up with empty ones.
    private static Table TableOf(TextTable table) => new(
        [.. table.Columns.Select((column, index) => new Column(column.Head, WidthOf(table, index), AlignmentOf(column.Alignment)))],
        [.. table.Rows.Select(row => new Row([.. table.Columns.Select((_, index) => index < row.Count ? Cell.Of(RunsOf(row[index])) : "")]))]);

    private static int WidthOf(TextTable table, int index)
    {
        var longest = table.Rows.Where(row => index < row.Count).Select(row => row[index].Sum(run => run.Text.Length)).Append(table.Columns[index].Head.Length).Max();
        return Math.Clamp(longest, NarrowestColumn, WidestColumn);
    }

    private static ColumnAlignment AlignmentOf(TextAlignment alignment) => alignment switch
    {
        TextAlignment.Center => ColumnAlignment.Center,
        TextAlignment.Right => ColumnAlignment.Right,
        _ => ColumnAlignment.Left,
    };
}
