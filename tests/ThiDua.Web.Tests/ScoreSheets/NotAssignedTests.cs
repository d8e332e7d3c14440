using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.ScoreSheets;

public sealed class NotAssignedTests(Portal portal)
{
    private async Task<ClusterYearInTest> AYear(NotAssignedPolicy policy = NotAssignedPolicy.ReduceBase)
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        await year.IssueWithCells(portal);
        await portal.WithDb(db => db.ScoringSchemes.ExecuteUpdateAsync(set => set.SetProperty(row => row.NotAssigned, policy)), year.Acting(year.Leader, Capacity.Head));
        return year;
    }

    private async Task<string> LineOf(ClusterYearInTest year, UnitInTest unit, string code) => $"{year.Url}/cham-diem/{await year.SheetOf(portal, unit)}/dong/{await year.LeafId(portal, code)}";

    private async Task Ask(ClusterYearInTest year, UnitInTest unit, string code, string reason = "Đơn vị không được giao vốn đầu tư công")
    {
        var (clerk, line) = (year.ClerkOf(unit), await LineOf(year, unit, code));
        (await clerk.Follow(await clerk.Submit((await clerk.See($"{line}/khong-giao")).FormTo("/khong-giao"), ("Reason", reason)))).Says().ShouldContain("Đã gửi đề nghị");
    }

    private static async Task<HttpResponseMessage> Decide(HttpClient person, ClusterYearInTest year, string decision, string? reason = null)
    {
        var page = await person.See($"{year.Url}/khong-giao");
        var form = page.QuerySelectorAll(".assignment-row form").OfType<IHtmlFormElement>().First();
        return await person.Submit(form, ("Decision", decision), ("Reason", reason ?? ""));
    }

    [Fact]
    public async Task L3_The_unit_asks_the_leader_refuses_with_a_reason_and_the_unit_reads_it_at_the_line()
    {
        var year = await AYear();
        await Ask(year, year.Member, "I.2");
        var clerk = year.ClerkOf(year.Member);
        var sheet = $"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}";
        (await clerk.See(sheet)).QuerySelector("[data-assignment=Asked]")!.TextContent.ShouldContain("không được giao vốn");
        (await clerk.See(sheet)).QuerySelector("[name$='Achieved']").ShouldNotBeNull("the unit may fill the line while it waits");
        var leader = year.ClerkOf(year.Leader);
        (await leader.See("/")).Body!.TextContent.ShouldContain("Quyết định 1 đề nghị không giao chỉ tiêu");
        (await Decide(leader, year, "tu-choi")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await leader.Follow(await Decide(leader, year, "tu-choi", "Kế hoạch vốn có giao cho đơn vị"));
        (await clerk.See(sheet)).QuerySelector("[data-assignment=AskRefused]")!.TextContent.ShouldContain("Kế hoạch vốn có giao cho đơn vị");
        (await portal.WithDb(db => db.AuditEntries.CountAsync(entry => entry.Kind == nameof(LeafAssignment)), year.Acting(year.Leader, Capacity.Head))).ShouldBeGreaterThanOrEqualTo(2);
        (await clerk.See($"{year.Url}/lich-su")).Body!.TextContent.ShouldContain("Không chấp nhận đề nghị không giao");
    }

    [Fact]
    public async Task A4_The_leaders_own_ask_is_decided_by_the_deputy_and_nobody_elses_is()
    {
        var year = await AYear();
        await Ask(year, year.Leader, "I.2");
        await Ask(year, year.Member, "I.2");
        var clerk = year.ClerkOf(year.Leader);
        var (leader, deputy) = (await clerk.See($"{year.Url}/khong-giao"), await year.ClerkOf(year.Deputy).See($"{year.Url}/khong-giao"));
        leader.QuerySelectorAll(".assignment-row h2").Select(row => row.TextContent).ShouldHaveSingleItem().ShouldContain(year.Member.Name);
        deputy.QuerySelectorAll(".assignment-row h2").Select(row => row.TextContent).ShouldHaveSingleItem().ShouldContain(year.Leader.Name);
        var form = (IHtmlFormElement)deputy.QuerySelector(".assignment-row form")!;
        (await clerk.Submit((IHtmlFormElement)leader.QuerySelector(".assignment-row form")!, ("Decision", "chap-nhan"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var own = await clerk.Submit(form, ("Decision", "chap-nhan"), ("__RequestVerificationToken", leader.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        own.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(NotAssignedPolicy.ReduceBase, "50,00")]
    [InlineData(NotAssignedPolicy.FullPoints, "80,00")]
    public async Task S2_An_accepted_ask_counts_on_sheet_appraisal_ranking_explanation_and_paper(NotAssignedPolicy policy, string figure)
    {
        var year = await AYear(policy);
        await Ask(year, year.Member, "I.2");
        await year.ClerkOf(year.Leader).Follow(await Decide(year.ClerkOf(year.Leader), year, "chap-nhan"));
        var sheet = $"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}";
        var clerk = year.ClerkOf(year.Member);
        var leaf = await year.LeafId(portal, "I.2");
        (await clerk.See(sheet)).QuerySelector($"#dong-{leaf} [name$='Achieved']").ShouldBeNull("nothing is typed where nothing is scored");

        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 7);
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        foreach (var path in new[] { "khoa-nhap-lieu", "cong-bo-du-kien" })
        {
            await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/{path}")).FormTo(path)));
        }

        // I.1 met: 20 of 40; I.2 not assigned; II.1 20; II.2 10.
        var (own, appraisal) = (await clerk.See(sheet), await head.See(sheet.Replace("cham-diem", "tham-dinh", StringComparison.Ordinal)));
        own.QuerySelector(".sheet-foot")!.TextContent.ShouldContain($"Thẩm định: {figure}");
        appraisal.QuerySelector("#chan-bang")!.TextContent.ShouldContain(figure);
        if (policy == NotAssignedPolicy.ReduceBase)
        {
            appraisal.QuerySelector("#chan-bang")!.TextContent.ShouldContain("Điểm chuẩn được giao 75,00");
        }

        var ranking = await head.See($"{year.Url}/xep-hang");
        var row = ranking.QuerySelectorAll(".result-table tbody tr").Single(found => found.TextContent.Contains(year.Member.Name, StringComparison.Ordinal));
        row.TextContent.ShouldContain(figure);
        var explained = await head.See(row.QuerySelector("a")!.GetAttribute("href")!);
        explained.Body!.TextContent.ShouldContain("Không giao cho đơn vị");
        explained.Body!.TextContent.ShouldContain("không được giao vốn");
        (await clerk.See($"{sheet}/ban-in.html")).Body!.TextContent.ShouldContain("không giao");
    }

    [Fact]
    public async Task S2_Without_target_units_are_scored_against_the_best_of_them_once_entry_closes()
    {
        var year = await AYear(NotAssignedPolicy.BestOfUnitsWithoutTarget);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See($"{year.Url}/khong-giao")).FormTo("/khong-giao");
        var leaf = await year.LeafId(portal, "I.2");
        (await leader.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var sheets = new List<int> { await year.SheetOf(portal, year.Member), await year.SheetOf(portal, year.Units[3]) };
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var set = await leader.PostAsync($"{year.Url}/khong-giao", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("LeafId", $"{leaf}"), new("SheetIds", $"{sheets[0]}"), new("SheetIds", $"{sheets[1]}"), new("Grounds", "Không có kế hoạch vốn")]));
        (await leader.Follow(set)).Says().ShouldContain("2 đơn vị");

        foreach (var (unit, disbursed) in new[] { (year.Leader, 100m), (year.Deputy, 100m), (year.Member, 60m), (year.Units[3], 80m) })
        {
            await portal.WithDb(
                async db =>
                {
                    var isWithout = sheets.Contains(await db.ScoreSheets.Where(row => row.UnitId == unit.Id).Select(row => row.Id).SingleAsync());
                    var cell = await db.ScoreEntries.SingleAsync(row => row.Sheet.UnitId == unit.Id && row.CriterionId == leaf && row.Stage == ScoreStage.Self);
                    if (isWithout)
                    {
                        cell.Enter(year.Acting(unit, Capacity.Clerk), new(new(Achieved: disbursed), null), await db.Criteria.SingleAsync(row => row.Id == leaf), ClusterYearInTest.Now, LeafScoring.WithoutTarget);
                        return await db.SaveChangesAsync();
                    }

                    return 0;
                },
                year.Acting(unit, Capacity.Clerk));
        }

        var page = await year.ClerkOf(year.Member).See($"{year.Url}/cham-diem/{sheets[0]}");
        page.QuerySelector($"#dong-{leaf} [name$='Target']").ShouldBeNull();
        page.QuerySelector($"#dong-{leaf}")!.GetAttribute("data-filled").ShouldBe("true");
        page.QuerySelector($"#dong-{leaf}")!.TextContent.ShouldContain("so với đơn vị tốt nhất");
        await portal.WithDb(
            async db =>
            {
                var by = year.Acting(year.Leader, Capacity.Head);
                var cells = await db.ScoreEntries.Include(row => row.Sheet).Where(row => row.CriterionId == leaf && sheets.Contains(row.SheetId)).ToListAsync();
                var snapshot = ClusterSnapshot.Take(by, await db.Criteria.SingleAsync(row => row.Id == leaf), cells, ClusterYearInTest.Now, amongUnitsWithoutTarget: true);
                (snapshot.Results[year.Member.Id], snapshot.Results[year.Units[3].Id]).ShouldBe((22.5m, 30m));
                snapshot.Recompute()[year.Member.Id].Points.ShouldBe(22.5m, "S3");
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
    }

    [Fact]
    public async Task An_appraisal_does_not_end_while_an_ask_is_undecided()
    {
        var year = await AYear();
        await Ask(year, year.Member, "I.2");
        await year.FillAndSubmit(portal, year.Member, growth: 7);
        var (leader, url) = (year.ClerkOf(year.Leader), await year.AppraisalOf(portal, year.Member));
        await leader.AppraiseAll(url);
        var refused = await leader.Finish(url);
        (await refused.Html()).Says().ShouldContain("chưa quyết định đề nghị không giao");
        await leader.Follow(await Decide(leader, year, "chap-nhan"));
        (await leader.See(url)).Line("I.2").TextContent.ShouldContain("Không giao cho đơn vị");
        await leader.Follow(await leader.Finish(url));
    }

    [Fact]
    public async Task C2_Of_two_who_decide_the_second_is_told()
    {
        var year = await AYear();
        await Ask(year, year.Member, "I.2");
        var leader = year.ClerkOf(year.Leader);
        var form = (IHtmlFormElement)(await leader.See($"{year.Url}/khong-giao")).QuerySelector(".assignment-row form")!;
        await leader.Follow(await leader.Submit(form, ("Decision", "chap-nhan")));
        var late = await leader.Submit(form, ("Decision", "tu-choi"), ("Reason", "Có giao"));
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await late.Html()).Says().ShouldContain("vừa cập nhật lúc");
    }
}
