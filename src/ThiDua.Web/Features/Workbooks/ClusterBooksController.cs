using Microsoft.AspNetCore.Mvc;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>Bảng tính of the appraisal team: all units in one workbook, filled in offline, previewed cell by cell, saved all or nothing.</summary>
[Route("cum/{clusterYearId:int}/tham-dinh/bang-tinh")]
public sealed class ClusterBooksController(PortalDb db, FindClusterSheets find) : PortalController
{
    [HttpGet(""), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Show()
    {
        try
        {
            return View("ClusterBook", new ClusterBookPage(await find.Handle(), null, null));
        }
        catch (RuleViolation closed)
        {
            TempData["Problem"] = closed.Message;
            return Redirect(ListUrl);
        }
    }

    [HttpGet("/cum/{clusterYearId:int}/tham-dinh/bang-tinh.xlsx"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Download([FromServices] TimeProvider clock)
    {
        var all = await find.Handle();
        RuleViolation.Require(all.Units.Count > 0, "Chưa có bảng điểm nào để thẩm định.");
        return File(ClusterBook.Make(all, clock.GetUtcNow().UtcDateTime), XlsxTable.ContentType, $"{all.Title}.xlsx");
    }

    [HttpPost(""), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Preview(ImportFileForm form, [FromServices] PreviewClusterBook preview)
    {
        ClusterBookPage? page = null;
        return await Submit(async () => page = await preview.Handle(await KeptFile.BytesOf(form.File!)), () => View("ClusterBook", page), Show);
    }

    [HttpPost("xac-nhan"), Allow(Permission.AppraiseScores)]
    public async Task<IActionResult> Confirm(BookConfirmForm form, [FromServices] ImportClusterBook import, [FromServices] PreviewClusterBook preview, [FromServices] KeptFile kept)
    {
        (int Saved, ClusterBookPage? Again) done = default;
        return await Submit(
            async () => done = await import.Handle(form),
            () => done.Again is { } again ? Changed(again) : Saved(done.Saved),
            async () => form.Kept is { } token && ModelState["Choices"]?.Errors.Count > 0 ? View("ClusterBook", await Chosen(token)) : await Show());

        async Task<ClusterBookPage> Chosen(string token)
        {
            db.ChangeTracker.Clear();
            return await preview.Handle(kept.Open(PreviewClusterBook.Purpose, token, out _)) with { Choices = form.Choices };
        }
    }

    private RedirectResult Saved(int count)
    {
        TempData["Notice"] = count == 0 ? "Không có dòng nào thay đổi." : $"Đã lưu thẩm định {count} dòng từ bảng tính.";
        return Redirect(ListUrl);
    }

    private ViewResult Changed(ClusterBookPage again)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        ModelState.AddModelError("", "Các bảng chấm điểm đã thay đổi từ lúc xem trước, hoặc tệp còn chỗ chưa hợp lệ. Chưa có gì được lưu; hãy xem lại.");
        return View("ClusterBook", again);
    }

    private string ListUrl => $"/cum/{RouteData.Values[EnterClusterYear.Key]}/tham-dinh";
}
