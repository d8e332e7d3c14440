using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;

namespace ThiDua.Domain.Tests.Reporting;

public sealed class ReportedPeriodTests
{
    [Theory]
    [InlineData(ReportKind.SixMonth, "6 tháng đầu năm 2020", "Sơ kết", "6 tháng đầu năm 2019", "Sơ kết", 3)]
    [InlineData(ReportKind.SixMonth, "6 tháng đầu năm 2020", "Sơ kết 2020", "6 tháng đầu năm", "Sơ kết 2019", 3)]
    [InlineData(ReportKind.SixMonth, "6 tháng đầu năm 2020", "Báo cáo", "6 tháng đầu năm 2019", "Sơ kết", 2)]
    [InlineData(ReportKind.SixMonth, "6 tháng đầu năm 2020", "Sơ kết", "6 tháng cuối năm 2019", "Sơ kết", null)]
    [InlineData(ReportKind.SixMonth, "6 tháng đầu năm 2020", "Sơ kết", null, "Sơ kết", 1)]
    [InlineData(ReportKind.Annual, null, "Tổng kết", null, "Báo cáo năm", 0)]
    [InlineData(ReportKind.Annual, "từ 01/12/2019 đến 30/11/2020", "Tổng kết", "từ 01/12/2018 đến 30/11/2019", "Tổng kết", 3)]
    [InlineData(ReportKind.Annual, "từ 01/12/2019 đến 30/11/2020", "Tổng kết", "từ 01/12/2019 đến 30/11/2020", "Tổng kết", null)]
    [InlineData(ReportKind.Thematic, null, "Dịch bệnh", null, "Bão lũ", null)]
    [InlineData(ReportKind.Thematic, null, "Bão lũ năm 2020", null, "Bão lũ năm 2019", 1)]
    [InlineData(ReportKind.AdHoc, "quý I", "Đột xuất", "quý II", "Đột xuất", null)]
    public void A_report_is_compared_with_that_on_the_same_period_the_year_before(ReportKind kind, string? period, string title, string? periodThen, string titleThen, int? fit)
    {
        new ReportedPeriod(kind, period, title, 2020).FitTo(new(kind, periodThen, titleThen, 2019)).ShouldBe(fit);
        new ReportedPeriod(kind, periodThen, titleThen, 2019).FitTo(new(kind, period, title, 2020)).ShouldBe(fit);
    }

    [Fact]
    public void Another_kind_never_answers_to_it() =>
        new ReportedPeriod(ReportKind.Thematic, "6 tháng", "Sơ kết", 2020).FitTo(new(ReportKind.SixMonth, "6 tháng", "Sơ kết", 2019)).ShouldBeNull();
}
