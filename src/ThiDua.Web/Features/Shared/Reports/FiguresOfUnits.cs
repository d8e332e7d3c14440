using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Features.Shared.Reports;

/// <summary>A value that was submitted, with where it comes from.</summary>
public sealed record ReportedValue(int FigureId, int UnitId, decimal Value, decimal? Before, int? Supplement, string ByName, DateTime? SubmittedAt, ReportState State)
{
    public bool IsAccepted => State == ReportState.Accepted;
}

/// <summary>A figure of one unit: what was typed, beside the target in force and the value of the year before that the portal knows.</summary>
public sealed record FigureLine(RequirementFigure Figure, SubmittedFigure? Row, TargetInForce? Target, decimal? Known)
{
    public decimal? Before => Known ?? Row?.Before;

    public FigureComparison? Compared => Row is null ? null : new(Row.Value, Target?.Value, Before);
}

/// <summary>Figures of reports with what they are compared with. The one place that the report, the table of figures, sheets and the consolidated report read them from.</summary>
public sealed class FiguresOfUnits(PortalDb db, CurrentActor current, YearBefore before)
{
    /// <summary>What was submitted for a requirement and counts: the last supplement, else the last submission.</summary>
    public async Task<IReadOnlyList<ReportedValue>> Submitted(int requirementId, IReadOnlyList<int>? unitIds = null, bool onlyAccepted = false) => await (
        from row in db.SubmittedFigures.AsNoTracking().InForce()
        where row.Submission.RequirementId == requirementId && (unitIds == null || unitIds.Contains(row.Submission.UnitId)) && (!onlyAccepted || row.Submission.State == ReportState.Accepted)
        select new ReportedValue(row.FigureId, row.Submission.UnitId, row.Value, row.Before, row.Supplement, row.EnteredByName, row.Submission.SubmittedAt, row.Submission.State)).ToListAsync();

    /// <summary>The targets in force by unit.</summary>
    public async Task<ILookup<int, Target>> Targets(IReadOnlyList<int>? unitIds = null) => (
        await db.RegisteredTargets.AsNoTracking().Where(row => row.Since <= row.Registration.InForce && (row.Until == null || row.Until > row.Registration.InForce) && (unitIds == null || unitIds.Contains(row.Registration.UnitId)))
            .Select(row => new { row.Registration.UnitId, Target = row }).ToListAsync()).ToLookup(row => row.UnitId, row => row.Target);

    /// <summary>The values that were accepted for the same figures in the report of this cluster on the same period the year before, by unit and figure. Whoever looks finds the same of the units whose reports they may read.</summary>
    public async Task<IReadOnlyDictionary<(int UnitId, int FigureId), decimal>> YearBefore(ReportRequirement requirement, IReadOnlyList<int>? unitIds = null)
    {
        if (requirement.Figures.Count == 0)
        {
            return new Dictionary<(int, int), decimal>();
        }

        var found = await (
            from row in before.Rows<SubmittedFigure>().InForce()
            join report in before.Rows<ReportSubmission>().Where(ReportSubmission.ReadableBy(current.Actor)) on row.SubmissionId equals report.Id
            join asked in before.Rows<RequirementFigure>() on row.FigureId equals asked.Id
            join one in before.Rows<ReportRequirement>() on report.RequirementId equals one.Id
            where one.Kind == requirement.Kind && RequirementWorkflow.Open.Contains(one.State) && report.State == ReportState.Accepted && (unitIds == null || unitIds.Contains(report.UnitId))
            orderby one.LastDay descending, one.Id descending, row.Id descending
            select new { report.UnitId, asked.Name, row.Value, Of = new ReportedPeriod(one.Kind, one.Period, one.Title, one.Year) }).ToListAsync();
        var here = new ReportedPeriod(requirement.Kind, requirement.Period, requirement.Title, requirement.Year);
        return (from row in found
                let fit = row.Of.FitTo(here)
                where fit is not null
                from figure in requirement.Figures
                where RequirementFigure.AreSame(row.Name, figure.Name)
                group (Fit: fit.Value, row.Value) by (row.UnitId, figure.Id)).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Fit).Value); // of several the last
    }

    /// <summary>The figures of one unit's report as they stand in these rows.</summary>
    public async Task<IReadOnlyList<FigureLine>> Handle(ReportRequirement requirement, int unitId, IReadOnlyList<SubmittedFigure> rows)
    {
        if (requirement.Figures.Count == 0)
        {
            return [];
        }

        var (targets, values) = (await Targets([unitId]), await YearBefore(requirement, [unitId]));
        return [.. requirement.Figures.Select(figure => new FigureLine(figure, rows.FirstOrDefault(row => row.FigureId == figure.Id), figure.TargetAmong(targets[unitId]), values.TryGetValue((unitId, figure.Id), out var known) ? known : null))];
    }
}

/// <summary>How a figure is printed: with the decimals that the requirement names, points between thousands.</summary>
public static class FigureFormat
{
    public static string Of(RequirementFigure figure) => figure.Decimals == 0 ? "#,##0" : $"#,##0.{new string('0', figure.Decimals)}";

    public static string Shown(RequirementFigure figure, decimal? value) => value is { } number ? DocumentFormats.Number(number, Of(figure)) : "–";
}

/// <summary>Which of the rows of a figure counts.</summary>
internal static class FiguresInForce
{
    /// <summary>That of the last supplement, else of the last submission.</summary>
    public static IQueryable<SubmittedFigure> InForce(this IQueryable<SubmittedFigure> figures) => figures.Where(row =>
        (row.Supplement != null && !row.Submission.Figures.Any(other => other.FigureId == row.FigureId && other.Supplement > row.Supplement))
        || (row.Supplement == null && row.Since <= row.Submission.SubmittedRound && (row.Until == null || row.Until > row.Submission.SubmittedRound) && !row.Submission.Figures.Any(other => other.FigureId == row.FigureId && other.Supplement != null)));
}
