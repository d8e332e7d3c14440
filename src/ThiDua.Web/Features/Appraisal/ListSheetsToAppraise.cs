using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The sheets that this person answers for, with their progress, and who appraises whom in this year.</summary>
public sealed record SheetsToAppraise(ScoreSheetState? Filter, PageOf<SheetToAppraise> Page, IReadOnlyList<SheetBarred> Barred, IReadOnlyList<AppraisalAssignment> Assignments)
{
    public bool IsWithoutDuty => Filter is null && Page.Total == 0;
}

/// <summary>A sheet of duty; progress is null until the unit has submitted it, or its facts are scored without.</summary>
public sealed record SheetToAppraise(int Id, string UnitName, ScoreSheetState State, DateTime? SubmittedAt, bool IsAppraisedLate, string ResponsibleName, AppraisalProgress? Progress)
{
    /// <summary>Whether the appraiser writes now.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Lines appraised of those that the end of the appraisal needs, and how many differ from the unit's own scoring.</summary>
public sealed record AppraisalProgress(int Owed, int Done, int Differences);

/// <summary>A sheet that this office answers for but not this person, and why.</summary>
public sealed record SheetBarred(string UnitName, string Reason);

/// <summary>Who appraises the sheets of which units.</summary>
public sealed record AppraisalAssignment(string ResponsibleName, IReadOnlyList<string> UnitNames);

public sealed class ListSheetsToAppraise(PortalDb db, CurrentActor current, CurrentYear year)
{
    private sealed record Found(int Id, int UnitId, string UnitName, ScoreSheetState State, DateTime? SubmittedAt, bool IsAppraisedLate, bool EnteredByThisPerson)
    {
        public AppraisalDuty Duty(EnteredYear year) => AppraisalDuty.For(UnitId, year.Duties, EnteredByThisPerson);
    }

    public async Task<SheetsToAppraise> Handle(ScoreSheetState? state, int? page)
    {
        var by = current.Actor;
        var sheets = await Sheets(by.UserId);
        var names = await Names(sheets);
        var scoresFacts = await db.ScoringSchemes.Select(row => new { row.NoSheet, Ranking = db.Rankings.Select(ranking => ranking.State).FirstOrDefault() }).FirstOrDefaultAsync() is { } found && ScoreSheetWorkflow.ScoresFacts(found.NoSheet, found.Ranking);
        var mine = sheets.Where(sheet => sheet.Duty(year.Year).AllowsAtDesk(by, sheet.UnitId)).ToList();
        var shown = mine.Where(sheet => state is null || sheet.State == state).ToList();
        var at = Math.Clamp(page ?? 1, 1, Math.Max(1, (shown.Count + PageSize.Rows - 1) / PageSize.Rows));
        var rows = shown.Skip((at - 1) * PageSize.Rows).Take(PageSize.Rows).ToList();
        var progress = await Progress([.. rows.Where(sheet => IsReadable(sheet, scoresFacts)).Select(sheet => sheet.Id)]);
        return new(
            state,
            new([.. rows.Select(sheet => new SheetToAppraise(sheet.Id, sheet.UnitName, sheet.State, sheet.SubmittedAt, sheet.IsAppraisedLate, names(sheet), progress.GetValueOrDefault(sheet.Id)) { IsOpen = ScoreSheetWorkflow.OpenForAppraisal.Contains(sheet.State) || (scoresFacts && sheet.State == ScoreSheetState.NotSubmitted) })], at, shown.Count),
            [.. sheets.Where(sheet => IsOfThisOffice(by, sheet)).Except(mine).Select(sheet => new SheetBarred(sheet.UnitName, sheet.Duty(year.Year).RefusalOutsideMeeting(by, sheet.UnitId)!))],
            [.. sheets.GroupBy(names).Select(group => new AppraisalAssignment(group.Key, [.. group.Select(sheet => sheet.UnitName)]))]);
    }

    private static bool IsReadable(Found sheet, bool scoresFacts) => sheet.State is not ScoreSheetState.Entering && (scoresFacts || sheet.State is not ScoreSheetState.NotSubmitted);

    private bool IsOfThisOffice(Actor by, Found sheet) => by.UnitId is not null && sheet.Duty(year.Year).ResponsibleUnitId == by.UnitId;

    private async Task<IReadOnlyList<Found>> Sheets(int userId)
    {
        var rows = await db.ScoreSheets.Select(sheet => new Found(
            sheet.Id,
            sheet.UnitId,
            sheet.UnitName,
            sheet.State,
            sheet.SubmittedAt,
            sheet.IsAppraisedLate,
            db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == userId))).ToListAsync();
        return [.. rows.OrderBy(sheet => Urgency(sheet.State)).ThenBy(sheet => sheet.UnitName, Text.VietnameseOrder)];
    }

    // What waits for the appraiser comes first.
    private static int Urgency(ScoreSheetState state) => state switch
    {
        ScoreSheetState.Objected => 0,
        ScoreSheetState.Submitted => 1,
        ScoreSheetState.Returned or ScoreSheetState.Entering => 2,
        _ => 3,
    };

    private async Task<Func<Found, string>> Names(IReadOnlyList<Found> sheets)
    {
        var ids = sheets.Select(sheet => Responsible(sheet)).ToHashSet();
        var names = await db.Organizations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name);
        return sheet => year.Year.Duties.AssignmentOf(sheet.UnitId)?.Appraiser.Name ?? names[Responsible(sheet)];
    }

    private int Responsible(Found sheet) => year.Year.Duties.Responsible(sheet.UnitId) ?? year.Year.StandingBodyId ?? year.Year.AuthorityId;

    // As AppraisalOfLine has it, counted by the database: the list loads no line.
    private async Task<Dictionary<int, AppraisalProgress>> Progress(IReadOnlyList<int> sheetIds)
    {
        // Their points come later, for the whole cluster together: the facts are enough.
        var waiting = (await db.Criteria.Where(row => row.Rule != null).Select(row => new { row.Id, row.Rule }).ToListAsync()).Where(row => row.Rule is ClusterRelativeRule).Select(row => row.Id).ToList();
        var pairs =
            from self in db.ScoreEntries
            where sheetIds.Contains(self.SheetId) && self.Stage == ScoreStage.Self
            join criterion in db.Criteria on self.CriterionId equals criterion.Id
            from appraised in db.ScoreEntries.Where(cell => cell.SheetId == self.SheetId && cell.CriterionId == self.CriterionId && cell.Stage == ScoreStage.Appraised).DefaultIfEmpty()
            let isNotAssigned = db.LeafAssignments.Any(row => row.SheetId == self.SheetId && row.CriterionId == self.CriterionId && row.State == AssignmentState.NotAssigned)
            let isWithoutTarget = isNotAssigned && criterion.Scheme.NotAssigned == NotAssignedPolicy.BestOfUnitsWithoutTarget
            select new
            {
                self.SheetId,
                IsOwed = (criterion.Kind == CriterionKind.Normal || self.Points != null) && (isWithoutTarget || !isNotAssigned),
                IsAppraised = appraised != null && (self.EnteredAt == null || appraised.EnteredAt >= self.EnteredAt) && (appraised.Points != null || waiting.Contains(self.CriterionId) || isWithoutTarget),
                Differs = appraised != null && self.EnteredAt != null && (appraised.IsSetByHand || appraised.Values != self.Values),
            };
        var counted = await pairs.GroupBy(pair => pair.SheetId).Select(group => new
        {
            group.Key,
            Owed = group.Count(pair => pair.IsOwed),
            Done = group.Count(pair => pair.IsOwed && pair.IsAppraised),
            Differences = group.Count(pair => pair.Differs),
        }).ToListAsync();
        return counted.ToDictionary(row => row.Key, row => new AppraisalProgress(row.Owed, row.Done, row.Differences));
    }
}
