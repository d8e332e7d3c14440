using System.Text;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Markup;

namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>Makes the tree of sections from paragraphs in reading order; a section lies below the last one of a higher kind of number.</summary>
internal sealed class OutlineBuilder
{
    private const int LongestTitle = 200;
    private const int LongestBareTitle = 110;

    private readonly List<Node> _top = [];
    private readonly Stack<Node> _open = new();
    private readonly List<ProposedDate> _dates = [];

    public IReadOnlyList<ProposedDate> Dates => _dates;

    public void Take(PaperParagraph paragraph)
    {
        if (paragraph.Mark is null && _open.Count > 0)
        {
            _open.Peek().Content.Add(paragraph);
            return;
        }

        while (paragraph.Mark is { } mark && _open.TryPeek(out var above) && above.Rank >= mark.Rank)
        {
            _open.Pop();
        }

        var node = new Node(paragraph);
        (_open.TryPeek(out var parent) ? parent.Below : _top).Add(node);
        _open.Push(node);
    }

    public IReadOnlyList<PaperSection> Made() => [.. _top.Select(node => Made(node, "", []))];

    private PaperSection Made(Node node, string path, IReadOnlyList<string> titles)
    {
        var mark = node.Head.Mark;
        var rest = mark is null ? "" : ClosingMark.Dropped(node.Head.Rest);
        var isTitle = mark is not null && IsTitle(rest, node.HasContent);
        var number = mark?.Shown ?? "";
        var title = isTitle ? rest.TrimEnd('.', ' ') : "";
        var (here, under) = (path.Length == 0 ? number : number.Length == 0 ? path : $"{path} / {number}", title.Length == 0 ? titles : [.. titles, title]);
        foreach (var paragraph in node.Content.Prepend(node.Head).Where(paragraph => !paragraph.IsTable))
        {
            _dates.AddRange(new DateFinder(paragraph.Traced, under).Found().Select(date => date with { SectionPath = here, SectionTitle = MatterOf(under) }));
        }

        return new(number, title, BodyOf(isTitle || mark is null ? node.Content.Prepend(node.Head).Skip(mark is null ? 0 : 1) : node.Content, isTitle || mark is null ? "" : rest), [.. node.Below.Select(below => Made(below, here, under))], node.Head.Traced.Offset);
    }

    // The nearest title that names a matter of its own.
    private static string MatterOf(IReadOnlyList<string> titles) => titles.LastOrDefault(title => !PaperWords.IsPartOfMatter(title)) ?? (titles.Count > 0 ? titles[^1] : "");

    // A line in capitals, a line that ends without a stop, or a sentence that has more below it; never what ends with a colon.
    private static bool IsTitle(string rest, bool hasContent) =>
        rest.Length > 0 && rest.Length <= LongestTitle && rest[^1] is not (':' or ';' or ',')
        && (Recognised.IsCapitals(rest) || (rest.Length <= LongestBareTitle && rest[^1] != '.') || (hasContent && !rest.Contains(". ")));

    private static string BodyOf(IEnumerable<PaperParagraph> paragraphs, string runIn)
    {
        var (body, wasItem) = (new StringBuilder(MarkupText.Escape(runIn)), false);
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.IsTable ? paragraph.Text : Line(ClosingMark.Dropped(paragraph.Text));
            if (text.Length == 0)
            {
                continue;
            }

            var isItem = !paragraph.IsTable && text.Length > 1 && text[1] == ' ' && text[0] is '-' or '+';
            body.Append(body.Length == 0 ? "" : isItem && wasItem ? "\n" : "\n\n").Append(text);
            wasItem = isItem;
        }

        return body.ToString();
    }

    private static string Line(string text) => ParagraphJoiner.IsItem(text)
        ? $"{(text[0] == '+' ? '+' : '-')} {MarkupText.Escape(text[1..].TrimStart())}"
        : MarkupText.Escape(text);

    private sealed record Node(PaperParagraph Head)
    {
        public int Rank => Head.Mark?.Rank ?? -1;

        public List<PaperParagraph> Content { get; } = [];

        public List<Node> Below { get; } = [];

        public bool HasContent => Content.Count > 0 || Below.Count > 0;
    }
}
