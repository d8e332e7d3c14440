using System.Globalization;
using System.Text.Json;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Workbooks;

/// <summary>A field before and after, in words.</summary>
public sealed record FieldChange(string Label, string Before, string After);

/// <summary>A line that the workbook would change; where the portal's was changed since the download, both texts stand beside each other and the person chooses.</summary>
public sealed record LineChange(Criterion Criterion, TypedScore Typed, IReadOnlyList<FieldChange> Fields, decimal? PointsBefore, decimal? PointsAfter)
{
    /// <summary>Who changed the line in the portal meanwhile, and when; null where nobody did.</summary>
    public string? ChangedMeanwhile { get; init; }
}

/// <summary>What a filled workbook would do to the sheet (xem trước): nothing at all while one cell is wrong.</summary>
public sealed record SheetPlan(OwnSheet Own, IReadOnlyList<LineChange> Changes, IReadOnlyList<CellProblem> Problems, decimal TotalBefore, decimal TotalAfter)
{
    public bool IsGood => Problems.Count == 0 && Changes.Count > 0;

    public IEnumerable<LineChange> Conflicts => Changes.Where(change => change.ChangedMeanwhile is not null);

    /// <summary>All that the person was shown, so that the confirmation is of this and nothing else.</summary>
    public string Print() => JsonSerializer.Serialize(new
    {
        Own.Sheet.Id,
        State = Own.Sheet.State.ToString(),
        Problems,
        Changes = Changes.Select(change => new { change.Criterion.Id, change.Typed, change.Fields, change.PointsAfter, Now = Own.Cells[change.Criterion.Id].Version }),
        Total = TotalAfter.ToString(CultureInfo.InvariantCulture),
    });
}
