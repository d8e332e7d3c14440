using Microsoft.Playwright;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Reports;
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
        var id = await year.ARequirement(portal, figures: [new("Tốc độ tăng GRDP", "%")]);
        var clerk = await portal.Open(year.Member.ClerkId);
        var page = await clerk.Goes(year.Report(id, year.Member));
        await Expect(page.Locator("#con-thieu")).ToContainTextAsync("Thiếu: Báo cáo sơ kết.");
        await page.GetByLabel("Thực hiện – Tốc độ tăng GRDP").FillAsync("7,77");
        var item = page.Locator(".report-item").First;
        await item.Locator("input[type=file]").SetInputFilesAsync([A("Báo cáo.pdf", EvidenceInTest.APdf()), A("hỏng.pdf", "MZ\0\0 this is a program"u8.ToArray())]);
        await item.GetByRole(AriaRole.Button, new() { Name = "Tải lên", Exact = false }).ClickAsync();
        await Expect(item.GetByRole(AriaRole.Link, new() { Name = "Báo cáo.pdf", Exact = true })).ToBeVisibleAsync();
        await Expect(item.Locator("[data-progress] .late")).ToContainTextAsync("không phải là PDF");
        await Expect(item.Locator("[data-progress] progress")).ToHaveCountAsync(1);
        await Expect(item).Not.ToContainTextAsync("Chưa có tệp.");
        await Expect(page.Locator("#con-thieu")).Not.ToContainTextAsync("Thiếu: Báo cáo sơ kết.");
        await Expect(page.GetByLabel("Thực hiện – Tốc độ tăng GRDP")).ToHaveValueAsync("7,77");
        await clerk.IsAccessible();

        var asked = "";
        page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Type;
            await dialog.DismissAsync();
        };
        await page.GetByRole(AriaRole.Link, new() { Name = "Tải tất cả (ZIP)" }).HoverAsync();
        await page.EvaluateAsync("() => setTimeout(() => location.reload(), 0)");
        await Expect(page.GetByLabel("Thực hiện – Tốc độ tăng GRDP")).ToHaveValueAsync("7,77");
        asked.ShouldBe("beforeunload");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu số liệu" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Đã lưu 1 số liệu.");
        clerk.HasNoComplaints();
    }
}
