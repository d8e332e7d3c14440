using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Plans;

/// <summary>The sections of a plan, one by one. After each act the page returns to the section's place.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}/muc")]
public sealed class PlanSectionsController(ShowPlan show, PortalDb db) : PlanController(show)
{
    [HttpGet("them"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Add(int planId, [FromQuery(Name = "duoi")] int? parentId)
    {
        var page = await Plans.Handle(planId);
        return page.MayEdit ? View("Section", PageOf(page, new NewSectionForm { ParentId = page.Outline.FirstOrDefault(row => row.Section.Id == parentId)?.Section.Id }, null)) : Closed(page.Plan);
    }

    [HttpPost("them"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Add(int planId, NewSectionForm form, [FromServices] AddSection add)
    {
        var addedId = 0;
        return Submit(
            async () => addedId = await add.Handle(planId, form),
            () => form.Next ? Done("Đã thêm mục. Nhập mục tiếp theo.", nameof(Add), new { planId, duoi = form.ParentId }) : DoneAt("Đã thêm mục.", planId, $"muc-{addedId}"),
            async () => View("Section", PageOf(await Plans.Handle(planId), form, null)));
    }

    [HttpGet("{sectionId:int}"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Change(int planId, int sectionId)
    {
        var page = await Plans.Handle(planId);
        return Stored(page, sectionId) is not { } stored ? NotFound() : page.MayEdit ? View("Section", PageOf(page, ChangedSectionForm.Of(stored.Section), sectionId)) : Closed(page.Plan);
    }

    [HttpPost("{sectionId:int}"), Allow(Permission.DraftPlan), ShowsWhatIsGone]
    public Task<IActionResult> Change(int planId, int sectionId, ChangedSectionForm form, [FromServices] ChangeSection change) => Submit(
        () => change.Handle(planId, sectionId, form),
        () => DoneAt("Đã lưu mục.", planId, $"muc-{sectionId}"),
        async () =>
        {
            var page = await Plans.Handle(planId);
            _ = Stored(page, sectionId) is null ? await db.RemovedBy<PlanSection>(page.Plan, sectionId) : null;
            return View("Section", PageOf(page, form, sectionId));
        });

    /// <summary>The printed page with what is typed and not saved yet.</summary>
    [HttpPost("{sectionId:int}/xem-truoc"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Preview(int planId, int sectionId, ChangedSectionForm form, [FromServices] PlanPaper paper) =>
        this.Previewed(() => paper.Handle(planId, sectionId, form.ToText()));

    [HttpPost("chuyen"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Move(int planId, MoveForm form, [FromServices] MoveSection move) => Moved(planId, () => move.Handle(planId, form), $"muc-{form.Moved}");

    [HttpGet("{sectionId:int}/xoa"), Allow(Permission.DraftPlan)]
    public async Task<IActionResult> Remove(int planId, int sectionId)
    {
        var page = await Plans.Handle(planId);
        return Stored(page, sectionId) is not { } stored ? NotFound() : page.MayEdit ? View(new RemoveSectionPage(page.Plan, stored)) : Closed(page.Plan);
    }

    [HttpPost("{sectionId:int}/xoa"), Allow(Permission.DraftPlan)]
    public Task<IActionResult> Remove(int planId, int sectionId, RemoveForm form, [FromServices] RemoveSection remove) => Submit(
        () => remove.Handle(planId, sectionId, form),
        () => DoneAt(form.Below == 0 ? "Đã xóa mục." : $"Đã xóa mục cùng {form.Below} mục, nội dung trong đó.", planId),
        async () =>
        {
            var page = await Plans.Handle(planId);
            return Stored(page, sectionId) is { } stored ? View(new RemoveSectionPage(page.Plan, stored)) : Refused(planId, "Mục này vừa được người khác xóa.");
        });

    private static PlacedSection? Stored(PlanPage page, int? sectionId) => page.Outline.FirstOrDefault(row => row.Section.Id == sectionId);

    private static SectionPage PageOf(PlanPage page, SectionForm form, int? sectionId)
    {
        var stored = Stored(page, sectionId);
        return new(page.Plan, form, stored, Stored(page, stored?.Section.ParentId ?? (form as NewSectionForm)?.ParentId));
    }
}
