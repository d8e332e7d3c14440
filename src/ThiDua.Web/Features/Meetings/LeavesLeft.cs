using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Meetings;

/// <summary>What a meeting still owes the sheets that it scores, by the same rule as an appraiser; read in four statements for all of them.</summary>
public sealed class LeavesLeft
{
    private readonly ILookup<int, Criterion> _leaves;
    private readonly Dictionary<(int SheetId, int CriterionId, ScoreStage Stage), ScoreEntry> _cells;
    private readonly Dictionary<int, NotAssignedLeaves> _notAssigned;
    private readonly HashSet<(int SheetId, int CriterionId)> _asked;

    private LeavesLeft(IEnumerable<Criterion> leaves, IEnumerable<ScoreEntry> cells, Dictionary<int, NotAssignedLeaves> notAssigned, IEnumerable<(int, int)> asked) =>
        (_leaves, _cells, _notAssigned, _asked) = (leaves.ToLookup(leaf => leaf.SchemeId), cells.ToDictionary(cell => (cell.SheetId, cell.CriterionId, cell.Stage)), notAssigned, asked.ToHashSet());

    public static async Task<LeavesLeft> Of(PortalDb db, IReadOnlyList<int> sheetIds)
    {
        var leaves = await db.Criteria.AsNoTracking().Where(row => row.Rule != null).ToListAsync();
        var cells = await db.ScoreEntries.AsNoTracking().Where(cell => sheetIds.Contains(cell.SheetId) && (cell.Stage == ScoreStage.Self || cell.Stage == ScoreStage.Appraised)).ToListAsync();
        var policy = await db.ScoringSchemes.Where(row => row.State == SchemeState.Issued).Select(row => row.NotAssigned).FirstOrDefaultAsync();
        var asked = await db.LeafAssignments.Where(row => sheetIds.Contains(row.SheetId) && row.State == AssignmentState.Asked).Select(row => new { row.SheetId, row.CriterionId }).ToListAsync();
        return new(leaves, cells, await db.NotAssignedBySheet(policy), asked.Select(row => (row.SheetId, row.CriterionId)));
    }

    public LeafScoring Scoring(int sheetId, int leafId) => _notAssigned.GetValueOrDefault(sheetId)?.ScoringOf(leafId) ?? LeafScoring.Assigned;

    public bool IsOwed(int sheetId, Criterion leaf) => _cells.TryGetValue((sheetId, leaf.Id, ScoreStage.Self), out var self) && AppraisalOfLine.IsOwed(leaf.Kind, self.Points, Scoring(sheetId, leaf.Id));

    public bool IsDone(int sheetId, Criterion leaf) => _cells.TryGetValue((sheetId, leaf.Id, ScoreStage.Self), out var self) && AppraisalOfLine.IsDone(leaf, self, _cells.GetValueOrDefault((sheetId, leaf.Id, ScoreStage.Appraised)), Scoring(sheetId, leaf.Id));

    /// <summary>What keeps a sheet from its end, in words.</summary>
    public IEnumerable<string> In(ScoreSheet sheet) =>
    [
        .. _leaves[sheet.SchemeId].Where(leaf => _asked.Contains((sheet.Id, leaf.Id))).Select(leaf => $"{sheet.UnitName}: chưa quyết định đề nghị không giao chỉ tiêu {leaf.Code}."),
        .. _leaves[sheet.SchemeId].Where(leaf => IsOwed(sheet.Id, leaf) && !IsDone(sheet.Id, leaf)).Select(leaf => $"{sheet.UnitName}: chưa có điểm tiêu chí {leaf.Code}."),
    ];
}
