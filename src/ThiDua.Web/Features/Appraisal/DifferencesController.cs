using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Chênh lệch lớn nhất: the lines that the appraisal changed most, over all units.</summary>
[Route("cum/{clusterYearId:int}/tham-dinh/chenh-lech")]
public sealed class DifferencesController(FindDifferences find, CurrentYear year) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "don-vi")] int? unitId, [FromQuery(Name = "muc")] int? sectionId, [FromQuery(Name = "theo")] string? by, [FromQuery(Name = "trang")] int? page) =>
        View("Differences", await find.Handle(new(unitId, sectionId, by == "phan-tram"), page));

    [HttpGet("bang-tinh.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Xlsx([FromQuery(Name = "don-vi")] int? unitId, [FromQuery(Name = "muc")] int? sectionId, [FromQuery(Name = "theo")] string? by, CancellationToken cancellationToken)
    {
        var table = await find.AsTable(new(unitId, sectionId, by == "phan-tram"));
        var file = new MemoryStream();
        await XlsxTable.Write(file, [XlsxSheet.Of("Chênh lệch", table, $"{year.Year.Name} năm {year.Year.Year}: chênh lệch giữa tự chấm và thẩm định")], cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "chenh-lech-tham-dinh.xlsx");
    }
}
