using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using ThiDua.Web.Tests.Workbooks;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

/// <summary>The last evening before the deadline, as six clerks live it at the same time; nothing that any of them typed may be missing afterwards.</summary>
public sealed class DeadlineEveningTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private const string Growth = "I.1. Tốc độ tăng GRDP", Disbursed = "I.2. Giải ngân vốn đầu tư công", Judged = "Điểm – II.1. Văn bản chỉ đạo";

    private static readonly string[] Units = ["an evening without trouble", "a lost connection", "an expired session", "two tabs on one line", "a spreadsheet", "a late submission"];

    [Fact]
    public async Task Six_clerks_a_lost_connection_an_expired_session_two_tabs_a_spreadsheet_and_a_late_submission()
    {
        var year = await ClusterYearInTest.Make(portal, units: Units.Length);
        await year.IssueWithCells(portal);
        TurnTo(hour: 23);
        await SetLastDay(year, VietnamTime.DayOf(Now));
        var sheets = await portal.WithDb(db => db.ScoreSheets.ToDictionaryAsync(row => row.UnitId, row => row.Id), year.Acting(year.Leader, Capacity.Clerk));
        string Sheet(int unit) => $"{year.Url}/cham-diem/{sheets[year.Units[unit].Id]}";

        // All six at once, each with a trouble of their own.
        await Task.WhenAll(
            Calm(year.Units[0], Sheet(0)),
            LosesConnection(year.Units[1], Sheet(1)),
            LosesSession(year.Units[2], Sheet(2)),
            HasTwoTabs(year.Units[3], Sheet(3)),
            UploadsSpreadsheet(year.Units[4], Sheet(4)),
            TypesHalf(year.Units[5], Sheet(5)));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(unit => Submits(year.Units[unit], Sheet(unit))));

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await FinishesLate(year.Units[5], Sheet(5));
        await Submits(year.Units[5], Sheet(5));
        await NothingIsMissing(year);
    }

    private DateTime Now => portal.Clock.GetUtcNow().UtcDateTime;

    private void TurnTo(int hour)
    {
        var night = VietnamTime.DayOf(Now).ToDateTime(new(hour, 0)).AddHours(-7);
        portal.Clock.Advance(night > Now ? night - Now : TimeSpan.Zero);
    }

    private async Task SetLastDay(ClusterYearInTest year, DateOnly day)
    {
        var leader = await portal.Open(year.Leader.ClerkId);
        var page = await leader.Goes($"{year.Url}/lich-cham-diem/sua");
        await page.Locator("[name='Entry.ClosesOn']").FillAsync(day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        await page.Locator("[name=WaitsForWorkingDay][type=checkbox]").UncheckAsync();
        await page.Locator("main form button.btn-primary").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync($"đến hết ngày {day:dd/MM/yyyy}");
        leader.HasNoComplaints();
    }

    private static async Task Fill(IPage page, decimal growth, decimal disbursed, decimal? judged)
    {
        await page.GetByLabel($"Chỉ tiêu (%) – {Growth}").FillAsync("7");
        await page.GetByLabel($"Thực hiện (%) – {Growth}").FillAsync(Typed(growth));
        await page.GetByLabel($"Chỉ tiêu (%) – {Disbursed}").FillAsync("100");
        await page.GetByLabel($"Thực hiện (%) – {Disbursed}").FillAsync(Typed(disbursed));
        if (judged is { } points)
        {
            await page.GetByLabel(Judged).FillAsync(Typed(points));
        }

        await page.Locator("[data-save-all]").FocusAsync();
    }

    private static string Typed(decimal figure) => figure.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));

    private static Task AllIsSaved(IPage page) => Expect(page.Locator("[data-unsaved]")).ToHaveTextAsync("0");

    private async Task Calm(UnitInTest unit, string sheet)
    {
        var clerk = await portal.Open(unit.ClerkId);
        var page = await clerk.Goes(sheet);
        await Expect(page.Locator("[data-countdown]")).ToContainTextAsync("Còn 00:");
        await Fill(page, 7, 90, 10);
        await AllIsSaved(page);
        await clerk.IsAccessible();
        clerk.HasNoComplaints();
    }

    private async Task LosesConnection(UnitInTest unit, string sheet)
    {
        var page = await (await portal.Open(unit.ClerkId)).Goes(sheet);
        await page.Context.SetOfflineAsync(true);
        await Fill(page, 7, 91, 11);
        await Expect(page.Locator("tr.unsaved .line-problem").First).ToContainTextAsync("Mất kết nối");
        await page.Context.SetOfflineAsync(false);
        await AllIsSaved(page);
    }

    private async Task LosesSession(UnitInTest unit, string sheet)
    {
        var name = await portal.GivePassword(unit.ClerkId);
        var person = await portal.OpenStranger();
        var page = await person.Goes("/dang-nhap");
        await page.SignInAndEnter(name);
        await person.Goes(sheet);
        await portal.WithDb(db => db.UserSessions.Where(row => row.UserId == unit.ClerkId).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, Now)));
        await Fill(page, 7, 92, 12);
        await Expect(page.Locator(".line-problem", new() { HasText = "Phiên làm việc đã hết" }).First).ToBeVisibleAsync();

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/dang-nhap");
        await other.SignInAndEnter(name);
        await page.BringToFrontAsync();
        await page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await Expect(page.Locator("[data-drafts]")).ToContainTextAsync("Đã gửi lại");
        await AllIsSaved(page);
    }

    private async Task HasTwoTabs(UnitInTest unit, string sheet)
    {
        var person = await portal.Open(unit.ClerkId);
        var page = await person.Goes(sheet);
        await Fill(page, 7, 93, null);
        await AllIsSaved(page);
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync(sheet);
        await tab.GetByLabel(Judged).FillAsync("13");
        await page.GetByLabel(Judged).FillAsync("9");
        await page.Locator("[data-save-all]").FocusAsync();
        await Expect(tab.Locator(".choice")).ToContainTextAsync("Điểm: 9");
        await tab.GetByRole(AriaRole.Button, new() { Name = "Giữ bản của tôi" }).ClickAsync();
        await AllIsSaved(tab);
        await Expect(page.GetByLabel(Judged)).ToHaveValueAsync("13");
    }

    private async Task UploadsSpreadsheet(UnitInTest unit, string sheet)
    {
        var clerk = await portal.Open(unit.ClerkId);
        var page = await clerk.Goes(sheet);
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập bằng bảng tính" }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải bảng tính" }).ClickAsync());
        using var book = new Spreadsheet(await File.ReadAllBytesAsync(await download.PathAsync()));
        foreach (var (code, column, value) in new (string, string, decimal)[] { ("I.1", "E", 7), ("I.1", "F", 7), ("I.2", "E", 100), ("I.2", "F", 94), ("II.1", "H", 14) })
        {
            book.Type(book.At(code, column), value);
        }

        await page.Locator("#f-File").SetInputFilesAsync(new FilePayload { Name = "bảng điểm.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = book.Save() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem trước" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("3 dòng sẽ thay đổi");
        await clerk.IsAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu 3 dòng" }).ClickAsync();
        await Expect(page.Locator("[data-filled-count]")).ToHaveTextAsync("3");
        clerk.HasNoComplaints();
    }

    private async Task TypesHalf(UnitInTest unit, string sheet)
    {
        var page = await (await portal.Open(unit.ClerkId)).Goes(sheet);
        await Fill(page, 7, 95, null);
        await AllIsSaved(page);
    }

    private async Task FinishesLate(UnitInTest unit, string sheet)
    {
        var clerk = await portal.Open(unit.ClerkId);
        var page = await clerk.Goes(sheet);
        await Expect(page.Locator("main")).ToContainTextAsync("đã quá hạn, thực hiện lúc này được ghi là muộn");
        await page.GetByLabel(Judged).FillAsync("15");
        await page.Locator("[data-save-all]").ClickAsync();
        await AllIsSaved(page);
        clerk.HasNoComplaints();
    }

    private async Task Submits(UnitInTest unit, string sheet)
    {
        var head = await portal.Open(unit.HeadId, width: 390);
        await head.Goes(sheet);
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "Nộp bảng tự chấm điểm" }).ClickAsync();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp bảng tự chấm điểm" }).ClickAsync();
        await Expect(head.Page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Đã nộp bảng tự chấm điểm.");
        head.HasNoComplaints();
    }

    private async Task NothingIsMissing(ClusterYearInTest year)
    {
        var kept = await portal.WithDb(
            db => db.ScoreEntries.AsNoTracking().Where(row => row.Stage == ScoreStage.Self && row.EnteredById != null).Select(row => new { row.Sheet.UnitId, row.Points, row.Sheet.IsLate, row.Sheet.State }).ToListAsync(),
            year.Acting(year.Leader, Capacity.Clerk));
        foreach (var (unit, index) in year.Units.Select((unit, index) => (unit, index)))
        {
            var lines = kept.Where(row => row.UnitId == unit.Id).ToList();
            lines.Count.ShouldBe(3, Units[index]);
            lines.ShouldContain(row => row.Points == 10 + index, Units[index]);
            lines.ShouldContain(row => row.Points == (90 + index) * 0.3m, Units[index]);
            lines.ShouldAllBe(row => row.State == ScoreSheetState.Submitted && row.IsLate == (index == 5), Units[index]);
        }

        var leader = await portal.Open(year.Leader.ClerkId);
        var page = await leader.Goes($"{year.Url}/cham-diem");
        await Expect(page.GetByText("nộp muộn")).ToHaveCountAsync(1);
    }
}
