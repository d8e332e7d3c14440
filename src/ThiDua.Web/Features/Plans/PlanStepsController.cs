using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Plans;

/// <summary>The steps of a plan that are taken on its own pages: trình ký, lấy ý kiến, gia hạn góp ý, kết thúc lấy ý kiến, bỏ dự thảo.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}")]
public sealed class PlanStepsController(ShowPlan show, CurrentYear year, TimeProvider clock, ComparePlans compare) : PlanController(show)
{
    [HttpGet("trinh-ky"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> SubmitForSignature(int planId) => Step(planId, PlanStep.Submit);

    [HttpPost("trinh-ky"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> SubmitForSignature(int planId, PlanStepForm form, [FromServices] SubmitPlan submit) =>
        Take(planId, PlanStep.Submit, form, () => submit.Handle(planId, form), "Đã trình ký: nội dung được giữ nguyên, số và ngày để trống đến khi ban hành.");

    [HttpGet("lay-y-kien"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Consult(int planId) => Step(planId, PlanStep.OpenConsultation);

    [HttpPost("lay-y-kien"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Consult(int planId, PlanStepForm form, [FromServices] OpenConsultation open) =>
        Take(planId, PlanStep.OpenConsultation, form, () => open.Handle(planId, form), "Đã gửi dự thảo lấy ý kiến các đơn vị thành viên.");

    [HttpGet("gia-han-gop-y"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Extend(int planId) => Step(planId, PlanStep.ExtendConsultation);

    [HttpPost("gia-han-gop-y"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Extend(int planId, PlanStepForm form, [FromServices] ExtendConsultation extend) =>
        Take(planId, PlanStep.ExtendConsultation, form, () => extend.Handle(planId, form), "Đã gia hạn góp ý cho các đơn vị.");

    [HttpGet("ket-thuc-lay-y-kien"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> EndConsultation(int planId) => Step(planId, PlanStep.CloseConsultation);

    [HttpPost("ket-thuc-lay-y-kien"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> EndConsultation(int planId, PlanStepForm form, [FromServices] CloseConsultation close) =>
        Take(planId, PlanStep.CloseConsultation, form, () => close.Handle(planId, form), "Đã kết thúc lấy ý kiến. Dự thảo sửa được để tiếp thu, hoàn thiện.");

    [HttpGet("bo"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Drop(int planId) => Step(planId, PlanStep.Drop);

    [HttpPost("bo"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Drop(int planId, PlanStepForm form, [FromServices] DropPlan drop) =>
        Take(planId, PlanStep.Drop, form, () => drop.Handle(planId, form), "Đã bỏ dự thảo.");

    private async Task<IActionResult> Step(int planId, PlanStep step)
    {
        var page = await Plans.Handle(planId);
        return page.May(step) ? await StepPage(page, step, new() { CommentsUntil = step == PlanStep.OpenConsultation ? year.Year.Parameters.LastDayForComments(Days.Today(clock)) : null }) : Refused(page.Plan.Id, $"Không thể {Labels.Of(step).ToLowerInvariant()} khi kế hoạch đang ở trạng thái “{Labels.Of(page.Plan.State)}”.");
    }

    private Task<IActionResult> Take(int planId, PlanStep step, PlanStepForm form, Func<Task> take, string done) =>
        Submit(take, () => DoneAt(done, planId), async () => await StepPage(await Plans.Handle(planId), step, form));

    private async Task<ViewResult> StepPage(PlanPage page, PlanStep step, PlanStepForm form) => View("Step", new PlanStepPage(page, step, form)
    {
        Others = step == PlanStep.Submit ? await Plans.InForceBeside(page.Plan) : [],
        IsUnchanged = step == PlanStep.Submit && page.Plan.AdjustsId is not null && (await compare.Handle(page.Plan.Id, null, all: false)).Changes == 0,
    });
}
