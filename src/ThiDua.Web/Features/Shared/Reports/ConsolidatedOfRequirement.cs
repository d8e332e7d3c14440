using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Reports;

/// <summary>Builds what a consolidated report says from the accepted figures, as they stand now.</summary>
public sealed class ConsolidatedOfRequirement(PortalDb db, CurrentYear year, FiguresOfUnits figures, TimeProvider clock)
{
    private sealed record Sent(int UnitId, string UnitName, ReportState State, DateTime? FirstSubmittedAt, bool IsLate, int Round);

    public async Task<ConsolidatedFigures> Handle(ReportRequirement requirement)
    {
        var reports = await db.ReportSubmissions.AsNoTracking().Where(row => row.RequirementId == requirement.Id).Select(row => new Sent(row.UnitId, row.UnitName, row.State, row.FirstSubmittedAt, row.IsLate, row.SubmittedRound)).ToDictionaryAsync(row => row.UnitId);
        var units = year.Year.Owing(requirement.OwedBy).Concat(reports.Values.Where(row => row.State == ReportState.Accepted).Select(row => new OwingUnit(row.UnitId, row.UnitName))).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Name, Domain.Text.VietnameseOrder);
        var (values, targets, before) = ((await figures.Submitted(requirement.Id, onlyAccepted: true)).ToLookup(row => row.UnitId), await figures.Targets(), await figures.YearBefore(requirement));
        return new(
            requirement.Id,
            requirement.Title,
            clock.GetUtcNow().UtcDateTime,
            [.. requirement.Figures.Select(figure => new ConsolidatedFigure(figure.Id, figure.Name, figure.Unit, figure.Decimals, figure.IsSummed))],
            [.. units.Select(unit => new ConsolidatedUnit(unit.Id, unit.Name, Standing(reports.GetValueOrDefault(unit.Id)), reports.GetValueOrDefault(unit.Id)?.FirstSubmittedAt, reports.GetValueOrDefault(unit.Id)?.Round ?? 0, Domain.Text.Clean(string.Join(", ", values[unit.Id].Select(value => value.ByName).Distinct())), Of(unit.Id)) { State = reports.GetValueOrDefault(unit.Id)?.State })]);

        IReadOnlyList<ConsolidatedValue> Of(int unitId) =>
            [.. from row in values[unitId]
                let figure = requirement.FigureOf(row.FigureId)
                select new ConsolidatedValue(row.FigureId, row.Value, figure.TargetAmong(targets[unitId])?.Value, before.TryGetValue((unitId, row.FigureId), out var known) ? known : row.Before)];
    }

    private static ConsolidatedStanding Standing(Sent? report) => report switch
    {
        null or { FirstSubmittedAt: null } => ConsolidatedStanding.NotSubmitted,
        { State: not ReportState.Accepted } => ConsolidatedStanding.NotAccepted,
        { IsLate: true } => ConsolidatedStanding.Late,
        _ => ConsolidatedStanding.InTime,
    };
}
