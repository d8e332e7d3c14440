using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>The one way in which a unit writes lines of its own scoring, typed on the page or in a workbook.</summary>
public sealed class WriteOwnLines(PortalDb db, CurrentActor current, OpenOwnSheet own, TimeProvider clock)
{
    private NotAssignedLeaves _notAssigned = NotAssignedLeaves.None;

    /// <summary>The sheet, if it is this unit's own and open to this person now; a sheet of another unit does not exist.</summary>
    public async Task<ScoreSheet> Handle(int sheetId)
    {
        var sheet = await own.Handle(sheetId);
        _notAssigned = await db.NotAssignedOf(sheetId, await db.ScoringSchemes.Where(row => row.Id == sheet.SchemeId).Select(row => row.NotAssigned).SingleAsync());
        return sheet;
    }

    public void Enter(ScoreEntry cell, TypedScore typed, Criterion criterion) =>
        cell.Enter(current.Actor, typed.ToScoring(criterion.Rule!, cell.Values), criterion, clock.GetUtcNow().UtcDateTime, _notAssigned.ScoringOf(criterion.Id));

    /// <summary>Writes the achieved value alone; what else the line holds stays.</summary>
    public void EnterAchieved(ScoreEntry cell, decimal achieved, Criterion criterion) =>
        cell.Enter(current.Actor, new(cell.Values with { Achieved = achieved }, cell.Note, cell.HasSecretEvidence), criterion, clock.GetUtcNow().UtcDateTime, _notAssigned.ScoringOf(criterion.Id));

    /// <summary>Saves what was entered, in one transaction that proves the sheet still open.</summary>
    public Task Save(ScoreSheet sheet)
    {
        db.MustBeOpenForEntry(sheet);
        return db.SaveChangesAsync();
    }
}

/// <summary>What every write of a unit in its own sheet proves in its transaction.</summary>
internal static class OpenEntry
{
    public static void MustBeOpenForEntry(this PortalDb db, ScoreSheet sheet)
    {
        var id = sheet.Id;
        db.MustStillBe(
            db.ScoreSheets.Where(row => row.Id == id && ScoreSheetWorkflow.OpenForEntry.Contains(row.State)),
            row => row.State,
            "Bảng điểm vừa được chuyển sang trạng thái khác nên chưa lưu được. Nội dung bạn nhập vẫn còn trên trang này.");
    }
}
