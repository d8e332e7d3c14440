using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Submissions;

/// <summary>Biên nhận: what was submitted, when, with the hash of each file; on screen and as PDF.</summary>
[Route("cum/{clusterYearId:int}/bao-cao/{requirementId:int}/don-vi/{unitId:int}")]
public sealed class ReceiptsController(ShowReport show, ReceiptPaper paper, ZipReports zip, IPdfRenderer pdf) : ReportController(show)
{
    [HttpGet("bien-nhan"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Receipt(int requirementId, int unitId)
    {
        var page = await Reports.Handle(requirementId, unitId);
        return page.Stored is { SubmittedRound: > 0 } ? View(page) : NotFound();
    }

    [HttpGet("bien-nhan.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> ReceiptFile(int requirementId, int unitId, string format)
    {
        var page = await Reports.Handle(requirementId, unitId);
        return page.Stored is { SubmittedRound: > 0 } ? await this.Printed(pdf, await paper.Handle(page), "bien-nhan-bao-cao", format) : NotFound();
    }

    [HttpGet("tat-ca.zip"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Files(int requirementId, int unitId)
    {
        _ = await Reports.Handle(requirementId, unitId);
        return await zip.Handle(requirementId, unitId);
    }
}
