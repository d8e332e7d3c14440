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
    public Task<FoundAssignment> OfOwnUnit(int sheetId, int criterionId) => Find(sheetId, criterionId, row => row.UnitId == current.Actor.UnitId);

    /// <summary>With the duty of this person for the sheet; the domain refuses where it is another's.</summary>
    public async Task<(FoundAssignment Found, AppraisalDuty Duty)> Handle(int sheetId, int criterionId)
    {
        var found = await Find(sheetId, criterionId, _ => true);
        return (found, await DutyFor(found.Sheet));
    }

    public async Task RequireDuty(int sheetId, int criterionId)
    {
        var (found, duty) = await Handle(sheetId, criterionId);
        duty.Require(current.Actor, found.Sheet.UnitId);
    }

    private async Task<AppraisalDuty> DutyFor(ScoreSheet sheet)
    {
        var by = current.Actor.UserId;
        return AppraisalDuty.For(sheet.UnitId, year.Year.Duties, await db.ScoreEntries.AnyAsync(entry => entry.SheetId == sheet.Id && entry.Stage == ScoreStage.Self && entry.EnteredById == by));
    }

    public async Task Save(FoundAssignment found)
    {
        if (found.Assignment.Id == 0)
        {
            db.Add(found.Assignment);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            throw new AlreadyChanged($"Người khác vừa gửi đề nghị hoặc quyết định về tiêu chí {found.Criterion.Code}. Nội dung bạn nhập vẫn còn; hãy xem lại.");
        }
    }

    private async Task<FoundAssignment> Find(int sheetId, int criterionId, System.Linq.Expressions.Expression<Func<ScoreSheet, bool>> which)
    {
        var found = await db.ScoreSheets.Where(which).Where(row => row.Id == sheetId).Select(row => new { Sheet = row, row.Scheme.NotAssigned }).OneAsync();
        var criterion = await db.Criteria.OneAsync(row => row.Id == criterionId && row.SchemeId == found.Sheet.SchemeId);
        return new(found.Sheet, criterion, found.NotAssigned, await db.LeafAssignments.SingleOrDefaultAsync(row => row.SheetId == sheetId && row.CriterionId == criterionId) ?? new(found.Sheet, criterionId));
    }
}
