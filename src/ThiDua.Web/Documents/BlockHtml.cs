using static ThiDua.Web.Documents.DocumentFormats;

namespace ThiDua.Web.Documents;

/// <summary>The blocks of a body as HTML.</summary>
internal static class BlockHtml
{
    /// <param name="html">Where to.</param>
    /// <param name="group">The blocks.</param>
    /// <param name="writeEnd">What stands below the last block where that is a table: see <see cref="TableHtml"/>.</param>
    public static void Write(HtmlWriter html, PageGroup group, Action? writeEnd = null)
    {
        for (var index = 0; index < group.Blocks.Count; index++)
        {
            if (writeEnd is not null && index == group.Blocks.Count - 1 && group.Blocks[index] is Table last)
            {
                TableHtml.Write(html, last, writeEnd, group.Wide);
                continue;
            }
            Write(html, group.Blocks[index], DocumentLayout.StaysWithPrevious(group, index) ? " stays" : "", group.Wide);
        }
    }

    private static void Write(HtmlWriter html, Block block, string stays, bool wide)
    {
        switch (block)
        {
            case Chapter chapter:
                html.Line("h2", "chapter", chapter.Label).Line("p", "chapter-title", Upper(chapter.Title));
                break;
            case Heading heading:
                var level = Math.Clamp(heading.Level, 1, 3);
                html.Line($"h{level + 1}", $"h{level}", level == 1 ? Upper(heading.Text) : heading.Text);
                break;
            case Paragraph paragraph:
                WriteRuns(html, paragraph.Alignment switch
                {
                    Alignment.Left => "left",
                    Alignment.Center => "center",
                    Alignment.Right => "right",
                    _ => "body",
                } + stays, "", paragraph.Runs);
                break;
            case ListItem item:
                WriteRuns(html, (item.Level > 1 ? "body plus" : "body dash") + stays, item.Level > 1 ? "+ " : "- ", item.Runs);
                break;
            case BarChart chart:
                BarChartHtml.Write(html, chart);
                break;
            case Table table:
                TableHtml.Write(html, table, wide: wide);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private static void WriteRuns(HtmlWriter html, string css, string mark, IReadOnlyList<Run> runs)
    {
        html.Open("p", css).Text(mark);
        WriteRuns(html, runs);
        html.Close("p");
    }

    internal static void WriteRuns(HtmlWriter html, IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            html.Raw(run.Bold ? "<b>" : "").Raw(run.Italic ? "<i>" : "").Text(run.Text)
                .Raw(run.Italic ? "</i>" : "").Raw(run.Bold ? "</b>" : "");
        }
    }
}
