using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;

namespace ThiDua.Web.Tests.Clusters;

public sealed class SetUpYearTests(Portal portal)
{
    private static readonly (string, string)[] Document = [("Document.Number", "45/TB-HĐ"), ("Document.IssuedOn", "30/05/2020"), ("Document.Issuer", "Hội đồng Thi đua")];

    private static async Task<IHtmlDocument> Act(HttpClient client, string url, params (string, string)[] typed)
    {
        var answer = await client.Submit((await client.See(url)).FormTo(url), [.. Document, .. typed]);
        return answer.StatusCode == HttpStatusCode.Redirect ? await client.Follow(answer) : await answer.Html();
    }

    [Fact]
    public async Task U2_A_new_leader_ends_the_old_one_the_day_before()
    {
        var year = await ClusterYearInTest.Make(portal);
        var page = await Act(year.ClerkOf(year.Authority), year.Url + "/thiet-lap/truong", ("OrganizationId", $"{year.Member.Id}"), ("FromOn", "01/06/2020"));
        var rows = page.QuerySelectorAll(".positions tbody tr").Select(row => row.TextContent).ToList();
        rows[0].ShouldContain(year.Leader.Name);
        rows[0].ShouldContain("31/05/2020");
        rows[1].ShouldContain(year.Member.Name);
        rows[1].ShouldContain("45/TB-HĐ ngày 30/05/2020");
        (await year.ClerkOf(year.Member).See(year.Url)).QuerySelector(".members tbody tr")!.TextContent.ShouldContain("Cụm trưởng");
    }

    [Theory]
    [InlineData("01/01/2020")]
    [InlineData("31/12/2019")]
    public async Task U2_Two_leaders_at_a_date_are_impossible(string fromOn)
    {
        var year = await ClusterYearInTest.Make(portal);
        var page = await Act(year.ClerkOf(year.Authority), year.Url + "/thiet-lap/truong", ("OrganizationId", $"{year.Member.Id}"), ("FromOn", fromOn));
        page.QuerySelector("#f-FromOn-problem").ShouldNotBeNull();
        page.QuerySelector("[name=FromOn]")!.GetAttribute("value").ShouldBe(fromOn);
        page.QuerySelector("[name='Document.Number']")!.GetAttribute("value").ShouldBe("45/TB-HĐ");
        (await Leaders(year)).ShouldBe(1);
    }

    [Fact]
    public async Task C2_Two_clerks_who_appoint_a_leader_at_once_do_not_both_win()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, head, url) = (year.ClerkOf(year.Authority), year.HeadOf(year.Authority), year.Url + "/thiet-lap/truong");
        var stale = (await head.See(url)).FormTo(url);
        await Act(clerk, url, ("OrganizationId", $"{year.Member.Id}"), ("FromOn", "01/06/2020"));
        var answer = await head.Submit(stale, [.. Document, ("OrganizationId", $"{year.Units[3].Id}"), ("FromOn", "01/07/2020")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Html()).QuerySelector("[name=FromOn]")!.GetAttribute("value").ShouldBe("01/07/2020");
        (await Leaders(year)).ShouldBe(2, "the first and the one whom the clerk appointed");
    }

    [Fact]
    public async Task There_are_two_deputies_at_most_and_one_may_step_down()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var page = await Act(clerk, year.Url + "/thiet-lap/pho", ("OrganizationId", $"{year.Member.Id}"), ("FromOn", "01/06/2020"));
        page.QuerySelector("a[href$='/thiet-lap/pho']").ShouldBeNull("a third would be refused");
        (await Act(clerk, year.Url + "/thiet-lap/pho", ("OrganizationId", $"{year.Units[3].Id}"), ("FromOn", "01/06/2020"))).Says().ShouldContain("nhiều nhất hai");
        await Act(clerk, $"{year.Url}/thiet-lap/thoi-pho/{year.Deputy.Id}", ("ToOn", "30/06/2020"));
        var again = await Act(clerk, year.Url + "/thiet-lap/pho", ("OrganizationId", $"{year.Units[3].Id}"), ("FromOn", "01/07/2020"));
        again.QuerySelectorAll(".positions tbody tr").Length.ShouldBe(4);
    }

    [Fact]
    public async Task A_unit_joins_with_a_sheet_and_leaves_keeping_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var joining = await year.AUnit("Tỉnh Tham gia sau");
        var clerk = year.ClerkOf(year.Authority);
        var url = year.Url + "/thiet-lap/thanh-vien";
        var form = (await (await clerk.Submit((await clerk.See(url)).FormTo(url), ("Find", "true"), ("Search", joining.Name))).Html()).FormTo(url);
        form.Elements.OfType<IHtmlInputElement>().Single(box => box.Name == "MemberIds" && box.Value == $"{joining.Id}").IsChecked = true;
        var page = await clerk.Follow(await clerk.Submit(form, [.. Document, ("FromOn", "01/06/2020")]));
        page.QuerySelector(".members")!.TextContent.ShouldContain(joining.Name);
        (await portal.WithDb(db => db.ScoreSheets.CountAsync(sheet => sheet.UnitId == joining.Id), year.Acting(year.Authority, Capacity.Clerk))).ShouldBe(1);

        var after = await Act(clerk, $"{year.Url}/thiet-lap/thoi-tham-gia/{joining.Id}", ("ToOn", "30/09/2020"));
        after.QuerySelector(".members")!.TextContent.ShouldContain("30/09/2020");
        (await year.ClerkOf(joining).See(year.Url)).QuerySelectorAll(".members tbody tr").Single(row => row.TextContent.Contains(joining.Name)).TextContent.ShouldContain("đã thôi tham gia");
    }

    [Fact]
    public async Task A_leader_does_not_leave_before_another_is_appointed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        (await clerk.See(year.Url + "/thiet-lap")).QuerySelector($"a[href$='/thoi-tham-gia/{year.Leader.Id}']").ShouldBeNull();
        (await Act(clerk, $"{year.Url}/thiet-lap/thoi-tham-gia/{year.Leader.Id}", ("ToOn", "30/09/2020"))).Says().ShouldContain("hãy cử đơn vị khác trước");
        var stranger = await year.AUnit("Tỉnh ngoài");
        (await clerk.GetAsync($"{year.Url}/thiet-lap/thoi-tham-gia/{stranger.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Members_do_not_set_up_and_others_do_not_see()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var leader = year.ClerkOf(year.Leader);
        (await leader.GetAsync(year.Url + "/thiet-lap")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.See(year.Url)).QuerySelector($"main a[href='{year.Url}/thiet-lap']").ShouldBeNull();
        (await other.ClerkOf(other.Authority).GetAsync(year.Url + "/thiet-lap")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.ClerkOf(other.Authority).GetAsync(year.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<int> Leaders(ClusterYearInTest year) =>
        portal.WithDb(db => db.PositionsHeld.CountAsync(row => row.Position == Position.Leader), year.Acting(year.Authority, Capacity.Clerk));
}
