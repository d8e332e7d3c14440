using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Không giao chỉ tiêu: the unit asks for a leaf, who appraises its sheet decides, or sets it unasked.</summary>
[Route("cum/{clusterYearId:int}")]
public sealed class NotAssignedController(PortalDb db, FindAssignment find, ListAssignments list) : PortalController
{
    [HttpGet("cham-diem/{id:int}/dong/{criterionId:int}/khong-giao"), Allow(Permission.EnterScores)]
    public Task<IActionResult> Ask(int id, int criterionId) => AskForm(id, criterionId);

    [HttpPost("cham-diem/{id:int}/dong/{criterionId:int}/khong-giao"), Allow(Permission.EnterScores)]
    public Task<IActionResult> Ask(int id, int criterionId, AskForm form, [FromServices] AskNotAssigned ask) =>
        Submit(() => ask.Handle(id, criterionId, form), () => ToSheet(id, "Đã gửi đề nghị không giao; trong khi chờ quyết định, đơn vị vẫn nhập được dòng này."), () => AskForm(id, criterionId, form));

    [HttpPost("cham-diem/{id:int}/dong/{criterionId:int}/khong-giao/rut"), Allow(Permission.EnterScores)]
    public Task<IActionResult> Withdraw(int id, int criterionId, AskForm form, [FromServices] WithdrawAsk withdraw) =>
        Submit(() => withdraw.Handle(id, criterionId, form), () => ToSheet(id, "Đã rút đề nghị không giao."), () => AskForm(id, criterionId, form));

    [HttpGet("khong-giao"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> List([FromQuery(Name = "trang")] int? page) => View("NotAssigned", await list.Handle(page));

    [HttpPost("khong-giao"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Set(SetNotAssigned.Form form, [FromServices] SetNotAssigned set)
    {
        var count = 0;
        return await Submit(async () => count = await set.Handle(form), () => Done($"Đã ghi nhận không giao cho {count} đơn vị.", nameof(List)), async () => View("NotAssigned", await Again(form)));
    }

    [HttpPost("khong-giao/{sheetId:int}/dong/{criterionId:int}"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Decide([FromRoute] int sheetId, [FromRoute] int criterionId, DecideAssignment.Form form, [FromServices] DecideAssignment decide)
    {
        await find.RequireDuty(sheetId, criterionId);
        return await Submit(
            () => decide.Handle(sheetId, criterionId, form),
            () => Done(form.Decision switch { DecideAssignment.Accept => "Đã chấp nhận không giao.", DecideAssignment.Refuse => "Đã từ chối đề nghị; đơn vị đọc được lý do ở dòng đó.", _ => "Đã giao lại tiêu chí cho đơn vị." }, nameof(List)),
            async () => View("NotAssigned", await Again(null) with { Refused = (sheetId, criterionId, form.Reason) }));
    }

    private Task<NotAssignedPage> Again(SetNotAssigned.Form? typed)
    {
        db.ChangeTracker.Clear();
        return list.Handle(null, typed);
    }

    private async Task<IActionResult> AskForm(int id, int criterionId, AskForm? typed = null)
    {
        db.ChangeTracker.Clear();
        var found = await find.OfOwnUnit(id, criterionId);
        return View("Ask", new AskPage(found, ScoreSheetWorkflow.OpenForEntry.Contains(found.Sheet.State), (typed ?? new()) with { Version = found.Assignment.Version }));
    }

    private LocalRedirectResult ToSheet(int id, string message)
    {
        TempData["Notice"] = message;
        return LocalRedirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/cham-diem/{id}");
    }
}
