using System.Globalization;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>Writes one sheet row by row, in the order that the format asks for.</summary>
internal sealed class XlsxSheetWriter(OpenXmlWriter writer, XlsxSheet sheet, XlsxStyles styles)
{
    /// <summary>Width of all columns together, in characters: a page in landscape.</summary>
    private const double SheetWidth = 120;
    private static readonly DateOnly s_firstDate = new(1900, 3, 1);
    private readonly List<string> _merged = [];
    private readonly int _tree = TableHtml.TreeColumn(sheet.Columns);
    private uint _row;

    /// <summary>First and last row of the heads, counted from 1; a blank row parts them from the titles.</summary>
    public static (int First, int Last) HeadRows(XlsxSheet sheet)
    {
        var first = sheet.Titles.Count == 0 ? 1 : sheet.Titles.Count + 2;
        return (first, first + (sheet.Groups.Count > 0 ? 1 : 0));
    }

    public void Write()
    {
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        WriteView();
        WriteColumns();
        writer.WriteStartElement(new X.SheetData());
        WriteTitles();
        WriteHeads();
        foreach (var row in sheet.Rows)
        {
            WriteRow(row);
        }
        writer.WriteEndElement();
        if (_merged.Count > 0)
        {
            writer.WriteElement(new X.MergeCells(_merged.Select(range => new X.MergeCell { Reference = range })));
        }
        writer.WriteElement(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private void WriteView()
    {
        var last = HeadRows(sheet).Last;
        var pane = new X.Pane
        {
            VerticalSplit = last,
            TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{last + 1}"),
            ActivePane = X.PaneValues.BottomLeft,
            State = X.PaneStateValues.Frozen,
        };
        writer.WriteElement(new X.SheetViews(new X.SheetView(pane) { WorkbookViewId = 0 }));
    }

    private void WriteColumns()
    {
        var total = sheet.Columns.Sum(column => column.Width);
        writer.WriteElement(new X.Columns(sheet.Columns.Select((column, index) => new X.Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = Math.Max(6, Math.Round(column.Width / total * SheetWidth, 1)),
            CustomWidth = true,
        })));
    }

    private void WriteTitles()
    {
        foreach (var title in sheet.Titles)
        {
            StartRow();
            WriteText(0, title, new(null, ColumnAlignment.Center) { Bold = true, Border = false });
            writer.WriteEndElement();
            Merge(0, sheet.Columns.Count - 1, _row, _row);
        }
        _row += sheet.Titles.Count > 0 ? 1U : 0U;
    }

    private void WriteHeads()
    {
        var heads = sheet.Columns.Select(column => column.Header).ToArray();
        if (sheet.Groups.Count > 0)
        {
            var above = sheet.Groups.SelectMany(group => Enumerable.Repeat(group, group.Span)).Take(heads.Length).ToArray();
            WriteHeadRow([.. above.Select((group, index) => group.Text.Length == 0 ? heads[index] : index == 0 || !ReferenceEquals(above[index - 1], group) ? group.Text : "")]);
            MergeHeads(above);
            heads = [.. heads.Select((head, index) => above[index].Text.Length == 0 ? "" : head)];
        }
        WriteHeadRow(heads);
    }

    private void MergeHeads(HeaderGroup[] above)
    {
        for (var index = 0; index < above.Length; index += above[index].Text.Length == 0 ? 1 : above[index].Span)
        {
            var tall = above[index].Text.Length == 0;
            Merge(index, tall ? index : index + above[index].Span - 1, _row, tall ? _row + 1 : _row);
        }
    }

    private void WriteHeadRow(string[] heads)
    {
        StartRow();
        for (var index = 0; index < heads.Length; index++)
        {
            WriteText(index, heads[index], new(null, ColumnAlignment.Center) { Bold = true, Middle = true });
        }
        writer.WriteEndElement();
    }

    private void WriteRow(Row row)
    {
        StartRow();
        if (row.Spans)
        {
            Merge(0, sheet.Columns.Count - 1, _row, _row);
        }
        for (var index = 0; index < sheet.Columns.Count; index++)
        {
            var value = index < row.Cells.Count ? row.Cells[index] : default;
            var alignment = row.Spans ? ColumnAlignment.Left : sheet.Columns[index].Alignment;
            WriteCell(index, value, sheet.Columns[index].Format, new(null, alignment) { Bold = row.Bold, Indent = index == _tree ? row.Depth : 0 });
        }
        writer.WriteEndElement();
    }

    private void WriteCell(int column, Cell cell, string? format, XlsxStyle style)
    {
        if (cell.Number is { } number)
        {
            var value = DocumentFormats.Rounded(number, format);
            var shown = format ?? (decimal.IsInteger(value) ? "#,##0" : DocumentFormats.General);
            WriteValue(column, value.ToString(CultureInfo.InvariantCulture), style with { Format = shown }, cell.Formula);
        }
        else if (cell.Date is { } date && date >= s_firstDate)
        {
            var serial = date.ToDateTime(TimeOnly.MinValue).ToOADate();
            WriteValue(column, serial.ToString(CultureInfo.InvariantCulture), style with { Format = "dd/mm/yyyy" });
        }
        else
        {
            WriteText(column, cell.Shown(format), style);
        }
    }

    private void WriteText(int column, string text, XlsxStyle style)
    {
        if (text.Length == 0)
        {
            writer.WriteElement(new X.Cell { CellReference = At(column, _row), StyleIndex = styles.Index(style) });
            return;
        }
        var content = new X.InlineString(new X.Text(XlsxText.Cell(text)) { Space = SpaceProcessingModeValues.Preserve });
        writer.WriteElement(new X.Cell(content)
        {
            CellReference = At(column, _row),
            DataType = X.CellValues.InlineString,
            StyleIndex = styles.Index(style with { Quoted = XlsxText.LooksLikeFormula(text) }),
        });
    }

    private void WriteValue(int column, string value, XlsxStyle style, string? formula = null)
    {
        var cell = new X.Cell(new X.CellValue(value)) { CellReference = At(column, _row), StyleIndex = styles.Index(style) };
        if (formula is not null)
        {
            cell.InsertAt(new X.CellFormula(formula), 0);
        }

        writer.WriteElement(cell);
    }

    private void StartRow() => writer.WriteStartElement(new X.Row { RowIndex = ++_row });

    private void Merge(int from, int to, uint first, uint last)
    {
        if (from != to || first != last)
        {
            _merged.Add($"{At(from, first)}:{At(to, last)}");
        }
    }

    /// <summary>The address of a cell: column from 0, row from 1.</summary>
    internal static string At(int column, uint row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
