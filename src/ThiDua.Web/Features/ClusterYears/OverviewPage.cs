using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Conventions;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Tổng quan of a cluster year: its stages, its members with the state of their sheets, and what may be done next.</summary>
public sealed record OverviewPage(EnteredYear Year, int Version, DocumentReference NamingDocument, IReadOnlyList<OverviewPage.Unit> Units)
{
    /// <summary>A member; the sheet by its state alone, figures only of published results.</summary>
    public sealed record Unit(int OrganizationId, string Name, string? Position, DateOnly FromOn, DateOnly? ToOn, int? SheetId, ScoreSheetState? State, bool MayOpen)
    {
        /// <summary>Whether it signed the covenant of the year.</summary>
        public bool HasSigned { get; init; }

        /// <summary>What it said in the last round of comments on a plan; null: it was not asked.</summary>
        public ReplyStanding? Reply { get; init; }

        public RegistrationState? Registration { get; init; }

        public bool IsRegistrationLate { get; init; }

        /// <summary>Where its reports stand, one for each of the page's.</summary>
        public IReadOnlyList<MemberReport> Reports { get; init; } = [];

        public decimal? Total { get; init; }

        public int? Rank { get; init; }
    }

    /// <summary>A stage with the moment it began.</summary>
    public sealed record StageMark(ClusterYearStage Stage, DateTime? BeganAt);

    public IReadOnlyList<StageMark> Stages { get; init; } = [];

    public IReadOnlyList<ClusterYearStep> Steps { get; init; } = [];

    public IReadOnlyList<string> ReasonsNotToStart { get; init; } = [];

    public RankingState? Ranking { get; init; }

    /// <summary>The covenant of the year that is signed or in force.</summary>
    public int? CovenantId { get; init; }

    public bool IsSchemeIssued { get; init; }

    public bool IsPublished { get; init; }

    public bool MaySetUp { get; init; }

    /// <summary>The six-month report and the annual package, where they were asked for.</summary>
    public IReadOnlyList<ReportsOfMembers> Reports { get; init; } = [];

    /// <summary>What the plan in force sets and what is reported, by the calendar.</summary>
    public IReadOnlyList<PlannedDate> Dates { get; init; } = [];

    public IReadOnlyList<PlannedDate> Ahead => [.. Dates.Where(date => !date.IsPast(Today))];

    public IReadOnlyList<PlannedDate> Past => [.. Dates.Where(date => date.IsPast(Today))];

    /// <summary>Whether the members were asked for comments on a plan of the year.</summary>
    public bool HasRound { get; init; }

    public bool HasRegistrations { get; init; }

    /// <summary>What the authority set for the year.</summary>
    public LimitsNow Limits { get; init; } = LimitsNow.None;

    public DateOnly Today { get; init; }

    public int Submitted => Units.Count(unit => unit.State is not (null or ScoreSheetState.Entering or ScoreSheetState.Returned or ScoreSheetState.NotSubmitted));

    public int Appraised => Units.Count(unit => unit.State is { } state && ScoreSheetWorkflow.WithAppraisal.Contains(state) && state != ScoreSheetState.Objected);

    public int Sheets => Units.Count(unit => unit.SheetId is not null);

    /// <summary>A stage on the line of the year, the one of today marked.</summary>
    public string Words(StageMark mark)
    {
        var began = mark.BeganAt is { } at ? $" từ {Shown.Day(DateOnly.FromDateTime(Days.Local(at)))}" : "";
        var today = mark.Stage == Year.Stage && Year.Stage != ClusterYearStage.Concluded ? $" · hôm nay {Shown.Day(Today)}" : "";
        return $"{Labels.Of(mark.Stage)}{began}{today}";
    }

    public bool MayConclude => Steps.Contains(ClusterYearStep.Conclude);

    public bool IsAdopted => Ranking is RankingState.Adopted or RankingState.Verified or RankingState.Recognized;
}
