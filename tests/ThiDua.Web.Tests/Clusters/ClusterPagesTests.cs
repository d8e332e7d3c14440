using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Clusters;

public sealed class ClusterPagesTests(Portal portal)
{
    private static string Board(UnitInTest authority) => $"/co-quan/{authority.Id}";

    private static async Task<string> AClusterOf(HttpClient clerk, UnitInTest authority, string name)
    {
        var answer = await clerk.Submit((await clerk.See(Board(authority) + "/cum/them")).FormTo("/cum/them"), ("Name", name), ("Kind", "Khoi"), ("Level", "Provincial"), ("Abbreviation", "KTĐ"));
        await clerk.Follow(answer);
        return answer.Headers.Location!.OriginalString;
    }

    [Fact]
    public async Task An_authority_sets_up_a_block_with_its_own_words()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var answer = await clerk.Submit((await clerk.See(Board(year.Authority) + "/cum/them")).FormTo("/cum/them"),
            ("Name", $"Khối các sở {Portal.Next()}"), ("Kind", "Khoi"), ("Level", "Provincial"), ("Abbreviation", "KTĐS"), ("LeaderTitle", "Trưởng khối"), ("StandingBody", year.StandingBody.Name));
        var page = await clerk.Follow(answer);
        page.QuerySelector("[name=LeaderTitle]")!.GetAttribute("value").ShouldBe("Trưởng khối");
        page.QuerySelector("[name=DeputyTitle]")!.GetAttribute("value").ShouldBe("Khối phó");
        page.QuerySelector("[name=StandingBody]")!.GetAttribute("value")!.ShouldContain(year.StandingBody.Name);
        page.QuerySelector("main a.btn-primary")!.GetAttribute("href")!.ShouldEndWith("/mo-nam");
    }

    [Fact]
    public async Task What_is_missing_or_doubled_is_told_beside_its_field()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var name = $"Khối trùng tên {Portal.Next()}";
        await AClusterOf(clerk, year.Authority, name);
        var form = (await clerk.See(Board(year.Authority) + "/cum/them")).FormTo("/cum/them");
        var answer = await clerk.Submit(form, ("Name", name), ("Abbreviation", ""), ("StandingBody", "không có đơn vị này"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.Says().ShouldContain("Nhập chữ viết tắt");
        page.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe(name);
        (await (await clerk.Submit(form, ("Name", name), ("Abbreviation", "KTĐ"), ("StandingBody", "không có đơn vị này"))).Html()).Says().ShouldContain("Không tìm thấy đơn vị");
        (await (await clerk.Submit(form, ("Name", name), ("Abbreviation", "KTĐ"))).Html()).Says().ShouldContain("đã có cụm, khối tên");
    }

    [Fact]
    public async Task C2_Two_clerks_of_an_authority_do_not_overwrite_each_other()
    {
        var year = await ClusterYearInTest.Make(portal);
        var first = year.ClerkOf(year.Authority);
        var url = await AClusterOf(first, year.Authority, $"Khối hai người sửa {Portal.Next()}");
        var other = await portal.AnAccount();
        await portal.AnOffice(other.Id, year.Authority.Id);
        var second = portal.As(other.Id);
        var seenBySecond = await second.See(url);
        await first.Follow(await first.Submit((await first.See(url)).FormTo(url), ("LeaderTitle", "Khối trưởng thứ nhất")));

        var answer = await second.Submit(seenBySecond.FormTo(url), ("LeaderTitle", "Khối trưởng thứ hai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        var firstName = await portal.WithDb(db => db.Users.Where(user => user.Id == year.Authority.ClerkId).Select(user => user.FullName).SingleAsync());
        page.Says().ShouldContain($"{firstName} vừa cập nhật lúc");
        page.QuerySelector("[name=LeaderTitle]")!.GetAttribute("value").ShouldBe("Khối trưởng thứ hai");
        page.QuerySelector(".stored")!.TextContent.ShouldContain("Khối trưởng thứ nhất");

        var again = await second.Follow(await second.Submit(page.FormTo(url)));
        again.QuerySelector("[name=LeaderTitle]")!.GetAttribute("value").ShouldBe("Khối trưởng thứ hai");
    }

    [Fact]
    public async Task C2_A_mistake_in_a_stale_form_does_not_make_it_fresh()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var url = await AClusterOf(clerk, year.Authority, $"Khối bản cũ {Portal.Next()}");
        var stale = await clerk.See(url);
        await clerk.Submit((await clerk.See(url)).FormTo(url), ("LeaderTitle", "Trưởng mới"));
        var refused = await (await clerk.Submit(stale.FormTo(url), ("Name", ""))).Html();
        (await clerk.Submit(refused.FormTo(url), ("Name", "Tên khác"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_strangers_authority_or_cluster_does_not_exist()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var clerk = year.ClerkOf(year.Authority);
        var foreign = await AClusterOf(other.ClerkOf(other.Authority), other.Authority, $"Khối của cơ quan khác {Portal.Next()}");
        var foreignId = foreign[(foreign.LastIndexOf('/') + 1)..];
        foreach (var url in new[] { Board(other.Authority), $"{Board(other.Authority)}/cum/them", foreign, $"{Board(year.Authority)}/cum/{foreignId}", $"{Board(year.Authority)}/cum/{foreignId}/mo-nam", other.Url, other.Url + "/thiet-lap" })
        {
            (await clerk.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound, url);
        }

        var form = (await clerk.See($"{Board(year.Authority)}/cum/them")).FormTo("/them");
        form.Action = $"http://localhost{Board(year.Authority)}/cum/{foreignId}";
        (await clerk.Submit(form, ("Name", "Chiếm"), ("Abbreviation", "X"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.HeadOf(year.Member).GetAsync(Board(year.Authority))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task W2_A_registrar_sees_the_board_but_is_not_offered_to_set_up()
    {
        var year = await ClusterYearInTest.Make(portal);
        var account = await portal.AnAccount();
        await portal.AnOffice(account.Id, year.Authority.Id, Capacity.Registrar);
        var registrar = portal.As(account.Id);
        (await registrar.See(Board(year.Authority))).QuerySelectorAll("main a[href$='/them'], main a[href*='/cum/'][href^='/co-quan']").ShouldBeEmpty();
        (await registrar.GetAsync(Board(year.Authority) + "/cum/them")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
