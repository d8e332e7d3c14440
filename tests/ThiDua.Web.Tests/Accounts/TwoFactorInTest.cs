using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

/// <summary>A portal of one class of tests: its clock is turned, and heads are demanded to use two factors for a while.</summary>
public sealed class PortalOfTwoFactor : Portal
{
    public TurnedClock Clock { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}

/// <summary>An account that uses two factors, as whoever switched them on knows it.</summary>
public sealed record Armed(AccountInTest Account, HttpClient Browser, string Key, IReadOnlyList<string> RecoveryCodes);

/// <summary>The pages of two factors as a person goes through them.</summary>
public static class TwoFactorInTest
{
    public const string Own = "/tai-khoan/xac-thuc-hai-lop";

    public static string KeyOn(IHtmlDocument page) => page.QuerySelector(".setup-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    public static IReadOnlyList<string> CodesOn(IHtmlDocument page) => [.. page.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)];

    public static string CodeOf(this PortalOfTwoFactor portal, string key) => AuthenticatorCode.At(key, portal.Clock.GetUtcNow());

    public static void NextCode(this PortalOfTwoFactor portal) => portal.Clock.Advance(TimeSpan.FromSeconds(31));

    public static async Task<Armed> WithTwoFactor(this PortalOfTwoFactor portal, AccountInTest? known = null)
    {
        var account = known ?? await portal.AnAccount();
        var browser = await portal.SignedIn(account);
        var page = await browser.See(Own + "/bat");
        var key = KeyOn(page);
        var done = await browser.Submit(page.FormTo("/bat"), ("Code", portal.CodeOf(key)));
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        done.Headers.CacheControl!.NoStore.ShouldBeTrue();
        portal.NextCode();
        return new(account, browser, key, CodesOn(await done.Html()));
    }

    public static async Task<(HttpClient Browser, IHtmlFormElement Form)> AtTheSecondStep(this PortalOfTwoFactor portal, AccountInTest account)
    {
        var browser = portal.AsStranger();
        var answer = await browser.TrySigningIn(account.UserName, account.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.TryGetValues("Set-Cookie", out var cookies);
        (cookies ?? []).ShouldNotContain(cookie => cookie.StartsWith("thidua=", StringComparison.Ordinal), "the password alone opens nothing");
        return (browser, (await answer.Html()).FormTo("/dang-nhap/ma"));
    }
}
