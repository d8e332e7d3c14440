using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Notifications;

/// <summary>Finds who is to be reminded now of which reports of the cluster year entered: the people of each unit that owes one, and the leader's clerks of all that are missing, in one list.</summary>
public sealed class FindReminders(PortalDb db, TimeProvider clock)
{
    private sealed record Owed(ReportRequirement Requirement, DateOnly AnnouncedOn, OwingUnit Unit, bool IsBegun);

    private sealed record Known(EnteredYear Year, IReadOnlyList<Owed> Missing, IReadOnlyDictionary<(int Requirement, int Unit, DateOnly LastDay, int User), int> Taken, DateTime Now);

    public async Task<IReadOnlyList<Reminder>> Handle(int yearId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = VietnamTime.DayOf(now);
        if (await EnterClusterYear.Load(db, yearId, today) is not { } year || year.Stage == ClusterYearStage.Concluded)
        {
            return [];
        }

        var missing = await Missing(year, cancellationToken);
        if (missing.All(owed => owed.Requirement.ReminderDue(owed.Unit.Id, now, owed.AnnouncedOn, null) is null))
        {
            return [];
        }

        var known = new Known(year, missing, await Taken(missing, cancellationToken), now);
        var hearers = (await Hearers.Of(db, year, today, cancellationToken)).OrderBy(hearer => hearer.Actor.Capacity == Capacity.Head).ToList();
        return [.. ToUnits(known, hearers), .. ToLeader(known, hearers)];
    }

    private async Task<IReadOnlyList<Owed>> Missing(EnteredYear year, CancellationToken cancellationToken)
    {
        var requirements = await db.ReportRequirements.AsNoTracking().Where(row => row.State == RequirementState.Announced && row.LastDay != null)
            .Include(row => row.Extensions).Include(row => row.History.Where(step => step.Step == nameof(RequirementStep.Announce))).OrderBy(row => row.LastDay).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var ids = requirements.Select(row => row.Id).ToList();
        var reports = await db.ReportSubmissions.AsNoTracking().Where(row => ids.Contains(row.RequirementId)).Select(row => new { row.RequirementId, row.UnitId, row.State }).ToDictionaryAsync(row => (row.RequirementId, row.UnitId), row => row.State, cancellationToken);
        return [.. from requirement in requirements
                   where requirement.History.Count > 0
                   let announcedOn = VietnamTime.DayOf(requirement.History.Max(step => step.At))
                   from unit in year.Owing(requirement.OwedBy)
                   let isBegun = reports.TryGetValue((requirement.Id, unit.Id), out _)
                   where !isBegun || reports[(requirement.Id, unit.Id)] == ReportState.Drafting
                   select new Owed(requirement, announcedOn, unit, isBegun)];
    }

    private async Task<IReadOnlyDictionary<(int Requirement, int Unit, DateOnly LastDay, int User), int>> Taken(IReadOnlyList<Owed> missing, CancellationToken cancellationToken)
    {
        var ids = missing.Select(owed => owed.Requirement.Id).Distinct().ToList();
        return await db.SentReminders.AsNoTracking().Where(row => ids.Contains(row.RequirementId)).GroupBy(row => new { row.RequirementId, row.UnitId, row.LastDay, row.UserId })
            .Select(rows => new { rows.Key, Last = rows.Max(row => row.Step) }).ToDictionaryAsync(row => (row.Key.RequirementId, row.Key.UnitId, row.Key.LastDay, row.Key.UserId), row => row.Last, cancellationToken);
    }

    // Each person once for a unit, as a clerk where they are that, too.
    private static IEnumerable<Reminder> ToUnits(Known known, IReadOnlyList<Hearer> hearers)
    {
        var ofUnit = hearers.Where(hearer => hearer.Actor.UnitId is not null && hearer.Actor.Can(Permission.EnterReports)).DistinctBy(hearer => (hearer.Actor.UnitId, hearer.Actor.UserId)).ToLookup(hearer => hearer.Actor.UnitId!.Value);
        return from owed in known.Missing
               from hearer in ofUnit[owed.Unit.Id]
               let step = StepFor(known, owed, hearer)
               where step is not null
               select new Reminder(hearer, ReminderWords.ToUnit(known.Year, owed.Requirement, owed.Unit, owed.IsBegun, known.Now), [step]);
    }

    private static IEnumerable<Reminder> ToLeader(Known known, IReadOnlyList<Hearer> hearers) =>
        from hearer in hearers.Where(hearer => hearer.Actor.Capacity == Capacity.Clerk && hearer.Actor.Can(Permission.KeepRequirements)).DistinctBy(hearer => hearer.Actor.UserId)
        let rows = (from owed in known.Missing
                    where owed.Requirement.OwedBy == OwedBy.EachMember && owed.Unit.Id != hearer.Actor.UnitId
                    let step = StepFor(known, owed, hearer)
                    where step is not null
                    select (owed, step)).ToList()
        where rows.Count > 0
        select new Reminder(hearer, ReminderWords.ToLeader(known.Year, [.. rows.Select(row => (row.owed.Requirement, row.owed.Unit))], known.Now), [.. rows.Select(row => row.step)]);

    private static ReminderStep? StepFor(Known known, Owed owed, Hearer hearer)
    {
        var (requirement, unit) = (owed.Requirement, owed.Unit.Id);
        if (requirement.DeadlineOf(unit) is not { LastDay: var lastDay })
        {
            return null;
        }

        var last = known.Taken.TryGetValue((requirement.Id, unit, lastDay, hearer.Actor.UserId), out var taken) ? taken : (int?)null;
        return requirement.ReminderDue(unit, known.Now, owed.AnnouncedOn, last) is { } step ? new(requirement.Id, requirement.Version, unit, lastDay, step) : null;
    }
}
