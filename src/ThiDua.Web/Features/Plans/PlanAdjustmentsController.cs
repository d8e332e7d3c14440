using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Plans;

/// <summary>Điều chỉnh kế hoạch: what changed, and the deputy's agreement to it.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}")]
public sealed class PlanAdjustmentsController(ShowPlan show, CurrentActor current) : PlanController(show)
{
    [HttpGet("so-sanh"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Compare(int planId, [FromQuery(Name = "voi")] int? before, [FromQuery(Name = "tat-ca")] bool all, [FromServices] ComparePlans compare) => View(await compare.Handle(planId, before, all));

    [HttpGet("thong-nhat"), Allow(Permission.AgreePlan)]
    public async Task<IActionResult> Agree(int planId)
    {
        var page = await Plans.Handle(planId);
        return page.May(PlanStep.Agree) ? View(PageOf(page, new())) : Refused(planId, page.Plan.AdjustsId is null ? "Chỉ kế hoạch điều chỉnh mới cần đơn vị phó thống nhất." : $"Kế hoạch đang ở trạng thái “{Labels.Of(page.Plan.State)}”, không còn chờ thống nhất.");
    }

    [HttpPost("thong-nhat"), Allow(Permission.AgreePlan), RequestSizeLimit(FileStore.LargestFile + (1024 * 1024)), RequestFormLimits(MultipartBodyLengthLimit = FileStore.LargestFile + (1024 * 1024), ValueCountLimit = 20_000)]
    public Task<IActionResult> Agree(int planId, AgreePlan.Form form, [FromServices] AgreePlan agree, CancellationToken cancellationToken) => Submit(
        () => agree.Handle(planId, form, cancellationToken),
        () => DoneAt("Đã ghi nhận đơn vị phó thống nhất nội dung điều chỉnh.", planId),
        async () => View(PageOf(await Plans.Handle(planId), form)));

    private AgreePlanPage PageOf(PlanPage page, AgreePlan.Form form) => new(page, form, OnPaperOnly: !current.Actor.Can(Permission.AgreePlan));
}
