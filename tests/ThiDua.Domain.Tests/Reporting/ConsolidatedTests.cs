using ThiDua.Domain.Reporting;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class ConsolidatedTests
{
    private static readonly ConsolidatedFigure Communes = new(1, "Số xã đạt chuẩn", "xã", 0, IsSummed: true);
    private static readonly ConsolidatedFigure Growth = new(2, "Tốc độ tăng GRDP", "%", 1, IsSummed: false);

    private static ConsolidatedUnit A(int id, ConsolidatedStanding standing, params ConsolidatedValue[] values) => new(id, $"Tỉnh {id}", standing, null, 1, null, values);

    private static ConsolidatedFigures Of(params ConsolidatedUnit[] units) => new(5, "Báo cáo năm", ReportsInTest.Early, [Communes, Growth], units);

    [Fact]
    public void Totals_are_of_figures_that_add_up_and_compare_only_what_all_have()
    {
        var figures = Of(A(7, ConsolidatedStanding.InTime, new ConsolidatedValue(1, 12, 10, 8), new ConsolidatedValue(2, 8.4m, 7, null)), A(8, ConsolidatedStanding.Late, new ConsolidatedValue(1, 6, 6, null)), A(9, ConsolidatedStanding.NotSubmitted));
        var total = figures.Total(Communes)!.Value;
        (total.Value, total.Target, total.Before, total.Reached).ShouldBe((18, 16, null, 112.5m));
        figures.Total(Growth).ShouldBeNull("percentages do not add up");
        figures.In(ConsolidatedStanding.Late).ShouldHaveSingleItem().Id.ShouldBe(8);
    }

    [Fact]
    public void What_a_supplement_corrects_is_told_with_the_difference()
    {
        var printed = Of(A(7, ConsolidatedStanding.InTime, new ConsolidatedValue(1, 12, null, null)), A(8, ConsolidatedStanding.InTime, new ConsolidatedValue(1, 6, null, null)));
        var change = printed.ChangesTo(Of(A(7, ConsolidatedStanding.InTime, new ConsolidatedValue(1, 14, null, null)), A(8, ConsolidatedStanding.InTime, new ConsolidatedValue(1, 6, null, null)))).ShouldHaveSingleItem();
        (change.UnitId, change.Printed, change.Now, change.Difference).ShouldBe((7, 12, 14, 2));
    }
}
