using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Planning.PlanState;

namespace ThiDua.Domain.Planning;

/// <summary>A draft; shown to the members for comments; mended by them; its text frozen for signature; issued; replaced by an adjusted plan; revoked; a draft that was given up.</summary>
public enum PlanState { Draft, Consulting, Finalizing, Submitted, Issued, Adjusted, Revoked, Dropped }

public enum PlanStep { OpenConsultation, ExtendConsultation, CloseConsultation, Agree, Submit, Return, Issue, Adjust, Revoke, Drop }

/// <summary>The life of a plan: dự thảo, lấy ý kiến, tiếp thu, trình ký, ban hành, điều chỉnh. From Trình ký on it moves with its document in the register.</summary>
public static class PlanWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<PlanState, PlanStep> Table = new(
        //   step                        from                 to          needs
        new(PlanStep.OpenConsultation,  [Draft, Finalizing], Consulting, DraftPlan),
        new(PlanStep.ExtendConsultation, [Consulting],       Consulting, DraftPlan),
        new(PlanStep.CloseConsultation, [Consulting],        Finalizing, DraftPlan),
        new(PlanStep.Agree,             [Draft, Finalizing], Finalizing, AgreePlan),
        new(PlanStep.Submit,            [Draft, Finalizing], Submitted,  DraftPlan),
        new(PlanStep.Return,            [Submitted],         Finalizing, DraftDocuments),
        new(PlanStep.Issue,             [Submitted],         Issued,     IssueDocuments),
        new(PlanStep.Adjust,            [Issued],            Adjusted,   IssueDocuments),
        new(PlanStep.Revoke,            [Issued],            Revoked,    SignDocuments),
        new(PlanStep.Drop,              [Draft, Finalizing], Dropped,    DraftPlan));
#pragma warning restore format

    /// <summary>The states in which the text may be changed.</summary>
    public static readonly PlanState[] Open = [Draft, Finalizing];
}
