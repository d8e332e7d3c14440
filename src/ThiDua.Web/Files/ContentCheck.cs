using System.Text;
using ThiDua.Domain;

namespace ThiDua.Web.Files;

/// <summary>What may be uploaded, told by content and never by name: PDF, DOCX, XLSX, JPEG, PNG.</summary>
public static class ContentCheck
{
    public const string Pdf = "application/pdf";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly Dictionary<string, string[]> Extensions = new()
    {
        [Pdf] = [".pdf"],
        [Jpeg] = [".jpg", ".jpeg"],
        [Png] = [".png"],
        [Docx] = [".docx"],
        [Xlsx] = [".xlsx"],
    };

    /// <summary>Whether a browser shows it by itself: PDF and pictures.</summary>
    public static bool ShowsInPlace(string mediaType) => mediaType is Pdf or Jpeg or Png;

    /// <summary>The usual ending of a name, with its dot.</summary>
    public static string ExtensionOf(string mediaType) => Extensions[mediaType][0];

    /// <exception cref="RuleViolation">The content may not be uploaded; the sentence says why.</exception>
    public static string MediaType(string path, string name)
    {
        using var file = File.OpenRead(path);
        var head = new byte[Math.Min(1024, file.Length)];
        file.ReadExactly(head);
        var mediaType = head switch
        {
            _ when head.AsSpan().StartsWith("%PDF-"u8) => Pdf,
            _ when head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => Jpeg,
            _ when head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => Png,
            _ when head.AsSpan().StartsWith("PK\x03\x04"u8) => OfficeFile.MediaType(file, name),
            _ => throw new RuleViolation($"Tệp “{name}” không phải là PDF, DOCX, XLSX, JPEG hoặc PNG."),
        };
        RuleViolation.Require(Extensions[mediaType].Contains(Path.GetExtension(name).ToLowerInvariant()), $"Tệp “{name}” có phần mở rộng không đúng với nội dung (nội dung là {Extensions[mediaType][0][1..].ToUpperInvariant()}).");
        RequireWhole(file, mediaType, name);
        RuleViolation.Require(!LooksLikeMarkup(head), $"Tệp “{name}” chứa mã HTML hoặc kịch bản, không nhận được.");
        return mediaType;
    }

    // A file that goes on after its end hides another one.
    private static void RequireWhole(FileStream file, string mediaType, string name)
    {
        var tail = new byte[Math.Min(1024, file.Length)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var isWhole = mediaType switch
        {
            Pdf => EndsAfter(tail, "%%EOF"u8),
            Jpeg => tail.AsSpan().TrimEnd((byte)0).EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]),
            Png => tail.AsSpan().EndsWith((ReadOnlySpan<byte>)[0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]),
            _ => true,
        };
        RuleViolation.Require(isWhole, $"Tệp “{name}” bị hỏng hoặc có dữ liệu lạ ở cuối tệp. Hãy xuất lại tệp rồi gửi.");
    }

    private static bool EndsAfter(byte[] tail, ReadOnlySpan<byte> mark)
    {
        var at = tail.AsSpan().LastIndexOf(mark);
        return at >= 0 && tail.AsSpan(at + mark.Length).IndexOfAnyExcept(" \r\n\t\0"u8) < 0;
    }

    private static bool LooksLikeMarkup(byte[] head)
    {
        var text = Encoding.Latin1.GetString(head).ToLowerInvariant();
        return text.Contains("<script") || text.Contains("<html") || text.Contains("<svg") || text.Contains("<!doctype html");
    }
}
