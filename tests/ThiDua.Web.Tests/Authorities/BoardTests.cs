using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Authorities;

public sealed class BoardTests(Portal portal)
{
    private static string Board(ClusterYearInTest year) => $"/co-quan/{year.Authority.Id}";

    private static async Task<IReadOnlyList<string>> Rows(HttpClient client, string url) => [.. (await client.See(url)).QuerySelectorAll(".board tbody tr").Select(row => TasksInTest.Words(row.TextContent))];

    /// <summary>More blocks of the same authority, each with a year.</summary>
    private Task<int> More(ClusterYearInTest year, params (string Name, int Year, ClusterLevel Level)[] blocks) => portal.WithDb(async db =>
    {
        foreach (var (name, number, level) in blocks)
        {
            var cluster = new Cluster(Actor.Portal, year.Authority.Id, new(name, ClusterKind.Khoi, level) { Abbreviation = "KTĐ" });
            var made = new ClusterYear(Actor.Portal, cluster, number, new(), new("1/QĐ", new(number, 1, 2), "Hội đồng", ""));
            made.AddMember(Actor.Portal, year.Member.Id, year.Member.Name, new(number, 1, 1));
            made.AppointLeader(Actor.Portal, year.Member.Id, new(number, 1, 1));
            db.Add(made);
        }

        return await db.SaveChangesAsync();
    });

    [Fact]
    public async Task The_board_shows_progress_in_words_and_leads_to_the_year()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await year.Submit(portal, year.Member);
        var page = await year.HeadOf(year.Authority).See(Board(year));
        var row = page.QuerySelectorAll(".board tbody tr").ShouldHaveSingleItem();
        row.QuerySelector($"a[href='{year.Url}']").ShouldNotBeNull();
        var text = TasksInTest.Words(row.TextContent);
        text.ShouldContain(year.Leader.Name);
        text.ShouldContain("Đã nộp 1/4");
        text.ShouldContain("Đã thẩm định 0/4");
        text.ShouldContain("Đang nhập liệu");
        text.ShouldContain("chưa công bố");
    }

    [Fact]
    public async Task The_first_three_of_the_last_layer_are_shown_with_totals()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await portal.WithDb(
            async db =>
            {
                var ranking = await db.Rankings.Include(row => row.Scheme).ThenInclude(row => row.Criteria).SingleAsync();
                await year.RankingIs(portal, RankingState.EntryClosed);
                await db.Entry(ranking).ReloadAsync();
                var leaf = ranking.Scheme.Criteria.First(row => row.Code == "I.2").Id;
                var results = ResultSnapshot.Of(ranking.Scheme, year.Units.Select((unit, index) => new UnitResult(unit.Id, unit.Name, null, ranking.Scheme.Criteria.Where(row => row.Rule is not null).ToDictionary(row => row.Id, row => new LeafResult(row.Id == leaf ? 20m + index : 0m)))));
                ranking.PublishDraft(year.Acting(year.Leader, Capacity.Head), new(ClusterYearInTest.Now), [], results);
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Leader, Capacity.Head));
        var text = (await Rows(year.ClerkOf(year.Authority), Board(year))).ShouldHaveSingleItem();
        text.ShouldContain($"1. {year.Units[3].Name}: 23,00");
        text.ShouldContain($"3. {year.Deputy.Name}: 21,00");
        text.ShouldNotContain("20,00");
        text.ShouldContain("Đã công bố dự kiến");
    }

    [Fact]
    public async Task It_is_filtered_by_year_level_and_name_without_diacritics_and_sorted()
    {
        var year = await ClusterYearInTest.Make(portal);
        await More(year, ("Khối Điện lực", 2021, ClusterLevel.Provincial), ("Khối Báo chí", 2021, ClusterLevel.District), ("Khối Ngân hàng", 2019, ClusterLevel.Provincial));
        var clerk = year.ClerkOf(year.Authority);
        (await Rows(clerk, Board(year))).Count.ShouldBe(4);
        (await Rows(clerk, Board(year) + "?nam=2021")).Count.ShouldBe(2);
        (await Rows(clerk, Board(year) + "?cap=huyen")).ShouldHaveSingleItem().ShouldContain("Khối Báo chí");
        (await Rows(clerk, Board(year) + "?q=DIEN+luc")).ShouldHaveSingleItem().ShouldContain("Khối Điện lực");
        (await Rows(clerk, Board(year) + "?nam=2021&xep=ten"))[0].ShouldContain("Khối Báo chí");
        var none = await clerk.See(Board(year) + "?q=khongco");
        none.QuerySelector(".empty")!.TextContent.ShouldContain("Không có cụm, khối nào khớp");
        none.QuerySelector("main [name=q]")!.GetAttribute("value").ShouldBe("khongco");
    }

    [Fact]
    public async Task A_member_of_anothers_cluster_does_not_find_it_on_its_own_board()
    {
        var year = await ClusterYearInTest.Make(portal);
        await portal.WithDb(async db =>
        {
            db.Add(new Cluster(Actor.Portal, year.Member.Id, new("Khối của riêng tỉnh", ClusterKind.Khoi, ClusterLevel.Provincial) { Abbreviation = "KTĐ" }));
            return await db.SaveChangesAsync();
        });
        var page = await year.ClerkOf(year.Member).See($"/co-quan/{year.Member.Id}");
        page.QuerySelectorAll(".board tbody tr").ShouldBeEmpty();
        page.QuerySelector("main")!.TextContent.ShouldContain("Khối của riêng tỉnh");
    }

    [Fact]
    public async Task A_long_board_has_pages()
    {
        var year = await ClusterYearInTest.Make(portal);
        await More(year, [.. Enumerable.Range(1, 24).Select(number => ($"Khối số {number:00}", 2021, ClusterLevel.Provincial))]);
        var clerk = year.ClerkOf(year.Authority);
        (await Rows(clerk, Board(year))).Count.ShouldBe(20);
        (await Rows(clerk, Board(year) + "?trang=2")).Count.ShouldBe(5);
    }

    [Fact]
    public async Task K1_The_board_takes_ten_statements_at_most_whatever_the_rows()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var few = await Statements(year, Board(year));
        await More(year, [.. Enumerable.Range(1, 19).Select(number => ($"Khối đếm {number:00}", 2021, ClusterLevel.Provincial))]);
        (await Statements(year, Board(year))).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(10);
        (await Statements(year, "/")).ShouldBeLessThanOrEqualTo(10);
        (await Statements(year, year.Url)).ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task The_workbook_holds_what_the_filter_finds()
    {
        var year = await ClusterYearInTest.Make(portal);
        await More(year, ("Khối Điện lực", 2021, ClusterLevel.Provincial));
        var answer = await year.ClerkOf(year.Authority).GetAsync(Board(year) + "/tong-hop.xlsx?nam=2021");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var book = SpreadsheetDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var text = book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;
        text.ShouldContain("Khối Điện lực");
        text.ShouldContain(year.Member.Name);
        text.ShouldNotContain("Cụm thi đua thử");
        (await year.ClerkOf(year.Member).GetAsync(Board(year) + "/tong-hop.xlsx")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<int> Statements(ClusterYearInTest year, string url) => StatementCounter.Of(portal, year.Authority.ClerkId, url);
}
