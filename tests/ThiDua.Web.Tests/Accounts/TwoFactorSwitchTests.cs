using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;
using static ThiDua.Web.Tests.Accounts.TwoFactorInTest;

namespace ThiDua.Web.Tests.Accounts;

public sealed class TwoFactorSwitchTests(PortalOfTwoFactor portal) : IClassFixture<PortalOfTwoFactor>
{
    [Fact]
    public async Task It_is_switched_off_with_the_password_only_and_ends_other_sessions()
    {
        var armed = await portal.WithTwoFactor();
        (await armed.Browser.Submit((await armed.Browser.See(Own)).FormTo("/tat"), ("Password", "Sai-mat-khau-1"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var renewed = await armed.Browser.Submit((await armed.Browser.See(Own)).FormTo("/ma-khoi-phuc"), ("OwnPassword", armed.Account.Password));
        CodesOn(await renewed.Html()).Intersect(armed.RecoveryCodes).ShouldBeEmpty();

        (await armed.Browser.Follow(await armed.Browser.Submit((await armed.Browser.See(Own)).FormTo("/tat"), ("Password", armed.Account.Password)))).Says().ShouldContain("Đã tắt xác thực hai lớp");
        await portal.SignedIn(armed.Account);
    }

    [Fact]
    public async Task An_administrator_resets_it_for_who_lost_the_telephone_and_the_trail_says_who()
    {
        var (armed, admin) = (await portal.WithTwoFactor(), await portal.AnAccount(isAdministrator: true));
        var administrator = portal.As(admin.Id);
        var page = await administrator.See($"/quan-tri/nguoi-dung/{armed.Account.Id}");
        var form = page.FormTo("/tat-xac-thuc-hai-lop");
        form.GetAttribute("data-confirm").ShouldNotBeNullOrEmpty();
        (await administrator.Follow(await administrator.Submit(form))).Says().ShouldContain("Đã tắt xác thực hai lớp");
        (await armed.Browser.GetAsync("/")).Headers.Location!.AbsolutePath.ShouldBe("/dang-nhap");
        await portal.SignedIn(armed.Account);
        (await portal.WithDb(db => db.AuditEntries.Where(entry => entry.Subject == $"{armed.Account.Id}" && entry.Details.Contains("\"TwoFactorEnabled\":[\"True\",\"False\"]")).Select(entry => entry.UserId).SingleAsync())).ShouldBe(admin.Id);
    }

    [Fact]
    public async Task A_head_of_whom_it_is_demanded_sets_it_up_at_the_next_sign_in_and_does_nothing_else_until_then()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (head, clerk, admin) = (await portal.AnAccount(), await portal.AnAccount(), await portal.AnAccount(isAdministrator: true));
        await portal.AnOffice(head.Id, year.Member.Id, Capacity.Head);
        await portal.AnOffice(clerk.Id, year.Member.Id);
        var before = await portal.SignedIn(head);
        await Demand(admin, true);
        try
        {
            await before.See("/"); // whoever is at work goes on until the next sign-in
            await (await portal.SignedIn(clerk)).See("/");

            var browser = await portal.SignedIn(head);
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
        var browser = await portal.SignedIn(head);
        var older = await before.See("/tai-khoan/phien");
        browser.DefaultRequestHeaders.Add("Origin", "http://localhost");
        var token = ((IHtmlInputElement)(await browser.See(Own + "/bat")).QuerySelector("[name=__RequestVerificationToken]")!).Value;
        var stopped = await browser.Submit(older.FormTo("/ket-thuc-khac"), ("__RequestVerificationToken", token));
        stopped.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        var setUp = await (await browser.Submit((await stopped.Html()).FormTo("/bat"))).Html();
        setUp.Says().ShouldContain("Hệ thống yêu cầu lãnh đạo");
        var codes = await (await browser.Submit(setUp.FormTo("/bat"), ("Code", portal.CodeOf(KeyOn(setUp))))).Html();
        CodesOn(codes).Count.ShouldBe(10);
        var offered = await (await browser.Submit(codes.FormTo(KeptForms.AgainPath))).Html();
        (await browser.Follow(await browser.Submit(offered.FormTo("/ket-thuc-khac")))).Says().ShouldContain("Không có phiên đăng nhập nào khác", customMessage: "switching on ended them");
    }

    [Fact]
    public async Task A_head_of_whom_it_is_demanded_cannot_switch_it_off()
    {
        var (year, armed, admin) = (await ClusterYearInTest.Make(portal), await portal.WithTwoFactor(), await portal.AnAccount(isAdministrator: true));
        var form = (await armed.Browser.See(Own)).FormTo("/tat");
        await portal.AnOffice(armed.Account.Id, year.Member.Id, Capacity.Head);
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
        var browser = portal.As(admin.Id);
        var form = (await browser.See("/quan-tri")).FormTo("/an-toan-dang-nhap");
        ((IHtmlInputElement)form.QuerySelector("[name=HeadsNeedTwoFactor]")!).IsChecked = demanded;
        (await browser.Follow(await browser.Submit(form))).Says().ShouldContain(demanded ? "lãnh đạo phải bật" : "không còn bắt buộc");
        (await portal.WithDb(db => db.AuditEntries.Where(entry => entry.Kind == nameof(PortalSettings)).OrderByDescending(entry => entry.Id).FirstAsync())).UserId.ShouldBe(admin.Id);
    }
}
