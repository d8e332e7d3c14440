using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>A cell of a workbook to be filled in (ô của biểu mẫu): locked, computed by the spreadsheet, or open for input.</summary>
public sealed record FormCell
{
    public string? Text { get; init; }

    public decimal? Number { get; init; }

    /// <summary>What the spreadsheet computes, without "="; text or number is the result as it stands.</summary>
    public string? Formula { get; init; }

    /// <summary>Whether people may write here; every other cell is locked.</summary>
    public bool IsInput { get; init; }

    public FormCheck? Check { get; init; }

    public string? Format { get; init; }

    public ColumnAlignment Alignment { get; init; }

    public bool Bold { get; init; }

    public int Indent { get; init; }

    /// <summary>Titles have none, and run on to the right.</summary>
    public bool Border { get; init; } = true;

    public static FormCell Title(string text, bool bold = false) => new() { Text = text, Bold = bold, Border = false };

    public static FormCell Head(string text) => new() { Text = text, Bold = true, Alignment = ColumnAlignment.Center };

    public static implicit operator FormCell(string? text) => new() { Text = text };
}

/// <summary>What the spreadsheet takes in a cell, and what it says where something else is typed.</summary>
public sealed record FormCheck(string Said)
{
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public bool IsWhole { get; init; }

    /// <summary>The cells whose texts may be chosen, "'Danh mục'!$A$2:$A$5".</summary>
    public string? Choices { get; init; }
}

/// <summary>A sheet of such a workbook, row by row from the first.</summary>
public sealed record FormSheet(string Name, IReadOnlyList<double> Widths, IReadOnlyList<IReadOnlyList<FormCell>> Rows)
{
    public int FrozenRows { get; init; }

    public int FrozenColumns { get; init; }

    /// <summary>Ranges shown as one cell, "D5:F5".</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>For the program that reads it again; the spreadsheet does not offer to show it.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>Writes a workbook to be filled in offline (bảng tính nhập liệu): protected but for its inputs, computed by the spreadsheet's own formulas.</summary>
public static class XlsxForm
{
    public static byte[] Write(IReadOnlyList<FormSheet> sheets)
    {
        using var workbook = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(workbook, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.Workbook = new X.Workbook(new X.WorkbookProtection { LockStructure = true }, new X.BookViews(new X.WorkbookView()), new X.Sheets(), new X.CalculationProperties { FullCalculationOnLoad = true });
            var styles = new XlsxStyles();
            foreach (var (sheet, index) in sheets.Select((sheet, index) => (sheet, index)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                using (var writer = OpenXmlWriter.Create(part))
                {
                    new XlsxFormWriter(writer, sheet, styles).Write();
                }

                book.Workbook.Sheets!.AppendChild(new X.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)index + 1, Name = sheet.Name, State = sheet.IsHidden ? X.SheetStateValues.VeryHidden : null });
            }

            book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Build();
        }

        return workbook.ToArray();
    }

    /// <summary>A text within a formula.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
