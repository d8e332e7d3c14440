using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.MyCalendar;

/// <summary>The deadlines of reports in the calendar and its feed.</summary>
public sealed class ReportDatesTests(Portal portal)
{
    private const string Month = "/lich?thang=2030-11";

    private Task<int> Extend(ClusterYearInTest year, int id, UnitInTest unit, DateOnly lastDay)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var requirement = await db.ReportRequirements.Include(row => row.Extensions).SingleAsync(row => row.Id == id);
                requirement.Extend(by, (unit.Id, unit.Name), lastDay, new(ClusterYearInTest.Now, "Thiên tai"), year.Leader.Id);
                return await db.SaveChangesAsync();
            },
            by);
    }

    /// <summary>"12 Báo cáo năm /cum/…" for each mark of the month.</summary>
    private static async Task<IReadOnlyList<string>> Marks(HttpClient person) =>
        [.. from day in (await person.See(Month)).QuerySelectorAll(".month td:not(.other-month)")
            from mark in day.QuerySelectorAll(".day-mark")
            select $"{day.QuerySelector(".day-number")!.TextContent.Trim()} {TasksInTest.Words(mark.TextContent)} {mark.GetAttribute("href")}"];

    private async Task<string> Feed(HttpClient person)
    {
        var page = await (await person.Submit((await person.See("/lich")).FormTo("/dia-chi"))).Html();
        var path = new Uri(page.QuerySelector(".feed-address")!.TextContent).AbsolutePath;
        return (await (await portal.AsStranger().GetAsync(path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private static string IdOf(string feed, string title) => feed.Split("BEGIN:VEVENT").Single(one => one.Contains(title, StringComparison.Ordinal)).Split('\n').Single(line => line.StartsWith("UID:", StringComparison.Ordinal)).Trim();

    [Fact]
    public async Task The_calendar_has_what_a_unit_has_to_send_by_its_own_deadline_and_neither_drafts_nor_what_was_withdrawn()
    {
        var year = await ClusterYearInTest.Make(portal);
        var annual = await year.ARequirement(portal, "đến hết ngày 12/11/2030", title: "Báo cáo năm");
        await year.ARequirement(portal, "đến hết ngày 13/11/2030", isAnnounced: false, title: "Báo cáo đang soạn");
        var withdrawn = await year.ARequirement(portal, "đến hết ngày 13/11/2030", title: "Báo cáo đã thôi");
        var above = await year.ARequirement(portal, "trước ngày 15/11/2030", owedBy: OwedBy.Leader, title: "Báo cáo của cụm");
        var (leader, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        await leader.Follow(await leader.Take(year.Requirement(withdrawn, "/thu-hoi"), ("Reason", "Trùng")));
        await Extend(year, annual, year.Member, new(2030, 11, 20));

        (await Marks(member)).ShouldBe([$"20 Hạn: Báo cáo năm {year.Report(annual, year.Member)}"]);
        (await Marks(year.ClerkOf(year.Units[3]))).ShouldBe([$"12 Hạn: Báo cáo năm {year.Report(annual, year.Units[3])}"]);
        (await Marks(leader)).ShouldBe([$"12 Hạn: Báo cáo năm {year.Report(annual, year.Leader)}", $"14 Hạn: Báo cáo của cụm {year.Report(above, year.Leader)}", $"20 Hạn: Báo cáo năm (gia hạn) {year.Requirement(annual)}"]);
        (await Marks(year.ClerkOf(year.Authority))).ShouldBe([$"12 Hạn: Báo cáo năm {year.Requirement(annual)}", $"14 Hạn: Báo cáo của cụm {year.Requirement(above)}", $"20 Hạn: Báo cáo năm (gia hạn) {year.Requirement(annual)}"]);
        var list = TasksInTest.Words((await member.See(Month + "&danh-sach=true")).QuerySelector(".planned-dates tbody")!.TextContent);
        list.ShouldContain("đến hết ngày 20/11/2030 (gia hạn) Báo cáo năm");
        list.ShouldContain("còn ");

        await leader.Follow(await leader.Take(year.Requirement(annual, "/doi-thoi-han"), ("When", "đến hết ngày 25/11/2030"), ("Reason", "Dịch bệnh")));
        (await Marks(member)).ShouldBe([$"25 Hạn: Báo cáo năm {year.Report(annual, year.Member)}"]);
        await year.AReport(portal, annual, year.Member);
        (await Marks(member)).ShouldBe([$"25 Hạn: Báo cáo năm (đã nộp) {year.Report(annual, year.Member)}"]);
        TasksInTest.Words((await member.See("/")).Body!.TextContent).ShouldNotContain("Mốc gần nhất", Case.Sensitive, "it is sent");
    }

    [Fact]
    public async Task The_feed_has_reports_too_and_moves_the_same_event_when_more_time_is_given()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, "trước ngày 13/11/2030", title: "Báo cáo năm");
        await year.ARequirement(portal, "trước ngày 13/11/2030", isAnnounced: false, title: "Báo cáo đang soạn");
        var before = await Feed(year.ClerkOf(year.Member));
        before.ShouldContain("DTSTART;VALUE=DATE:20301112\r\nDTEND;VALUE=DATE:20301113\r\nSUMMARY:Hạn: Báo cáo năm");
        before.Split("BEGIN:VEVENT").Length.ShouldBe(2);
        await Extend(year, id, year.Member, new(2030, 11, 20));
        var after = await Feed(year.ClerkOf(year.Member));
        after.ShouldContain("DTSTART;VALUE=DATE:20301120\r\nDTEND;VALUE=DATE:20301121\r\nSUMMARY:Hạn: Báo cáo năm");
        IdOf(after, "Báo cáo năm").ShouldBe(IdOf(before, "Báo cáo năm"));
    }

    [Fact]
    public async Task A_deadline_of_the_plan_that_is_asked_for_is_told_once_as_it_is_asked_for()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        await year.ADeadlineIn(portal, planId);
        await portal.WithDb(db => db.Plans.Where(row => row.Id == planId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PlanState.Issued)), year.Acting(year.Leader, Capacity.Head));
        var (leader, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        await leader.Follow(await leader.Submit((await leader.See($"{year.Url}/bao-cao/tu-ke-hoach")).FormTo("/tu-ke-hoach")));
        (await OfJuly(member)).ShouldHaveSingleItem().ShouldContain("/ke-hoach/", customMessage: "the requirement is a draft");
        await Becomes(RequirementState.Announced);
        (await OfJuly(member)).ShouldHaveSingleItem().ShouldContain("/bao-cao/");
        await Becomes(RequirementState.Withdrawn);
        (await OfJuly(member)).ShouldBeEmpty();

        static async Task<IReadOnlyList<string>> OfJuly(HttpClient person) => [.. (await person.See("/lich?thang=2020-07")).QuerySelectorAll(".day-mark").Select(mark => mark.GetAttribute("href")!)];

        Task Becomes(RequirementState state) => portal.WithDb(db => db.ReportRequirements.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)), year.Acting(year.Leader, Capacity.Head));
    }

    [Fact]
    public async Task K1_The_calendar_takes_the_same_statements_whatever_is_asked_for()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ARequirement(portal, "đến hết ngày 12/11/2030");
        var (few, home) = (await StatementCounter.Of(portal, year.Leader.ClerkId, Month), await StatementCounter.Of(portal, year.Leader.ClerkId, "/"));
        foreach (var day in Enumerable.Range(13, 9))
        {
            var id = await year.ARequirement(portal, $"đến hết ngày {day}/11/2030", title: $"Báo cáo thứ {day.ToString(CultureInfo.InvariantCulture)}");
            await Extend(year, id, year.Member, new(2030, 11, day + 1));
        }

        (await StatementCounter.Of(portal, year.Leader.ClerkId, Month)).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(10);
        (await StatementCounter.Of(portal, year.Leader.ClerkId, "/")).ShouldBe(home);
    }
}
