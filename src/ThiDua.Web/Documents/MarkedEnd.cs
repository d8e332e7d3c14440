using ThiDua.Domain.Documents;

namespace ThiDua.Web.Documents;

/// <summary>A body with the mark that closes it: once, at the end of its last words, whatever they stand in.</summary>
internal static class MarkedEnd
{
    public static IReadOnlyList<Block> Of(IReadOnlyList<Block> body)
    {
        List<Block> blocks = [.. body.Select(Unmarked)];
        // Nothing but the mark stood there, or nothing at all.
        while (blocks.Count > 0 && IsBlank(blocks[^1]))
        {
            blocks.RemoveAt(blocks.Count - 1);
        }

        if (blocks.Count > 0)
        {
            blocks[^1] = Marked(blocks[^1]);
        }

        return blocks;
    }

    private static Block Unmarked(Block block) => block switch
    {
        Paragraph paragraph => paragraph with { Runs = Unmarked(paragraph.Runs) },
        ListItem item => item with { Runs = Unmarked(item.Runs) },
        _ => block,
    };

    private static bool IsBlank(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Runs.All(run => string.IsNullOrWhiteSpace(run.Text)),
        ListItem item => item.Runs.All(run => string.IsNullOrWhiteSpace(run.Text)),
        WidePages pages => pages.Blocks.All(IsBlank),
        _ => false,
    };

    private static Block Marked(Block block) => block switch
    {
        Paragraph last => last with { Runs = Marked(last.Runs) },
        ListItem last => last with { Runs = Marked(last.Runs) },
        WidePages pages => new WidePages(Of(pages.Blocks)),
        Heading last => last with { Text = ClosingMark.Set(last.Text) },
        Chapter last => last with { Title = ClosingMark.Set(last.Title) },
        Table { Rows.Count: > 0 } table => table with { Rows = [.. table.Rows.SkipLast(1), Marked(table.Rows[^1])] },
        _ => block,
    };

    // In the last cell that has words: on a line of its own below the table the mark would belong to nothing.
    private static Row Marked(Row row)
    {
        var cells = row.Cells.ToList();
        var at = Math.Max(0, cells.FindLastIndex(cell => !string.IsNullOrWhiteSpace(cell.Text)));
        if (cells.Count > 0 && cells[at] is { Number: null, Date: null } cell)
        {
            cells[at] = Cell.Of(Marked(cell.Runs ?? [cell.Text ?? ""]));
        }

        return row with { Cells = cells };
    }

    private static IReadOnlyList<Run> Marked(IReadOnlyList<Run> runs)
    {
        var bare = Unmarked(runs);
        return [.. bare, new Run(bare.Count > 0 && bare[^1].Text.EndsWith('.') ? "/." : ClosingMark.Sign)];
    }

    private static IReadOnlyList<Run> Unmarked(IReadOnlyList<Run> runs)
    {
        var text = string.Concat(runs.Select(run => run.Text));
        if (ClosingMark.Before(text) is not { } before)
        {
            return runs;
        }

        List<Run> kept = [];
        var left = before.Length;
        foreach (var run in runs.TakeWhile(_ => left > 0))
        {
            kept.Add(run with { Text = run.Text[..Math.Min(left, run.Text.Length)] });
            left -= run.Text.Length;
        }

        return kept.Count == 0 ? kept : [.. kept.SkipLast(1), kept[^1] with { Text = kept[^1].Text + ClosingMark.Dropped(text)[before.Length..] }];
    }
}
