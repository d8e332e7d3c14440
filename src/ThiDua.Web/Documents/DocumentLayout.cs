namespace ThiDua.Web.Documents;

/// <summary>Blocks that lie on pages of one orientation.</summary>
internal sealed record PageGroup(IReadOnlyList<Block> Blocks, bool Wide);

/// <summary>What every format of a document shares: where pages turn, what stays together.</summary>
internal static class DocumentLayout
{
    /// <summary>A last paragraph shorter than this may be a single line, and takes the paragraph before it along.</summary>
    private const int ShortText = 170;

    /// <summary>The body in groups of one orientation; the first holds the heading block, the last the signatures.</summary>
    public static IReadOnlyList<PageGroup> Groups(OfficialDocument document)
        => Groups(document.EndMark ? MarkedEnd.Of(document.Body) : document.Body, document.Wide);

    public static IReadOnlyList<PageGroup> Groups(Annex annex) => Groups(annex.Body, annex.Wide);

    /// <summary>Whether this block must not be parted from the one before, as too little to stand with a signature.</summary>
    public static bool StaysWithPrevious(PageGroup group, int index)
        => index == group.Blocks.Count - 1 && index > 0 && TextOf(group.Blocks[index]) is { } runs
            && runs.Sum(run => run.Text.Length) < ShortText;

    /// <summary>Signatures in rows: one alone, the others two by two.</summary>
    public static IEnumerable<Signature[]> SignatureRows(OfficialDocument document)
    {
        var rows = document.Signatures.Chunk(2);
        return document.Witness is { } witness ? rows.Append([witness]) : rows;
    }

    private static List<PageGroup> Groups(IReadOnlyList<Block> body, bool wide)
    {
        List<PageGroup> groups = [];
        List<Block> current = [];
        foreach (var block in body)
        {
            if (block is not WidePages pages || wide)
            {
                current.AddRange(block is WidePages inner ? inner.Blocks : [block]);
                continue;
            }
            groups.Add(new(current, wide));
            groups.Add(new(pages.Blocks, true));
            current = [];
        }
        if (current.Count > 0 || groups.Count == 0)
        {
            groups.Add(new(current, wide));
        }
        return groups;
    }

    private static IReadOnlyList<Run>? TextOf(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Runs,
        ListItem item => item.Runs,
        _ => null,
    };
}
