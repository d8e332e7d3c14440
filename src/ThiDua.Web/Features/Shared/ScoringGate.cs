using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>What of the scoring may be done now, by the server's clock and the year's calendar; without a calendar everything that the states allow.</summary>
public sealed class ScoringGate(PortalDb db, TimeProvider clock)
{
    /// <exception cref="Domain.RuleViolation">Entry has not begun, or is closed for this unit.</exception>
    public async Task Handle(ScoreSheet sheet) => (await Calendar())?.RequireEntryOpen(sheet, Now);

    public async Task<bool> IsLate(ScoreSheet sheet) => (await Calendar())?.IsLate(sheet.UnitId, Now) == true;

    /// <summary>The days of entry of a unit; null where the year has no calendar.</summary>
    public async Task<WindowNow?> DaysOf(int unitId) => await Calendar() is { } calendar ? WindowNow.Of(calendar, calendar.EntryOf(unitId), Now) : null;

    /// <exception cref="Domain.RuleViolation">The window has not begun, or is closed.</exception>
    public async Task Require(ScoringWindow window)
    {
        if (await Refusal(window) is { } refusal)
        {
            throw new Domain.RuleViolation(refusal);
        }
    }

    /// <summary>Why an appraisal, an objection or its answer cannot be made now; null where it can.</summary>
    public async Task<string?> Refusal(ScoringWindow window) => (await Calendar())?.Refusal(window, Now);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<ScoringCalendar?> Calendar() => db.ScoringCalendars.AsNoTracking().Include(row => row.Extensions).AsSingleQuery().SingleOrDefaultAsync();
}

/// <summary>Days of the scoring as they stand now: the instants are UTC.</summary>
public sealed record WindowNow(OpenDays Days, WindowStanding Standing, DateTime? EndsAt, DateTime Now)
{
    public static WindowNow Of(ScoringCalendar calendar, OpenDays days, DateTime now) => new(days, days.At(now, calendar.WaitsForWorkingDay), days.Closes?.LateFrom(calendar.WaitsForWorkingDay), now);

    public bool IsShut => Standing is WindowStanding.NotYet or WindowStanding.Closed;
}

/// <summary>A window as it is told on a page: what is done in it, in words.</summary>
public sealed record WindowLine(string What, WindowNow Now);
