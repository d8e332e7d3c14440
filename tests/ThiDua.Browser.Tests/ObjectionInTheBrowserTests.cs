using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

public sealed class ObjectionInTheBrowserTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(Repository(), "TestResults", "screenshots")).FullName;

    [Fact]
    public async Task L3_A_head_objects_and_reads_the_answer_at_the_line()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 8.4m, judged: 15);
        await year.Appraise(portal, year.Member);
        var (sheetId, leafId) = await portal.WithDb(
            async db =>
            {
                var leaf = await db.Criteria.SingleAsync(row => row.Code == "II.1");
                await db.ScoreEntries.Where(row => row.CriterionId == leaf.Id && row.Stage == ScoreStage.Appraised)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Points, 12m).SetProperty(row => row.Values, new LineValues(Points: 12)).SetProperty(row => row.Note, "Thiếu văn bản triển khai quý IV"));
                return (await db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.Id).SingleAsync(), leaf.Id);
            },
            year.Acting(year.Leader, Capacity.Clerk));
        var (sheet, url) = ($"{year.Url}/cham-diem/{sheetId}", $"{year.Url}/tham-dinh/{sheetId}");

        var head = await portal.Open(year.Member.HeadId);
        var page = await head.Goes($"{sheet}/de-nghi-xem-xet-lai");
        await Look(head, $"{sheet}/de-nghi-xem-xet-lai", "objection", year.Member.HeadId);
        await page.GetByLabel("Lý do đề nghị – II.1. Văn bản chỉ đạo").FillAsync("Văn bản quý IV ở phụ lục kèm theo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị" }).ClickAsync();
        await Expect(page.Locator(".state-badge").First).ToHaveTextAsync("Đề nghị xem xét lại");

        var appraiser = await portal.Open(year.Leader.ClerkId);
        var answering = await appraiser.Goes(url);
        await Look(appraiser, url, "objection-answer", year.Leader.ClerkId);
        await answering.Locator("[data-answer='II.1'] textarea").FillAsync("Phụ lục không phải văn bản triển khai");
        await answering.GetByRole(AriaRole.Button, new() { Name = "Trả lời và hoàn thành thẩm định" }).ClickAsync();
        await Expect(answering.Locator(".state-badge").First).ToHaveTextAsync("Đã thẩm định");

        await head.Goes(sheet);
        await Expect(page.Locator($"#dong-{leafId} .objection")).ToContainTextAsync("Phụ lục không phải văn bản triển khai");
        await Look(head, sheet, "objection-answered", year.Member.HeadId);
        await Look(appraiser, $"{year.Url}/tham-dinh/chenh-lech", "differences", year.Leader.ClerkId);
        head.HasNoComplaints();
        appraiser.HasNoComplaints();
    }

    // At both widths, with nothing serious for axe and nothing beside the page.
    private async Task Look(PersonAtWork wide, string path, string name, int userId)
    {
        var narrow = await portal.Open(userId, width: 390);
        await wide.Goes(path);
        await narrow.Goes(path);
        foreach (var (person, width) in new[] { (wide, 1280), (narrow, 390) })
        {
            await person.IsAccessible();
            (await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, $"{path} at {width}");
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
        }
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThiDua.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
