using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Plans;

/// <summary>A plan as it prints: HTML, PDF, DOCX; what is issued is served from the register.</summary>
[Route("cum/{clusterYearId:int}/ke-hoach/{planId:int}")]
public sealed class PlanPapersController(ShowPlan show, PlanPaper paper, IPdfRenderer pdf) : PlanController(show)
{
    [HttpGet("ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Printed(int planId, string format, CancellationToken cancellationToken)
    {
        var page = await Plans.Handle(planId);
        if (page.DocumentId is { } documentId && !page.Plan.IsOpen)
        {
            return Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban/{documentId}/ban-in.{format}");
        }

        var document = await paper.Of(page.Plan);
        return format switch
        {
            "html" => Html(document),
            "docx" => Docx(document),
            _ => await Pdf(document, cancellationToken),
        };
    }

    private ContentResult Html(OfficialDocument document)
    {
        Response.Headers.ContentSecurityPolicy = OfficialDocumentHtml.ContentSecurityPolicy;
        return Content(OfficialDocumentHtml.Render(document), "text/html; charset=utf-8");
    }

    private FileStreamResult Docx(OfficialDocument document)
    {
        var file = new MemoryStream();
        OfficialDocumentDocx.Write(file, document);
        file.Position = 0;
        return File(file, OfficialDocumentDocx.ContentType, "ke-hoach.docx");
    }

    private async Task<FileContentResult> Pdf(OfficialDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return File(await pdf.Render(document, cancellationToken), "application/pdf", "ke-hoach.pdf");
        }
        catch (PdfUnavailable unavailable)
        {
            throw new RuleViolation(unavailable.Message);
        }
    }
}
