using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Files;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.Files;

/// <summary>A portal that has its files scanned: what is infected is refused, what could not be scanned is kept, and neither is given out or submitted.</summary>
public sealed class ScannedUploadTests(Portal portal) : IAsyncDisposable
{
    private readonly ClamdInTest _clamd = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("thidua-scanned-").FullName;
    private WebApplicationFactory<Program>? _scanned;

    private WebApplicationFactory<Program> Scanned => _scanned ??= WithScanner(_clamd.Address);

    public async ValueTask DisposeAsync()
    {
        await (_scanned?.DisposeAsync() ?? default);
        await _clamd.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private WebApplicationFactory<Program> WithScanner(string? address) => portal.WithWebHostBuilder(builder => builder.UseSetting("Files:Root", _folder).UseSetting("Files:Scanner", address).UseSetting("Files:ScannerTimeoutSeconds", "1"));

    private static HttpClient As(WebApplicationFactory<Program> host, int userId)
    {
        var client = host.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestUser.Header, $"{userId}");
        return client;
    }

    private static byte[] AnInfectedPdf() => [.. Encoding.ASCII.GetBytes($"%PDF-1.4\n%{ClamdInTest.Eicar}{Guid.NewGuid()}\n"), .. EvidenceInTest.Pdf[9..]];

    private Task<Scanned> RunJob() => Scanned.Services.GetRequiredService<ScanWaiting>().Run(CancellationToken.None);

    private IEnumerable<string> Kept() => Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Where(name => name.Length == 64);

    [Fact]
    public async Task F2_What_is_infected_is_refused_in_words_and_gone()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (head, report) = (As(Scanned, year.Member.HeadId), year.Report(id, year.Member));
        var answer = await head.SendFiles(report, 0, ("Báo cáo.pdf", EvidenceInTest.APdf()), ("Phụ lục.pdf", AnInfectedPdf()));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Body!.TextContent.ShouldContain("Tệp “Phụ lục.pdf” có mã độc (Eicar-Test-Signature) nên không được nhận");
        var kept = (await year.StoredReport(portal, id, year.Member)).Files.ShouldHaveSingleItem();
        kept.Name.ShouldBe("Báo cáo.pdf", "the clean one of the same sending is taken");
        Kept().ShouldBe([kept.File.Sha256]);
        Directory.EnumerateFiles(Path.Combine(_folder, "tmp")).ShouldBeEmpty();
        (await head.Submit((await head.See(report + "/nop")).FormTo("/nop"))).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Theory]
    [InlineData(ClamdMood.Hangs)]
    [InlineData(ClamdMood.DiesMidway)]
    [InlineData(ClamdMood.HasALowLimit)]
    public async Task What_could_not_be_scanned_is_kept_but_neither_opened_nor_submitted_until_it_is(ClamdMood mood)
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (head, report) = (As(Scanned, year.Member.HeadId), year.Report(id, year.Member));
        _clamd.Mood = mood;
        byte[] pdf = [.. EvidenceInTest.APdf()[..^6], .. Encoding.ASCII.GetBytes($"%{new string('a', 2000)}\n%%EOF\n")];
        await head.Follow(await head.SendFiles(report, 0, ("Báo cáo.pdf", pdf)));
        (await head.See(report)).QuerySelector("[data-held-back]")!.TextContent.ShouldContain("chưa quét mã độc");
        var address = (await head.See(report)).QuerySelector<IHtmlAnchorElement>("[data-file] a.file-name")!.PathName;
        (await head.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = await head.Submit((await head.See(report + "/nop")).FormTo("/nop"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Body!.TextContent.ShouldContain("“Báo cáo.pdf”: Tệp chưa quét mã độc");
        (await RunJob()).Waiting.ShouldBe(1, "the scanner still does not answer");

        _clamd.Mood = ClamdMood.Works;
        (await RunJob()).ShouldBe(new(1, 0, 0, false));
        (await head.GetByteArrayAsync(address)).ShouldBe(pdf);
        await head.Follow(await head.Submit((await head.See(report + "/nop")).FormTo("/nop")));
    }

    [Fact]
    public async Task What_is_found_infected_later_is_never_given_out_and_the_unit_replaces_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (head, report) = (As(Scanned, year.Member.HeadId), year.Report(id, year.Member));
        _clamd.Mood = ClamdMood.IsGone;
        await head.Follow(await head.SendFiles(report, 0, ("Báo cáo.pdf", AnInfectedPdf())));
        _clamd.Mood = ClamdMood.Works;
        (await RunJob()).ShouldBe(new(0, 1, 0, false));
        var page = await head.See(report);
        page.QuerySelector("[data-held-back]")!.TextContent.ShouldContain("có mã độc");
        (await head.GetAsync(page.QuerySelector<IHtmlAnchorElement>("[data-file] a.file-name")!.PathName)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await head.Submit((await head.See(report + "/nop")).FormTo("/nop"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await head.Follow(await head.SendFiles(report, 0, ("Báo cáo.pdf", EvidenceInTest.APdf())));
        await head.Follow(await head.Submit((await head.See(report + "/nop")).FormTo("/nop")));
    }

    [Fact]
    public async Task What_was_kept_before_there_was_a_scanner_waits_for_it_and_without_one_nothing_waits()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (report, pdf) = (year.Report(id, year.Member), EvidenceInTest.APdf());
        string address;
        await using (var without = WithScanner(null))
        {
            var before = As(without, year.Member.HeadId);
            await before.Follow(await before.SendFiles(report, 0, ("Báo cáo.pdf", pdf)));
            address = (await before.See(report)).QuerySelector<IHtmlAnchorElement>("[data-file] a.file-name")!.PathName;
        }

        var head = As(Scanned, year.Member.HeadId);
        (await head.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await RunJob();
        (await head.GetByteArrayAsync(address)).ShouldBe(pdf);
        await using (var again = WithScanner(_clamd.Address))
        {
            (await As(again, year.Member.HeadId).GetByteArrayAsync(address)).ShouldBe(pdf, "it is scanned once, not at each start");
        }
    }
}
