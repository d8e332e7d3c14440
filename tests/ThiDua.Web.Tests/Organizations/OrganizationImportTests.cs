using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Features.Organizations;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Organizations;

public sealed class OrganizationImportTests(ImportingPortal fixture, ITestOutputHelper output) : IClassFixture<ImportingPortal>
{
    private const string Url = "/quan-tri/don-vi/nhap";
    private static readonly string[] Heads = ["Mã", "Tên đầy đủ", "Tên ngắn", "Loại đơn vị", "Cấp trên trực tiếp", "Hoạt động từ ngày", "Kế thừa từ"];

    private readonly Portal _portal = fixture.Portal;

    private static string Csv(string separator, string lineEnd, params string[][] rows) =>
        string.Join(lineEnd, rows.Prepend(Heads).Select(row => string.Join(separator, row.Select(cell => cell.IndexOfAny([',', ';', '"', '\n']) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")))) + lineEnd;

    private static async Task<HttpResponseMessage> Preview(HttpClient browser, byte[] file, string name) => await browser.Upload((await browser.See(Url)).FormTo("/nhap"), file, name);

    private Task<Organization> ByCode(string code) => _portal.WithDb(db => db.Organizations.SingleAsync(row => row.Code == code));

    [Theory]
    [InlineData(true, ",", "\r\n")]
    [InlineData(false, ";", "\n")]
    [InlineData(true, ";", "\r")]
    public async Task A_CSV_of_a_merger_makes_the_tree_and_ends_the_predecessors(bool hasMark, string separator, string lineEnd)
    {
        var number = Portal.Next();
        var kind = $"Sở, ban “{number}”";
        var kindId = await _portal.AKind(kind);
        var old = new[] { await _portal.AnOrganization($"Tỉnh Cũ Một {number}", kindId), await _portal.AnOrganization($"Tỉnh Cũ Hai {number}", kindId) };
        var text = Csv(separator, lineEnd,
            [$"SO{number}", $"Sở Nội vụ {number}", "", kind.ToUpperInvariant(), $"tinh moi {number}", "", ""],
            [$"TM{number}", $"Tỉnh Mới {number}", $"Mới \"{number}\"", kind, "", "01/07/2025", $"Tinh cu mot {number}; Tỉnh Cũ Hai {number}"]);
        var browser = await _portal.AnAdministrator();
        var page = await (await Preview(browser, [.. hasMark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text)], "don-vi.csv")).Html();
        page.Says().ShouldContain("2 hàng đều hợp lệ");
        (await browser.Follow(await browser.Submit(page.FormTo("/xac-nhan")))).Says().ShouldContain("Đã thêm 2 đơn vị.");

        var (province, department) = (await ByCode($"TM{number}"), await ByCode($"SO{number}"));
        (department.ParentId, province.ShortName, province.ValidFromOn).ShouldBe((province.Id, $"Mới \"{number}\"", new DateOnly(2025, 7, 1)));
        var ended = await _portal.WithDb(db => db.Organizations.Where(row => old.Contains(row.Id)).Select(row => new { row.SuccessorId, row.ValidToOn }).ToListAsync());
        ended.ShouldAllBe(row => row.SuccessorId == province.Id && row.ValidToOn == new DateOnly(2025, 6, 30));
        (await browser.See($"/quan-tri/don-vi?q=tinh%20moi%20{number}")).QuerySelector("main table")!.TextContent.ShouldContain($"Tỉnh Mới {number}", customMessage: "the search knows it");
        (await _portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Kind == nameof(Organization) && entry.Subject == $"{department.Id}" && entry.Details.Contains($"\"ParentId\":[null,\"{province.Id}\"]")))).ShouldBeTrue("the trail names the real id");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_cell()
    {
        var number = Portal.Next();
        var kind = $"Loại {number}";
        var kindId = await _portal.AKind(kind);
        var (taken, merged) = (await _portal.AnOrganization($"Đã Có {number}", kindId), await _portal.AnOrganization($"Đã Nhập {number}", kindId));
        await _portal.Merge(merged, taken, new(2020, 1, 1));
        var code = await _portal.WithDb(async db => (await db.Organizations.FindAsync(taken))!.Code);
        var text = Csv(",", "\n",
            [code.ToLowerInvariant(), "Tên", "", kind, "", "", ""],
            ["", "", "", "Loại lạ", "đơn vị lạ", "2020", ""],
            [$"A{number}", $"A {number}", "", kind, $"B{number}", "", $"Đã Có {number}"],
            [$"B{number}", $"B {number}", "", kind, $"A{number}", "01/01/2021", $"Đã Có {number}|Đã Nhập {number}"],
            [$"C{number}", $"C {number}", "", kind, $"c{number}", "01/01/2019", $"Đã Có {number}; Đã Nhập {number}"]);
        var table = (await (await Preview(await _portal.AnAdministrator(), Encoding.UTF8.GetBytes(text), "a.csv")).Html()).QuerySelector("main table")!.TextContent;
        foreach (var said in new[] { "A2: Mã đã dùng", "A3: Nhập mã", "B3: Nhập tên đầy đủ", "D3: Nhập một trong", "E3: Không có đơn vị này", "F3: Nhập ngày theo dạng", "E4: Các đơn vị trong tệp là cấp trên của nhau", "F4: Nhập ngày bắt đầu", "đã thôi hoạt động từ sau ngày 01/01/2020", "E6: Đơn vị không thể là cấp trên của chính mình", "đã được sáp nhập vào đơn vị khác" })
        {
            table.ShouldContain(said);
        }
    }

    [Fact]
    public async Task What_is_no_such_table_is_refused_in_words()
    {
        var browser = await _portal.AnAdministrator();
        foreach (var (file, said) in new[] { (Encoding.Latin1.GetBytes("Mã,Tên đầy đủ"), "UTF-8"), ("Mã,Tên\nA,B"u8.ToArray(), "thiếu cột “Tên đầy đủ”, “Loại đơn vị”"), ("Mã;\"Tên"u8.ToArray(), "ngoặc kép ở ô B1"), (Array.Empty<byte>(), "rỗng") })
        {
            var answer = await Preview(browser, file, "a.csv");
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Html()).Says().ShouldContain(said);
        }
    }

    [Fact]
    public async Task Two_people_importing_the_same_at_once_make_it_once()
    {
        var number = Portal.Next();
        await _portal.AKind($"Loại {number}");
        var file = Encoding.UTF8.GetBytes(Csv(",", "\n", [$"H{number}", $"Hai người {number}", "", $"Loại {number}", "", "", ""]));
        var (first, second) = (await _portal.AnAdministrator(), await _portal.AnAdministrator());
        var forms = new[] { (await (await Preview(first, file, "a.csv")).Html()).FormTo("/xac-nhan"), (await (await Preview(second, file, "a.csv")).Html()).FormTo("/xac-nhan") };
        var answers = await Task.WhenAll(first.Submit(forms[0]), second.Submit(forms[1]));
        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Conflict], ignoreOrder: true);
    }

    [Fact, Trait("Category", "Full")]
    public async Task X1_The_result_is_the_preview_for_random_tables_with_bad_rows()
    {
        var kind = $"Loại X1 {Portal.Next()}";
        var kindId = await _portal.AKind(kind);
        var existing = await _portal.AnOrganization($"Gốc X1 {Portal.Next()}", kindId);
        var (root, admin, random) = (await _portal.WithDb(async db => (await db.Organizations.FindAsync(existing))!), await _portal.AnAccount(isAdministrator: true), new Random(13));
        var (made, refused) = (0, 0);
        for (var run = 0; run < Checks.RandomFiles(250); run++)
        {
            var (rows, bad) = RandomTable(random, run, kind, root);
            var file = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(Csv(random.Next(2) == 0 ? "," : ";", "\r\n", [.. rows])) : await ImportInTest.Workbook(Heads, rows);
            var before = await _portal.WithDb(db => db.Organizations.CountAsync());
            var preview = await _portal.AsAdministrator(admin.Id, services => services.GetRequiredService<PreviewOrganizations>().Handle(file));
            var first = preview.Table.Rows[0].Number;
            preview.Table.Rows.Where(row => !row.IsGood).Select(row => row.Number - first).ShouldBe(bad.Order(), $"table {run}");
            var done = await _portal.AsAdministrator(admin.Id, services => services.GetRequiredService<ImportOrganizations>().Handle(new() { Kept = preview.Kept }));

            done.Made.ShouldBe(bad.Count > 0 ? 0 : rows.Count);
            (await _portal.WithDb(db => db.Organizations.CountAsync())).ShouldBe(before + done.Made, "all or nothing");
            await ResultIsPreview(rows, done.Made, root.Id);
            (made, refused) = (made + (bad.Count > 0 ? 0 : 1), refused + (bad.Count > 0 ? 1 : 0));
        }

        output.WriteLine($"{made} tables imported, {refused} refused as their previews said");
        (made > 50 && refused > 50).ShouldBeTrue();
    }

    private async Task ResultIsPreview(List<string[]> rows, int made, int rootId)
    {
        foreach (var row in made > 0 ? rows : [])
        {
            var organization = await ByCode(row[0]);
            var parent = row[4].Length == 0 ? null : (int?)(rows.Exists(other => other[0] == row[4]) ? (await ByCode(row[4])).Id : rootId);
            (organization.Name, organization.ParentId).ShouldBe((row[1], parent));
        }
    }

    private static (List<string[]> Rows, HashSet<int> Bad) RandomTable(Random random, int run, string kind, Organization root)
    {
        var (rows, bad) = (new List<string[]>(), new HashSet<int>());
        for (var index = 0; index < random.Next(1, 6); index++)
        {
            var parent = random.Next(3) switch { 0 => "", 1 => root.Name.ToUpperInvariant(), _ => index > 0 ? $"X1-{run}-{index - 1}" : "" };
            rows.Add([$"X1-{run}-{index}", $"Đơn vị, \"thứ\" {index}; của {run}", "", kind, parent, random.Next(2) == 0 ? "" : "01/07/2025", ""]);
        }

        var spoiled = random.Next(2) == 0 ? random.Next(rows.Count) : -1;
        if (spoiled >= 0)
        {
            bad.Add(spoiled);
            var (column, value) = random.Next(7) switch { 0 => (1, ""), 1 => (3, "loại lạ"), 2 => (4, "đơn vị lạ"), 3 => (5, "2025-13-01"), 4 => (6, root.Name), 5 => (4, rows[spoiled][0]), _ => (2, new string('b', 201)) };
            rows[spoiled][column] = value;
            rows[spoiled][5] = column == 6 ? "" : rows[spoiled][5];
        }

        return (rows, bad);
    }
}
