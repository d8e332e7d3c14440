using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>A digital signature as it lies in a PDF: the CMS, the two stretches of the file that it is over, and how far it reaches.</summary>
public sealed record PdfSignature(byte[] Cms, int GapStart, int GapEnd, int End, string SubFilter, string? Problem);

/// <summary>Finds the signatures of a PDF by their /ByteRange (ISO 32000-1, 12.8.1): each is over all bytes from the first to the end of its revision but its own /Contents.</summary>
public static partial class PdfSignatures
{
    private const int MostSignatures = 50;
    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF \r\n\t"u8);

    /// <summary>In the order in which they were made.</summary>
    public static IReadOnlyList<PdfSignature> Find(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return [.. ByteRange().Matches(text).Take(MostSignatures).Select(match => Read(pdf, text, match)).OrderBy(signature => signature.End)];
    }

    /// <summary>The bytes that the signature is over.</summary>
    public static byte[] BytesUnder(byte[] pdf, PdfSignature signature) => [.. pdf.AsSpan(0, signature.GapStart), .. pdf.AsSpan(signature.GapEnd, signature.End - signature.GapEnd)];

    private static PdfSignature Read(byte[] pdf, string text, Match match)
    {
        var range = match.Groups["part"].Captures.Select(part => long.TryParse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (range[0] != 0 || range.Any(part => part < 0) || range[1] < 1 || range[2] <= range[1] + 2 || range[2] + range[3] > pdf.Length)
        {
            return new([], 0, 0, 0, "", "khai phạm vi ký (ByteRange) không hợp lệ");
        }

        var (start, end) = ((int)range[1], (int)range[2]);
        var isHex = pdf[start] == '<' && pdf[end - 1] == '>' && pdf.AsSpan(start + 1, end - start - 2).IndexOfAnyExcept(HexDigits) < 0;
        var head = Math.Max(0, text.LastIndexOf("obj", match.Index, StringComparison.Ordinal));
        var foot = text.IndexOf("endobj", Math.Max(end, match.Index), StringComparison.Ordinal);
        var subFilter = SubFilter().Match(text, head, (foot < 0 ? text.Length : foot) - head);
        return new(isHex ? Der(text[(start + 1)..(end - 1)]) : [], start, end, end + (int)range[3], subFilter.Groups["name"].Value, isHex ? null : "chừa trống nhiều hơn phần dành cho chính chữ ký");
    }

    // Room that was kept for the signature is filled up with zeros.
    private static byte[] Der(string hex)
    {
        var digits = string.Concat(hex.Where(char.IsAsciiHexDigit));
        var bytes = Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
        return System.Formats.Asn1.AsnDecoder.TryReadEncodedValue(bytes, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out _, out var length) ? bytes[..length] : bytes;
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*(?:(?<part>\d+)\s*){4}\]", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex ByteRange();

    [GeneratedRegex(@"/SubFilter\s*/(?<name>[\w.]+)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex SubFilter();
}
