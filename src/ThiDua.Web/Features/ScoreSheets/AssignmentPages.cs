using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>One leaf before the unit: what follows if it is not assigned, where its ask stands, and the form.</summary>
public sealed record AskPage(FoundAssignment Found, bool IsOpen, AskForm Typed)
{
    public LeafAssignment Assignment => Found.Assignment;

    public bool MayAsk => IsOpen && Assignment.State is AssignmentState.Assigned or AssignmentState.AskRefused;

    public bool MayWithdraw => IsOpen && Assignment.State == AssignmentState.Asked;
}

/// <summary>Không giao chỉ tiêu: what units asked and what was decided, for who decides it; and the form to set it unasked.</summary>
public sealed record NotAssignedPage(NotAssignedPolicy Policy, PageOf<NotAssignedPage.Row> Page, IReadOnlyList<NotAssignedPage.Leaf> Leaves, IReadOnlyList<NotAssignedPage.Unit> Units, SetNotAssigned.Form Typed)
{
    public sealed record Row(LeafAssignment Assignment, string UnitName, ScoreSheetState SheetState, string Code, string Name)
    {
        public bool IsOpen => AssignmentWorkflow.OpenForDecision.Contains(SheetState);
    }

    public sealed record Leaf(int Id, string Name);

    public sealed record Unit(int SheetId, string Name);

    /// <summary>A decision that was refused: which row, and what was typed.</summary>
    public (int SheetId, int CriterionId, string? Reason)? Refused { get; init; }

    public string? TypedFor(Row row) => Refused is { } refused && refused.SheetId == row.Assignment.SheetId && refused.CriterionId == row.Assignment.CriterionId ? refused.Reason : null;

    public bool IsRefused(Row row) => Refused is { } refused && refused.SheetId == row.Assignment.SheetId && refused.CriterionId == row.Assignment.CriterionId;
}

/// <summary>Lists the assignments of the sheets that this person answers for, the undecided first.</summary>
public sealed class ListAssignments(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<NotAssignedPage> Handle(int? page, SetNotAssigned.Form? typed = null)
    {
        var (by, policy) = (current.Actor, await db.ScoringSchemes.Select(row => row.NotAssigned).FirstOrDefaultAsync());
        var sheets = await db.ScoreSheets.Select(sheet => new
        {
            sheet.Id,
            sheet.UnitId,
            sheet.UnitName,
            sheet.State,
            EnteredByThisPerson = db.ScoreEntries.Any(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == by.UserId),
        }).ToListAsync();
        var mine = sheets.Where(sheet => AppraisalDuty.For(sheet.UnitId, year.Year.Duties, sheet.EnteredByThisPerson).Allows(by, sheet.UnitId)).ToDictionary(sheet => sheet.Id);
        var ids = mine.Keys.ToList();
        var rows = await db.LeafAssignments.AsNoTracking().Where(row => ids.Contains(row.SheetId) && row.State != AssignmentState.Assigned)
            .OrderBy(row => row.State == AssignmentState.Asked ? 0 : 1).ThenByDescending(row => row.Id)
            .Join(db.Criteria, row => row.CriterionId, criterion => criterion.Id, (row, criterion) => new { Row = row, criterion.Code, criterion.Name })
            .PageAt(page);
        var tree = new SchemeTree((await db.Criteria.AsNoTracking().ToListAsync()).Select(criterion => criterion.Node()));
        var leaves = tree.Leaves.Where(leaf => leaf.Kind != CriterionKind.Deduction)
            .Where(leaf => policy != NotAssignedPolicy.BestOfUnitsWithoutTarget || ScoringWithoutTarget.Fits(leaf.Rule!));
        return new(
            policy,
            new([.. rows.Rows.Select(row => new NotAssignedPage.Row(row.Row, mine[row.Row.SheetId].UnitName, mine[row.Row.SheetId].State, row.Code, row.Name))], rows.Number, rows.Total),
            [.. leaves.Select(leaf => new NotAssignedPage.Leaf(leaf.Id, $"{leaf.Code}. {leaf.Name}"))],
            [.. mine.Values.Where(sheet => AssignmentWorkflow.OpenForDecision.Contains(sheet.State)).OrderBy(sheet => sheet.UnitName, Text.VietnameseOrder).Select(sheet => new NotAssignedPage.Unit(sheet.Id, sheet.UnitName))],
            typed ?? new());
    }
}
