using AngleSharp.Html.Dom;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.ScoreSheets;

public sealed class ProvisionalPointsTests(Portal portal)
{
    // I.1 of 40 points: the member is 10 % over its target, the leader 20 %.
    private async Task<(ClusterYearInTest Year, string Sheet, string Appraisal)> AppraisedBeforeEntryCloses()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        foreach (var (unit, growth) in new[] { (year.Leader, 8.4m), (year.Deputy, 7m), (year.Member, 7.7m) })
        {
            await year.FillAndSubmit(portal, unit, growth);
            await year.Appraise(portal, unit);
        }

        var id = await year.SheetOf(portal, year.Member);
        return (year, $"{year.Url}/cham-diem/{id}", $"{year.Url}/tham-dinh/{id}");
    }

    private static (string Sheet, string Appraisal) Totals(IHtmlDocument sheet, IHtmlDocument appraisal) =>
        (After(sheet.QuerySelector(".sheet-foot")!.TextContent, "Thẩm định:"), After(appraisal.QuerySelector("#chan-bang")!.TextContent, "Thẩm định"));

    private static string After(string text, string label) => string.Join(' ', text[(text.IndexOf(label, StringComparison.Ordinal) + label.Length)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => word is not "Đã" and not "Chính"));

    [Fact]
    public async Task S6_Before_entry_closes_sheet_and_appraisal_show_the_same_provisional_total()
    {
        var (year, sheet, appraisal) = await AppraisedBeforeEntryCloses();
        var (own, theirs) = (await year.ClerkOf(year.Member).See(sheet), await year.ClerkOf(year.Leader).See(appraisal));
        Totals(own, theirs).ShouldBe(("80,00 (tạm tính)", "80,00 (tạm tính)"));
        own.Body!.TextContent.ShouldContain("phần điểm vượt được tính khi các đơn vị đã nhập xong");
    }

    [Fact]
    public async Task S6_Once_entry_is_closed_the_whole_cluster_counts_and_nobody_is_named_before_all_may_see_it()
    {
        var (year, sheet, appraisal) = await AppraisedBeforeEntryCloses();
        var head = year.HeadOf(year.Leader);
        await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/khoa-nhap-lieu")).FormTo("khoa-nhap-lieu")));
        var (own, theirs) = (await year.ClerkOf(year.Member).See(sheet), await year.ClerkOf(year.Leader).See(appraisal));
        Totals(own, theirs).ShouldBe(("90,00 (tạm tính)", "90,00 (tạm tính)"));
        own.QuerySelector("[data-total]")!.TextContent.ShouldBe("80,00");
        own.Body!.TextContent.ShouldContain("vượt cao nhất: 20 %");

        await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/cong-bo-du-kien")).FormTo("cong-bo-du-kien")));
        (own, theirs) = (await year.ClerkOf(year.Member).See(sheet), await year.ClerkOf(year.Leader).See(appraisal));
        Totals(own, theirs).ShouldBe(("90,00", "90,00"));
        own.Body!.TextContent.ShouldContain($"vượt cao nhất: {year.Leader.Name} 20 %");
    }

    [Fact]
    public async Task Entry_opened_again_makes_the_computed_points_provisional_again()
    {
        var (year, sheet, _) = await AppraisedBeforeEntryCloses();
        var head = year.HeadOf(year.Leader);
        await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/khoa-nhap-lieu")).FormTo("khoa-nhap-lieu")));
        await year.MoveRanking(portal, RankingState.Collecting);
        var own = await year.ClerkOf(year.Member).See(sheet);
        own.QuerySelector("[data-total]")!.TextContent.ShouldBe("70,00");
        own.QuerySelector("[data-total-provisional]")!.ClassList.ShouldNotContain("d-none");
    }
}
