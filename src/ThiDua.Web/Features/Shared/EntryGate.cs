using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>Whether a unit may write its sheet now, by the server's clock and the year's calendar; without a calendar always.</summary>
public sealed class EntryGate(PortalDb db, TimeProvider clock)
{
    /// <exception cref="Domain.RuleViolation">Entry has not begun, or is closed for this unit.</exception>
    public async Task Handle(ScoreSheet sheet) => (await Calendar())?.RequireEntryOpen(sheet, clock.GetUtcNow().UtcDateTime);

    public async Task<bool> IsLate(ScoreSheet sheet) => (await Calendar())?.IsLate(sheet.UnitId, clock.GetUtcNow().UtcDateTime) == true;

    /// <summary>The days of entry of a unit, by the server's clock; null where the year has no calendar.</summary>
    public async Task<EntryDays?> DaysOf(int unitId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await Calendar() is { } calendar && calendar.EntryOf(unitId) is var days ? new(days, days.At(now, calendar.WaitsForWorkingDay), days.Closes?.LateFrom(calendar.WaitsForWorkingDay), now) : null;
    }

    public async Task RequireObjection() => (await Calendar())?.RequireObjectionOpen(clock.GetUtcNow().UtcDateTime);

    private Task<ScoringCalendar?> Calendar() => db.ScoringCalendars.AsNoTracking().Include(row => row.Extensions).AsSingleQuery().SingleOrDefaultAsync();
}

/// <summary>A unit's days of entry as they stand: the instants are UTC.</summary>
public sealed record EntryDays(OpenDays Days, WindowStanding Standing, DateTime? EndsAt, DateTime Now);
