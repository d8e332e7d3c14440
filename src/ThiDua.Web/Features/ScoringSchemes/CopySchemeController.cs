using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>Another scheme copied into the draft (sao chép từ bảng khác): of an earlier year, or issued by another cluster.</summary>
[Route("cum/{clusterYearId:int}/tieu-chi/sao-chep"), KnowsDraft]
public sealed class CopySchemeController(ShowCopy show) : PortalController
{
    [HttpGet(""), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Copy([FromQuery(Name = "nguon")] string? source) => await show.Handle(source) is { } page ? View(nameof(Copy), page) : Refused();

    [HttpPost(""), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Copy(CopySchemeForm form, [FromServices] CopyScheme copy)
    {
        var count = 0;
        return await Submit(async () => count = await copy.Handle(form), () => Copied(count), () => Copy(form.Source));
    }

    private RedirectResult Copied(int count)
    {
        TempData["Notice"] = $"Đã sao chép {count} dòng vào dự thảo. Rà lại tên, điểm, chỉ tiêu và các văn bản, năm được nhắc trong từng tiêu chí.";
        return Redirect(HttpContext.SchemeUrl());
    }

    private RedirectResult Refused()
    {
        TempData["Problem"] = "Chỉ sao chép được vào bảng tiêu chí đang là dự thảo.";
        return Redirect(HttpContext.SchemeUrl());
    }
}
