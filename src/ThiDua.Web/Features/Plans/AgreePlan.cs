using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Files;

namespace ThiDua.Web.Features.Plans;

/// <summary>The deputy agrees to an adjustment of the plan (thống nhất nội dung điều chỉnh), in the portal or by its paper; to the text that was seen.</summary>
public sealed class AgreePlan(PortalDb db, CurrentActor current, Issuing issuing, FileStore files)
{
    public sealed record Form
    {
        public int Version { get; init; }

        /// <summary>Which text the person saw; see <see cref="PlanSeen"/>.</summary>
        public string? Seen { get; init; }

        public PaperForm Paper { get; init; } = new();
    }

    public sealed class Validator : AbstractValidator<Form>
    {
        public Validator() => RuleFor(form => form.Paper).SetValidator(new PaperForm.Validator());
    }

    public async Task Handle(int planId, Form form, CancellationToken cancellationToken)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        db.Expect(plan, form.Version);
        var seen = PlanSeen.Of(plan);
        RuleViolation.Require(form.Version != plan.Version || form.Seen == $"{seen}", PlansInDb.Changed);
        plan.Agree(current.Actor, issuing.Note(paper: form.Paper.ToPaper((await files.Receive(form.Paper.Scan, "Paper.Scan", cancellationToken))?.Id)));
        db.MustStillRead(plan, seen);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>The page on which the deputy agrees.</summary>
public sealed record AgreePlanPage(PlanPage Page, AgreePlan.Form Form, bool OnPaperOnly);
