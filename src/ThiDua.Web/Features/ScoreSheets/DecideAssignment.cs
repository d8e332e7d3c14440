using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.ScoreSheets;

/// <summary>Who appraises a unit's sheet decides what it asked, or assigns a leaf to it again.</summary>
public sealed class DecideAssignment(FindAssignment find, CurrentActor current, TimeProvider clock)
{
    public const string Accept = "chap-nhan";
    public const string Refuse = "tu-choi";
    public const string AssignAgain = "giao-lai";

    public sealed record Form
    {
        public int Version { get; init; }

        public string? Decision { get; init; }

        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.Decision).Must(decision => decision is Accept or Refuse or AssignAgain).WithMessage("Chọn cách quyết định.");
            RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
        }
    }

    public async Task Handle(int sheetId, int criterionId, Form form)
    {
        var (found, duty) = await find.Handle(sheetId, criterionId);
        duty.Require(current.Actor, found.Sheet.UnitId);
        var (assignment, note) = (found.Seen(form.Version), new StepNote(clock.GetUtcNow().UtcDateTime, form.Reason));
        if (form.Decision == AssignAgain)
        {
            assignment.AssignAgain(current.Actor, found.Sheet, duty, found.Criterion, note);
        }
        else
        {
            assignment.Decide(current.Actor, found.Sheet, duty, found.Criterion, form.Decision == Accept, note);
        }

        await find.Save(found);
    }
}

/// <summary>Who appraises sets a leaf as not assigned to chosen units at once, with the reason; all or none.</summary>
public sealed class SetNotAssigned(PortalDb db, FindAssignment find, CurrentActor current, TimeProvider clock)
{
    public sealed record Form
    {
        public int? LeafId { get; init; }

        public List<int> SheetIds { get; init; } = [];

        public string? Grounds { get; init; }
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator()
        {
            RuleFor(form => form.LeafId).NotNull().WithMessage("Chọn tiêu chí.");
            RuleFor(form => form.SheetIds).NotEmpty().WithMessage("Chọn ít nhất một đơn vị.");
            RuleFor(form => form.Grounds).NotEmpty().WithMessage("Nêu lý do không giao.").MaximumLength(2000).WithMessage("Lý do tối đa 2.000 ký tự.");
        }
    }

    /// <returns>How many units it was set for.</returns>
    public async Task<int> Handle(Form form)
    {
        var ids = form.SheetIds.Distinct().ToList();
        FoundAssignment? last = null;
        foreach (var (found, duty) in await find.OfAll(ids, form.LeafId!.Value))
        {
            found.Assignment.Set(current.Actor, found.Sheet, duty, found.Criterion, found.Policy, new(clock.GetUtcNow().UtcDateTime, form.Grounds));
            if (found.Assignment.Id == 0)
            {
                db.Add(found.Assignment);
            }

            last = found;
        }

        RuleViolation.Require(last is not null, "Chọn ít nhất một đơn vị.", nameof(Form.SheetIds));
        await find.Save(last!);
        return ids.Count;
    }
}
