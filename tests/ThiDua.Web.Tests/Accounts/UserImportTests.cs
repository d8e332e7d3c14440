using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Users;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

public sealed class UserImportTests(ImportingPortal fixture, ITestOutputHelper output) : IClassFixture<ImportingPortal>
{
    private const string Url = "/quan-tri/nguoi-dung/nhap";
    private static readonly string[] Heads = ["Họ và tên", "Tên đăng nhập", "Đơn vị", "Vai trò", "Chức danh", "Từ ngày"];

    private readonly Portal _portal = fixture.Portal;

    private async Task<HttpClient> AnAdministrator() => _portal.As((await _portal.AnAccount(isAdministrator: true)).Id);

    private static async Task<HttpResponseMessage> Preview(HttpClient browser, byte[] file, string name = "nguoi-dung.xlsx") => await browser.Upload((await browser.See(Url)).FormTo("/nhap"), file, name);

    [Fact]
    public async Task People_are_previewed_made_with_their_offices_and_sign_in_with_the_password_shown_once()
    {
        var (year, browser, number) = (await ClusterYearInTest.Make(_portal), await AnAdministrator(), Portal.Next());
        var code = await _portal.WithDb(async db => (await db.Organizations.FindAsync(year.Member.Id))!.Code);
        string[][] rows = [["=HYPERLINK(\"x\")", $"nhap.{number}", code.ToLowerInvariant(), "lanh dao", "Phó Chủ tịch", "01/02/2020"], ["Đỗ Thị Thử", $"NHAP-{number}", ThiDua.Domain.Text.Fold(year.Leader.Name), "Chuyên viên", "Chuyên viên", "2/3/2020"]];
        var preview = await (await Preview(browser, await ImportInTest.Workbook(Heads, rows))).Html();
        preview.Says().ShouldContain("2 hàng đều hợp lệ");
        (await _portal.WithDb(db => db.Users.AnyAsync(user => user.UserName == $"nhap.{number}"))).ShouldBeFalse("a preview writes nothing");

        var answer = await browser.Submit(preview.FormTo("/xac-nhan"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, (await answer.Html()).Says());
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var page = await answer.Html();
        var passwords = page.QuerySelectorAll(".given-password").Select(cell => cell.TextContent).ToList();
        var signedIn = await _portal.SignedIn(new(0, $"nhap.{number}", passwords[0]));
        (await signedIn.GetAsync("/")).Headers.Location!.OriginalString.ShouldBe("/tai-khoan/mat-khau");
        var offices = await _portal.WithDb(db => (from office in db.Offices join user in db.Users on office.UserId equals user.Id where user.UserName!.EndsWith($"{number}") orderby user.UserName select new { user.UserName, office.OrganizationId, office.Capacity }).ToListAsync());
        offices.Select(row => (row.UserName, row.OrganizationId, row.Capacity)).ShouldBe([($"nhap-{number}", year.Leader.Id, Capacity.Clerk), ($"nhap.{number}", year.Member.Id, Capacity.Head)], ignoreOrder: true);
        (await _portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Details.Contains(passwords[0])))).ShouldBeFalse();

        var sheet = await browser.Submit(page.FormTo("/mat-khau.xlsx"));
        var read = XlsxReader.Read(await sheet.Content.ReadAsStreamAsync())[0].Rows;
        passwords.Except(read.SelectMany(row => row.Cells).Select(cell => cell.Text)).ShouldBeEmpty();
        read.SelectMany(row => row.Cells).ShouldContain(cell => cell.Text == "=HYPERLINK(\"x\")" && cell.Problem == null, "X2: what looks like a formula leaves as text");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_cell_and_nothing_can_be_confirmed()
    {
        var (year, browser, number) = (await ClusterYearInTest.Make(_portal), await AnAdministrator(), Portal.Next());
        var known = await _portal.AnAccount();
        string[][] rows =
        [
            ["", $"a{number}", year.Member.Name, "Chuyên viên", "Chuyên viên", "01/02/2020"],
            ["Tên", $"có dấu {number}", year.Member.Name, "Chuyên viên", "Chuyên viên", "01/02/2020"],
            ["Tên", known.UserName.ToUpperInvariant(), "không có đơn vị này", "Trưởng phòng", "", "31/02/2020"],
            ["Tên", $"doi{number}", year.Member.Name, "Văn thư", "Văn thư", "01/02/2020"],
            ["Tên", $"DOI{number}", year.Member.Name, "Văn thư", "Văn thư", ""],
        ];
        var answer = await Preview(browser, await ImportInTest.Workbook(Heads, rows));
        var page = await answer.Html();
        var table = page.QuerySelector("main table")!.TextContent;
        foreach (var said in new[] { "A4: Nhập họ và tên.", "B5: Chỉ gồm chữ thường", "B6: Tên đăng nhập đã có.", "C6: Không có đơn vị này", "D6: Nhập một trong: Chuyên viên; Lãnh đạo; Văn thư.", "E6: Nhập chức danh.", "F6: Nhập ngày theo dạng", "B7: Tên đăng nhập lặp lại trong tệp (các hàng 7, 8).", "F8: Nhập ngày bắt đầu." })
        {
            table.ShouldContain(said);
        }

        page.Says().ShouldContain("5 trên 5 hàng chưa hợp lệ");
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/xac-nhan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_such_table_is_refused_in_words()
    {
        var browser = await AnAdministrator();
        foreach (var (file, said) in new[] { ("<html>"u8.ToArray(), "không phải bảng tính"), (await ImportInTest.Workbook(["Họ và tên", "Email"], [["A", "B"]]), "thiếu cột “Tên đăng nhập”, “Đơn vị”"), (await ImportInTest.Workbook(Heads, []), "Không có hàng dữ liệu"), (new byte[KeptFile.LargestBytes + 1], "lớn hơn 2 MB") })
        {
            var answer = await Preview(browser, file);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Html()).Says().ShouldContain(said);
        }
    }

    [Fact]
    public async Task The_template_has_the_columns_that_are_read()
    {
        var browser = await AnAdministrator();
        using var file = await (await browser.GetAsync(Url + "/mau.xlsx")).Content.ReadAsStreamAsync();
        var sheets = XlsxReader.Read(file);
        sheets[0].Rows[^1].Cells.Select(cell => cell.Text).ShouldBe([.. Heads, "Thư điện tử"]);
        sheets[1].Rows.Count.ShouldBe(Heads.Length + 2);
    }

    [Fact]
    public async Task A_mailbox_may_be_given_and_must_be_one()
    {
        var (year, browser, number) = (await ClusterYearInTest.Make(_portal), await AnAdministrator(), Portal.Next());
        string[] heads = [.. Heads, "Thư điện tử"];
        string[] row = ["Có Thư", $"thu{number}", year.Member.Name, "Chuyên viên", "Chuyên viên", "01/02/2020"];
        (await (await Preview(browser, await ImportInTest.Workbook(heads, [[.. row, "không phải thư"]]))).Html()).QuerySelector("main")!.TextContent.ShouldContain("Nhập địa chỉ thư điện tử");
        var preview = await (await Preview(browser, await ImportInTest.Workbook(heads, [[.. row, "cv@don-vi.gov.vn"]]))).Html();
        (await browser.Submit(preview.FormTo("/xac-nhan"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _portal.WithDb(db => db.Users.Where(user => user.UserName == $"thu{number}").Select(user => user.Email).SingleAsync())).ShouldBe("cv@don-vi.gov.vn");
    }

    [Fact]
    public async Task A_confirmation_is_of_one_s_own_preview_and_of_what_it_said()
    {
        var (year, number) = (await ClusterYearInTest.Make(_portal), Portal.Next());
        var (browser, other) = (await AnAdministrator(), await AnAdministrator());
        var file = await ImportInTest.Workbook(Heads, [["Một Người", $"mot{number}", year.Member.Name, "Chuyên viên", "Chuyên viên", "01/02/2020"], ["Hai Người", $"hai{number}", year.Member.Name, "Chuyên viên", "Chuyên viên", "01/02/2020"]]);
        var form = (await (await Preview(browser, file)).Html()).FormTo("/xac-nhan");
        var kept = ((IHtmlInputElement)form.QuerySelector("[name=Kept]")!).Value;
        foreach (var forged in new[] { "gia-mao", kept[..^8] + "AAAAAAAA", kept + "A" })
        {
            (await browser.Submit(form, ("Kept", forged))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var foreign = (await (await Preview(other, file)).Html()).FormTo("/xac-nhan");
        (await other.Submit(foreign, ("Kept", kept))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // Two people at once: one makes them all, the other is shown why not.
        var answers = await Task.WhenAll(browser.Submit(form), other.Submit(foreign));
        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
        (await answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict).Html()).QuerySelector("main table")!.TextContent.ShouldContain("Tên đăng nhập đã có.");
        (await _portal.WithDb(db => db.Users.CountAsync(user => user.UserName == $"mot{number}" || user.UserName == $"hai{number}"))).ShouldBe(2);
    }

    [Fact, Trait("Category", "Full")]
    public async Task X1_The_result_is_the_preview_for_random_tables_with_bad_rows()
    {
        var year = await ClusterYearInTest.Make(_portal);
        var (admin, known, random) = (await _portal.AnAccount(isAdministrator: true), await _portal.AnAccount(), new Random(11));
        var (made, refused) = (0, 0);
        for (var run = 0; run < Checks.RandomFiles(250); run++)
        {
            var (rows, bad) = RandomTable(random, run, year, known.UserName);
            var order = Enumerable.Range(0, Heads.Length).OrderBy(_ => random.Next()).ToArray();
            var file = await ImportInTest.Workbook([.. order.Select(at => Heads[at])], rows.Select(row => (IReadOnlyList<string>)[.. order.Select(at => row[at])]));
            var before = await _portal.WithDb(db => db.Users.CountAsync());
            var preview = await _portal.AsAdministrator(admin.Id, services => services.GetRequiredService<PreviewUsers>().Handle(file));
            preview.Table.Rows.Where(row => !row.IsGood).Select(row => row.Number - 4).ShouldBe(bad.Order(), $"table {run}");
            var done = await _portal.AsAdministrator(admin.Id, services => services.GetRequiredService<ImportUsers>().Handle(new() { Kept = preview.Kept }));

            done.Given.Select(row => (row.UserName, row.FullName)).ShouldBe(bad.Count > 0 ? [] : rows.Select(row => (row[1].ToLowerInvariant(), row[0])));
            (await _portal.WithDb(db => db.Users.CountAsync())).ShouldBe(before + (bad.Count > 0 ? 0 : rows.Count), "all or nothing");
            (made, refused) = (made + (bad.Count > 0 ? 0 : 1), refused + (bad.Count > 0 ? 1 : 0));
        }

        output.WriteLine($"{made} tables imported, {refused} refused as their previews said");
        (made > 50 && refused > 50).ShouldBeTrue();
        (await _portal.WithDb(db => db.Users.CountAsync(user => !db.Offices.Any(office => office.UserId == user.Id) && user.UserName!.StartsWith("x1.")))).ShouldBe(0);
    }

    private static (List<string[]> Rows, HashSet<int> Bad) RandomTable(Random random, int run, ClusterYearInTest year, string taken)
    {
        var (rows, bad) = (new List<string[]>(), new HashSet<int>());
        for (var index = 0; index < random.Next(1, 6); index++)
        {
            rows.Add([$"Người {run} {index}", $"x1.{run}.{index}", random.Next(2) == 0 ? year.Member.Name : year.Leader.Name.ToUpperInvariant(), random.Next(2) == 0 ? "Chuyên viên" : "LÃNH ĐẠO", "Chuyên viên", "01/02/2020"]);
            if (random.Next(7) == 0)
            {
                Spoil(rows, bad, random, index, taken);
            }
        }

        return (rows, bad);
    }

    private static void Spoil(List<string[]> rows, HashSet<int> bad, Random random, int index, string taken)
    {
        bad.Add(index);
        var (column, value) = random.Next(8) switch
        {
            0 => (0, ""),
            1 => (1, taken),
            2 => (1, "tên có dấu"),
            3 => (2, "đơn vị lạ"),
            4 => (3, "Giám đốc"),
            5 => (4, new string('a', 201)),
            6 => (5, "32/01/2020"),
            _ => (1, rows[0][1].ToUpperInvariant()),
        };
        rows[index][column] = value;
        if (column == 1 && index > 0 && string.Equals(value, rows[0][1], StringComparison.OrdinalIgnoreCase) && rows[0][1].Length > 0)
        {
            bad.Add(0); // both of a double are told
        }
        else if (column == 1 && index == 0 && value == rows[0][1])
        {
            rows[index][4] = ""; // a row alone is no double: spoiled otherwise
        }
    }
}
