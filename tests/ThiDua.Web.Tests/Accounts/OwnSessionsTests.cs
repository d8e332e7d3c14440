using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Jobs;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

public sealed class OwnSessionsTests(Portal portal)
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    private const string Own = "/tai-khoan/phien";

    private async Task<HttpClient> SignedIn(AccountInTest account, string agent)
    {
        var browser = portal.AsStranger();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        (await browser.TrySigningIn(account.UserName, account.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    private static async Task<bool> IsOver(HttpClient browser) => (await browser.GetAsync("/")).Headers.Location?.AbsolutePath == "/dang-nhap";

    [Fact]
    public async Task A_person_sees_each_session_in_words_and_ends_another_at_once()
    {
        var account = await portal.AnAccount();
        var (here, phone) = (await SignedIn(account, Chrome), await SignedIn(account, "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1"));
        await phone.See("/");

        var page = await here.See(Own);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.QuerySelector("tbody tr:has(.badge)")!.TextContent.ShouldContain("Chrome trên Windows");
        var other = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Safari trên iPhone"));
        var form = page.Forms.Single(row => other.Contains(row));
        (await here.Follow(await here.Submit(form))).Says().ShouldContain("Đã kết thúc phiên đăng nhập.");

        (await IsOver(phone)).ShouldBeTrue();
        (await IsOver(here)).ShouldBeFalse();
        (await here.See(Own)).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Ending_all_others_keeps_this_one()
    {
        var account = await portal.AnAccount();
        var (here, second, third) = (await portal.SignedIn(account), await portal.SignedIn(account), await portal.SignedIn(account));
        var answer = await here.Submit((await here.See(Own)).FormTo("/ket-thuc-khac"));
        (await here.Follow(answer)).Says().ShouldContain("Đã kết thúc 2 phiên");
        (await IsOver(second), await IsOver(third), await IsOver(here)).ShouldBe((true, true, false));
    }

    [Fact]
    public async Task The_session_of_somebody_else_does_not_exist_here()
    {
        var (account, stranger) = (await portal.AnAccount(), await portal.AnAccount());
        var (browser, attacker, second) = (await portal.SignedIn(account), await portal.SignedIn(stranger), await portal.SignedIn(stranger));
        await second.See("/");
        var foreign = await portal.WithDb(db => db.UserSessions.Where(row => row.UserId == account.Id).Select(row => row.Id).SingleAsync());
        var form = (await attacker.See(Own)).Forms.First(row => row.Action.EndsWith("/ket-thuc", StringComparison.Ordinal));
        form.Action = $"http://localhost{Own}/{foreign}/ket-thuc";
        (await attacker.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await IsOver(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_so_that_a_copied_cookie_opens_nothing()
    {
        var account = await portal.AnAccount();
        var browser = portal.AsStranger();
        var signedIn = await browser.TrySigningIn(account.UserName, account.Password);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(row => row.StartsWith("thidua=", StringComparison.Ordinal)).Split(';')[0];
        var copy = portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        (await IsOver(copy)).ShouldBeFalse();

        await browser.Submit((await browser.See("/")).FormTo("/dang-xuat"));
        (await IsOver(copy)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_administrator_sees_and_ends_the_sessions_of_an_account_and_the_trail_says_who()
    {
        var (account, admin) = (await portal.AnAccount(), await portal.AnAccount(isAdministrator: true));
        var browser = await SignedIn(account, Chrome);
        var administrator = portal.As(admin.Id);
        var page = await administrator.See($"/quan-tri/nguoi-dung/{account.Id}");
        page.QuerySelector("main")!.TextContent.ShouldContain("Chrome trên Windows");
        await administrator.Submit(page.FormTo("/ket-thuc-phien"));

        (await IsOver(browser)).ShouldBeTrue();
        (await portal.WithDb(db => db.AuditEntries.SingleAsync(entry => entry.Kind == nameof(User) && entry.Subject == $"{account.Id}" && entry.Details.Contains(nameof(User.SessionsEndedAt))))).UserId.ShouldBe(admin.Id);
    }

    [Theory]
    [InlineData(Chrome, "Chrome trên Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/126.0 Chrome/120.0 Safari/537.36", "Cốc Cốc trên Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Microsoft Edge trên Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 Chrome/121 Mobile Safari/537.36", "Samsung Internet trên Android")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox trên macOS")]
    [InlineData("curl/8", "Trình duyệt khác trên thiết bị không rõ")]
    public void A_browser_is_named_in_words(string agent, string words) => DeviceWords.Of(agent).ShouldBe(words);
}

/// <summary>Sessions over time, on a portal whose clock the test turns.</summary>
public sealed class SessionsOverTimeTests(SessionsOverTimeTests.Clockwork fixture) : IClassFixture<SessionsOverTimeTests.Clockwork>
{
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

    [Fact]
    public async Task A_session_outlives_the_renewal_of_its_cookie_is_seen_and_is_forgotten_after_a_month()
    {
        var portal = fixture.Portal;
        var account = await portal.AnAccount();
        var browser = await portal.SignedIn(account);
        for (var minutes = 0; minutes < 12; minutes++)
        {
            portal.Clock.Advance(TimeSpan.FromHours(1)); // the cookie is written anew on the way
            await browser.See("/");
        }

        var session = await portal.WithDb(db => db.UserSessions.SingleAsync(row => row.UserId == account.Id));
        session.LastSeenAt.ShouldBe(portal.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
        (await browser.See("/tai-khoan/phien")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);

        portal.Clock.Advance(ForgetSessions.KeptFor + TimeSpan.FromHours(1));
        (await portal.WithDb(db => new ForgetSessions(db, portal.Clock).Run(default))).ShouldBe(1);
        (await portal.WithDb(db => new ForgetSessions(db, portal.Clock).Run(default))).ShouldBe(0);
        (await browser.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
    }
}
