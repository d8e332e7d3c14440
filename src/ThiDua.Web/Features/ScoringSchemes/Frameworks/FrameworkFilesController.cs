using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>A framework as a workbook of the same columns as a scheme (xuất, nhập bảng tính).</summary>
[Route("co-quan/{organizationId:int}/bang-diem-khung/{frameworkId:int}")]
public sealed class FrameworkFilesController(PreviewFramework preview, ShowFramework show) : PortalController
{
    [HttpGet("bang-tinh.xlsx"), AllowAuthority(AuthorityPermission.SeeBoard)]
    public async Task<IActionResult> Export(int organizationId, int frameworkId, CancellationToken cancellation)
    {
        var framework = (await show.Handle(organizationId, frameworkId)).Framework;
        return File(await SchemeTable.Write(framework.Picture(), cancellation), XlsxTable.ContentType, $"bang-diem-khung-{framework.Year}.xlsx");
    }

    [HttpGet("nhap/mau.xlsx"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Template(int organizationId, int frameworkId, CancellationToken cancellation)
    {
        _ = await preview.Handle(organizationId, frameworkId);
        return File(await ImportTemplate.Make("BẢNG ĐIỂM KHUNG", SchemeTable.Columns, cancellation), XlsxTable.ContentType, "mau-bang-diem-khung.xlsx");
    }

    [HttpGet("nhap"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Import(int organizationId, int frameworkId) => Refusal(await preview.Handle(organizationId, frameworkId));

    [HttpPost("nhap"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Preview(int organizationId, int frameworkId, ImportFileForm form)
    {
        FrameworkImportPage? shown = null;
        return await Submit(async () => shown = await preview.Handle(organizationId, frameworkId, await KeptFile.BytesOf(form.File!)), () => Refusal(shown!), () => Import(organizationId, frameworkId));
    }

    [HttpPost("nhap/xac-nhan"), AllowAuthority(AuthorityPermission.DraftFrameworks)]
    public async Task<IActionResult> Confirm(int organizationId, int frameworkId, ImportConfirmForm form, [FromServices] ImportFramework import)
    {
        FrameworkImportPage? again = null;
        return await Submit(async () => again = await import.Handle(organizationId, frameworkId, form), () => again is null ? Imported(organizationId, frameworkId) : Changed(again), () => Import(organizationId, frameworkId));
    }

    // Only a draft takes other rows.
    private IActionResult Refusal(FrameworkImportPage page)
    {
        if (page.Page.MayEdit)
        {
            return View(nameof(Import), page);
        }

        TempData["Problem"] = "Chỉ nhập được vào bảng điểm khung đang là dự thảo.";
        return LocalRedirect(page.Page.Url);
    }

    private LocalRedirectResult Imported(int organizationId, int frameworkId)
    {
        TempData["Notice"] = "Đã thay các dòng bằng nội dung của tệp; dòng có cùng số thứ tự giữ phần khóa, tự xây dựng như trước.";
        return LocalRedirect($"/co-quan/{organizationId}/bang-diem-khung/{frameworkId}");
    }

    private ViewResult Changed(FrameworkImportPage again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Bảng điểm khung đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View(nameof(Import), again);
    }
}
