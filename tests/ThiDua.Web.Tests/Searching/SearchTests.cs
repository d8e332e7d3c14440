using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Organizations;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Searching;

public sealed class SearchTests(Portal portal)
{
    private static string Url(string typed) => "/tim-kiem?q=" + Uri.EscapeDataString(typed);

    private static string[] Titles(IHtmlDocument page) => [.. page.QuerySelectorAll(".search-hits li .fw-semibold").Select(hit => hit.TextContent)];

    private async Task<HttpClient> Somebody() => portal.As((await portal.AnAccount()).Id);

    [Theory]
    [InlineData("thi dua")]
    [InlineData("thi đua")]
    [InlineData("THI ĐUA")]
    [InlineData("Thi Đua")]
    [InlineData("đua thi")]
    public async Task Q1_With_or_without_accents_in_any_case_and_Unicode_form_the_same_is_found(string typed)
    {
        var n = Portal.Next();
        await portal.AnOrganization($"Ban Thi đua q{n}");
        await portal.AnOrganization($"Ban Tổ chức q{n}");
        var somebody = await Somebody();
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            Titles(await somebody.See(Url($"{typed} q{n}".Normalize(form)))).ShouldBe([$"Ban Thi đua q{n}"]);
        }
    }

    [Fact]
    public async Task Q1_Names_stored_in_another_Unicode_form_are_found_too()
    {
        var n = Portal.Next();
        await portal.AnOrganization($"Hội đồng Khởi nghĩa q{n}".Normalize(NormalizationForm.FormD));
        Titles(await (await Somebody()).See(Url($"khởi NGHĨA q{n}"))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Q1_Exact_accents_rank_first()
    {
        var n = Portal.Next();
        await portal.AnOrganization($"An Thị Đua q{n}");
        await portal.AnOrganization($"Ban Thi đua q{n}");
        await portal.AnOrganization($"Cụm đua Thi q{n}");
        var somebody = await Somebody();
        Titles(await somebody.See(Url($"thi đua q{n}"))).ShouldBe([$"Ban Thi đua q{n}", $"Cụm đua Thi q{n}", $"An Thị Đua q{n}"]);
        Titles(await somebody.See(Url($"thị đua q{n}")))[0].ShouldBe($"An Thị Đua q{n}");
        Titles(await somebody.See(Url($"thi dua q{n}"))).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Q1_Every_word_must_begin_a_word()
    {
        var n = Portal.Next();
        await portal.AnOrganization($"Sở Giao thông vận tải q{n}");
        var somebody = await Somebody();
        Titles(await somebody.See(Url($"gia tho q{n}"))).Length.ShouldBe(1);
        foreach (var typed in new[] { $"iao q{n}", $"giao nông q{n}", $"giaoo q{n}", $"% q{n}x", $"_iao q{n}" })
        {
            (await somebody.See(Url(typed))).QuerySelector(".empty").ShouldNotBeNull(typed);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("%_'\"<script>")]
    [InlineData("𝒯 ٣ 中")]
    public async Task Whatever_is_typed_the_page_answers(string typed) => (await (await Somebody()).See(Url(typed))).QuerySelector(".empty").ShouldNotBeNull();

    [Fact]
    public async Task An_old_name_says_what_it_is_now_through_several_mergers()
    {
        var n = Portal.Next();
        var (first, second, last) = (await portal.AnOrganization($"Tỉnh Một f{n}"), await portal.AnOrganization($"Tỉnh Hai g{n}"), await portal.AnOrganization($"Tỉnh Ba h{n}"));
        await portal.Merge(first, second, new(2008, 7, 31));
        await portal.Merge(second, last, new(2025, 6, 30));
        var page = await (await Somebody()).See(Url($"tinh mot f{n}"));
        page.QuerySelector(".search-hits li")!.TextContent.ShouldContain($"nay là Tỉnh Ba h{n}");
        page.QuerySelector(".search-hits a").ShouldBeNull("only administrators open organizations");
        (await (await portal.AnAdministrator()).See(Url($"tinh mot f{n}"))).QuerySelector(".search-hits a")!.GetAttribute("href").ShouldBe($"/quan-tri/don-vi/{first}");
    }

    [Fact]
    public async Task Q1_A_cluster_year_is_found_by_who_may_read_it_and_by_nobody_else()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var name = await portal.WithDb(db => db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.Name).SingleAsync());
        foreach (var reader in new[] { year.Member, year.Leader, year.Authority, year.StandingBody })
        {
            (await year.ClerkOf(reader).See(Url(name))).QuerySelectorAll(".search-hits a").Select(link => link.GetAttribute("href")).ShouldContain(year.Url);
        }

        foreach (var stranger in new[] { other.ClerkOf(other.Leader), await portal.AnAdministrator(), await Somebody() })
        {
            (await stranger.See(Url(name))).QuerySelectorAll(".search-hits a").Select(link => link.GetAttribute("href")).ShouldNotContain(year.Url);
        }
    }

    [Fact]
    public async Task Q1_Counts_are_of_the_sheets_that_this_person_may_open()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await FoundIsWhatOpens(year, found: [(year.Leader, 1), (year.Deputy, 1), (year.Member, 1), (year.StandingBody, 0), (year.Authority, 0)]);

        await year.FillAndSubmit(portal, year.Leader, 7);
        await year.FillAndSubmit(portal, year.Member, 8);
        await FoundIsWhatOpens(year, found: [(year.Leader, 2), (year.Deputy, 2), (year.Member, 1), (year.Units[3], 1), (year.StandingBody, 2), (year.Authority, 2)]);

        await portal.WithDb(db => db.Rankings.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RankingState.DraftPublished)), year.Acting(year.Leader, Capacity.Head));
        await FoundIsWhatOpens(year, found: [(year.Leader, 4), (year.Deputy, 4), (year.Member, 4), (year.StandingBody, 4), (year.Authority, 4)]);
    }

    private async Task FoundIsWhatOpens(ClusterYearInTest year, (UnitInTest By, int Count)[] found)
    {
        var sheets = await portal.WithDb(db => db.ScoreSheets.IgnoreQueryFilters([Data.PortalDb.ThisClusterYear]).Where(sheet => sheet.ClusterYearId == year.Id).Select(sheet => $"/cum/{year.Id}/cham-diem/{sheet.Id}").ToListAsync());
        foreach (var (by, count) in found)
        {
            var client = year.ClerkOf(by);
            var page = await client.See(Url("bảng chấm điểm"));
            var opening = new List<string>();
            foreach (var sheet in sheets)
            {
                if ((await client.GetAsync(sheet)).StatusCode == HttpStatusCode.OK)
                {
                    opening.Add(sheet);
                }
            }

            page.QuerySelectorAll(".search-hits a").Select(link => link.GetAttribute("href")!).Order().ShouldBe(opening.Order(), by.Name);
            opening.Count.ShouldBe(count, by.Name);
            (page.QuerySelector("[role=status]")?.TextContent ?? "0 kết quả").ShouldBe($"{count} kết quả");
        }
    }

    [Fact]
    public async Task Many_results_are_cut_into_pages()
    {
        var n = Portal.Next();
        for (var made = 0; made < 21; made++)
        {
            await portal.AnOrganization($"Trường {made} q{n}");
        }

        var somebody = await Somebody();
        var first = await somebody.See(Url($"truong q{n}"));
        first.QuerySelector("[role=status]")!.TextContent.ShouldBe("21 kết quả");
        Titles(first).Length.ShouldBe(20);
        Titles(await somebody.See(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task K1_Search_takes_no_statement_per_row()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        var few = await StatementCounter.Of(portal, year.Member.ClerkId, Url("bảng chấm điểm"));
        await portal.WithDb(db => db.Rankings.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, RankingState.DraftPublished)), year.Acting(year.Leader, Capacity.Head));
        (await StatementCounter.Of(portal, year.Member.ClerkId, Url("bảng chấm điểm"))).ShouldBe(few);
        (await StatementCounter.Of(portal, year.Member.ClerkId, Url("t"))).ShouldBeLessThanOrEqualTo(10);
        few.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task Nobody_searches_without_signing_in() => (await portal.AsStranger().GetAsync(Url("thi dua"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
}
