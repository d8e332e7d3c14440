using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Ranking;

/// <summary>All sheets of the year as an act of the ranking finds them: their standing, their cells of one column, and what follows from these.</summary>
public sealed class ResultsInMaking
{
    private readonly IReadOnlyDictionary<int, UnitLeft> _left;
    private readonly IReadOnlyList<ResultBar> _bars;
    private readonly IReadOnlyList<TieVote> _votes;
    private readonly IReadOnlyDictionary<int, NotAssignedLeaves> _notAssigned;

    private ResultsInMaking(ScoringScheme scheme, IReadOnlyList<ScoreSheet> sheets, IReadOnlyList<ScoreEntry> cells, IReadOnlyList<UnitLeft> left, IReadOnlyList<ResultBar> bars, IReadOnlyList<TieVote> votes, IReadOnlyDictionary<int, NotAssignedLeaves> notAssigned) =>
        (Scheme, Sheets, Cells, _left, _bars, _votes, _notAssigned) = (scheme, sheets, cells, left.ToDictionary(unit => unit.UnitId), bars, votes, notAssigned);

    public ScoringScheme Scheme { get; }

    public IReadOnlyList<ScoreSheet> Sheets { get; }

    public IReadOnlyList<ScoreEntry> Cells { get; }

    /// <summary>The sheets that an act waits for: not those of units that have left.</summary>
    public IReadOnlyList<SheetStanding> Standings => [.. Standing.Select(sheet => new SheetStanding(sheet.UnitId, sheet.UnitName, sheet.State))];

    /// <summary>The sheets that an act moves on.</summary>
    public IEnumerable<ScoreSheet> Moving => Standing.Where(sheet => sheet.State != ScoreSheetState.NotSubmitted);

    /// <summary>The sheets that were not submitted and count by their facts; nobody is compared with them.</summary>
    public IEnumerable<ScoreSheet> FromFacts => Standing.Where(sheet => sheet.State == ScoreSheetState.NotSubmitted && Scheme.NoSheet == NoSheetPolicy.PointsOfFacts);

    private IEnumerable<ScoreSheet> Standing => Sheets.Where(sheet => !_left.ContainsKey(sheet.UnitId));

    public static async Task<ResultsInMaking> Load(PortalDb db, EnteredYear year, ScoreStage stage)
    {
        var scheme = await db.ScoringSchemes.Include(scheme => scheme.Criteria).AsSingleQuery().OneAsync();
        var sheets = await db.ScoreSheets.OrderBy(sheet => sheet.Id).ToListAsync();
        var cells = await db.ScoreEntries.Where(cell => cell.Stage == stage).ToListAsync();
        var bars = await db.BarsInForce();
        var votes = await db.TieVotes.AsNoTracking().OrderByDescending(vote => vote.Id).ToListAsync();
        return new(scheme, sheets, cells, year.Left, bars, votes, await db.NotAssignedBySheet(scheme.NotAssigned));
    }

    /// <summary>Computes the cluster-relative leaves of this column for all units together, and the leaves that some units are scored in without target for those.</summary>
    public IReadOnlyList<ClusterSnapshot> ComputeClusterRelative(Actor by, DateTime at)
    {
        var (taking, beside) = (Moving.Select(sheet => sheet.Id).ToHashSet(), FromFacts.Select(sheet => sheet.Id).ToHashSet());
        var byLeaf = Cells.ToLookup(cell => cell.CriterionId);
        var together = Scheme.Criteria.Where(criterion => criterion.Rule is not null).SelectMany(criterion => new[]
        {
            (criterion, Scoring: LeafScoring.Assigned, Cells: criterion.Rule is ClusterRelativeRule ? Of(criterion, LeafScoring.Assigned) : []),
            (criterion, Scoring: LeafScoring.WithoutTarget, Cells: Of(criterion, LeafScoring.WithoutTarget)),
        });
        return [.. together.Where(leaf => leaf.Cells.Count > 0).Select(leaf =>
        {
            var snapshot = ClusterSnapshot.Take(by, leaf.criterion, leaf.Cells, at, leaf.Scoring == LeafScoring.WithoutTarget);
            snapshot.GiveBeside(by, CellsOf(leaf.criterion, leaf.Scoring, beside));
            return snapshot;
        })];

        List<ScoreEntry> Of(Criterion criterion, LeafScoring scoring) => [.. CellsOf(criterion, scoring, taking)];

        IEnumerable<ScoreEntry> CellsOf(Criterion criterion, LeafScoring scoring, HashSet<int> sheets) =>
            byLeaf[criterion.Id].Where(cell => sheets.Contains(cell.SheetId) && NotAssignedIn(cell.SheetId).ScoringOf(criterion.Id) == scoring);
    }

    /// <summary>Everything that the ranking follows from, as the cells stand now.</summary>
    public ResultSnapshot Snapshot()
    {
        var bySheet = Cells.ToLookup(cell => cell.SheetId);
        return ResultSnapshot.Of(Scheme, Sheets.Select(sheet => UnitResult.Of(sheet, _left.GetValueOrDefault(sheet.UnitId), Scheme.NoSheet, NotAssignedIn(sheet.Id), bySheet[sheet.Id].Select(cell => KeyValuePair.Create(cell.CriterionId, cell.Points))) with
        {
            TieVotes = VoteOn(sheet)?.Votes[sheet.UnitId],
            TieBallot = VoteOn(sheet)?.Id,
        })).WithBars(_bars);
    }

    /// <summary>The results as an act would freeze them now, cluster-relative leaves included; for pages, and for checks against it: what was loaded is not to be saved.</summary>
    public ResultSnapshot ProvisionalSnapshot(Actor by)
    {
        ComputeClusterRelative(by, DateTime.UnixEpoch);
        return Snapshot();
    }

    /// <summary>What the lines hold of the units that take part.</summary>
    public IReadOnlyList<LineNow> Lines()
    {
        var units = Moving.ToDictionary(sheet => sheet.Id, sheet => sheet.UnitId);
        return [.. Cells.Where(cell => units.ContainsKey(cell.SheetId)).Select(cell => new LineNow(units[cell.SheetId], cell.CriterionId, cell.Values, cell.IsSetByHand))];
    }

    /// <summary>Whether every appraisal is done, and this person may read all of them.</summary>
    public bool MayReadAll(Actor by, EnteredYear year, RankingState ranking) => Moving.All(sheet =>
        ScoreSheetWorkflow.WithAppraisal.Contains(sheet.State) && SheetAccess.MayRead(by, sheet.UnitId, year.Duties.Responsible(sheet.UnitId), sheet.State, ranking));

    /// <summary>No sheet may have moved between reading and saving.</summary>
    public void MustNotMove(PortalDb db)
    {
        const string Moved = "Một bảng điểm vừa thay đổi trạng thái. Hãy xem lại rồi thực hiện lại.";
        var (all, count, versions) = (db.ScoreSheets, Sheets.Count, Sheets.Sum(sheet => sheet.Version));
        db.MustStillBe(all, row => row.State, Moved, count); // takes the rows: whoever moves one waits
        db.MustStillBe(all.Where(_ => all.Count() == count && all.Sum(row => row.Version) == versions), row => row.State, Moved, count);
    }

    private TieVote? VoteOn(ScoreSheet sheet) => _votes.FirstOrDefault(vote => vote.Votes.ContainsKey(sheet.UnitId));

    private NotAssignedLeaves NotAssignedIn(int sheetId) => _notAssigned.GetValueOrDefault(sheetId) ?? NotAssignedLeaves.None;
}
