using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class DifferencesTests(Portal portal)
{
    [Fact]
    public async Task The_largest_come_first_by_points_or_by_percent_with_their_reason()
    {
        var (year, clerk) = await Appraised(2);
        var page = await clerk.See($"{year.Url}/tham-dinh/chenh-lech");
        Rows(page).ShouldBe([(year.Member.Name, "I.2"), (year.Units[3].Name, "II.1"), (year.Member.Name, "II.1")]);
        page.QuerySelector("[data-difference='I.2']")!.TextContent.ShouldContain("Số liệu của Kho bạc");
        page.QuerySelector("[data-difference='I.2']")!.QuerySelectorAll("td.num").Select(cell => cell.TextContent.Split(':')[^1].Trim()).ShouldBe(["30", "30,00", "21,00", "-9,00", "30,00 %"]);
        Rows(await clerk.See($"{year.Url}/tham-dinh/chenh-lech?theo=phan-tram"))[0].ShouldBe((year.Units[3].Name, "II.1"));
    }

    [Fact]
    public async Task It_is_filtered_by_unit_and_by_section()
    {
        var (year, clerk) = await Appraised(2);
        Rows(await clerk.See($"{year.Url}/tham-dinh/chenh-lech?don-vi={year.Units[3].Id}")).ShouldBe([(year.Units[3].Name, "II.1")]);
        var sectionId = await year.LeafId(portal, "I");
        Rows(await clerk.See($"{year.Url}/tham-dinh/chenh-lech?muc={sectionId}")).ShouldBe([(year.Member.Name, "I.2")]);
    }

    [Fact]
    public async Task A4_The_leaders_own_sheet_is_not_among_them_for_the_leaders_people()
    {
        var (year, clerk) = await Appraised(2);
        await year.Change(portal, year.Leader, year.Deputy, "II.1", 1);
        await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == year.Leader.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ScoreSheetState.Appraised)), year.Acting(year.Deputy, Capacity.Clerk));
        var page = await clerk.See($"{year.Url}/tham-dinh/chenh-lech");
        Rows(page).ShouldNotContain(row => row.Unit == year.Leader.Name);
        page.QuerySelectorAll("#loc-don-vi option").ShouldNotContain(option => option.TextContent == year.Leader.Name);
        Rows(await clerk.See($"{year.Url}/tham-dinh/chenh-lech?don-vi={year.Leader.Id}")).ShouldBeEmpty();
        (await year.HeadOf(year.Leader).See($"{year.Url}/tham-dinh/chenh-lech")).Body!.TextContent.ShouldNotContain($"Trừ của {year.Leader.Name}");
        Rows(await year.ClerkOf(year.Deputy).See($"{year.Url}/tham-dinh/chenh-lech")).ShouldBe([(year.Leader.Name, "II.1")]);
    }

    [Fact]
    public async Task A_member_sees_none_before_the_draft_is_published_and_all_of_it_then()
    {
        var (year, _) = await Appraised(2);
        var member = year.ClerkOf(year.Member);
        (await member.See($"{year.Url}/tham-dinh/chenh-lech")).QuerySelector(".empty")!.TextContent.ShouldContain("Sau khi công bố dự kiến");
        await year.MoveRanking(portal, RankingState.DraftPublished);
        await portal.WithDb(db => db.ScoreSheets.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ScoreSheetState.Appraised)), year.Acting(year.Leader, Capacity.Head));
        Rows(await member.See($"{year.Url}/tham-dinh/chenh-lech")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A5_No_average_over_fewer_than_three_sheets()
    {
        var (few, clerkOfFew) = await Appraised(2);
        var page = await clerkOfFew.See($"{few.Url}/tham-dinh/chenh-lech");
        page.QuerySelector("[data-average]").ShouldBeNull();
        page.Body!.TextContent.ShouldContain("Không tính bình quân cho dưới 3 bảng điểm");
        var (many, clerkOfMany) = await Appraised(3);
        (await clerkOfMany.See($"{many.Url}/tham-dinh/chenh-lech")).QuerySelector("[data-average]")!.TextContent.ShouldContain("-6,00");
        (await clerkOfMany.See($"{many.Url}/tham-dinh/chenh-lech?don-vi={many.Member.Id}")).QuerySelector("[data-average]").ShouldBeNull();
    }

    [Fact]
    public async Task The_workbook_holds_what_the_page_shows()
    {
        var (year, clerk) = await Appraised(2);
        var file = await clerk.GetAsync(new Uri($"{year.Url}/tham-dinh/chenh-lech/bang-tinh.xlsx?don-vi={year.Units[3].Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        file.Content.Headers.ContentType!.MediaType.ShouldBe(XlsxTable.ContentType);
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), isEditable: false);
        var text = string.Join('|', book.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(cell => cell.InnerText));
        text.ShouldContain("II.1. ");
        text.ShouldMatch(@"\|20(\.0+)?\|12(\.0+)?\|-8(\.0+)?\|40(\.0+)?\|");
        text.ShouldNotContain("I.2. ");
    }

    [Fact]
    public async Task K1_The_list_takes_a_fixed_number_of_statements()
    {
        var (few, many) = (await Appraised(2), await Appraised(4));
        var statements = (await AppraisalCostTests.Statements(portal, few.Year, $"{few.Year.Url}/tham-dinh/chenh-lech"), await AppraisalCostTests.Statements(portal, many.Year, $"{many.Year.Url}/tham-dinh/chenh-lech"));
        statements.Item1.ShouldBeLessThanOrEqualTo(10);
        statements.Item2.ShouldBe(statements.Item1 + 1); // the average
    }

    /// <summary>The first member lost 9 of 30 in I.2 and 1 of 20 in II.1, the second 8 of 20 in II.1; others nothing.</summary>
    private async Task<(ClusterYearInTest Year, HttpClient Clerk)> Appraised(int members)
    {
        var year = await ClusterYearInTest.Make(portal, units: Math.Max(4, members + 2));
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units.Take(members + 2).Where(unit => unit != year.Deputy))
        {
            await year.FillAndSubmit(portal, unit, growth: 8, disbursed: 100, judged: 20);
        }

        await year.Change(portal, year.Member, year.Leader, "I.2", 21);
        await year.Change(portal, year.Member, year.Leader, "II.1", 19);
        await year.Change(portal, year.Units[3], year.Leader, "II.1", 12);
        return (year, year.ClerkOf(year.Leader));
    }

    private static List<(string Unit, string Code)> Rows(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("tr[data-difference]").Select(row => (row.QuerySelector("th")!.TextContent.Trim(), row.GetAttribute("data-difference")!))];
}

/// <summary>Differences made directly on the domain.</summary>
public static class DifferencesInTest
{
    public static Task<int> Change(this ClusterYearInTest year, Portal portal, UnitInTest unit, UnitInTest appraiser, string code, decimal points)
    {
        var by = year.Acting(appraiser, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == unit.Id);
                var criterion = await db.Criteria.SingleAsync(row => row.Code == code);
                var self = await db.ScoreEntries.SingleAsync(row => row.SheetId == sheet.Id && row.CriterionId == criterion.Id && row.Stage == ScoreStage.Self);
                var cell = ScoreEntry.ForAppraisal(by, sheet, AppraisalDuty.For(unit.Id, await db.PositionsHeld.ToListAsync(), enteredByThisPerson: false), criterion.Id);
                cell.Appraise(by, new(self.Values, points, code == "I.2" ? "Số liệu của Kho bạc" : $"Trừ của {unit.Name}"), self, criterion, ClusterYearInTest.Now);
                db.Add(cell);
                return await db.SaveChangesAsync();
            },
            by);
    }
}
