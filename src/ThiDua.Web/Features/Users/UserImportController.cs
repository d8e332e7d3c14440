using Microsoft.AspNetCore.Mvc;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Users;

/// <summary>Accounts from an XLSX table (nhập người dùng từ tệp): template, preview, all or nothing.</summary>
[Route("quan-tri/nguoi-dung/nhap")]
public sealed class UserImportController : PortalController
{
    [HttpGet(""), AllowAdministrator]
    public IActionResult Import() => View(nameof(Import), new ImportPage());

    [HttpGet("mau.xlsx"), AllowAdministrator]
    public async Task<IActionResult> Template(CancellationToken cancellation) =>
        File(await ImportTemplate.Make("DANH SÁCH NGƯỜI DÙNG", UserTable.Columns, cancellation), XlsxTable.ContentType, "mau-nguoi-dung.xlsx");

    [HttpPost(""), AllowAdministrator]
    public async Task<IActionResult> Preview(ImportFileForm form, [FromServices] PreviewUsers preview)
    {
        ImportPreview? shown = null;
        return await Submit(async () => shown = await preview.Handle(await KeptFile.BytesOf(form.File!)), () => View(nameof(Import), new ImportPage(shown)), () => Task.FromResult(Import()));
    }

    [HttpPost("xac-nhan"), AllowAdministrator]
    public async Task<IActionResult> Confirm(ImportConfirmForm form, [FromServices] ImportUsers import, [FromServices] PasswordSheet sheet)
    {
        UsersImported? done = null;
        return await Submit(async () => done = await import.Handle(form), () => done!.Again is { } again ? Changed(again) : View("PasswordsGiven", sheet.Of(done.Given)), () => Task.FromResult(Import()));
    }

    [HttpPost("mat-khau.xlsx"), AllowAdministrator]
    public async Task<IActionResult> Passwords(PasswordSheetForm form, [FromServices] PasswordSheet sheet, CancellationToken cancellation)
    {
        byte[] file = [];
        return await Submit(async () => file = await sheet.Handle(form, cancellation), () => File(file, XlsxTable.ContentType, "mat-khau-lan-dau.xlsx"), () => Task.FromResult(Import()));
    }

    private ViewResult Changed(ImportPreview again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Dữ liệu của hệ thống đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View(nameof(Import), new ImportPage(again));
    }
}
