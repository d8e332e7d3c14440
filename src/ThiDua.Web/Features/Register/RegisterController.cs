using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Register;

/// <summary>Văn bản: the register of the year's official documents, and each of them.</summary>
[Route("cum/{clusterYearId:int}/van-ban")]
public sealed class RegisterController(ListDocuments list, ShowDocument show) : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> List([FromQuery(Name = "trang")] int? page) => View(await list.Handle(RegisterFilter.Read(Request.Query), page));

    [HttpGet("so-dang-ky.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Export([FromServices] ExportRegister export, CancellationToken cancellationToken) =>
        File(await export.Handle(RegisterFilter.Read(Request.Query), cancellationToken), XlsxTable.ContentType, "so-dang-ky-van-ban.xlsx");

    [HttpGet("cach-cap-so"), Allow(Permission.IssueDocuments)]
    public async Task<IActionResult> Modes([FromQuery(Name = "nam")] int? ofYear, [FromServices] ShowRegisterModes modes) => View(await modes.Handle(ofYear));

    [HttpPost("cach-cap-so"), Allow(Permission.IssueDocuments)]
    public Task<IActionResult> Modes(SetRegisterMode.Form form, [FromServices] SetRegisterMode set, [FromServices] ShowRegisterModes modes) =>
        Submit(() => set.Handle(form), () => Done("Đã đặt cách cấp số.", nameof(Modes), new { nam = form.Year }), async () => View(await modes.Handle(form.Year)));

    [HttpGet("{documentId:int}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show(int documentId) => View(await show.Handle(documentId));

    [HttpPost("{documentId:int}/lap-tep"), Allow(Permission.IssueDocuments)]
    public Task<IActionResult> MakeFiles(int documentId, MakeDocumentFiles.Form form, [FromServices] MakeDocumentFiles make, CancellationToken cancellationToken) =>
        Submit(() => make.Handle(documentId, form, cancellationToken), () => Done("Đã lập tệp PDF và DOCX của văn bản.", nameof(Show), new { documentId }), async () => View(nameof(Show), await show.Handle(documentId)));

    /// <summary>As frozen; once issued, the very files that were made then.</summary>
    [HttpGet("{documentId:int}/ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Printed(int documentId, string format, [FromServices] ServeDocument serve, CancellationToken cancellationToken)
    {
        if (format == "html")
        {
            Response.Headers.ContentSecurityPolicy = OfficialDocumentHtml.ContentSecurityPolicy;
            return Content(await serve.Html(documentId), "text/html; charset=utf-8");
        }

        Response.Headers.ContentSecurityPolicy = StoredScan.ContentSecurityPolicy;
        var (content, name) = await serve.Handle(documentId, format == "pdf", cancellationToken);
        return File(content, format == "pdf" ? ContentCheck.Pdf : ContentCheck.Docx, name);
    }
}
