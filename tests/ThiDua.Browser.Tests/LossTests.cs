using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

/// <summary>L1: what a unit typed in its sheet is not lost, whatever happens to session, tab, connection or browser.</summary>
public sealed class LossTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private const string Judged = "Điểm – II.1. Văn bản chỉ đạo";

    private async Task<(ClusterYearInTest Year, string Sheet, int LeafId)> AnOpenSheet()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var (id, leaf) = await portal.WithDb(
            async db => (await db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.Id).SingleAsync(), await db.Criteria.Where(row => row.Code == "II.1").Select(row => row.Id).SingleAsync()),
            year.Acting(year.Member, Capacity.Clerk));
        return (year, $"{year.Url}/cham-diem/{id}", leaf);
    }

    private Task<decimal?> PointsOf(ClusterYearInTest year, int leafId) =>
        portal.WithDb(db => db.ScoreEntries.Where(row => row.Sheet.UnitId == year.Member.Id && row.CriterionId == leafId && row.Stage == ScoreStage.Self).Select(row => row.Points).SingleAsync(), year.Acting(year.Member, Capacity.Clerk));

    private Task<int> EndSessions() => portal.WithDb(db => db.UserSessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, DateTime.UtcNow)));

    [Fact]
    public async Task L1_A_line_typed_after_the_session_ended_is_sent_again_after_signing_in_and_the_person_is_told()
    {
        var (year, sheet, leaf) = await AnOpenSheet();
        var name = await portal.GivePassword(year.Member.ClerkId);
        var person = await portal.OpenStranger();
        var page = await person.Goes("/dang-nhap");
        await page.SignInAndEnter(name);
        await person.Goes(sheet);
        await EndSessions();
        await page.GetByLabel(Judged).FillAsync("15");
        await page.Locator("[data-save-all]").FocusAsync();
        await Expect(page.Locator($"#dong-{leaf} .line-problem")).ToContainTextAsync("Phiên làm việc đã hết");
        await Expect(page.GetByLabel(Judged)).ToHaveValueAsync("15");

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/dang-nhap");
        await other.SignInAndEnter(name);
        await page.BringToFrontAsync();
        await page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await Expect(page.Locator("[data-drafts]")).ToContainTextAsync("Đã gửi lại 1 dòng nhập khi chưa lưu được: II.1");
        (await PointsOf(year, leaf)).ShouldBe(15);
        (await page.EvaluateAsync<int>("() => Object.keys(localStorage).length")).ShouldBe(0, "what was acknowledged is not kept");
    }

    [Fact]
    public async Task L1_Another_person_of_the_same_browser_never_sees_what_was_kept()
    {
        var (year, sheet, leaf) = await AnOpenSheet();
        var names = new[] { await portal.GivePassword(year.Member.ClerkId), await portal.GivePassword(year.Member.HeadId) };
        var person = await portal.OpenStranger();
        var page = await person.Goes("/dang-nhap");
        await page.SignInAndEnter(names[0]);
        await person.Goes(sheet);
        await EndSessions();
        await page.GetByLabel(Judged).FillAsync("11");
        await page.Locator("[data-save-all]").FocusAsync();
        await Expect(page.Locator($"#dong-{leaf} .line-problem")).ToContainTextAsync("Phiên làm việc đã hết");

        await person.Goes("/dang-nhap");
        await page.SignInAndEnter(names[1]);
        await person.Goes(sheet);
        await Expect(page.GetByLabel(Judged)).ToHaveValueAsync("");
        await page.Locator(".office-button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Expect(page.GetByLabel("Tên đăng nhập")).ToBeVisibleAsync();
        await page.SignInAndEnter(names[0]);
        await person.Goes(sheet);
        await Expect(page.Locator("[data-drafts]")).ToContainTextAsync("Đã gửi lại 1 dòng");
        (await PointsOf(year, leaf)).ShouldBe(11);
    }

    [Fact]
    public async Task L1_Two_tabs_and_two_clerks_on_one_line_see_both_texts_and_choose()
    {
        var (year, sheet, leaf) = await AnOpenSheet();
        var first = await portal.Open(year.Member.ClerkId);
        var page = await first.Goes(sheet);
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync(sheet);
        await tab.GetByLabel(Judged).FillAsync("12");
        await page.GetByLabel(Judged).FillAsync("18");
        await page.Locator("[data-save-all]").FocusAsync();
        await Expect(tab.Locator($"#dong-{leaf} .choice")).ToContainTextAsync("Điểm: 18");
        await Expect(tab.GetByLabel(Judged)).ToHaveValueAsync("12");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Giữ bản của tôi" }).ClickAsync();
        await Expect(tab.Locator($"#dong-{leaf} .line-status")).ToContainTextAsync("đã lưu");
        await Expect(page.GetByLabel(Judged)).ToHaveValueAsync("12");
        (await PointsOf(year, leaf)).ShouldBe(12);

        var head = await portal.Open(year.Member.HeadId);
        var other = await head.Goes(sheet);
        await other.GetByLabel(Judged).FillAsync("9");
        await page.GetByLabel(Judged).FillAsync("14");
        await page.Locator("[data-save-all]").FocusAsync();
        await Expect(page.Locator($"#dong-{leaf} .line-status")).ToContainTextAsync("đã lưu");
        await other.Locator("[data-save-all]").FocusAsync();
        await Expect(other.Locator($"#dong-{leaf} .line-problem")).ToContainTextAsync("vừa cập nhật lúc");
        await Expect(other.Locator($"#dong-{leaf} .choice")).ToContainTextAsync("Điểm: 14");
        await Expect(other.Locator($"#dong-{leaf} .choice")).ToContainTextAsync("Điểm: 9");
        await head.IsAccessible();
        await other.GetByRole(AriaRole.Button, new() { Name = "Lấy bản đã lưu" }).ClickAsync();
        await Expect(other.GetByLabel(Judged)).ToHaveValueAsync("14");
        (await PointsOf(year, leaf)).ShouldBe(14);
        first.HasNoComplaints();
        head.HasNoComplaints();
    }

    [Fact]
    public async Task L1_A_killed_browser_offers_the_draft()
    {
        var (year, sheet, leaf) = await AnOpenSheet();
        var folder = Directory.CreateTempSubdirectory("thidua-browser-").FullName;
        await using (var browser = await portal.OpenOnDisk(folder, year.Member.ClerkId))
        {
            await browser.Page.GotoAsync(sheet);
            await browser.Page.GetByLabel(Judged).FillAsync("16");
            await browser.Page.WaitForTimeoutAsync(7000); // the browser itself writes its store to disk every few seconds
            browser.Kill();
        }

        await using (var browser = await portal.OpenOnDisk(folder, year.Member.ClerkId))
        {
            await browser.Page.GotoAsync(sheet);
            await Expect(browser.Page.Locator("[data-drafts]")).ToContainTextAsync("còn giữ nội dung bạn nhập dở ở 1 dòng: II.1");
            await Expect(browser.Page.GetByLabel(Judged)).ToHaveValueAsync("16");
            (await PointsOf(year, leaf)).ShouldBeNull();
            await browser.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu các dòng này" }).ClickAsync();
            await Expect(browser.Page.Locator($"#dong-{leaf} .line-status")).ToContainTextAsync("đã lưu");
            (await PointsOf(year, leaf)).ShouldBe(16);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task L1_A_line_typed_before_the_script_had_come_is_saved_all_the_same()
    {
        var (year, sheet, leaf) = await AnOpenSheet();
        var person = await portal.Open(year.Member.ClerkId);
        var held = new TaskCompletionSource();
        await person.Page.RouteAsync("**/js/score-sheet*.js*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await person.Page.GotoAsync(sheet, new() { WaitUntil = WaitUntilState.Commit });
        await person.Page.GetByLabel(Judged).FillAsync("17");
        held.SetResult();
        await person.Page.GetByLabel("Giải trình – II.1. Văn bản chỉ đạo").FillAsync("Gõ nhanh");
        await person.Page.Locator("[data-save-all]").ClickAsync();
        await Expect(person.Page.Locator($"#dong-{leaf} .line-status")).ToContainTextAsync("đã lưu");
        await Expect(person.Page.Locator("[data-unsaved]")).ToHaveTextAsync("0");
        (await PointsOf(year, leaf)).ShouldBe(17);
        person.HasNoComplaints();
    }

    [Fact]
    public async Task L1_Without_script_a_form_sent_after_the_session_ended_is_reviewed_and_sent_again_by_the_same_person_only()
    {
        var (year, sheet, leaf) = await AnOpenSheet();
        var names = new[] { await portal.GivePassword(year.Member.ClerkId), await portal.GivePassword(year.Member.HeadId) };
        var person = await portal.OpenStranger(javaScript: false);
        var page = await person.Goes("/dang-nhap");
        await page.SignInAndEnter(names[0]);
        await person.Goes(sheet);
        await page.GetByLabel(Judged).FillAsync("13,5");
        await page.GetByLabel("Giải trình – II.1. Văn bản chỉ đạo").FillAsync("Đủ văn bản, đúng hạn");
        await EndSessions();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Nội dung bạn đã nhập vẫn được giữ")).ToBeVisibleAsync();

        await page.SignIn(names[1]);
        await Expect(page.Locator("body")).Not.ToContainTextAsync("Đủ văn bản, đúng hạn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất, giữ nội dung" }).ClickAsync();
        await page.SignIn(names[0]);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Đủ văn bản, đúng hạn" }).Last).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi lại" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã lưu 1 dòng");
        (await PointsOf(year, leaf)).ShouldBe(13.5m);
    }
}
