using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Drafts;

/// <summary>Starts a document from its template, filled from the data of the year; gives its id.</summary>
public sealed class StartDraft(PortalDb db, CurrentActor current, DraftIssuers issuers, DraftFactsOfYear facts)
{
    public async Task<int> Handle(StartDraftForm form)
    {
        var (template, by) = (form.Template!.Value, current.Actor);
        var issuer = (await issuers.Handle()).FirstOrDefault(row => (row.OrganizationId ?? 0) == form.IssuerId) ?? throw new RuleViolation("Chọn cơ quan ban hành.", nameof(form.IssuerId));
        RuleViolation.Require(DraftTemplates.For(by, issuer.OrganizationId).Contains(template), $"{issuer.Name} không ban hành văn bản theo mẫu này. Chọn lại mẫu hoặc cơ quan ban hành.", nameof(form.IssuerId));
        var text = DraftStarters.Of(template, form.Kind, await facts.Handle(template), issuer, Text.Clean(form.Abstract));
        var draft = new DraftedDocument(by, template, form.Kind, new(issuer.OrganizationId, issuer.Name), text);
        db.Add(draft);
        await db.SaveChangesAsync();
        return draft.Id;
    }
}

/// <summary>Writes all that a document holds, provided that nobody did since the form was opened.</summary>
public sealed class DescribeDraft(PortalDb db, CurrentActor current)
{
    public async Task Handle(int draftId, DraftForm form)
    {
        var draft = await db.DraftToChange(draftId, current.Actor);
        draft.Describe(current.Actor, form.ToText());
        db.Expect(draft, form.Version);
        await db.SaveChangesAsync();
    }
}

/// <summary>Trình ký: freezes the text as it was seen; number and date stay blank. Gives the id in the register.</summary>
public sealed class SubmitDraft(PortalDb db, CurrentActor current, DraftedPaper paper, ConsolidatedNow consolidated, Issuing issuing)
{
    public async Task<int> Handle(int draftId, DraftStepForm form)
    {
        var draft = await db.DraftToChange(draftId, current.Actor);
        var note = issuing.Note();
        if (draft.RequirementId is { } requirementId)
        {
            draft.Submit(current.Actor, note, await consolidated.Handle(requirementId));
            db.MustStillBe(db.ReportRequirements.Where(row => row.Id == requirementId && row.State == RequirementState.Announced), row => row.State, "Yêu cầu báo cáo vừa được tổng hợp hoặc thu hồi.");
        }
        else
        {
            draft.Submit(current.Actor, note);
        }

        db.Expect(draft, form.Version);
        var document = await issuing.Submit(new(draft.Kind!.Value, nameof(DraftedDocument), draft.Id) { OrganizationId = draft.IssuerOrganizationId }, await paper.Handle(draft), note);
        await db.SaveChangesAsync();
        return document.Id;
    }
}

/// <summary>Gives a draft up, with the document that was returned, if any.</summary>
public sealed class DropDraft(PortalDb db, CurrentActor current, Issuing issuing)
{
    public async Task Handle(int draftId, DraftStepForm form)
    {
        var draft = await db.DraftToChange(draftId, current.Actor);
        var note = issuing.Note(form.Reason);
        draft.Drop(current.Actor, note);
        db.Expect(draft, form.Version);
        await issuing.SaveWithReturned(nameof(DraftedDocument), draftId, note);
    }
}
