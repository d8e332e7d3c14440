using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Papers;

/// <summary>Official documents of scoring: preview, PDF, DOCX, and the summary table as XLSX.</summary>
[Route("cum/{clusterYearId:int}")]
public sealed class PapersController(SheetPaper sheetPaper, LayerPapers layerPapers, SubmitPaper submit, IPdfRenderer pdf) : PortalController
{
    [HttpGet("cham-diem/{sheetId:int}/ban-in"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Sheet(int sheetId) => Preview(await sheetPaper.Handle(sheetId), "cham-diem", $"cham-diem/{sheetId}");

    [HttpGet("cham-diem/{sheetId:int}/ban-in.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SheetFile(int sheetId, string format) => await this.Printed(pdf, await sheetPaper.Handle(sheetId), "bang-tu-cham-diem", format);

    [HttpGet("xep-hang/{layerId:int}/bang-tong-hop"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Summary(int layerId) => Preview(await layerPapers.Handle(layerId, LayerPaper.Summary), "xep-hang", $"xep-hang?lop={layerId}");

    [HttpGet("xep-hang/{layerId:int}/bang-tong-hop.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryFile(int layerId, string format) => await this.Printed(pdf, await layerPapers.Handle(layerId, LayerPaper.Summary), "bang-tong-hop-diem", format);

    [HttpGet("xep-hang/{layerId:int}/bang-tong-hop.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> SummaryXlsx(int layerId, CancellationToken cancellationToken)
    {
        var file = new MemoryStream();
        await XlsxTable.Write(file, await layerPapers.SummaryForXlsx(layerId), cancellationToken);
        file.Position = 0;
        return File(file, XlsxTable.ContentType, "bang-tong-hop-diem.xlsx");
    }

    [HttpGet("xep-hang/{layerId:int}/bien-ban"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Minutes(int layerId) => ToIssue(PaperOfRegister.Minutes, layerId);

    [HttpPost("xep-hang/{layerId:int}/bien-ban/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitMinutes(int layerId, SubmitPaper.Form form) => Submit(PaperOfRegister.Minutes, layerId, form);

    [HttpGet("xep-hang/{layerId:int}/bien-ban.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> MinutesFile(int layerId, string format) => await this.Printed(pdf, await layerPapers.Handle(layerId, LayerPaper.Minutes), "bien-ban-binh-xet", format);

    [HttpGet("xep-hang/{layerId:int}/thong-bao"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Notice(int layerId) => ToIssue(PaperOfRegister.Notice, layerId);

    [HttpGet("xep-hang/{layerId:int}/thong-bao.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> NoticeFile(int layerId, string format) => await this.Printed(pdf, await layerPapers.Handle(layerId, LayerPaper.Notice), "thong-bao-ket-qua", format);

    [HttpPost("xep-hang/{layerId:int}/thong-bao/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitNotice(int layerId, SubmitPaper.Form form) => Submit(PaperOfRegister.Notice, layerId, form);

    [HttpGet("tieu-chi/huong-dan"), Allow(Permission.ReadClusterYear)]
    public Task<IActionResult> Guidance() => ToIssue(PaperOfRegister.Guidance, null);

    [HttpGet("tieu-chi/huong-dan.{format:regex(^(html|pdf|docx)$)}"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> GuidanceFile(string format) => await this.Printed(pdf, await submit.Text(PaperOfRegister.Guidance, null), "huong-dan-cham-diem", format);

    [HttpPost("tieu-chi/huong-dan/trinh-ky"), Allow(Permission.DraftDocuments)]
    public Task<IActionResult> SubmitGuidance(SubmitPaper.Form form) => Submit(PaperOfRegister.Guidance, null, form);

    private async Task<IActionResult> ToIssue(PaperOfRegister which, int? layerId)
    {
        var document = await submit.Text(which, layerId);
        var (subject, back, paper) = which switch
        {
            PaperOfRegister.Minutes => ("xep-hang", $"xep-hang?lop={layerId}", $"xep-hang/{layerId}/bien-ban"),
            PaperOfRegister.Notice => ("xep-hang", $"xep-hang?lop={layerId}", $"xep-hang/{layerId}/thong-bao"),
            _ => ("tieu-chi", "tieu-chi", "tieu-chi/huong-dan"),
        };
        return View("Preview", new PreviewPage(document.Title, subject, back, $"/cum/{RouteData.Values[EnterClusterYear.Key]}/{paper}", document.Wide) { Issue = await submit.Of(which, layerId) });
    }

    private Task<IActionResult> Submit(PaperOfRegister which, int? layerId, SubmitPaper.Form form)
    {
        var documentId = 0;
        return Submit(async () => documentId = await submit.Handle(which, layerId, form), () =>
        {
            TempData["Notice"] = "Đã trình ký: nội dung được giữ nguyên, số và ngày để trống đến khi ban hành.";
            return Redirect($"/cum/{RouteData.Values[EnterClusterYear.Key]}/van-ban/{documentId}");
        }, () => ToIssue(which, layerId));
    }

    private ViewResult Preview(OfficialDocument document, string subject, string back) =>
        View("Preview", new PreviewPage(document.Title, subject, back, Request.Path.Value!, document.Wide));
}

/// <summary>A document as it will print, with its files.</summary>
public sealed record PreviewPage(string Title, string Subject, string Back, string Path, bool Wide)
{
    /// <summary>Of a paper that goes through the register: how far it has come.</summary>
    public PaperToIssue? Issue { get; init; }
}
