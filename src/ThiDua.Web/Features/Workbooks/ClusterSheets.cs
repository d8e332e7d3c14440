using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>The sheet of a unit as the appraisal team works on it: both columns, and why it is locked for this person, if it is.</summary>
public sealed record UnitSheet(ScoreSheet Sheet, string? Locked, bool SeesAppraisal, IReadOnlySet<int> Objected, IReadOnlyDictionary<int, ScoreEntry> Self, IReadOnlyDictionary<int, ScoreEntry> Appraisals)
{
    public ScoreEntry? Appraised(int leafId) => SeesAppraisal ? Appraisals.GetValueOrDefault(leafId) : null;

    /// <summary>Why this line cannot be appraised now; null where it can.</summary>
    public string? LockedFor(int leafId) => Locked ?? (NotAssigned.ScoringOf(leafId) == LeafScoring.NotScored ? "Không giao chỉ tiêu này cho đơn vị nên không chấm." : Sheet.State == ScoreSheetState.Objected && !Objected.Contains(leafId) ? WriteAppraisedLines.OnlyObjected : null);

    /// <summary>What the unit gave itself; of a cluster-relative leaf provisional.</summary>
    public decimal? SelfPoints(Criterion leaf) => Self.GetValueOrDefault(leaf.Id) is { } cell ? PointsOf(leaf, cell) : null;

    /// <summary>The appraised points; none while the unit has changed the line since.</summary>
    public decimal? AppraisedPoints(Criterion leaf) =>
        Appraised(leaf.Id) is { } cell && Self.GetValueOrDefault(leaf.Id) is { } self && !AppraisalOfLine.IsOutdated(self, cell) ? PointsOf(leaf, cell) : null;

    /// <summary>The leaves that are not assigned to the unit (không giao).</summary>
    public required NotAssignedLeaves NotAssigned { get; init; }

    /// <summary>The leaves as computed for the whole cluster, once entry has closed.</summary>
    public IReadOnlyList<ClusterSnapshot> Snapshots { get; init; } = [];

    /// <summary>The totals of one column, by the rules of the page.</summary>
    public SheetTotals Totals(SchemeTree tree, IReadOnlyDictionary<int, Criterion> criteria, Func<Criterion, decimal?> column) =>
        tree.Totals(NotAssigned.Results(tree.Leaves.Select(leaf => KeyValuePair.Create(leaf.Id, column(criteria[leaf.Id])))), NotAssigned.Policy);

    private decimal? PointsOf(Criterion leaf, ScoreEntry cell)
    {
        var scoring = NotAssigned.ScoringOf(leaf.Id);
        return PointsNow.Of(leaf.Node(), new(cell.Values, cell.Points, cell.IsSetByHand), Sheet.UnitId, ClusterSnapshot.For(cell.Stage, Snapshots.Where(row => row.CriterionId == leaf.Id), scoring), scoring).Points;
    }
}

/// <summary>All sheets of the year that this person may read for appraising, but never one's own.</summary>
public sealed record ClusterSheets(int ClusterYearId, int Year, string YearName, int SchemeId, int SchemeVersion, SchemeTree Tree, IReadOnlyDictionary<int, Criterion> Criteria, IReadOnlyList<UnitSheet> Units)
{
    public string Title => $"Bảng thẩm định điểm năm {Year} - {YearName}";

    public IReadOnlyList<UnitSheet> Open => [.. Units.Where(unit => unit.Locked is null)];
}

/// <summary>Reads them in a fixed number of statements.</summary>
public sealed class FindClusterSheets(PortalDb db, CurrentActor current, CurrentYear year, ScoringGate gate)
{
    private sealed record Found(ScoreSheet Sheet, bool EnteredByThisPerson);

    public async Task<ClusterSheets> Handle(bool toWrite = false)
    {
        var by = current.Actor;
        var tracking = toWrite ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var scheme = await db.ScoringSchemes.AsNoTracking().Where(row => row.State == SchemeState.Issued).OrderByDescending(row => row.Id).Select(row => new { row.Id, row.Version, row.NotAssigned }).FirstOrDefaultAsync()
            ?? throw new RuleViolation("Bảng chấm điểm được mở khi ban hành bảng tiêu chí và thang điểm.");
        var ranking = await db.Rankings.Select(row => row.State).FirstOrDefaultAsync();
        var found = await db.ScoreSheets.AsTracking(tracking).Where(sheet => sheet.SchemeId == scheme.Id && sheet.State != ScoreSheetState.NotSubmitted)
            .Select(sheet => new Found(sheet, db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == by.UserId))).ToListAsync();
        var readable = found.Where(row => IsReadable(by, row.Sheet, ranking)).OrderBy(row => row.Sheet.UnitName, Text.VietnameseOrder).ToList();
        var ids = readable.Select(row => row.Sheet.Id).ToList();
        var criteria = await db.Criteria.AsTracking(tracking).Where(row => row.SchemeId == scheme.Id).ToDictionaryAsync(row => row.Id);
        var cells = (await db.ScoreEntries.AsTracking(tracking).Where(row => ids.Contains(row.SheetId) && (row.Stage == ScoreStage.Self || row.Stage == ScoreStage.Appraised)).ToListAsync()).ToLookup(row => (row.SheetId, row.Stage));
        var objected = (await db.LineObjections.Where(row => ids.Contains(row.SheetId) && !row.IsClosed).Select(row => new { row.SheetId, row.CriterionId }).ToListAsync()).ToLookup(row => row.SheetId, row => row.CriterionId);
        var notAssigned = await db.NotAssignedBySheet(scheme.NotAssigned);
        var snapshots = ranking == RankingState.Collecting ? [] : await db.ClusterSnapshots.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
        var shut = new Dictionary<ScoringWindow, string?> { [ScoringWindow.Appraisal] = await gate.Refusal(ScoringWindow.Appraisal), [ScoringWindow.Answer] = await gate.Refusal(ScoringWindow.Answer) };
        return new(year.Year.Id, year.Year.Year, year.Year.Name, scheme.Id, scheme.Version, new(criteria.Values.Select(row => row.Node())), criteria, [.. readable.Select(Unit)]);

        UnitSheet Unit(Found row)
        {
            var duty = AppraisalDuty.For(row.Sheet.UnitId, year.Year.Duties, row.EnteredByThisPerson);
            var refusal = duty.RefusalOutsideMeeting(by, row.Sheet.UnitId);
            var sees = refusal is null || (ScoreSheetWorkflow.WithAppraisal.Contains(row.Sheet.State) && SheetAccess.MayReadAppraisal(by, row.Sheet.UnitId, duty.ResponsibleUnitId, row.Sheet.State));
            var closed = ScoreSheetWorkflow.OpenForAppraisal.Contains(row.Sheet.State) ? shut[ScoringCalendar.WindowOfAppraisal(row.Sheet.State)] : $"Bảng điểm đang ở trạng thái “{Labels.Of(row.Sheet.State)}”, không thẩm định được.";
            return new(row.Sheet, refusal ?? closed, sees, objected[row.Sheet.Id].ToHashSet(), cells[(row.Sheet.Id, ScoreStage.Self)].ToDictionary(cell => cell.CriterionId), cells[(row.Sheet.Id, ScoreStage.Appraised)].ToDictionary(cell => cell.CriterionId))
            {
                NotAssigned = notAssigned.GetValueOrDefault(row.Sheet.Id) ?? NotAssignedLeaves.None with { Policy = scheme.NotAssigned },
                Snapshots = snapshots,
            };
        }
    }

    // One's own sheet is never here, under whatever office; nor one that its unit still fills in for the first time.
    private bool IsReadable(Actor by, ScoreSheet sheet, RankingState ranking) =>
        by.UnitId != sheet.UnitId && !by.OwnOrganizationIds.Contains(sheet.UnitId) && sheet.State != ScoreSheetState.Entering
        && SheetAccess.MayRead(by, sheet.UnitId, year.Year.Duties.Responsible(sheet.UnitId), sheet.State, ranking);
}
