using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Brings what reports and rounds of comments say of a unit into the lines of its sheet that are scored from them: proposals with their source, never points.</summary>
public sealed class ReportingFacts(PortalDb db, CurrentActor current, TimeProvider clock)
{
    /// <summary>Adds to what the caller saves next; tells how many proposals are new or say something else than before. An excuse that was recorded stays.</summary>
    public async Task<int> Handle(ScoreSheet sheet)
    {
        var leaves = (await db.Criteria.Where(row => row.SchemeId == sheet.SchemeId && row.Rule != null).ToListAsync()).Where(leaf => leaf.Rule is ByPortalRule).ToList();
        if (leaves.Count == 0)
        {
            return 0;
        }

        var (reports, rounds) = (await Reports(sheet.UnitId), await Rounds(sheet.UnitId));
        var known = (await db.PortalProposals.Where(row => row.SheetId == sheet.Id).ToListAsync()).ToDictionary(row => (row.CriterionId, row.Key));
        var changed = 0;
        foreach (var leaf in leaves)
        {
            foreach (var fact in FactsFor(((ByPortalRule)leaf.Rule!).Source, reports, rounds))
            {
                changed += Bring(sheet, leaf, fact, known) ? 1 : 0;
            }
        }

        return changed;
    }

    private bool Bring(ScoreSheet sheet, Criterion leaf, PortalFact fact, Dictionary<(int CriterionId, string Key), PortalProposal> known)
    {
        if (known.TryGetValue((leaf.Id, fact.Key), out var told))
        {
            return told.Renew(current.Actor, fact, clock.GetUtcNow().UtcDateTime);
        }

        // A line that counts failures is told of failures alone.
        if (!fact.TakesOff && leaf.Rule is ByPortalRule { Source: PortalSource.LateReports or PortalSource.MissingReports })
        {
            return false;
        }

        db.Add(new PortalProposal(sheet, leaf, fact, clock.GetUtcNow().UtcDateTime));
        return true;
    }

    private static IEnumerable<PortalFact> FactsFor(PortalSource source, IReadOnlyList<(PortalFact Fact, bool IsMissing)> reports, IReadOnlyList<PortalFact> rounds) => source switch
    {
        PortalSource.Submissions => reports.Select(row => row.Fact),
        PortalSource.LateReports => reports.Where(row => !row.IsMissing).Select(row => row.Fact),
        PortalSource.MissingReports => reports.Select(row => row.Fact with { TakesOff = row.IsMissing }),
        PortalSource.Comments => rounds,
        PortalSource.Deadlines => [.. reports.Select(row => row.Fact), .. rounds],
        _ => [],
    };

    private async Task<IReadOnlyList<(PortalFact Fact, bool IsMissing)>> Reports(int unitId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var requirements = await db.ReportRequirements.AsNoTracking().Include(row => row.Extensions).Where(row => row.OwedBy == OwedBy.EachMember && (row.State == RequirementState.Announced || row.State == RequirementState.Consolidated)).OrderBy(row => row.LastDay).ToListAsync();
        var own = await db.ReportSubmissions.AsNoTracking().Where(row => row.UnitId == unitId).ToDictionaryAsync(row => row.RequirementId);
        return [.. from requirement in requirements
                   let report = own.GetValueOrDefault(requirement.Id)
                   let fact = Discipline.OfReport(requirement, unitId, report, now)
                   where fact is not null
                   select (fact, report?.FirstSubmittedAt is null)];
    }

    private async Task<IReadOnlyList<PortalFact>> Rounds(int unitId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rounds = await db.Consultations.AsNoTracking().Include(row => row.Units.Where(unit => unit.UnitId == unitId)).OrderBy(row => row.Id).ToListAsync();
        return [.. rounds.Where(round => round.Units.Count > 0).Select(round => Discipline.OfRound(round, round.Units[0], now)).OfType<PortalFact>()];
    }
}

/// <summary>Where an event behind a line is read in the portal, by its key.</summary>
public static class FactLinks
{
    public static string? Of(object? clusterYearId, string key) =>
        key.StartsWith("bao-cao-", StringComparison.Ordinal) && int.TryParse(key["bao-cao-".Length..], out var requirement) ? $"/cum/{clusterYearId}/bao-cao/{requirement}"
        : key.StartsWith("gop-y-", StringComparison.Ordinal) && int.TryParse(key["gop-y-".Length..], out var round) ? $"/cum/{clusterYearId}/y-kien/{round}"
        : null;
}
