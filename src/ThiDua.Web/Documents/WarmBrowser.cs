using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ThiDua.Web.Documents;

/// <summary>One running browser with a pool of pages that stay warm: no script runs in them, nothing is fetched.</summary>
internal sealed class WarmBrowser : IAsyncDisposable
{
    private const int UsesPerPage = 300;
    private readonly ConcurrentBag<WarmPage> _idle = [];
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private WarmBrowser(IBrowser browser, IBrowserContext context) => (_browser, _context) = (browser, context);

    public bool Running => _browser.IsConnected;

    public static async Task<WarmBrowser> Start(IPlaywright playwright, string path, Dictionary<string, string> variables)
    {
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Env = variables,
            // Only root needs it: in a container without a user of its own.
            ChromiumSandbox = !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess,
            Args = ["--font-render-hinting=none", "--disable-dev-shm-usage"],
        });
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Offline = true });
        await context.RouteAsync("**/*", route => route.Request.Url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? route.ContinueAsync() : route.AbortAsync());
        return new(browser, context);
    }

    /// <summary>Prints a page by its own page sizes; a page that failed is never used again.</summary>
    public async Task<byte[]> Print(string html, float timeout)
    {
        var page = _idle.TryTake(out var warm) ? warm : new WarmPage(await _context.NewPageAsync());
        try
        {
            await page.Page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load, Timeout = timeout });
            var pdf = await page.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true });
            page.Uses++;
            if (page.Uses < UsesPerPage)
            {
                _idle.Add(page);
                page = null;
            }
            return pdf;
        }
        finally
        {
            await Close(page);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _browser.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It is gone already.
        }
    }

    private static async Task Close(WarmPage? page)
    {
        try
        {
            await (page?.Page.CloseAsync() ?? Task.CompletedTask);
        }
        catch (PlaywrightException)
        {
            // The browser went first; what made it go is already on its way up.
        }
    }

    private sealed class WarmPage(IPage page)
    {
        public IPage Page { get; } = page;
        public int Uses { get; set; }
    }
}
