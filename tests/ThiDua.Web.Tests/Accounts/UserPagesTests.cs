using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

public sealed class UserPagesTests(Portal portal)
{
    private const string List = "/quan-tri/nguoi-dung";

    private async Task<HttpClient> AnAdministrator() => portal.As((await portal.AnAccount(isAdministrator: true)).Id);

    [Fact]
    public async Task A_new_account_gets_an_office_and_a_password_shown_once()
    {
        var year = await ClusterYearInTest.Make(portal);
        var code = await portal.WithDb(async db => (await db.Organizations.FindAsync(year.Member.Id))!.Code);
        var admin = await AnAdministrator();
        var userName = $"moi.{Portal.Next()}";
        var answer = await admin.Submit((await admin.See(List + "/them")).FormTo("/them"),
            ("UserName", userName.ToUpperInvariant()), ("FullName", "Đặng Thử Nghiệm"), ("Organization", $"{year.Member.Name} [{code}]"), ("Capacity", "Head"), ("Title", "Phó Chủ tịch"), ("FromOn", "01/02/2020"));
        var page = await answer.Html();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, page.Says());
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var password = page.QuerySelector(".given-password")!.TextContent;

        var details = await admin.See(page.QuerySelector("main a.btn-primary")!.GetAttribute("href")!);
        details.Body!.TextContent.ShouldContain("Phó Chủ tịch");
        details.Body.TextContent.ShouldNotContain(password);
        var browser = await portal.SignedIn(new(0, userName, password));
        (await browser.GetAsync("/")).Headers.Location!.OriginalString.ShouldBe("/tai-khoan/mat-khau");
        (await portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Details.Contains(password) || entry.Details.Contains("PasswordHash")))).ShouldBeFalse("passwords never enter the audit trail");
    }

    [Theory]
    [InlineData("không có đơn vị nào như vậy", "Không tìm thấy đơn vị")]
    [InlineData("tinh", "nhiều đơn vị khớp")]
    public async Task An_organization_that_is_not_one_is_told_beside_its_field_and_what_was_typed_stays(string organization, string message)
    {
        await ClusterYearInTest.Make(portal);
        var admin = await AnAdministrator();
        var answer = await admin.Submit((await admin.See(List + "/them")).FormTo("/them"), ("UserName", $"thu{Portal.Next()}"), ("FullName", "Tên Còn Nguyên"), ("Organization", organization), ("Capacity", "Clerk"), ("Title", "Chuyên viên"), ("FromOn", "01/02/2020"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.Says().ShouldContain(message);
        page.QuerySelector("[name=FullName]")!.GetAttribute("value").ShouldBe("Tên Còn Nguyên");
        page.QuerySelector("[name=Organization]")!.GetAttribute("value").ShouldBe(organization);
    }

    [Fact]
    public async Task A_user_name_that_exists_is_refused()
    {
        var account = await portal.AnAccount();
        var admin = await AnAdministrator();
        var answer = await admin.Submit((await admin.See(List + "/them")).FormTo("/them"), ("UserName", account.UserName), ("FullName", "Ai Đó"), ("IsAdministrator", "true"), ("FromOn", ""));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("đã có");
    }

    [Fact]
    public async Task An_administrator_writes_where_mail_goes()
    {
        var (admin, account) = (await AnAdministrator(), await portal.AnAccount());
        async Task<HttpResponseMessage> Write(string email) => await admin.Submit((await admin.See($"{List}/{account.Id}")).FormTo("/ten"), ("Email", email));
        (await Write("không phải thư")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await admin.Follow(await Write(" cv@don-vi.gov.vn "));
        (await admin.See($"{List}/{account.Id}")).QuerySelector("[name=Email]")!.GetAttribute("value").ShouldBe("cv@don-vi.gov.vn");
        await admin.Follow(await Write(""));
        (await portal.WithDb(async db => (await db.Users.FindAsync(account.Id))!.Email)).ShouldBeNull();
    }

    [Fact]
    public async Task Accounts_are_found_without_diacritics_by_name_and_by_organization()
    {
        var year = await ClusterYearInTest.Make(portal);
        var admin = await AnAdministrator();
        var number = Portal.Next();
        var account = await portal.AnAccount();
        await portal.WithDb(async db =>
        {
            (await db.Users.FindAsync(account.Id))!.FullName = $"Đỗ Thị Ưng{number}";
            return await db.SaveChangesAsync();
        });
        await portal.AnOffice(account.Id, year.Deputy.Id);

        foreach (var search in new[] { $"do thi ung{number}", $"ĐỖ ưng{number}", account.UserName, $"do {year.Deputy.Name}" })
        {
            var page = await admin.See($"{List}?q={Uri.EscapeDataString(search)}");
            page.QuerySelectorAll("tbody tr").Length.ShouldBe(1, search);
            page.QuerySelector("tbody")!.TextContent.ShouldContain($"Ưng{number}");
        }

        (await admin.See($"{List}?q=khong-co-ai-{number}")).QuerySelector(".empty").ShouldNotBeNull();
        (await admin.See($"{List}?khoa=true&q={account.UserName}")).QuerySelector(".empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_long_list_is_cut_into_pages()
    {
        var admin = await AnAdministrator();
        for (var made = 0; made < 21; made++)
        {
            await portal.AnAccount();
        }

        var first = await admin.See(List);
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        var second = await admin.See(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.QuerySelector("tbody tr a")!.GetAttribute("href").ShouldNotBe(first.QuerySelector("tbody tr a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Offices_are_added_and_ended()
    {
        var year = await ClusterYearInTest.Make(portal);
        var account = await portal.AnAccount();
        var admin = await AnAdministrator();
        var page = await admin.See($"{List}/{account.Id}");
        var added = await admin.Submit(page.FormTo("/cuong-vi"), ("Organization", year.Member.Name), ("Capacity", "Registrar"), ("Title", "Văn thư cơ quan"), ("FromOn", "01/02/2020"));
        page = await admin.Follow(added);
        page.Body!.TextContent.ShouldContain("Văn thư cơ quan");

        (await (await admin.Submit(page.FormTo("/ket-thuc"), ("ToOn", "01/01/2019"))).Html()).Says().ShouldContain("không được trước ngày bắt đầu");
        page = await admin.Follow(await admin.Submit(page.FormTo("/ket-thuc"), ("ToOn", "31/03/2020")));
        page.Body!.TextContent.ShouldContain("31/03/2020");
        (await portal.As(account.Id).GetAsync(year.Url + "/lich-su")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Locking_asks_first_and_ends_sessions_and_opening_lets_in_again()
    {
        var account = await portal.AnAccount();
        var (admin, browser) = (await AnAdministrator(), await portal.SignedIn(account));
        var form = (await admin.See($"{List}/{account.Id}")).FormTo("/khoa");
        form.GetAttribute("data-confirm").ShouldNotBeNullOrEmpty();
        var page = await admin.Follow(await admin.Submit(form));
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AsStranger().TrySigningIn(account.UserName, account.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await admin.Submit(page.FormTo("/mo-khoa"));
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a session that ended stays ended");
        await portal.SignedIn(account);
    }

    [Fact]
    public async Task A_reset_password_is_shown_once_ends_sessions_and_must_be_changed()
    {
        var account = await portal.AnAccount();
        var (admin, browser) = (await AnAdministrator(), await portal.SignedIn(account));
        var form = (await admin.See($"{List}/{account.Id}")).FormTo("/dat-lai-mat-khau");
        form.GetAttribute("data-confirm").ShouldNotBeNullOrEmpty();
        var password = (await (await admin.Submit(form)).Html()).QuerySelector(".given-password")!.TextContent;

        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.AsStranger().TrySigningIn(account.UserName, account.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await portal.SignedIn(account with { Password = password });
        (await again.GetAsync("/")).Headers.Location!.OriginalString.ShouldBe("/tai-khoan/mat-khau");
    }

    [Fact]
    public async Task An_administrator_neither_locks_nor_demotes_himself()
    {
        var account = await portal.AnAccount(isAdministrator: true);
        var (admin, other) = (portal.As(account.Id), await portal.AnAccount());
        var own = await admin.See($"{List}/{account.Id}");
        own.Forms.ShouldNotContain(form => form.Action.EndsWith("/khoa"));
        var lockForm = (await admin.See($"{List}/{other.Id}")).FormTo("/khoa");
        lockForm.Action = lockForm.Action.Replace($"/{other.Id}/", $"/{account.Id}/");
        (await admin.Follow(await admin.Submit(lockForm))).Says().ShouldContain("tự khóa");

        var describe = own.FormTo("/ten");
        describe.QuerySelector("[name=IsAdministrator]")!.Remove();
        (await (await admin.Submit(describe)).Html()).Says().ShouldContain("tự bỏ quyền quản trị");
    }

    [Fact]
    public async Task C2_Two_administrators_do_not_overwrite_each_other()
    {
        var account = await portal.AnAccount();
        var (first, second) = (await AnAdministrator(), await AnAdministrator());
        var seenBySecond = await second.See($"{List}/{account.Id}");
        await first.Submit((await first.See($"{List}/{account.Id}")).FormTo("/ten"), ("FullName", "Người Thứ Nhất"));
        var answer = await second.Submit(seenBySecond.FormTo("/ten"), ("FullName", "Người Thứ Hai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.QuerySelector("[name=FullName]")!.GetAttribute("value").ShouldBe("Người Thứ Hai");
    }

    [Theory]
    [InlineData("/quan-tri")]
    [InlineData(List)]
    [InlineData(List + "/them")]
    [InlineData(List + "/don-vi")]
    [InlineData(List + "/1")]
    public async Task For_who_does_not_administer_these_pages_do_not_exist(string url)
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.HeadOf(year.Authority).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.AsStranger().GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("khoa")]
    [InlineData("mo-khoa")]
    [InlineData("dat-lai-mat-khau")]
    [InlineData("ten")]
    [InlineData("cuong-vi")]
    public async Task Nor_can_others_act_on_accounts(string act)
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var token = (await clerk.See("/tai-khoan/mat-khau")).FormTo("/mat-khau");
        token.Action = $"http://localhost{List}/{year.Member.HeadId}/{act}";
        (await clerk.Submit(token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
