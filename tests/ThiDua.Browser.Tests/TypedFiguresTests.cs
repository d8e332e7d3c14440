using Microsoft.Playwright;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Fixture;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

/// <summary>L1: figures that are typed and not saved yet outlive the uploads on the same page.</summary>
public sealed class TypedFiguresTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private static FilePayload A(string name, byte[] content) => new() { Name = name, MimeType = "application/pdf", Buffer = content };

    [Fact]
    public async Task L1_Typed_figures_stay_when_a_file_has_come_and_the_page_shows_the_file_all_the_same()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        var report = await AReport(year);
        var clerk = await portal.Open(year.Member.ClerkId);
        var page = await clerk.Goes(report);
        await Expect(page.Locator("#con-thieu")).ToContainTextAsync("Thiếu: Báo cáo sơ kết.");
        await page.GetByLabel("Thực hiện – Tốc độ tăng GRDP").FillAsync("7,77");
        var item = page.Locator(".report-item").First;
        await item.Locator("input[type=file]").SetInputFilesAsync([A("Báo cáo.pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray()), A("hỏng.pdf", "MZ\0\0 this is a program"u8.ToArray())]);
        await item.GetByRole(AriaRole.Button, new() { Name = "Tải lên", Exact = false }).ClickAsync();
        await Expect(item.GetByRole(AriaRole.Link, new() { Name = "Báo cáo.pdf", Exact = true })).ToBeVisibleAsync();
        await Expect(item.Locator("[data-progress] .late")).ToContainTextAsync("không phải là PDF");
        await Expect(item.Locator("[data-progress] progress")).ToHaveCountAsync(1);
        await Expect(item).Not.ToContainTextAsync("Chưa có tệp.");
        await Expect(page.Locator("#con-thieu")).Not.ToContainTextAsync("Thiếu: Báo cáo sơ kết.");
        await Expect(page.GetByLabel("Thực hiện – Tốc độ tăng GRDP")).ToHaveValueAsync("7,77");
        await clerk.IsAccessible();

        var asked = "";
        page.Dialog += (_, dialog) => asked = dialog.Type;
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu số liệu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Đã lưu 1 số liệu.");
        asked.ShouldBe("", "saving leaves nothing behind");
        await page.GetByLabel("Thực hiện – Tốc độ tăng GRDP").FillAsync("8,88");
        await page.EvaluateAsync("() => setTimeout(() => location.reload(), 0)");
        await Expect(page.GetByLabel("Thực hiện – Tốc độ tăng GRDP")).ToHaveValueAsync("7,77");
        asked.ShouldBe("beforeunload", "who leaves what is not saved is asked");
        clerk.HasNoComplaints();
    }

    /// <returns>The address of the member's report on a requirement of one item and one figure.</returns>
    private Task<string> AReport(ClusterYearInTest year)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var requirement = new ReportRequirement(by, 2020, new(ReportKind.SixMonth, "Báo cáo sơ kết 6 tháng") { When = "đến hết ngày 31/12/2090", Recipient = new() { Name = "đơn vị Cụm trưởng" } }, waitsForWorkingDay: false);
                requirement.AddItem(by, new("Báo cáo sơ kết"));
                requirement.AddFigure(by, new("Tốc độ tăng GRDP", "%"));
                requirement.Announce(by, new(ClusterYearInTest.Now));
                db.Add(requirement);
                await db.SaveChangesAsync();
                return $"{year.Url}/bao-cao/{requirement.Id}/don-vi/{year.Member.Id}";
            },
            by);
    }
}
