using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Đề nghị xem xét lại: line by line, with a document where the unit has one.</summary>
[Route("cum/{clusterYearId:int}/cham-diem/{id:int}")]
public sealed class ObjectionsController(PortalDb db, CurrentActor current, LoadSheet load, FileStore files) : PortalController
{
    /// <summary>All documents of one sending, in bytes.</summary>
    public const long LargestRequest = 200L * 1024 * 1024;

    [HttpGet("de-nghi-xem-xet-lai"), Allow(Permission.ObjectToAppraisal)]
    public async Task<IActionResult> Raise(int id) => await Form(id);

    [HttpPost("de-nghi-xem-xet-lai"), Allow(Permission.ObjectToAppraisal), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueCountLimit = 20_000)]
    public async Task<IActionResult> Raise(int id, RaiseObjection.Form form, [FromServices] RaiseObjection raise)
    {
        var count = 0;
        return await Submit(
            async () => count = await raise.Handle(id, form),
            () => ToSheet(id, "Notice", $"Đã gửi đề nghị xem xét lại {count} dòng."),
            () => Form(id, form));
    }

    /// <summary>The document sent with the objection to one line; for whoever may see the appraisal.</summary>
    [HttpGet("dong/{criterionId:int}/xem-xet-lai"), Allow(Permission.ReadClusterYear)]
    public async Task<IActionResult> Document(int id, int criterionId)
    {
        var sheet = await load.Head(id);
        var file = await db.LineObjections.AsNoTracking().Where(row => row.SheetId == id && row.CriterionId == criterionId && sheet.SeesAppraisal)
            .Select(row => new { row.FileName, File = db.StoredFiles.FirstOrDefault(file => file.Id == row.FileId) }).OneAsync(row => row.File != null);
        Response.Headers.CacheControl = "private, no-cache";
        return this.SendFile(files, file.File!, file.FileName!);
    }

    private async Task<IActionResult> Form(int id, RaiseObjection.Form? typed = null)
    {
        db.ChangeTracker.Clear();
        var sheet = await load.Handle(id);
        if (!sheet.Head.IsOwn)
        {
            throw new NotPermitted($"Chỉ {sheet.Head.UnitName} được thực hiện việc này trên bảng điểm của mình.");
        }

        if (ScoreSheetWorkflow.Table.OpenTo(current.Actor, sheet.Head.State).FirstOrDefault(row => row.Step == ScoreSheetStep.RaiseObjection) is { } open)
        {
            return View("Objection", new ObjectionPage(sheet, open.OnPaperOnly, typed ?? new() { Version = sheet.Head.Version }));
        }

        // Somebody else raised it meanwhile, or it is not open: the page says where things stand.
        return typed is null ? ToSheet(id, "Problem", $"Không thể đề nghị xem xét lại khi bảng điểm đang ở trạng thái “{Labels.Of(sheet.Head.State)}”.") : View("Show", sheet);
    }

    private RedirectToActionResult ToSheet(int id, string kind, string message)
    {
        TempData[kind] = message;
        return RedirectToAction(nameof(ScoreSheetsController.Show), "ScoreSheets", new { clusterYearId = RouteData.Values[EnterClusterYear.Key], id });
    }
}
