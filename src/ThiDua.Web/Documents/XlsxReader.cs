using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThiDua.Domain;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace ThiDua.Web.Documents;

/// <summary>Reads an XLSX workbook that somebody uploads (đọc bảng tính): never more than the limits allow, whatever the file claims to be.</summary>
/// <remarks>What cannot be read at all is refused by a <see cref="RuleViolation"/>; what is wrong in one cell is said by its <see cref="ReadCell.Problem"/>.</remarks>
public static class XlsxReader
{
    private const string Damaged = "Tệp bảng tính bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại dạng .xlsx rồi tải lên.";

    public static IReadOnlyList<ReadSheet> Read(Stream file, XlsxLimits? limits = null)
    {
        limits ??= new();
        using var copy = PackageGuard.Copy(file, limits.FileBytes, $"Tệp lớn hơn {limits.FileBytes / 1024 / 1024} MB. Hãy bớt trang tính, hình ảnh không cần rồi tải lại.", "Tệp không phải bảng tính .xlsx. Nếu là .xls cũ hoặc có mật khẩu, hãy mở bằng Excel, lưu lại dạng .xlsx không mật khẩu rồi tải lên.");
        try
        {
            PackageGuard.RefuseTraps(copy, limits.UnpackedBytes, "Nội dung tệp quá lớn sau khi giải nén. Hãy xóa trang tính, hàng và định dạng không dùng rồi tải lại.", Damaged);
            using var workbook = SpreadsheetDocument.Open(copy, isEditable: false);
            RuleViolation.Require(workbook.DocumentType == SpreadsheetDocumentType.Workbook, "Chỉ nhận tệp .xlsx không có macro. Hãy lưu lại dạng “Excel Workbook (.xlsx)” rồi tải lên.");
            return Sheets(workbook.WorkbookPart ?? throw new RuleViolation(Damaged), limits);
        }
        catch (Exception broken) when (broken is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            throw new RuleViolation(Damaged);
        }
    }

    private static List<ReadSheet> Sheets(WorkbookPart book, XlsxLimits limits)
    {
        var (named, from1904) = Outline(book);
        RuleViolation.Require(named.Count <= limits.Sheets, $"Tệp có hơn {limits.Sheets} trang tính.");
        var values = new XlsxValues(XlsxStrings.Of(book.SharedStringTablePart), XlsxDateStyles.Of(book.WorkbookStylesPart), from1904);
        var (sheets, cells) = (new List<ReadSheet>(), limits.Cells);
        foreach (var sheet in named)
        {
            if (book.GetPartById(sheet.Id!.Value!) is WorksheetPart part)
            {
                var rows = new XlsxRows(part, values, limits).Read(ref cells);
                sheets.Add(new(sheet.Name?.Value ?? "", sheet.State?.Value is X.SheetStateValues.Hidden or X.SheetStateValues.VeryHidden, rows));
            }
        }

        return sheets;
    }

    private static (List<X.Sheet> Sheets, bool From1904) Outline(WorkbookPart book)
    {
        var (sheets, from1904) = (new List<X.Sheet>(), false);
        using var reader = OpenXmlReader.Create(book);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(X.Sheet))
            {
                sheets.Add((X.Sheet)reader.LoadCurrentElement()!);
            }
            else if (reader.IsStartElement && reader.ElementType == typeof(X.WorkbookProperties))
            {
                from1904 = ((X.WorkbookProperties)reader.LoadCurrentElement()!).Date1904?.Value == true;
            }
        }

        return (sheets, from1904);
    }
}
