using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using ThiDua.Domain;
using ThiDua.Web.Tests.Fixture;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

/// <summary>A year's reporting as six units live it: three plainly, one returned and corrected, one with more time, one late.</summary>
public sealed class ReportingYearTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private const string Report = "Báo cáo tổng kết năm 2020";

    // The leader's own is received by the deputy.
    private const int Returned = 3, Extended = 4, Late = 5;

    [Fact]
    public async Task Six_units_report_one_late_one_returned_and_corrected_one_extended_and_the_matrix_tells_each()
    {
        var year = await ClusterYearInTest.Make(portal, units: 6);
        var leader = await portal.Open(year.Leader.ClerkId);
        var requirement = await Announce(year, leader, Today.AddDays(3));
        string Of(int unit) => $"{requirement}/don-vi/{year.Units[unit].Id}";
        var heads = await Task.WhenAll(year.Units.Select(unit => portal.Open(unit.HeadId)));

        await Task.WhenAll(new[] { 0, 1, 2, Returned }.Select(unit => Write(heads[unit], Of(unit))).Append(Extend(leader, Of(Extended), Today.AddDays(25))));
        await Task.WhenAll(new[] { 0, 1, 2, Returned }.Select(unit => Submit(heads[unit], Of(unit), isLate: false)));
        await SendBack(leader, Of(Returned), "Thiếu phụ lục số liệu 9 tháng");
        await Correct(heads[Returned], Of(Returned));
        var deputy = await portal.Open(year.Deputy.ClerkId);
        await Task.WhenAll(Accept(deputy, [Of(0)]), Accept(leader, [Of(1), Of(2), Of(Returned)]));

        // The deadline is over for everybody but the one who was given more time.
        portal.Clock.Advance(TimeSpan.FromDays(15));
        var early = await Rows(leader, requirement);
        early[Late].ShouldContain("quá hạn");
        early[Extended].ShouldNotContain("quá hạn");
        await Task.WhenAll(Write(heads[Late], Of(Late)), Write(heads[Extended], Of(Extended)));
        await Task.WhenAll(Submit(heads[Late], Of(Late), isLate: true), Submit(heads[Extended], Of(Extended), isLate: false));

        var rows = await Rows(leader, requirement);
        new[] { 0, 1, 2, Returned }.ShouldAllBe(unit => rows[unit].Contains("Đã tiếp nhận") && !rows[unit].Contains("muộn"));
        rows[Returned].ShouldContain("3 tệp");
        rows[Late].ShouldContain("nộp muộn");
        rows[Extended].ShouldNotContain("muộn");
        new[] { Late, Extended }.ShouldAllBe(unit => rows[unit].Contains("Đã nộp"));
        await leader.IsAccessible();
        await HasReceipt(heads[Returned], Of(Returned));
        leader.HasNoComplaints();
        deputy.HasNoComplaints();
        heads.ToList().ForEach(head => head.HasNoComplaints());
    }

    private DateOnly Today => VietnamTime.DayOf(portal.Clock.GetUtcNow().UtcDateTime);

    private static string Typed(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <returns>The address of the requirement.</returns>
    private static async Task<string> Announce(ClusterYearInTest year, PersonAtWork leader, DateOnly lastDay)
    {
        var page = await leader.Goes($"{year.Url}/bao-cao/lap");
        await page.Locator("#f-Kind").SelectOptionAsync("Annual");
        await page.Locator("#f-Title").FillAsync(Report);
        await page.Locator("#f-When").FillAsync($"đến hết ngày {Typed(lastDay)}");
        await page.Locator("#f-RecipientName").FillAsync("đơn vị Cụm trưởng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => int.TryParse(url.Split('/')[^1], out _));
        var requirement = new Uri(page.Url).AbsolutePath;
        foreach (var item in new[] { "Báo cáo tổng kết", "Phụ lục số liệu" })
        {
            await leader.Goes($"{requirement}/thanh-phan/them");
            await page.Locator("#f-Name").FillAsync(item);
            await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync(item);
        }

        await leader.Goes($"{requirement}/thong-bao");
        await page.Locator("main form button.btn-primary").ClickAsync();
        await Expect(page.Locator(".page-head .state-badge")).ToHaveTextAsync("Đã thông báo");
        return requirement;
    }

    private static async Task Write(PersonAtWork head, string report)
    {
        await head.Goes(report);
        await Upload(head.Page, 0, "Báo cáo tổng kết.pdf", "Phụ lục chữ.pdf");
        await Upload(head.Page, 1, "Phụ lục số liệu.pdf");
    }

    private static async Task Upload(IPage page, int item, params string[] names)
    {
        var form = page.Locator("form[data-pieces]").Nth(item);
        await form.Locator("input[type=file]").SetInputFilesAsync(names.Select(name => new FilePayload { Name = name, MimeType = "application/pdf", Buffer = APdf() }));
        await form.GetByRole(AriaRole.Button, new() { Name = "Tải lên", Exact = false }).ClickAsync();
        foreach (var name in names)
        {
            await Expect(page.Locator(".report-item").Nth(item).GetByRole(AriaRole.Link, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        }
    }

    private static async Task Submit(PersonAtWork head, string report, bool isLate)
    {
        var page = await head.Goes($"{report}/nop");
        await Expect(page.Locator("main .late")).ToHaveCountAsync(isLate ? 1 : 0);
        await page.Locator("main form button.btn-primary").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(isLate ? "muộn" : "đúng hạn");
    }

    private static async Task SendBack(PersonAtWork leader, string report, string reason)
    {
        var page = await leader.Goes($"{report}/tra-lai");
        await page.GetByLabel("2. Phụ lục số liệu").FillAsync(reason);
        await leader.IsAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại đơn vị" }).ClickAsync();
        await Expect(page.Locator(".page-head .state-badge")).ToHaveTextAsync("Trả lại để bổ sung");
        var matrix = await leader.Goes($"{report[..report.IndexOf("/bao-cao/", StringComparison.Ordinal)]}/bao-cao/tien-do?trang-thai=Returned");
        await Expect(matrix.Locator("[data-unit]")).ToContainTextAsync("trả lại");
    }

    private static async Task Correct(PersonAtWork head, string report)
    {
        var page = await head.Goes("/");
        await Expect(page.Locator("main")).ToContainTextAsync("Thiếu phụ lục số liệu 9 tháng");
        await head.Goes(report);
        await Expect(page.Locator("[role=note]").First).ToContainTextAsync("Thiếu phụ lục số liệu 9 tháng");
        await head.IsAccessible();
        await Upload(page, 1, "Số liệu 9 tháng.pdf", "Số liệu cả năm.pdf");
        await Submit(head, report, isLate: false);
    }

    private static async Task Extend(PersonAtWork leader, string report, DateOnly lastDay)
    {
        var page = await leader.Goes($"{report}/gia-han");
        await page.Locator("#f-LastDay").FillAsync(Typed(lastDay));
        await page.Locator("#f-Reason").FillAsync("Khắc phục hậu quả mưa lũ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gia hạn", Exact = true }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Đã gia hạn cho đơn vị");
    }

    private static async Task Accept(PersonAtWork receiver, IReadOnlyList<string> reports)
    {
        foreach (var report in reports)
        {
            var page = await receiver.Goes($"{report}/tiep-nhan");
            await page.Locator("main form button.btn-primary").ClickAsync();
            await Expect(page.Locator(".page-head .state-badge")).ToHaveTextAsync("Đã tiếp nhận");
        }
    }

    /// <summary>The lines of the matrix in the order of the units.</summary>
    private static async Task<IReadOnlyList<string>> Rows(PersonAtWork leader, string requirement)
    {
        var (cluster, id) = (requirement[..requirement.IndexOf("/bao-cao/", StringComparison.Ordinal)], requirement.Split('/')[^1]);
        var page = await leader.Goes($"{cluster}/bao-cao/tien-do?yeu-cau={id}");
        await Expect(page.Locator("[data-unit]")).ToHaveCountAsync(6);
        var units = await page.Locator("[data-unit]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.unit + '|' + row.innerText)");
        return [.. units.Select(line => line.Split('|', 2)).OrderBy(line => int.Parse(line[0], CultureInfo.InvariantCulture)).Select(line => line[1])]; // units were made in this order
    }

    private static async Task HasReceipt(PersonAtWork head, string report)
    {
        var page = await head.Goes($"{report}/bien-nhan");
        await head.IsAccessible();
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Tải biên nhận (PDF)" }).GetAttributeAsync("href");
        var file = await (await page.Context.APIRequest.GetAsync(link!, new() { Timeout = 60_000 })).BodyAsync();
        file.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue(Encoding.UTF8.GetString(file.AsSpan(0, Math.Min(300, file.Length))));
    }

    private static byte[] APdf() => Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n% {Guid.NewGuid()}\n%%EOF\n");
}
