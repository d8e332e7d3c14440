using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Documents.Drafting.DraftedState;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>A draft; its text frozen for signature; issued; replaced or revoked by a later document; given up.</summary>
public enum DraftedState { Draft, Submitted, Issued, Replaced, Revoked, Dropped }

public enum DraftedStep { Submit, Return, Issue, Replace, Revoke, Drop }

/// <summary>The life of a document drafted from a template: dự thảo, trình ký, ban hành. From Trình ký on it moves with its document in the register.</summary>
public static class DraftedWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<DraftedState, DraftedStep> Table = new(
        //   step                  from         to         needs
        new(DraftedStep.Submit,  [Draft],     Submitted, DraftDocuments),
        new(DraftedStep.Return,  [Submitted], Draft,     DraftDocuments),
        new(DraftedStep.Issue,   [Submitted], Issued,    IssueDocuments),
        new(DraftedStep.Replace, [Issued],    Replaced,  IssueDocuments),
        new(DraftedStep.Revoke,  [Issued],    Revoked,   SignDocuments),
        new(DraftedStep.Drop,    [Draft],     Dropped,   DraftDocuments));
#pragma warning restore format
}
