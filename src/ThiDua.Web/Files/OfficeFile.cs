using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ThiDua.Domain;
using ThiDua.Domain.Documents;

namespace ThiDua.Web.Files;

/// <summary>DOCX and XLSX: real packages without macros or embedded objects, no zip bombs, no mark of secrecy.</summary>
internal static partial class OfficeFile
{
    private const int MostEntries = 5000;
    private const long MostBytes = 500L * 1024 * 1024;
    private const long MostTextBytes = 20L * 1024 * 1024;

    public static string MediaType(FileStream file, string name)
    {
        file.Position = 0;
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            RequireSaneSize(zip, name);
            var entries = zip.Entries.Select(entry => entry.FullName).ToList();
            var mediaType = entries.Contains("word/document.xml") ? ContentCheck.Docx
                : entries.Contains("xl/workbook.xml") ? ContentCheck.Xlsx
                : throw new RuleViolation($"Tệp “{name}” không phải là PDF, DOCX, XLSX, JPEG hoặc PNG.");
            RuleViolation.Require(!entries.Exists(IsActive) && !TextOf(zip, "[Content_Types].xml").Contains("macroEnabled", StringComparison.OrdinalIgnoreCase), $"Tệp “{name}” chứa macro hoặc đối tượng nhúng, không nhận được. Hãy lưu lại thành tệp không có macro.");
            RuleViolation.Require(!BearsSecrecyMark(zip, mediaType), $"Tệp “{name}” có dấu chỉ độ mật. Tài liệu mật không được đưa lên cổng; hãy ghi “minh chứng mật, xem tại đơn vị” ở dòng tiêu chí.");
            return mediaType;
        }
        catch (InvalidDataException)
        {
            throw new RuleViolation($"Tệp “{name}” bị hỏng, không mở được.");
        }
    }

    private static bool IsActive(string entry) =>
        entry.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || entry.Contains("/activeX/", StringComparison.OrdinalIgnoreCase);

    // Sizes that a package declares may lie: they are counted while reading.
    private static void RequireSaneSize(ZipArchive zip, string name)
    {
        RuleViolation.Require(zip.Entries.Count <= MostEntries, $"Tệp “{name}” có quá nhiều thành phần bên trong.");
        long size = 0;
        var buffer = new byte[81920];
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                size += read;
                RuleViolation.Require(size <= MostBytes, $"Tệp “{name}” giải nén ra quá lớn, không nhận được.");
            }
        }
    }

    private static bool BearsSecrecyMark(ZipArchive zip, string mediaType)
    {
        var text = TextOf(zip, mediaType == ContentCheck.Docx ? "word/document.xml" : "xl/sharedStrings.xml");
        var blocks = text.Split(mediaType == ContentCheck.Docx ? "</w:p>" : "</si>");
        return blocks.Select(block => System.Net.WebUtility.HtmlDecode(Tags().Replace(block, "")).Trim().Normalize(NormalizationForm.FormC)).Any(SecrecyMark.IsOne);
    }

    private static string TextOf(ZipArchive zip, string entry)
    {
        if (zip.GetEntry(entry) is not { } found || found.Length > MostTextBytes)
        {
            return "";
        }

        using var reader = new StreamReader(found.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tags();
}
