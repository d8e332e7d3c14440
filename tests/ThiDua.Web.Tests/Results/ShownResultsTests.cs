using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.ScoringSchemes;

namespace ThiDua.Web.Tests.Results;

/// <summary>The ranking as shown: bands, the projector, how a figure came about, and what is told to nobody.</summary>
public sealed class ShownResultsTests(Portal portal)
{
    [Fact]
    public async Task The_scheme_says_the_bands_and_the_ranking_shows_them_beside_points_and_percent()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Leader);
        var refused = await clerk.Submit((await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh"), ("Bands[0].Name", "Xuất sắc"));
        refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Body!.TextContent.ShouldContain("Nhập điểm tối thiểu.");
        var page = await clerk.Follow(await clerk.Submit((await clerk.See(year.Scheme("/quy-dinh"))).FormTo("/quy-dinh"), ("Bands[0].Name", "Tốt"), ("Bands[0].From", "70"), ("Bands[1].Name", "Xuất sắc"), ("Bands[1].From", "90"), ("Bands[1].Floor", "50"), ("Bands[1].Share", "40")));
        page.Body!.TextContent.ShouldContain("Xuất sắc: từ 90 điểm, mỗi mục đạt từ 50 %, nhiều nhất 40 % số đơn vị; Tốt: từ 70 điểm");

        var ranked = await RankedYear.Closed(portal, 8.4m, 8, 7);
        await portal.WithDb(
            async db =>
            {
                var scheme = await db.ScoringSchemes.SingleAsync();
                db.Entry(scheme).Property(row => row.Bands).CurrentValue = [new("Xuất sắc", 90, 50, 0.4m), new("Tốt", 70)];
                return await db.SaveChangesAsync();
            },
            ranked.Acting(ranked.Leader, Capacity.Head));
        var head = ranked.HeadOf(ranked.Leader);
        var shown = await head.Follow(await ranked.Take(head, "cong-bo-du-kien"));
        shown.QuerySelectorAll("[data-band]").Select(cell => cell.TextContent).ShouldBe(["Xuất sắc", "Tốt", "Tốt"]);
        shown.QuerySelector(".result-table")!.TextContent.ShouldContain("đã đủ 1 đơn vị theo tỷ lệ 40 %");
        shown.QuerySelector(".result-table thead")!.TextContent.ShouldContain("Tỷ lệ điểm được giao");
        (await portal.WithDb(db => db.ResultLayers.Include(row => row.Rows).SingleAsync(), ranked.Acting(ranked.Leader, Capacity.Head))).Differences().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_projector_shows_the_ranking_alone_and_marks_what_the_session_changed()
    {
        var year = await RankedYear.Published(portal, 8.4m, 8, 7);
        var member = year.ClerkOf(year.Member);
        var before = await member.See($"{year.Url}/xep-hang/trinh-chieu");
        before.QuerySelectorAll("nav").ShouldBeEmpty();
        before.QuerySelectorAll("[data-changed]").ShouldBeEmpty();
        await year.SetAppraised(portal, year.Deputy, "II.1", 12);
        var after = await member.See($"{year.Url}/xep-hang/trinh-chieu");
        var changed = after.QuerySelectorAll("[data-changed]").Single();
        changed.TextContent.ShouldStartWith("Theo ý kiến Hội nghị: II.1: 20,00 → 12,00; Tổng điểm:");
        changed.Closest("tr")!.GetAttribute("data-unit").ShouldBe($"{year.Deputy.Id}");
    }

    [Fact]
    public async Task A4_The_projector_waits_for_publication_and_for_appraisals_opened_again()
    {
        var closed = await RankedYear.Closed(portal, 8.4m, 8, 7);
        (await closed.HeadOf(closed.Leader).GetAsync($"{closed.Url}/xep-hang/trinh-chieu")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var year = await RankedYear.Published(portal, 8.4m, 8, 7);
        await year.SetAppraised(portal, year.Deputy, "II.1", 12);
        await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == year.Deputy.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ScoreSheetState.Submitted)), year.Acting(year.Leader, Capacity.Head));
        var page = await year.ClerkOf(year.Member).See($"{year.Url}/xep-hang/trinh-chieu");
        page.QuerySelectorAll("[data-changed]").ShouldBeEmpty();
        page.Body!.TextContent.ShouldContain("Lớp kết quả: dự kiến");
    }

    [Fact]
    public async Task A_figure_unfolds_to_scheme_rivals_rounding_and_each_change_with_office_and_reason()
    {
        var year = await RankedYear.Published(portal, 8.4m, 8, 7);
        var layer = await year.LastLayer(portal);
        var page = await year.ClerkOf(year.Member).See($"{year.Url}/xep-hang/{layer}/don-vi/{year.Deputy.Id}");
        page.QuerySelector("[data-scheme]")!.TextContent.ShouldContain("văn bản số 01/HD-CTĐ");
        page.QuerySelector("[data-total-steps]")!.TextContent.ShouldContain("làm tròn đến hai chữ số");
        page.QuerySelectorAll("[data-rivals='I.1'] tbody tr").Select(row => row.QuerySelector("td")!.TextContent).ShouldBe([year.Leader.Name, $"{year.Deputy.Name} (đơn vị này)", year.Member.Name]);
        page.Body!.TextContent.ShouldContain($"vượt cao nhất: {year.Leader.Name} 20 %");
        var changes = page.QuerySelector("[data-changes='II.2']")!.TextContent;
        changes.ShouldContain("10,00");
        changes.ShouldContain($"Người của {year.Leader.Name} (");
        changes.ShouldContain("Theo hồ sơ");
        (await year.ClerkOf(year.Member).See($"{year.Url}/xep-hang")).QuerySelectorAll($"a.figure[href*='/don-vi/{year.Deputy.Id}#dong-']").Length.ShouldBe(4);
    }

    [Fact]
    public async Task A5_No_page_of_results_tells_a_total_or_average_over_fewer_than_three_sheets()
    {
        var year = await RankedYear.Closed(portal, 8.4m, 8);
        var member = year.ClerkOf(year.Deputy);
        foreach (var path in new[] { "", "/xep-hang", "/bieu-do", "/tham-dinh/chenh-lech", "/xep-hang/khong-xet", "/lich-su" })
        {
            var text = (await member.See(year.Url + path)).QuerySelector("main")!.TextContent;
            foreach (var figure in new[] { "90,00", "100,00", "95,00", "190,00", "bình quân", "trung bình" })
            {
                text.ToLowerInvariant().Replace("không tính bình quân cho dưới 3 bảng điểm", "", StringComparison.Ordinal).ShouldNotContain(figure, Case.Sensitive, $"{path} before publication");
            }
        }

        await year.Take(year.HeadOf(year.Leader), "cong-bo-du-kien");
        foreach (var path in new[] { "/xep-hang", "/bieu-do", "/xep-hang/trinh-chieu", $"/xep-hang/{await year.LastLayer(portal)}/bang-tong-hop.html" })
        {
            var page = (await (await member.GetAsync(year.Url + path)).Html()).Body!.TextContent.ToLowerInvariant();
            page.ShouldNotContain("bình quân");
            page.ShouldNotContain("trung bình");
            System.Text.RegularExpressions.Regex.IsMatch(page, @"(?<!\d)190,00", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeFalse($"{path} adds up two sheets");
        }
    }

    [Fact]
    public async Task Last_years_total_and_rank_stand_beside()
    {
        var year = await RankedYear.Published(portal, 8.4m, 8, 7);
        var head = year.HeadOf(year.Leader);
        await head.Follow(await year.Take(head, "thong-qua", RankedYear.Minutes));
        await head.Follow(await year.Take(head, "dieu-chinh", [("Lines[0].UnitId", $"{year.Member.Id}"), ("Lines[0].Code", "II.1"), ("Lines[0].Points", "15"), ("Lines[0].Reason", "Trùng văn bản"), ("Reason", "Theo kết luận kiểm tra"), .. RankedYear.Minutes]));
        var next = await portal.WithDb(async db =>
        {
            // The next year of the same cluster, with the results of its own as a layer.
            var before = await db.ClusterYears.IgnoreQueryFilters().Include(row => row.Cluster).SingleAsync(row => row.Id == year.Id);
            var made = new Domain.Clusters.ClusterYear(Actor.Portal, before.Cluster, 2021, before.Parameters, before.NamingDocument);
            foreach (var unit in year.Units)
            {
                made.AddMember(Actor.Portal, unit.Id, unit.Name, new(2021, 1, 1));
            }

            made.AppointLeader(Actor.Portal, year.Leader.Id, new(2021, 1, 1));
            db.Add(made);
            await db.SaveChangesAsync();
            return made.Id;
        });
        var by = year.Acting(year.Leader, Capacity.Head) with { ClusterYearId = next };
        await portal.WithDb(
            async db =>
            {
                var scheme = new ScoringScheme(by, next, new("Bảng tiêu chí năm sau", 10));
                db.Add(scheme);
                scheme.AddCriterion(by, null, new("I", "Nội dung", CriterionKind.Normal, 10, new JudgedRule(1)));
                var ranking = new Ranking(by, scheme);
                db.Add(ranking);
                await db.SaveChangesAsync();
                db.Entry(ranking).Property(row => row.State).CurrentValue = RankingState.EntryClosed;
                ranking.PublishDraft(by, new(ClusterYearInTest.Now), [], ResultSnapshot.Of(scheme, year.Units.Select(unit => new UnitResult(unit.Id, unit.Name, null, new Dictionary<int, LeafResult> { [scheme.Criteria[0].Id] = new(5) }))));
                return await db.SaveChangesAsync();
            },
            by);
        var cells = (await year.ClerkOf(year.Member).See($"/cum/{next}/xep-hang")).QuerySelectorAll(".result-table tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim().Split('–')[0].Trim(), row => row.QuerySelector("[data-last-year]")!.TextContent.Trim());
        cells[year.Leader.Name].ShouldBe("100,00 điểm, hạng 1");
        cells[year.Member.Name].ShouldBe("75,00 điểm, hạng 3", "the layer in force, which corrected what was adopted");
    }
}
