using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Plans;
using ThiDua.Web.Tests.Register;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

/// <summary>A plan's life in a real browser: draft, comments of three members, answers, issue, adjustment agreed by the deputy, signed copy.</summary>
public sealed class PlanInTheBrowserTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    [Fact]
    public async Task L3_From_draft_through_comments_and_answers_to_issue_adjustment_and_signed_copy()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        var planId = await year.APlan(portal);
        var clerk = await portal.Open(year.Leader.ClerkId);
        await Consult(clerk, year, planId);
        foreach (var unit in year.Units.Skip(1).Take(3))
        {
            await Comment(year, planId, unit);
        }

        await Answer(clerk, year, planId);
        await Press(clerk, year.Plan(planId, "/ket-thuc-lay-y-kien"), "Kết thúc lấy ý kiến");
        var issued = await SubmitSignAndIssue(clerk, year, planId, number: "05");
        var adjustedId = await Adjust(clerk, year, planId);
        var adjusted = await SubmitSignAndIssue(clerk, year, adjustedId, number: "09", issuedOn: "20/08/2020");
        await Expect((await clerk.Goes($"{year.Url}/van-ban/{issued}")).Locator("main")).ToContainTextAsync("09/KH-");
        await Expect((await clerk.Goes(year.Plan(planId))).Locator("[data-state]").First).ToHaveTextAsync("Đã điều chỉnh");
        await SignedCopy(clerk, year, adjusted);
        clerk.HasNoComplaints();
    }

    private static async Task Consult(PersonAtWork clerk, ClusterYearInTest year, int planId)
    {
        var page = await clerk.Goes(year.Plan(planId));
        await page.GetByRole(AriaRole.Link, new() { Name = "Lấy ý kiến", Exact = true }).ClickAsync();
        await page.Locator("#f-CommentsUntil").FillAsync("31/12/2030");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy ý kiến", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("lấy ý kiến");
    }

    private async Task Comment(ClusterYearInTest year, int planId, UnitInTest unit)
    {
        var member = await portal.Open(unit.ClerkId);
        var page = await member.Goes(year.Plan(planId));
        await page.GetByRole(AriaRole.Link, new() { Name = "Góp ý, xem ý kiến" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Góp ý: ", Exact = false }).Nth(1).ClickAsync();
        await page.GetByLabel("Nội dung góp ý").FillAsync($"Ý kiến của {unit.Name}");
        await member.IsAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi ý kiến" }).ClickAsync();
        await Expect(page.Locator(".consult")).ToContainTextAsync($"Ý kiến của {unit.Name}");
        member.HasNoComplaints();
    }

    private async Task Answer(PersonAtWork clerk, ClusterYearInTest year, int planId)
    {
        for (var left = 3; left > 0; left--)
        {
            var page = await clerk.Goes(year.Plan(planId, "/y-kien"));
            await page.GetByRole(AriaRole.Link, new() { Name = "Trả lời ý kiến của", Exact = false }).First.ClickAsync();
            await page.Locator("#f-Response").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await page.GetByLabel("Nội dung tiếp thu, giải trình").FillAsync($"Đã tiếp thu ý kiến {left}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Lưu trả lời" }).ClickAsync();
            await Expect(page.Locator(".consult")).ToContainTextAsync($"Đã tiếp thu ý kiến {left}");
        }

        var member = await portal.Open(year.Member.ClerkId);
        await Expect((await member.Goes(year.Plan(planId, "/y-kien"))).Locator(".consult-answer").First).ToContainTextAsync("Đã tiếp thu");
    }

    // The text is changed in a section; the deputy reads what changed and agrees.
    private async Task<int> Adjust(PersonAtWork clerk, ClusterYearInTest year, int planId)
    {
        var page = await clerk.Goes($"{year.Url}/ke-hoach/them?tu={planId}");
        await page.Locator("#f-Abstract").FillAsync("Điều chỉnh kế hoạch hoạt động của Cụm năm 2020");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập dự thảo" }).ClickAsync();
        await Expect(page.Locator("[data-state]").First).ToHaveTextAsync("Dự thảo");
        var adjustedId = int.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
        var sectionId = await year.SectionId(portal, adjustedId, "II");
        await clerk.Goes(year.Plan(adjustedId, $"/muc/{sectionId}"));
        await page.Locator("#f-Body").FillAsync("Các đơn vị gửi báo cáo trước ngày 20/8/2020.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = false }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
        await Expect((await clerk.Goes(year.Plan(adjustedId, "/trinh-ky"))).Locator("main")).ToContainTextAsync("chưa thống nhất nội dung điều chỉnh");

        var deputy = await portal.Open(year.Deputy.HeadId);
        var compared = (await deputy.Goes(year.Plan(adjustedId, "/so-sanh"))).Locator(".compared");
        await Expect(compared).ToContainTextAsync("20/8");
        await deputy.IsAccessible();
        await Press(deputy, year.Plan(adjustedId, "/thong-nhat"), "Thống nhất");
        deputy.HasNoComplaints();
        return adjustedId;
    }

    private async Task<int> SubmitSignAndIssue(PersonAtWork clerk, ClusterYearInTest year, int planId, string number, string issuedOn = "02/07/2020")
    {
        await Press(clerk, year.Plan(planId, "/trinh-ky"), "Trình ký");
        var documentId = await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == "Plan" && row.OriginId == planId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        var head = await portal.Open(year.Leader.HeadId);
        await Press(head, $"{year.Url}/van-ban/{documentId}/ky", "Ghi nhận đã ký");
        var page = await head.Goes($"{year.Url}/van-ban/{documentId}/ban-hanh");
        await page.Locator("#f-Number").FillAsync(number);
        await page.Locator("#f-IssuedOn").FillAsync(issuedOn);
        await page.GetByRole(AriaRole.Button, new() { Name = "Ban hành", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Expect(page.Locator("main")).ToContainTextAsync($"{number}/KH-");
        await head.IsAccessible();
        return documentId;
    }

    private static async Task SignedCopy(PersonAtWork clerk, ClusterYearInTest year, int documentId)
    {
        var page = await clerk.Goes($"{year.Url}/van-ban/{documentId}");
        var pdf = await (await page.Context.APIRequest.GetAsync($"{year.Url}/van-ban/{documentId}/ban-in.pdf")).BodyAsync();
        using var certificate = SigningInTest.Certificate("Chủ tịch Ủy ban nhân dân tỉnh");
        var signed = SigningInTest.Sign(pdf, certificate, new(2020, 7, 2, 3, 0, 0, DateTimeKind.Utc));
        await page.Locator("#f-File").SetInputFilesAsync(new FilePayload { Name = "ke-hoach-da-ky.pdf", MimeType = "application/pdf", Buffer = signed });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên và kiểm tra" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Chủ tịch Ủy ban nhân dân tỉnh");
        await clerk.IsAccessible();
    }

    private static async Task Press(PersonAtWork person, string path, string button)
    {
        var page = await person.Goes(path);
        await person.IsAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToBeVisibleAsync();
    }
}
