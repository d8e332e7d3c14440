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
    /// <summary>By leaf, the newest report first; nothing for who may not read the unit's reports.</summary>
    public static async Task<ILookup<int, ReportedFigure>> ReportedOf(this PortalDb db, Actor reader, int unitId)
    {
        if (!ReportSubmission.MayRead(reader, unitId))
        {
            return Array.Empty<ReportedFigure>().ToLookup(row => row.CriterionId);
        }

        return (await (
            from row in db.SubmittedFigures.AsNoTracking().InForce()
            join figure in db.RequirementFigures on row.FigureId equals figure.Id
            join requirement in db.ReportRequirements on figure.RequirementId equals requirement.Id
            where row.Submission.UnitId == unitId && figure.CriterionId != null && requirement.State != RequirementState.Withdrawn
            orderby row.Submission.SubmittedAt descending
            select new ReportedFigure(figure.CriterionId!.Value, requirement.Id, unitId, requirement.Title, figure.Unit, row.Value, row.Submission.State, row.EnteredByName, row.Submission.SubmittedAt)).ToListAsync()).ToLookup(row => row.CriterionId);
    }
}
