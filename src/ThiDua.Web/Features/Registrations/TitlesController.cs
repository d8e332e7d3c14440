using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Danh hiệu thi đua, hình thức khen thưởng of a unit's registration.</summary>
[Route("cum/{clusterYearId:int}/dang-ky/{unitId:int}/danh-hieu")]
public sealed class TitlesController(ShowRegistration show) : RegistrationController(show)
{
    [HttpGet("them"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Add(int unitId) => ToEnter(unitId, page => View("Title", new TitlePage(page, new() { For = TitleFor.Unit })));

    [HttpPost("them"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Add(int unitId, TitleForm form, [FromServices] AddTitle add) =>
        Submit(() => add.Handle(unitId, form), () => DoneAt("Đã thêm danh hiệu.", unitId, form.Next ? "/danh-hieu/them" : "#danh-hieu"), async () => View("Title", new TitlePage(await Registrations.Handle(unitId), form)));

    [HttpGet("{titleId:int}/sua"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Change(int unitId, int titleId) =>
        ToEnter(unitId, page => View("Title", (page.Titles.FirstOrDefault(row => row.Id == titleId) ?? throw new NotFound()) is var row ? new TitlePage(page, TitleForm.Of(row), row) : null));

    [HttpPost("{titleId:int}/sua"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Change(int unitId, int titleId, TitleForm form, [FromServices] ChangeTitle change) =>
        Submit(() => change.Handle(unitId, titleId, form), () => DoneAt("Đã lưu danh hiệu.", unitId, "#danh-hieu"), async () => View("Title", await Again(unitId, titleId, form)));

    [HttpPost("{titleId:int}/xoa"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Remove(int unitId, int titleId, RemoveRowForm form, [FromServices] RemoveTitle remove) =>
        Submit(() => remove.Handle(unitId, titleId, form), () => DoneAt("Đã bỏ danh hiệu.", unitId, "#danh-hieu"), async () => View("Show", await Registrations.Handle(unitId)));

    private async Task<TitlePage> Again(int unitId, int titleId, TitleForm form)
    {
        var page = await Registrations.Handle(unitId);
        return new(page, form, page.Stored?.Titles.FirstOrDefault(row => row.Id == titleId));
    }
}
