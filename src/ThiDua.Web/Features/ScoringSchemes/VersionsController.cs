using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The versions of the scheme (phiên bản): the draft of the next, earlier ones, two side by side, and what was filled in lines that are gone.</summary>
[Route("cum/{clusterYearId:int}/tieu-chi")]
public sealed class VersionsController(ShowScheme show, CurrentYear year) : PortalController
{
    private const string SchemeView = "~/Features/ScoringSchemes/Show.cshtml";

    [HttpGet("sua-doi"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Amendment() => await show.Draft() switch
    {
        { IsAmendment: true } draft => View(SchemeView, draft),
        { MayAmend: true } page => View("Amend", page),
        _ => ToScheme("Problem", "Không có dự thảo sửa đổi nào."),
    };

    [HttpPost("sua-doi"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Amend(AmendForm form, [FromServices] AmendScheme amend) =>
        Submit(() => amend.Handle(form), () => Done("Đã lập dự thảo sửa đổi. Bảng đang áp dụng không đổi cho đến khi ban hành dự thảo này.", nameof(Amendment)), Again);

    [HttpPost("sua-doi/bo"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Drop(AmendForm form, [FromServices] DropAmendment drop) =>
        Submit(() => drop.Handle(form), () => ToScheme("Notice", "Đã bỏ dự thảo sửa đổi. Bảng đang áp dụng không đổi."), Again);

    [HttpGet("phien-ban"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Edition([FromQuery(Name = "so")] int? number) => await show.Edition(number ?? 1) is { } page ? View(SchemeView, page) : NotFound();

    [HttpGet("so-sanh"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Compare([FromQuery(Name = "truoc")] string? before, [FromQuery(Name = "sau")] string? after, [FromQuery(Name = "ca-dong-giu-nguyen")] bool all, [FromServices] CompareSchemes compare) =>
        View(await compare.Handle(before, after, all));

    [HttpGet("dong-da-bo"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> RemovedLines([FromServices] FindRemovedLines find) => View(await find.Handle());

    private async Task<IActionResult> Again() => await show.Draft() is { } page ? View(SchemeView, page) : ToScheme("Problem", "Chưa có bảng tiêu chí.");

    private RedirectToActionResult ToScheme(string kind, string message)
    {
        TempData[kind] = message;
        return RedirectToAction("Show", "ScoringSchemes", new { clusterYearId = year.Year.Id });
    }
}
