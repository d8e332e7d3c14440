using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.OnBehalf;

/// <summary>Units without accounts, and units that merge in the middle of a year.</summary>
public sealed class OnBehalfTests(Portal portal)
{
    [Fact]
    public async Task The_leaders_clerk_enters_and_submits_from_paper_for_a_unit_without_accounts_and_does_not_appraise_it()
    {
        var year = await Issued();
        await WithoutAccounts(year.Member);
        var clerk = year.ClerkOf(year.Leader);
        await Start(clerk, year, year.Member);
        var sheet = await year.SheetOf(portal, year.Member);
        var page = await clerk.See($"{year.Url}/cham-diem/{sheet}");
        page.QuerySelector("[data-on-behalf]")!.TextContent.ShouldContain(year.Member.Name);
        var leaf = await year.LeafId(portal, "II.1");
        var token = ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        var cell = (await year.Cell(portal, year.Member, "II.1", ScoreStage.Self))!;
        (await clerk.PostAsync($"{year.Url}/cham-diem/{sheet}/dong/{leaf}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Version", $"{cell.Version}"), new("Points", "15")]), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await year.Cell(portal, year.Member, "II.1", ScoreStage.Self))!.EnteredByName.ShouldContain($"nhập thay {year.Member.Name}");

        await year.FillAndSubmit(portal, year.Member, growth: 8);
        await portal.WithDb(db => db.ScoreSheets.Where(row => row.Id == sheet).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ScoreSheetState.Entering)), year.Acting(year.Leader, Capacity.Clerk));
        var step = (await clerk.See($"{year.Url}/cham-diem/{sheet}/nop")).FormTo("nop");
        (await clerk.Submit(step)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(step, ("Paper.Number", "15/BC-UBND"), ("Paper.SignedOn", "30/11/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")));
        (await year.StateOf(portal, year.Member)).ShouldBe(ScoreSheetState.Submitted);

        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/cham-diem")).FormTo("thoi")));
        (await clerk.See($"{year.Url}/cham-diem")).QuerySelector("[data-on-behalf]").ShouldBeNull();
        await portal.WithDb(db => db.ScoreEntries.Where(row => row.SheetId == sheet && row.CriterionId == leaf).ExecuteUpdateAsync(set => set.SetProperty(row => row.EnteredById, year.Leader.ClerkId)), year.Acting(year.Leader, Capacity.Clerk));
        (await clerk.GetAsync(new Uri($"{year.Url}/tham-dinh/{sheet}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_unit_with_accounts_enters_itself_and_members_enter_for_nobody()
    {
        var year = await Issued();
        await WithoutAccounts(year.Units[3]);
        (await year.ClerkOf(year.Leader).See($"{year.Url}/nhap-thay")).QuerySelectorAll("option").Select(option => option.TextContent).ShouldBe(["– chọn –", year.Units[3].Name]);
        var member = year.ClerkOf(year.Member);
        (await member.See($"{year.Url}/nhap-thay")).QuerySelector("main form[action$='nhap-thay']").ShouldBeNull();
        var sheet = await year.SheetOf(portal, year.Units[3]);
        using var forged = new HttpRequestMessage(HttpMethod.Get, $"{year.Url}/cham-diem/{sheet}");
        forged.Headers.Add("Cookie", $"{Access.OnBehalf.Cookie}={year.Id}:{year.Units[3].Id}");
        (await member.SendAsync(forged, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Members_that_merge_leave_one_place_to_their_successor_with_the_position_and_a_sheet()
    {
        var year = await Issued();
        var successor = await year.AUnit("Tỉnh Mới");
        await Merge(year, successor, MergerOutcome.TakesPlace, year.Deputy, year.Member);
        await portal.WithDb(
            async db =>
            {
                (await db.Memberships.CountAsync(member => member.ToOn == null)).ShouldBe(3);
                (await db.PositionsHeld.SingleAsync(held => held.ToOn == null && held.Position == Position.Deputy)).OrganizationId.ShouldBe(successor.Id);
                (await db.ScoreSheets.AnyAsync(sheet => sheet.UnitId == successor.Id)).ShouldBeTrue();
                return 0;
            },
            year.Acting(year.Leader, Capacity.Head));
        (await year.ClerkOf(successor).See($"{year.Url}/cham-diem")).Body!.TextContent.ShouldContain(successor.Name);
    }

    [Fact]
    public async Task Members_scored_to_the_day_of_the_merger_stay_ranked_and_the_successors_people_act_for_them()
    {
        var year = await Issued();
        var successor = await year.AUnit("Tỉnh Mới");
        await Merge(year, successor, MergerOutcome.ScoredToDate, year.Member, year.Units[3]);
        var clerk = year.ClerkOf(successor);
        var own = await year.SheetOf(portal, year.Member);
        (await clerk.See($"{year.Url}/cham-diem/{own}")).QuerySelector("h1")!.TextContent.ShouldContain(year.Member.Name);
        await Start(clerk, year, year.Units[3]);
        (await clerk.See($"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Units[3])}")).QuerySelector("[data-on-behalf]").ShouldNotBeNull();
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 8);
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/khoa-nhap-lieu")).FormTo("khoa-nhap-lieu")));
        await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/cong-bo-du-kien")).FormTo("cong-bo-du-kien")));
        (await portal.WithDb(db => db.LayerRows.CountAsync(row => row.Rank != null), year.Acting(year.Leader, Capacity.Head))).ShouldBe(4);
    }

    [Fact]
    public async Task After_entry_was_closed_no_place_is_taken_for_which_there_is_no_sheet()
    {
        var year = await Issued();
        var successor = await year.AUnit("Tỉnh Mới");
        await year.MoveRanking(portal, RankingState.EntryClosed);
        var refused = await Send(year, successor, MergerOutcome.TakesPlace, year.Member);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Body!.TextContent.ShouldContain("Đã khóa nhập liệu nên đơn vị mới không có bảng chấm điểm");
        (await Send(year, year.Deputy, MergerOutcome.TakesPlace, year.Member)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a member has its sheet");
        (await Send(year, successor, MergerOutcome.ScoredToDate, year.Units[3])).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_new_leader_takes_over_open_appraisals_but_not_its_own_sheet()
    {
        var year = await Issued();
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 8);
        }

        await portal.WithDb(
            async db =>
        {
            var aggregate = await db.ClusterYears.Include(row => row.Members).Include(row => row.Positions).SingleAsync(row => row.Id == year.Id);
            aggregate.AppointLeader(Actor.Portal, year.Member.Id, new(2020, 6, 1));
            return await db.SaveChangesAsync();
        }, year.Acting(year.Authority, Capacity.Head));
        var mine = (await year.ClerkOf(year.Member).See($"{year.Url}/tham-dinh")).QuerySelectorAll("tr[data-sheet] th").Select(cell => cell.TextContent).ToList();
        mine.Count.ShouldBe(3);
        mine.ShouldNotContain(text => text.Contains(year.Member.Name));
        (await year.ClerkOf(year.Deputy).See($"{year.Url}/tham-dinh")).QuerySelectorAll("tr[data-sheet] th").Single().TextContent.ShouldContain(year.Member.Name);
    }

    private async Task<ClusterYearInTest> Issued()
    {
        var year = await ClusterYearInTest.Make(portal, hasPreparatorySession: false);
        await year.IssueWithCells(portal);
        return year;
    }

    private Task<int> WithoutAccounts(UnitInTest unit) => portal.WithDb(db => db.Offices.Where(office => office.OrganizationId == unit.Id).ExecuteUpdateAsync(set => set.SetProperty(office => office.ToOn, new DateOnly(2020, 1, 2))));

    private static async Task Start(HttpClient clerk, ClusterYearInTest year, UnitInTest unit) =>
        await clerk.Follow(await clerk.Submit((IHtmlFormElement)(await clerk.See($"{year.Url}/nhap-thay")).QuerySelector("main form[action$='nhap-thay']")!, ("UnitId", $"{unit.Id}")));

    private static async Task Merge(ClusterYearInTest year, UnitInTest successor, MergerOutcome outcome, params UnitInTest[] predecessors) =>
        await year.ClerkOf(year.Authority).Follow(await Send(year, successor, outcome, predecessors));

    private static async Task<HttpResponseMessage> Send(ClusterYearInTest year, UnitInTest successor, MergerOutcome outcome, params UnitInTest[] predecessors)
    {
        var authority = year.ClerkOf(year.Authority);
        return await authority.Submit(
            (await authority.See($"{year.Url}/thiet-lap/sap-nhap")).FormTo("sap-nhap"),
            [.. predecessors.Select(unit => ("Predecessors", $"{unit.Id}")), ("Organization", successor.Name), ("FromOn", "01/07/2020"), ("Outcome", $"{outcome}"), ("Document.Number", "1211/NQ"), ("Document.IssuedOn", "01/06/2020"), ("Document.Issuer", "Quốc hội")]);
    }
}
