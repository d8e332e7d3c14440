using System.Net;
using AngleSharp.Dom;
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
        (await leader.See(url + "&trang-thai=Submitted")).QuerySelector("[data-unit]")!.TextContent.ShouldContain("1 tệp");
        (await leader.See(url + "&trang-thai=chua")).QuerySelectorAll("[data-unit]").Length.ShouldBe(4);
        (await leader.See(url + "&trang-thai=muon")).QuerySelectorAll("[data-unit]").Length.ShouldBe(5, "one submitted late, four overdue");
        (await leader.See(url + $"&q={Uri.EscapeDataString("tinh pho")}")).QuerySelectorAll("[data-unit]").Length.ShouldBe(1);
        var sheet = await leader.GetAsync(year.Requirement(id, "/tien-do.xlsx"), TestContext.Current.CancellationToken);
        sheet.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        (await leader.Tasks()).ShouldContain(task => task.Contains("4 đơn vị chưa nộp báo cáo", StringComparison.Ordinal));
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
