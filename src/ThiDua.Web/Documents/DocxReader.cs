using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.FromPaper;

namespace ThiDua.Web.Documents;

/// <summary>
/// Reads the paragraphs of a DOCX that somebody uploads (đọc văn bản Word): headings with their level, numbers that Word counts itself written out, items with their dash, tables as Markdown; never more than the limits allow.
/// What cannot be read, holds macros or bears a mark of secrecy is refused by a <see cref="RuleViolation"/>.
/// </summary>
public static class DocxReader
{
    private const long MostFileBytes = 50L * 1024 * 1024;
    private const long MostUnpackedBytes = 200L * 1024 * 1024;
    private const long MostTextBytes = 30L * 1024 * 1024;
    private const string Damaged = "Tệp văn bản bị hỏng, không đọc được. Hãy mở bằng Word, lưu lại dạng .docx rồi tải lên.";
    private const string WrongKind = "Tệp không phải văn bản .docx. Nếu là .doc cũ hoặc có mật khẩu, hãy mở bằng Word, lưu lại dạng .docx không mật khẩu rồi tải lên.";
    private const string Macros = "Tệp chứa macro, không nhận được. Hãy lưu lại dạng “Word Document (.docx)” không có macro rồi tải lên.";
    private const string TooMuch = "Nội dung tệp quá lớn sau khi giải nén. Hãy bớt hình ảnh, chia nhỏ văn bản rồi tải lại.";

    public static IReadOnlyList<SourceParagraph> Read(Stream file)
    {
        using var copy = PackageGuard.Copy(file, MostFileBytes, $"Tệp lớn hơn {MostFileBytes / 1024 / 1024} MB. Hãy bớt hình ảnh rồi tải lại.", WrongKind);
        try
        {
            PackageGuard.RefuseTraps(copy, MostUnpackedBytes, TooMuch, Damaged);
            RefuseMacros(copy);
            return Paragraphs(copy);
        }
        catch (Exception broken) when (broken is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new RuleViolation(Damaged);
        }
    }

    private static void RefuseMacros(MemoryStream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        RuleViolation.Require(names.Contains("[Content_Types].xml"), WrongKind);
        RuleViolation.Require(!names.Exists(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)), Macros);
        file.Position = 0;
    }

    private static List<SourceParagraph> Paragraphs(MemoryStream file)
    {
        // Word keeps whatever address a link was given; one that is no address must not make the text unreadable.
        var settings = new OpenSettings { AutoSave = false, RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "http://unknown.invalid/") };
        using var package = OpenedAsDocument(file, settings);
        RuleViolation.Require(package.DocumentType is not (WordprocessingDocumentType.MacroEnabledDocument or WordprocessingDocumentType.MacroEnabledTemplate), Macros);
        var main = package.MainDocumentPart ?? throw new RuleViolation(WrongKind);
        var styles = DocxStyleLevels.Of(Reader(main.StyleDefinitionsPart));
        var numbers = DocxNumbering.Of(Reader(main.NumberingDefinitionsPart));
        using var text = Reader(main)!;
        var paragraphs = new DocxText(styles, numbers).Read(text);
        RuleViolation.Require(!paragraphs.Exists(paragraph => SecrecyMark.IsOne(paragraph.Text.Trim())), "Văn bản có dấu chỉ độ mật. Tài liệu mật không được đưa lên cổng.");
        return paragraphs;
    }

    // A workbook or a presentation is a package too.
    private static WordprocessingDocument OpenedAsDocument(MemoryStream file, OpenSettings settings)
    {
        using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
        {
            RuleViolation.Require(!zip.Entries.Any(entry => entry.FullName is "xl/workbook.xml" or "ppt/presentation.xml"), WrongKind);
        }

        file.Position = 0;
        return WordprocessingDocument.Open(file, isEditable: true, settings);
    }

    // Part by part as a stream, so that no depth of elements is a danger.
    private static XmlReader? Reader(OpenXmlPart? part) => part is null ? null : XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostTextBytes,
        CloseInput = true,
    });
}
