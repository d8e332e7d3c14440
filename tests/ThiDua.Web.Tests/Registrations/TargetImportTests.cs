using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Documents;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Registrations;

public sealed class TargetImportTests(Portal portal)
{
    private const int Files = 40;
    private static readonly string[] Heads = ["Số thứ tự", "Chỉ tiêu", "Đơn vị tính", "Giá trị", "Nguồn", "Số văn bản giao", "Ngày văn bản", "Cơ quan ban hành", "Trang"];

    private static async Task<HttpResponseMessage> Preview(ClusterYearInTest year, HttpClient clerk, IEnumerable<IReadOnlyList<string>> rows) =>
        await clerk.Upload((await clerk.See(year.Registration(year.Member, "/nhap"))).FormTo("/nhap"), await ImportInTest.Workbook(Heads, rows), "chi-tieu.xlsx");

    private static List<ReadRow> Rows(byte[] file, int sheet) => [.. XlsxReader.Read(new MemoryStream(file), new())[sheet].Rows];

    [Fact]
    public async Task Targets_of_leaves_and_of_the_unit_come_from_a_workbook()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.FillTarget(portal, year.Member, "I.2", "90");
        var clerk = year.ClerkOf(year.Member);
        var answer = await Preview(year, clerk, [["I.1", "", "", "7,5", "", "", "", "", ""], ["i.2", "", "", "95", "đăng ký", "", "", "", ""], ["", "Thu ngân sách", "triệu đồng", "28.400.000", "Duoc giao", "281/QĐ-UBND", "20/01/2020", "UBND tỉnh", "3"], ["B.1", "bỏ qua", "", "", "", "", "", "", ""]]);
        var page = await answer.Html();
        page.Says().ShouldContain("3 hàng đều hợp lệ");
        (await clerk.Follow(await clerk.Submit(page.FormTo("/xac-nhan")))).Says().ShouldContain("Đã nhập 3 chỉ tiêu.");
        var stored = (await year.StoredRegistration(portal, year.Member)).Targets;
        stored.Select(row => (row.Indicator, row.Value, row.Source, row.Page)).ShouldBe([("Giải ngân vốn đầu tư công", 95m, TargetSource.Registered, null), ("Tốc độ tăng GRDP", 7.5m, TargetSource.Registered, null), ("Thu ngân sách", 28_400_000m, TargetSource.Assigned, "3")], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_cell_and_nothing_is_saved()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Member);
        var page = await (await Preview(year, clerk, [["X.9", "", "", "7", "", "", "", "", ""], ["II.1", "", "", "7", "", "", "", "", ""], ["I.1", "", "", "0", "", "", "", "", ""], ["", "", "", "7", "", "", "", "", ""], ["", "A", "", "3.616", "lạ", "", "", "", ""], ["I.2", "", "", "7", "Được giao", "", "2020", "", ""], ["", "B", "", "1", "", "", "", "", ""], ["", "b", "", "2", "", "", "", "", ""]])).Html();
        var table = page.QuerySelector("main table")!.TextContent;
        foreach (var said in new[] { "A4: Bảng tiêu chí không có tiêu chí X.9", "A5: Bảng tiêu chí không có tiêu chí II.1", "D6: Chỉ tiêu của tiêu chí phải lớn hơn 0", "B7: Nhập tên chỉ tiêu", "đọc được là 3616 hoặc 3,616", "E8: Nhập một trong: Đăng ký; Được giao", "F9: Chỉ tiêu được giao phải ghi số văn bản", "G9: Nhập ngày theo dạng", "nhiều hàng cùng nguồn (các hàng 10, 11)" })
        {
            table.ShouldContain(said);
        }

        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/xac-nhan"));
        (await year.ClerkOf(year.Member).See(year.Registration(year.Member))).QuerySelectorAll("[data-target]").ShouldBeEmpty();
    }

    [Fact]
    public async Task X1_What_is_previewed_is_what_is_stored_for_random_files_with_bad_rows()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.FillTarget(portal, year.Member, "I.2", "1");
        var (clerk, random) = (year.ClerkOf(year.Member), new Random(7));
        for (var number = 0; number < Files; number++)
        {
            var before = (await year.StoredRegistration(portal, year.Member)).Targets.ToDictionary(row => row.Description().Subject, row => row.Value);
            var page = await (await Preview(year, clerk, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomRow(random))])).Html();
            if (page.Forms.FirstOrDefault(form => form.Action.EndsWith("/xac-nhan", StringComparison.Ordinal)) is { } form)
            {
                var shown = page.QuerySelectorAll("main tbody tr").Select(row => decimal.Parse(row.Children[4].TextContent, System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
                await clerk.Follow(await clerk.Submit((IHtmlFormElement)form));
                var after = (await year.StoredRegistration(portal, year.Member)).Targets;
                var written = after.Where(row => !before.TryGetValue(row.Description().Subject, out var old) || old != row.Value).Select(row => row.Value).ToList();
                written.ShouldAllBe(value => shown.Contains(value));
                after.Count(row => shown.Contains(row.Value)).ShouldBeGreaterThanOrEqualTo(shown.Distinct().Count());
            }
            else
            {
                (await year.StoredRegistration(portal, year.Member)).Targets.ToDictionary(row => row.Description().Subject, row => row.Value).ShouldBe(before);
            }
        }
    }

    // A value no other row has; one row in six is wrong.
    private static string[] RandomRow(Random random)
    {
        var value = $"{random.Next(1, 1_000_000)}";
        return random.Next(6) switch
        {
            0 => ["I.1", "", "", value, "", "", "", "", ""],
            1 => ["I.2", "", "", value, "", "", "", "", ""],
            2 => ["Z.1", "", "", value, "", "", "", "", ""],
            3 => ["I.1", "", "", value, "Được giao", "1/QĐ", "01/02/2020", "UBND tỉnh", ""],
            _ => ["", $"Chỉ tiêu {random.Next(20)}", "", value, "", "", "", "", ""],
        };
    }

    [Fact]
    public async Task A_file_confirmed_after_somebody_changed_the_registration_is_shown_again()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.FillTarget(portal, year.Member, "I.1", "7");
        var clerk = year.ClerkOf(year.Member);
        var form = (await (await Preview(year, clerk, [["I.1", "", "", "8", "", "", "", "", ""]])).Html()).FormTo("/xac-nhan");
        await year.FillTarget(portal, year.Member, "I.1", "9");
        (await clerk.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await year.StoredRegistration(portal, year.Member)).Targets.Single().Value.ShouldBe(9);
    }

    [Fact]
    public async Task X2_A_cell_that_looks_like_a_formula_leaves_as_text_and_the_template_comes_back_as_it_is()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.FillTarget(portal, year.Member, "I.1", "7,5");
        var clerk = year.ClerkOf(year.Member);
        foreach (var name in new[] { "=1+1", "+cmd", "-2", "@SUM(A1)" })
        {
            await clerk.Follow(await clerk.Submit((await clerk.See(year.Registration(year.Member, "/chi-tieu/them"))).FormTo("/them"), ("CriterionId", ""), ("Indicator", name), ("Value", "1")));
        }

        var template = await clerk.GetByteArrayAsync(year.Registration(year.Member, "/mau.xlsx"), TestContext.Current.CancellationToken);
        Rows(template, 0).Select(row => row[1].Text).ShouldContain("=1+1");
        var page = await (await clerk.Upload((await clerk.See(year.Registration(year.Member, "/nhap"))).FormTo("/nhap"), template, "mau.xlsx")).Html();
        page.Says().ShouldContain("5 hàng đều hợp lệ");
        await year.Register(year.Member);
        var summary = await year.ClerkOf(year.Leader).GetByteArrayAsync($"{year.Url}/dang-ky/tong-hop.xlsx", TestContext.Current.CancellationToken);
        foreach (var name in new[] { "=1+1", "+cmd", "-2", "@SUM(A1)" })
        {
            Rows(summary, 1).Select(row => row[2].Text).ShouldContain(name);
        }
    }
}
