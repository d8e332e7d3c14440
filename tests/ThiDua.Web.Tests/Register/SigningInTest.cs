using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Tests.Register;

/// <summary>Signs PDFs as people's tokens do: an incremental update with a signature field on the first page, a CMS over all but its own place.</summary>
public static class SigningInTest
{
    private const int Room = 16_000; // hexadecimal digits for the CMS

    public static readonly DateTimeOffset Issued = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A person's certificate under an authority made for the test.</summary>
    public static X509Certificate2 Certificate(string name, DateTimeOffset? until = null)
    {
        using var rootKey = RSA.Create(2048);
        var root = new CertificateRequest("CN=Gốc thử nghiệm", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var authority = root.CreateSelfSigned(Issued, Issued.AddYears(30));
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}, O=UBND tỉnh Thanh Hóa", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.Create(authority, Issued, until ?? Issued.AddYears(10), RandomNumberGenerator.GetBytes(8));
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>The file with one more signature; <paramref name="half"/> leaves out the end of the file from what is signed.</summary>
    public static byte[] Sign(byte[] pdf, X509Certificate2 by, DateTime at, bool half = false, byte[]? cmsOfOther = null)
    {
        var prepared = Prepare(pdf, out var gapStart, out var gapEnd);
        var end = half ? prepared.Length - 40 : prepared.Length;
        var range = string.Create(CultureInfo.InvariantCulture, $"[0 {gapStart} {gapEnd} {end - gapEnd}]").PadRight(60);
        var place = Encoding.Latin1.GetString(prepared).LastIndexOf("/ByteRange ", StringComparison.Ordinal) + "/ByteRange ".Length;
        Encoding.ASCII.GetBytes(range).CopyTo(prepared, place);
        byte[] signed = [.. prepared.AsSpan(0, gapStart), .. prepared.AsSpan(gapEnd, end - gapEnd)];
        var hex = Convert.ToHexString(cmsOfOther ?? Cms(signed, by, at));
        Encoding.ASCII.GetBytes(hex).CopyTo(prepared, gapStart + 1);
        return prepared;
    }

    /// <summary>The CMS of the last signature of a file.</summary>
    public static byte[] LastCms(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var start = text.LastIndexOf("/Contents <", StringComparison.Ordinal) + "/Contents <".Length;
        return Convert.FromHexString(text[start..text.IndexOf('>', start)]);
    }

    private static byte[] Cms(byte[] signed, X509Certificate2 by, DateTime at)
    {
        var cms = new SignedCms(new ContentInfo(signed), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, by) { DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(at));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private static byte[] Prepare(byte[] pdf, out int gapStart, out int gapEnd)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        int Number(string key) => int.Parse(First(trailer, key + @"\s+(?<found>\d+)"), CultureInfo.InvariantCulture);
        var (size, root, before) = (Number("/Size"), Number("/Root"), Number("startxref"));
        var catalog = Last(text, root);
        var page = int.Parse(First(text, FirstPage), CultureInfo.InvariantCulture);
        var (value, field) = (size, size + 1);
        var fields = First(catalog, @"/Fields \[(?<found>.*?)\]");
        var form = $"/AcroForm <</Fields [{fields} {field} 0 R] /SigFlags 3>>";
        var newCatalog = catalog.Contains("/AcroForm", StringComparison.Ordinal) ? catalog.Replace(First(catalog, "(?<found>/AcroForm <<.*?>>)"), form, StringComparison.Ordinal) : catalog[..^2] + form + ">>";
        var oldPage = Last(text, page);
        var newPage = oldPage.Contains("/Annots [", StringComparison.Ordinal) ? oldPage.Replace("/Annots [", $"/Annots [{field} 0 R ", StringComparison.Ordinal) : oldPage[..^2] + $"/Annots [{field} 0 R]>>";
        (int Number, string Body)[] objects =
        [
            (root, newCatalog), (page, newPage),
            (value, $"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange {new string(' ', 60)} /Contents <{new string('0', Room)}>>>"),
            (field, $"<</Type /Annot /Subtype /Widget /FT /Sig /T (Chu ky {field}) /V {value} 0 R /F 132 /Rect [0 0 0 0] /P {page} 0 R>>"),
        ];
        var (update, offsets) = (new StringBuilder("\n"), new List<(int Number, int At)>());
        foreach (var (number, body) in objects)
        {
            offsets.Add((number, pdf.Length + update.Length));
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = pdf.Length + update.Length;
        update.Append("xref\n");
        offsets.ForEach(row => update.Append(CultureInfo.InvariantCulture, $"{row.Number} 1\n{row.At:0000000000} 00000 n \n"));
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size + 2} /Root {root} 0 R /Info {Number("/Info")} 0 R /Prev {before}>>\nstartxref\n{table}\n%%EOF\n");
        byte[] made = [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
        gapStart = Encoding.Latin1.GetString(made).LastIndexOf("/Contents <", StringComparison.Ordinal) + "/Contents ".Length;
        gapEnd = gapStart + Room + 2;
        return made;
    }

    private const string FirstPage = @"\n(?<found>\d+) 0 obj\s*<<(?:(?!endobj).)*?/Type /Page\b";

    private static string First(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["found"].Value;

    /// <summary>An object as its last revision has it, its dictionary alone.</summary>
    private static string Last(string text, int number)
    {
        var start = text.LastIndexOf($"\n{number} 0 obj", StringComparison.Ordinal) + $"\n{number} 0 obj".Length;
        return text[start..text.IndexOf("endobj", start, StringComparison.Ordinal)].Trim();
    }

    /// <summary>The file with its first page changed to another in an update of its own, as an editor would.</summary>
    public static byte[] Overwrite(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        string Of(string key) => First(trailer, key + @"\s+(?<found>\d+)");
        var page = First(text, FirstPage);
        var body = Last(text, int.Parse(page, CultureInfo.InvariantCulture));
        var changed = body[..^2] + "/Rotate 90>>";
        var start = pdf.Length + 1;
        var update = $"\n{page} 0 obj\n{changed}\nendobj\n";
        var end = $"xref\n{page} 1\n{start:0000000000} 00000 n \ntrailer\n<</Size {Of("/Size")} /Root {Of("/Root")} 0 R /Info {Of("/Info")} 0 R /Prev {Of("startxref")}>>\nstartxref\n{pdf.Length + update.Length}\n%%EOF\n";
        return [.. pdf, .. Encoding.Latin1.GetBytes(update + end)];
    }
}
