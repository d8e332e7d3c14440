using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The criteria of a draft, one by one. After each act the page returns to the criterion's place.</summary>
[Route("cum/{clusterYearId:int}/tieu-chi/muc"), KnowsDraft]
public sealed class CriteriaController(ShowCriterion show) : PortalController
{
    [HttpGet("them"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Add([FromQuery(Name = "duoi")] int? parentId)
    {
        var page = await show.New(parentId);
        return page.Parent?.Rule is not null ? Refused($"Tiêu chí {page.Parent.Code} đang chấm điểm trực tiếp nên không có tiêu chí con.", parentId)
            : page is { Framework: { } framework, Parent: null or { Part: FrameworkPart.Locked } } ? Refused($"Theo {framework.InWords()}, chỉ thêm tiêu chí vào các mục tự xây dựng.", parentId)
            : Open(page, nameof(Add));
    }

    [HttpPost("them"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Add(NewCriterionForm form, [FromServices] AddCriterion add)
    {
        var addedId = 0;
        return await Submit(async () => addedId = await add.Handle(form), () => Added(form, addedId), async () => View(nameof(Add), await show.New(form.ParentId, form)));
    }

    [HttpGet("{criterionId:int}"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Change(int criterionId) => Open(await show.Handle(criterionId), nameof(Change));

    [HttpPost("{criterionId:int}"), Allow(Permission.DraftScheme), ShowsWhatIsGone]
    public async Task<IActionResult> Change(int criterionId, ChangedCriterionForm form, [FromServices] ChangeCriterion change)
    {
        var overtaken = false;
        return await Submit(
            () => change.Handle(criterionId, form).Noting(() => overtaken = true),
            () => DoneAt($"Đã lưu {form.Code}.", criterionId),
            async () => View(nameof(Change), await show.Again(criterionId, form) with { IsOvertaken = overtaken }));
    }

    /// <summary>Saves a row from the script; the answer says what to show in it, and which sums changed.</summary>
    [HttpPost("{criterionId:int}/dong"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> SaveRow(int criterionId, CriterionRowForm form, [FromServices] ChangeCriterionRow change, [FromServices] ShowScheme scheme, [FromServices] Overtaken overtaken, [FromServices] TimeProvider clock)
    {
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity(new { problems = ModelState.Where(field => field.Value?.Errors.Count > 0).ToDictionary(field => field.Key, field => field.Value!.Errors[0].ErrorMessage) });
        }

        async Task<SavedRow> Stored() => SavedRow.Of((await scheme.Draft())!, criterionId, clock.GetUtcNow().UtcDateTime);
        try
        {
            await change.Handle(criterionId, form);
            return Json(await Stored());
        }
        catch (RuleViolation refusal)
        {
            return UnprocessableEntity(new { problems = new Dictionary<string, string> { [refusal.Field ?? ""] = refusal.Message } });
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException conflict)
        {
            return Conflict(new { message = await overtaken.By(conflict), theirs = await Stored() });
        }
    }

    [HttpPost("chuyen"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Move(MoveForm form, [FromServices] MoveCriterion move) => Moved(form.Moved, () => move.Handle(form));

    [HttpPost("dat"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Place(PlaceForm form, [FromServices] PlaceCriterion place) => Moved(form.Moved, () => place.Handle(form));

    [HttpGet("{criterionId:int}/xoa"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Remove(int criterionId, [FromServices] ShowScheme scheme) => await Remove(scheme, criterionId) is { } page
        ? page is { Row.IsHeld: true, Scheme.Scheme.Framework: { } framework } ? Refused($"{page.Row.Criterion.Code} thuộc {framework.InWords()} nên không xóa được.", criterionId)
        : page.Scheme.IsDraft ? View(nameof(Remove), page) : Refused(ScoringSchemesController.Closed(page.Scheme.Scheme.State), criterionId)
        : NotFound();

    [HttpPost("{criterionId:int}/xoa"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Remove(int criterionId, RemoveForm form, [FromServices] RemoveCriterion remove, [FromServices] ShowScheme scheme)
    {
        int? parentId = null;
        return Submit(
            async () => parentId = await remove.Handle(criterionId, form),
            () => DoneAt(form.Below == 0 ? "Đã xóa tiêu chí." : $"Đã xóa mục và {form.Below} tiêu chí bên dưới.", parentId),
            async () => await Remove(scheme, criterionId) is { } page ? View(nameof(Remove), page) : View("Gone"));
    }

    private async Task<IActionResult> Moved(int? criterionId, Func<Task<int>> move)
    {
        if (!ModelState.IsValid)
        {
            return Refused("Chọn tiêu chí cần chuyển.", null);
        }

        try
        {
            return DoneAt(null, await move());
        }
        catch (RuleViolation refusal)
        {
            return Refused(refusal.Message, criterionId);
        }
    }

    private static async Task<RemovePage?> Remove(ShowScheme scheme, int criterionId)
    {
        var page = await scheme.Draft();
        return page?.Rows.FirstOrDefault(row => row.Criterion.Id == criterionId) is { } found ? new(page, found) : null;
    }

    private IActionResult Added(NewCriterionForm form, int addedId)
    {
        if (!form.Next)
        {
            return DoneAt($"Đã thêm {form.Code}.", addedId);
        }

        return Done($"Đã thêm {form.Code}. Nhập tiêu chí tiếp theo.", nameof(Add), new { duoi = form.ParentId });
    }

    private IActionResult Open(CriterionPage page, string view) =>
        page is { State: SchemeState.Draft, Stored.Part: FrameworkPart.Locked } ? Refused($"{page.Stored.Code} thuộc phần khóa của {page.Framework?.InWords()}.", page.Stored.Id)
        : page.State == SchemeState.Draft ? View(view, page) : Refused(ScoringSchemesController.Closed(page.State), page.Stored?.Id);

    private RedirectResult DoneAt(string? message, int? criterionId)
    {
        TempData["Notice"] = message;
        return ToTable(criterionId);
    }

    private RedirectResult Refused(string message, int? criterionId)
    {
        TempData["Problem"] = message;
        return ToTable(criterionId);
    }

    private RedirectResult ToTable(int? criterionId) => Redirect(HttpContext.SchemeUrl() + (criterionId is null ? "" : $"#tc-{criterionId}"));
}

internal static class Overtakings
{
    /// <summary>Takes note of a version conflict on its way to the form, which then shows what was stored meanwhile.</summary>
    public static async Task Noting(this Task save, Action note)
    {
        try
        {
            await save;
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
        {
            note();
            throw;
        }
    }
}
