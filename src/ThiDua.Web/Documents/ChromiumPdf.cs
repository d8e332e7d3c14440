using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace ThiDua.Web.Documents;

/// <summary>Prints documents by an installed Chromium, started at the first document and started again when it dies.</summary>
public sealed partial class ChromiumPdf(IOptions<PdfOptions> options, IWebHostEnvironment environment, ILogger<ChromiumPdf> logger)
    : IPdfRenderer, IAsyncDisposable
{
    private const string Failed = "Chưa tạo được PDF. Hãy thử lại sau ít phút; nếu vẫn không được, mở bản xem trước và in ra PDF bằng trình duyệt của mình, hoặc tải bản DOCX.";
    private readonly PdfOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(Places(options.Value));
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private DocumentFonts? _fonts;
    private WarmBrowser? _browser;

    public async Task<byte[]> Render(OfficialDocument document, CancellationToken cancellation = default)
    {
        var html = OfficialDocumentHtml.Render(document);
        await _places.WaitAsync(cancellation);
        try
        {
            var pdf = await PrintTwice(html, cancellation);
            return PdfMetadata.Append(pdf, document.Title, document.Author);
        }
        finally
        {
            _places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        _fonts?.Dispose();
        _places.Dispose();
        _starting.Dispose();
    }

    // A browser may die or be replaced by an update at any moment: the second try meets a new page, or a new browser.
    private async Task<byte[]> PrintTwice(string html, CancellationToken cancellation)
    {
        try
        {
            return await Print(html, cancellation);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            LogFailure(logger, failure);
        }
        try
        {
            return await Print(html, cancellation);
        }
        catch (Exception failure) when (failure is PlaywrightException or TimeoutException)
        {
            LogFailure(logger, failure);
            throw new PdfUnavailable(Failed, failure);
        }
    }

    private async Task<byte[]> Print(string html, CancellationToken cancellation)
    {
        var browser = await Running(cancellation);
        var page = _fonts!.Style.Length == 0 ? html : html.Replace("</head>", _fonts.Style + "</head>", StringComparison.Ordinal);
        var time = TimeSpan.FromSeconds(_options.TimeoutSeconds);
        return await browser.Print(page, (float)time.TotalMilliseconds).WaitAsync(time, cancellation);
    }

    private async Task<WarmBrowser> Running(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (_browser is { Running: true } running)
            {
                return running;
            }
            var path = BrowserLocation.Find(_options.BrowserPath);
            _fonts ??= new DocumentFonts(_options.FontFolder ?? Path.Combine(environment.WebRootPath ?? "wwwroot", "lib", "tinos"));
            _playwright ??= await Playwright.CreateAsync();
            return _browser = await WarmBrowser.Start(_playwright, path, _fonts.Environment);
        }
        finally
        {
            _starting.Release();
        }
    }

    private static int Places(PdfOptions options)
        => options.Pages > 0 ? options.Pages : Math.Clamp(Environment.ProcessorCount - 1, 2, 4);

    [LoggerMessage(LogLevel.Warning, "A document could not be printed")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
