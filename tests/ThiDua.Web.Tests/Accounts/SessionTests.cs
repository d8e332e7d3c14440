using System.Net;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

public sealed class SessionTests(Portal portal)
{
    private const string NewPassword = "Mat-khau-moi-2021";

    [Fact]
    public async Task A_given_password_must_be_changed_before_anything_else()
    {
        var account = await portal.AnAccount(mustChangePassword: true);
        var browser = await portal.SignedIn(account);
        (await browser.GetAsync("/")).Headers.Location!.OriginalString.ShouldBe("/tai-khoan/mat-khau");
        (await browser.GetAsync("/css/portal.css")).StatusCode.ShouldBe(HttpStatusCode.OK, "the page keeps its looks");

        var page = await browser.See("/tai-khoan/mat-khau");
        (await browser.Submit(page.FormTo("/mat-khau"), ("Current", account.Password), ("New", NewPassword), ("Repeated", NewPassword))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.See("/")).Says().ShouldContain("Đã đổi mật khẩu");
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var account = await portal.AnAccount();
        var (here, elsewhere) = (await portal.SignedIn(account), await portal.SignedIn(account));
        await elsewhere.See("/");
        await here.Submit((await here.See("/tai-khoan/mat-khau")).FormTo("/mat-khau"), ("Current", account.Password), ("New", NewPassword), ("Repeated", NewPassword));

        await here.See("/");
        (await elsewhere.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
        (await portal.AsStranger().TrySigningIn(account.UserName, account.Password)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("Sai-mat-khau-1", NewPassword, NewPassword, "Mật khẩu hiện tại không đúng.")]
    [InlineData(Accounts.Password, "ngan", "ngan", "ít nhất 10 ký tự")]
    [InlineData(Accounts.Password, NewPassword, "Khac-hoan-toan-1", "chưa khớp")]
    [InlineData(Accounts.Password, Accounts.Password, Accounts.Password, "phải khác")]
    public async Task A_password_that_will_not_do_is_told_beside_its_field(string current, string next, string repeated, string message)
    {
        var account = await portal.AnAccount();
        var browser = await portal.SignedIn(account);
        var answer = await browser.Submit((await browser.See("/tai-khoan/mat-khau")).FormTo("/mat-khau"), ("Current", current), ("New", next), ("Repeated", repeated));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).QuerySelectorAll(".invalid-feedback").ShouldContain(note => note.TextContent.Contains(message));
        await portal.SignedIn(account);
    }

    [Fact]
    public async Task Locking_an_account_ends_its_sessions_with_the_next_request()
    {
        var account = await portal.AnAccount();
        var browser = await portal.SignedIn(account);
        await browser.See("/");
        await portal.WithDb(async db =>
        {
            (await db.Users.FindAsync(account.Id))!.IsLocked = true;
            return await db.SaveChangesAsync();
        });
        (await browser.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
    }

    [Fact]
    public async Task A_person_switches_between_own_offices_only()
    {
        var year = await ClusterYearInTest.Make(portal);
        var account = await portal.AnAccount();
        var (first, second) = (await portal.AnOffice(account.Id, year.Leader.Id), await portal.AnOffice(account.Id, year.Deputy.Id));
        var browser = await portal.SignedIn(account);
        var page = await browser.See("/");
        page.QuerySelector(".office-button")!.TextContent.ShouldContain(year.Leader.Name);

        var form = page.Forms.First(row => row.QuerySelector($"[name=OfficeId][value='{second}']") is not null);
        var answer = await browser.Submit(form);
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("thidua.cuongvi=") && cookie.Contains("httponly") && cookie.Contains("samesite=lax") && cookie.Contains("path=/"));
        (await browser.See("/")).QuerySelector(".office-button")!.TextContent.ShouldContain(year.Deputy.Name);

        var stranger = await portal.AnOffice((await portal.AnAccount()).Id, year.Member.Id);
        (await browser.Submit(form, ("OfficeId", $"{stranger}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await portal.EndOffice(first);
        (await browser.Submit(form, ("OfficeId", $"{first}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, "an office that has ended");
    }

    [Fact]
    public async Task A3_Somebody_without_an_office_enters_no_cluster_year()
    {
        var year = await ClusterYearInTest.Make(portal);
        var browser = await portal.SignedIn(await portal.AnAccount());
        (await browser.See("/")).QuerySelector(".year-switcher")!.TextContent.ShouldNotContain("Cụm thi đua thử");
        (await browser.GetAsync(year.Url + "/lich-su")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task L1_What_was_typed_is_sent_again_after_signing_in_when_the_session_had_ended()
    {
        var (account, admin) = (await portal.AnAccount(), await portal.AnAccount(isAdministrator: true));
        var browser = await portal.SignedIn(admin);
        var form = (await browser.See($"/quan-tri/nguoi-dung/{account.Id}")).FormTo("/ten");
        const string Typed = "\nTên đã sửa <b>\"trong lúc\"</b> hết phiên";

        var expired = portal.AsStranger();
        expired.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var signIn = await expired.Submit(form, ("FullName", Typed));
        signIn.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var signInPage = await signIn.Html();
        signInPage.Says().ShouldContain("Nội dung bạn đã nhập vẫn được giữ");

        var wrong = await expired.Submit(signInPage.FormTo("/dang-nhap"), ("UserName", admin.UserName), ("Password", "Sai-mat-khau-1"));
        var offered = await expired.Submit((await wrong.Html()).FormTo("/dang-nhap"), ("UserName", admin.UserName), ("Password", admin.Password));
        offered.StatusCode.ShouldBe(HttpStatusCode.OK);
        var saved = await expired.Submit((await offered.Html()).FormTo("/ten"));
        (await expired.Follow(saved)).Says().ShouldContain("Đã lưu");
        (await portal.WithDb(async db => (await db.Users.FindAsync(account.Id))!.FullName)).ShouldBe(Typed.Trim());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://vidu.example")]
    public async Task L1_A_form_of_another_site_is_never_kept(string? origin)
    {
        var browser = portal.AsStranger();
        if (origin is not null)
        {
            browser.DefaultRequestHeaders.Add("Origin", origin);
        }

        var answer = await browser.PostAsync("/tai-khoan/mat-khau", new FormUrlEncodedContent([new("New", "x")]));
        answer.Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
    }
}
