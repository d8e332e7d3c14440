namespace ThiDua.Web.Documents;

/// <summary>Turns an official document into a PDF: A4, fonts embedded, tagged, with title and author.</summary>
public interface IPdfRenderer
{
    /// <exception cref="PdfUnavailable">There is no browser or font on this machine, or it failed twice.</exception>
    Task<byte[]> Render(OfficialDocument document, CancellationToken cancellation = default);
}

/// <summary>No PDF can be made now; the sentence says to the user why and what to do instead.</summary>
public sealed class PdfUnavailable(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where the PDF's browser and fonts are, section <c>Pdf</c> of the configuration.</summary>
public sealed class PdfOptions
{
    /// <summary>The browser's program; where empty, the usual places are searched.</summary>
    public string? BrowserPath { get; set; }

    /// <summary>Folder of the Tinos font files; where empty, <c>wwwroot/lib/tinos</c>.</summary>
    public string? FontFolder { get; set; }

    /// <summary>poppler's <c>pdftotext</c>, by which signed copies are read; where empty, it is looked for on the path.</summary>
    public string? TextToolPath { get; set; }

    /// <summary>How many documents are printed at a time; where 0, one less than the processors, 2 to 4.</summary>
    public int Pages { get; set; }

    /// <summary>Seconds after which printing one document is given up.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
