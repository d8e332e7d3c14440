using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Số liệu: what a unit types in its report, and the table of all units with totals.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}")]
public sealed class FiguresController(ShowReport show, ListFigures list) : ReportController(show)
{
    [HttpPost("don-vi/{unitId:int}/so-lieu"), Allow(Permission.EnterReports)]
    public Task<IActionResult> Enter(int requirementId, int unitId, EnterFigures.Form form, [FromServices] EnterFigures enter)
    {
        var changed = 0;
        return Submit(
            async () => changed = await enter.Handle(requirementId, unitId, form),
            () => DoneAt(changed == 0 ? "Không có số liệu nào thay đổi." : $"Đã lưu {changed} số liệu.", requirementId, unitId, "#so-lieu"),
            async () => View("Show", await Reports.Handle(requirementId, unitId)));
    }

    [HttpGet("so-lieu"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Table(int requirementId, [FromQuery(Name = "trang")] int? page) => View("Figures", await list.Handle(requirementId, page));

    [HttpGet("so-lieu.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Export(int requirementId, CancellationToken cancellationToken)
    {
        var page = await list.Handle(requirementId, null, all: true);
        var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Số liệu", ColumnsOf(page.Requirement), Lines(page)) { Titles = [page.Requirement.Title, "Tổng cộng chỉ tính số liệu đã tiếp nhận"] }], cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "so-lieu-bao-cao.xlsx");
    }

    private static IReadOnlyList<Column> ColumnsOf(ReportRequirement requirement) =>
        [Column.Ordinal(), new("Đơn vị", 30), new("Trạng thái", 16), .. requirement.Figures.Select(figure => new Column(figure.InWords, 16, ColumnAlignment.Right, FigureFormat.Of(figure)))];

    private static IEnumerable<Row> Lines(FiguresPage page) =>
    [
        .. page.Rows.Rows.Select((row, index) => new Row([index + 1, row.UnitName, row.Standing, .. page.Requirement.Figures.Select(figure => (Cell)row.Values.GetValueOrDefault(figure.Id)?.Value)])),
        .. page.SeesAll ? [new Row(["", "Tổng cộng", "", .. page.Requirement.Figures.Select(figure => page.Totals.TryGetValue(figure.Id, out var total) ? (Cell)total : "")]) { Bold = true }] : Array.Empty<Row>(),
    ];
}
