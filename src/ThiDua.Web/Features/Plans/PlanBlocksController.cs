using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Plans;

/// <summary>Conferences, deadlines and assignments of a plan, one by one. After each act the page returns to their section.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}/noi-dung")]
public sealed class PlanBlocksController(ShowPlan show, PortalDb db, AddBlock add, ChangeBlock change) : PlanController(show)
{
    private const string Place = "moc-va-phan-cong";

    [HttpGet("them-{kind:regex(^(hoi-nghi|thoi-han|phan-cong)$)}"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Add(int planId, string kind, [FromQuery(Name = "muc")] int? sectionId)
    {
        var page = await Plans.Handle(planId);
        BlockForm form = kind switch { "hoi-nghi" => new ConferenceForm(), "thoi-han" => new DeadlineForm(), _ => new AssignmentForm() };
        return page.MayEdit ? View("Block", new BlockPage(page, form with { SectionId = sectionId }, null, IsNew: true)) : Closed(page.Plan);
    }

    [HttpPost("them-hoi-nghi"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> AddConference(int planId, ConferenceForm form) => Added(planId, form, "Đã thêm hội nghị.");

    [HttpPost("them-thoi-han"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> AddDeadline(int planId, DeadlineForm form) => Added(planId, form, "Đã thêm thời hạn.");

    [HttpPost("them-phan-cong"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> AddAssignment(int planId, AssignmentForm form) => Added(planId, form, "Đã thêm phân công.");

    [HttpGet("{blockId:int}"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Change(int planId, int blockId)
    {
        var page = await Plans.Handle(planId);
        return Stored(page, blockId) is not { } stored ? NotFound() : page.MayEdit ? View("Block", new BlockPage(page, BlockForm.Of(stored), stored, IsNew: false)) : Closed(page.Plan);
    }

    [HttpPost("{blockId:int}/hoi-nghi"), Allow(Permission.DraftPlan), ShowsWhatIsGone]
    public Task<IActionResult> ChangeConference(int planId, int blockId, ConferenceForm form) => Changed(planId, blockId, form, "Đã lưu hội nghị.");

    [HttpPost("{blockId:int}/thoi-han"), Allow(Permission.DraftPlan), ShowsWhatIsGone]
    public Task<IActionResult> ChangeDeadline(int planId, int blockId, DeadlineForm form) => Changed(planId, blockId, form, "Đã lưu thời hạn.");

    [HttpPost("{blockId:int}/phan-cong"), Allow(Permission.DraftPlan), ShowsWhatIsGone]
    public Task<IActionResult> ChangeAssignment(int planId, int blockId, AssignmentForm form) => Changed(planId, blockId, form, "Đã lưu phân công.");

    [HttpPost("{blockId:int}/xoa"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Remove(int planId, int blockId, RemoveForm form, [FromServices] RemoveBlock remove)
    {
        await remove.Handle(planId, blockId, form);
        return DoneAt("Đã xóa.", planId, Place);
    }

    private Task<IActionResult> Added(int planId, BlockForm form, string done) => Submit(
        () => add.Handle(planId, form),
        () => DoneAt(done, planId, Place),
        async () => View("Block", new BlockPage(await Plans.Handle(planId), form, null, IsNew: true)));

    private Task<IActionResult> Changed(int planId, int blockId, BlockForm form, string done) => Submit(
        () => change.Handle(planId, blockId, form),
        () => DoneAt(done, planId, Place),
        async () =>
        {
            var page = await Plans.Handle(planId);
            var stored = Stored(page, blockId);
            _ = stored is null ? await db.RemovedBy<PlanBlock>(page.Plan, blockId) : null;
            return View("Block", new BlockPage(page, form, stored, IsNew: false));
        });

    private static PlanBlock? Stored(PlanPage page, int blockId) => page.Plan.Blocks.FirstOrDefault(row => row.Id == blockId);
}
