using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// The report that sums it up.
public sealed partial class ReportRequirement
{
    /// <summary>The consolidated report into which all went.</summary>
    public DocumentReference? ConsolidatedBy { get; private set; }

    public void Consolidate(Actor by, DocumentReference document, StepNote note) => SumUp(RequirementStep.Consolidate, by, document, note);

    /// <summary>The consolidated report was issued through the register: it is summed up by that.</summary>
    public void IssueConsolidated(Actor by, DocumentReference document, StepNote note) => SumUp(RequirementStep.IssueConsolidated, by, document, note);

    /// <summary>A later document took the place of the consolidated report in the register: it is summed up by that one.</summary>
    public void ReplaceConsolidated(Actor by, DocumentReference later, StepNote note)
    {
        State = Take(RequirementWorkflow.Table, RequirementStep.ReplaceConsolidated, State, by, note with { Reason = Said($"Báo cáo tổng hợp {ConsolidatedBy?.InWords()} được thay thế bởi {later.InWords()}.", note) });
        ConsolidatedBy = later;
    }

    /// <summary>The consolidated report was revoked in the register: reports are opened and received again, and another one sums them up.</summary>
    public void RevokeConsolidated(Actor by, DocumentReference later, StepNote note)
    {
        State = Take(RequirementWorkflow.Table, RequirementStep.RevokeConsolidated, State, by, note with { Reason = Said($"Báo cáo tổng hợp {ConsolidatedBy?.InWords()} bị bãi bỏ theo {later.InWords()}.", note) });
        ConsolidatedBy = null;
    }

    /// <summary>Only what the members send is summed up: what the leader owes for the cluster goes on to those above as it is.</summary>
    public void RequireOfMembers() => Require(OwedBy == OwedBy.EachMember, "Báo cáo này do đơn vị trưởng gửi cơ quan quản lý, không có báo cáo của các đơn vị để tổng hợp.");

    private void SumUp(RequirementStep step, Actor by, DocumentReference document, StepNote note)
    {
        RequireOfMembers();
        State = Take(RequirementWorkflow.Table, step, State, by, note with { Reason = Said($"Báo cáo tổng hợp {document.InWords()}.", note) });
        ConsolidatedBy = document;
    }

    private static string Said(string what, StepNote note) => Text.Clean(note.Reason) is { } reason ? $"{what} Lý do: {reason}" : what;
}
