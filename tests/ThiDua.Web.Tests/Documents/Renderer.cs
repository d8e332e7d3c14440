using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Tests.Documents;

/// <summary>One browser for all tests of documents, with the fonts that the build brought.</summary>
public sealed class Renderer : IAsyncLifetime
{
    public static string WebRoot { get; } = Path.Combine(Root(), "src", "ThiDua.Web", "wwwroot");

    public ChromiumPdf Pdf { get; } = Create(new PdfOptions());

    public static ChromiumPdf Create(PdfOptions options)
        => new(Options.Create(options), new WebEnvironment(), NullLogger<ChromiumPdf>.Instance);

    /// <summary>The document printed, ready to be measured.</summary>
    public async Task<PdfTools> Print(OfficialDocument document) => new(await Pdf.Render(document));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => Pdf.DisposeAsync();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThiDua.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }

    private sealed class WebEnvironment : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = WebRoot;
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
        public string ApplicationName { get; set; } = "ThiDua";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public string ContentRootPath { get; set; } = "";
        public string EnvironmentName { get; set; } = "Test";
    }
}

/// <summary>Shares the browser between the classes of tests.</summary>
[CollectionDefinition("Documents")]
public sealed class RendererCollection : ICollectionFixture<Renderer>;
