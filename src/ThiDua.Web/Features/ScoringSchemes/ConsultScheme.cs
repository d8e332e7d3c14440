using FluentValidation;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>A step of the draft's consultation, with the version that the person saw.</summary>
public sealed record SchemeRoundForm
{
    public int Version { get; init; }

    /// <summary>The last day for comments.</summary>
    public DateOnly? CommentsUntil { get; init; }

    /// <summary>Why the members are given more time.</summary>
    public string? Reason { get; init; }

    public sealed class Validator : AbstractValidator<SchemeRoundForm>
    {
        public Validator() => RuleFor(form => form.Reason).MaximumLength(2000).WithMessage("Tối đa 2.000 ký tự.");
    }
}

/// <summary>The page of putting the draft up for comments, or of ending that.</summary>
public sealed record SchemeRoundPage(SchemePage Page, SchemeStep Step, SchemeRoundForm Form)
{
    public bool IsOpen => Page.May(Step);
}

/// <summary>Puts the draft up for the members' comments until a day; its text stays meanwhile.</summary>
public sealed class OpenSchemeConsultation(PortalDb db, CurrentActor current, CurrentYear year, TimeProvider clock)
{
    public async Task Handle(SchemeRoundForm form)
    {
        var scheme = await db.DraftToChange();
        RuleViolation.Require(form.CommentsUntil is not null, "Nhập ngày cuối cùng góp ý.", nameof(form.CommentsUntil));
        StepNote note = new(clock.GetUtcNow().UtcDateTime);
        scheme.OpenConsultation(current.Actor, note, form.CommentsUntil!.Value);
        db.Expect(scheme, form.Version);
        await db.OpenRound(current.Actor, scheme, year.Year, note.At);
        await db.SaveChangesAsync();
    }
}

/// <summary>Gives the members more time for their comments.</summary>
public sealed class ExtendSchemeConsultation(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(SchemeRoundForm form)
    {
        var scheme = await db.DraftToChange();
        RuleViolation.Require(form.CommentsUntil is not null, "Nhập ngày cuối cùng góp ý mới.", nameof(form.CommentsUntil));
        scheme.ExtendConsultation(current.Actor, new(clock.GetUtcNow().UtcDateTime, form.Reason), form.CommentsUntil!.Value);
        db.Expect(scheme, form.Version);
        await db.ExtendRounds(current.Actor, row => row.SchemeId == scheme.Id, form.CommentsUntil.Value);
        await db.SaveChangesAsync();
    }
}

/// <summary>Ends the time for comments: the draft is open for mending again.</summary>
public sealed class CloseSchemeConsultation(PortalDb db, CurrentActor current, TimeProvider clock)
{
    public async Task Handle(SchemeRoundForm form)
    {
        var scheme = await db.DraftToChange();
        StepNote note = new(clock.GetUtcNow().UtcDateTime);
        scheme.CloseConsultation(current.Actor, note);
        db.Expect(scheme, form.Version);
        await db.CloseRounds(current.Actor, row => row.SchemeId == scheme.Id, note.At);
        await db.SaveChangesAsync();
    }
}
