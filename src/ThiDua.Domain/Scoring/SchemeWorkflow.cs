using static ThiDua.Domain.Access.Permission;

namespace ThiDua.Domain.Scoring;

public enum SchemeState { Draft, Issued }

public enum SchemeStep { Describe, Issue }

/// <summary>The life of a scoring scheme: dự thảo, đã ban hành.</summary>
public static class SchemeWorkflow
{
    public static readonly Workflow<SchemeState, SchemeStep> Table = new(
        new(SchemeStep.Describe, [SchemeState.Draft], SchemeState.Draft, DraftScheme),
        new(SchemeStep.Issue, [SchemeState.Draft], SchemeState.Issued, IssueScheme));
}
