using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public class ShowSchemeTests(Portal portal)
{
    [Fact]
    public async Task A_year_without_scheme_says_so_and_offers_the_leader_three_ways_to_start()
    {
        var year = await ClusterYearInTest.Make(portal);
        var page = await year.ClerkOf(year.Leader).See(year.Scheme());
        page.QuerySelector(".empty")!.TextContent.ShouldContain("Chưa có bảng tiêu chí");
        page.QuerySelectorAll(".empty a").Select(link => link.GetAttribute("href")!.Split("nguon=")[1]).ShouldBe(["mau-cum-tinh", "mau-khoi-so-nganh", "trong"]);
        var ofMember = await year.ClerkOf(year.Member).See(year.Scheme());
        ofMember.QuerySelectorAll(".empty a").ShouldBeEmpty();
        ofMember.QuerySelector(".empty")!.TextContent.ShouldContain("Cụm trưởng");
    }

    [Theory]
    [InlineData("mau-cum-tinh", "950", 950, 50)]
    [InlineData("mau-khoi-so-nganh", "95", 95, 5)]
    public async Task S2_A_scheme_from_a_template_adds_up_and_can_be_issued(string source, string total, int content, int bonus)
    {
        var year = await ClusterYearInTest.Make(portal);
        var page = await year.StartScheme(source);
        page.QuerySelector(".scheme-sums")!.TextContent.ShouldContain($"{total} / {total}");
        page.QuerySelectorAll(".scheme-missing").ShouldBeEmpty();
        var scheme = await year.Stored(portal);
        var tree = scheme.Tree();
        tree.Sections.Where(row => row.Kind == CriterionKind.Normal).Sum(row => row.Max).ShouldBe(content);
        tree.Sections.Where(row => row.Kind == CriterionKind.Bonus).Sum(row => row.Max).ShouldBe(bonus);
        scheme.TieKeys.Where(key => key.NodeId is not null).ShouldAllBe(key => key.Label == "mục " + scheme.Criteria.Single(row => row.Id == key.NodeId).Code);
        scheme.TieKeys.Count.ShouldBe(4);
        (await year.IssueByHead()).Says().ShouldContain("Đã ban hành");
        (await year.Stored(portal)).State.ShouldBe(SchemeState.Issued);
    }

    [Fact]
    public async Task W2_A_member_reads_the_draft_without_anything_to_edit_it_and_is_refused_on_the_editor()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Member);
        var page = await clerk.See(year.Scheme());
        page.QuerySelectorAll("[data-code]").Length.ShouldBe(10);
        page.QuerySelectorAll("main form, main button, .page-steps a, .scheme-tools, .scheme-problems").ShouldBeEmpty();
        var section = await year.Stored(portal, "I");
        foreach (var path in new[] { "/quy-dinh", "/tao", "/ban-hanh", "/muc/them", $"/muc/{section.Id}", $"/muc/{section.Id}/xoa" })
        {
            (await clerk.GetAsync(year.Scheme(path))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    [Fact]
    public async Task A_stranger_finds_no_scheme_and_no_editor()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var stranger = year.ClerkOf(await year.AUnit("Tỉnh khác"));
        foreach (var path in new[] { "", "/quy-dinh", "/ban-hanh", "/muc/them" })
        {
            (await stranger.GetAsync(year.Scheme(path))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task A_criterion_of_another_year_does_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await year.ADraftScheme();
        await other.ADraftScheme();
        var foreign = await other.Stored(portal, "I");
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.GetAsync(year.Scheme($"/muc/{foreign.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync(year.Scheme($"/muc/{foreign.Id}/xoa"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.GetAsync(year.Scheme($"/muc/them?duoi={foreign.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var own = await year.Stored(portal, "I");
        var form = (await clerk.See(year.Scheme($"/muc/{own.Id}"))).FormTo($"/muc/{own.Id}");
        form.Action = form.Action.Replace($"/{own.Id}", $"/{foreign.Id}", StringComparison.Ordinal);
        (await clerk.Submit(form, ("Name", "Đổi trộm"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.Stored(portal, "I")).Name.ShouldBe(foreign.Name);
    }

    [Fact]
    public async Task What_a_section_lacks_to_its_maximum_stands_beside_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var section = await year.ASection(portal);
        await year.AddCriterion(section.Id, ("Code", "I.1"), ("Name", "GRDP"), ("Max", "87,5"), ("Rule.Method", "ClusterRelative"));
        var page = await year.ClerkOf(year.Member).See(year.Scheme());
        page.QuerySelector("[data-code='I'] .scheme-missing")!.TextContent.ShouldBe("còn thiếu 12,5");
        page.QuerySelector("[data-code='I.1']")!.TextContent.ShouldContain("½");
    }

    [Fact]
    public async Task A_scheme_is_copied_from_an_earlier_year_of_the_cluster_with_its_years_moved_on()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.StartScheme("mau-cum-tinh", ("Title", "Tiêu chí năm 2020"));
        var nextId = await portal.WithDb(async db =>
        {
            var cluster = await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.Cluster).SingleAsync();
            var next = new Domain.Clusters.ClusterYear(Domain.Access.Actor.Portal, cluster, 2021, new(), new("1/QĐ", new(2021, 1, 1), "Hội đồng", "Cụm năm 2021"));
            next.AddMember(Domain.Access.Actor.Portal, year.Leader.Id, year.Leader.Name, new(2021, 1, 1));
            next.AppointLeader(Domain.Access.Actor.Portal, year.Leader.Id, new(2021, 1, 1));
            db.Add(next);
            await db.SaveChangesAsync();
            return next.Id;
        });
        var clerk = year.ClerkOf(year.Leader);
        var start = await clerk.See($"/cum/{nextId}/tieu-chi");
        start.QuerySelector(".empty a")!.GetAttribute("href").ShouldBe($"/cum/{nextId}/tieu-chi/tao?nguon=nam-{year.Id}");
        var form = (await clerk.See($"/cum/{nextId}/tieu-chi/tao?nguon=nam-{year.Id}")).FormTo("/tao");
        var page = await clerk.Follow(await clerk.Submit(form));
        page.QuerySelector("h1")!.TextContent.ShouldBe("Tiêu chí năm 2021");
        page.QuerySelector(".scheme-terms")!.TextContent.ShouldContain("30/11/2021");
        page.QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")).ShouldBe((await clerk.See(year.Scheme())).QuerySelectorAll("[data-code]").Select(row => row.GetAttribute("data-code")));
        page.QuerySelector(".scheme-terms")!.TextContent.ShouldContain("1. Tổng điểm mục III");
    }

    [Fact]
    public async Task A_year_that_the_reader_may_not_read_is_no_source()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await other.ADraftScheme();
        (await year.ClerkOf(year.Leader).GetAsync(year.Scheme($"/tao?nguon=nam-{other.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
