using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>A sheet of a workbook: title rows, heads, rows; the rows are read once, while they are written.</summary>
public sealed record XlsxSheet(string Name, IReadOnlyList<Column> Columns, IEnumerable<Row> Rows)
{
    public IReadOnlyList<string> Titles { get; init; } = [];

    public IReadOnlyList<HeaderGroup> Groups { get; init; } = [];

    /// <summary>The sheet that holds a document's table.</summary>
    public static XlsxSheet Of(string name, Table table, params IReadOnlyList<string> titles)
        => new(name, table.Columns, table.Rows) { Groups = table.Groups, Titles = table.Caption is { } caption ? [.. titles, caption] : titles };
}

/// <summary>Writes tables as an XLSX workbook (bảng tính): frozen heads, number formats, text that stays text.</summary>
/// <remarks>Figures are rounded half away from zero to the decimals of their column, so the sheet holds the digits that it shows.</remarks>
public static class XlsxTable
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task Write(Stream target, IReadOnlyList<XlsxSheet> sheets, CancellationToken cancellation = default)
    {
        using var workbook = new MemoryStream();
        Build(workbook, sheets);
        workbook.Position = 0;
        await workbook.CopyToAsync(target, cancellation);
    }

    private static void Build(Stream workbook, IReadOnlyList<XlsxSheet> sheets)
    {
        using var file = SpreadsheetDocument.Create(workbook, SpreadsheetDocumentType.Workbook);
        var book = file.AddWorkbookPart();
        book.Workbook = new X.Workbook(new X.BookViews(new X.WorkbookView()), new X.Sheets(), new X.DefinedNames());
        var styles = new XlsxStyles();
        var names = XlsxText.SheetNames(sheets.Select(sheet => sheet.Name));
        for (var index = 0; index < sheets.Count; index++)
        {
            AddSheet(book, sheets[index], names[index], (uint)index, styles);
        }
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = styles.Build();
    }

    private static void AddSheet(WorkbookPart book, XlsxSheet sheet, string name, uint index, XlsxStyles styles)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            new XlsxSheetWriter(writer, sheet, styles).Write();
        }
        book.Workbook.Sheets!.AppendChild(new X.Sheet { Id = book.GetIdOfPart(part), SheetId = index + 1, Name = name });
        var head = XlsxSheetWriter.HeadRows(sheet);
        book.Workbook.DefinedNames!.AppendChild(new X.DefinedName($"'{name.Replace("'", "''")}'!${head.First}:${head.Last}")
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = index,
        });
    }
}
