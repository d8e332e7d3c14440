using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>The framework of the authority as a cluster year reads it, and the draft that is freed from one no longer in force.</summary>
[Route("cum/{clusterYearId:int}/tieu-chi/khung"), KnowsDraft]
public sealed class FrameworkInYearController(ShowFrameworkInYear show) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> InYear() => View(nameof(InYear), await show.Handle());

    [HttpGet("ban-quet"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> ScanInYear([FromServices] PortalDb db, [FromServices] FileStore files)
    {
        var framework = (await show.Handle()).Framework ?? throw new NotFound();
        var scanId = framework.ScanId ?? throw new NotFound();
        var scan = await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == scanId);
        return this.SendScan(files, scan, $"bang-diem-khung-{framework.Year}");
    }

    [HttpPost("bo-rang-buoc"), Allow(Permission.DraftScheme)]
    public Task<IActionResult> Release(AmendForm form, [FromServices] ReleaseScheme release) => Submit(() => release.Handle(form), Released, InYear);

    private RedirectResult Released()
    {
        TempData["Notice"] = "Đã bỏ ràng buộc: mọi dòng của dự thảo sửa được.";
        return Redirect(HttpContext.SchemeUrl());
    }
}
