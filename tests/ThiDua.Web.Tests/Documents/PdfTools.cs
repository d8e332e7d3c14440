using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace ThiDua.Web.Tests.Documents;

/// <summary>A box of text on a page, in points from the top left corner.</summary>
public sealed record TextBox(int Page, string Text, double Left, double Top, double Right, double Bottom)
{
    public double Middle => (Left + Right) / 2;
}

/// <summary>What poppler's tools say about a PDF: an independent reader.</summary>
public sealed class PdfTools
{
    private readonly string _path;

    public PdfTools(byte[] pdf)
    {
        _path = Path.Combine(Directory.CreateTempSubdirectory("documents-").FullName, "document.pdf");
        File.WriteAllBytes(_path, pdf);
        if (Environment.GetEnvironmentVariable("DOCUMENTS_OUT") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{TestContext.Current.TestMethod?.MethodName}.pdf"), pdf);
        }
    }

    public string Text => Run("pdftotext", "-raw", "-enc", "UTF-8", _path, "-");

    /// <summary>The text as it stands on the page: narrow gaps between words stay spaces, which <see cref="Text"/> may lose.</summary>
    public string LaidOut => Run("pdftotext", "-layout", "-enc", "UTF-8", _path, "-");

    public string Fonts => Run("pdffonts", _path);

    public string Info => Run("pdfinfo", _path);

    public int Pages => int.Parse(Info.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal))[6..], CultureInfo.InvariantCulture);

    public string PageText(int page)
        => Run("pdftotext", "-raw", "-enc", "UTF-8", "-f", $"{page}", "-l", $"{page}", _path, "-");

    /// <summary>Size of each page in points.</summary>
    public IReadOnlyList<(double Width, double Height)> Sizes
        => [.. Layout().Select(page => (Number(page, "width"), Number(page, "height")))];

    /// <summary>The lines of all pages.</summary>
    public IReadOnlyList<TextBox> Lines => [.. Boxes("line")];

    /// <summary>The words of all pages.</summary>
    public IReadOnlyList<TextBox> Words => [.. Boxes("word")];

    private IEnumerable<TextBox> Boxes(string kind)
        => Layout().SelectMany((page, index) => page.Descendants().Where(node => node.Name.LocalName == kind).Select(node => new TextBox(
            index + 1,
            string.Join(' ', node.DescendantsAndSelf().Where(word => word.Name.LocalName == "word").Select(word => word.Value)),
            Number(node, "xMin"), Number(node, "yMin"), Number(node, "xMax"), Number(node, "yMax"))));

    private IEnumerable<XElement> Layout()
        => XDocument.Parse(Run("pdftotext", "-bbox-layout", "-enc", "UTF-8", _path, "-").Replace("\f", "", StringComparison.Ordinal))
            .Descendants().Where(node => node.Name.LocalName == "page");

    private static double Number(XElement node, string name) => double.Parse(node.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Runs a program and gives what it prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }
}
