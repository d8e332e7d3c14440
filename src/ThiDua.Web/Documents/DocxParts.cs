using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Documents;

/// <summary>How a paragraph of a DOCX is set: style, alignment, size in points, spacing in points.</summary>
internal sealed record DocxLook(string? Style = null, JustificationValues Align = JustificationValues.Left, double Size = 14, bool Bold = false, bool Italic = false)
{
    public double Before { get; init; }

    public double After { get; init; }

    public double FirstLineCm { get; init; }

    public double LeftCm { get; init; }

    public double RightCm { get; init; }

    /// <summary>The height of its one line in points, whatever the font; null: as the font needs.</summary>
    public double? Height { get; init; }

    public bool KeepWithNext { get; init; }

    /// <summary>A solid line below the paragraph.</summary>
    public bool Underlined { get; init; }
}

/// <summary>Small pieces of a DOCX.</summary>
internal static class DocxParts
{
    public const string Font = "Times New Roman";
    private const double TwipsPerCm = 567;

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Line(string? text, DocxLook look) => Line([new Run(text ?? "")], look);

    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Line(IEnumerable<Run> runs, DocxLook look)
    {
        var properties = new ParagraphProperties();
        if (look.Style is not null)
        {
            properties.ParagraphStyleId = new() { Val = look.Style };
        }

        if (look.KeepWithNext)
        {
            properties.KeepNext = new();
        }

        if (look.Underlined)
        {
            properties.ParagraphBorders = new(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 1 });
        }

        properties.SpacingBetweenLines = new() { Before = Twentieths(look.Before), After = Twentieths(look.After) };
        if (look.Height is { } height)
        {
            (properties.SpacingBetweenLines.Line, properties.SpacingBetweenLines.LineRule) = (Twentieths(height), LineSpacingRuleValues.Exact);
        }

        properties.Indentation = new() { FirstLine = Twips(look.FirstLineCm), Left = Twips(look.LeftCm), Right = Twips(look.RightCm) };
        properties.Justification = new() { Val = look.Align };
        var paragraph = new DocumentFormat.OpenXml.Wordprocessing.Paragraph(properties);
        foreach (var run in runs)
        {
            paragraph.Append(RunOf(run, look));
        }

        return paragraph;
    }

    /// <summary>A solid line, centred in an area of this width: what stands under the names at the head of a document.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Rule(double lengthCm, double areaCm)
    {
        var beside = Math.Max(0, (areaCm - lengthCm) / 2);
        return Line("", new(Size: 2) { Underlined = true, Height = 4, LeftCm = beside, RightCm = beside });
    }

    public static DocumentFormat.OpenXml.Wordprocessing.TableCell CellOf(int width, params OpenXmlElement[] content)
    {
        var cell = new DocumentFormat.OpenXml.Wordprocessing.TableCell(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Pct }));
        cell.Append(content);
        if (!cell.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Any())
        {
            cell.Append(Line("", new()));
        }

        return cell;
    }

    /// <summary>A table over the whole width; widths in fiftieths of a percent.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Table TableOf(IReadOnlyList<int> widths, bool bordered)
    {
        var properties = new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct });
        if (bordered)
        {
            properties.Append(new TableBorders(
                new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }));
        }

        // Room above and below the text of a grid as in the PDF; a heading or a signature uses its whole width.
        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed }, bordered
            ? new TableCellMarginDefault(new TopMargin { Width = "50", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "50", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })
            : new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }));
        return new(properties, new TableGrid(widths.Select(width => new GridColumn { Width = $"{width * 2}" })));
    }

    private static DocumentFormat.OpenXml.Wordprocessing.Run RunOf(Run run, DocxLook look)
    {
        var properties = new RunProperties(new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font });
        if (run.Bold || look.Bold)
        {
            properties.Append(new Bold());
        }

        if (run.Italic || look.Italic)
        {
            properties.Append(new Italic());
        }

        properties.Append(new Color { Val = "000000" }, new FontSize { Val = $"{look.Size * 2:0}" });
        return new(properties, new Text(Wording.Clean(run.Text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static string Twentieths(double points) => $"{points * 20:0}";

    private static string Twips(double centimetres) => $"{centimetres * TwipsPerCm:0}";
}
