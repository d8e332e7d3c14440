using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Thẩm định lần hai: the standing body's figures beside the adopted ones, for all units or only the first three.</summary>
[Route("cum/{clusterYearId:int}/tham-dinh-lan-hai")]
public sealed class SecondAppraisalController(ShowSecondAppraisal second) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List() => View("SecondList", await second.List());

    [HttpGet("{sheetId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show([FromRoute] int sheetId) => View("Second", await second.Handle(sheetId, null));

    [HttpPost("{sheetId:int}"), Allow(Permission.AppraiseSecond)]
    public async Task<IActionResult> Save([FromRoute] int sheetId, SaveSecondFigures.Form form, [FromServices] SaveSecondFigures save)
    {
        var saved = 0;
        return await Submit(async () => saved = await save.Handle(sheetId, form), () => Done(saved == 0 ? "Không có dòng nào thay đổi." : $"Đã lưu {saved} dòng thẩm định lần hai.", nameof(Show), new { sheetId }), async () => View("Second", await second.Handle(sheetId, form)));
    }
}
