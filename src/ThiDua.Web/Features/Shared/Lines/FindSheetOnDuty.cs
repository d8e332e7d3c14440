using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>A sheet that this person answers for as appraiser, and where the year's results stand.</summary>
public sealed record SheetOnDuty(ScoreSheet Sheet, AppraisalDuty Duty, RankingState Ranking, NotAssignedPolicy NotAssigned, string ResponsibleName)
{
    /// <summary>The days of what is to be done with the sheet now, appraise it or answer; null where none were set.</summary>
    public WindowNow? Days { get; init; }

    /// <summary>Why it is out of its days; null where it is open.</summary>
    public string? Shut { get; init; }

    /// <exception cref="RuleViolation">The appraisal, or the answer to an objection, has not begun, or is closed.</exception>
    public void RequireOpenDays() => RuleViolation.Require(Shut is null, Shut ?? "");

    /// <summary>The sheet as the person saw it; else the refusal names who moved it meanwhile.</summary>
    public async Task MustBeAsSeen(PortalDb db, int version)
    {
        if (Sheet.Version != version)
        {
            var last = await db.StepsTaken.AsNoTracking().Where(step => EF.Property<int?>(step, "OfSheetId") == Sheet.Id).OrderByDescending(step => step.Id).FirstOrDefaultAsync();
            throw new AlreadyChanged($"{last?.UserName ?? "Người khác"} vừa cập nhật lúc {Shown.Clock(last?.At)}: bảng điểm đang ở trạng thái “{Labels.Of(Sheet.State)}”.");
        }

        db.Expect(Sheet, version);
    }
}

/// <summary>Finds a sheet for its appraiser. Who may not read it finds nothing; who may only read it is told who appraises.</summary>
public sealed class FindSheetOnDuty(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task<SheetOnDuty> Handle(int sheetId)
    {
        var by = current.Actor;
        var found = await db.ScoreSheets.Where(sheet => sheet.Id == sheetId).Select(sheet => new
        {
            Sheet = sheet,
            sheet.Scheme.NotAssigned,
            sheet.Scheme.NoSheet,
            Ranking = db.Rankings.Select(ranking => ranking.State).FirstOrDefault(),
            Calendar = db.ScoringCalendars.FirstOrDefault(calendar => calendar.ClusterYearId == sheet.ClusterYearId),
            EnteredByThisPerson = db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == by.UserId),
        }).OneAsync();
        var (unitId, duty) = (found.Sheet.UnitId, AppraisalDuty.For(found.Sheet.UnitId, year.Year.Duties, found.EnteredByThisPerson) with { ScoresFacts = ScoreSheetWorkflow.ScoresFacts(found.NoSheet, found.Ranking) });
        if (!SheetAccess.MayRead(by, unitId, duty.ResponsibleUnitId, found.Sheet.State, found.Ranking))
        {
            throw new NotFound();
        }

        var responsible = year.Year.Duties.AssignmentOf(unitId)?.Appraiser.Name ?? (duty.ResponsibleUnitId is { } unit ? year.Year.MemberNames.GetValueOrDefault(unit) ?? await NameOf(unit) : await NameOf(year.Year.StandingBodyId ?? year.Year.AuthorityId));
        if (duty.RefusalOutsideMeeting(by, unitId) is { } refusal)
        {
            throw new NotPermitted($"{refusal} Bảng chấm điểm của {found.Sheet.UnitName} do {responsible} thẩm định.");
        }

        var (now, window) = (clock.GetUtcNow().UtcDateTime, ScoringCalendar.WindowOfAppraisal(found.Sheet.State));
        return new(found.Sheet, duty, found.Ranking, found.NotAssigned, responsible)
        {
            Days = found.Calendar is { } calendar ? WindowNow.Of(calendar, calendar.DaysOf(window), now) : null,
            Shut = found.Calendar?.Refusal(window, now),
        };
    }

    // Without a unit the standing body answers, or the authority itself.
    private Task<string> NameOf(int id) => db.Organizations.Where(row => row.Id == id).Select(row => row.Name).FirstAsync();
}
