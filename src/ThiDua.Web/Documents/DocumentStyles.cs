using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ThiDua.Web.Documents;

/// <summary>The one stylesheet of official documents: the written rules, a class for each width, a page for each annex.</summary>
internal static class DocumentStyles
{
    private const int Annexes = 60;

    public static string Css { get; } = Build();

    /// <summary>The source that a policy's <c>style-src</c> names.</summary>
    public static string Hash { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";

    public static string AnnexClass(int number)
        => number <= Annexes ? string.Create(CultureInfo.InvariantCulture, $"annex{number}")
            : throw new ArgumentOutOfRangeException(nameof(number), number, "Văn bản có quá nhiều phụ lục.");

    private static string Build()
    {
        using var stream = typeof(DocumentStyles).Assembly.GetManifestResourceStream("official-document.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // Browsers hash the style after they have made line ends single.
        var css = new StringBuilder(reader.ReadToEnd().Replace("\r\n", "\n"));
        foreach (var width in Enumerable.Range(1, 100))
        {
            css.Append(CultureInfo.InvariantCulture, $".w{width}{{width:{width}%}}");
        }
        foreach (var number in Enumerable.Range(1, Annexes))
        {
            AppendAnnex(css.Append('\n'), number);
        }
        return css.ToString();
    }

    // An element cannot reset the page counter: each annex counts on pages of its own name.
    private static void AppendAnnex(StringBuilder css, int number)
    {
        var rule = string.Create(CultureInfo.InvariantCulture, $"counter-increment:a{number};@top-center{{content:counter(a{number},after-first)}}");
        css.Append(CultureInfo.InvariantCulture, $"@page annex{number}{{{rule}}}@page annex{number}wide{{size:A4 landscape;{rule}}}")
            .Append(CultureInfo.InvariantCulture, $".annex{number}{{page:annex{number}}}.annex{number}.wide{{page:annex{number}wide}}");
    }
}
