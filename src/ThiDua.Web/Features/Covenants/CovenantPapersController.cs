using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Covenants;

/// <summary>A covenant and the table of its signatures as they print: HTML, PDF, DOCX.</summary>
[Route("cum/{clusterYearId:int}/giao-uoc/{covenantId:int}")]
public sealed class CovenantPapersController(ShowCovenant show, CovenantPaper paper, IPdfRenderer pdf) : CovenantController(show)
{
    [HttpGet("ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Printed(int covenantId, string format, CancellationToken cancellationToken) => await Render(await paper.Handle(covenantId), "giao-uoc", format, cancellationToken);

    [HttpGet("bang-chu-ky.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Signatures(int covenantId, string format, CancellationToken cancellationToken) => await Render(await paper.Signatures(covenantId), "bang-chu-ky", format, cancellationToken);

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
