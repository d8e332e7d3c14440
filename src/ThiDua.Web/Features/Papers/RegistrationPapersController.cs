using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Papers;

/// <summary>Bảng đăng ký chỉ tiêu thi đua of a unit, and the summary of the cluster: preview, PDF, DOCX; the summary as XLSX too.</summary>
[Route("cum/{clusterYearId:int}/dang-ky")]
public sealed class RegistrationPapersController(RegistrationPaper paper, RegistrationSummary summary, IPdfRenderer pdf) : PortalController
{
    [HttpGet("{unitId:int}/ban-in"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Unit(int unitId) => Preview(await paper.Handle(unitId), "dang-ky", $"dang-ky/{unitId}");

    [HttpGet("{unitId:int}/ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> UnitFile(int unitId, string format) => await this.Printed(pdf, await paper.Handle(unitId), "bang-dang-ky-thi-dua", format);

    [HttpGet("tong-hop"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Summary() => Preview(await summary.Handle(), "dang-ky", "dang-ky");

    [HttpGet("tong-hop.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryFile(string format) => await this.Printed(pdf, await summary.Handle(), "tong-hop-dang-ky-thi-dua", format);

    [HttpGet("tong-hop.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryXlsx(CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await XlsxTable.Write(file, await summary.Sheets(), cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "tong-hop-dang-ky-thi-dua.xlsx");
    }

    private ViewResult Preview(OfficialDocument document, string subject, string back) =>
        View("Preview", new PreviewPage(document.Title, subject, back, Request.Path.Value!, document.Wide));
}
