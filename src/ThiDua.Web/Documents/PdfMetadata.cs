using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Web.Documents;

/// <summary>Gives a PDF its title, author and creator by an incremental update: a new Info object, a one-entry xref, a trailer that names the one before (ISO 32000-1, 7.5.6).</summary>
internal static partial class PdfMetadata
{
    /// <exception cref="FormatException">The file does not end like one that Chromium wrote.</exception>
    public static byte[] Append(byte[] pdf, string title, string author)
    {
        // Latin-1 keeps one character a byte, so places in the text are places in the file.
        var tail = Encoding.Latin1.GetString(pdf.AsSpan(Math.Max(0, pdf.Length - 4096)));
        var end = End().Matches(tail).LastOrDefault() ?? throw new FormatException("No trailer at the end of the PDF.");
        var trailer = end.Groups["trailer"].Value;
        var info = Number(Info(), trailer);
        var update = new StringBuilder();
        var start = pdf.Length + 1;
        update.Append(CultureInfo.InvariantCulture, $"\n{info} 0 obj\n<</Title {Text(title)}\n/Author {Text(author)}\n/Creator (ThiDua)\n/Producer (ThiDua)");
        update.Append(Dates(pdf, info)).Append(">>\nendobj\n");
        var xref = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{info} 1\n{start:0000000000} 00000 n \ntrailer\n<<{trailer}\n/Prev {end.Groups["start"].Value}>>\nstartxref\n{xref}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    // The moment of printing stays as Chromium wrote it.
    private static string Dates(byte[] pdf, int info)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var at = text.IndexOf(string.Create(CultureInfo.InvariantCulture, $"{info} 0 obj"), StringComparison.Ordinal);
        return string.Concat(Date().Matches(text[at..Math.Min(text.Length, at + 2048)]).Take(2).Select(match => $"\n{match.Value}"));
    }

    private static string Text(string value)
        => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Wording.Clean(value)))}>";

    private static int Number(Regex entry, string trailer)
        => int.Parse(entry.Match(trailer).Groups["number"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"trailer\s*<<(?<trailer>.*?)>>\s*startxref\s+(?<start>\d+)\s+%%EOF", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex End();

    [GeneratedRegex(@"/Info\s+(?<number>\d+)\s+0\s+R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Info();

    [GeneratedRegex(@"/(?:CreationDate|ModDate) \(D:[^)]*\)", RegexOptions.None, 1000)]
    private static partial Regex Date();
}
