using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Drafts;

/// <summary>A drafted document moves with its document in the register: returned, issued, replaced, revoked; a consolidated report takes its requirement along.</summary>
public sealed class DraftFollowsItsDocument(PortalDb db, CurrentActor current, ConsolidatedNow consolidated) : IFollowsItsDocument
{
    private const string NotWithoutReason = "Số liệu đã tiếp nhận thay đổi từ khi trình ký. Trả lại để chốt lại số liệu, hoặc nêu lý do vẫn ban hành.";

    public string Origin => nameof(DraftedDocument);

    public async Task Follow(IssuedDocument document, DocumentStep step, StepNote note)
    {
        DraftedStep? own = step switch { DocumentStep.Return => DraftedStep.Return, DocumentStep.Issue => DraftedStep.Issue, DocumentStep.Replace => DraftedStep.Replace, DocumentStep.Revoke => DraftedStep.Revoke, _ => null };
        if (own is { } taken)
        {
            var draft = await db.DraftedDocuments.OneAsync(row => row.Id == document.OriginId);
            draft.Follow(current.Actor, taken, note);
            if (draft.RequirementId is { } requirementId)
            {
                Move(await db.ReportRequirements.OneAsync(row => row.Id == requirementId), draft, document, taken, note);
            }
        }
    }

    public async Task<DocumentWarning?> WarningOn(IssuedDocument document) =>
        ReportSubmission.SeesAll(current.Actor) && await db.DraftedDocuments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == document.OriginId && row.RequirementId != null) is { RequirementId: { } requirementId } draft
            ? draft.WarningOn(await consolidated.Handle(requirementId)) : null;

    private void Move(ReportRequirement requirement, DraftedDocument draft, IssuedDocument document, DraftedStep step, StepNote note)
    {
        if (step == DraftedStep.Issue)
        {
            Issue(requirement, draft, document, note);
        }
        else if (step == DraftedStep.Replace && requirement.State == RequirementState.Consolidated)
        {
            requirement.ReplaceConsolidated(current.Actor, document.LaterDocument!, note);
        }
        else if (step == DraftedStep.Revoke && requirement.State == RequirementState.Consolidated)
        {
            requirement.RevokeConsolidated(current.Actor, document.LaterDocument!, note);
        }
    }

    // In the transaction, after the number was given and with the row of the requirement taken: whoever opens a report again waits for it.
    private void Issue(ReportRequirement requirement, DraftedDocument draft, IssuedDocument document, StepNote note)
    {
        db.MustStillBe(db.ReportRequirements.Where(row => row.Id == requirement.Id && row.State == RequirementState.Announced), row => row.State, "Yêu cầu báo cáo vừa được tổng hợp hoặc thu hồi.");
        db.First(async () =>
        {
            RuleViolation.Require(Text.Clean(note.Reason) is not null || draft.WarningOn(await consolidated.Handle(requirement.Id)) is not { NeedsReason: true }, NotWithoutReason, nameof(StepNote.Reason));
            if (requirement.State == RequirementState.Announced)
            {
                requirement.IssueConsolidated(current.Actor, new(document.NumberAndSymbol, document.IssuedOn!.Value, document.IssuerName, document.Abstract), note);
            }
        });
    }
}
