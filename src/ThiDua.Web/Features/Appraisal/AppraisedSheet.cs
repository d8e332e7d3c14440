using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The leaves of a sheet with the unit's cell and the appraiser's, read in two statements.</summary>
public sealed class AppraisedSheet
{
    private readonly Dictionary<(int CriterionId, ScoreStage Stage), ScoreEntry> _cells;

    private AppraisedSheet(IReadOnlyList<Criterion> criteria, IReadOnlyList<ScoreEntry> cells)
    {
        ById = criteria.ToDictionary(criterion => criterion.Id);
        Tree = new(criteria.Select(criterion => criterion.Node()));
        _cells = cells.ToDictionary(cell => (cell.CriterionId, cell.Stage));
        Leaves = [.. Tree.Leaves.Where(leaf => Self(leaf.Id) is not null).Select(leaf => ById[leaf.Id])];
    }

    public IReadOnlyDictionary<int, Criterion> ById { get; }

    public SchemeTree Tree { get; }

    /// <summary>In reading order.</summary>
    public IReadOnlyList<Criterion> Leaves { get; }

    public static async Task<AppraisedSheet> Load(PortalDb db, ScoreSheet sheet) => new(
        await db.Criteria.AsNoTracking().Where(row => row.SchemeId == sheet.SchemeId).ToListAsync(),
        await db.ScoreEntries.AsNoTracking().Where(row => row.SheetId == sheet.Id && (row.Stage == ScoreStage.Self || row.Stage == ScoreStage.Appraised)).ToListAsync());

    public ScoreEntry? Self(int criterionId) => _cells.GetValueOrDefault((criterionId, ScoreStage.Self));

    public ScoreEntry? Appraised(int criterionId) => _cells.GetValueOrDefault((criterionId, ScoreStage.Appraised));

    /// <summary>What still keeps the appraisal from its end.</summary>
    public IReadOnlyList<Criterion> Left() =>
        [.. Leaves.Where(leaf => AppraisalOfLine.IsOwed(leaf.Kind, Self(leaf.Id)!.Points) && !AppraisalOfLine.IsDone(leaf, Self(leaf.Id)!, Appraised(leaf.Id)))];

    /// <summary>The lines without an appraisal that can be accepted as the unit scored them, below a section or all.</summary>
    public IReadOnlyList<Criterion> Acceptable(int? sectionId) =>
        [.. Leaves.Where(leaf => Appraised(leaf.Id) is null && AppraisalOfLine.CanBeAccepted(leaf, Self(leaf.Id)!) && (sectionId is null || IsBelow(leaf, sectionId.Value)))];

    public bool IsBelow(Criterion criterion, int sectionId) =>
        criterion.Id == sectionId || (criterion.ParentId is { } parentId && IsBelow(ById[parentId], sectionId));
}
