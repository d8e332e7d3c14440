using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Where the standing body's figures (thẩm định lần hai) differ from the final ones.</summary>
internal static class SecondFigures
{
    public static async Task<IReadOnlyList<LineChange>> Changes(PortalDb db) => await (
        from second in db.ScoreEntries.AsNoTracking()
        where second.Stage == ScoreStage.Second && second.IsSetByHand
        join final in db.ScoreEntries on new { second.SheetId, second.CriterionId, Stage = ScoreStage.Final } equals new { final.SheetId, final.CriterionId, final.Stage }
        where final.Points != second.Points
        orderby second.SheetId, second.CriterionId
        select new LineChange(second.Sheet.UnitId, second.CriterionId, final.Points, second.Points!.Value, second.Note!, second.EnteredByName, second.EnteredAt!.Value)).ToListAsync();
}
