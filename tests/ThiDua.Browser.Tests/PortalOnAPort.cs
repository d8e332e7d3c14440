using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Demo;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Browser.Tests;

/// <summary>The portal listening on a real port, and a real browser that fails a test on any error in its console.</summary>
public class PortalOnAPort : Portal, IAsyncLifetime
{
    // The shell has no windows of its own to draw; the whole browser draws one for each person.
    private static readonly string Chromium = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.First(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public PortalOnAPort() => UseKestrel(0);

    /// <summary>The portal's clock, which a test may turn on.</summary>
    public TurnedClock Clock { get; } = new();

    // Outside Development the host does not look for the build's own assets by itself.
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseStaticWebAssets();
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    public new async ValueTask InitializeAsync()
    {
        await Prepare();
        StartServer();
        Assertions.SetDefaultExpectTimeout(15_000); // on a small machine other tests run beside these
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Puts what the portal begins with into its folder.</summary>
    protected virtual Task Prepare() => Task.CompletedTask;

    /// <summary>A browser window of nobody yet: people sign in with name and password.</summary>
    public async Task<PersonAtWork> OpenStranger(bool javaScript = true)
    {
        var context = await _browser!.NewContextAsync(new() { BaseURL = Address, Locale = "vi-VN", ViewportSize = new() { Width = 1280, Height = 900 }, JavaScriptEnabled = javaScript });
        context.SetDefaultTimeout(15000);
        return new(await context.NewPageAsync());
    }

    /// <summary>A browser of this person that keeps what it knows in a folder, and can be killed.</summary>
    public async Task<BrowserOnDisk> OpenOnDisk(string folder, int userId)
    {
        var context = await _playwright!.Chromium.LaunchPersistentContextAsync(folder, new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
            BaseURL = Address,
            Locale = "vi-VN",
            ExtraHTTPHeaders = new Dictionary<string, string> { [TestUser.Header] = $"{userId}" },
        });
        context.SetDefaultTimeout(15000);
        return new(context, folder);
    }

    /// <summary>A browser window of this person.</summary>
    public async Task<PersonAtWork> Open(int userId, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = Address,
            Locale = "vi-VN",
            ReducedMotion = ReducedMotion.Reduce, // colours are looked at as they come to rest
            ViewportSize = new() { Width = width, Height = 900 },
            ExtraHTTPHeaders = new Dictionary<string, string> { [TestUser.Header] = $"{userId}" },
        });
        context.SetDefaultTimeout(15000);
        return new(await context.NewPageAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>The same with the demo data.</summary>
public sealed class DemoOnAPort : PortalOnAPort
{
    protected override Task Prepare() => PlantedDemo.CopyTo(Folder);
}

/// <summary>A browser with a folder of its own.</summary>
public sealed class BrowserOnDisk(IBrowserContext context, string folder) : IAsyncDisposable
{
    public IPage Page => context.Pages[0];

    /// <summary>Kills its processes, found by their folder, as a power cut would.</summary>
    public void Kill()
    {
        foreach (var process in System.Diagnostics.Process.GetProcesses().Where(process => CommandLine(process.Id).Contains(folder, StringComparison.Ordinal)))
        {
            process.Kill();
            process.WaitForExit(10000);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await context.CloseAsync();
        }
        catch (PlaywrightException)
        {
            // It was killed.
        }
    }

    private static string CommandLine(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

/// <summary>One person's window: what it shows, and what its console complained of.</summary>
public sealed class PersonAtWork
{
    private readonly List<string> _complaints = [];

    public PersonAtWork(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
            {
                _complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => _complaints.Add(error);
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
    }

    public IPage Page { get; }

    public async Task<IPage> Goes(string url)
    {
        await Page.GotoAsync(url);
        return Page;
    }

    public void HasNoComplaints() => _complaints.ShouldBeEmpty();

    /// <summary>W1: nothing serious for people who cannot see or use a mouse.</summary>
    public async Task IsAccessible() => (await Violations()).ShouldBeEmpty(Page.Url);

    // What may differ where the same page is narrow: labels that are not displayed, regions that scroll, names that are cut.
    private static readonly List<string> RulesOfWidth = ["scrollable-region-focusable", "label", "select-name", "button-name", "link-name", "input-button-name", "aria-input-field-name", "aria-command-name", "aria-toggle-field-name", "aria-hidden-focus", "nested-interactive"];

#pragma warning disable CS0618 // what its makers advise against misses frames from elsewhere; there are none
    /// <summary>What axe finds serious or critical on the page; of one that was looked at already only what depends on the width. In the page itself: no frame comes from elsewhere, and the second, blank page that is opened for each look otherwise takes a quarter of the time of these tests.</summary>
    public async Task<IReadOnlyList<string>> Violations(bool onlyOfWidth = false) =>
        [.. (await Page.Locator("html").RunAxeLegacy(new AxeRunOptions { ResultTypes = [ResultType.Violations], RunOnly = onlyOfWidth ? new() { Type = "rule", Values = RulesOfWidth } : null })).Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {violation.Help} ({string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))})")];
#pragma warning restore CS0618
}
