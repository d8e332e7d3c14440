using static ThiDua.Domain.Access.Permission;

namespace ThiDua.Domain.Scoring;

/// <summary>A draft; one shown to the members for comments; in force; what was in force before a later version; a draft of a later version that was given up.</summary>
public enum SchemeState { Draft, Consulting, Issued, Replaced, Dropped }

public enum SchemeStep { Describe, OpenConsultation, ExtendConsultation, CloseConsultation, Issue, Amend, Drop, Replace }

/// <summary>The life of a scoring scheme: dự thảo, đã ban hành, đã được thay thế; a change after issue is a draft of the next version beside the one in force.</summary>
public static class SchemeWorkflow
{
    public static readonly Workflow<SchemeState, SchemeStep> Table = new(
        new(SchemeStep.Describe, [SchemeState.Draft], SchemeState.Draft, DraftScheme),
        new(SchemeStep.OpenConsultation, [SchemeState.Draft], SchemeState.Consulting, DraftScheme),
        new(SchemeStep.ExtendConsultation, [SchemeState.Consulting], SchemeState.Consulting, DraftScheme),
        new(SchemeStep.CloseConsultation, [SchemeState.Consulting], SchemeState.Draft, DraftScheme),
        new(SchemeStep.Issue, [SchemeState.Draft], SchemeState.Issued, IssueScheme),
        new(SchemeStep.Amend, [SchemeState.Issued], SchemeState.Issued, DraftScheme),
        new(SchemeStep.Drop, [SchemeState.Draft], SchemeState.Dropped, DraftScheme),
        new(SchemeStep.Replace, [SchemeState.Issued], SchemeState.Replaced, IssueScheme));

    /// <summary>The states of a version that is not in force yet.</summary>
    public static readonly SchemeState[] Unissued = [SchemeState.Draft, SchemeState.Consulting];
}
