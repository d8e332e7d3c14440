using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>The pages of reports around their deadline, by a clock that the test turns.</summary>
public sealed class DeadlinesOfReportsTests(Portal portal)
{
    private static readonly DateTime End = new(2020, 7, 10, 17, 0, 0, DateTimeKind.Utc); // the end of 10/7 in Vietnam
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StandingClock _clock = new();

    private HttpClient As(int userId)
    {
        var client = portal.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)))).CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestUser.Header, $"{userId}");
        return client;
    }

    private async Task<(ClusterYearInTest Year, int Id)> ADeadline(bool closesHard)
    {
        _clock.At = End - TimeSpan.FromDays(1);
        var year = await ClusterYearInTest.Make(portal);
        return (year, await year.ARequirement(portal, "đến hết ngày 10/7/2020", closesHard));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task D1_What_closes_hard_takes_a_report_until_the_last_second_and_not_one_more(int seconds, bool isTaken)
    {
        var (year, id) = await ADeadline(closesHard: true);
        var (head, url) = (As(year.Member.HeadId), year.Report(id, year.Member));
        await head.Follow(await head.SendFiles(url, 0, ("a.pdf", EvidenceInTest.APdf())));
        var (form, add) = ((await head.See(url + "/nop")).FormTo("/nop"), await head.See(url));
        _clock.At = End + (seconds * Second);
        (await head.Submit(form)).StatusCode.ShouldBe(isTaken ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
        add.QuerySelectorAll("form[data-pieces]").ShouldNotBeEmpty();
        var page = await head.See(url);
        page.QuerySelectorAll("form[data-pieces], a[href$='/nop']").ShouldBeEmpty("W2");
        page.Body!.TextContent.Contains("Đã hết thời hạn, không nhận nữa", StringComparison.Ordinal).ShouldBe(!isTaken);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public async Task D1_What_does_not_close_is_marked_as_late_from_the_same_second(int seconds, bool isLate)
    {
        var (year, id) = await ADeadline(closesHard: false);
        var (head, url) = (As(year.Member.HeadId), year.Report(id, year.Member));
        await head.Follow(await head.SendFiles(url, 0, ("a.pdf", EvidenceInTest.APdf())));
        _clock.At = End + (seconds * Second);
        await head.Follow(await head.Take(url + "/nop"));
        (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBe(isLate);
    }

    /// <summary>By the wall clock in Vietnam; the servers' own zone never matters, and the last days of a year and of a leap February are days like any other.</summary>
    [Theory]
    [InlineData("đến hết ngày 31/12/2020", "2020-12-31T23:59:00", true)]
    [InlineData("đến hết ngày 31/12/2020", "2021-01-01T00:01:00", false)]
    [InlineData("trước ngày 01/01/2021", "2020-12-31T23:59:00", true)]
    [InlineData("trước ngày 01/01/2021", "2021-01-01T00:01:00", false)]
    [InlineData("đến hết ngày 29/02/2020", "2020-02-29T23:59:00", true)]
    [InlineData("đến hết ngày 29/02/2020", "2020-03-01T00:01:00", false)]
    public async Task D1_The_minute_before_midnight_in_Vietnam_is_in_time_and_the_minute_after_is_not(string when, string inVietnam, bool isTaken)
    {
        var at = DateTime.SpecifyKind(DateTime.Parse(inVietnam, System.Globalization.CultureInfo.InvariantCulture).AddHours(-7), DateTimeKind.Utc);
        _clock.At = at.AddDays(-1);
        var year = await ClusterYearInTest.Make(portal);
        var (soft, hard) = (await year.ARequirement(portal, when), await year.ARequirement(portal, when, closesHard: true, title: "Báo cáo không nhận muộn"));
        var head = As(year.Member.HeadId);
        foreach (var id in new[] { soft, hard })
        {
            await head.Follow(await head.SendFiles(year.Report(id, year.Member), 0, ("a.pdf", EvidenceInTest.APdf())));
        }

        var (toSoft, toHard) = ((await head.See(year.Report(soft, year.Member, "/nop"))).FormTo("/nop"), (await head.See(year.Report(hard, year.Member, "/nop"))).FormTo("/nop"));
        _clock.At = at;
        (await head.Submit(toSoft)).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await year.StoredReport(portal, soft, year.Member)).IsLate.ShouldBe(!isTaken);
        (await head.Submit(toHard)).StatusCode.ShouldBe(isTaken ? HttpStatusCode.Found : HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task D2_An_extension_for_one_unit_opens_nothing_for_another()
    {
        var (year, id) = await ADeadline(closesHard: true);
        var leader = As(year.Leader.ClerkId);
        var url = year.Report(id, year.Member);
        (await leader.Take(url + "/gia-han", ("LastDay", "10/07/2020"), ("Reason", "Thiên tai"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await leader.Follow(await leader.Take(url + "/gia-han", ("LastDay", "15/07/2020"), ("Reason", "Thiên tai")));
        _clock.At = End + TimeSpan.FromDays(1);
        (await As(year.Member.ClerkId).See(url)).QuerySelectorAll("form[data-pieces]").ShouldNotBeEmpty();
        var other = await As(year.Units[3].ClerkId).See(year.Report(id, year.Units[3]));
        other.QuerySelectorAll("form[data-pieces]").ShouldBeEmpty();
        other.Body!.TextContent.ShouldNotContain("Thiên tai", Case.Sensitive, "why another unit was given more time is not its own to know");
        (await As(year.Units[3].ClerkId).See(year.Requirement(id))).Body!.TextContent.ShouldNotContain("Thiên tai");
        (await As(year.Units[3].ClerkId).See($"{year.Url}/lich-su")).Body!.TextContent.ShouldNotContain("Thiên tai");
    }

    [Fact]
    public async Task D3_An_upload_that_began_in_time_is_taken_after_it_and_says_so()
    {
        var (year, id) = await ADeadline(closesHard: true);
        var (clerk, url, pdf) = (As(year.Member.ClerkId), year.Report(id, year.Member), EvidenceInTest.APdf());
        var token = ReportsInTest.TokenOf(await clerk.See(url));
        _clock.At = End - Second;
        var item = (await year.StoredRequirement(portal, id)).Items[0].Id;
        var begun = await Send(clerk, HttpMethod.Post, url + "/tai-len", token, new FormUrlEncodedContent([new("ItemId", $"{item}"), new("Name", "a.pdf"), new("Size", $"{pdf.Length}"), new("Mark", "1")]));
        var upload = System.Text.Json.JsonDocument.Parse(await begun.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("id").GetInt32();
        _clock.At = End + TimeSpan.FromMinutes(5);
        var done = await Send(clerk, HttpMethod.Put, $"{url}/tai-len/{upload}?tu=0", token, new ByteArrayContent(pdf));
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        System.Text.RegularExpressions.Regex.Unescape(await done.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("trong thời hạn, nên tệp được nhận; việc nộp báo cáo tính theo lúc bấm nộp");
        (await year.StoredReport(portal, id, year.Member)).Files.ShouldHaveSingleItem().BegunAt.ShouldBe(End - Second);
        (await Send(clerk, HttpMethod.Post, url + "/tai-len", token, new FormUrlEncodedContent([new("ItemId", $"{item}"), new("Name", "b.pdf"), new("Size", "9"), new("Mark", "1")]))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "one that begins now is too late");
    }

    private static async Task<HttpResponseMessage> Send(HttpClient person, HttpMethod method, string path, string token, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        return await person.SendAsync(request);
    }
}
