using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Charts;

public sealed class ChartsTests(Portal portal)
{
    private async Task<ClusterYearInTest> APublishedYear(int units = 4)
    {
        var year = await ClusterYearInTest.Make(portal, units);
        await year.IssueWithCells(portal);
        foreach (var (unit, index) in year.Units.Select((unit, index) => (unit, index)))
        {
            await year.FillAndSubmit(portal, unit, growth: 8 - (index * 0.5m));
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        foreach (var path in new[] { "khoa-nhap-lieu", "cong-bo-du-kien" })
        {
            await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/{path}")).FormTo(path)));
        }

        return year;
    }

    [Fact]
    public async Task Before_results_are_published_nothing_is_drawn_and_nobody_sees_a_figure()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 8);
        var page = await year.HeadOf(year.Leader).See($"{year.Url}/bieu-do");
        page.QuerySelector(".empty")!.TextContent.ShouldContain("Chưa có kết quả");
        page.QuerySelector("table").ShouldBeNull();
    }

    [Fact]
    public async Task S6_The_tables_behind_the_charts_say_what_the_ranking_says()
    {
        var year = await APublishedYear();
        var member = year.ClerkOf(year.Member);
        var page = await member.See($"{year.Url}/bieu-do");
        var ranking = await member.See($"{year.Url}/xep-hang");
        var totals = page.QuerySelectorAll("[data-chart=stacked] tbody tr").Select(row => row.LastElementChild!.TextContent.Trim()).ToList();
        totals.ShouldBe(ranking.QuerySelectorAll(".result-table tbody tr").Select(row => row.Children[6].TextContent.Trim()));
        foreach (var row in page.QuerySelectorAll("[data-chart=stacked] tbody tr"))
        {
            row.QuerySelectorAll("[data-value]").Sum(cell => decimal.Parse(cell.GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe(decimal.Parse(row.LastElementChild!.TextContent.Trim(), System.Globalization.CultureInfo.GetCultureInfo("vi-VN")));
        }

        page.QuerySelectorAll("[data-chart=bars] tbody tr").Length.ShouldBe(4);
        page.QuerySelectorAll("[data-chart=bars] tbody tr").ShouldAllBe(row => row.LastElementChild!.TextContent.Trim() == "0,00", "all was accepted as it is; the points by the portal are left out");
        page.QuerySelectorAll("canvas[role=img][aria-label]").Length.ShouldBe(3);
        page.QuerySelector("[data-chart=line] tbody tr th")!.GetAttribute("data-group").ShouldBe(year.Member.Name, "one's own unit first");
    }

    [Fact]
    public async Task The_line_of_a_unit_goes_on_across_a_merger()
    {
        var year = await APublishedYear();
        var successor = await year.AUnit("Tỉnh hợp nhất");
        var next = await portal.WithDb(async db =>
        {
            foreach (var merged in new[] { year.Units[2], year.Units[3] })
            {
                (await db.Organizations.SingleAsync(row => row.Id == merged.Id)).Merge(Actor.Portal, successor.Id, new(2020, 12, 31));
            }

            var cluster = await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.Cluster).SingleAsync();
            var opened = new ClusterYear(Actor.Portal, cluster, 2021, new(), new("14/HĐTĐKT", new(2021, 4, 27), "Hội đồng", "Thông báo"));
            foreach (var unit in new[] { year.Leader, year.Deputy, successor })
            {
                opened.AddMember(Actor.Portal, unit.Id, unit.Name, new(2021, 1, 1));
            }

            opened.AppointLeader(Actor.Portal, year.Leader.Id, new(2021, 1, 1));
            db.Add(opened);
            await db.SaveChangesAsync();
            return opened.Id;
        });
        await portal.WithDb(
            async db =>
            {
                var by = year.Acting(year.Leader, Capacity.Head) with { ClusterYearId = next };
                var scheme = new ScoringScheme(by, next, new("Bảng tiêu chí 2021", 10) { CutOffOn = new(2021, 12, 31) });
                db.Add(scheme);
                await db.SaveChangesAsync();
                var section = scheme.AddCriterion(by, null, new("I", "Nội dung", CriterionKind.Normal, 10, null));
                await db.SaveChangesAsync();
                var leaf = scheme.AddCriterion(by, section.Id, new("I.1", "Tiêu chí", CriterionKind.Normal, 10, new JudgedRule(0.5m)));
                await db.SaveChangesAsync();
                var ranking = new Ranking(by, scheme);
                ranking.CloseEntry(by, new(ClusterYearInTest.Now), []);
                ranking.PublishDraft(by, new(ClusterYearInTest.Now), [], ResultSnapshot.Of(scheme, [new(successor.Id, successor.Name, null, new Dictionary<int, LeafResult> { [leaf.Id] = new(9) })]));
                db.Add(ranking);
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Leader, Capacity.Head) with { ClusterYearId = next });

        var page = await year.ClerkOf(year.Leader).See($"/cum/{next}/bieu-do?don-vi={successor.Id}");
        page.QuerySelectorAll("[data-chart=line] tbody tr").Select(row => (row.Children[0].TextContent, row.Children[1].TextContent)).ShouldBe(
            [("2020", year.Units[2].Name), ("2020", year.Units[3].Name), ("2021", successor.Name)]);
        page.QuerySelector("[data-chart=line] tbody tr:last-child [data-value]")!.TextContent.Trim().ShouldBe("90,00");
    }

    [Fact]
    public async Task A_unit_that_is_not_of_this_year_does_not_exist_here()
    {
        var (year, other) = (await APublishedYear(3), await ClusterYearInTest.Make(portal));
        (await year.ClerkOf(year.Member).GetAsync($"{year.Url}/bieu-do?don-vi={other.Member.Id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task K1_The_page_takes_as_many_statements_for_eight_units_as_for_three()
    {
        var (few, many) = (await APublishedYear(3), await APublishedYear(8));
        var statements = await StatementCounter.Of(portal, few.Leader.ClerkId, $"{few.Url}/bieu-do");
        (await StatementCounter.Of(portal, many.Leader.ClerkId, $"{many.Url}/bieu-do")).ShouldBe(statements);
        statements.ShouldBeLessThanOrEqualTo(12);
    }
}
