using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Registrations;

/// <summary>Targets from a workbook: template, preview, confirmation.</summary>
[Route("cum/{clusterYearId:int}/dang-ky/{unitId:int}")]
public sealed class TargetImportController(ShowRegistration show) : RegistrationController(show)
{
    [HttpGet("nhap"), Allow(Permission.EnterRegistration)]
    public Task<IActionResult> Import(int unitId) => ToEnter(unitId, page => View(nameof(Import), new ImportTargetsPage(page)));

    [HttpGet("mau.xlsx"), Allow(Permission.EnterRegistration)]
    public async Task<IActionResult> Template(int unitId, CancellationToken cancellation) =>
        File(await TargetTable.Template(await RequireEntry(unitId), cancellation), XlsxTable.ContentType, "mau-chi-tieu-dang-ky.xlsx");

    [HttpPost("nhap"), Allow(Permission.EnterRegistration)]
    public async Task<IActionResult> Preview(int unitId, ImportFileForm form, [FromServices] PreviewTargets preview)
    {
        TargetsPreview? shown = null;
        var page = await RequireEntry(unitId);
        return await Submit(async () => shown = await preview.Handle(unitId, await KeptFile.BytesOf(form.File!)), () => View(nameof(Import), new ImportTargetsPage(page, shown)), () => Task.FromResult<IActionResult>(View(nameof(Import), new ImportTargetsPage(page))));
    }

    [HttpPost("nhap/xac-nhan"), Allow(Permission.EnterRegistration)]
    public async Task<IActionResult> Confirm(int unitId, ImportConfirmForm form, [FromServices] ImportTargets import)
    {
        TargetsImported? done = null;
        var page = await RequireEntry(unitId);
        return await Submit(
            async () => done = await import.Handle(unitId, form),
            () => done!.Again is { } again ? Changed(page, again) : DoneAt($"Đã nhập {done.Made} chỉ tiêu.", unitId, "#chi-tieu"),
            () => Task.FromResult<IActionResult>(View(nameof(Import), new ImportTargetsPage(page))));
    }

    private ViewResult Changed(RegistrationPage page, TargetsPreview again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Đăng ký đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View(nameof(Import), new ImportTargetsPage(page, again));
    }
}
