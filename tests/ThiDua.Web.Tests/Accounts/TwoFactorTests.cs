using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;
using static ThiDua.Web.Tests.Accounts.TwoFactorInTest;

namespace ThiDua.Web.Tests.Accounts;

public sealed class TwoFactorTests(PortalOfTwoFactor portal) : IClassFixture<PortalOfTwoFactor>
{
    [Fact]
    public async Task Once_switched_on_the_password_alone_no_longer_opens_the_account()
    {
        var armed = await portal.WithTwoFactor();
        armed.RecoveryCodes.Count.ShouldBe(10);
        await armed.Browser.See("/");

        var (browser, form) = await portal.AtTheSecondStep(armed.Account);
        (await browser.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
        var wrong = await browser.Submit(form, ("Code", "000000"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await wrong.Html()).Says().ShouldContain("Mã không đúng hoặc đã dùng");
        (await browser.Submit((await wrong.Html()).FormTo("/dang-nhap/ma"), ("Code", portal.CodeOf(armed.Key)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await browser.See("/");
        (await portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Subject == $"{armed.Account.Id}" && entry.Details.Contains(nameof(User.TwoFactorEnabled))))).ShouldBeTrue();
    }

    [Fact]
    public async Task The_key_is_offered_as_a_picture_and_in_groups_and_written_only_once_its_code_is_confirmed()
    {
        var account = await portal.AnAccount();
        var browser = await portal.SignedIn(account);
        var page = await browser.See(Own + "/bat");
        page.QuerySelector("img")!.GetAttribute("src")!.ShouldStartWith("data:image/png;base64,iVBOR");
        page.QuerySelector(".setup-key")!.TextContent.ShouldMatch("^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$");

        var wrong = await browser.Submit(page.FormTo("/bat"), ("Code", "123456"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        KeyOn(await wrong.Html()).ShouldBe(KeyOn(page), "the telephone has this one already");
        (await portal.WithDb(db => db.UserTokens.AnyAsync(token => token.UserId == account.Id))).ShouldBeFalse();

        var stranger = await portal.SignedIn(await portal.AnAccount());
        var stolen = await stranger.Submit((await stranger.See(Own + "/bat")).FormTo("/bat"), ("Offer", ((IHtmlInputElement)page.QuerySelector("[name=Offer]")!).Value), ("Code", portal.CodeOf(KeyOn(page))));
        stolen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Keys_and_recovery_codes_stand_encrypted_in_the_database()
    {
        var armed = await portal.WithTwoFactor();
        var kept = await portal.WithDb(db => db.UserTokens.Where(token => token.UserId == armed.Account.Id).Select(token => token.Value).ToListAsync());
        kept.Count.ShouldBe(2);
        kept.ShouldAllBe(value => !value!.Contains(armed.Key) && !armed.RecoveryCodes.Any(value.Contains));
        (await portal.WithDb(db => db.AuditEntries.AnyAsync(entry => entry.Details.Contains(armed.Key) || entry.Details.Contains(armed.RecoveryCodes[0])))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_opens_the_account_once_even_within_its_half_minute()
    {
        var armed = await portal.WithTwoFactor();
        var code = portal.CodeOf(armed.Key);
        var (first, form) = await portal.AtTheSecondStep(armed.Account);
        var (second, sameStep) = await portal.AtTheSecondStep(armed.Account);
        (await first.Submit(form, ("Code", code))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await second.Submit(sameStep, ("Code", code))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        portal.NextCode();
        (await second.Submit(sameStep, ("Code", portal.CodeOf(armed.Key)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Of_many_at_once_with_the_same_code_one_comes_in()
    {
        var armed = await portal.WithTwoFactor();
        var tries = new List<(HttpClient Browser, IHtmlFormElement Form)>();
        for (var index = 0; index < 6; index++)
        {
            tries.Add(await portal.AtTheSecondStep(armed.Account));
        }

        var code = portal.CodeOf(armed.Key);
        var answers = await Task.WhenAll(tries.Select(row => row.Browser.Submit(row.Form, ("Code", code))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
    }

    [Fact]
    public async Task A_recovery_code_opens_the_account_once()
    {
        var armed = await portal.WithTwoFactor();
        var (browser, form) = await portal.AtTheSecondStep(armed.Account);
        (await browser.Submit(form, ("Code", armed.RecoveryCodes[3].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.See(Own)).QuerySelector("main")!.TextContent.ShouldContain("Còn 9 mã khôi phục");
        var (again, sameForm) = await portal.AtTheSecondStep(armed.Account);
        (await again.Submit(sameForm, ("Code", armed.RecoveryCodes[3]))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A6_The_eleventh_wrong_code_of_a_minute_is_refused_and_a_right_password_between_does_not_reset_the_count()
    {
        var armed = await portal.WithTwoFactor();
        var (browser, form) = await portal.AtTheSecondStep(armed.Account);
        for (var attempt = 0; attempt < SignInThrottle.WrongTriesPerMinute; attempt++)
        {
            (await browser.Submit(form, ("Code", "000000"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            if (attempt == 5)
            {
                await portal.AtTheSecondStep(armed.Account);
            }
        }

        (await browser.Submit(form, ("Code", portal.CodeOf(armed.Key)))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await portal.AsStranger().TrySigningIn(armed.Account.UserName, armed.Account.Password)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "the right password is not told either");
        (await portal.WithDb(db => db.Users.SingleAsync(user => user.Id == armed.Account.Id))).LockoutEnd.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_ticket_of_the_first_step_ends_after_ten_minutes_and_with_the_password()
    {
        var armed = await portal.WithTwoFactor();
        var (browser, form) = await portal.AtTheSecondStep(armed.Account);
        await portal.WithDb(async db =>
        {
            (await db.Users.FindAsync(armed.Account.Id))!.SecurityStamp = "ANOTHER";
            return await db.SaveChangesAsync();
        });
        var late = await browser.Submit(form, ("Code", portal.CodeOf(armed.Key)));
        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await late.Html()).FormTo("/dang-nhap").ShouldNotBeNull();
        (await browser.Submit(form, ("Code", portal.CodeOf(armed.Key)), ("Ticket", "gia-mao"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task L1_What_was_typed_before_the_session_ended_survives_the_second_step()
    {
        var (armed, admin) = (await portal.WithTwoFactor(await portal.AnAccount(isAdministrator: true)), await portal.AnAccount());
        var form = (await armed.Browser.See($"/quan-tri/nguoi-dung/{admin.Id}")).FormTo("/ten");
        var expired = portal.AsStranger();
        expired.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var signIn = await (await expired.Submit(form, ("FullName", "Tên gõ lúc hết phiên"))).Html();
        var second = await (await expired.Submit(signIn.FormTo("/dang-nhap"), ("UserName", armed.Account.UserName), ("Password", armed.Account.Password))).Html();
        var wrong = await (await expired.Submit(second.FormTo("/dang-nhap/ma"), ("Code", "000000"))).Html();
        var offered = await (await expired.Submit(wrong.FormTo("/dang-nhap/ma"), ("Code", portal.CodeOf(armed.Key)))).Html();
        (await expired.Follow(await expired.Submit(offered.FormTo("/ten")))).Says().ShouldContain("Đã lưu");
    }
}
