using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Covenants;

/// <summary>A covenant and the table of its signatures as they print: HTML, PDF, DOCX.</summary>
[Route("cum/{clusterYearId:int}/giao-uoc/{covenantId:int}")]
public sealed class CovenantPapersController(ShowCovenant show, CovenantPaper paper, IPdfRenderer pdf) : CovenantController(show)
{
    [HttpGet("ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Text(int covenantId, string format) => await this.Printed(pdf, await paper.Handle(covenantId), "giao-uoc", format);

    [HttpGet("bang-chu-ky.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Signatures(int covenantId, string format) => await this.Printed(pdf, await paper.Signatures(covenantId), "bang-chu-ky", format);
}
