using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Audit;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Register;

/// <summary>Numbers under concurrent requests, on a real database file; the PDFs would only take time here.</summary>
public sealed class NumberingTests(PortalWithoutBrowser portal) : IClassFixture<PortalWithoutBrowser>
{
    private static string Today => $"{Days.Today(TimeProvider.System):dd/MM/yyyy}";

    private static async Task LetThePortalGiveNumbers(ClusterYearInTest year)
    {
        var head = year.HeadOf(year.Leader);
        var page = await head.See($"{year.Url}/van-ban/cach-cap-so");
        var form = (IHtmlFormElement)page.QuerySelector("[data-kind=Plan] form")!;
        (await head.Follow(await head.Submit(form))).QuerySelector("[data-kind=Plan]")!.TextContent.ShouldContain("Cổng cấp số");
    }

    private static async Task<HttpResponseMessage> Post(HttpClient person, ClusterYearInTest year, int id, string token, string number = "") =>
        await person.PostAsync($"{year.Url}/van-ban/{id}/ban-hanh", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", "2"), new("Number", number), new("IssuedOn", Today)]));

    private static string Token(IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value;

    [Fact]
    public async Task C3_A_hundred_parallel_issues_are_numbered_consecutively_and_none_twice()
    {
        var year = await ClusterYearInTest.Make(portal);
        await LetThePortalGiveNumbers(year);
        var ids = new List<int>();
        for (var number = 0; number < 100; number++)
        {
            ids.Add(await year.ASignedDocument(portal, $"Kế hoạch thứ {number}"));
        }

        var head = year.HeadOf(year.Leader);
        var token = Token(await head.See($"{year.Url}/van-ban/{ids[0]}/ban-hanh"));
        var answers = await Task.WhenAll(ids.Select(id => Post(head, year, id, token)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        var given = await portal.WithDb(db => db.IssuedDocuments.Where(row => ids.Contains(row.Id)).Select(row => row.Number!.Value).ToListAsync(), year.Acting(year.Leader, Capacity.Head));
        given.Order().ShouldBe(Enumerable.Range(1, 100));
        (await portal.WithDb(db => db.DocumentRegisters.SingleAsync(row => row.Kind == DocumentKind.Plan && row.Mode == RegisterMode.Portal && row.LastNumber == 100))).Year.ShouldBe(Days.Today(TimeProvider.System).Year);
    }

    [Fact]
    public async Task C3_Of_ten_registrars_who_type_one_number_at_once_one_gets_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var ids = new List<int>();
        for (var number = 0; number < 10; number++)
        {
            ids.Add(await year.ASignedDocument(portal, $"Kế hoạch thứ {number}"));
        }

        var head = year.HeadOf(year.Leader);
        var token = Token(await head.See($"{year.Url}/van-ban/{ids[0]}/ban-hanh"));
        var answers = await Task.WhenAll(ids.Select(id => Post(head, year, id, token, "7")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await refused.Html();
            page.QuerySelector("#f-Number-problem")!.TextContent.ShouldContain("đã cấp cho văn bản khác");
            ((IHtmlInputElement)page.QuerySelector("#f-Number")!).Value.ShouldBe("7");
        }
    }

    [Fact]
    public async Task A_number_that_is_given_already_is_refused_without_a_failure_in_the_log()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (first, second) = (await year.ASignedDocument(portal), await year.ASignedDocument(portal, "Kế hoạch khác"));
        var head = year.HeadOf(year.Leader);
        var token = Token(await head.See($"{year.Url}/van-ban/{first}/ban-hanh"));
        (await Post(head, year, first, token, "7")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var log = new LogInTest();
        portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        (await Post(head, year, second, token, "7")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        log.Lines.ShouldBeEmpty();
        (await Post(head, year, second, token, "8")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        log.Lines.ShouldContain(line => line.Contains("files are not made yet", StringComparison.Ordinal), "this log hears what the portal says");
    }

    [Fact]
    public async Task A_document_is_issued_without_a_browser_and_its_files_wait()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ASignedDocument(portal);
        var head = year.HeadOf(year.Leader);
        var page = await head.Follow(await head.Submit((await head.See($"{year.Url}/van-ban/{id}/ban-hanh")).FormTo("ban-hanh"), ("Number", "05"), ("IssuedOn", Today)));
        page.QuerySelector("h1")!.TextContent.ShouldContain("05/KH-CTĐT");
        page.QuerySelectorAll("a[href$='ban-in.pdf']").ShouldBeEmpty();
        var again = await head.Submit(page.FormTo("lap-tep"));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await again.Html()).Says().ShouldContain("Chưa lập được tệp PDF");
        (await head.GetAsync($"{year.Url}/van-ban/{id}/ban-in.pdf")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Who_may_not_issue_cannot_set_who_gives_the_numbers()
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.ClerkOf(year.Leader).See($"{year.Url}/van-ban/cach-cap-so")).QuerySelectorAll("[data-kind] form").ShouldBeEmpty();
        // A member sets its own register, not the cluster's.
        var member = year.HeadOf(year.Member);
        await member.Follow(await member.Submit((IHtmlFormElement)(await member.See($"{year.Url}/van-ban/cach-cap-so")).QuerySelector("[data-kind=Report] form")!));
        (await year.HeadOf(year.Leader).See($"{year.Url}/van-ban/cach-cap-so")).QuerySelector("[data-kind=Report]")!.TextContent.ShouldContain("Văn thư cấp số");
    }
}
