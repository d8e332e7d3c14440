using static ThiDua.Domain.Access.Permission;

namespace ThiDua.Domain.Scoring;

/// <summary>A draft; in force; exchanged for a later one; taken back without another; a draft that was given up.</summary>
public enum FrameworkState { Draft, Issued, Replaced, Withdrawn, Dropped }

public enum FrameworkStep { Write, Issue, Replace, Withdraw, Drop }

/// <summary>The life of a framework scheme: dự thảo, đã ban hành, đã được thay thế or đã thu hồi.</summary>
public static class FrameworkWorkflow
{
    public static readonly Workflow<FrameworkState, FrameworkStep> Table = new(
        new(FrameworkStep.Write, [FrameworkState.Draft], FrameworkState.Draft, DraftFramework),
        new(FrameworkStep.Issue, [FrameworkState.Draft], FrameworkState.Issued, IssueFramework),
        new(FrameworkStep.Replace, [FrameworkState.Issued], FrameworkState.Replaced, IssueFramework),
        new(FrameworkStep.Withdraw, [FrameworkState.Issued], FrameworkState.Withdrawn, IssueFramework),
        new(FrameworkStep.Drop, [FrameworkState.Draft], FrameworkState.Dropped, DraftFramework));
}
