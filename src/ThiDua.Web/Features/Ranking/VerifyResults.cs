using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Kết luận thẩm định lần hai: where the standing body's figures differ, they become the final ones; a layer of its own.</summary>
public sealed class VerifyResults(PortalDb db, CurrentActor current, TimeProvider clock, FileStore files)
{
    public sealed record Form : RankingDocumentForm;

    public sealed class Validator : RankingDocumentForm.DocumentRulesFor<Form>;

    public async Task Handle(Form form, CancellationToken cancellationToken)
    {
        var ranking = await db.Rankings.OneAsync();
        db.Expect(ranking, form.Version);
        var results = await db.LaterResults(await SecondFigures.Changes(db), cancellationToken);
        var note = await form.ToNote(files, clock.GetUtcNow().UtcDateTime, cancellationToken);
        ranking.Verify(current.Actor, note, form.Document.ToReference(), results);
        await db.TakeIntoFinal(current.Actor, results.Changes, note.At, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class LaterLayers
{
    /// <summary>The last layer, whose results are in force.</summary>
    public static async Task<ResultLayer> LayerInForce(this PortalDb db, CancellationToken cancellationToken) =>
        await db.ResultLayers.Include(layer => layer.Rows).OrderByDescending(layer => layer.Id).FirstOrDefaultAsync(cancellationToken) ?? throw new NotFound();

    /// <summary>The bars in force, in the order recorded.</summary>
    public static async Task<IReadOnlyList<ResultBar>> BarsInForce(this PortalDb db) =>
        await db.ResultBars.AsNoTracking().Where(bar => bar.State == BarState.InForce).OrderBy(bar => bar.Id).ToListAsync();

    /// <summary>What the next layer follows from, with these lines changed.</summary>
    public static async Task<LaterResults> LaterResults(this PortalDb db, IReadOnlyList<LineChange> changes, CancellationToken cancellationToken) =>
        new(await db.LayerInForce(cancellationToken), changes, await db.BarsInForce());

    /// <summary>Brings the final column to what the new layer says.</summary>
    public static async Task TakeIntoFinal(this PortalDb db, Actor by, IReadOnlyList<LineChange> changes, DateTime at, CancellationToken cancellationToken)
    {
        var units = changes.Select(change => change.UnitId).ToHashSet();
        var cells = await db.ScoreEntries.Where(cell => cell.Stage == ScoreStage.Final && units.Contains(cell.Sheet.UnitId)).Select(cell => new { Cell = cell, cell.Sheet.UnitId }).ToListAsync(cancellationToken);
        foreach (var change in changes)
        {
            cells.Find(row => row.UnitId == change.UnitId && row.Cell.CriterionId == change.CriterionId)?.Cell.TakeFromLayer(by, change, at);
        }
    }
}
