using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Bảng theo dõi báo cáo: units × items, as a page, a spreadsheet, and all files as one ZIP.</summary>
[Route("cum/{clusterYearId:int}/bao-cao")]
public sealed class ProgressController(ListProgress list, ZipReports zip) : PortalController
{
    [HttpGet("tien-do"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show([FromQuery(Name = "trang")] int? page) => View("Progress", await list.Handle(ProgressFilter.Read(Request.Query), page));

    [HttpGet("{requirementId:int}/tien-do.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Export(int requirementId, CancellationToken cancellationToken)
    {
        var (requirement, rows) = await list.All(ProgressFilter.Read(Request.Query) with { RequirementId = requirementId });
        var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Theo dõi báo cáo", ColumnsOf(requirement), rows.Select((row, index) => Line(requirement, row, index))) { Titles = [requirement.Title, $"Thời hạn: {requirement.When}"] }], cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "theo-doi-bao-cao.xlsx");
    }

    [HttpGet("{requirementId:int}/tat-ca.zip"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Files(int requirementId) => zip.Handle(requirementId, null);

    private static IReadOnlyList<Column> ColumnsOf(ReportRequirement requirement) =>
        [Column.Ordinal(), new("Đơn vị", 30), new("Trạng thái", 16), new("Nộp lần đầu", 16), new("Đúng hạn", 12), new("Bản bổ sung", 12, ColumnAlignment.Center, "0"), .. requirement.Items.Select(item => new Column(item.Name, 14, ColumnAlignment.Center, "0"))];

    private static Row Line(ReportRequirement requirement, ProgressRow row, int index) =>
        new([index + 1, row.UnitName, row.Standing, Shown.Time(row.SubmittedAt), row.WasLate ? "nộp muộn" : row.IsOverdue ? "quá hạn" : row.SubmittedAt is null ? "" : "đúng hạn", row.Supplements > 0 ? (Cell)row.Supplements : "", .. requirement.Items.Select(item => row.Files.TryGetValue(item.Id, out var files) ? (Cell)files.Count : "")]);
}
