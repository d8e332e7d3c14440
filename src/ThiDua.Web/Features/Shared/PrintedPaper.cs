using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared;

/// <summary>Answers with a document as it prints: a page for the preview, PDF, DOCX.</summary>
internal static class PrintedPaper
{
    public static async Task<IActionResult> Printed(this PortalController controller, IPdfRenderer pdf, OfficialDocument document, string name, string format)
    {
        if (format == "html")
        {
            controller.Response.Headers.ContentSecurityPolicy = OfficialDocumentHtml.ContentSecurityPolicy;
            return controller.Content(OfficialDocumentHtml.Render(document), "text/html; charset=utf-8");
        }

        if (format == "docx")
        {
            var file = new MemoryStream();
            OfficialDocumentDocx.Write(file, document);
            file.Position = 0;
            return controller.File(file, OfficialDocumentDocx.ContentType, $"{name}.docx");
        }

        try
        {
            return controller.File(await pdf.Render(document, controller.HttpContext.RequestAborted), "application/pdf", $"{name}.pdf");
        }
        catch (PdfUnavailable unavailable)
        {
            throw new RuleViolation(unavailable.Message);
        }
    }
}
