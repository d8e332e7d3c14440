using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Tổng quan of a cluster year, and the steps of its stages.</summary>
[Route("cum/{clusterYearId:int}")]
public sealed class ClusterYearsController(ShowOverview overview, MoveStage move) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show() => View(nameof(Show), await overview.Handle());

    [HttpPost("bat-dau"), Allow(Permission.MoveStage)]
    public Task<IActionResult> Start(StageForm form) => Take(ClusterYearStep.Start, form, "Năm thi đua đã bắt đầu triển khai.");

    [HttpPost("binh-xet"), Allow(Permission.MoveStage)]
    public Task<IActionResult> BeginReview(StageForm form) => Take(ClusterYearStep.BeginReview, form, "Năm thi đua đã chuyển sang bình xét.");

    /// <summary>Says what concluding means before it is done for good, also without scripts.</summary>
    [HttpGet("ket-thuc"), Allow(Permission.MoveStage)]
    public async Task<IActionResult> Conclude() => View(nameof(Conclude), await overview.Handle());

    [HttpPost("ket-thuc"), Allow(Permission.MoveStage)]
    public Task<IActionResult> Conclude(StageForm form) => Take(ClusterYearStep.Conclude, form, "Năm thi đua đã kết thúc.");

    private Task<IActionResult> Take(ClusterYearStep step, StageForm form, string done) =>
        Submit(() => move.Handle(step, form), () => Done(done, nameof(Show)), Show);
}
