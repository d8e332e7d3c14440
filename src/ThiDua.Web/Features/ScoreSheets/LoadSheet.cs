using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Reads a sheet with all its lines, as this person may see them, in a fixed number of statements.</summary>
public sealed class LoadSheet(PortalDb db, CurrentActor current, CurrentYear year, ScoringGate gate)
{
    /// <summary>The head alone, of a sheet that this person may open.</summary>
    public Task<SheetHead> Head(int id) => SheetHead.Find(db, current.Actor, year.Year, id);

    public async Task<SheetPage> Handle(int id)
    {
        var actor = current.Actor;
        var head = await Head(id);
        var (criteria, reported) = await db.Criteria.Where(criterion => db.ScoreSheets.Any(sheet => sheet.Id == id && sheet.SchemeId == criterion.SchemeId)).WithReported(db, actor, head.UnitId);
        var cells = await db.ScoreEntries.AsNoTracking().Where(cell => cell.SheetId == id)
            .Select(cell => new SheetCell(cell.CriterionId, cell.Stage, cell.Version, cell.Values, cell.Points, cell.IsSetByHand, cell.Note, cell.HasSecretEvidence, cell.EnteredByName, cell.EnteredAt)).ToListAsync();
        var snapshots = head.Ranking == RankingState.Collecting ? [] : await db.ClusterSnapshots.AsNoTracking().OrderBy(snapshot => snapshot.Id).ToListAsync();
        var names = snapshots.Count > 0 && RankingWorkflow.Published.Contains(head.Ranking) ? await db.ScoreSheets.ToDictionaryAsync(sheet => sheet.UnitId, sheet => sheet.UnitName) : null;
        var files = await FileAtLine.OfSheet(db, SheetReader.Of(actor, year.Year, id, head.UnitId));
        var objections = head.WasObjected && (head.IsOwn || head.SeesAppraisal) ? await db.LineObjections.AsNoTracking().Where(row => row.SheetId == id).ToListAsync() : [];
        var assignments = await db.LeafAssignments.AsNoTracking().Where(row => row.SheetId == id).ToDictionaryAsync(row => row.CriterionId);
        var proposals = (await db.PortalProposals.AsNoTracking().Where(row => row.SheetId == id).OrderBy(row => row.Id).ToListAsync()).ToLookup(row => row.CriterionId);
        var notAssigned = new NotAssignedLeaves(head.NotAssigned, assignments.Values.Where(row => row.State == AssignmentState.NotAssigned).Select(row => row.CriterionId).ToHashSet());
        var tree = new SchemeTree(criteria.Select(criterion => criterion.Node()));
        var seen = cells.Where(cell => cell.Stage == ScoreStage.Self || head.SeesAppraisal).ToList();
        var placed = Lines(tree, criteria, seen).Select(line => line with { Policy = head.NotAssigned, Scoring = notAssigned.ScoringOf(line.Node.Id), Assignment = assignments.GetValueOrDefault(line.Node.Id), Proposals = [.. proposals[line.Node.Id]], Reported = [.. reported[line.Node.Id]] }).ToList();
        var lines = WithPoints(WithObjections(placed, objections, head.State), snapshots, names, head.UnitId);
        var mayEnter = head.IsOwn && actor.Can(Permission.EnterScores) && ScoreSheetWorkflow.OpenForEntry.Contains(head.State);
        return new()
        {
            Head = head,
            Entry = mayEnter ? await gate.DaysOf(head.UnitId) : null,
            Tree = tree,
            Lines = lines,
            FilesByLeaf = files,
            SelfTotals = Totals(tree, notAssigned, lines, line => line.Points),
            AppraisedTotals = lines.Any(line => line.Appraised is not null) ? Totals(tree, notAssigned, lines, line => line.AppraisedNow?.Points) : null,
            ReviewedTotals = lines.Any(line => line.Reviewed is not null) ? Totals(tree, notAssigned, lines, line => (line.ReviewedNow ?? line.AppraisedNow)?.Points) : null,
            FinalTotals = lines.Any(line => line.Final is not null) ? Totals(tree, notAssigned, lines, line => line.Final?.Points) : null,
            Steps = head.IsOwn ? [.. ScoreSheetWorkflow.Table.OpenTo(actor, head.State).Where(step => step.Step is ScoreSheetStep.Submit or ScoreSheetStep.RaiseObjection)] : [],
            MayEnter = mayEnter,
            UserId = actor.UserId,
        };
    }

    private static List<SheetLine> Lines(SchemeTree tree, IReadOnlyList<Criterion> criteria, List<SheetCell> cells)
    {
        var texts = criteria.ToDictionary(row => row.Id, row => new CriterionText(row.Id, row.Unit, row.TargetSource, row.EvidenceNeeded, row.Guide));
        var byLeaf = cells.ToLookup(cell => cell.CriterionId);
        return [.. tree.Ordered.Select(placed => Line(placed, texts[placed.Node.Id], byLeaf[placed.Node.Id].ToLookup(cell => cell.Stage)))];
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

    private static SheetLine Line(PlacedNode placed, CriterionText text, ILookup<ScoreStage, SheetCell> cells) =>
        new SheetLine(placed.Node, placed.Depth, text) is var line && placed.Node.Rule is not null && cells[ScoreStage.Self].FirstOrDefault() is { } own
            ? line with { Cell = own, Appraised = cells[ScoreStage.Appraised].FirstOrDefault(), Final = cells[ScoreStage.Final].FirstOrDefault() }
            : line;

    private static List<SheetLine> WithPoints(List<SheetLine> lines, List<ClusterSnapshot> snapshots, Dictionary<int, string>? names, int unitId)
    {
        var byLeaf = snapshots.ToLookup(snapshot => snapshot.CriterionId);
        return [.. lines.Select(line => line with
        {
            Now = Of(line, line.Cell, ClusterSnapshot.For(ScoreStage.Self, byLeaf[line.Node.Id], line.Scoring)),
            AppraisedNow = Of(line, line.Appraised, ClusterSnapshot.For(ScoreStage.Appraised, byLeaf[line.Node.Id], line.Scoring)),
            ReviewedNow = Of(line, line.Reviewed, ClusterSnapshot.For(ScoreStage.Appraised, byLeaf[line.Node.Id], line.Scoring)),
        })];

        PointsNow? Of(SheetLine line, SheetCell? cell, ClusterSnapshot? snapshot) =>
            cell is null ? null : PointsNow.Of(line.Node, new(cell.Values, cell.Points, cell.IsSetByHand), unitId, snapshot, line.Scoring, names);
    }

    private static SheetTotals Totals(SchemeTree tree, NotAssignedLeaves notAssigned, List<SheetLine> lines, Func<SheetLine, decimal?> points) =>
        tree.Totals(notAssigned.Results(lines.Where(line => line.Cell is not null).Select(line => KeyValuePair.Create(line.Node.Id, points(line)))), notAssigned.Policy);
}
