using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Chấm điểm: the sheets of a cluster year and their lines.</summary>
[Route("cum/{clusterYearId:int}/cham-diem")]
public sealed class ScoreSheetsController(PortalDb db, CurrentActor current, CurrentYear year, LoadSheet load) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List() => View(await SheetListPage.Load(db, current.Actor, year.Year));

    [HttpGet("{id:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int id) => View(await load.Handle(id));

    /// <summary>Saves a line from the script; the answer says what to show beside it.</summary>
    [HttpPost("{id:int}/dong/{criterionId:int}"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> SaveLine(int id, int criterionId, SaveLine.Form form, [FromServices] SaveLine save)
    {
        if (!ModelState.IsValid)
        {
            return UnprocessableEntity(new { problems = ModelState.Where(field => field.Value?.Errors.Count > 0).ToDictionary(field => field.Key, field => field.Value!.Errors[0].ErrorMessage) });
        }

        try
        {
            return await save.Handle(id, criterionId, form) is { } overtaken ? Conflict(overtaken) : Json(SavedLine.Of(await load.Handle(id), criterionId));
        }
        catch (RuleViolation refusal)
        {
            return UnprocessableEntity(new { problems = new Dictionary<string, string> { [refusal.Field ?? ""] = refusal.Message } });
        }
    }

    [HttpPost("{id:int}/luu"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Save(int id, SaveSheet.Form form, [FromServices] SaveSheet save)
    {
        var (saved, conflicts) = (0, (IReadOnlyDictionary<int, LineOvertaken>)new Dictionary<int, LineOvertaken>());
        var hasWrongLines = !ModelState.IsValid;
        bool IsUsable(int index) => ModelState.FindKeysWithPrefix($"Lines[{index}]").All(field => field.Value.Errors.Count == 0);
        bool wasRefused = false;
        try
        {
            (saved, conflicts) = await save.Handle(id, form, IsUsable);
        }
        catch (RuleViolation refusal)
        {
            ModelState.AddModelError("", refusal.Message);
            wasRefused = true;
        }

        if (!hasWrongLines && !wasRefused && conflicts.Count == 0)
        {
            return Done(saved == 0 ? "Không có dòng nào thay đổi." : $"Đã lưu {saved} dòng.", nameof(Show), new { id });
        }

        if (saved > 0)
        {
            ModelState.AddModelError("", $"Đã lưu {saved} dòng; các dòng đánh dấu dưới đây chưa lưu được, nội dung bạn nhập vẫn còn.");
        }
        else if (!wasRefused)
        {
            ModelState.AddModelError("", "Các dòng đánh dấu dưới đây chưa lưu được, nội dung bạn nhập vẫn còn.");
        }

        db.ChangeTracker.Clear();
        Response.StatusCode = conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        var page = await load.Handle(id);
        return View("Show", page with { Conflicts = conflicts.ToDictionary(row => row.Key, row => $"{row.Value.Message} Bản của người đó: {string.Join("; ", row.Value.Theirs.Where(field => field.Key != "HasSecretEvidence").Select(field => field.Value).Where(value => value.Length > 0))}") });
    }

    [HttpPost("{id:int}/lay-so-lieu"), Allow(Permission.EnterScores)]
    public Task<IActionResult> TakeReported(int id, TakeReportedFigures.Form form, [FromServices] TakeReportedFigures take)
    {
        var filled = 0;
        return Submit(async () => filled = await take.Handle(id, form), () => Done(filled == 0 ? "Không có dòng trống nào có số liệu đã báo cáo." : $"Đã lấy số liệu đã báo cáo vào {filled} dòng. Xem lại rồi nộp.", nameof(Show), new { id }), async () =>
        {
            db.ChangeTracker.Clear();
            return View("Show", await load.Handle(id));
        });
    }

    [HttpGet("{id:int}/nop"), Allow(Permission.SubmitScores)]
    public Task<IActionResult> Submit(int id) => StepForm(id, ScoreSheetStep.Submit);

    [HttpPost("{id:int}/nop"), Allow(Permission.SubmitScores)]
    public Task<IActionResult> Submit(int id, SubmitSheet.Form form, [FromServices] SubmitSheet submit) =>
        Take(id, ScoreSheetStep.Submit, form, () => submit.Handle(id, form), "Đã nộp bảng tự chấm điểm.");

    [HttpGet("{id:int}/khong-nop"), Allow(Permission.MarkNotSubmitted)]
    public Task<IActionResult> MarkNotSubmitted(int id) => StepForm(id, ScoreSheetStep.MarkNotSubmitted);

    [HttpPost("{id:int}/khong-nop"), Allow(Permission.MarkNotSubmitted)]
    public Task<IActionResult> MarkNotSubmitted(int id, MarkNotSubmitted.Form form, [FromServices] MarkNotSubmitted mark) =>
        Take(id, ScoreSheetStep.MarkNotSubmitted, form, () => mark.Handle(id, form), "Đã ghi nhận đơn vị không nộp bảng tự chấm điểm.");

    [HttpGet("{id:int}/mo-lai-nhap"), Allow(Permission.MarkNotSubmitted)]
    public Task<IActionResult> AdmitLate(int id) => StepForm(id, ScoreSheetStep.AdmitLate);

    [HttpPost("{id:int}/mo-lai-nhap"), Allow(Permission.MarkNotSubmitted)]
    public Task<IActionResult> AdmitLate(int id, AdmitLateSheet.Form form, [FromServices] AdmitLateSheet admit) =>
        Take(id, ScoreSheetStep.AdmitLate, form, () => admit.Handle(id, form), "Đã mở lại cho đơn vị nhập.");

    private Task<IActionResult> Take(int id, ScoreSheetStep step, SheetStepForm form, Func<Task> handle, string done) =>
        Submit(handle, () => BelongsToUnit(step) ? Done(done, nameof(Show), new { id }) : Done(done, nameof(List)), () => StepForm(id, step, form));

    private static bool BelongsToUnit(ScoreSheetStep step) => step is ScoreSheetStep.Submit;

    private async Task<IActionResult> StepForm(int id, ScoreSheetStep step, SheetStepForm? typed = null)
    {
        db.ChangeTracker.Clear();
        var sheet = BelongsToUnit(step) ? await load.Handle(id) : null;
        var head = sheet?.Head ?? await HeadForLeader(id);
        var open = ScoreSheetWorkflow.Table.OpenTo(current.Actor, head.State).FirstOrDefault(row => row.Step == step);
        if (BelongsToUnit(step) && !head.IsOwn)
        {
            throw new NotPermitted($"Chỉ {head.UnitName} được thực hiện việc này trên bảng điểm của mình.");
        }

        if (open is not null)
        {
            return View("Step", new StepPage(step, head, open.OnPaperOnly, sheet, typed ?? new() { Version = head.Version }));
        }

        // Somebody else took the step meanwhile, or it is not open: the page says where things stand.
        if (typed is null)
        {
            TempData["Problem"] = $"Không thể {Labels.Of(step).ToLowerInvariant()} khi bảng điểm đang ở trạng thái “{Labels.Of(head.State)}”.";
            return sheet is null ? RedirectToAction(nameof(List), RouteData.Values) : RedirectToAction(nameof(Show), new { clusterYearId = year.Year.Id, id });
        }

        return sheet is null ? View("List", await SheetListPage.Load(db, current.Actor, year.Year)) : View("Show", sheet);
    }

    // The leader marks a sheet that it may not open yet: only its head is read.
    private async Task<SheetHead> HeadForLeader(int id)
    {
        var row = await db.ScoreSheets.OneAsync(sheet => sheet.Id == id);
        return new(row.Id, row.Version, row.UnitId, row.UnitName, row.State, row.SubmittedAt, row.LastReason, default, default);
    }
}
