using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>What is known of one event of a unit: the fact as it is now, if any, and what it has become where there was one and is none.</summary>
public sealed record ReportingFact(int UnitId, PortalFact? Now, PortalFact Lifted, ReportKind? Report, bool IsMissing)
{
    public string Key => Lifted.Key;

    /// <summary>As a line scored from this source is told it.</summary>
    public PortalFact For(PortalSource source) => Now is null ? Lifted : source == PortalSource.MissingReports ? Now with { TakesOff = IsMissing } : Now;

    /// <summary>Whether a line scored by this rule hears of the event at all: of reports only those of the kinds that it is about.</summary>
    public bool Concerns(ByPortalRule rule) => (Report is not { } kind || rule.IsAbout(kind)) && rule.Source switch
    {
        PortalSource.Submissions or PortalSource.MissingReports => IsReport,
        PortalSource.LateReports => IsReport && !IsMissing,
        PortalSource.Comments => !IsReport,
        PortalSource.Deadlines => true,
        _ => false,
    };

    private bool IsReport => Report is not null;

    /// <summary>Whether it is worth a new proposal: a line that counts failures is told of failures alone.</summary>
    public bool IsNewsFor(PortalSource source) => Now is not null && (For(source).TakesOff || source is not (PortalSource.LateReports or PortalSource.MissingReports));
}

/// <summary>Reads what requirements, reports and rounds of the year entered say of units.</summary>
public sealed class ReadReportingFacts(PortalDb db, TimeProvider clock)
{
    /// <summary>Of all requirements and rounds; what was taken back is among them, as what lifts an earlier fact.</summary>
    public async Task<IReadOnlyList<ReportingFact>> Handle(int unitId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var requirements = await db.ReportRequirements.AsNoTracking().Include(row => row.Extensions).OrderBy(row => row.LastDay).ThenBy(row => row.Id).ToListAsync();
        var own = await db.ReportSubmissions.AsNoTracking().Where(row => row.UnitId == unitId).ToDictionaryAsync(row => row.RequirementId);
        var rounds = await db.Consultations.AsNoTracking().Include(row => row.Units.Where(unit => unit.UnitId == unitId)).OrderBy(row => row.Id).ToListAsync();
        return
        [
            .. requirements.Select(requirement => Of(requirement, unitId, own.GetValueOrDefault(requirement.Id), now)),
            .. rounds.Where(round => round.Units.Count > 0).Select(round => new ReportingFact(unitId, Discipline.OfRound(round, round.Units[0], now), Discipline.Lifted(round), Report: null, IsMissing: false)),
        ];
    }

    /// <summary>Of one requirement, as it and its reports are about to be saved.</summary>
    public async Task<IReadOnlyList<ReportingFact>> OfRequirement(ReportRequirement requirement, IReadOnlyList<ScoreSheet> sheets)
    {
        var (now, units) = (clock.GetUtcNow().UtcDateTime, sheets.Select(sheet => sheet.UnitId).ToList());
        await db.ReportSubmissions.Where(row => row.RequirementId == requirement.Id && units.Contains(row.UnitId)).LoadAsync();
        var reports = db.ReportSubmissions.Local.Where(row => row.RequirementId == requirement.Id).ToDictionary(row => row.UnitId);
        return [.. units.Select(unit => Of(requirement, unit, reports.GetValueOrDefault(unit), now))];
    }

    private static ReportingFact Of(ReportRequirement requirement, int unitId, ReportSubmission? report, DateTime now) =>
        new(unitId, Discipline.OfReport(requirement, unitId, report, now), Discipline.Lifted(requirement, unitId), requirement.Kind, IsMissing: report?.FirstSubmittedAt is null);
}
