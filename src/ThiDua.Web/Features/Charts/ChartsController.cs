using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Charts;

/// <summary>Biểu đồ of a cluster year's published results, each with the table that it is drawn from.</summary>
[Route("cum/{clusterYearId:int}/bieu-do")]
public sealed class ChartsController(ShowCharts charts) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show([FromQuery(Name = "don-vi")] int? unitId) => View(await charts.Handle(unitId));
}
