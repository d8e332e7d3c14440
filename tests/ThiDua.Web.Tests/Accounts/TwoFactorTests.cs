using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

/// <summary>On a portal of its own: its clock is turned, and heads are demanded to use two factors for a while.</summary>
public sealed class TwoFactorTests(TwoFactorTests.Clockwork fixture) : IClassFixture<TwoFactorTests.Clockwork>
{
    private const string Own = "/tai-khoan/xac-thuc-hai-lop";

    private readonly WithClock _portal = fixture.Portal;

    public sealed class Clockwork : IAsyncLifetime
    {
        public WithClock Portal { get; } = new();

        public ValueTask InitializeAsync() => Portal.InitializeAsync();

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }

    public sealed class WithClock : Portal
    {
        public TurnedClock Clock { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }

    private sealed record Armed(AccountInTest Account, HttpClient Browser, string Key, IReadOnlyList<string> RecoveryCodes);

    private string CodeOf(string key) => AuthenticatorCode.At(key, _portal.Clock.GetUtcNow());

    private void NextCode() => _portal.Clock.Advance(TimeSpan.FromSeconds(31));

    private static string KeyOn(IHtmlDocument page) => page.QuerySelector(".setup-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private static IReadOnlyList<string> CodesOn(IHtmlDocument page) => [.. page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];

    private async Task<Armed> WithTwoFactor(AccountInTest? known = null)
    {
        var account = known ?? await _portal.AnAccount();
        var browser = await _portal.SignedIn(account);
        var page = await browser.See(Own + "/bat");
        var key = KeyOn(page);
        var done = await browser.Submit(page.FormTo("/bat"), ("Code", CodeOf(key)));
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        done.Headers.CacheControl!.NoStore.ShouldBeTrue();
        NextCode();
        return new(account, browser, key, CodesOn(await done.Html()));
    }

    private async Task<(HttpClient Browser, IHtmlFormElement Form)> AtTheSecondStep(AccountInTest account)
    {
        var browser = _portal.AsStranger();
        var answer = await browser.TrySigningIn(account.UserName, account.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith("thidua=", StringComparison.Ordinal), "the password alone opens nothing");
        return (browser, (await answer.Html()).FormTo("/dang-nhap/ma"));
    }

    [Fact]
    public async Task Once_switched_on_the_password_alone_no_longer_opens_the_account()
    {
        var armed = await WithTwoFactor();
        armed.RecoveryCodes.Count.ShouldBe(10);
        await armed.Browser.See("/");

        var (browser, form) = await AtTheSecondStep(armed.Account);
        (await browser.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
        var wrong = await browser.Submit(form, ("Code", "000000"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Html()).Says().ShouldContain("Mã không đúng hoặc đã dùng");
        (await browser.Submit((await wrong.Html()).FormTo("/dang-nhap/ma"), ("Code", CodeOf(armed.Key)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.See("/");
        (await _portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Subject == $"{armed.Account.Id}" && entry.Details.Contains(nameof(User.TwoFactorEnabled))))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_key_is_offered_as_a_picture_and_in_groups_and_written_only_once_its_code_is_confirmed()
    {
        var account = await _portal.AnAccount();
        var browser = await _portal.SignedIn(account);
        var page = await browser.See(Own + "/bat");
        page.QuerySelector("img")!.GetAttribute("src")!.ShouldStartWith("data:image/png;base64,iVBOR");
        page.QuerySelector(".setup-key")!.TextContent.ShouldMatch("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$");

        var wrong = await browser.Submit(page.FormTo("/bat"), ("Code", "123456"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        KeyOn(await wrong.Html()).ShouldBe(KeyOn(page), "the telephone has this one already");
        (await _portal.WithDb(db => db.UserTokens.AnyAsync(token => token.UserId == account.Id))).ShouldBeFalse();

        var stranger = await _portal.SignedIn(await _portal.AnAccount());
        var stolen = await stranger.Submit((await stranger.See(Own + "/bat")).FormTo("/bat"), ("Offer", ((IHtmlInputElement)page.QuerySelector("[name=Offer]")!).Value), ("Code", CodeOf(KeyOn(page))));
        stolen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Keys_and_recovery_codes_stand_encrypted_in_the_database()
    {
        var armed = await WithTwoFactor();
        var kept = await _portal.WithDb(db => db.UserTokens.Where(token => token.UserId == armed.Account.Id).Select(token => token.Value).ToListAsync());
        kept.Count.ShouldBe(2);
        kept.ShouldAllBe(value => !value!.Contains(armed.Key) && !armed.RecoveryCodes.Any(value.Contains));
        (await _portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Details.Contains(armed.Key) || entry.Details.Contains(armed.RecoveryCodes[0])))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_opens_the_account_once_even_within_its_half_minute()
    {
        var armed = await WithTwoFactor();
        var code = CodeOf(armed.Key);
        var (first, form) = await AtTheSecondStep(armed.Account);
        var (second, sameStep) = await AtTheSecondStep(armed.Account);
        (await first.Submit(form, ("Code", code))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await second.Submit(sameStep, ("Code", code))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        NextCode();
        (await second.Submit(sameStep, ("Code", CodeOf(armed.Key)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Of_many_at_once_with_the_same_code_one_comes_in()
    {
        var armed = await WithTwoFactor();
        var tries = new List<(HttpClient Browser, IHtmlFormElement Form)>();
        for (var index = 0; index < 6; index++)
        {
            tries.Add(await AtTheSecondStep(armed.Account));
        }

        var code = CodeOf(armed.Key);
        var answers = await Task.WhenAll(tries.Select(row => row.Browser.Submit(row.Form, ("Code", code))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
    }

    [Fact]
    public async Task A_recovery_code_opens_the_account_once()
    {
        var armed = await WithTwoFactor();
        var (browser, form) = await AtTheSecondStep(armed.Account);
        (await browser.Submit(form, ("Code", armed.RecoveryCodes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.See(Own)).QuerySelector("main")!.TextContent.ShouldContain("Còn 9 mã khôi phục");
        var (again, sameForm) = await AtTheSecondStep(armed.Account);
        (await again.Submit(sameForm, ("Code", armed.RecoveryCodes[3]))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A6_The_eleventh_wrong_code_of_a_minute_is_refused_and_a_right_password_between_does_not_reset_the_count()
    {
        var armed = await WithTwoFactor();
        var (browser, form) = await AtTheSecondStep(armed.Account);
        for (var attempt = 0; attempt < SignInThrottle.WrongTriesPerMinute; attempt++)
        {
            (await browser.Submit(form, ("Code", "000000"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            if (attempt == 5)
            {
                await AtTheSecondStep(armed.Account);
            }
        }

        (await browser.Submit(form, ("Code", CodeOf(armed.Key)))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await _portal.AsStranger().TrySigningIn(armed.Account.UserName, armed.Account.Password)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "the right password is not told either");
        (await _portal.WithDb(db => db.Users.SingleAsync(user => user.Id == armed.Account.Id))).LockoutEnd.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_ticket_of_the_first_step_ends_after_ten_minutes_and_with_the_password()
    {
        var armed = await WithTwoFactor();
        var (browser, form) = await AtTheSecondStep(armed.Account);
        await _portal.WithDb(async db =>
        {
            (await db.Users.FindAsync(armed.Account.Id))!.SecurityStamp = "ANOTHER";
            return await db.SaveChangesAsync();
        });
        var late = await browser.Submit(form, ("Code", CodeOf(armed.Key)));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Html()).FormTo("/dang-nhap").ShouldNotBeNull();
        (await browser.Submit(form, ("Code", CodeOf(armed.Key)), ("Ticket", "gia-mao"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task L1_What_was_typed_before_the_session_ended_survives_the_second_step()
    {
        var (armed, admin) = (await WithTwoFactor(await _portal.AnAccount(isAdministrator: true)), await _portal.AnAccount());
        var form = (await armed.Browser.See($"/quan-tri/nguoi-dung/{admin.Id}")).FormTo("/ten");
        var expired = _portal.AsStranger();
        expired.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var signIn = await (await expired.Submit(form, ("FullName", "Tên gõ lúc hết phiên"))).Html();
        var second = await (await expired.Submit(signIn.FormTo("/dang-nhap"), ("UserName", armed.Account.UserName), ("Password", armed.Account.Password))).Html();
        var wrong = await (await expired.Submit(second.FormTo("/dang-nhap/ma"), ("Code", "000000"))).Html();
        var offered = await (await expired.Submit(wrong.FormTo("/dang-nhap/ma"), ("Code", CodeOf(armed.Key)))).Html();
        (await expired.Follow(await expired.Submit(offered.FormTo("/ten")))).Says().ShouldContain("Đã lưu");
    }

    [Fact]
    public async Task It_is_switched_off_with_the_password_only_and_ends_other_sessions()
    {
        var armed = await WithTwoFactor();
        (await armed.Browser.Submit((await armed.Browser.See(Own)).FormTo("/tat"), ("Password", "Sai-mat-khau-1"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var renewed = await armed.Browser.Submit((await armed.Browser.See(Own)).FormTo("/ma-khoi-phuc"), ("OwnPassword", armed.Account.Password));
        CodesOn(await renewed.Html()).Intersect(armed.RecoveryCodes).ShouldBeEmpty();

        (await armed.Browser.Follow(await armed.Browser.Submit((await armed.Browser.See(Own)).FormTo("/tat"), ("Password", armed.Account.Password)))).Says().ShouldContain("Đã tắt xác thực hai lớp");
        await _portal.SignedIn(armed.Account);
    }

    [Fact]
    public async Task An_administrator_resets_it_for_who_lost_the_telephone_and_the_trail_says_who()
    {
        var (armed, admin) = (await WithTwoFactor(), await _portal.AnAccount(isAdministrator: true));
        var administrator = _portal.As(admin.Id);
        var page = await administrator.See($"/quan-tri/nguoi-dung/{armed.Account.Id}");
        var form = page.FormTo("/tat-xac-thuc-hai-lop");
        form.GetAttribute("data-confirm").ShouldNotBeNullOrEmpty();
        (await administrator.Follow(await administrator.Submit(form))).Says().ShouldContain("Đã tắt xác thực hai lớp");
        (await armed.Browser.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
        await _portal.SignedIn(armed.Account);
        (await _portal.WithDb(db => db.AuditEntries.Where(entry => entry.Subject == $"{armed.Account.Id}" && entry.Details.Contains("\"TwoFactorEnabled\":[\"True\",\"False\"]")).Select(entry => entry.UserId).SingleAsync())).ShouldBe(admin.Id);
    }

    [Fact]
    public async Task A_head_of_whom_it_is_demanded_sets_it_up_at_the_next_sign_in_and_does_nothing_else_until_then()
    {
        var year = await ClusterYearInTest.Make(_portal);
        var (head, clerk, admin) = (await _portal.AnAccount(), await _portal.AnAccount(), await _portal.AnAccount(isAdministrator: true));
        await _portal.AnOffice(head.Id, year.Member.Id, Capacity.Head);
        await _portal.AnOffice(clerk.Id, year.Member.Id);
        var before = await _portal.SignedIn(head);
        await Demand(admin, true);
        try
        {
            await before.See("/"); // whoever is at work goes on until the next sign-in
            await (await _portal.SignedIn(clerk)).See("/");

            var browser = await _portal.SignedIn(head);
            browser.DefaultRequestHeaders.Add("Origin", "http://localhost");
            foreach (var url in new[] { "/", year.Url, "/tai-khoan/phien", Own })
            {
                (await browser.GetAsync(url)).Headers.Location!.OriginalString.ShouldBe(Own + "/bat", url);
            }

            (await browser.Submit((await browser.See(Own + "/bat")).FormTo("/dang-xuat"))).StatusCode.ShouldBe(HttpStatusCode.Redirect, "signing out stays open");
            await KeepsWhatAnOlderPageSends(head, before);
        }
        finally
        {
            await Demand(admin, false);
        }
    }

    private async Task KeepsWhatAnOlderPageSends(AccountInTest head, HttpClient before)
    {
        var browser = await _portal.SignedIn(head);
        var older = await before.See("/tai-khoan/phien");
        browser.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var token = ((IHtmlInputElement)(await browser.See(Own + "/bat")).QuerySelector("[name=__RequestVerificationToken]")!).Value;
        var stopped = await browser.Submit(older.FormTo("/ket-thuc-khac"), ("__RequestVerificationToken", token));
        stopped.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var setUp = await (await browser.Submit((await stopped.Html()).FormTo("/bat"))).Html();
        setUp.Says().ShouldContain("Hệ thống yêu cầu lãnh đạo");
        var codes = await (await browser.Submit(setUp.FormTo("/bat"), ("Code", CodeOf(KeyOn(setUp))))).Html();
        CodesOn(codes).Count.ShouldBe(10);
        var offered = await (await browser.Submit(codes.FormTo(KeptForms.AgainPath))).Html();
        (await browser.Follow(await browser.Submit(offered.FormTo("/ket-thuc-khac")))).Says().ShouldContain("Không có phiên đăng nhập nào khác", customMessage: "switching on ended them");
    }

    [Fact]
    public async Task A_head_of_whom_it_is_demanded_cannot_switch_it_off()
    {
        var (year, armed, admin) = (await ClusterYearInTest.Make(_portal), await WithTwoFactor(), await _portal.AnAccount(isAdministrator: true));
        var form = (await armed.Browser.See(Own)).FormTo("/tat");
        await _portal.AnOffice(armed.Account.Id, year.Member.Id, Capacity.Head);
        await Demand(admin, true);
        try
        {
            var answer = await armed.Browser.Submit(form, ("Password", armed.Account.Password));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Html()).QuerySelector("main")!.TextContent.ShouldContain("không tắt được");
        }
        finally
        {
            await Demand(admin, false);
        }
    }

    private async Task Demand(AccountInTest admin, bool demanded)
    {
        var browser = _portal.As(admin.Id);
        var form = (await browser.See("/quan-tri")).FormTo("/an-toan-dang-nhap");
        ((IHtmlInputElement)form.QuerySelector("[name=HeadsNeedTwoFactor]")!).IsChecked = demanded;
        (await browser.Follow(await browser.Submit(form))).Says().ShouldContain(demanded ? "lãnh đạo phải bật" : "không còn bắt buộc");
        (await _portal.WithDb(db => db.AuditEntries.Where(entry => entry.Kind == nameof(PortalSettings)).OrderByDescending(entry => entry.Id).FirstAsync())).UserId.ShouldBe(admin.Id);
    }
}
