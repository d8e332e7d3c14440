using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Calendars;

/// <summary>Lịch chấm điểm as it stands now.</summary>
public sealed record CalendarPage(int Version, bool IsSet, bool WaitsForWorkingDay, bool MaySet, IReadOnlyList<CalendarPage.Row> Rows, IReadOnlyList<CalendarPage.Extension> Extensions)
{
    public sealed record Row(ScoringWindow Window, OpenDays Days, WindowStanding Standing);

    public sealed record Extension(string UnitName, DateOnly LastDay, string Reason, string GivenByName, DateTime GivenAt);

    public sealed record Unit(int Id, string Name);

    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>How many days the year's parameters give for objections; null: not laid down.</summary>
    public int? ObjectionDays { get; init; }

    /// <summary>What the authority set for the year: later dates are warned of.</summary>
    public LimitsNow Limits { get; init; } = LimitsNow.None;

    public string? WarningOf(Row row) => Limits.Warning(LimitKinds.Of(row.Window), row.Days.Closes?.LastDay);
}

/// <summary>An act on the calendar with its form.</summary>
public sealed record CalendarAct<TForm>(CalendarPage Page, TForm Form);

/// <summary>Shows the calendar of the year entered, by the server's clock.</summary>
public sealed class ShowCalendar(PortalDb db, CurrentActor current, CurrentYear year, AuthorityLimits limits, TimeProvider clock)
{
    public async Task<CalendarPage> Handle()
    {
        var (calendar, now) = (await db.ScoringCalendars.AsNoTracking().Include(row => row.Extensions).AsSingleQuery().SingleOrDefaultAsync(), clock.GetUtcNow().UtcDateTime);
        var units = await db.ScoreSheets.AsNoTracking().Select(sheet => new CalendarPage.Unit(sheet.UnitId, sheet.UnitName)).ToListAsync();
        var waits = calendar?.WaitsForWorkingDay ?? year.Year.Parameters.WaitsForWorkingDay;
        return new(calendar?.Version ?? 0, calendar is not null, waits, current.Actor.Can(Permission.SetCalendar) && year.Year.Stage != Domain.Clusters.ClusterYearStage.Concluded,
            [.. Enum.GetValues<ScoringWindow>().Select(window => (Window: window, Days: calendar?.Windows.GetValueOrDefault(window) ?? new(null, null, false))).Select(row => new CalendarPage.Row(row.Window, row.Days, row.Days.At(now, waits)))],
            [.. (calendar?.Extensions ?? []).OrderByDescending(row => row.Id).Select(row => new CalendarPage.Extension(units.Find(unit => unit.Id == row.UnitId)?.Name ?? "", row.LastDay, row.Reason, row.GivenByName, row.GivenAt))])
        {
            ObjectionDays = year.Year.Parameters.ObjectionDays,
            Limits = await limits.Handle(),
            Units = [.. units.OrderBy(unit => unit.Name, Text.VietnameseOrder)],
        };
    }

    public async Task<CalendarAct<SetCalendar.Form>> ToSet(SetCalendar.Form? typed)
    {
        var page = await Handle();
        SetCalendar.Days Of(ScoringWindow window) => SetCalendar.Days.Of(page.Rows.First(row => row.Window == window).Days);
        return new(page, typed is not null ? typed with { Version = page.Version } : new()
        {
            Registration = Of(ScoringWindow.Registration),
            Entry = Of(ScoringWindow.Entry),
            Appraisal = Of(ScoringWindow.Appraisal),
            Objection = Of(ScoringWindow.Objection) with { ClosesHard = !page.IsSet || Of(ScoringWindow.Objection).ClosesHard },
            Answer = Of(ScoringWindow.Answer),
            WaitsForWorkingDay = page.WaitsForWorkingDay,
            ObjectionsAsLaidDown = page.ObjectionDays is not null && Of(ScoringWindow.Objection).ClosesOn is null,
            Version = page.Version,
        });
    }

    public async Task<CalendarAct<ExtendEntry.Form>> ToExtend(ExtendEntry.Form? typed)
    {
        var page = await Handle();
        return new(page, (typed ?? new()) with { Version = page.Version });
    }
}
