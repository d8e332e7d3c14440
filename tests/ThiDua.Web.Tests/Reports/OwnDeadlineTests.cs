using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>What is said of a unit's deadline is its own, wherever it is said; and what is announced can be met.</summary>
public sealed class OwnDeadlineTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private Task<int> On(ClusterYearInTest year, int id, Action<ReportRequirement, Actor> act)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                act(await db.ReportRequirements.Include(row => row.Extensions).SingleAsync(row => row.Id == id), by);
                return await db.SaveChangesAsync();
            },
            by);
    }

    private Task<int> Extend(ClusterYearInTest year, int id, UnitInTest unit, int days) =>
        On(year, id, (requirement, by) => requirement.Extend(by, (unit.Id, unit.Name), Domain.VietnamTime.DayOf(DateTime.UtcNow).AddDays(days), new(ClusterYearInTest.Now, "Thiên tai"), year.Leader.Id));

    [Fact]
    public async Task The_leaders_task_the_text_for_a_chat_and_the_units_list_tell_the_extended_deadline()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(-9)}");
        await Extend(year, id, year.Member, -4);
        foreach (var unit in new[] { year.Leader, year.Deputy, year.Units[3] })
        {
            await year.AReport(portal, id, unit);
        }

        var leader = year.ClerkOf(year.Leader);
        var task = (await leader.Tasks()).Single(one => one.Contains("1 đơn vị chưa nộp báo cáo", StringComparison.Ordinal));
        task.ShouldContain(year.Member.Name);
        task.ShouldContain($"{ReportsInTest.Day(-4)} quá hạn 4 ngày");
        var told = (await leader.See(year.Requirement(id, "/nhac-nop"))).QuerySelector("textarea[readonly]")!.TextContent;
        told.ShouldContain($"(đến hết ngày {ReportsInTest.Day(-4)}): {year.Member.Name}.");
        told.ShouldNotContain(ReportsInTest.Day(-9));
        var member = year.ClerkOf(year.Member);
        Text(await member.See($"{year.Url}/bao-cao")).ShouldContain($"đến hết ngày {ReportsInTest.Day(-4)} đã gia hạn cho đơn vị");
        Text(await member.See(year.Requirement(id))).ShouldContain($"Thời hạn của đơn vị, đã gia hạn: đến hết ngày {ReportsInTest.Day(-4)}");
        Text(await year.ClerkOf(year.Units[3]).See($"{year.Url}/bao-cao")).ShouldNotContain("gia hạn");

        var two = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(-9)}", title: "Báo cáo khác");
        await Extend(year, two, year.Member, -4);
        (await leader.See(year.Requirement(two, "/nhac-nop"))).QuerySelector("textarea[readonly]")!.TextContent.ShouldContain($"- đến hết ngày {ReportsInTest.Day(-4)}: {year.Member.Name}.");
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_links_and_announcing_is_offered_when_it_would_be_done()
    {
        var year = await ClusterYearInTest.Make(portal);
        var leader = year.ClerkOf(year.Leader);
        var made = await leader.Follow(await leader.Take($"{year.Url}/bao-cao/lap", ("Kind", "AdHoc"), ("Title", "Báo cáo đột xuất"), ("When", $"đến hết ngày {ReportsInTest.Day(-1)}"), ("RecipientName", "")));
        var url = new Uri(made.Url).AbsolutePath;
        var gaps = made.QuerySelectorAll("[data-gaps] li").Select(row => TasksInTest.Words(row.TextContent)).ToList();
        gaps.Count.ShouldBe(3);
        gaps[0].ShouldContain("đã qua; sửa thành ngày từ hôm nay trở đi. Sửa yêu cầu");
        gaps[1].ShouldContain("Thêm thành phần hoặc thêm số liệu");
        gaps[2].ShouldContain("Chưa có nơi nhận báo cáo");
        foreach (var link in made.QuerySelectorAll("[data-gaps] a"))
        {
            (await leader.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        made.QuerySelectorAll(".page-steps a[href$='/thong-bao']").ShouldBeEmpty();
        (await leader.Take($"{url}/thong-bao")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await leader.Follow(await leader.Submit((await leader.See($"{url}/chi-tieu/them")).FormTo("/them"), ("Name", "Số vụ")));
        await leader.Follow(await leader.Take($"{url}/sua", ("When", $"đến hết ngày {ReportsInTest.Day(0)}"), ("RecipientName", "đơn vị Cụm trưởng")));
        var ready = await leader.See(url);
        ready.QuerySelectorAll("[data-gaps]").ShouldBeEmpty();
        ready.QuerySelector(".page-steps a.btn-primary[href$='/thong-bao']").ShouldNotBeNull();
        (await leader.Follow(await leader.Take($"{url}/thong-bao"))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã thông báo");
    }

    [Fact]
    public async Task After_the_consolidated_report_who_still_owes_it_is_reminded_and_named()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Deputy);
        var leader = year.ClerkOf(year.Leader);
        Text(await leader.See(year.Requirement(id, "/tong-hop"))).ShouldContain("Còn 3 đơn vị chưa nộp");
        await On(year, id, (requirement, by) => requirement.Consolidate(by, new("12/BC-CTĐT", new(2020, 12, 1), "Cụm thi đua", ""), new(ClusterYearInTest.Now)));
        (await leader.See("/")).Awaited().ShouldContain(row => row.Contains("Nộp báo cáo: Báo cáo sơ kết 6 tháng (2 đơn vị)", StringComparison.Ordinal));
        (await leader.See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).QuerySelector("a[href$='/don-doc']").ShouldNotBeNull();
        var done = await leader.Follow(await leader.Submit((await leader.See(year.Requirement(id, "/nhac-nop"))).FormTo("/nhac-nop"), ("Units", $"{year.Member.Id}")));
        done.Says().ShouldContain("Đã nhắc 1 đơn vị");
        await leader.Follow(await leader.Submit((await leader.See(year.Requirement(id, "/don-doc"))).FormTo("/don-doc"), ("Units", $"{year.Member.Id}")));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(-2, false)]
    public async Task A_report_that_came_back_is_due_by_the_deadline_while_that_is_ahead(int days, bool isDue)
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(days)}");
        await year.AReport(portal, id, year.Member);
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Report(id, year.Member, "/tra-lai"), ("Items[0].Reason", "Thiếu phụ lục")));
        var task = (await year.ClerkOf(year.Member).Tasks()).Single(one => one.Contains("Bổ sung báo cáo bị trả lại", StringComparison.Ordinal));
        task.Contains(ReportsInTest.Day(days), StringComparison.Ordinal).ShouldBe(isDue);
    }

    [Fact]
    public async Task A_home_without_tasks_tells_the_next_date_or_that_there_is_none()
    {
        var year = await ClusterYearInTest.Make(portal);
        var deputy = year.ClerkOf(year.Deputy);
        var empty = Text(await deputy.See("/"));
        empty.ShouldContain("không có việc nào chờ");
        empty.ShouldContain("không còn mốc nào sắp tới");
        await year.ARequirement(portal, owedBy: Domain.Planning.OwedBy.Leader);
        Text(await deputy.See("/")).ShouldContain($"Mốc gần nhất: Báo cáo sơ kết 6 tháng, đến hết ngày {ReportsInTest.Day(30)} (còn 30 ngày)");
    }

    [Fact]
    public async Task K1_The_overview_shows_each_member_with_the_six_month_report_for_no_statement_more()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(-9)}");
        await Extend(year, id, year.Units[3], 4);
        await year.AReport(portal, id, year.Deputy);
        await portal.WithDb(db => db.ReportSubmissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsLate, true)), year.Acting(year.Leader, Capacity.Head));
        await year.AReport(portal, id, year.Leader, isSubmitted: false);
        (await Cells(year.ClerkOf(year.Leader))).ShouldBe(["chưa nộp quá hạn", "đã nộp nộp muộn", "chưa nộp quá hạn", "chưa nộp"], "what is being written is not sent");
        (await Cells(year.ClerkOf(year.Member))).ShouldBe(["–", "–", "chưa nộp quá hạn", "–"], "a member sees its own");
        (await year.ClerkOf(year.Leader).See(year.Url)).QuerySelector(".planned-dates")!.TextContent.ShouldContain("Báo cáo sơ kết 6 tháng");

        var few = await Authorities.StatementCounter.Of(portal, year.Leader.ClerkId, year.Url);
        await year.ARequirement(portal, title: "Báo cáo quý");
        await year.AReport(portal, id, year.Member);
        (await Authorities.StatementCounter.Of(portal, year.Leader.ClerkId, year.Url)).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(14);

        async Task<IReadOnlyList<string>> Cells(HttpClient person)
        {
            var page = await person.See(year.Url);
            return [.. year.Units.Take(4).Select(unit => page.QuerySelectorAll(".members tbody tr").Single(row => TasksInTest.Words(row.QuerySelector("td")!.TextContent) == unit.Name).QuerySelector($"[data-report='{id}']")!)
                .Select(cell => TasksInTest.Words(string.Join(' ', cell.ChildNodes.Where(node => node is not AngleSharp.Dom.IElement { ClassName: "d-sm-none" }).Select(node => node is AngleSharp.Dom.IElement { LocalName: "a" } link ? link.FirstChild!.TextContent : node.TextContent))))];
        }
    }
}
