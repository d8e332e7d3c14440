using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Chỉ tiêu of a unit's registration: one by one, or those of all leaves at once.</summary>
[Route("cum/{clusterYearId:int}/dang-ky/{unitId:int}/chi-tieu")]
public sealed class TargetsController(ShowRegistration show) : RegistrationController(show)
{
    [HttpGet("them"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Add(int unitId, [FromQuery(Name = "tieu-chi")] int? criterionId) =>
        ToEnter(unitId, page => View("Target", new TargetPage(page, new() { CriterionId = criterionId, Unit = page.Leaves.FirstOrDefault(leaf => leaf.Id == criterionId)?.Unit, Source = TargetSource.Registered })));

    [HttpPost("them"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Add(int unitId, TargetForm form, [FromServices] AddTarget add) =>
        Submit(() => add.Handle(unitId, form), () => DoneAt("Đã thêm chỉ tiêu.", unitId, form.Next ? "/chi-tieu/them" : "#chi-tieu"), async () => View("Target", new TargetPage(await Registrations.Handle(unitId), form)));

    [HttpGet("{targetId:int}/sua"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Change(int unitId, int targetId) =>
        ToEnter(unitId, page => View("Target", Find(page, targetId) is var row ? new TargetPage(page, TargetForm.Of(row), row) : null));

    [HttpPost("{targetId:int}/sua"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Change(int unitId, int targetId, TargetForm form, [FromServices] ChangeTarget change) =>
        Submit(() => change.Handle(unitId, targetId, form), () => DoneAt("Đã lưu chỉ tiêu.", unitId, "#chi-tieu"), async () => View("Target", await Again(unitId, targetId, form)));

    [HttpPost("{targetId:int}/xoa"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Remove(int unitId, int targetId, RemoveRowForm form, [FromServices] RemoveTarget remove) =>
        Submit(() => remove.Handle(unitId, targetId, form), () => DoneAt("Đã bỏ chỉ tiêu.", unitId, "#chi-tieu"), async () => View("Show", await Registrations.Handle(unitId)));

    [HttpGet("nhap-nhanh"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Fill(int unitId) => ToEnter(unitId, page => View(new FillTargetsPage(page, null)));

    [HttpPost("nhap-nhanh"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Fill(int unitId, FillTargetsForm form, [FromServices] FillTargets fill)
    {
        var changed = 0;
        return Submit(async () => changed = await fill.Handle(unitId, form), () => DoneAt($"Đã lưu {changed} chỉ tiêu.", unitId, "#chi-tieu"), async () => View(new FillTargetsPage(await Registrations.Handle(unitId), form)));
    }

    private static Target Find(RegistrationPage page, int targetId) => page.Targets.FirstOrDefault(row => row.Id == targetId) ?? throw new NotFound();

    // A row that somebody took out meanwhile is typed anew.
    private async Task<TargetPage> Again(int unitId, int targetId, TargetForm form)
    {
        var page = await Registrations.Handle(unitId);
        return new(page, form, page.Stored?.Targets.FirstOrDefault(row => row.Id == targetId));
    }
}
