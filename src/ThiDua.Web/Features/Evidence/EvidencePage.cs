using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The evidence behind one line of a sheet (minh chứng).</summary>
public sealed record EvidencePage(int SheetId, int CriterionId, string Code, string Criterion, string UnitName, bool MayChange, IReadOnlyList<EvidencePage.Row> Rows)
{
    public sealed record Row(int LinkId, string Name, long Size, string MediaType, string AddedByName, DateTime AddedAt, DateTime? WithdrawnAt)
    {
        public bool ShowsInPlace => Files.ContentCheck.ShowsInPlace(MediaType);
    }

    public static async Task<EvidencePage> Load(PortalDb db, Actor actor, EnteredYear year, int sheetId, int criterionId)
    {
        var sheet = await ReadableSheet(db, actor, year, sheetId);
        var criterion = await db.Criteria.AsNoTracking().Where(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId && row.Rule != null).Select(row => new { row.Code, row.Name }).OneAsync();
        var rows = await db.EvidenceLinks.AsNoTracking().Where(link => link.SheetId == sheetId && link.CriterionId == criterionId).OrderBy(link => link.Id)
            .Select(link => new Row(link.Id, link.Evidence.Name, link.Evidence.File.Size, link.Evidence.File.MediaType, link.Evidence.AddedByName, link.Evidence.AddedAt, link.WithdrawnAt)).ToListAsync();
        var mayChange = actor.UnitId == sheet.UnitId && actor.Can(Permission.EnterScores) && ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State);
        return new(sheetId, criterionId, criterion.Code, criterion.Name, sheet.UnitName, mayChange, rows);
    }

    /// <summary>The sheet, where this person may read it; else it does not exist.</summary>
    public static async Task<ScoreSheet> ReadableSheet(PortalDb db, Actor actor, EnteredYear year, int sheetId)
    {
        var found = await db.ScoreSheets.AsNoTracking().Where(sheet => sheet.Id == sheetId).Select(sheet => new { Sheet = sheet, Ranking = db.Rankings.Select(ranking => ranking.State).FirstOrDefault() }).OneAsync();
        return SheetAccess.MayRead(actor, found.Sheet.UnitId, AppraisalDuty.Responsible(found.Sheet.UnitId, year.InForce), found.Sheet.State, found.Ranking) ? found.Sheet : throw new NotFound();
    }
}
