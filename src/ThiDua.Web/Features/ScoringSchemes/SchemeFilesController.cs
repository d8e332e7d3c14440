using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>The scheme as a workbook: exported by whoever reads it, imported into a draft (xuất, nhập bảng tính).</summary>
[Route("cum/{clusterYearId:int}/tieu-chi"), KnowsDraft]
public sealed class SchemeFilesController(PreviewScheme preview, ShowScheme show, CurrentYear year) : PortalController
{
    [HttpGet("bang-tinh.xlsx"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Export([FromQuery(Name = "so")] int? edition, CancellationToken cancellation) => await (edition is { } number ? show.Edition(number) : show.Handle()) is { } page
        ? File(await SchemeTable.Write(page.Scheme, cancellation), XlsxTable.ContentType, $"tieu-chi-{year.Year.Year}{(page.Scheme.Edition > 1 || edition is not null ? $"-phien-ban-{page.Scheme.Edition}" : "")}.xlsx")
        : NotFound();

    [HttpGet("nhap/mau.xlsx"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Template(CancellationToken cancellation) =>
        File(await ImportTemplate.Make("BẢNG TIÊU CHÍ VÀ THANG ĐIỂM", SchemeTable.Columns, cancellation), XlsxTable.ContentType, "mau-tieu-chi.xlsx");

    [HttpGet("nhap"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Import() => await Refusal() ?? await Again();

    [HttpPost("nhap"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Preview(ImportFileForm form)
    {
        SchemeImportPage? shown = null;
        return await Refusal() ?? await Submit(async () => shown = await preview.Handle(await KeptFile.BytesOf(form.File!)), () => View(nameof(Import), shown), Again);
    }

    [HttpPost("nhap/xac-nhan"), Allow(Permission.DraftScheme)]
    public async Task<IActionResult> Confirm(ImportConfirmForm form, [FromServices] ImportScheme import)
    {
        SchemeImportPage? again = null;
        return await Refusal() ?? await Submit(async () => again = await import.Handle(form), () => again is null ? Imported() : Changed(again), Again);
    }

    private async Task<IActionResult> Again() => View(nameof(Import), await preview.Handle());

    // Only a draft takes another tree.
    private async Task<IActionResult?> Refusal()
    {
        if (await show.Draft() is var page && page is not { IsDraft: true })
        {
            TempData["Problem"] = page is null ? "Chưa có bảng tiêu chí." : ScoringSchemesController.Closed(page.Scheme.State);
            return Redirect(HttpContext.SchemeUrl());
        }

        return null;
    }

    private RedirectResult Imported()
    {
        TempData["Notice"] = "Đã thay bảng tiêu chí bằng nội dung của tệp.";
        return Redirect(HttpContext.SchemeUrl());
    }

    private ViewResult Changed(SchemeImportPage again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Bảng tiêu chí đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View(nameof(Import), again);
    }
}
