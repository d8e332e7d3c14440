using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>How a cell looks.</summary>
internal sealed record XlsxStyle(string? Format = null, ColumnAlignment Alignment = ColumnAlignment.Left)
{
    public bool Bold { get; init; }
    public bool Border { get; init; } = true;
    public bool Quoted { get; init; }
    public bool Middle { get; init; }
    public int Indent { get; init; }

    /// <summary>Open in a protected sheet, and shaded so that people see where to write.</summary>
    public bool IsInput { get; init; }
}

/// <summary>Collects the styles of a workbook while its cells are written.</summary>
internal sealed class XlsxStyles
{
    private const uint FirstOwnFormat = 164;
    private readonly List<XlsxStyle> _styles = [new() { Border = false }];
    private readonly List<string> _formats = [];

    public uint Index(XlsxStyle style)
    {
        var index = _styles.IndexOf(style);
        if (index < 0)
        {
            index = _styles.Count;
            _styles.Add(style);
        }
        return (uint)index;
    }

    public X.Stylesheet Build()
    {
        var cells = _styles.Select(CellFormat).ToList();
        var formats = _formats.Select((code, index) => new X.NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)index, FormatCode = code });
        return new X.Stylesheet(
            [
                .. _formats.Count == 0 ? Array.Empty<OpenXmlElement>() : [new X.NumberingFormats(formats) { Count = (uint)_formats.Count }],
                new X.Fonts(Font(bold: false), Font(bold: true)) { Count = 2 },
                new X.Fills(Fill(X.PatternValues.None), Fill(X.PatternValues.Gray125), InputFill()) { Count = 3 },
                new X.Borders(Border(null), Border(X.BorderStyleValues.Thin)) { Count = 2 },
                new X.CellStyleFormats(new X.CellFormat()) { Count = 1 },
                new X.CellFormats(cells) { Count = (uint)cells.Count },
                new X.CellStyles(new X.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            ]);
    }

    private X.CellFormat CellFormat(XlsxStyle style) => new()
    {
        NumberFormatId = FormatId(style.Format),
        FontId = style.Bold ? 1U : 0U,
        FillId = style.IsInput ? 2U : 0U,
        BorderId = style.Border ? 1U : 0U,
        FormatId = 0,
        QuotePrefix = style.Quoted ? true : null,
        ApplyNumberFormat = style.Format is not null,
        ApplyFont = true,
        ApplyBorder = style.Border,
        ApplyAlignment = true,
        ApplyFill = style.IsInput ? true : null,
        ApplyProtection = style.IsInput ? true : null,
        Alignment = new X.Alignment
        {
            Horizontal = style.Alignment switch
            {
                ColumnAlignment.Center => X.HorizontalAlignmentValues.Center,
                ColumnAlignment.Right => X.HorizontalAlignmentValues.Right,
                _ => X.HorizontalAlignmentValues.Left,
            },
            Vertical = style.Middle ? X.VerticalAlignmentValues.Center : X.VerticalAlignmentValues.Top,
            WrapText = style.Border,
            Indent = style.Indent > 0 ? (uint)style.Indent : null,
        },
        Protection = style.IsInput ? new X.Protection { Locked = false } : null,
    };

    private uint FormatId(string? format)
    {
        if (format is null)
        {
            return 0;
        }
        var index = _formats.IndexOf(format);
        if (index < 0)
        {
            index = _formats.Count;
            _formats.Add(format);
        }
        return FirstOwnFormat + (uint)index;
    }

    private static X.Font Font(bool bold)
    {
        var font = new X.Font(new X.FontSize { Val = 12 }, new X.FontName { Val = "Times New Roman" }, new X.FontFamilyNumbering { Val = 1 });
        if (bold)
        {
            font.PrependChild(new X.Bold());
        }
        return font;
    }

    private static X.Fill InputFill() => new(new X.PatternFill(new X.ForegroundColor { Rgb = "FFFFF7D6" }) { PatternType = X.PatternValues.Solid });

    private static X.Fill Fill(X.PatternValues pattern) => new(new X.PatternFill { PatternType = pattern });

    private static X.Border Border(X.BorderStyleValues? style) => new(
        new X.LeftBorder { Style = style }, new X.RightBorder { Style = style },
        new X.TopBorder { Style = style }, new X.BottomBorder { Style = style }, new X.DiagonalBorder());
}
