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
            return controller.Page(document);
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

    /// <summary>The page with what is typed and not saved yet; typed wrongly (422), the reasons as plain text.</summary>
    public static async Task<IActionResult> Previewed(this PortalController controller, Func<Task<OfficialDocument>> typed)
    {
        if (controller.ModelState.IsValid)
        {
            return controller.Page(await typed());
        }

        var reasons = string.Join(' ', controller.ModelState.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage));
        return new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = reasons, ContentType = "text/plain; charset=utf-8" };
    }

    private static ContentResult Page(this PortalController controller, OfficialDocument document)
    {
        controller.Response.Headers.ContentSecurityPolicy = OfficialDocumentHtml.ContentSecurityPolicy;
        return controller.Content(OfficialDocumentHtml.Render(document), "text/html; charset=utf-8");
    }
}
