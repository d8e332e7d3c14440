using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>A sheet as far as it tells who moves next.</summary>
public sealed record SheetInMotion(int Id, int UnitId, string UnitName, ScoreSheetState State, string? LastReason, bool EnteredByThisPerson, int Asks = 0);

/// <summary>Where a cluster year stands: all that its tasks follow from.</summary>
public sealed record YearInMotion(EnteredYear Year, YearParameters Parameters, SchemeState? Scheme, DateOnly? DueOn, RankingState? Ranking, IReadOnlyList<SheetInMotion> Sheets)
{
    public string Cluster => $"{Year.Name} – {Year.Year}";

    public bool IsIssued => Scheme == SchemeState.Issued;

    public bool EveryoneSubmitted => Sheets.Count > 0 && Sheets.All(sheet => !ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State));

    public bool IsAppraised => Sheets.Count > 0 && Sheets.All(sheet => sheet.State is ScoreSheetState.Appraised or ScoreSheetState.Agreed or ScoreSheetState.NotSubmitted);

    public string Url(string subject) => subject.Length == 0 ? $"/cum/{Year.Id}" : $"/cum/{Year.Id}/{subject}";

    public AppraisalDuty DutyFor(SheetInMotion sheet) =>
        AppraisalDuty.For(sheet.UnitId, Year.Duties, sheet.EnteredByThisPerson);
}
