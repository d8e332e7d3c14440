using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Registrations;

/// <summary>A unit as a line of the list: where its registration stands, how much it holds, and the targets of the leaf that was asked for.</summary>
public sealed record RegistrationRow(int UnitId, string UnitName, RegistrationState? State, DateTime? RegisteredAt, bool IsLate, int Covered, int Targets, int Titles, decimal? Assigned, decimal? Registered)
{
    public bool IsRegistered => RegisteredAt is not null;
}

/// <summary>Đăng ký thi đua of the units of the year that this reader may see.</summary>
public sealed record RegistrationsPage(RegistrationFilter Filter, PageOf<RegistrationRow> Page, IReadOnlyList<LeafWithTarget> Leaves)
{
    public bool SeesAll { get; init; }

    /// <summary>The reader's own unit in the year.</summary>
    public int? OwnUnitId { get; init; }

    public OpenDays? Days { get; init; }

    public bool IsPastDeadline { get; init; }

    public bool MaySetDeadline { get; init; }

    public LeafWithTarget? Leaf => Leaves.FirstOrDefault(row => row.Id == Filter.CriterionId);
}

/// <summary>Lists the units: leader, deputies and those above all of them, a member its own and those that have registered.</summary>
public sealed class ListRegistrations(PortalDb db, LeavesWithTarget leaves, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    private sealed record Found
    {
        public required int UnitId { get; init; }

        public required string UnitName { get; init; }

        public int? Id { get; init; }

        public RegistrationState? State { get; init; }

        public DateTime? RegisteredAt { get; init; }

        public bool WasLate { get; init; }

        /// <summary>The revision that this reader sees.</summary>
        public int Revision { get; init; }
    }

    public async Task<RegistrationsPage> Handle(RegistrationFilter filter, int? page)
    {
        var (calendar, known) = (await db.ScoringCalendars.AsNoTracking().FirstOrDefaultAsync(), await leaves.Handle());
        var isPast = calendar?.IsLateRegistration(clock.GetUtcNow().UtcDateTime) == true;
        var actor = current.Actor;
        return new(filter, await Rows(filter, isPast, [.. known.Select(leaf => leaf.Id)]).PageAt(page), known)
        {
            SeesAll = Registration.SeesAllDrafts(actor),
            OwnUnitId = actor.UnitId is { } own && year.Year.MemberIds.Contains(own) ? own : null,
            Days = calendar?.DaysOf(ScoringWindow.Registration) is { Closes: not null } days ? days : null,
            IsPastDeadline = isPast,
            MaySetDeadline = actor.Can(Permission.SetCalendar),
        };
    }

    private IQueryable<RegistrationRow> Rows(RegistrationFilter filter, bool isPast, List<int> leafIds) =>
        InOrder(Matching(filter, isPast), filter).Select(row => new RegistrationRow(
            row.UnitId,
            row.UnitName,
            row.State,
            row.RegisteredAt,
            row.WasLate || (isPast && row.RegisteredAt == null),
            db.RegisteredTargets.Where(target => target.RegistrationId == row.Id && target.Since <= row.Revision && (target.Until == null || target.Until > row.Revision) && target.CriterionId != null && leafIds.Contains(target.CriterionId.Value)).Select(target => target.CriterionId).Distinct().Count(),
            db.RegisteredTargets.Count(target => target.RegistrationId == row.Id && target.Since <= row.Revision && (target.Until == null || target.Until > row.Revision)),
            db.RegisteredTitles.Count(title => title.RegistrationId == row.Id && title.Since <= row.Revision && (title.Until == null || title.Until > row.Revision)),
            db.RegisteredTargets.Where(target => target.RegistrationId == row.Id && target.CriterionId == filter.CriterionId && target.Source == TargetSource.Assigned && target.Since <= row.Revision && (target.Until == null || target.Until > row.Revision)).Select(target => (decimal?)target.Value).FirstOrDefault(),
            db.RegisteredTargets.Where(target => target.RegistrationId == row.Id && target.CriterionId == filter.CriterionId && target.Source == TargetSource.Registered && target.Since <= row.Revision && (target.Until == null || target.Until > row.Revision)).Select(target => (decimal?)target.Value).FirstOrDefault()));

    private IQueryable<Found> Matching(RegistrationFilter filter, bool isPast)
    {
        var (seesAll, own, today) = (Registration.SeesAllDrafts(current.Actor), current.Actor.UnitId, Days.Today(clock));
        var found =
            from member in db.Memberships.AsNoTracking()
            where member.ToOn == null || member.ToOn >= today
            join one in db.Registrations.Where(Registration.ReadableBy(current.Actor)) on member.OrganizationId equals one.UnitId into registrations
            from registration in registrations.DefaultIfEmpty()
            where seesAll || member.OrganizationId == own || registration != null
            select new Found
            {
                UnitId = member.OrganizationId,
                UnitName = member.NameThen,
                Id = (int?)registration.Id,
                State = (RegistrationState?)registration.State,
                RegisteredAt = registration.RegisteredAt,
                WasLate = registration != null && registration.IsLate,
                Revision = registration == null ? 0 : seesAll || member.OrganizationId == own ? registration.Revision : registration.InForce,
            };
        return found.Where(row => (filter.State == null || row.State == filter.State) && (!filter.IsMissing || row.RegisteredAt == null) && (!filter.IsLate || row.WasLate || (isPast && row.RegisteredAt == null)));
    }

    private IQueryable<Found> InOrder(IQueryable<Found> found, RegistrationFilter filter) => filter.Order switch
    {
        RegistrationOrder.Newest => found.OrderByDescending(row => row.RegisteredAt).ThenBy(row => row.UnitName).ThenBy(row => row.UnitId),
        RegistrationOrder.State => found.OrderBy(row => row.State).ThenBy(row => row.UnitName).ThenBy(row => row.UnitId),
        RegistrationOrder.Value => found.OrderByDescending(row => db.RegisteredTargets.Where(target => target.RegistrationId == row.Id && target.CriterionId == filter.CriterionId && target.Since <= row.Revision && (target.Until == null || target.Until > row.Revision)).Max(target => (decimal?)target.Value)).ThenBy(row => row.UnitName).ThenBy(row => row.UnitId),
        _ => found.OrderBy(row => row.UnitName).ThenBy(row => row.UnitId),
    };
}
