using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Planning.FromPaper;

/// <summary>
/// Reads a plan from paper (lấy từ văn bản): pasted text, also scanned and broken into lines, or the paragraphs of a file.
/// Headings I / 1 / 1.1 / a) become sections, "Căn cứ …" bases, "Nơi nhận" recipients, dates with a word proposals. It only proposes.
/// </summary>
public static class PaperReader
{
    /// <exception cref="RuleViolation">There is no text, or it was read in a wrong encoding.</exception>
    public static PaperReading Read(string text)
    {
        RuleViolation.Require(!string.IsNullOrWhiteSpace(text), "Chưa có nội dung văn bản để đọc.");
        MisreadText.RequireReadable(text);
        var source = Text.Composed(text);
        return Read(PaperLines.Of(source), source);
    }

    /// <exception cref="RuleViolation">There is no text, or it was written with a font of another encoding.</exception>
    public static PaperReading Read(IReadOnlyList<SourceParagraph> paragraphs)
    {
        var lines = PaperLines.Of([.. paragraphs.Select(paragraph => paragraph with { Text = Text.Composed(paragraph.Text) })], out var source);
        RuleViolation.Require(lines.Count > 0, "Tệp không có nội dung văn bản để đọc.");
        MisreadText.RequireReadable(source);
        return Read(lines, source);
    }

    private static PaperReading Read(List<PaperLine> lines, string source)
    {
        var shape = LineShape.Of(lines);
        var head = new HeadReader(lines, shape.Width).Read(out var body);
        var closing = ClosingReader.Find(lines, body);
        var paragraphs = new ParagraphJoiner(lines, shape).Join(body, closing);
        var first = FirstOfOutline(paragraphs);
        var top = new BasisReader();
        foreach (var paragraph in paragraphs.Take(first))
        {
            top.Take(ClosingMark.Dropped(paragraph.Text));
        }

        var outline = new OutlineBuilder();
        foreach (var paragraph in paragraphs.Skip(first))
        {
            outline.Take(paragraph);
        }

        var sections = outline.Made();
        return new(source, head, top.Bases, top.Preamble, sections, outline.Dates, new ClosingReader().Read(lines.Skip(closing)));
    }

    // Without any number the outline begins after the bases and the paragraph that announces it.
    private static int FirstOfOutline(List<PaperParagraph> paragraphs)
    {
        var first = paragraphs.FindIndex(paragraph => paragraph.Mark is not null);
        if (first >= 0)
        {
            return first;
        }

        var announcing = paragraphs.FindIndex(paragraph => paragraph.Text.EndsWith(':'));
        return Math.Max(announcing, paragraphs.FindLastIndex(paragraph => PaperWords.OpeningAt(paragraph.Text) is not null && paragraph.Text.Length < 600 && announcing < 0)) + 1;
    }
}
