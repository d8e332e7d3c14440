using System.Text.Encodings.Web;
using System.Text.Json;
using ThiDua.Domain.Documents;

namespace ThiDua.Web.Documents.Signatures;

/// <summary>What the check of a signed copy found, as it is kept and shown.</summary>
public sealed record SignedCopyFindings
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public SignedCopyGrade Grade { get; init; }

    public IReadOnlyList<CheckedSignature> Signatures { get; init; } = [];

    /// <summary>What is wrong with the file beside its signatures, in words.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What is worth knowing, and no fault.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public IReadOnlyList<TextDifference> Differences { get; init; } = [];

    public SignedCopyFound ToFound() => new(Grade, Signatures.Count, Problems.Count > 0 || Signatures.Any(signature => !signature.Holds), JsonSerializer.Serialize(this, Json));

    public static SignedCopyFindings Read(string json) => JsonSerializer.Deserialize<SignedCopyFindings>(json, Json)!;
}

/// <summary>The issued document that a copy is held against; its text is null where this server reads none.</summary>
public sealed record IssuedOriginal(byte[]? Pdf, string? Text, string Symbol);

/// <summary>Tells what an uploaded file is, against the issued document.</summary>
public static class SignedCopyCheck
{
    private const int FewLetters = 20;

    /// <param name="original">The issued document.</param>
    /// <param name="copy">The uploaded bytes.</param>
    /// <param name="isPdf">Whether they are a PDF; else a picture.</param>
    /// <param name="text">The text of the copy; null where this server reads none.</param>
    public static SignedCopyFindings Of(IssuedOriginal original, byte[] copy, bool isPdf, string? text)
    {
        if (!isPdf)
        {
            return new() { Grade = SignedCopyGrade.Scan };
        }

        var signatures = PdfSignatures.Find(copy);
        var isIssued = original.Pdf is { } issued && copy.AsSpan().StartsWith(issued);
        var findings = new SignedCopyFindings
        {
            Signatures = [.. signatures.Select(signature => CmsCheck.Of(signature, PdfSignatures.BytesUnder(copy, signature)))],
            Problems = [.. Reach(copy, signatures), .. Growth(copy, signatures, isIssued ? original.Pdf!.Length : null), .. Change(original.Pdf, copy)],
        };
        return isIssued && findings.Problems.Count == 0 ? findings with { Grade = SignedCopyGrade.SameFile, Notes = signatures.Count == 0 ? ["Tệp chính là bản đã ban hành, chưa có chữ ký số nào."] : [] } : ByText(original, text, findings);
    }

    private static SignedCopyFindings ByText(IssuedOriginal original, string? text, SignedCopyFindings findings)
    {
        if (text is null || original.Text is null)
        {
            return findings with { Grade = SignedCopyGrade.Unread };
        }

        if (text.Count(char.IsLetter) < FewLetters)
        {
            return findings with { Grade = SignedCopyGrade.Scan };
        }

        var differences = TextDifference.Between(original.Text, text, original.Symbol);
        return findings with { Grade = differences.Count == 0 ? SignedCopyGrade.SameText : SignedCopyGrade.OtherText, Differences = differences };
    }

    // The last signature is over the whole file.
    private static IEnumerable<string> Reach(byte[] copy, IReadOnlyList<PdfSignature> signatures)
    {
        if (signatures.Count > 0 && signatures[^1].Problem is null && signatures[^1].End < copy.Length)
        {
            yield return $"Chữ ký cuối cùng không phủ hết tệp: sau phần đã ký còn {copy.Length - signatures[^1].End:#,##0} byte không được ký.";
        }
    }

    // From the issued file to the first signature, and from each to the next, nothing but signatures is added.
    private static IEnumerable<string> Growth(byte[] copy, IReadOnlyList<PdfSignature> signatures, int? issuedLength)
    {
        var growth = new OnlySignatures(copy);
        int[] ends = [.. issuedLength is { } length ? [length] : Array.Empty<int>(), .. signatures.Where(signature => signature.Problem is null).Select(signature => signature.End), copy.Length];
        int[] steps = [.. ends.Where(end => end >= (issuedLength ?? 0)).Distinct().Order()];
        return from pair in steps.Zip(steps.Skip(1))
               from change in growth.Changes(pair.First, pair.Second)
               select $"{(issuedLength == pair.First ? "Sau khi ban hành" : "Sau chữ ký trước")}, ngoài chữ ký còn có thay đổi: {change}.";
    }

    // A file of the issued one's making that was changed within.
    private static IEnumerable<string> Change(byte[]? issued, byte[] copy)
    {
        if (issued is null || copy.Length < issued.Length)
        {
            yield break;
        }

        var (same, different) = (copy.AsSpan().CommonPrefixLength(issued), 0);
        for (var at = same; at < issued.Length && different <= issued.Length / 100; at++)
        {
            different += issued[at] == copy[at] ? 0 : 1;
        }

        if (same < issued.Length && different <= issued.Length / 100)
        {
            yield return $"Tệp đã ban hành bị sửa bên trong: {different:#,##0} byte khác, kể từ byte thứ {same + 1:#,##0}.";
        }
    }
}
