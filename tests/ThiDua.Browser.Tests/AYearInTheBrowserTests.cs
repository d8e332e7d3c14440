using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

public sealed class AYearInTheBrowserTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private Task<int> SheetOf(ClusterYearInTest year, UnitInTest unit) =>
        portal.WithDb(db => db.ScoreSheets.Where(sheet => sheet.UnitId == unit.Id).Select(sheet => sheet.Id).SingleAsync(), year.Acting(unit, Capacity.Clerk));

    [Fact]
    public async Task A_unit_scores_itself_line_by_line_and_its_head_submits()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var sheet = $"{year.Url}/cham-diem/{await SheetOf(year, year.Member)}";
        var clerk = await portal.Open(year.Member.ClerkId);
        var page = await clerk.Goes(sheet);
        await page.GetByLabel("Chỉ tiêu (%) – I.2. Giải ngân vốn đầu tư công").FillAsync("100");
        await page.GetByLabel("Thực hiện (%) – I.2. Giải ngân vốn đầu tư công").FillAsync("92,5");
        await page.GetByLabel("Điểm – II.1. Văn bản chỉ đạo").FillAsync("18,5");
        await Expect(page.Locator("[data-total]")).ToHaveTextAsync("27,75");
        await page.GetByLabel("Chỉ tiêu (%) – I.1. Tốc độ tăng GRDP").FillAsync("7");
        await page.GetByLabel("Thực hiện (%) – I.1. Tốc độ tăng GRDP").FillAsync("7");
        await page.Locator("[data-save-all]").ClickAsync();
        await Expect(page.Locator("[data-unsaved]")).ToHaveTextAsync("0");
        await Expect(page.Locator("[data-filled-count]")).ToHaveTextAsync("3");
        await Expect(page.Locator("[data-total]")).ToHaveTextAsync("66,25");
        await clerk.IsAccessible();
        clerk.HasNoComplaints();

        var head = await portal.Open(year.Member.HeadId);
        await head.Goes(sheet);
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "Nộp bảng tự chấm điểm" }).ClickAsync();
        await head.IsAccessible();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Nộp bảng tự chấm điểm" }).ClickAsync();
        await Expect(head.Page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Đã nộp bảng tự chấm điểm.");
        head.HasNoComplaints();
    }

    [Fact]
    public async Task A_line_typed_while_the_connection_is_lost_is_kept_and_sent_again()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var clerk = await portal.Open(year.Member.ClerkId);
        var page = await clerk.Goes($"{year.Url}/cham-diem/{await SheetOf(year, year.Member)}");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("Điểm – II.1. Văn bản chỉ đạo").FillAsync("12");
        await page.Locator("[data-save-all]").FocusAsync();
        await Expect(page.Locator("tr.unsaved .line-problem")).ToContainTextAsync("Mất kết nối");
        await page.Context.SetOfflineAsync(false);
        await Expect(page.Locator("[data-total]")).ToHaveTextAsync("12,00");
        await Expect(page.Locator("[data-unsaved]")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task The_leader_closes_publishes_and_adopts_and_everybody_sees_the_ranking()
    {
        var year = await ClusterYearInTest.Make(portal, units: 6);
        await year.IssueWithCells(portal);
        decimal[] growth = [8.4m, 7.7m, 7, 7, 6, 7.2m];
        foreach (var (unit, index) in year.Units.Select((unit, index) => (unit, index)))
        {
            await year.FillAndSubmit(portal, unit, growth[index], disbursed: 100 - index);
            await year.Appraise(portal, unit);
        }

        var head = await portal.Open(year.Leader.HeadId);
        foreach (var (path, button, needsMinutes) in new[] { ("khoa-nhap-lieu", "Khóa nhập liệu", false), ("cong-bo-du-kien", "Công bố dự kiến", false), ("thong-nhat", "Thống nhất kết quả", true), ("thong-qua", "Thông qua kết quả", true) })
        {
            await head.Goes($"{year.Url}/xep-hang/{path}");
            if (needsMinutes)
            {
                await head.Page.GetByLabel("Số, ký hiệu văn bản").FillAsync("05/BB-CTĐ");
                await head.Page.GetByLabel("Ngày văn bản").FillAsync("25/02/2021");
            }

            await head.IsAccessible();
            await head.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Expect(head.Page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
        }

        var member = await portal.Open(year.Member.HeadId, width: 390);
        await member.Goes($"{year.Url}/xep-hang");
        await Expect(member.Page.Locator(".result-table tbody tr").First).ToContainTextAsync("Dẫn đầu");
        await member.IsAccessible();
        await member.Page.Locator(".result-table a").First.ClickAsync();
        await member.IsAccessible();
        head.HasNoComplaints();
        member.HasNoComplaints();
    }
}
