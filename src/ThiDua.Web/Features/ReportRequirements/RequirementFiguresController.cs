using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>The form of a figure that is asked for.</summary>
public sealed record FigurePage(ReportRequirement Requirement, FigureForm Form, RequirementFigure? Stored, IReadOnlyList<LeafToChoose> Leaves)
{
    public IEnumerable<SelectListItem> Options => [new("Không gắn với tiêu chí nào", ""), .. Leaves.Select(leaf => new SelectListItem(leaf.InWords, $"{leaf.Id}"))];
}

/// <summary>The indicators that units registered, to be chosen.</summary>
public sealed record IndicatorsPage(ReportRequirement Requirement, IReadOnlyList<RegisteredIndicator> Indicators, TakeIndicatorsForm Form);

/// <summary>Số liệu phải báo cáo: the figures that a requirement asks for, by hand or from the registration.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/chi-tieu")]
public sealed class RequirementFiguresController(ShowRequirement show, RegisteredIndicators registered, WriteFigure write) : RequirementController(show)
{
    [HttpGet("them"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Add(int requirementId)
    {
        var page = await Requirements.Handle(requirementId);
        return page.MayEdit ? View("Figure", new FigurePage(page.Stored, new() { IsRequired = true, Decimals = 2 }, null, await registered.Leaves())) : NotNow(page.Stored, "thêm số liệu");
    }

    [HttpPost("them"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Add(int requirementId, FigureForm form) =>
        Submit(() => write.Handle(requirementId, null, form), () => DoneAt("Đã thêm số liệu phải báo cáo.", requirementId), () => Again(requirementId, form, null));

    [HttpGet("{figureId:int}"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Change(int requirementId, int figureId)
    {
        var page = await Requirements.Handle(requirementId);
        return FigureOf(page.Stored, figureId) is not { } figure ? NotFound() : page.MayEdit ? View("Figure", new FigurePage(page.Stored, FigureForm.Of(figure), figure, await registered.Leaves())) : NotNow(page.Stored, "sửa số liệu");
    }

    [HttpPost("{figureId:int}"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> Change(int requirementId, int figureId, FigureForm form) =>
        Submit(() => write.Handle(requirementId, figureId, form), () => DoneAt("Đã lưu số liệu phải báo cáo.", requirementId), () => Again(requirementId, form, figureId));

    [HttpPost("{figureId:int}/xoa"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> Remove(int requirementId, int figureId, RemoveItemForm form, [FromServices] RemoveFigure remove)
    {
        await remove.Handle(requirementId, figureId, form);
        return DoneAt("Đã bỏ số liệu khỏi yêu cầu.", requirementId);
    }

    [HttpGet("tu-dang-ky"), Allow(Permission.KeepRequirements)]
    public async Task<IActionResult> FromRegistration(int requirementId)
    {
        var page = await Requirements.Handle(requirementId);
        return page.MayEdit ? await Choose(page.Stored, new()) : NotNow(page.Stored, "lấy chỉ tiêu đăng ký");
    }

    [HttpPost("tu-dang-ky"), Allow(Permission.KeepRequirements)]
    public Task<IActionResult> FromRegistration(int requirementId, TakeIndicatorsForm form, [FromServices] TakeIndicators take)
    {
        var taken = 0;
        return Submit(async () => taken = await take.Handle(requirementId, form), () => DoneAt($"Đã lấy {taken} chỉ tiêu từ đăng ký thi đua.", requirementId), async () => await Choose((await Requirements.Handle(requirementId)).Stored, form));
    }

    private async Task<ViewResult> Choose(ReportRequirement requirement, TakeIndicatorsForm form) => View("Indicators", new IndicatorsPage(requirement, await registered.Handle(requirement), form));

    private async Task<IActionResult> Again(int requirementId, FigureForm form, int? figureId)
    {
        var stored = (await Requirements.Handle(requirementId)).Stored;
        return View("Figure", new FigurePage(stored, form, figureId is { } id ? FigureOf(stored, id) : null, await registered.Leaves()));
    }

    private static RequirementFigure? FigureOf(ReportRequirement requirement, int figureId) => requirement.Figures.FirstOrDefault(row => row.Id == figureId);
}
