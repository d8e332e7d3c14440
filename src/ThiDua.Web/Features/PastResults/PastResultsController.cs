using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.PastResults;

/// <summary>Kết quả các năm trước of the cluster: shown to all of it, taken over from XLSX by the leader.</summary>
[Route("cum/{clusterYearId:int}/ket-qua-cac-nam")]
public sealed class PastResultsController : PortalController
{
    [HttpGet(""), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Show([FromServices] ShowPastResults show) => View(nameof(Show), await show.Handle());

    [HttpGet("nhap"), Allow(Permission.ImportPastResults)]
    public IActionResult Import() => View(nameof(Import));

    [HttpGet("mau.xlsx"), Allow(Permission.ImportPastResults)]
    public async Task<IActionResult> Template(CancellationToken cancellation) =>
        File(await ImportTemplate.Make("KẾT QUẢ CÁC NĂM TRƯỚC", PastResultTable.Columns, cancellation), XlsxTable.ContentType, "mau-ket-qua-cac-nam.xlsx");

    [HttpPost("nhap"), Allow(Permission.ImportPastResults)]
    public async Task<IActionResult> Preview(ImportFileForm form, [FromServices] PreviewPastResults preview)
    {
        PastResultsPreview? shown = null;
        return await Submit(async () => shown = await preview.Handle(await KeptFile.BytesOf(form.File!)), () => View(nameof(Import), shown), () => Task.FromResult(Import()));
    }

    [HttpPost("nhap/xac-nhan"), Allow(Permission.ImportPastResults)]
    public async Task<IActionResult> Confirm(ImportConfirmForm form, [FromServices] ImportPastResults import)
    {
        PastResultsImported? done = null;
        return await Submit(async () => done = await import.Handle(form), () => done!.Again is { } again ? Changed(again) : Done($"Đã nhập {done.Made} kết quả.", nameof(Show)), () => Task.FromResult(Import()));
    }

    private ViewResult Changed(PastResultsPreview again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Dữ liệu của hệ thống đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View(nameof(Import), again);
    }
}
