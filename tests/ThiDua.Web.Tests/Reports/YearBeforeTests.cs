using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>What a report shows of the year before.</summary>
public sealed class YearBeforeTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    /// <summary>The year 2019 of the same cluster, in which the deputy of 2020 led and the leader of 2020 was not a member.</summary>
    private Task<int> TheYearBefore(ClusterYearInTest year) => portal.WithDb(async db =>
    {
        var cluster = await db.ClusterYears.Where(row => row.Id == year.Id).Select(row => row.Cluster).SingleAsync();
        var opened = new ClusterYear(Actor.Portal, cluster, 2019, new(), new("14/HĐTĐKT", new(2019, 4, 27), "Hội đồng", "Thông báo"));
        foreach (var unit in new[] { year.Deputy, year.Member, year.Units[3] })
        {
            opened.AddMember(Actor.Portal, unit.Id, unit.Name, new(2019, 1, 1));
        }

        opened.AppointLeader(Actor.Portal, year.Deputy.Id, new(2019, 1, 1));
        db.Add(opened);
        await db.SaveChangesAsync();
        return opened.Id;
    });

    /// <summary>A requirement of one figure, and the member's report on it with this value, received.</summary>
    private async Task<int> Reported(ClusterYearInTest year, int inYear, int calendarYear, RequirementTerms terms, decimal value)
    {
        var keeper = year.Acting(year.Deputy, Capacity.Clerk) with { ClusterYearId = inYear, Positions = new HashSet<Position> { Position.Member, Position.Leader } };
        var head = year.Acting(year.Member, Capacity.Head) with { ClusterYearId = inYear };
        return await portal.WithDb(
            async db =>
            {
                var (at, member) = (ClusterYearInTest.Now.AddYears(calendarYear - 2020), (year.Member.Id, year.Member.Name));
                var requirement = new ReportRequirement(keeper, calendarYear, terms with { When = terms.When ?? $"đến hết ngày 31/12/{calendarYear}", Recipient = new() { Name = "đơn vị Cụm trưởng" } }, waitsForWorkingDay: false);
                requirement.AddFigure(keeper, new("Số xã đạt chuẩn", "xã") { Decimals = 0, IsSummed = true });
                db.Add(requirement);
                await db.SaveChangesAsync();
                requirement.Announce(keeper, new(ReportsInTest.InTime(requirement)));
                var report = ReportSubmission.Begin(head, requirement, member, at);
                db.Add(report);
                report.EnterFigures(head, requirement, [new(requirement.Figures[0].Id, value)], at);
                report.Submit(head, requirement, new(at));
                report.Accept(keeper, requirement, new(at), year.Deputy.Id);
                await db.SaveChangesAsync();
                return requirement.Id;
            },
            keeper);
    }

    private static RequirementTerms FirstHalf(int year) => new(ReportKind.SixMonth, $"Báo cáo sơ kết 6 tháng đầu năm {year}") { Period = $"6 tháng đầu năm {year}" };

    [Fact]
    public async Task It_is_the_same_for_all_who_may_see_the_unit_s_report_whichever_years_they_were_in()
    {
        var year = await ClusterYearInTest.Make(portal);
        await Reported(year, await TheYearBefore(year), 2019, FirstHalf(2019), 10);
        var id = await Reported(year, year.Id, 2020, FirstHalf(2020), 12);
        foreach (var person in new[] { year.ClerkOf(year.Member), year.ClerkOf(year.Leader), year.HeadOf(year.Deputy), year.ClerkOf(year.Authority), year.ClerkOf(year.StandingBody) })
        {
            Text(await person.See(year.Report(id, year.Member))).ShouldContain("2 (20,00 %)", Case.Sensitive, "12 after 10");
        }

        (await year.ClerkOf(year.Units[3]).GetAsync(year.Report(id, year.Member), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "A3: it was in 2019 too, and sees neither year's figures of another unit");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_of_the_same_kind_and_period_and_of_several_the_last(bool inOtherOrder)
    {
        var year = await ClusterYearInTest.Make(portal);
        var before = await TheYearBefore(year);
        (RequirementTerms Terms, decimal Value)[] all =
        [
            (FirstHalf(2019) with { Title = "Báo cáo đợt 1", When = "đến hết ngày 10/7/2019" }, 9),
            (FirstHalf(2019) with { Title = "Báo cáo đợt 2", When = "đến hết ngày 20/7/2019" }, 10),
            (FirstHalf(2019) with { Period = "6 tháng cuối năm 2019", Title = "Báo cáo sơ kết 6 tháng cuối năm 2019" }, 50),
            (FirstHalf(2019) with { Kind = ReportKind.Thematic }, 99),
            (FirstHalf(2019) with { Kind = ReportKind.Annual, Period = "năm 2019" }, 70),
        ];
        foreach (var (terms, value) in inOtherOrder ? all.Reverse() : all)
        {
            await Reported(year, before, 2019, terms, value);
        }

        var id = await Reported(year, year.Id, 2020, FirstHalf(2020), 12);
        Text(await year.ClerkOf(year.Leader).See(year.Report(id, year.Member))).ShouldContain("2 (20,00 %)", Case.Sensitive, "12 after 10");
    }
}
