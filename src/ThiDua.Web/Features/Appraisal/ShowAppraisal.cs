using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Loads the page of one sheet for its appraiser: as many statements for six lines as for two hundred.</summary>
public sealed class ShowAppraisal(PortalDb db, CurrentActor current, CurrentYear year, FindSheetOnDuty find)
{
    public async Task<AppraisalPage> Handle(int sheetId)
    {
        db.ChangeTracker.Clear();
        var found = await find.Handle(sheetId);
        var (sheet, duty, ranking, policy, responsibleName) = found;
        var lines = await AppraisedSheet.Load(db, sheet, policy, current.Actor);
        var evidence = await FileAtLine.OfSheet(db, SheetReader.Of(current.Actor, year.Year, sheetId, sheet.UnitId));
        var history = await db.StepsTaken.AsNoTracking().Where(step => EF.Property<int?>(step, "OfSheetId") == sheetId).OrderByDescending(step => step.Id).Take(10).ToListAsync();
        var snapshots = ranking == RankingState.Collecting ? [] : await db.ClusterSnapshots.AsNoTracking().OrderBy(snapshot => snapshot.Id).ToListAsync();
        var names = RankingWorkflow.Published.Contains(ranking) ? await db.ScoreSheets.ToDictionaryAsync(row => row.UnitId, row => row.UnitName) : null;
        var shown = lines.Leaves.ToDictionary(leaf => leaf.Id, leaf => LineOf(leaf, lines, evidence, Now) with { Reported = [.. lines.Reported[leaf.Id]] });
        var (self, appraised) = (Totals(line => line.Self), Totals(line => line.Appraised));
        var objections = await db.LineObjections.AsNoTracking().Where(row => row.SheetId == sheetId).ToDictionaryAsync(row => row.CriterionId);
        return new(sheet, ranking, responsibleName, [.. Rows()], Standing(lines, shown, self, appraised), history)
        {
            Days = sheet.IsOpenForAppraisal(duty) ? found.Days : null,
            IsOpen = sheet.IsOpenForAppraisal(duty) && found.Shut is null,
            Objections = [.. lines.Leaves.Where(leaf => objections.ContainsKey(leaf.Id)).Select(leaf => new ObjectionToAnswer(objections[leaf.Id], shown[leaf.Id]))],
        };

        PointsOfCell Now(Criterion leaf, ScoreEntry cell) =>
            new(cell, PointsNow.Of(leaf.Node(), new(cell.Values, cell.Points, cell.IsSetByHand), sheet.UnitId, ClusterSnapshot.For(cell.Stage, snapshots.Where(snapshot => snapshot.CriterionId == leaf.Id), lines.ScoringOf(leaf.Id)), lines.ScoringOf(leaf.Id), names));

        SheetTotals Totals(Func<AppraisedLine, PointsOfCell?> column) =>
            lines.Tree.Totals(lines.NotAssigned.Results(shown.Select(line => KeyValuePair.Create(line.Key, column(line.Value)?.Points))), policy);

        IEnumerable<AppraisalRow> Rows() => lines.Tree.Ordered
            .Where(placed => placed.Node.Rule is null || shown.ContainsKey(placed.Node.Id))
            .Select(placed => placed.Node.Rule is null
                ? new AppraisalRow(placed.Depth, new(lines.ById[placed.Node.Id], self.ByNode[placed.Node.Id], appraised.ByNode[placed.Node.Id], lines.Acceptable(placed.Node.Id).Count), null)
                : new AppraisalRow(placed.Depth, null, shown[placed.Node.Id]));
    }

    private static AppraisedLine LineOf(Criterion leaf, AppraisedSheet lines, ILookup<int, FileAtLine> evidence, Func<Criterion, ScoreEntry, PointsOfCell> now) =>
        new(leaf, now(leaf, lines.Self(leaf.Id)!), lines.Appraised(leaf.Id) is { } cell ? now(leaf, cell) : null, [.. evidence[leaf.Id]])
        {
            Policy = lines.NotAssigned.Policy,
            Scoring = lines.ScoringOf(leaf.Id),
            Assignment = lines.Assignment(leaf.Id),
            Figures = lines.Proposals(leaf.Id) is { Count: > 0 } events ? new(leaf.Node(), events) : null,
        };

    private static AppraisalStanding Standing(AppraisedSheet lines, Dictionary<int, AppraisedLine> shown, SheetTotals self, SheetTotals appraised)
    {
        var left = lines.Left();
        return new(
            self,
            appraised,
            shown.Values.Any(line => line.Self.IsProvisional),
            shown.Values.Any(line => line.Appraised is { IsProvisional: true }),
            shown.Values.Count(line => line.IsOwed),
            left.Count,
            shown.Values.Count(line => line.Differs),
            lines.Acceptable(null).Count,
            left.Count > 0 ? left[0].Id : null);
    }
}
