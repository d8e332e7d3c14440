using System.Globalization;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>Writes one sheet to be filled in, in the order that the format asks for.</summary>
internal sealed class XlsxFormWriter(OpenXmlWriter writer, FormSheet sheet, XlsxStyles styles)
{
    private const int MostChecked = 200; // cells named in one list of a check
    private readonly Dictionary<FormCheck, List<string>> _checks = [];

    public void Write()
    {
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new X.SheetViews(View()));
        writer.WriteElement(new X.Columns(sheet.Widths.Select((width, index) => new X.Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })));
        writer.WriteStartElement(new X.SheetData());
        for (var row = 0; row < sheet.Rows.Count; row++)
        {
            writer.WriteStartElement(new X.Row { RowIndex = (uint)row + 1 });
            for (var column = 0; column < sheet.Rows[row].Count; column++)
            {
                Cell(sheet.Rows[row][column], CellAddress.Of(column, row + 1));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteElement(new X.SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        if (sheet.Merged.Count > 0)
        {
            writer.WriteElement(new X.MergeCells(sheet.Merged.Select(range => new X.MergeCell { Reference = range })));
        }

        Checks();
        writer.WriteElement(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    private X.SheetView View()
    {
        var view = new X.SheetView { WorkbookViewId = 0 };
        if (sheet.FrozenRows + sheet.FrozenColumns > 0)
        {
            view.AppendChild(new X.Pane
            {
                VerticalSplit = sheet.FrozenRows > 0 ? sheet.FrozenRows : null,
                HorizontalSplit = sheet.FrozenColumns > 0 ? sheet.FrozenColumns : null,
                TopLeftCell = CellAddress.Of(sheet.FrozenColumns, sheet.FrozenRows + 1),
                ActivePane = sheet.FrozenColumns == 0 ? X.PaneValues.BottomLeft : sheet.FrozenRows == 0 ? X.PaneValues.TopRight : X.PaneValues.BottomRight,
                State = X.PaneStateValues.Frozen,
            });
        }

        return view;
    }

    private void Cell(FormCell cell, string at)
    {
        if (cell.Check is { } check)
        {
            (_checks.TryGetValue(check, out var cells) ? cells : _checks[check] = []).Add(at);
        }

        var written = new X.Cell { CellReference = at, StyleIndex = styles.Index(StyleOf(cell)) };
        if (cell.Formula is { } formula)
        {
            written.AppendChild(new X.CellFormula(formula));
            written.AppendChild(new X.CellValue(cell.Number?.ToString(CultureInfo.InvariantCulture) ?? cell.Text ?? ""));
            written.DataType = cell.Number is null ? X.CellValues.String : null;
        }
        else if (cell.Number is { } number)
        {
            written.AppendChild(new X.CellValue(number.ToString(CultureInfo.InvariantCulture)));
        }
        else if (!string.IsNullOrEmpty(cell.Text))
        {
            written.AppendChild(new X.InlineString(new X.Text(XlsxText.Cell(cell.Text)) { Space = SpaceProcessingModeValues.Preserve }));
            written.DataType = X.CellValues.InlineString;
        }

        writer.WriteElement(written);
    }

    private static XlsxStyle StyleOf(FormCell cell) => new(cell.Format, cell.Alignment)
    {
        Bold = cell.Bold,
        Border = cell.Border,
        Indent = cell.Indent,
        IsInput = cell.IsInput,
        Quoted = cell.Formula is null && XlsxText.LooksLikeFormula(cell.Text ?? ""),
    };

    private void Checks()
    {
        var checks = _checks.SelectMany(check => check.Value.Chunk(MostChecked).Select(cells => Checked(check.Key, cells))).ToList();
        if (checks.Count > 0)
        {
            writer.WriteElement(new X.DataValidations(checks) { Count = (uint)checks.Count });
        }
    }

    private static X.DataValidation Checked(FormCheck check, string[] cells)
    {
        var validation = new X.DataValidation
        {
            SequenceOfReferences = new(cells.Select(cell => new StringValue(cell))),
            Type = check.Choices is not null ? X.DataValidationValues.List : check.IsWhole ? X.DataValidationValues.Whole : X.DataValidationValues.Decimal,
            Operator = check.Choices is not null ? null : X.DataValidationOperatorValues.Between,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "Chưa nhập được",
            Error = check.Said.Length <= 255 ? check.Said : check.Said[..254] + "…",
        };
        validation.AppendChild(new X.Formula1(check.Choices ?? Plain(check.Min ?? -999_999_999_999m)));
        if (check.Choices is null)
        {
            validation.AppendChild(new X.Formula2(Plain(check.Max ?? 999_999_999_999m)));
        }

        return validation;
    }

    private static string Plain(decimal figure) => figure.ToString(CultureInfo.InvariantCulture);
}
