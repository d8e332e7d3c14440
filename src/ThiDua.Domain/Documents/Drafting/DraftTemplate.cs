using ThiDua.Domain.Access;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>From which template a document is drafted (mẫu): naming leader and deputies, an appraisal team, an inspection team, handover minutes, a launch speech, a text of one's own, a consolidated report.</summary>
public enum DraftTemplate { LeaderDecision, AppraisalTeam, InspectionTeam, Handover, LaunchSpeech, FreeText, ConsolidatedReport }

/// <summary>What follows from a template: the kind of document, who drafts it for which issuer.</summary>
public static class DraftTemplates
{
    /// <summary>The kind that a template makes; null: any kind (a free text), or none, where it is not in the register.</summary>
    public static DocumentKind? KindOf(DraftTemplate template) => template switch
    {
        DraftTemplate.LeaderDecision or DraftTemplate.AppraisalTeam or DraftTemplate.InspectionTeam => DocumentKind.Decision,
        DraftTemplate.Handover => DocumentKind.Minutes,
        DraftTemplate.ConsolidatedReport => DocumentKind.Report,
        _ => null,
    };

    /// <summary>A speech is read out: it has no number and is never in the register.</summary>
    public static bool IsInRegister(DraftTemplate template) => template != DraftTemplate.LaunchSpeech;

    /// <summary>Whether two sign it beside each other.</summary>
    public static bool HasSecondSignature(DraftTemplate template) => template == DraftTemplate.Handover;

    /// <summary>The templates that this person may start for an issuer: an organization, or the cluster (null). A consolidated report starts at its requirement.</summary>
    public static IReadOnlyList<DraftTemplate> For(Actor by, int? organizationId) => [.. Enum.GetValues<DraftTemplate>().Where(template => template != DraftTemplate.ConsolidatedReport && MayDraft(by, template, organizationId))];

    /// <summary>The leader drafts the cluster's documents, and a deputy its launch speech; authority and standing body their own decisions; everybody letters of their own.</summary>
    public static bool MayDraft(Actor by, DraftTemplate template, int? organizationId) => by.Can(Permission.DraftDocuments) && template switch
    {
        DraftTemplate.LaunchSpeech => organizationId is null && (IsActedFor(by, null) || by.Positions.Contains(Position.Deputy)),
        DraftTemplate.Handover or DraftTemplate.ConsolidatedReport => organizationId is null && IsActedFor(by, null),
        DraftTemplate.LeaderDecision => organizationId is not null && IsActedFor(by, organizationId) && IsAbove(by),
        DraftTemplate.AppraisalTeam or DraftTemplate.InspectionTeam => IsActedFor(by, organizationId) && (organizationId is null || IsAbove(by)),
        _ => IsActedFor(by, organizationId),
    };

    /// <summary>Whether this person may draft it for any issuer.</summary>
    public static bool MayDraft(Actor by, DraftTemplate template) => MayDraft(by, template, null) || MayDraft(by, template, by.OrganizationId);

    private static bool IsAbove(Actor by) => by.Positions.Contains(Position.Authority) || by.Positions.Contains(Position.StandingBody);

    private static bool IsActedFor(Actor by, int? organizationId) =>
        (organizationId is { } own ? RegisterOwner.Organization(own) : RegisterOwner.Cluster(0)).IsActedForBy(by, Permission.DraftDocuments);
}
