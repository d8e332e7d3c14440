using static ThiDua.Domain.Access.Permission;
using static ThiDua.Domain.Reporting.RequirementState;

namespace ThiDua.Domain.Reporting;

/// <summary>Written by the leader; told to those who owe it; summed up in a consolidated report; taken back; dropped before anybody was told.</summary>
public enum RequirementState { Draft, Announced, Consolidated, Withdrawn, Dropped }

public enum RequirementStep { Announce, Revise, ChangeDeadline, Extend, Consolidate, IssueConsolidated, ReplaceConsolidated, RevokeConsolidated, Withdraw, Drop }

/// <summary>The life of a reporting requirement (yêu cầu báo cáo): soạn, thông báo, đổi thời hạn, gia hạn, tổng hợp, bãi bỏ hoặc thay thế báo cáo tổng hợp.</summary>
public static class RequirementWorkflow
{
#pragma warning disable format // the columns of the table
    public static readonly Workflow<RequirementState, RequirementStep> Table = new(
        //   step                                from            to             needs
        new(RequirementStep.Announce,            [Draft],        Announced,     KeepRequirements),
        new(RequirementStep.Revise,              [Announced],    Draft,         KeepRequirements), // while nobody has begun
        new(RequirementStep.ChangeDeadline,      [Announced],    Announced,     KeepRequirements),
        new(RequirementStep.Extend,              [Announced],    Announced,     AcceptReports),    // for one unit
        new(RequirementStep.Consolidate,         [Announced],    Consolidated,  KeepRequirements),
        new(RequirementStep.IssueConsolidated,   [Announced],    Consolidated,  IssueDocuments),   // with its document in the register
        new(RequirementStep.ReplaceConsolidated, [Consolidated], Consolidated,  IssueDocuments),   // as the document is replaced
        new(RequirementStep.RevokeConsolidated,  [Consolidated], Announced,     SignDocuments),    // as the document is revoked
        new(RequirementStep.Withdraw,            [Announced],    Withdrawn,     KeepRequirements),
        new(RequirementStep.Drop,                [Draft],        Dropped,       KeepRequirements));
#pragma warning restore format

    /// <summary>The states in which units send what they owe.</summary>
    public static readonly RequirementState[] Open = [Announced, Consolidated];
}
