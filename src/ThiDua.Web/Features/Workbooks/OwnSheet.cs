using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>A unit's sheet with what its workbook is made of and read against.</summary>
public sealed record OwnSheet(ScoreSheet Sheet, int Year, string YearName, int SchemeVersion, NotAssignedPolicy NotAssigned, SchemeTree Tree, IReadOnlyDictionary<int, Criterion> Criteria, IReadOnlyDictionary<int, ScoreEntry> Cells)
{
    /// <summary>The leaves that are not assigned to the unit (không giao).</summary>
    public required NotAssignedLeaves NotAssignedHere { get; init; }

    public string Title => $"Bảng tự chấm điểm năm {Year} - {Sheet.UnitName}";

    /// <summary>The points that the page shows: those of a cluster-relative leaf provisional.</summary>
    public decimal? PointsOf(SchemeNode leaf, LineValues? values = null) =>
        IsNotScored(leaf.Id) ? null
        : leaf.Rule is ByPortalRule ? Cells.GetValueOrDefault(leaf.Id)?.Points
        : values is null && Cells.GetValueOrDefault(leaf.Id)?.Points is { } stored ? stored
        : leaf.Rule!.Compute(leaf.Max, leaf.Kind, values ?? Cells.GetValueOrDefault(leaf.Id)?.Values ?? new()).Points;

    /// <summary>Whether the unit owes nothing in this leaf, as it is not assigned to it.</summary>
    public bool IsNotScored(int leafId) => NotAssignedHere.ScoringOf(leafId) == LeafScoring.NotScored;

    public SheetTotals Totals(IReadOnlyDictionary<int, LineValues>? changed = null) =>
        Tree.Totals(NotAssignedHere.Results(Tree.Leaves.Where(leaf => Cells.ContainsKey(leaf.Id)).Select(leaf => KeyValuePair.Create(leaf.Id, PointsOf(leaf, changed?.GetValueOrDefault(leaf.Id))))), NotAssigned);
}

/// <summary>Finds the sheet of one's own unit, open to be filled in; any other does not exist, or says why not.</summary>
public sealed class FindOwnSheet(PortalDb db, CurrentYear year, WriteOwnLines write)
{
    public async Task<OwnSheet> Handle(int sheetId)
    {
        var sheet = await write.Handle(sheetId);
        var scheme = await db.ScoringSchemes.AsNoTracking().Where(row => row.Id == sheet.SchemeId).Select(row => new { row.Version, row.NotAssigned }).OneAsync();
        var criteria = await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId).ToDictionaryAsync(row => row.Id);
        var cells = await db.ScoreEntries.Where(row => row.SheetId == sheetId && row.Stage == ScoreStage.Self).ToDictionaryAsync(row => row.CriterionId);
        return new(sheet, year.Year.Year, year.Year.Name, scheme.Version, scheme.NotAssigned, new(criteria.Values.Select(row => row.Node())), criteria, cells) { NotAssignedHere = await db.NotAssignedOf(sheetId, scheme.NotAssigned) };
    }
}
