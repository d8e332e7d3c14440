using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.PastResults;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Workbooks;

public sealed class PastResultTests(Portal portal)
{
    private static readonly string[] Heads = ["Năm", "Đơn vị", "Tổng điểm", "Điểm tối đa", "Thứ hạng", "Suy tôn", "Số văn bản", "Ngày văn bản", "Cơ quan ban hành"];

    private static string[] Row(int year, string unit, string total = "945,5", string max = "1000", string rank = "1", string honour = "", string on = "15/02/2020") =>
        [$"{year}", unit, total, max, rank, honour, "25/QĐ-HĐTĐKT", on, "Hội đồng Thi đua - Khen thưởng"];

    private static async Task<HttpResponseMessage> Preview(HttpClient person, ClusterYearInTest year, params string[][] rows) =>
        await person.Upload((await person.See(year.Url + "/ket-qua-cac-nam/nhap")).FormTo("/nhap"), await ImportInTest.Workbook(Heads, rows), "ket-qua.xlsx");

    private Task<List<PastResult>> Kept(ClusterYearInTest year) =>
        portal.WithDb(db => db.PastResults.AsNoTracking().Where(row => db.ClusterYears.Any(one => one.Id == year.Id && one.ClusterId == row.ClusterId)).OrderBy(row => row.Id).ToListAsync());

    [Fact]
    public async Task The_leader_takes_results_over_by_names_without_diacritics_and_through_mergers_and_all_of_the_cluster_reads_them()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, old) = (year.ClerkOf(year.Leader), await year.AUnit("Tỉnh Cũ Đã Nhập"));
        await portal.WithDb(async db =>
        {
            (await db.Organizations.SingleAsync(row => row.Id == old.Id)).Merge(Actor.Portal, year.Member.Id, new(2018, 6, 30));
            return await db.SaveChangesAsync();
        });
        (await clerk.See(year.Url)).QuerySelector($"a[href='{year.Url}/ket-qua-cac-nam']").ShouldNotBeNull();
        var page = await (await Preview(clerk, year, Row(2019, ThiDua.Domain.Text.Fold(year.Leader.Name), honour: "Dẫn đầu"), Row(2017, old.Name.ToUpperInvariant(), rank: ""), Row(2019, old.Name, "=1", "1000"))).Html();
        page.Says().ShouldContain("1 trên 3 hàng chưa hợp lệ");
        page = await (await Preview(clerk, year, Row(2019, ThiDua.Domain.Text.Fold(year.Leader.Name), honour: "=Dẫn đầu"), Row(2017, old.Name.ToUpperInvariant(), rank: ""), Row(2019, old.Name, "900", "1000", "2"))).Html();
        page.Says().ShouldContain("3 hàng đều hợp lệ");
        page.QuerySelector("[data-matched]")!.TextContent.ShouldContain($"“{old.Name}” năm 2019 là {year.Member.Name}");
        (await Kept(year)).ShouldBeEmpty("a preview writes nothing");
        (await clerk.Follow(await clerk.Submit(page.FormTo("/xac-nhan")))).Says().ShouldContain("Đã nhập 3 kết quả");

        (await Kept(year)).Select(row => (row.Year, row.OrganizationId, row.NameThen, row.Total, row.Rank)).ShouldBe(
        [
            (2019, year.Leader.Id, ThiDua.Domain.Text.Fold(year.Leader.Name), 945.5m, 1),
            (2017, old.Id, old.Name.ToUpperInvariant(), 945.5m, null),
            (2019, year.Member.Id, old.Name, 900m, 2),
        ]);
        var seen = await year.ClerkOf(year.Deputy).See(year.Url + "/ket-qua-cac-nam");
        seen.QuerySelectorAll("h2").Select(head => head.TextContent).ShouldBe(["Năm 2019", "Năm 2017"]);
        seen.QuerySelector("main table")!.TextContent.ShouldContain("94,55 %");
        seen.QuerySelector("a[href$='/nhap']").ShouldBeNull();
        (await year.ClerkOf(year.Deputy).GetAsync(year.Url + "/ket-qua-cac-nam/nhap")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var other = await ClusterYearInTest.Make(portal);
        (await other.ClerkOf(other.Leader).See(other.Url + "/ket-qua-cac-nam")).QuerySelector("main table").ShouldBeNull("another cluster has its own");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_cell_and_doubles_are_refused_in_the_file_and_against_what_is_kept()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await (await Preview(clerk, year, Row(2019, year.Member.Name))).Html()).FormTo("/xac-nhan");
        var answers = await Task.WhenAll(clerk.Submit(form), clerk.Submit(form));
        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict], ignoreOrder: true, "two confirmations are one import");
        (await Kept(year)).Count.ShouldBe(1);
        var page = await (await Preview(clerk, year,
            Row(2019, year.Member.Name.ToUpperInvariant()), Row(2020, year.Leader.Name), Row(2018, "Đơn vị không có"), Row(2018, year.Deputy.Name), Row(2018, year.Deputy.Name),
            Row(2017, year.Leader.Name, total: "chín trăm", max: "0", rank: "1,5", on: "31/02/2018"), ["2017", year.Deputy.Name, "", "1000", "", "", "", "", ""])).Html();
        var table = page.QuerySelector("main table")!.TextContent;
        foreach (var said in new[] { "B4: Kết quả năm 2019 của", "A5: Năm phải từ 1990 đến 2019", "B6: Không có đơn vị này", "(các hàng 7, 8)", "C9: Nhập một số", "D9: Điểm tối đa phải lớn hơn 0", "E9: Nhập một số nguyên", "H9: Nhập ngày theo dạng", "C10: Nhập tổng điểm", "G10: Nhập số, ký hiệu" })
        {
            table.ShouldContain(said);
        }

        page.Forms.ShouldNotContain(one => one.Action.EndsWith("/xac-nhan", StringComparison.Ordinal));
        (await Kept(year)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Charts_and_the_year_before_read_what_was_taken_over()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await (await Preview(clerk, year, Row(2019, year.Member.Name, "800", "1000", "3"), Row(2015, year.Member.Name))).Html()).FormTo("/xac-nhan")));
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 8);
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        foreach (var path in new[] { "khoa-nhap-lieu", "cong-bo-du-kien" })
        {
            await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/{path}")).FormTo(path)));
        }

        var years = (await year.ClerkOf(year.Member).See(year.Url + "/bieu-do")).QuerySelectorAll("[data-chart=line] tbody tr").ToList();
        years.Select(row => row.FirstElementChild!.TextContent).ShouldBe(["2019", "2020"], "2015 is more than five years ago");
        years[0].TextContent.ShouldContain("80,00");
        years[0].TextContent.ShouldContain("25/QĐ-HĐTĐKT");
        var before = await portal.InYear(year, year.Member, services => services.GetRequiredService<ResultsOverYears>().OfLastYear([year.Member.Id, year.Leader.Id]));
        (before[year.Member.Id].Single().Rank, before[year.Leader.Id].Any()).ShouldBe((3, false));
    }

    [Fact, Trait("Category", "Full")]
    public async Task X1_The_result_is_the_preview_for_random_tables()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (random, made, refused) = (new Random(7), 0, 0);
        for (var run = 0; run < Checks.RandomFiles(100); run++)
        {
            var before = await Kept(year);
            var rows = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Row(random.Next(1990, 2020), year.Units[random.Next(4)].Name, random.Next(8) == 0 ? "không" : $"{random.Next(500, 1000)}")).ToList();
            var twice = rows.GroupBy(row => (row[0], row[1])).Where(group => group.Skip(1).Any()).SelectMany(group => group).ToHashSet();
            var bad = rows.Where(row => row[2] == "không" || (twice.Contains(row) && rows.Count(one => one[0] == row[0] && one[1] == row[1] && one[2] != "không") > 1) || before.Any(kept => $"{kept.Year}" == row[0] && kept.NameThen == row[1])).ToList();
            var file = await ImportInTest.Workbook(Heads, rows);
            var preview = await portal.InYear(year, year.Leader, services => services.GetRequiredService<PreviewPastResults>().Handle(file));
            preview.Preview.Table.Rows.Where(row => !row.IsGood).Select(row => row.Number - 4).ShouldBe(bad.Select(row => rows.IndexOf(row)), $"table {run}");
            var done = await portal.InYear(year, year.Leader, services => services.GetRequiredService<ImportPastResults>().Handle(new() { Kept = preview.Preview.Kept }));
            done.Made.ShouldBe(bad.Count > 0 ? 0 : rows.Count);
            (await Kept(year)).Count.ShouldBe(before.Count + done.Made, "all or nothing");
            (made, refused) = (made + (bad.Count > 0 ? 0 : 1), refused + (bad.Count > 0 ? 1 : 0));
        }

        (made > 10 && refused > 25).ShouldBeTrue($"{made} made, {refused} refused");
    }
}
