using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Organizations;

/// <summary>Organizations from a table in CSV or XLSX (nhập đơn vị từ tệp): template, preview, all or nothing.</summary>
[Route("quan-tri/don-vi/nhap")]
public sealed class OrganizationImportController : PortalController
{
    [HttpGet(""), AllowAdministrator]
    public IActionResult Import() => View(nameof(Import), new ImportPage());

    [HttpGet("mau.xlsx"), AllowAdministrator]
    public async Task<IActionResult> Template(CancellationToken cancellation) =>
        File(await ImportTemplate.Make("DANH SÁCH ĐƠN VỊ", OrganizationTable.Columns, cancellation), XlsxTable.ContentType, "mau-don-vi.xlsx");

    [HttpPost(""), AllowAdministrator]
    public async Task<IActionResult> Preview(ImportFileForm form, [FromServices] PreviewOrganizations preview)
    {
        ImportPreview? shown = null;
        return await Submit(async () => shown = await preview.Handle(await KeptFile.BytesOf(form.File!)), () => View(nameof(Import), new ImportPage(shown)), () => Task.FromResult(Import()));
    }

    [HttpPost("xac-nhan"), AllowAdministrator]
    public async Task<IActionResult> Confirm(ImportConfirmForm form, [FromServices] ImportOrganizations import)
    {
        OrganizationsImported? done = null;
        return await Submit(async () => done = await import.Handle(form), () => done!.Again is { } again ? Changed(again) : Made(done.Made), () => Task.FromResult(Import()));
    }

    private RedirectResult Made(int count)
    {
        TempData["Notice"] = $"Đã thêm {count} đơn vị.";
        return Redirect("/quan-tri/don-vi");
    }

    private ViewResult Changed(ImportPreview again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Dữ liệu của hệ thống đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View(nameof(Import), new ImportPage(again));
    }
}
