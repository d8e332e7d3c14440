using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Papers;

/// <summary>Official documents of scoring: preview, PDF, DOCX, and the summary table as XLSX.</summary>
[Route("cum/{clusterYearId:int}")]
public sealed class PapersController(SheetPaper sheetPaper, LayerPapers layerPapers, IPdfRenderer pdf) : PortalController
{
    [HttpGet("cham-diem/{sheetId:int}/ban-in"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Sheet(int sheetId) => Preview(await sheetPaper.Handle(sheetId), "cham-diem", $"cham-diem/{sheetId}");

    [HttpGet("cham-diem/{sheetId:int}/ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SheetFile(int sheetId, string format, CancellationToken cancellationToken) => await Render(await sheetPaper.Handle(sheetId), "bang-tu-cham-diem", format, cancellationToken);

    [HttpGet("xep-hang/{layerId:int}/bang-tong-hop"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Summary(int layerId) => Preview(await layerPapers.Handle(layerId, LayerPaper.Summary), "xep-hang", $"xep-hang?lop={layerId}");

    [HttpGet("xep-hang/{layerId:int}/bang-tong-hop.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryFile(int layerId, string format, CancellationToken cancellationToken) => await Render(await layerPapers.Handle(layerId, LayerPaper.Summary), "bang-tong-hop-diem", format, cancellationToken);

    [HttpGet("xep-hang/{layerId:int}/bang-tong-hop.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryXlsx(int layerId, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await XlsxTable.Write(file, await layerPapers.SummaryForXlsx(layerId), cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "bang-tong-hop-diem.xlsx");
    }

    [HttpGet("xep-hang/{layerId:int}/bien-ban"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Minutes(int layerId) => Preview(await layerPapers.Handle(layerId, LayerPaper.Minutes), "xep-hang", $"xep-hang?lop={layerId}");

    [HttpGet("xep-hang/{layerId:int}/bien-ban.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> MinutesFile(int layerId, string format, CancellationToken cancellationToken) => await Render(await layerPapers.Handle(layerId, LayerPaper.Minutes), "bien-ban-binh-xet", format, cancellationToken);

    private ViewResult Preview(OfficialDocument document, string subject, string back) =>
        View("Preview", new PreviewPage(document.Title, subject, back, Request.Path.Value!, document.Wide));

    private async Task<IActionResult> Render(OfficialDocument document, string name, string format, CancellationToken cancellationToken)
    {
        if (format == "html")
        {
            Response.Headers.ContentSecurityPolicy = OfficialDocumentHtml.ContentSecurityPolicy;
            return Content(OfficialDocumentHtml.Render(document), "text/html; charset=utf-8");
        }

        if (format == "docx")
        {
            var file = new MemoryStream();
            OfficialDocumentDocx.Write(file, document);
            file.Position = 0;
            return File(file, OfficialDocumentDocx.ContentType, $"{name}.docx");
        }

        try
        {
            return File(await pdf.Render(document, cancellationToken), "application/pdf", $"{name}.pdf");
        }
        catch (PdfUnavailable unavailable)
        {
            throw new RuleViolation(unavailable.Message);
        }
    }
}

/// <summary>A document as it will print, with its files.</summary>
public sealed record PreviewPage(string Title, string Subject, string Back, string Path, bool Wide);
