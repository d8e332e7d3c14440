using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Bases;

namespace ThiDua.Web.Features.Plans;

/// <summary>The legal bases of a plan, one by one.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}/can-cu")]
public sealed class PlanBasesController(ShowPlan show, PortalDb db, KeepBasis keep) : PlanController(show)
{
    private const string Place = "can-cu";

    [HttpGet("them"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Add(int planId)
    {
        var page = await Plans.Handle(planId);
        return page.MayEdit ? View("Basis", new BasisPage(page.Plan, new() { Opening = BasisOpening.PursuantTo }, null, IsNew: true) { MayKeep = keep.May }) : Closed(page.Plan);
    }

    [HttpPost("them"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Add(int planId, BasisForm form, [FromServices] AddBasis add) =>
        Submit(() => add.Handle(planId, form), () => DoneAt("Đã thêm căn cứ.", planId, Place), async () => View("Basis", new BasisPage((await Plans.Handle(planId)).Plan, form, null, IsNew: true) { MayKeep = keep.May }));

    [HttpGet("chon"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Pick(int planId, [FromQuery(Name = "q")] string? search, [FromQuery(Name = "tat-ca")] bool withAll, [FromServices] FindBasesToPick find)
    {
        var page = await Plans.Handle(planId);
        return page.MayEdit ? await PickPage(page, new() { Opening = BasisOpening.PursuantTo }, find, search, withAll) : Closed(page.Plan);
    }

    [HttpPost("chon"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Pick(int planId, PickBasesForm form, [FromServices] PickBases pick, [FromServices] FindBasesToPick find)
    {
        var added = 0;
        return await Submit(async () => added = await pick.Handle(planId, form), () => DoneAt($"Đã thêm {added} căn cứ.", planId, Place), async () => await PickPage(await Plans.Handle(planId), form, find, null, withAll: true));
    }

    [HttpPost("{basisId:int}/thay"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Replace(int planId, int basisId, ReplaceBasisForm form, [FromServices] ReplaceBasis replace)
    {
        if (!ModelState.IsValid)
        {
            return Refused(planId, "Chọn văn bản thay thế.", Place);
        }

        await replace.Handle(planId, basisId, form);
        return DoneAt("Đã thay căn cứ.", planId, Place);
    }

    [HttpGet("{basisId:int}"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Change(int planId, int basisId)
    {
        var page = await Plans.Handle(planId);
        return Stored(page, basisId) is not { } stored ? NotFound() : page.MayEdit ? View("Basis", new BasisPage(page.Plan, BasisForm.Of(stored), stored, IsNew: false)) : Closed(page.Plan);
    }

    [HttpPost("{basisId:int}"), Allow(Permission.DraftPlan), ShowsWhatIsGone]
    public Task<IActionResult> Change(int planId, int basisId, BasisForm form, [FromServices] ChangeBasis change) => Submit(
        () => change.Handle(planId, basisId, form),
        () => DoneAt("Đã lưu căn cứ.", planId, Place),
        async () =>
        {
            var page = await Plans.Handle(planId);
            var stored = Stored(page, basisId);
            _ = stored is null ? await db.RemovedBy<PlanBasis>(page.Plan, basisId) : null;
            return View("Basis", new BasisPage(page.Plan, form, stored, IsNew: false));
        });

    [HttpPost("chuyen"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Move(int planId, MoveForm form, [FromServices] MoveBasis move) => Moved(planId, () => move.Handle(planId, form), Place);

    [HttpPost("{basisId:int}/xoa"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Remove(int planId, int basisId, RemoveForm form, [FromServices] RemoveBasis remove)
    {
        await remove.Handle(planId, basisId, form);
        return DoneAt("Đã xóa căn cứ.", planId, Place);
    }

    private async Task<ViewResult> PickPage(PlanPage page, PickBasesForm form, FindBasesToPick find, string? search, bool withAll)
    {
        var choices = await find.Handle(search, withAll, page.BasesDay, page.Plan.BasesInOrder().Select(basis => basis.Description()));
        return View("PickBases", new PickBasesPage(page.Plan, form, choices with { Picked = form.Picked }));
    }

    private static PlanBasis? Stored(PlanPage page, int basisId) => page.Plan.Bases.FirstOrDefault(row => row.Id == basisId);
}
