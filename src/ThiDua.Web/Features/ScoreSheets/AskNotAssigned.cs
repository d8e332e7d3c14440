using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>What the unit sends about the assignment of one leaf.</summary>
public sealed record AskForm
{
    /// <summary>The version of the assignment that was seen; 0 where nobody asked yet.</summary>
    public int Version { get; init; }

    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<AskForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
    }
}

/// <summary>The unit asks that a leaf be not assigned to it (đề nghị không giao chỉ tiêu), before it submits.</summary>
public sealed class AskNotAssigned(PortalDb db, FindAssignment find, CurrentActor current, ScoringGate gate, TimeProvider clock)
{
    public async Task Handle(int sheetId, int criterionId, AskForm form)
    {
        var found = await find.OfOwnUnit(sheetId, criterionId);
        await gate.Handle(found.Sheet);
        found.Seen(form.Version).Ask(current.Actor, found.Sheet, found.Criterion, found.Policy, new(clock.GetUtcNow().UtcDateTime, form.Reason));
        db.MustBeOpenForEntry(found.Sheet);
        await find.Save(found);
    }
}

/// <summary>The unit takes its ask back.</summary>
public sealed class WithdrawAsk(PortalDb db, FindAssignment find, CurrentActor current, ScoringGate gate, TimeProvider clock)
{
    public async Task Handle(int sheetId, int criterionId, AskForm form)
    {
        var found = await find.OfOwnUnit(sheetId, criterionId);
        await gate.Handle(found.Sheet);
        found.Seen(form.Version).Withdraw(current.Actor, found.Sheet, found.Criterion, new(clock.GetUtcNow().UtcDateTime, form.Reason));
        db.MustBeOpenForEntry(found.Sheet);
        await find.Save(found);
    }
}

/// <summary>A leaf of a sheet with its assignment, a new one where nobody spoke of it yet.</summary>
public sealed record FoundAssignment(ScoreSheet Sheet, Criterion Criterion, NotAssignedPolicy Policy, LeafAssignment Assignment)
{
    public LeafAssignment Seen(int version) => Assignment.Version == version
        ? Assignment
        : throw new AlreadyChanged($"{Assignment.DecidedByName ?? Assignment.AskedByName} vừa cập nhật lúc {Shown.Clock(Assignment.DecidedAt ?? Assignment.AskedAt)}: tiêu chí {Criterion.Code} đang ở trạng thái “{Labels.Of(Assignment.State)}”. Nội dung bạn nhập vẫn còn; hãy xem lại.");
}

/// <summary>Finds the assignment of a leaf, of one's own sheet or of one that this person answers for; anything else does not exist.</summary>
public sealed class FindAssignment(PortalDb db, CurrentActor current, Access.CurrentYear year)
{
    public async Task<FoundAssignment> OfOwnUnit(int sheetId, int criterionId)
    {
        var (found, _) = await Handle(sheetId, criterionId);
        return found.Sheet.UnitId == current.Actor.UnitId ? found : throw new NotFound();
    }

    /// <summary>With the duty of this person for the sheet; the domain refuses where it is another's.</summary>
    public async Task<(FoundAssignment Found, AppraisalDuty Duty)> Handle(int sheetId, int criterionId) => (await OfAll([sheetId], criterionId))[0];

    /// <summary>One leaf of many sheets, in as many statements as of one.</summary>
    public async Task<IReadOnlyList<(FoundAssignment Found, AppraisalDuty Duty)>> OfAll(IReadOnlyList<int> sheetIds, int criterionId)
    {
        var by = current.Actor.UserId;
        var sheets = await db.ScoreSheets.Where(row => sheetIds.Contains(row.Id)).OrderBy(row => row.Id)
            .Select(row => new { Sheet = row, row.Scheme.NotAssigned, EnteredByThisPerson = db.ScoreEntries.Any(entry => entry.SheetId == row.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == by) }).ToListAsync();
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId);
        var assignments = await db.LeafAssignments.Where(row => sheetIds.Contains(row.SheetId) && row.CriterionId == criterionId).ToDictionaryAsync(row => row.SheetId);
        return sheets.Count == sheetIds.Count && sheets.TrueForAll(found => found.Sheet.SchemeId == criterion.SchemeId)
            ? [.. sheets.Select(found => (new FoundAssignment(found.Sheet, criterion, found.NotAssigned, assignments.GetValueOrDefault(found.Sheet.Id) ?? new(found.Sheet, criterionId)), AppraisalDuty.For(found.Sheet.UnitId, year.Year.Duties, found.EnteredByThisPerson)))]
            : throw new NotFound();
    }

    public async Task RequireDuty(int sheetId, int criterionId)
    {
        var (found, duty) = await Handle(sheetId, criterionId);
        duty.Require(current.Actor, found.Sheet.UnitId);
    }

    public async Task Save(FoundAssignment found)
    {
        if (found.Assignment.Id == 0)
        {
            db.Add(found.Assignment);
        }

        await db.SaveOnce(() => new AlreadyChanged($"Người khác vừa gửi đề nghị hoặc quyết định về tiêu chí {found.Criterion.Code}. Nội dung bạn nhập vẫn còn; hãy xem lại."));
    }
}
