using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>Lists the requirements of the year, the next deadline first; those that ended come last.</summary>
public sealed class ListRequirements(PortalDb db, CurrentActor current, CurrentYear year, ListPlanned planned)
{
    public async Task<RequirementsPage> Handle(RequirementState? state, int? page)
    {
        var (actor, own) = (current.Actor, current.Actor.UnitId);
        var seesAll = ReportSubmission.SeesAll(actor);
        var mayKeep = actor.Can(Permission.KeepRequirements) && year.Year.Stage != ClusterYearStage.Concluded;
        var rows = db.Requirements(actor).AsNoTracking().Where(row => state == null || row.State == state)
            .OrderBy(row => row.State == RequirementState.Withdrawn || row.State == RequirementState.Dropped).ThenBy(row => row.LastDay == null).ThenBy(row => row.LastDay).ThenBy(row => row.Id)
            .Select(row => new RequirementRow(
                row.Id,
                row.Title,
                row.Period,
                row.Kind,
                row.OwedBy,
                row.State,
                row.When,
                row.IsExpected,
                seesAll ? db.ReportSubmissions.Count(one => one.RequirementId == row.Id && one.SubmittedRound > 0) : 0,
                seesAll ? db.ReportSubmissions.Count(one => one.RequirementId == row.Id && one.State == ReportState.Accepted) : 0,
                seesAll ? db.ReportSubmissions.Count(one => one.RequirementId == row.Id && one.IsLate) : 0,
                db.ReportSubmissions.Where(one => one.RequirementId == row.Id && one.UnitId == own).Select(one => (ReportState?)one.State).FirstOrDefault(),
                db.ReportSubmissions.Any(one => one.RequirementId == row.Id && one.UnitId == own && one.IsLate),
                row.LastDay,
                db.ReportExtensions.Where(one => one.RequirementId == row.Id && one.UnitId == own).OrderByDescending(one => one.Id).Select(one => (DateOnly?)one.LastDay).FirstOrDefault()));
        return new(await rows.PageAt(page), state)
        {
            MayKeep = mayKeep,
            SeesAll = seesAll,
            ToTake = mayKeep ? (await planned.Handle()).Count(row => row.TakenBy is null) : 0,
            Members = year.Year.Owing(Domain.Planning.OwedBy.EachMember).Count,
            OwnUnitId = own is { } unit && year.Year.MemberIds.Contains(unit) ? unit : null,
            LeaderId = year.Year.LeaderId,
        };
    }
}

/// <summary>Reads one requirement, its steps, and how far the units are.</summary>
public sealed class ShowRequirement(PortalDb db, CurrentActor current, CurrentYear year, ShowUrging urging, ShowSentUp sentUp, TimeProvider clock)
{
    private sealed record Found(int UnitId, ReportState State, bool IsLate);

    public async Task<RequirementPage> Handle(int requirementId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var actor = current.Actor;
        var stored = await db.OneOf(db.Requirements(actor).AsNoTracking().WithPackage().Include(row => row.History), requirementId);
        var reports = await db.ReportSubmissions.AsNoTracking().Where(ReportSubmission.ReadableBy(actor)).Where(row => row.RequirementId == requirementId).Select(row => new Found(row.UnitId, row.State, row.IsLate)).ToListAsync();
        var (owing, seesAll, isYearOpen) = (year.Year.Owing(stored.OwedBy), ReportSubmission.SeesAll(actor), year.Year.Stage != ClusterYearStage.Concluded);
        var hasBegun = actor.Can(Permission.KeepRequirements) && reports.Count > 0;
        return new(stored, isYearOpen ? [.. RequirementWorkflow.Table.OpenTo(actor, stored.State).Where(open => RequirementStepPage.PathOf(open.Step) is not null && (open.Step != RequirementStep.Revise || !hasBegun) && (open.Step != RequirementStep.Consolidate || stored.OwedBy == Domain.Planning.OwedBy.EachMember))] : [])
        {
            MayEdit = isYearOpen && stored.State == RequirementState.Draft && actor.Can(Permission.KeepRequirements),
            Gaps = stored.State == RequirementState.Draft ? stored.MissingToAnnounce(clock.GetUtcNow().UtcDateTime) : [],
            SeesAll = seesAll,
            Leaves = await Leaves(stored),
            OwingAlone = (stored.OwedBy, owing) is (Domain.Planning.OwedBy.Leader, [var alone, ..]) ? alone.Id : null,
            OwnUnitId = owing.FirstOrDefault(unit => unit.Id == actor.UnitId)?.Id,
            Own = reports.Find(row => row.UnitId == actor.UnitId)?.State,
            Standing = stored.StandingOf(actor.UnitId ?? 0, clock.GetUtcNow().UtcDateTime),
            Owing = owing.Count,
            Counts = seesAll ? reports.CountBy(row => row.State).ToDictionary() : new Dictionary<ReportState, int>(),
            Late = reports.Count(row => row.IsLate),
            Urging = stored.State == RequirementState.Draft ? UrgingOfRequirement.None : await urging.Handle(stored),
            SentUp = await sentUp.Handle(stored, isYearOpen),
            Extensions = [.. stored.Extensions.Where(row => ReportSubmission.MayRead(actor, row.UnitId))],
        };
    }

    // What its figures belong to in the scoring scheme.
    private async Task<IReadOnlyDictionary<int, string>> Leaves(ReportRequirement stored)
    {
        var ids = stored.Figures.Select(figure => figure.CriterionId).OfType<int>().ToList();
        return ids.Count == 0 ? new Dictionary<int, string>() : await db.Criteria.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Code, row.Name }).ToDictionaryAsync(row => row.Id, row => $"{row.Code}. {row.Name}");
    }
}
