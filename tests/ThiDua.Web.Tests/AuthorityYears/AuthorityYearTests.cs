using System.Net;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;
using ThiDua.Web.Tests.Requests;

namespace ThiDua.Web.Tests.AuthorityYears;

public sealed class AuthorityYearTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly (string, string)[] Typed =
    [
        ("Document.Number", "15/KH-HĐ"), ("Document.IssuedOn", "10/02/2020"), ("Document.Issuer", "Hội đồng thử"), ("SixMonthReport", "trước ngày 05/7"), ("Registration", "đến hết ngày 31/3/2020"), ("PlanManner", nameof(RequestManner.AskApproval)),
    ];

    private static string Of(ClusterYearInTest year, string path = "") => $"/co-quan/{year.Authority.Id}/nam/2020{path}";

    private static async Task<HttpResponseMessage> Save(HttpClient client, ClusterYearInTest year, params (string, string)[] typed) => await client.Submit((await client.See(Of(year, "/sua"))).FormTo("/sua"), typed);

    [Fact]
    public async Task What_the_authority_sets_stands_on_the_overview_of_its_cluster_year_and_only_there()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var clerk = year.ClerkOf(year.Authority);
        (await clerk.Follow(await Save(clerk, year, Typed))).Says().ShouldContain("Đã lưu năm công tác");
        var page = TasksInTest.Words((await clerk.See(Of(year))).Body!.TextContent);
        page.ShouldContain("số 15/KH-HĐ ngày 10/02/2020 của Hội đồng thử");
        page.ShouldContain("Báo cáo 6 thángtrước ngày 05/704/07/2020");
        page.ShouldContain("Đăng ký thi đua: không ghi → đến hết ngày 31/3/2020.");
        var overview = TasksInTest.Words((await year.ClerkOf(year.Member).See(year.Url)).QuerySelector(".authority-limits")!.TextContent);
        overview.ShouldContain("Báo cáo 6 tháng: trước ngày 05/7");
        overview.ShouldContain("Kế hoạch gửi cơ quan quản lý để đề nghị phê duyệt.");
        (await other.ClerkOf(other.Member).See(other.Url)).QuerySelector(".authority-limits").ShouldBeNull();
    }

    [Fact]
    public async Task A_later_deadline_in_the_plan_is_warned_of_and_never_blocked()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        await clerk.Follow(await Save(clerk, year, Typed));
        var planId = await year.APlan(portal);
        await year.ADeadlineIn(portal, planId);
        var warning = (await year.ClerkOf(year.Leader).See(year.Plan(planId))).QuerySelector(".plan-sections .late")!.TextContent;
        warning.ShouldContain("Muộn hơn mốc của cơ quan quản lý: báo cáo 6 tháng trước ngày 05/7 (văn bản số 15/KH-HĐ ngày 10/02/2020 của Hội đồng thử).");
        await year.SubmitPlan(portal, planId);
    }

    [Fact]
    public async Task The_scoring_calendar_warns_and_the_sending_page_proposes_the_manner_asked()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        await clerk.Follow(await Save(clerk, year, Typed));
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Submit((await leader.See($"{year.Url}/lich-cham-diem/sua")).FormTo("/sua"), ("Registration.ClosesOn", "15/04/2020")));
        (await leader.See($"{year.Url}/lich-cham-diem")).QuerySelector("td .late")!.TextContent.ShouldContain("Muộn hơn mốc của cơ quan quản lý: đăng ký thi đua đến hết ngày 31/3/2020");
        var planId = await year.APlan(portal);
        var start = await leader.See($"{year.Url}/gui-cap-tren/them?noi-dung=Plan-{planId}");
        start.QuerySelector("[name=Manner] option[selected]")!.GetAttribute("value").ShouldBe(nameof(RequestManner.AskApproval));
        start.Body!.TextContent.ShouldContain("Cơ quan quản lý yêu cầu gửi kế hoạch để");
    }

    [Fact]
    public async Task Bad_input_is_told_beside_its_field_and_kept()
    {
        var year = await ClusterYearInTest.Make(portal);
        var answer = await Save(year.ClerkOf(year.Authority), year, ("Document.Number", "15/KH"), ("PlanSent", "sớm"), ("SixMonthReport", "trước ngày 31/6"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.QuerySelector("#f-PlanSent-problem")!.TextContent.ShouldContain("Không hiểu thời gian");
        page.QuerySelector("#f-SixMonthReport-problem").ShouldNotBeNull();
        page.QuerySelector("#f-Document-Issuer-problem").ShouldNotBeNull();
        page.QuerySelector("[name=PlanSent]")!.GetAttribute("value").ShouldBe("sớm");
    }

    [Fact]
    public async Task Two_at_once_the_second_is_told_also_where_both_begin_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, head) = (year.ClerkOf(year.Authority), year.HeadOf(year.Authority));
        var (first, second) = ((await clerk.See(Of(year, "/sua"))).FormTo("/sua"), (await head.See(Of(year, "/sua"))).FormTo("/sua"));
        await clerk.Follow(await clerk.Submit(first, ("PlanSent", "tháng 7")));
        var answer = await head.Submit(second, ("PlanSent", "tháng 8"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("tháng 7");
        page.QuerySelector("[name=PlanSent]")!.GetAttribute("value").ShouldBe("tháng 8");
    }

    [Fact]
    public async Task Others_do_not_find_it_and_its_registrar_may_not_write_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.ClerkOf(year.Leader).GetAsync(Of(year), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Authority).GetAsync($"/co-quan/{year.Authority.Id}/nam/1999", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Authority).GetAsync(Of(year, "/ke-hoach"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "there is no scan");
        (await year.ClerkOf(year.Member).GetAsync($"{year.Url}/ke-hoach-cap-tren", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_scan_of_the_authoritys_plan_is_read_by_its_clusters()
    {
        var year = await ClusterYearInTest.Make(portal);
        await SaveWithScan(year.ClerkOf(year.Authority), year, "%PDF-1.4\n% kế hoạch\n%%EOF\n");
        var link = (await year.ClerkOf(year.Member).See(year.Url)).QuerySelector(".authority-limits a")!.GetAttribute("href")!;
        var scan = await year.ClerkOf(year.Member).GetAsync(link, Cancel);
        (scan.StatusCode, scan.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "application/pdf"));
    }

    [Fact]
    public async Task An_earlier_scan_stays_in_the_history_of_its_year()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var clerk = year.ClerkOf(year.Authority);
        await SaveWithScan(clerk, year, "%PDF-1.4\n% bản đầu\n%%EOF\n");
        var page = await SaveWithScan(clerk, year, "%PDF-1.4\n% bản sau\n%%EOF\n");
        (await clerk.GetStringAsync(Of(year, "/ke-hoach"), Cancel)).ShouldContain("bản sau");
        var links = page.QuerySelectorAll(".authority-summary a").Select(link => link.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(2);
        (await clerk.GetStringAsync(links[0], Cancel)).ShouldContain("bản sau");
        var earlier = await clerk.GetAsync(links[1], Cancel);
        (await earlier.Content.ReadAsStringAsync(Cancel)).ShouldContain("bản đầu");
        earlier.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; sandbox; frame-ancestors 'none'");
        earlier.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var elsewhere = other.ClerkOf(other.Authority);
        await SaveWithScan(elsewhere, other, "%PDF-1.4\n% nơi khác\n%%EOF\n");
        (await elsewhere.GetAsync(links[1].Replace($"/{year.Authority.Id}/", $"/{other.Authority.Id}/"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SaveWithScan(HttpClient clerk, ClusterYearInTest year, string scan)
    {
        var form = (await clerk.See(Of(year, "/sua"))).FormTo("/sua");
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { "Version", "__RequestVerificationToken" }.Select(name => (name, ((AngleSharp.Html.Dom.IHtmlInputElement)form.QuerySelector($"[name={name}]")!).Value)).Concat(Typed))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(scan)), "Scan", "ke-hoach.pdf");
        return await clerk.Follow(await clerk.PostAsync(Of(year, "/sua"), content, Cancel));
    }

    [Fact]
    public async Task The_leader_is_offered_to_send_what_the_authority_asks_for_until_it_is_sent()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.AnIssuedPlan(portal);
        var leader = year.ClerkOf(year.Leader);
        (await leader.Tasks()).ShouldNotContain(task => task.Contains("Gửi cơ quan quản lý"), "nobody asks for it");
        var clerk = year.ClerkOf(year.Authority);
        await clerk.Follow(await Save(clerk, year, Typed));
        (await leader.Tasks()).ShouldContain(task => task.Contains("Gửi cơ quan quản lý: kế hoạch đã ban hành"));
        (await year.ClerkOf(year.Member).Tasks()).ShouldNotContain(task => task.Contains("Gửi cơ quan quản lý"));
        await year.ADraftRequest(portal, planId);
        (await leader.Tasks()).ShouldNotContain(task => task.Contains("Gửi cơ quan quản lý: kế hoạch"));
    }
}
