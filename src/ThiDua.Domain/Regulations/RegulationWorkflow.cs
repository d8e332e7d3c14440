using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Regulations.RegulationState;

namespace ThiDua.Domain.Regulations;

/// <summary>A draft; its text frozen for signature; issued; replaced or revoked by a later document in the register; a draft that was given up, or a record that was taken back.</summary>
public enum RegulationState { Draft, Submitted, Issued, Replaced, Revoked, Dropped }

public enum RegulationStep { Submit, Return, Issue, Record, TakeBack, Replace, Revoke, Drop }

/// <summary>The life of a regulation: dự thảo, trình ký, ban hành, or recorded from the signed decision. From Trình ký on it moves with its document in the register.</summary>
public static class RegulationWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<RegulationState, RegulationStep> Table = new(
        //   step                     from         to         needs
        new(RegulationStep.Submit,   [Draft],     Submitted, DraftRegulation),
        new(RegulationStep.Return,   [Submitted], Draft,     DraftDocuments),
        new(RegulationStep.Issue,    [Submitted], Issued,    IssueDocuments),
        new(RegulationStep.Record,   [Draft],     Issued,    RecordRegulation),
        new(RegulationStep.TakeBack, [Issued],    Dropped,   RecordRegulation), // it was recorded wrongly
        new(RegulationStep.Replace,  [Issued],    Replaced,  IssueDocuments),
        new(RegulationStep.Revoke,   [Issued],    Revoked,   SignDocuments),
        new(RegulationStep.Drop,     [Draft],     Dropped,   DraftRegulation));
#pragma warning restore format

    /// <summary>The states of what was issued once: all years of the cluster read it.</summary>
    public static readonly RegulationState[] WasIssued = [Issued, Replaced, Revoked];
}
