using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

public sealed class TieVoteTests(Portal portal)
{
    [Fact]
    public async Task S4_A_vote_by_minutes_parts_the_tied_in_the_next_layer_and_the_page_says_so()
    {
        var year = await RankedYear.Published(portal, 8, 8, 7);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        (await clerk.See($"{year.Url}/xep-hang")).QuerySelector("[data-open-ties] a")!.GetAttribute("href")!.ShouldEndWith("/bieu-quyet");
        (await year.ClerkOf(year.Member).See($"{year.Url}/xep-hang")).QuerySelectorAll("[data-open-ties] a").ShouldBeEmpty();

        var voted = await clerk.Follow(await Vote(clerk, year, leader: 2, deputy: 5));
        voted.QuerySelector("[data-since]")!.TextContent.ShouldContain($"{year.Deputy.Name}: 5 phiếu; {year.Leader.Name}: 2 phiếu (trên 9 đại biểu)");
        voted.QuerySelectorAll(".result-table tbody tr td:first-child").Select(cell => cell.TextContent.Trim()).ShouldBe(["1", "1", "3"]);

        await head.Follow(await year.Take(head, "thong-nhat", RankedYear.Minutes));
        var adopted = await head.Follow(await year.Take(head, "thong-qua", RankedYear.Minutes));
        adopted.QuerySelectorAll(".result-table tbody tr td:first-child").Select(cell => cell.TextContent.Trim()).ShouldBe(["1", "2", "3"]);
        adopted.QuerySelectorAll(".result-table tbody th").Select(cell => cell.TextContent.Trim()).First().ShouldStartWith(year.Deputy.Name);
        adopted.QuerySelectorAll("[data-honour]").Select(cell => cell.TextContent).ShouldBe(["Dẫn đầu", "Nhì", ""]);
        adopted.QuerySelector(".result-table")!.TextContent.ShouldContain("phân định theo kết quả biểu quyết");
        (await clerk.See($"{year.Url}/lich-su?loai=xep-hang")).Body!.TextContent.ShouldContain("Ghi kết quả biểu quyết khi bằng điểm");
    }

    [Fact]
    public async Task S4_An_unresolved_tie_blocks_only_the_limited_place()
    {
        var year = await RankedYear.Published(portal, 8, 8, 7);
        var head = year.HeadOf(year.Leader);
        var refused = await year.Take(head, "thong-qua", [.. RankedYear.Minutes, ("Honours[0].Honour", "Dẫn đầu"), ("Honours[0].Reason", "Theo ý kiến Hội nghị")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Body!.TextContent.ShouldContain("còn đồng hạng chưa phân định");
        await head.Follow(await year.Take(head, "thong-qua", RankedYear.Minutes));
    }

    [Fact]
    public async Task The_votes_are_for_all_of_the_tied_and_no_more_than_those_who_voted()
    {
        var year = await RankedYear.Published(portal, 8, 8, 7);
        var clerk = year.ClerkOf(year.Leader);
        var tooMany = await Vote(clerk, year, leader: 5, deputy: 5);
        tooMany.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await tooMany.Html();
        again.Body!.TextContent.ShouldContain("Tổng số phiếu không được vượt số đại biểu");
        ((IHtmlInputElement)again.QuerySelector("[name='Document.Number']")!).Value.ShouldBe("05/BB-CTĐ");
        var form = (await clerk.See($"{year.Url}/xep-hang/bieu-quyet")).FormTo("bieu-quyet");
        (await clerk.Submit(form, [("Votes[0].Count", "1"), ("Votes[1].Count", "2"), ("Votes[1].UnitId", $"{year.Member.Id}"), ("Voters", "9"), .. RankedYear.Minutes])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Vote(clerk, year, 1, 2, ("Version", "-1"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await year.HeadOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/bieu-quyet")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_tie_there_is_nothing_to_vote_on()
    {
        var year = await RankedYear.Published(portal, 8.4m, 8, 7);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See($"{year.Url}/xep-hang")).QuerySelectorAll("[data-open-ties]").ShouldBeEmpty();
        (await clerk.GetAsync($"{year.Url}/xep-hang/bieu-quyet")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private static Task<HttpResponseMessage> Vote(HttpClient person, ClusterYearInTest year, int leader, int deputy, params (string, string)[] more) =>
        VoteIn(person, year, [("Voters", "9"), .. RankedYear.Minutes, .. more], (year.Leader.Id, leader), (year.Deputy.Id, deputy));

    private static async Task<HttpResponseMessage> VoteIn(HttpClient person, ClusterYearInTest year, (string, string)[] more, params (int Unit, int Votes)[] votes)
    {
        var form = (await person.See($"{year.Url}/xep-hang/bieu-quyet")).FormTo("bieu-quyet");
        var ids = form.QuerySelectorAll("input[name$='.UnitId']").Select(input => int.Parse(input.GetAttribute("value")!, null)).ToList();
        return await person.Submit(form, [.. votes.Select(vote => ($"Votes[{ids.IndexOf(vote.Unit)}].Count", $"{vote.Votes}")), .. more]);
    }
}
