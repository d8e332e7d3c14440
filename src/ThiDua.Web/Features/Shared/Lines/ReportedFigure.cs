using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>A figure that the unit reported for a leaf: shown beside its line, with the report that it comes from, and never typed again.</summary>
public sealed record ReportedFigure(int CriterionId, int RequirementId, int UnitId, string Report, string? Unit, decimal Value, ReportState State, string ByName, DateTime? SubmittedAt)
{
    public string Text => $"{Figures.Value(Value)} {Unit}".TrimEnd();

    public string Source => $"{ByName} nhập, nộp lúc {Shown.Time(SubmittedAt)}, {Domain.Labels.Of(State).ToLowerInvariant()}";
}

/// <summary>The figures behind a line, beside what the line holds, for the partial <c>_ReportedFigures</c>.</summary>
public sealed record FiguresBehindLine(IReadOnlyList<ReportedFigure> Figures, decimal? Achieved)
{
    public bool Differs(ReportedFigure figure) => Achieved is { } achieved && achieved != figure.Value;
}

/// <summary>Reads what units reported, for their sheets.</summary>
public static class ReportedFigures
{
    /// <summary>The criteria with what was reported for them, the newest report first, in one statement; nothing was for who may not read the unit's reports.</summary>
    public static async Task<(IReadOnlyList<Criterion> Criteria, ILookup<int, ReportedFigure> Reported)> WithReported(this IQueryable<Criterion> criteria, PortalDb db, Actor? reader, int unitId)
    {
        var mayRead = reader is not null && ReportSubmission.MayRead(reader, unitId);
        var reported = from row in db.SubmittedFigures.InForce()
                       join figure in db.RequirementFigures on row.FigureId equals figure.Id
                       join requirement in db.ReportRequirements on figure.RequirementId equals requirement.Id
                       where mayRead && row.Submission.UnitId == unitId && figure.CriterionId != null && requirement.State != RequirementState.Withdrawn
                       select new { row.Id, figure.CriterionId, RequirementId = requirement.Id, requirement.Title, figure.Unit, row.Value, row.Submission.State, row.EnteredByName, row.Submission.SubmittedAt };
        var found = await (
            from criterion in criteria.AsNoTracking()
            join row in reported on criterion.Id equals row.CriterionId into behind
            from row in behind.DefaultIfEmpty()
            select new { Criterion = criterion, RowId = (int?)row.Id, RequirementId = (int?)row.RequirementId, row.Title, row.Unit, Value = (decimal?)row.Value, State = (ReportState?)row.State, row.EnteredByName, row.SubmittedAt }).ToListAsync();
        return (
            [.. found.Select(row => row.Criterion).DistinctBy(criterion => criterion.Id)],
            found.Where(row => row.RowId is not null).OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.RowId)
                .ToLookup(row => row.Criterion.Id, row => new ReportedFigure(row.Criterion.Id, row.RequirementId!.Value, unitId, row.Title, row.Unit, row.Value!.Value, row.State!.Value, row.EnteredByName, row.SubmittedAt)));
    }
}
