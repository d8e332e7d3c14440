using ThiDua.Domain.Scoring;

namespace ThiDua.Domain;

/// <summary>The Vietnamese words for every value of every enumeration, as on screen and in documents; one part for each subject.</summary>
public static partial class Labels
{
    private static readonly Dictionary<Enum, string> Words = new(
    [
        .. AccessWords(),
        .. ClustersWords(),
        .. CommitmentsWords(),
        .. DocumentsWords(),
        .. DraftingWords(),
        .. FrameworksWords(),
        .. LegalBasesWords(),
        .. NotifyingWords(),
        .. PlanningWords(),
        .. RankingWords(),
        .. ReportingWords(),
        .. RequestsWords(),
        .. RegulationsWords(),
        .. RecipientsWords(),
        .. SchemesWords(),
        .. SheetsWords(),
    ]);

    public static string Of(Enum value) => Words.TryGetValue(value, out var words) ? words : throw new InvalidOperationException($"No Vietnamese words for {value.GetType().Name}.{value}.");

    public static bool Has(Enum value) => Words.ContainsKey(value);

    /// <summary>The words for a step in the history of a sheet, which it keeps by name; a name that this version does not know is history still.</summary>
    public static string OfSheetStep(string name) =>
        Enum.TryParse<ScoreSheetStep>(name, out var step) ? Of(step)
        : Enum.TryParse<AssignmentStep>(name, out var assignment) ? Of(assignment)
        : name == nameof(PortalProposal.Excuse) ? "Ghi nhận lý do, không trừ điểm"
        : name;
}
