using ThiDua.Domain.Documents.Drafting;
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

    private static ConsolidatedUnit Accepted(int id, decimal value, int round = 1) => A(id, ConsolidatedStanding.InTime, new ConsolidatedValue(1, value, null, null)) with { Round = round, State = ReportState.Accepted };

    [Fact]
    public void What_a_supplement_corrects_is_told_with_the_difference()
    {
        var changed = Of(Accepted(7, 12), Accepted(8, 6)).ChangedSince(Of(Accepted(7, 14), Accepted(8, 6))).ShouldHaveSingleItem();
        (changed.Id, changed.Since, changed.IsWrong).ShouldBe((7, UnitSince.Corrected, true));
        var change = changed.Figures.ShouldHaveSingleItem();
        (change.Printed, change.Now, change.Difference).ShouldBe((12, 14, 2));
        changed.InWords.ShouldBe("đã gửi bản bổ sung, thay thế. Số xã đạt chuẩn (xã): từ 12 thành 14 (chênh lệch 2)");
    }

    [Theory]
    [InlineData(ReportState.Reopened, "báo cáo được mở lại để sửa, chưa nộp lại")]
    [InlineData(ReportState.Submitted, "báo cáo được nộp lại, chưa tiếp nhận")]
    [InlineData(ReportState.Returned, "báo cáo bị trả lại để bổ sung, chưa nộp lại")]
    public void A_unit_whose_report_is_received_no_more_is_told_as_it_stands(ReportState state, string words)
    {
        var now = A(7, ConsolidatedStanding.NotAccepted) with { State = state };
        var changed = Of(Accepted(7, 12), Accepted(8, 6)).ChangedSince(Of(now, Accepted(8, 6))).ShouldHaveSingleItem();
        (changed.Id, changed.Since, changed.IsWrong, changed.InWords).ShouldBe((7, UnitSince.NotAccepted, true, words));
    }

    [Fact]
    public void What_is_received_anew_is_told_even_with_the_same_figures_and_what_only_came_later_hinders_nothing()
    {
        Of(Accepted(7, 12)).ChangedSince(Of(Accepted(7, 12, round: 2))).ShouldHaveSingleItem().InWords.ShouldBe("đã tiếp nhận bản sửa (lần nộp 2)");
        var later = Of(A(7, ConsolidatedStanding.NotAccepted), Accepted(8, 6)).ChangedSince(Of(Accepted(7, 12), Accepted(8, 6))).ShouldHaveSingleItem();
        (later.Id, later.IsWrong).ShouldBe((7, false));
        Of(A(7, ConsolidatedStanding.NotSubmitted)).ChangedSince(Of(A(7, ConsolidatedStanding.NotAccepted))).ShouldBeEmpty("nothing of it stands there");
        Of(Accepted(7, 12)).ChangedSince(Of(Accepted(7, 12))).ShouldBeEmpty();
    }

    [Fact]
    public void The_mark_of_charts_draws_what_adds_up_and_a_name_draws_that_figure()
    {
        var figures = Of(Accepted(7, 12));
        ConsolidatedReport.ChartedBy("[[BIỂU ĐỒ]]", figures).ShouldBe([Communes]);
        ConsolidatedReport.ChartedBy("[[BIỂU ĐỒ: tốc độ tăng GRDP]]", figures).ShouldBe([Growth]);
        ConsolidatedReport.ChartedBy("[[BIỂU ĐỒ: Số huyện]]", figures).ShouldBeEmpty();
        ConsolidatedReport.ChartedBy("[[BẢNG SỐ LIỆU]]", figures).ShouldBeNull();
        ConsolidatedReport.ChartedBy("[[BIỂU ĐỒ]]", figures with { Figures = [Growth] }).ShouldBe([Growth], "nothing adds up: the first");
        ConsolidatedReport.ChartedBy("[[BIỂU ĐỒ]]", figures with { Figures = [.. Enumerable.Range(1, 9).Select(id => Communes with { Id = id })] })!.Count.ShouldBe(ConsolidatedReport.MostCharts);
        ConsolidatedReport.UnknownMarks("Kết quả:\n\n[[BIỂU ĐỒ: Số huyện]]\n\n[[BIỂU ĐỒ]]", figures).ShouldHaveSingleItem().ShouldContain("“Số huyện”");
    }

    [Theory]
    [InlineData("[[ BIỂU ĐỒ ]]", ConsolidatedReport.ChartMark)]
    [InlineData("  [[bảng  số liệu]] ", ConsolidatedReport.FiguresMark)]
    [InlineData("[[Biểu đồ :  Tốc độ  tăng GRDP ]]", "[[BIỂU ĐỒ: Tốc độ tăng GRDP]]")]
    [InlineData("[[BIỂU ĐỒ: Tỷ lệ [1]]]", "[[BIỂU ĐỒ: Tỷ lệ [1]]]")]
    public void Spaces_and_case_within_a_mark_are_no_matter(string written, string meant) => ReportMarks.In(written).ShouldBe([meant]);

    [Fact]
    public void Marks_below_each_other_are_each_replaced_and_text_is_none()
    {
        ReportMarks.In("[[BẢNG SỐ LIỆU]] [[BIỂU ĐỒ]]").ShouldBe([ConsolidatedReport.FiguresMark, ConsolidatedReport.ChartMark]);
        ReportMarks.In("Xem [[BIỂU ĐỒ]]").ShouldBeEmpty();
        ReportMarks.In("").ShouldBeEmpty();
    }

    [Fact]
    public void Every_mark_that_would_be_printed_as_it_stands_is_told()
    {
        var told = ConsolidatedReport.UnknownMarks("[[BẢNG SỐ LIỆUU]]\n[[BIỂU ĐỒ ]]\n\n- [[BIỂU ĐỒ]]\n\nXem [[NGUỒN SỐ LIỆU]] dưới đây\n\n[[BIỂU ĐỒ:]]\n\n[[TÌNH HÌNH GỬI BÁO CÁO]", Of(Accepted(7, 12)));
        told.Count.ShouldBe(5);
        told[0].ShouldContain("Cổng không có dòng “[[BẢNG SỐ LIỆUU]]”");
        told[1].ShouldContain("đứng riêng một đoạn");
        told[2].ShouldContain("Xem [[NGUỒN SỐ LIỆU]] dưới đây");
        told[3].ShouldContain("“[[BIỂU ĐỒ:]]”");
        told[4].ShouldContain("“[[TÌNH HÌNH GỬI BÁO CÁO]”");
        ConsolidatedReport.UnknownMarks(string.Join("\n\n", ReportMarks.Known.Select(known => known.Mark)), Of(Accepted(7, 12))).ShouldBeEmpty();
        new DraftedText("Thử") { Body = "[[BIỂU ĐỒ]]" }.Problems(DraftTemplate.FreeText, Domain.Documents.DocumentKind.Notice).ShouldContain(problem => problem.Contains("chỉ có trong báo cáo tổng hợp", StringComparison.Ordinal));
    }
}
