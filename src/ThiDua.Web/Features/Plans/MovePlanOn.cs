using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Plans;

/// <summary>Trình ký: freezes the text as it was seen; number and date stay blank. Gives the document's id.</summary>
public sealed class SubmitPlan(PortalDb db, CurrentActor current, CurrentYear year, PlanPaper paper, Issuing issuing)
{
    public async Task<int> Handle(int planId, PlanStepForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        var note = issuing.Note();
        plan.Submit(current.Actor, note, year.Year.HasDeputy);
        db.Expect(plan, form.Version);
        var seen = PlanSeen.Of(plan);
        RuleViolation.Require(form.Version != plan.Version - 1 || form.Seen == $"{seen}", PlansInDb.Changed);
        var document = await issuing.Submit(new(DocumentKind.Plan, nameof(Plan), plan.Id), await paper.Of(plan), note);
        db.MustStillRead(plan, seen);
        await db.SaveChangesAsync();
        return document.Id;
    }
}

/// <summary>Puts the draft up for the members' comments until a day.</summary>
public sealed class OpenConsultation(PortalDb db, CurrentActor current, CurrentYear year, Issuing issuing)
{
    public async Task Handle(int planId, PlanStepForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        RuleViolation.Require(form.CommentsUntil is not null, "Nhập ngày cuối cùng góp ý.", nameof(form.CommentsUntil));
        var note = issuing.Note();
        plan.OpenConsultation(current.Actor, note, form.CommentsUntil!.Value);
        db.Expect(plan, form.Version);
        await db.OpenRound(current.Actor, plan, year.Year, note.At);
        await db.SaveChangesAsync();
    }
}

/// <summary>Gives the members more time for their comments.</summary>
public sealed class ExtendConsultation(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int planId, PlanStepForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        RuleViolation.Require(form.CommentsUntil is not null, "Nhập ngày cuối cùng góp ý mới.", nameof(form.CommentsUntil));
        plan.ExtendConsultation(current.Actor, issuing.Note() with { Reason = form.Reason }, form.CommentsUntil!.Value);
        db.Expect(plan, form.Version);
        await db.ExtendRounds(current.Actor, row => row.PlanId == planId, form.CommentsUntil.Value);
        await db.SaveChangesAsync();
    }
}

/// <summary>Ends the time for comments: the draft is open for mending again.</summary>
public sealed class CloseConsultation(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int planId, PlanStepForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        var note = issuing.Note();
        plan.CloseConsultation(current.Actor, note);
        db.Expect(plan, form.Version);
        await db.CloseRounds(current.Actor, row => row.PlanId == planId, note.At);
        await db.SaveChangesAsync();
    }
}

/// <summary>Gives a draft up, with the document that was returned, if any.</summary>
public sealed class DropPlan(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int planId, PlanStepForm form)
    {
        var plan = await db.PlanToChange(planId, current.Actor);
        var note = issuing.Note(form.Reason);
        plan.Drop(current.Actor, note);
        db.Expect(plan, form.Version);
        await issuing.SaveWithReturned(nameof(Plan), planId, note);
    }
}

/// <summary>A plan moves with its document in the register: returned, issued, replaced, revoked.</summary>
public sealed class PlanFollowsItsDocument(PortalDb db, CurrentActor current) : IFollowsItsDocument
{
    public string Origin => nameof(Plan);

    /// <summary>An adjusted plan takes the place of the one it adjusts.</summary>
    public async Task<IssuedDocument?> ReplacedBy(IssuedDocument document) =>
        await db.Plans.Where(row => row.Id == document.OriginId).Select(row => row.AdjustsId).FirstOrDefaultAsync() is { } adjusted
            ? await db.IssuedDocuments.Where(row => row.Origin == nameof(Plan) && row.OriginId == adjusted && row.State == DocumentState.Issued).OrderByDescending(row => row.Id).FirstOrDefaultAsync()
            : null;

    public async Task Follow(IssuedDocument document, DocumentStep step, StepNote note)
    {
        PlanStep? own = step switch { DocumentStep.Return => PlanStep.Return, DocumentStep.Issue => PlanStep.Issue, DocumentStep.Replace => PlanStep.Adjust, DocumentStep.Revoke => PlanStep.Revoke, _ => null };
        if (own is { } taken)
        {
            var plan = await db.Plans.OneAsync(row => row.Id == document.OriginId);
            plan.Follow(current.Actor, taken, note);
        }
    }
}
