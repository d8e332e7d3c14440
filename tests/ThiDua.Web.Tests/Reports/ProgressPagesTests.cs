using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

public sealed class ProgressPagesTests(Portal portal)
{
    [Fact]
    public async Task The_table_of_progress_is_filtered_and_exported()
    {
        var year = await ClusterYearInTest.Make(portal, units: 5);
        var id = await year.ARequirement(portal, "đến hết ngày 10/7/2020");
        await year.AReport(portal, id, year.Member);
        await year.AReport(portal, id, year.Units[3], isSubmitted: false);
        var leader = year.ClerkOf(year.Leader);
        var url = $"{year.Url}/bao-cao/tien-do?yeu-cau={id}";
        (await leader.See(url)).QuerySelectorAll("[data-unit]").Length.ShouldBe(5);
        (await leader.See(url + "&trang-thai=Submitted")).QuerySelector("[data-unit] .matrix-cell a[href*='/tep/']")!.TextContent.ShouldStartWith("1 tệp: Báo cáo sơ kết");
        (await leader.See(url + "&trang-thai=chua")).QuerySelectorAll("[data-unit]").Length.ShouldBe(4);
        (await leader.See(url + "&trang-thai=muon")).QuerySelectorAll("[data-unit]").Length.ShouldBe(5, "one submitted late, four overdue");
        (await leader.See(url + $"&q={Uri.EscapeDataString("tinh pho")}")).QuerySelectorAll("[data-unit]").Length.ShouldBe(1);
        var sheet = await leader.GetAsync(year.Requirement(id, "/tien-do.xlsx"), TestContext.Current.CancellationToken);
        sheet.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await leader.Tasks()).ShouldContain(task => task.Contains("4 đơn vị chưa nộp báo cáo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_left_the_year_after_submitting_stays_a_line_and_who_left_before_does_not()
    {
        var year = await ClusterYearInTest.Make(portal, units: 6);
        var id = await year.ARequirement(portal, figures: new FigureDescription("Số xã đạt chuẩn", "xã"));
        await year.AReport(portal, id, year.Units[4]);
        await portal.WithDb(async db =>
        {
            var stored = await db.ClusterYears.IgnoreQueryFilters().Include(row => row.Members).Include(row => row.Positions).SingleAsync(row => row.Id == year.Id);
            stored.EndMembership(Actor.Portal, year.Units[4].Id, new(2020, 6, 30));
            stored.EndMembership(Actor.Portal, year.Units[5].Id, new(2020, 6, 30));
            return await db.SaveChangesAsync();
        });
        foreach (var page in new[] { $"{year.Url}/bao-cao/tien-do?yeu-cau={id}", year.Requirement(id, "/so-lieu") })
        {
            var lines = (await year.ClerkOf(year.Leader).See(page)).QuerySelectorAll("[data-unit]").Select(row => row.TextContent).ToList();
            lines.Count.ShouldBe(5, page);
            lines.ShouldContain(line => line.Contains(year.Units[4].Name, StringComparison.Ordinal), page);
        }
    }

    [Theory]
    [InlineData("/bao-cao")]
    [InlineData("/bao-cao/tien-do")]
    [InlineData("")]
    public async Task K1_A_page_takes_as_many_statements_for_nine_units_as_for_three(string page)
    {
        async Task<int> Statements(int units)
        {
            var year = await ClusterYearInTest.Make(portal, units);
            var id = await year.ARequirement(portal);
            foreach (var unit in year.Units)
            {
                await year.AReport(portal, id, unit);
            }

            return await StatementCounter.Of(portal, year.Leader.ClerkId, year.Url + page);
        }

        var (few, many) = (await Statements(3), await Statements(9));
        many.ShouldBe(few);
        many.ShouldBeLessThanOrEqualTo(14);
    }

    [Fact]
    public async Task K1_The_page_of_a_report_takes_a_fixed_number_of_statements()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member);
        (await StatementCounter.Of(portal, year.Member.ClerkId, year.Report(id, year.Member))).ShouldBeLessThanOrEqualTo(18);
    }
}
