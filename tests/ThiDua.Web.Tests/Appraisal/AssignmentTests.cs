using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class AssignmentTests(Portal portal)
{
    [Fact]
    public async Task Twelve_units_are_appraised_by_a_team_of_three()
    {
        var year = await Submitted(12);
        UnitInTest[] team = [year.Deputy, year.Member, year.Units[3]];
        var leader = year.ClerkOf(year.Leader);
        await Assign(leader, year, year.Units.Skip(1), team);
        await Assign(year.ClerkOf(year.Deputy), year, [year.Leader], [year.Units[4]]);

        foreach (var unit in team.Append(year.Units[4]))
        {
            var clerk = year.ClerkOf(unit);
            var mine = (await clerk.See($"{year.Url}/tham-dinh")).QuerySelectorAll("tr[data-sheet]").Select(row => row.GetAttribute("data-sheet")!).ToList();
            foreach (var sheet in mine)
            {
                var url = $"{year.Url}/tham-dinh/{sheet}";
                await clerk.AppraiseAll(url);
                await clerk.Follow(await clerk.Finish(url));
            }
        }

        var states = await portal.WithDb(db => db.ScoreSheets.ToDictionaryAsync(sheet => sheet.UnitId, sheet => new { sheet.State, sheet.AppraisedByUnitId }), year.Acting(year.Leader, Capacity.Clerk));
        states.Values.ShouldAllBe(sheet => sheet.State == ScoreSheetState.Appraised);
        states.ShouldAllBe(row => row.Key != row.Value.AppraisedByUnitId);
        states.Values.GroupBy(sheet => sheet.AppraisedByUnitId).Select(group => group.Count()).Order().ShouldBe([1, 3, 4, 4]);
        (await leader.See($"{year.Url}/cham-diem")).Body!.TextContent.ShouldContain(year.Units[4].Name);
    }

    [Fact]
    public async Task A4_A_member_appraises_what_it_was_given_and_sees_no_other_sheet()
    {
        var year = await Submitted(5);
        await Assign(year.ClerkOf(year.Leader), year, [year.Units[3]], [year.Member]);
        var ids = await portal.WithDb(db => db.ScoreSheets.ToDictionaryAsync(sheet => sheet.UnitId, sheet => sheet.Id), year.Acting(year.Leader, Capacity.Clerk));
        var member = year.ClerkOf(year.Member);
        (await member.GetAsync(new Uri($"{year.Url}/tham-dinh/{ids[year.Units[3].Id]}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var other in new[] { year.Leader, year.Deputy, year.Units[4] })
        {
            (await member.GetAsync(new Uri($"{year.Url}/tham-dinh/{ids[other.Id]}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await member.GetAsync(new Uri($"{year.Url}/cham-diem/{ids[other.Id]}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        // The leader's staff goes on reading it, and appraises it no more.
        var leader = year.ClerkOf(year.Leader);
        (await leader.See($"{year.Url}/cham-diem/{ids[year.Units[3].Id]}")).QuerySelector("h1").ShouldNotBeNull();
        (await leader.GetAsync(new Uri($"{year.Url}/tham-dinh/{ids[year.Units[3].Id]}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await member.See("/")).Body!.TextContent.ShouldContain("Thẩm định");
    }

    [Fact]
    public async Task A4_The_leader_is_not_offered_its_own_sheet_and_a_stale_form_is_refused()
    {
        var year = await Submitted(4);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See($"{year.Url}/tham-dinh/phan-cong/giao");
        page.QuerySelector($"#f-Units-{year.Leader.Id}").ShouldBeNull();
        var refused = await clerk.Submit(page.FormTo("giao"), Fields([year.Leader], [year.Member]));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).QuerySelector("#f-Units-problem")!.TextContent.ShouldContain("đơn vị mình");
    }

    [Fact]
    public async Task A_conflict_moves_the_sheet_on_and_is_lifted_by_two_persons()
    {
        var year = await Submitted(4);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var form = (await clerk.See($"{year.Url}/tham-dinh/phan-cong/khong-tham-dinh")).FormTo("khong-tham-dinh");
        await clerk.Follow(await clerk.Submit(form, [("UnitId", $"{year.Member.Id}"), ("Appraiser", $"{year.Leader.Id}-{year.Leader.ClerkId}"), ("Reason", "Người thân công tác tại đơn vị")]));
        var sheet = await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Clerk));
        (await clerk.GetAsync(new Uri($"{year.Url}/tham-dinh/{sheet}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await head.See($"{year.Url}/tham-dinh")).QuerySelector($"tr[data-sheet='{sheet}']").ShouldNotBeNull();

        var own = await clerk.See($"{year.Url}/tham-dinh/phan-cong/go?so=1");
        own.QuerySelector("form[action$='/go']").ShouldBeNull();
        var ask = (await head.See($"{year.Url}/tham-dinh/phan-cong/go?so=1")).FormTo("go");
        await head.Follow(await head.Submit(ask, [("Act", "Ask"), ("Reason", "Đã chuyển công tác")]));
        var twice = await head.Submit(ask, [("Act", "Agree")]);
        twice.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var deputy = year.HeadOf(year.Deputy);
        await deputy.Follow(await deputy.Submit((await deputy.See($"{year.Url}/tham-dinh/phan-cong/go?so=1")).FormTo("go"), [("Act", "Agree")]));
        (await clerk.See($"{year.Url}/tham-dinh/{sheet}")).QuerySelector("h1").ShouldNotBeNull();
        (await clerk.See($"{year.Url}/tham-dinh/phan-cong")).QuerySelector("[data-conflict='1']")!.TextContent.ShouldContain("Đã gỡ");
    }

    [Fact]
    public async Task Two_clerks_who_assign_at_once_are_told_of_each_other()
    {
        var year = await Submitted(4);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        await Assign(clerk, year, [year.Units[3]], [year.Member]);
        var (first, second) = ((await clerk.See($"{year.Url}/tham-dinh/phan-cong/giao")).FormTo("giao"), (await head.See($"{year.Url}/tham-dinh/phan-cong/giao")).FormTo("giao"));
        await clerk.Follow(await clerk.Submit(first, Fields([year.Member], [year.Units[3]])));
        var told = await head.Submit(second, Fields([year.Member], [year.Deputy]));
        told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        ((IHtmlInputElement)(await told.Html()).QuerySelector($"#f-Appraisers-{year.Deputy.Id}")!).IsChecked.ShouldBeTrue();
    }

    private async Task<ClusterYearInTest> Submitted(int units)
    {
        var year = await ClusterYearInTest.Make(portal, units);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 8);
        }

        return year;
    }

    private static async Task Assign(HttpClient by, ClusterYearInTest year, IEnumerable<UnitInTest> units, IEnumerable<UnitInTest> appraisers) =>
        await by.Follow(await by.Submit((await by.See($"{year.Url}/tham-dinh/phan-cong/giao")).FormTo("giao"), Fields(units, appraisers)));

    private static (string, string)[] Fields(IEnumerable<UnitInTest> units, IEnumerable<UnitInTest> appraisers) =>
    [
        .. units.Select(unit => ("Units", $"{unit.Id}")), .. appraisers.Select(unit => ("Appraisers", $"{unit.Id}")),
        ("Kind", "Team"), ("Document.Number", "05/QĐ-CTĐ"), ("Document.IssuedOn", "2020-11-30"), ("Document.Issuer", "Cụm trưởng"),
    ];
}
