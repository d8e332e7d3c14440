using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>Bảng tính of a unit's sheet: downloaded, filled in offline, previewed line by line, saved all or nothing.</summary>
[Route("cum/{clusterYearId:int}/cham-diem/{id:int}/bang-tinh")]
public sealed class SheetBooksController(PortalDb db, FindOwnSheet find) : PortalController
{
    [HttpGet(""), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Show(int id)
    {
        try
        {
            return View("SheetBook", new SheetBookPage(await find.Handle(id), null, null));
        }
        catch (RuleViolation closed)
        {
            TempData["Problem"] = closed.Message;
            return Redirect(SheetUrl(id));
        }
    }

    [HttpGet("/cum/{clusterYearId:int}/cham-diem/{id:int}/bang-tinh.xlsx"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Download(int id, [FromServices] TimeProvider clock)
    {
        var own = await find.Handle(id);
        return File(SheetBook.Make(own, clock.GetUtcNow().UtcDateTime), XlsxTable.ContentType, $"{own.Title}.xlsx");
    }

    [HttpPost(""), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Preview(int id, ImportFileForm form, [FromServices] PreviewSheetBook preview)
    {
        SheetBookPage? page = null;
        return await Submit(async () => page = await preview.Handle(id, await KeptFile.BytesOf(form.File!)), () => View("SheetBook", page), () => Show(id));
    }

    [HttpPost("xac-nhan"), Allow(Permission.EnterScores)]
    public async Task<IActionResult> Confirm(int id, BookConfirmForm form, [FromServices] ImportSheetBook import, [FromServices] PreviewSheetBook preview, [FromServices] KeptFile kept)
    {
        (int Saved, SheetBookPage? Again) done = default;
        return await Submit(
            async () => done = await import.Handle(id, form),
            () => done.Again is { } again ? Changed(again) : Saved(id, done.Saved),
            async () => form.Kept is { } token && ModelState["Choices"]?.Errors.Count > 0 ? View("SheetBook", await Chosen(id, form, token)) : await Show(id));

        async Task<SheetBookPage> Chosen(int sheetId, BookConfirmForm typed, string token)
        {
            db.ChangeTracker.Clear();
            return await preview.Handle(sheetId, kept.Open(PreviewSheetBook.Purpose(sheetId), token, out _)) with { Choices = typed.Choices };
        }
    }

    private RedirectResult Saved(int id, int count)
    {
        TempData["Notice"] = count == 0 ? "Không có dòng nào thay đổi." : $"Đã lưu {count} dòng từ bảng tính.";
        return Redirect(SheetUrl(id));
    }

    private ViewResult Changed(SheetBookPage again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Bảng chấm điểm đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View("SheetBook", again);
    }

    private string SheetUrl(int id) => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/cham-diem/{id}";
}
