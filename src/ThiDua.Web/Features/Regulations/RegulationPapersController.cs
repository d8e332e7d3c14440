using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Regulations;

/// <summary>A regulation as it prints: HTML, PDF, DOCX; the scan of a signed one. What this year's register issued is served from there.</summary>
[Route("cum/{clusterYearId:int}/quy-che/{regulationId:int}")]
public sealed class RegulationPapersController(ShowRegulations show) : RegulationController(show)
{
    [HttpGet("ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Printed(int regulationId, string format, [FromServices] RegulationPaper paper, [FromServices] IPdfRenderer pdf)
    {
        var page = await Regulations.One(regulationId);
        return page is { DocumentId: { } documentId, Regulation.IsOpen: false } ? Redirect($"/cum/{page.Year.Id}/van-ban/{documentId}/ban-in.{format}")
            : page.HasPaper ? await this.Printed(pdf, await paper.Handle(page.Regulation, page.Regulation.Terms()), "quy-che", format)
            : throw new NotFound();
    }

    [HttpGet("ban-quet"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Scan(int regulationId, [FromServices] PortalDb db, [FromServices] FileStore files)
    {
        var scanId = (await Regulations.One(regulationId)).Regulation.ScanId ?? throw new NotFound();
        var scan = await db.StoredFiles.FindAsync(scanId) ?? throw new NotFound();
        return this.SendScan(files, scan, $"quy-che-{regulationId}");
    }
}
