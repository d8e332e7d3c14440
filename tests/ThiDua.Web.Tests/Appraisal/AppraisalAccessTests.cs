using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class AppraisalAccessTests(Portal portal)
{
    [Fact]
    public async Task A4_The_leaders_appraisers_find_nothing_of_their_own_sheet()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var own = await year.AppraisalOf(portal, year.Leader);
        await year.HeadOf(year.Deputy).AppraiseAll(own);
        foreach (var client in new[] { year.ClerkOf(year.Leader), year.HeadOf(year.Leader) })
        {
            var list = await client.See($"{year.Url}/tham-dinh");
            list.QuerySelectorAll("tr[data-sheet]").Select(row => row.QuerySelector(".unit")!.FirstChild!.TextContent.Trim()).ShouldNotContain(year.Leader.Name);
            list.QuerySelectorAll("tr[data-sheet]").Length.ShouldBe(3);
            list.QuerySelectorAll("[data-barred]").ShouldBeEmpty();
            list.QuerySelector($"a[href$='/tham-dinh/{await year.SheetOf(portal, year.Leader)}']").ShouldBeNull();
            list.QuerySelector("[data-assignments]")!.TextContent.ShouldContain($"{year.Deputy.Name} thẩm định: {year.Leader.Name}.");

            var refused = await client.GetAsync(own);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            var said = (await refused.Html()).Body!.TextContent;
            said.ShouldContain("Không ai được thẩm định bảng điểm của đơn vị mình.");
            said.ShouldContain($"do {year.Deputy.Name} thẩm định");
            said.ShouldNotContain("8,00");

            var history = await client.See($"{year.Url}/lich-su");
            history.Body!.TextContent.ShouldNotContain("Hoàn thành thẩm định");
        }
    }

    [Fact]
    public async Task A4_Nor_do_their_posts_reach_it()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var sheetId = await year.SheetOf(portal, year.Leader);
        var client = year.HeadOf(year.Leader);
        var page = await client.See(await year.AppraisalOf(portal, year.Member));
        foreach (var path in new[] { $"dong/{await year.LeafId(portal, "I.2")}", "chap-nhan", "hoan-thanh", "tra-lai", "mo-lai" })
        {
            var form = page.LineForm("I.2");
            form.Action = $"{year.Url}/tham-dinh/{sheetId}/{path}";
            (await client.Submit(form, ("Reason", "Lý do"), ("Decision", "chap-nhan"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await year.StateOf(portal, year.Leader)).ShouldBe(ScoreSheetState.Submitted);
        (await year.Cell(portal, year.Leader, "I.2")).ShouldBeNull();
    }

    [Fact]
    public async Task The_deputy_appraises_the_leaders_sheet_and_only_that()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var client = year.ClerkOf(year.Deputy);
        var list = await client.See($"{year.Url}/tham-dinh");
        list.QuerySelectorAll("tr[data-sheet]").Length.ShouldBe(1);
        list.QuerySelector("tr[data-sheet]")!.TextContent.ShouldContain(year.Leader.Name);
        list.QuerySelector("tr[data-sheet]")!.TextContent.ShouldContain("0/6 dòng");
        await client.See(await year.AppraisalOf(portal, year.Leader));

        // Another member's sheet does not exist for a deputy before it is published; its own it may read, not appraise.
        (await client.GetAsync(await year.AppraisalOf(portal, year.Member))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(await year.AppraisalOf(portal, year.Deputy))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_person_of_two_offices_does_not_appraise_the_unit_of_either()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var officeId = await AnotherOffice(year.Deputy.ClerkId, year.Leader.Id);
        var acting = await portal.WithDb(db => db.Offices.Where(row => row.UserId == year.Deputy.ClerkId && row.Id != officeId).Select(row => row.Id).SingleAsync());
        var client = portal.As(year.Deputy.ClerkId, acting);
        (await client.GetAsync(await year.AppraisalOf(portal, year.Leader))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var list = await client.See($"{year.Url}/tham-dinh");
        list.QuerySelectorAll("tr[data-sheet]").ShouldBeEmpty();
        list.QuerySelector("[data-barred]")!.TextContent.ShouldContain("Không ai được thẩm định bảng điểm của đơn vị mình.");
    }

    [Fact]
    public async Task An_advising_bodys_clerk_does_not_appraise_the_unit_it_advises()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var body = await year.AUnit("Ban Thi đua - Khen thưởng");
        await portal.WithDb(async db =>
        {
            var leader = await db.Organizations.SingleAsync(row => row.Id == year.Leader.Id);
            leader.Describe(Actor.Portal, Described(leader) with { AdvisingBodyId = body.Id });
            return await db.SaveChangesAsync();
        });

        // As clerk of the advising body the person acts for the leader: the members' sheets are its duty, the leader's never.
        var client = portal.As(body.ClerkId);
        await client.See(await year.AppraisalOf(portal, year.Member));
        (await client.GetAsync(await year.AppraisalOf(portal, year.Leader))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        // Nor under an office of the deputy.
        var officeId = await AnotherOffice(body.ClerkId, year.Deputy.Id);
        (await portal.As(body.ClerkId, officeId).GetAsync(await year.AppraisalOf(portal, year.Leader))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Nobody_appraises_under_one_office_what_they_entered_under_another()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, 8.4m);

        // The member's clerk who entered it moves to the leader.
        var officeId = await AnotherOffice(year.Member.ClerkId, year.Leader.Id);
        await portal.WithDb(db => db.Offices.Where(row => row.UserId == year.Member.ClerkId && row.Id != officeId).ExecuteUpdateAsync(set => set.SetProperty(row => row.ToOn, new DateOnly(2020, 12, 31))));
        var client = portal.As(year.Member.ClerkId, officeId);
        var refused = await client.GetAsync(await year.AppraisalOf(portal, year.Member));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Html()).Body!.TextContent.ShouldContain("Người đã nhập số liệu của bảng này ở cương vị khác không được thẩm định.");
        (await client.See($"{year.Url}/tham-dinh")).QuerySelector("[data-barred]")!.TextContent.ShouldContain(year.Member.Name);
    }

    [Fact]
    public async Task Where_leader_and_deputy_are_both_barred_there_is_the_standing_body()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await portal.WithDb(db => db.PositionsHeld.Where(row => row.Position == Position.Deputy).ExecuteDeleteAsync(), year.Acting(year.Leader, Capacity.Head));
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Leader, 8.4m);
        var url = await year.AppraisalOf(portal, year.Leader);
        (await year.ClerkOf(year.StandingBody).See(url)).QuerySelector("main")!.TextContent.ShouldContain(year.StandingBody.Name);
        await year.ClerkOf(year.Authority).See(url);
        (await year.ClerkOf(year.Leader).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Members_and_strangers_do_not_get_in()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var url = await year.AppraisalOf(portal, year.Member);
        (await year.HeadOf(year.Member).GetAsync($"{year.Url}/tham-dinh")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.HeadOf(year.Member).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.As((await year.AUnit("Tỉnh Ngoài")).ClerkId).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var other = await AppraisalInTest.Submitted(portal);
        (await other.ClerkOf(other.Leader).GetAsync($"{other.Url}/tham-dinh/{await year.SheetOf(portal, year.Member)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sheet_still_being_entered_does_not_exist_for_its_appraiser()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var client = year.ClerkOf(year.Leader);
        (await client.GetAsync(await year.AppraisalOf(portal, year.Units[3]))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var row = (await client.See($"{year.Url}/tham-dinh")).QuerySelectorAll("tr[data-sheet]").Single(row => row.TextContent.Contains(year.Units[3].Name));
        row.TextContent.ShouldContain("Chờ đơn vị nộp");
        row.QuerySelector("a").ShouldBeNull();
    }

    [Fact]
    public async Task Who_has_no_sheet_of_duty_is_told_who_appraises_what()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var page = await year.ClerkOf(year.StandingBody).See($"{year.Url}/tham-dinh");
        page.QuerySelector(".empty")!.TextContent.ShouldContain("không có bảng điểm nào phải thẩm định");
        page.QuerySelector("[data-assignments]")!.TextContent.ShouldContain($"{year.Leader.Name} thẩm định");
    }

    [Fact]
    public async Task The_list_filters_by_state()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var client = year.ClerkOf(year.Leader);
        (await client.See($"{year.Url}/tham-dinh?trang-thai=Submitted")).QuerySelectorAll("tr[data-sheet]").Length.ShouldBe(2);
        (await client.See($"{year.Url}/tham-dinh?trang-thai=Objected")).QuerySelector(".empty")!.TextContent.ShouldContain("Đề nghị xem xét lại");
    }

    private static OrganizationDescription Described(Organization unit) => new(unit.Code, unit.Name, unit.ShortName, unit.KindId) { PlaceName = unit.PlaceName, HeadTitle = unit.HeadTitle };

    private Task<int> AnotherOffice(int userId, int organizationId) => portal.WithDb(async db =>
    {
        var office = new Office(Actor.Portal, userId, organizationId, Capacity.Clerk, "Chuyên viên", new(2020, 1, 1));
        db.Add(office);
        await db.SaveChangesAsync();
        return office.Id;
    });
}
