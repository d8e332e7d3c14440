using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Calendars;

public sealed class CalendarTests(Portal portal)
{
    // The host's clock is the real one.
    private static string Day(int fromToday) => DateTime.UtcNow.AddHours(7).AddDays(fromToday).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static async Task Set(ClusterYearInTest year, int closes, bool hard)
    {
        var (clerk, url) = (year.ClerkOf(year.Leader), $"{year.Url}/lich-cham-diem/sua");
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/sua"), ("Entry.ClosesOn", Day(closes)), ("Entry.ClosesHard", hard ? "true" : "false"), ("WaitsForWorkingDay", "false")));
    }

    private async Task<HttpResponseMessage> Save(ClusterYearInTest year, UnitInTest unit)
    {
        var (clerk, sheet) = (year.ClerkOf(unit), await year.SheetOf(portal, unit));
        var page = await clerk.See($"{year.Url}/cham-diem/{sheet}");
        var line = await year.LeafId(portal, "II.1");
        return await clerk.PostAsync($"{year.Url}/cham-diem/{sheet}/dong/{line}", new FormUrlEncodedContent([
            new("__RequestVerificationToken", page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("Version", "0"), new("Points", "12")]));
    }

    [Fact]
    public async Task D2_Closed_entry_refuses_a_line_and_more_time_for_one_unit_opens_only_its_own()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        await Set(year, closes: -3, hard: true);
        var refused = await Save(year, year.Member);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("thời hạn nhập", Case.Insensitive, "in words, JSON-escaped or not");
        (await year.ClerkOf(year.Member).See($"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}")).QuerySelector("[role=note]")!.TextContent.ShouldContain("Đã hết thời hạn nhập");

        var leader = year.ClerkOf(year.Leader);
        var extend = (await leader.See($"{year.Url}/lich-cham-diem/gia-han")).FormTo("/gia-han");
        (await leader.Follow(await leader.Submit(extend, ("UnitId", $"{year.Member.Id}"), ("LastDay", Day(2)), ("Reason", "Chờ số liệu thống kê")))).Body!.TextContent.ShouldContain("Chờ số liệu thống kê");
        (await Save(year, year.Member)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Save(year, year.Deputy)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_first_submission_after_the_date_is_marked_and_a_later_one_changes_nothing_of_it()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        await Set(year, closes: -1, hard: false);
        (await Save(year, year.Member)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var sheet = await year.SheetOf(portal, year.Member);
        await portal.WithDb(
            async db =>
            {
                var criteria = await db.Criteria.ToDictionaryAsync(row => row.Id);
                foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == sheet && row.EnteredAt == null).ToListAsync())
                {
                    if (criteria[cell.CriterionId].Rule is not Domain.Scoring.ByPortalRule)
                    {
                        cell.Enter(year.Acting(year.Member, Capacity.Clerk), new(new(Target: 7, Achieved: 7), null), criteria[cell.CriterionId], ClusterYearInTest.Now);
                    }
                }

                return await db.SaveChangesAsync();
            },
            year.Acting(year.Member, Capacity.Clerk));
        var head = year.HeadOf(year.Member);
        var url = $"{year.Url}/cham-diem/{sheet}/nop";
        await head.Follow(await head.Submit((await head.See(url)).FormTo("/nop")));
        (await year.ClerkOf(year.Leader).See($"{year.Url}/cham-diem")).Body!.TextContent.ShouldContain("nộp muộn");
        await Set(year, closes: 30, hard: false);
        (await year.ClerkOf(year.Leader).See($"{year.Url}/cham-diem")).Body!.TextContent.ShouldContain("nộp muộn");
    }

    [Fact]
    public async Task A_closed_appraisal_refuses_and_offers_nothing_and_a_late_one_is_marked()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 7, disbursed: 90);
        var (leader, sheet) = (year.ClerkOf(year.Leader), await year.SheetOf(portal, year.Member));
        var url = $"{year.Url}/tham-dinh/{sheet}";
        var open = await leader.See(url);
        await SetAppraisal(year, closes: -3, hard: true);
        var shut = await leader.See(url);
        shut.QuerySelector("[role=note]")!.TextContent.ShouldContain($"Đã hết thời hạn thẩm định (đến hết ngày {Day(-3)})");
        shut.QuerySelectorAll("form[action$='/hoan-thanh'], form[action$='/chap-nhan'], form[action$='/tra-lai']").ShouldBeEmpty();
        (await leader.Follow(await leader.Submit(open.FormTo("/chap-nhan")))).Body!.TextContent.ShouldContain("Đã hết thời hạn thẩm định");
        (await year.Cell(portal, year.Member, "I.2")).ShouldBeNull();
        (await leader.Submit(open.FormTo("/hoan-thanh"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await SetAppraisal(year, closes: -3, hard: false);
        await leader.AppraiseAll(url);
        await leader.Follow(await leader.Finish(url));
        (await leader.See($"{year.Url}/tham-dinh")).Body!.TextContent.ShouldContain("thẩm định muộn");
    }

    private static async Task SetAppraisal(ClusterYearInTest year, int closes, bool hard)
    {
        var (clerk, url) = (year.ClerkOf(year.Leader), $"{year.Url}/lich-cham-diem/sua");
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/sua"), ("Appraisal.ClosesOn", Day(closes)), ("Appraisal.ClosesHard", hard ? "true" : "false"), ("WaitsForWorkingDay", "false")));
    }

    [Fact]
    public async Task Everybody_sees_the_dates_the_leader_alone_sets_them_and_the_unit_sees_how_long_is_left()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        (await year.ClerkOf(year.Member).See($"{year.Url}/lich-cham-diem")).QuerySelector(".empty")!.TextContent.ShouldContain("Chưa đặt lịch");
        await Set(year, closes: 5, hard: false);
        (await year.ClerkOf(year.Member).See($"{year.Url}/lich-cham-diem")).Body!.TextContent.ShouldContain($"đến hết ngày {Day(5)}");
        (await year.ClerkOf(year.Member).GetAsync($"{year.Url}/lich-cham-diem/sua")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var page = await year.ClerkOf(year.Member).See($"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}");
        page.QuerySelector("[data-countdown]")!.GetAttribute("data-countdown").ShouldEndWith("T17:00:00.0000000Z");
        (await year.ClerkOf(year.Member).See("/")).Body!.TextContent.ShouldContain(Day(5));
    }

    [Fact]
    public async Task Days_in_the_wrong_order_are_told_and_stay()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        var clerk = year.ClerkOf(year.Leader);
        var answer = await clerk.Submit((await clerk.See($"{year.Url}/lich-cham-diem/sua")).FormTo("/sua"), ("Entry.OpensOn", "10/12/2020"), ("Entry.ClosesOn", "01/12/2020"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.QuerySelector("#f-Entry-ClosesOn-problem")!.TextContent.ShouldContain("không được sau");
        page.QuerySelector("[name='Entry.OpensOn']")!.GetAttribute("value").ShouldBe("10/12/2020");
    }
}
