using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>Whether a leaf is assigned to a unit (giao chỉ tiêu): a row exists once somebody asked or decided that it is not.</summary>
public sealed class LeafAssignment : IInClusterYear, IVersioned
{
    private LeafAssignment() => Reason = AskedByName = "";

    public LeafAssignment(ScoreSheet sheet, int criterionId)
        : this() => (ClusterYearId, SheetId, CriterionId) = (sheet.ClusterYearId, sheet.Id, criterionId);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SheetId { get; private set; }

    public int CriterionId { get; private set; }

    public AssignmentState State { get; private set; }

    /// <summary>Why it is not to be assigned: the unit's, or that of who set it.</summary>
    public string Reason { get; private set; }

    /// <summary>Who asked, for the unit; or who set it.</summary>
    public string AskedByName { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>What was answered to the unit: always with a refusal.</summary>
    public string? Answer { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The unit asks, before it submits, that the leaf be not assigned to it.</summary>
    public void Ask(Actor by, ScoreSheet sheet, Criterion criterion, NotAssignedPolicy policy, StepNote note)
    {
        sheet.RequireEntryBy(by);
        RequireFit(sheet, criterion, policy);
        var reason = RequireReason(note, "Nêu lý do đề nghị không giao.");
        Take(AssignmentStep.AskNotAssigned, by, sheet, criterion, note);
        (Reason, AskedByName, AskedAt) = (reason, by.UserName, note.At);
        (Answer, DecidedByName, DecidedAt) = (null, null, null);
    }

    public void Withdraw(Actor by, ScoreSheet sheet, Criterion criterion, StepNote note)
    {
        sheet.RequireEntryBy(by);
        Take(AssignmentStep.WithdrawAsk, by, sheet, criterion, note);
    }

    /// <summary>Who appraises the unit's sheet answers: never the unit itself.</summary>
    public void Decide(Actor by, ScoreSheet sheet, AppraisalDuty duty, Criterion criterion, bool accept, StepNote note)
    {
        RequireDecisionBy(by, sheet, duty);
        var answer = accept ? Text.Clean(note.Reason) : RequireReason(note, "Nêu lý do không chấp nhận để đơn vị biết.");
        Take(accept ? AssignmentStep.AcceptNotAssigned : AssignmentStep.RefuseNotAssigned, by, sheet, criterion, note);
        (Answer, DecidedByName, DecidedAt) = (answer, by.UserName, note.At);
    }

    /// <summary>Who appraises the unit's sheet sets the leaf as not assigned, without being asked.</summary>
    public void Set(Actor by, ScoreSheet sheet, AppraisalDuty duty, Criterion criterion, NotAssignedPolicy policy, StepNote note)
    {
        RequireDecisionBy(by, sheet, duty);
        RequireFit(sheet, criterion, policy);
        var reason = RequireReason(note, "Nêu lý do không giao.");
        Take(AssignmentStep.SetNotAssigned, by, sheet, criterion, note);
        (Reason, AskedByName, AskedAt) = (reason, by.UserName, note.At);
        (Answer, DecidedByName, DecidedAt) = (null, by.UserName, note.At);
    }

    public void AssignAgain(Actor by, ScoreSheet sheet, AppraisalDuty duty, Criterion criterion, StepNote note)
    {
        RequireDecisionBy(by, sheet, duty);
        var reason = RequireReason(note, "Nêu lý do giao lại tiêu chí.");
        Take(AssignmentStep.AssignAgain, by, sheet, criterion, note);
        (Answer, DecidedByName, DecidedAt) = (reason, by.UserName, note.At);
    }

    private void Take(AssignmentStep step, Actor by, ScoreSheet sheet, Criterion criterion, StepNote note)
    {
        State = AssignmentWorkflow.Table.Take(step, State, by);
        sheet.RememberOfLine(by, AssignmentWorkflow.Table.RowOf(step).Needs, step.ToString(), criterion, note);
        Version++;
    }

    private static void RequireDecisionBy(Actor by, ScoreSheet sheet, AppraisalDuty duty)
    {
        duty.Require(by, sheet.UnitId);
        Require(AssignmentWorkflow.OpenForDecision.Contains(sheet.State), $"Bảng điểm của {sheet.UnitName} đang ở trạng thái “{Labels.Of(sheet.State)}”, không quyết định việc giao chỉ tiêu được nữa.");
    }

    private static void RequireFit(ScoreSheet sheet, Criterion criterion, NotAssignedPolicy policy)
    {
        Require(criterion.SchemeId == sheet.SchemeId && criterion.Rule is not null, "Chỉ đề nghị được với tiêu chí có chấm điểm.");
        Require(criterion.Kind != CriterionKind.Deduction, "Điểm trừ không phải là chỉ tiêu giao cho đơn vị.");
        Require(policy != NotAssignedPolicy.BestOfUnitsWithoutTarget || ScoringWithoutTarget.Fits(criterion.Rule!), "Tiêu chí này không chấm theo chỉ tiêu, nên không so được với đơn vị tốt nhất không giao chỉ tiêu.");
    }

    private static string RequireReason(StepNote note, string message) => Text.Clean(note.Reason) ?? throw new RuleViolation(message, nameof(StepNote.Reason));
}
