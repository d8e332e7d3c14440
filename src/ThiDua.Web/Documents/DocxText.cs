using System.Text;
using System.Xml;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Domain.Planning.Markup;

namespace ThiDua.Web.Documents;

/// <summary>The body of a DOCX, read once from its beginning to its end.</summary>
internal sealed class DocxText(DocxStyleLevels styles, DocxNumbering numbers)
{
    // Earlier properties, text that was moved away or deleted, and the second copy of a drawing for older programs.
    private static readonly HashSet<string> Skipped = ["pPrChange", "rPrChange", "tabs", "moveFrom", "del", "Fallback", "instrText", "delText", "sectPr"];

    private readonly List<SourceParagraph> _read = [];
    private readonly Stack<OpenParagraph> _paragraphs = new();
    private readonly Stack<DocxTable> _tables = new();
    private bool _inText;

    public List<SourceParagraph> Read(XmlReader reader)
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && Skipped.Contains(reader.LocalName))
            {
                reader.Skip();
                continue;
            }

            Take(reader);
            reader.Read();
        }

        return _read;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var (name, isEmpty) = (reader.LocalName, reader.IsEmptyElement);
                Begin(name, Value(reader));
                if (isEmpty)
                {
                    End(name);
                }

                break;
            case XmlNodeType.EndElement:
                End(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when _inText && _paragraphs.TryPeek(out var open):
                open.Text.Append(reader.Value);
                break;
        }
    }

    private void Begin(string name, string value)
    {
        var open = _paragraphs.TryPeek(out var paragraph) ? paragraph : null;
        switch (name)
        {
            case "p":
                _paragraphs.Push(new());
                break;
            case "t":
                _inText = true;
                break;
            case "tbl":
                _tables.Push(new());
                break;
            case "tr" or "tc" or "gridSpan" or "tblBorders" or "tblStyle" when _tables.TryPeek(out var table):
                table.Begin(name, value);
                break;
            case var _ when open is not null:
                open.Take(name, value);
                break;
        }
    }

    private void End(string name)
    {
        _inText = _inText && name != "t";
        if (name == "p" && _paragraphs.TryPop(out var paragraph))
        {
            Keep(paragraph);
        }
        else if (name == "tbl" && _tables.TryPop(out var table))
        {
            if (_tables.TryPeek(out var around))
            {
                around.Add(table.Plain);
            }
            else
            {
                _read.AddRange(table.Made());
            }
        }
    }

    private void Keep(OpenParagraph paragraph)
    {
        var text = paragraph.Text.ToString().Trim(' ', '\n', '\r');
        var style = styles.Of(paragraph.Style);
        var numberId = paragraph.NumberId ?? style.NumberId;
        var label = text.Length > 0 && numberId is { } id ? numbers.Next(id, paragraph.ItemLevel ?? style.ItemLevel ?? 0) : "";
        if (text.Length == 0)
        {
            return;
        }

        if (_tables.TryPeek(out var table))
        {
            table.Add(label + text);
        }
        else
        {
            _read.Add(new(label + text, paragraph.Outline ?? style.HeadingLevel));
        }
    }

    internal static string Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI) ?? "";

    private sealed class OpenParagraph
    {
        public StringBuilder Text { get; } = new();

        public string? Style { get; private set; }

        public int? Outline { get; private set; }

        public int? NumberId { get; private set; }

        public int? ItemLevel { get; private set; }

        public void Take(string name, string value)
        {
            switch (name)
            {
                case "pStyle":
                    Style = value;
                    break;
                case "outlineLvl":
                    Outline = DocxStyleLevels.LevelOf(value);
                    break;
                case "numId":
                    NumberId = DocxStyleLevels.Number(value);
                    break;
                case "ilvl":
                    ItemLevel = DocxStyleLevels.Number(value);
                    break;
                case "tab":
                    Text.Append('\t');
                    break;
                case "br" or "cr":
                    Text.Append('\n');
                    break;
                case "noBreakHyphen":
                    Text.Append('-');
                    break;
            }
        }
    }
}

/// <summary>A table of a DOCX: as Markdown, or, where it only places the heading block or the signature, its cells as paragraphs.</summary>
internal sealed class DocxTable
{
    private const int MostColumns = 20;
    private readonly List<List<List<string>>> _rows = [];
    private bool _hasBorders;

    /// <summary>All its words, for a table within another.</summary>
    public string Plain => string.Join(" ", _rows.SelectMany(row => row).SelectMany(cell => cell));

    public void Begin(string name, string value)
    {
        switch (name)
        {
            case "tr":
                _rows.Add([]);
                break;
            case "tc" when _rows.Count > 0:
                _rows[^1].Add([]);
                break;
            case "gridSpan" when _rows.Count > 0 && DocxStyleLevels.Number(value) is > 1 and <= MostColumns and var span:
                _rows[^1].InsertRange(Math.Max(0, _rows[^1].Count - 1), Enumerable.Range(1, span - 1).Select(_ => new List<string>()));
                break;
            case "tblBorders" or "tblStyle":
                _hasBorders = true;
                break;
        }
    }

    public void Add(string text)
    {
        if (_rows.Count > 0 && _rows[^1].Count > 0)
        {
            _rows[^1][^1].Add(text);
        }
    }

    public IEnumerable<SourceParagraph> Made()
    {
        var columns = _rows.Select(row => row.Count).DefaultIfEmpty().Max();
        var words = Domain.Text.Fold(Domain.Text.Composed(string.Join('\n', _rows.Take(3).SelectMany(row => row).SelectMany(cell => cell).Take(20))));
        if (!_hasBorders || _rows.Count < 2 || columns is < 2 or > MostColumns || words.Contains("noi nhan", StringComparison.Ordinal) || words.Contains("cong hoa xa hoi", StringComparison.Ordinal))
        {
            return _rows.SelectMany(row => row).SelectMany(cell => cell).Select(text => new SourceParagraph(text));
        }

        var lines = _rows.Select(row => $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(at => at < row.Count ? Cell(row[at]) : ""))} |").ToList();
        lines.Insert(1, $"|{string.Concat(Enumerable.Repeat("---|", columns))}");
        return [new SourceParagraph(string.Join('\n', lines)) { IsTable = true }];
    }

    private static string Cell(List<string> paragraphs) => MarkupText.Escape(ClosingMark.Dropped(string.Join(" ", paragraphs).Replace('\n', ' ').Replace('\r', ' ').Trim()));
}
