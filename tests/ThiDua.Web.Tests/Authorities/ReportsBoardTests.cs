using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.Authorities;

/// <summary>What an authority sees of the reports of its clusters.</summary>
public sealed class ReportsBoardTests(Portal portal)
{
    private Task<int> Extend(ClusterYearInTest year, int id, UnitInTest unit, int days)
    {
        var by = year.Acting(year.Leader, Capacity.Clerk);
        return portal.WithDb(
            async db =>
            {
                var requirement = await db.ReportRequirements.Include(row => row.Extensions).SingleAsync(row => row.Id == id);
                requirement.Extend(by, (unit.Id, unit.Name), Domain.VietnamTime.DayOf(DateTime.UtcNow).AddDays(days), new(ClusterYearInTest.Now, "Thiên tai"), year.Leader.Id);
                return await db.SaveChangesAsync();
            },
            by);
    }

    [Fact]
    public async Task K1_The_authority_sees_who_is_overdue_by_their_own_deadlines_what_was_returned_and_the_next_date()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(-9)}");
        await Extend(year, id, year.Member, 6);
        await Extend(year, id, year.Units[3], -2);
        await year.AReport(portal, id, year.Deputy);
        await portal.WithDb(db => db.ReportSubmissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsLate, true)), year.Acting(year.Leader, Capacity.Head));
        await year.ClerkOf(year.Leader).Follow(await year.ClerkOf(year.Leader).Take(year.Report(id, year.Deputy, "/tra-lai"), ("Items[0].Reason", "Thiếu phụ lục")));
        var (authority, board, reports) = (year.ClerkOf(year.Authority), $"/co-quan/{year.Authority.Id}", $"/co-quan/{year.Authority.Id}/bao-cao");
        var row = (await authority.See(reports)).QuerySelector($"[data-requirement='{id}']")!;
        var text = TasksInTest.Words(row.TextContent);
        text.ShouldContain("1/4 đơn vị, tiếp nhận 0");
        text.ShouldContain("1 nộp muộn");
        text.ShouldContain("1 trả lại để bổ sung");
        text.ShouldContain("2 chưa nộp, quá hạn", customMessage: "the leader and the one whose extension is over, not the one that still has time");
        text.ShouldContain($"gia hạn đến {ReportsInTest.Day(6)}, còn 6 ngày");
        await authority.See(row.QuerySelector("a.late")!.GetAttribute("href")!);

        var onBoard = TasksInTest.Words((await authority.See(board)).QuerySelector(".board tbody tr")!.TextContent);
        onBoard.ShouldContain($"Hạn tới {ReportsInTest.Day(6)}");
        onBoard.ShouldContain("Báo cáo đã nộp 1/4");
        onBoard.ShouldContain("1 nộp muộn");
        onBoard.ShouldContain("2 chưa nộp, quá hạn");

        var (few, fewOnBoard) = (await Statements(reports), await Statements(board));
        await year.ARequirement(portal, title: "Báo cáo năm");
        await year.ARequirement(portal, owedBy: OwedBy.Leader, title: "Báo cáo của cụm");
        (await Statements(reports)).ShouldBe(few);
        (await Statements(board)).ShouldBe(fewOnBoard);
        few.ShouldBeLessThanOrEqualTo(10);
        fewOnBoard.ShouldBeLessThanOrEqualTo(10);

        var answer = await authority.GetAsync($"{reports}/tong-hop.xlsx?q=khong-co", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        using var book = SpreadsheetDocument.Open(await (await authority.GetAsync($"{reports}/tong-hop.xlsx", TestContext.Current.CancellationToken)).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText.ShouldContain("Báo cáo của cụm");

        Task<int> Statements(string url) => StatementCounter.Of(portal, year.Authority.ClerkId, url);
    }
}
