using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;

namespace ThiDua.Web.Tests.Home;

public sealed class OfficesTests(Portal portal)
{
    [Fact]
    public async Task A3_Without_an_office_nothing_is_seen()
    {
        await ClusterYearInTest.Make(portal);
        var account = await portal.AnAccount();
        var page = await portal.As(account.Id).See("/");
        page.Tasks().ShouldBeEmpty();
        page.Awaited().ShouldBeEmpty();
        page.QuerySelectorAll("#year-list a").ShouldBeEmpty();
        page.Body!.TextContent.ShouldContain("chưa được giao cương vị");
    }

    [Fact]
    public async Task A3_Without_a_cluster_nothing_is_seen_but_how_to_begin()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var stranger = await year.AUnit("Sở ngoài cuộc");
        var page = await year.ClerkOf(stranger).See("/");
        page.Tasks().ShouldBeEmpty();
        page.Awaited().ShouldBeEmpty();
        page.QuerySelectorAll("#year-list a").ShouldBeEmpty();
        page.QuerySelector($"main a[href='/co-quan/{stranger.Id}/cum/them']").ShouldNotBeNull();
    }

    [Fact]
    public async Task What_waits_under_another_office_is_told_with_a_button()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var stranger = await year.AUnit("Sở có hai cương vị");
        var office = await portal.AnOffice(stranger.ClerkId, year.Member.Id);
        var browser = portal.AsStranger();
        browser.DefaultRequestHeaders.Add(TestUser.Header, $"{stranger.ClerkId}");
        var page = await browser.See("/");
        page.Tasks().ShouldBeEmpty();
        page.QuerySelector(".elsewhere")!.TextContent.ShouldContain("1 việc");

        var form = page.Forms.First(row => row.Closest(".elsewhere") is not null);
        form.QuerySelector("[name=OfficeId]")!.GetAttribute("value").ShouldBe($"{office}");
        (await browser.Follow(await browser.Submit(form))).Tasks().ShouldHaveSingleItem().ShouldContain("Nhập bảng tự chấm điểm");
    }

    [Fact]
    public async Task An_authority_opens_the_first_year_of_its_cluster()
    {
        var year = await ClusterYearInTest.Make(portal);
        var name = $"Khối chưa mở {Portal.Next()}";
        await portal.WithDb(async db =>
        {
            db.Add(new Cluster(Actor.Portal, year.Authority.Id, new(name, ClusterKind.Khoi, ClusterLevel.Provincial) { Abbreviation = "KTĐ" }));
            return await db.SaveChangesAsync();
        });
        (await year.ClerkOf(year.Authority).Tasks()).ShouldContain(task => task.Contains("Mở năm thi đua") && task.Contains(name));
        (await year.ClerkOf(year.Leader).Tasks()).ShouldNotContain(task => task.Contains(name));
    }

    [Fact]
    public async Task A_year_that_is_ready_is_started_by_leader_or_authority()
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.ClerkOf(year.Authority).Tasks()).ShouldContain(task => task.Contains("Bắt đầu triển khai"));
        var leader = year.ClerkOf(year.Leader);
        (await leader.Tasks()).ShouldContain(task => task.Contains("Bắt đầu triển khai"));
        (await year.ClerkOf(year.Member).Tasks()).ShouldNotContain(task => task.Contains("Bắt đầu"));
        await leader.Submit((await leader.See(year.Url)).FormTo("/bat-dau"));
        (await leader.Tasks()).ShouldNotContain(task => task.Contains("Bắt đầu"));
        (await year.ClerkOf(year.Authority).Tasks()).ShouldNotContain(task => task.Contains("Bắt đầu"));
    }
}
