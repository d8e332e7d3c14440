using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>What a requirement goes through: thông báo, sửa lại, đổi thời hạn, tổng hợp, thu hồi, bỏ.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}")]
public sealed class RequirementStepsController(ShowRequirement show, MoveRequirement move) : RequirementController(show)
{
    [HttpGet("thong-bao"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Announce(int requirementId) => Step(requirementId, RequirementStep.Announce);

    [HttpPost("thong-bao"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Announce(int requirementId, RequirementStepForm form) => Move(requirementId, RequirementStep.Announce, form, "Đã thông báo cho các đơn vị.");

    [HttpGet("sua-lai"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Revise(int requirementId) => Step(requirementId, RequirementStep.Revise);

    [HttpPost("sua-lai"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Revise(int requirementId, RequirementStepForm form) => Move(requirementId, RequirementStep.Revise, form, "Đã trở lại bản đang soạn.");

    [HttpGet("doi-thoi-han"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> ChangeDeadline(int requirementId) => Step(requirementId, RequirementStep.ChangeDeadline);

    [HttpPost("doi-thoi-han"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> ChangeDeadline(int requirementId, RequirementStepForm form, [FromServices] ChangeDeadline change) =>
        Take(requirementId, RequirementStep.ChangeDeadline, form, () => change.Handle(requirementId, form), "Đã đổi thời hạn cho mọi đơn vị.");

    [HttpGet("tong-hop"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Consolidate(int requirementId)
    {
        var page = await Requirements.Handle(requirementId);
        return page.Offers(RequirementStep.Consolidate) ? View(new ConsolidatePage(page, new())) : NotNow(page.Stored, Labels.Of(RequirementStep.Consolidate).ToLowerInvariant());
    }

    [HttpPost("tong-hop"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Consolidate(int requirementId, ConsolidateForm form, [FromServices] ConsolidateReports consolidate) =>
        Submit(() => consolidate.Handle(requirementId, form), () => DoneAt("Đã ghi nhận báo cáo tổng hợp.", requirementId), async () => View(new ConsolidatePage(await Requirements.Handle(requirementId), form)));

    [HttpGet("thu-hoi"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Withdraw(int requirementId) => Step(requirementId, RequirementStep.Withdraw);

    [HttpPost("thu-hoi"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Withdraw(int requirementId, RequirementStepForm form) => Move(requirementId, RequirementStep.Withdraw, form, "Đã thu hồi yêu cầu báo cáo.");

    [HttpGet("bo"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Drop(int requirementId) => Step(requirementId, RequirementStep.Drop);

    [HttpPost("bo"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Drop(int requirementId, RequirementStepForm form) => Move(requirementId, RequirementStep.Drop, form, "Đã bỏ bản đang soạn.");

    private async Task<IActionResult> Step(int requirementId, RequirementStep step)
    {
        var page = await Requirements.Handle(requirementId);
        return page.Offers(step) ? View("Step", new RequirementStepPage(page, step, new() { When = page.Stored.When, Document = new() { Issuer = page.Stored.Recipient.Name } })) : NotNow(page.Stored, Labels.Of(step).ToLowerInvariant());
    }

    private Task<IActionResult> Move(int requirementId, RequirementStep step, RequirementStepForm form, string done) => Take(requirementId, step, form, () => move.Handle(requirementId, step, form), done);

    private Task<IActionResult> Take(int requirementId, RequirementStep step, RequirementStepForm form, Func<Task> take, string done) =>
        Submit(take, () => DoneAt(done, requirementId), async () => View("Step", new RequirementStepPage(await Requirements.Handle(requirementId), step, form)));
}
