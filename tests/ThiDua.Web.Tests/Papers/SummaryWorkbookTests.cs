using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Papers;

public sealed class SummaryWorkbookTests(Portal portal)
{
    private const string Summary = "Tổng hợp điểm";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    [Fact]
    public async Task S6_The_workbooks_own_formulas_give_the_totals_and_ranks_of_the_page()
    {
        // Two units tie on 100,00 less 6,00 and are parted by deductions; two others stay tied.
        var year = await RankedYear.Closed(portal, 8.4m, 8.4m, 7, 7, 8);
        await year.SetAppraised(portal, year.Leader, "B.1", 5);
        await year.SetAppraised(portal, year.Leader, "C.1", -6);
        await year.SetAppraised(portal, year.Deputy, "II.1", 19);
        var head = year.HeadOf(year.Leader);
        await head.Follow(await year.Take(head, "cong-bo-du-kien"));
        var page = await head.See($"{year.Url}/xep-hang");
        var book = await Book(year);
        var rows = page.QuerySelectorAll(".result-table tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        rows.Select(row => row[0]).ShouldBe(["1", "2", "3", "4", "4"]);
        for (var index = 0; index < rows.Count; index++)
        {
            string Shown(string column) => ((double)book.ValueOf(Summary, $"{column}{index + 4}")!).ToString("#,##0.00", Vietnamese);
            book.ValueOf(Summary, $"J{index + 4}").ShouldBe(double.Parse(rows[index][0], Vietnamese));
            new[] { "C", "D", "E", "F", "G" }.Select(Shown).ShouldBe(rows[index].Skip(1).Take(5));
            rows[index][6].ShouldStartWith(((double)book.ValueOf(Summary, $"I{index + 4}")!).ToString("0.##", Vietnamese));
        }

        book.FormulaOf(Summary, "G4")!.ShouldContain("SUM(");
        book.FormulaOf(Summary, "J4")!.ShouldContain("RANK(");
        book.Formulas.ShouldBeGreaterThan(5 * 7);
        book.Sheets.ShouldBe([Summary, "Chi tiết"]);
    }

    [Fact]
    public async Task X2_A_name_that_looks_like_a_formula_leaves_as_text()
    {
        var year = await RankedYear.Closed(portal, 8.4m, 8, 7);
        await portal.WithDb(db => db.ScoreSheets.Where(sheet => sheet.UnitId == year.Leader.Id).ExecuteUpdateAsync(set => set.SetProperty(sheet => sheet.UnitName, "=1+1")), year.Acting(year.Leader, Capacity.Head));
        await year.Take(year.HeadOf(year.Leader), "cong-bo-du-kien");
        var book = await Book(year);
        (book.FormulaOf(Summary, "B4"), book.TextOf(Summary, "B4")).ShouldBe((null, "=1+1"));
        book.TextOf("Chi tiết", "B4").ShouldBe("=1+1");
    }

    private async Task<FormulasInTest> Book(ClusterYearInTest year) =>
        new(await year.ClerkOf(year.Member).GetByteArrayAsync(new Uri($"{year.Url}/xep-hang/{await year.LastLayer(portal)}/bang-tong-hop.xlsx", UriKind.Relative), TestContext.Current.CancellationToken));
}
