using System.Net;
using ThiDua.Web.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

public sealed class SignInTests(Portal portal)
{
    [Fact]
    public async Task Name_and_password_open_the_portal_and_signing_out_closes_it()
    {
        var account = await portal.AnAccount();
        var browser = await portal.SignedIn(account);
        var home = await browser.See("/");
        home.QuerySelector(".office-button")!.TextContent.ShouldContain("Tài khoản");

        (await browser.Submit(home.FormTo("/dang-xuat"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_page_that_was_asked_for_comes_after_signing_in()
    {
        var account = await portal.AnAccount();
        var browser = portal.AsStranger();
        var asked = await browser.GetAsync("/tai-khoan/mat-khau");
        var signIn = asked.Headers.Location!;
        signIn.AbsolutePath.ShouldBe("/dang-nhap");
        var answer = await browser.TrySigningIn(account.UserName, account.Password, signIn.Query);
        answer.Headers.Location!.OriginalString.ShouldBe("/tai-khoan/mat-khau");
    }

    [Theory]
    [InlineData("https://vidu.example/gia-mao")]
    [InlineData("//vidu.example")]
    [InlineData("/\\vidu.example")]
    public async Task Signing_in_never_leads_to_another_site(string elsewhere)
    {
        var account = await portal.AnAccount();
        var answer = await portal.AsStranger().TrySigningIn(account.UserName, account.Password, "?tro-lai=" + Uri.EscapeDataString(elsewhere));
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A6_Unknown_user_wrong_password_and_locked_account_answer_alike()
    {
        var (account, locked) = (await portal.AnAccount(), await portal.AnAccount());
        await portal.WithDb(async db =>
        {
            (await db.Users.FindAsync(locked.Id))!.IsLocked = true;
            return await db.SaveChangesAsync();
        });

        var answers = new List<string>();
        foreach (var (userName, password) in new[] { ("khong-co-ai", "Sai-mat-khau-1"), (account.UserName, "Sai-mat-khau-1"), (locked.UserName, locked.Password) })
        {
            var answer = await portal.AsStranger().TrySigningIn(userName, password);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            var page = await answer.Html();
            page.QuerySelector("[name=UserName]")!.GetAttribute("value").ShouldBe(userName, "what was typed stays");
            answers.Add(page.QuerySelector("main")!.TextContent);
        }

        answers.Distinct().Count().ShouldBe(1, string.Join("\n---\n", answers));
    }

    [Fact]
    public async Task A6_A_refusal_takes_the_same_least_time_whether_the_name_is_known_or_not()
    {
        var account = await portal.AnAccount();
        foreach (var userName in new[] { account.UserName, $"khong-co-{Portal.Next()}" })
        {
            var browser = portal.AsStranger();
            var form = (await browser.See("/dang-nhap")).FormTo("/dang-nhap");
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await browser.Submit(form, ("UserName", userName), ("Password", "Sai-mat-khau-1"));
            System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(290), userName);
        }
    }

    [Fact]
    public async Task A6_The_eleventh_wrong_try_in_a_minute_is_refused_for_known_and_unknown_names_alike()
    {
        var account = await portal.AnAccount();
        foreach (var userName in new[] { account.UserName, $"khong-co-{Portal.Next()}" })
        {
            var browser = portal.AsStranger();
            for (var attempt = 1; attempt <= SignInThrottle.WrongTriesPerMinute; attempt++)
            {
                (await browser.TrySigningIn(userName, "Sai-mat-khau-1")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"try {attempt} of {userName}");
            }

            (await browser.TrySigningIn(userName, "Sai-mat-khau-1")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            (await browser.TrySigningIn(userName.ToUpperInvariant(), Accounts.Password)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "the right password does not tell either");
        }
    }

    [Fact]
    public async Task A6_Tries_beside_each_other_do_not_slip_through()
    {
        using var throttle = new SignInThrottle();
        var taken = 0;
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () =>
        {
            using var attempt = await throttle.Begin("ai-do", "10.0.0.1");
            await Task.Delay(5);
            attempt?.WasWrong();
            Interlocked.Add(ref taken, attempt is null ? 0 : 1);
        })));
        taken.ShouldBe(SignInThrottle.WrongTriesPerMinute);
    }

    [Fact]
    public async Task A6_One_address_cannot_try_many_names()
    {
        using var throttle = new SignInThrottle();
        for (var name = 0; name < SignInThrottle.WrongTriesPerMinuteFromOneAddress; name++)
        {
            using var attempt = await throttle.Begin($"ten-{name}", "10.0.0.1");
            attempt.ShouldNotBeNull().WasWrong();
        }

        (await throttle.Begin("ten-khac", "10.0.0.1")).ShouldBeNull();
        (await throttle.Begin("ten-khac", "10.0.0.2")).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public async Task A_form_without_antiforgery_token_is_refused()
    {
        var account = await portal.AnAccount();
        var signIn = await portal.AsStranger().PostAsync("/dang-nhap", new FormUrlEncodedContent([new("UserName", account.UserName), new("Password", account.Password)]));
        signIn.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var switching = await portal.As(account.Id).PostAsync("/tai-khoan/cuong-vi", new FormUrlEncodedContent([new("OfficeId", "1")]));
        switching.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
