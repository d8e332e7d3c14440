using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Reads a sheet with all its lines, as this person may see them, in a fixed number of statements.</summary>
public sealed class LoadSheet(PortalDb db, CurrentActor current, CurrentYear year, EntryGate gate)
{
    /// <summary>The head alone, of a sheet that this person may open.</summary>
    public Task<SheetHead> Head(int id) => SheetHead.Find(db, current.Actor, year.Year, id);

    public async Task<SheetPage> Handle(int id)
    {
        var actor = current.Actor;
        var head = await Head(id);
        var criteria = await db.Criteria.AsNoTracking().Where(criterion => db.ScoreSheets.Any(sheet => sheet.Id == id && sheet.SchemeId == criterion.SchemeId)).ToListAsync();
        var cells = await db.ScoreEntries.AsNoTracking().Where(cell => cell.SheetId == id)
            .Select(cell => new SheetCell(cell.CriterionId, cell.Stage, cell.Version, cell.Values, cell.Points, cell.IsSetByHand, cell.Note, cell.HasSecretEvidence, cell.EnteredByName, cell.EnteredAt)).ToListAsync();
        var snapshots = head.Ranking == RankingState.Collecting ? [] : await db.ClusterSnapshots.AsNoTracking().Where(snapshot => snapshot.Stage == ScoreStage.Self).OrderBy(snapshot => snapshot.Id).ToListAsync();
        var files = await db.EvidenceLinks.Where(link => link.SheetId == id && link.WithdrawnAt == null).GroupBy(link => link.CriterionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var objections = head.WasObjected && (head.IsOwn || head.SeesAppraisal) ? await db.LineObjections.AsNoTracking().Where(row => row.SheetId == id).ToListAsync() : [];
        var tree = new SchemeTree(criteria.Select(criterion => criterion.Node()));
        var lines = WithObjections(Lines(tree, criteria, [.. cells.Where(cell => cell.Stage == ScoreStage.Self || head.SeesAppraisal)], snapshots, head.UnitId), objections, head.State);
        var mayEnter = head.IsOwn && actor.Can(Permission.EnterScores) && ScoreSheetWorkflow.OpenForEntry.Contains(head.State);
        return new()
        {
            Head = head,
            Entry = mayEnter ? await gate.DaysOf(head.UnitId) : null,
            Tree = tree,
            Lines = lines,
            FilesByLeaf = files,
            SelfTotals = Totals(tree, head, lines, line => line.Points),
            AppraisedTotals = lines.Any(line => line.Appraised is not null) ? Totals(tree, head, lines, line => line.Appraised?.Points) : null,
            ReviewedTotals = lines.Any(line => line.Reviewed is not null) ? Totals(tree, head, lines, line => (line.Reviewed ?? line.Appraised)?.Points) : null,
            FinalTotals = lines.Any(line => line.Final is not null) ? Totals(tree, head, lines, line => line.Final?.Points) : null,
            Steps = head.IsOwn ? [.. ScoreSheetWorkflow.Table.OpenTo(actor, head.State).Where(step => step.Step is ScoreSheetStep.Submit or ScoreSheetStep.RaiseObjection)] : [],
            MayEnter = mayEnter,
        };
    }

    private static List<SheetLine> Lines(SchemeTree tree, List<Criterion> criteria, List<SheetCell> cells, List<ClusterSnapshot> snapshots, int unitId)
    {
        var texts = criteria.ToDictionary(row => row.Id, row => new CriterionText(row.Id, row.Unit, row.TargetSource, row.EvidenceNeeded, row.Guide));
        var byLeaf = cells.ToLookup(cell => cell.CriterionId);
        var computed = snapshots.ToLookup(snapshot => snapshot.CriterionId);
        return [.. tree.Ordered.Select(placed => Line(placed, texts[placed.Node.Id], byLeaf[placed.Node.Id].ToLookup(cell => cell.Stage), computed[placed.Node.Id].LastOrDefault(), unitId))];
    }

    // The appraised column keeps what the unit objected to; what came of it stands beside it, once all is answered.
    private static List<SheetLine> WithObjections(List<SheetLine> lines, List<LineObjection> objections, ScoreSheetState state)
    {
        var byLeaf = objections.ToDictionary(row => row.CriterionId);
        return [.. lines.Select(line => !byLeaf.TryGetValue(line.Node.Id, out var objection) ? line : line with
        {
            Objection = objection,
            Appraised = line.Appraised is { } cell ? cell with { Points = objection.PointsBefore ?? (cell.Values == objection.ValuesBefore ? cell.Points : null), Values = objection.ValuesBefore, Note = objection.NoteBefore } : null,
            Reviewed = state == ScoreSheetState.Objected ? null : line.Appraised,
        })];
    }

    private static SheetLine Line(PlacedNode placed, CriterionText text, ILookup<ScoreStage, SheetCell> cells, ClusterSnapshot? snapshot, int unitId)
    {
        var line = new SheetLine(placed.Node, placed.Depth, text);
        if (placed.Node.Rule is not { } rule || cells[ScoreStage.Self].FirstOrDefault() is not { } own)
        {
            return line;
        }

        var calculation = snapshot is not null && own.Points is not null ? snapshot.Recompute().GetValueOrDefault(unitId) : null;
        return line with
        {
            Cell = own,
            Appraised = cells[ScoreStage.Appraised].FirstOrDefault(),
            Final = cells[ScoreStage.Final].FirstOrDefault(),
            Calculation = calculation ?? rule.Compute(placed.Node.Max, placed.Node.Kind, own.Values),
        };
    }

    private static SheetTotals Totals(SchemeTree tree, SheetHead head, List<SheetLine> lines, Func<SheetLine, decimal?> points) =>
        tree.Totals(lines.Where(line => line.Cell is not null).ToDictionary(line => line.Node.Id, line => new LeafResult(points(line))), head.NotAssigned);
}
