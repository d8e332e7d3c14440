using ThiDua.Domain.Documents.Drafting;

namespace ThiDua.Web.Features.Shared;

/// <summary>The templates by their words in addresses.</summary>
public static class DraftPaths
{
    private static readonly (DraftTemplate Template, string Path)[] All =
    [
        (DraftTemplate.LeaderDecision, "quyet-dinh-cu"), (DraftTemplate.AppraisalTeam, "to-tham-dinh"), (DraftTemplate.InspectionTeam, "doan-kiem-tra"),
        (DraftTemplate.Handover, "ban-giao"), (DraftTemplate.LaunchSpeech, "loi-phat-dong"), (DraftTemplate.FreeText, "tu-soan"), (DraftTemplate.ConsolidatedReport, "bao-cao-tong-hop"),
    ];

    public static string Of(DraftTemplate template) => All.First(row => row.Template == template).Path;

    public static DraftTemplate? Parse(string? path) => All.Where(row => row.Path == path).Select(row => (DraftTemplate?)row.Template).FirstOrDefault();
}
