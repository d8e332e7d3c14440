using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using ThiDua.Web.Documents;
using ThiDua.Web.Tests.RealProgram;

namespace ThiDua.Benchmarks;

/// <summary>A document of ten pages as the portal prints it, against warm Chromium alone on the same HTML. Goal: at most 1.3 times.</summary>
public class PdfBenchmark
{
    private const string Sentence = "Trao đổi, học tập kinh nghiệm lẫn nhau trong công tác chỉ đạo, triển khai tổ chức thực hiện các phong trào thi đua; phát hiện, xây dựng, biểu dương, tuyên truyền và nhân rộng các mô hình mới. ";
    private readonly string _webRoot = Path.Combine(RunningPortal.Root(), "src", "ThiDua.Web", "wwwroot");
    private OfficialDocument _document = null!;
    private string _html = "";
    private ChromiumPdf _portal = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    [GlobalSetup]
    public void Fill() => FillAll().GetAwaiter().GetResult();

    [Benchmark(Baseline = true)]
    public async Task<int> ChromiumAlone()
    {
        await _page.SetContentAsync(_html);
        return (await _page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true, Tagged = true, Outline = true })).Length;
    }

    [Benchmark]
    public async Task<int> Portal() => (await _portal.Render(_document)).Length;

    [GlobalCleanup]
    public void Remove()
    {
        _portal.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _browser.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _playwright.Dispose();
    }

    private async Task FillAll()
    {
        _document = new()
        {
            Title = "Báo cáo",
            Author = "Cụm thi đua",
            Letterhead = new(["Cụm thi đua các tỉnh", "Bắc Trung Bộ"]),
            Place = "Thanh Hóa",
            IssuedOn = new(2020, 11, 20),
            Kind = "Báo cáo",
            Abstract = "Tổng kết công tác thi đua, khen thưởng năm 2020",
            Body = [.. Enumerable.Range(1, 35).Select(_ => new Paragraph(string.Concat(Enumerable.Repeat(Sentence, 4))))],
            Signatures = [new(["Cụm trưởng"], "Nguyễn Văn A")],
        };
        _html = OfficialDocumentHtml.Render(_document);
        _portal = new(Options.Create(new PdfOptions()), new Root(_webRoot), NullLogger<ChromiumPdf>.Instance);
        await _portal.Render(_document);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", ChromiumSandbox = !Environment.IsPrivilegedProcess, Args = ["--font-render-hinting=none", "--disable-dev-shm-usage"] });
        _page = await (await _browser.NewContextAsync(new() { JavaScriptEnabled = false, Offline = true })).NewPageAsync();
    }

    private sealed class Root(string webRoot) : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = webRoot;
        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
        public string ApplicationName { get; set; } = "ThiDua";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public string ContentRootPath { get; set; } = "";
        public string EnvironmentName { get; set; } = "Production";
    }
}
