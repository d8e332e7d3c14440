using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The leaves of a sheet with the unit's cell and the appraiser's, and what the unit reported for them.</summary>
public sealed class AppraisedSheet
{
    private readonly Dictionary<(int CriterionId, ScoreStage Stage), ScoreEntry> _cells;

    private readonly Dictionary<int, LeafAssignment> _assignments;
    private readonly ILookup<int, PortalProposal> _proposals;

    private AppraisedSheet(IReadOnlyList<Criterion> criteria, IReadOnlyList<ScoreEntry> cells, NotAssignedPolicy policy, IReadOnlyList<LeafAssignment> assignments, IReadOnlyList<PortalProposal> proposals)
    {
        _assignments = assignments.ToDictionary(row => row.CriterionId);
        _proposals = proposals.ToLookup(row => row.CriterionId);
        NotAssigned = new(policy, assignments.Where(row => row.State == AssignmentState.NotAssigned).Select(row => row.CriterionId).ToHashSet());
        ById = criteria.ToDictionary(criterion => criterion.Id);
        Tree = new(criteria.Select(criterion => criterion.Node()));
        _cells = cells.ToDictionary(cell => (cell.CriterionId, cell.Stage));
        Leaves = [.. Tree.Leaves.Where(leaf => Self(leaf.Id) is not null).Select(leaf => ById[leaf.Id])];
    }

    public IReadOnlyDictionary<int, Criterion> ById { get; }

    public SchemeTree Tree { get; }

    /// <summary>What is not assigned to the unit (không giao).</summary>
    public NotAssignedLeaves NotAssigned { get; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<Criterion> Leaves { get; }

    /// <summary>By leaf, the newest report first; empty where it was loaded for nobody to read.</summary>
    public required ILookup<int, ReportedFigure> Reported { get; init; }

    public static async Task<AppraisedSheet> Load(PortalDb db, ScoreSheet sheet, NotAssignedPolicy policy, Actor? reader = null)
    {
        var (criteria, reported) = await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId).WithReported(db, reader, sheet.UnitId);
        return new(
            criteria,
            await db.ScoreEntries.AsNoTracking().Where(row => row.SheetId == sheet.Id && (row.Stage == ScoreStage.Self || row.Stage == ScoreStage.Appraised)).ToListAsync(),
            policy,
            await db.LeafAssignments.AsNoTracking().Where(row => row.SheetId == sheet.Id).ToListAsync(),
            await db.PortalProposals.AsNoTracking().Where(row => row.SheetId == sheet.Id).OrderBy(row => row.Id).ToListAsync())
        {
            Reported = reported,
        };
    }

    public LeafAssignment? Assignment(int criterionId) => _assignments.GetValueOrDefault(criterionId);

    public LeafScoring ScoringOf(int criterionId) => NotAssigned.ScoringOf(criterionId);

    public IReadOnlyList<PortalProposal> Proposals(int criterionId) => [.. _proposals[criterionId]];

    /// <summary>What the unit asked and nobody has decided.</summary>
    public IReadOnlyList<Criterion> Asked() => [.. Leaves.Where(leaf => Assignment(leaf.Id) is { State: AssignmentState.Asked })];

    public ScoreEntry? Self(int criterionId) => _cells.GetValueOrDefault((criterionId, ScoreStage.Self));

    public ScoreEntry? Appraised(int criterionId) => _cells.GetValueOrDefault((criterionId, ScoreStage.Appraised));

    /// <summary>What still keeps the appraisal from its end.</summary>
    public IReadOnlyList<Criterion> Left() =>
        [.. Leaves.Where(leaf => AppraisalOfLine.IsOwed(leaf.Kind, Self(leaf.Id)!.Points, ScoringOf(leaf.Id)) && !AppraisalOfLine.IsDone(leaf, Self(leaf.Id)!, Appraised(leaf.Id), ScoringOf(leaf.Id)))];

    /// <summary>The lines without an appraisal that can be accepted as the unit scored them, below a section or all.</summary>
    public IReadOnlyList<Criterion> Acceptable(int? sectionId) =>
        [.. Leaves.Where(leaf => Appraised(leaf.Id) is null && AppraisalOfLine.CanBeAccepted(leaf, Self(leaf.Id)!, ScoringOf(leaf.Id)) && (sectionId is null || IsBelow(leaf, sectionId.Value)))];

    public bool IsBelow(Criterion criterion, int sectionId) =>
        criterion.Id == sectionId || (criterion.ParentId is { } parentId && IsBelow(ById[parentId], sectionId));
}
