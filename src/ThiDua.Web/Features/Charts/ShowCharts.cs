using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Charts;

/// <summary>Shows the charts of the last layer of results; members see them from the publication of the draft on, as they see the table itself.</summary>
public sealed class ShowCharts(PortalDb db, CurrentActor current, CurrentYear entered, ResultsOverYears years)
{
    private const int YearsShown = 5;

    public async Task<ChartsPage> Handle(int? unitId)
    {
        var year = entered.Year;
        var layer = await db.ResultLayers.AsNoTracking().OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Kind, row.SnapshotJson }).FirstOrDefaultAsync();
        if (layer is null)
        {
            return new(year.Year, year.Name, null);
        }

        var snapshot = ResultSnapshot.FromJson(layer.SnapshotJson);
        var tree = new SchemeTree(snapshot.Nodes);
        var sections = tree.ContentSections.Concat(tree.Sections.Where(section => section.Kind != CriterionKind.Normal)).ToList();
        var rows = await db.LayerRows.AsNoTracking().Where(row => row.LayerId == layer.Id).OrderBy(row => row.Order).ToListAsync();
        var units = rows.Select(row => new ChartsPage.Unit(row.UnitId, row.UnitName, [.. sections.Select(section => row.ByNode.GetValueOrDefault(section.Id))], row.Total)).ToList();
        var chosen = units.Find(unit => unit.Id == (unitId ?? current.Actor.UnitId)) ?? (unitId is null ? units.FirstOrDefault() : throw new NotFound());
        return new(year.Year, year.Name, layer.Kind)
        {
            Sections = [.. sections.Select(section => new ChartsPage.Section(section.Id, section.Code, section.Name))],
            Units = units,
            Comparisons = await Comparisons(tree, snapshot.NotAssigned, units),
            Chosen = chosen,
            Years = chosen is null ? [] : await years.Handle(chosen.Id, YearsShown),
        };
    }

    private async Task<IReadOnlyList<ChartsPage.Comparison>> Comparisons(SchemeTree tree, NotAssignedPolicy policy, List<ChartsPage.Unit> units)
    {
        var cells = await (
            from cell in db.ScoreEntries.AsNoTracking()
            where cell.Stage == ScoreStage.Self || cell.Stage == ScoreStage.Appraised
            select new { cell.SheetId, cell.Sheet.UnitId, cell.CriterionId, cell.Stage, cell.Points }).ToListAsync();
        var notAssigned = await db.NotAssignedBySheet(policy);
        // What the portal counts is never self-scored: left out on both sides.
        var counted = tree.Leaves.Where(leaf => leaf.Rule is not ByPortalRule).Select(leaf => leaf.Id).ToHashSet();
        // A layer is frozen after entry has closed: the cells hold their points, those computed for the whole cluster too.
        var totals = cells.GroupBy(cell => (cell.UnitId, cell.Stage)).ToDictionary(column => column.Key, column => tree.Totals(
            (notAssigned.GetValueOrDefault(column.First().SheetId) ?? NotAssignedLeaves.None with { Policy = policy }).Results(column.Where(cell => counted.Contains(cell.CriterionId)).Select(cell => KeyValuePair.Create(cell.CriterionId, cell.Points))), policy).Total);
        return [.. units.Where(unit => totals.ContainsKey((unit.Id, ScoreStage.Appraised))).Select(unit => new ChartsPage.Comparison(unit.Name, totals.GetValueOrDefault((unit.Id, ScoreStage.Self)), totals[(unit.Id, ScoreStage.Appraised)]))];
    }
}
