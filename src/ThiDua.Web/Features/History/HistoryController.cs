using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.History;

/// <summary>Lịch sử xử lý of a cluster year.</summary>
[Route("cum/{clusterYearId:int}/lich-su")]
public sealed class HistoryController(ShowHistory history) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show([FromQuery(Name = "loai")] string? kind, [FromQuery(Name = "trang")] int? page) => View(await history.Handle(HistoryWords.Parse(kind), page));

    [HttpGet("{stepId:int}/ban-quet"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Scan(int stepId, [FromServices] FileStore files)
    {
        var scan = await history.Scan(stepId);
        return this.SendScan(files, scan, $"ban-quet-{stepId}");
    }
}
