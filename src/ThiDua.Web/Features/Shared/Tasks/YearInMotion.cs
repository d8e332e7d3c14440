using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Covenants;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Regulations;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>A sheet as far as it tells who moves next.</summary>
public sealed record SheetInMotion(int Id, int UnitId, string UnitName, ScoreSheetState State, string? LastReason, bool EnteredByThisPerson, int Asks = 0);

/// <summary>A plan on its way, with its document in the register once there is one.</summary>
public sealed record PlanInMotion(int Id, int ClusterYearId, string Abstract, PlanState State, DateOnly? CommentsUntil, bool WaitsForDeputy, int? DocumentId, DocumentState? Document);

/// <summary>A regulation that is drafted or waits for signature and number.</summary>
public sealed record RegulationInMotion(int Id, int ClusterYearId, string Title, RegulationState State, int? DocumentId, DocumentState? Document);

/// <summary>A covenant that is drafted or signed: who drafts it, who has signed, and whether the day by which units sign has come.</summary>
public sealed record CovenantInMotion(int Id, int ClusterYearId, string Title, CovenantState State, DateOnly? SignBy, int DraftedById, IReadOnlyList<int> SignedBy, bool IsDue);

/// <summary>A document drafted from a template on its way, with its document in the register once there is one.</summary>
public sealed record DraftInMotion(int Id, int ClusterYearId, DraftTemplate Template, string Abstract, DraftedState State, int? IssuerOrganizationId, int? DocumentId, DocumentState? Document);

/// <summary>A round of comments that is open, or has comments without an answer yet; Waiting: the units that have not answered.</summary>
public sealed record RoundInMotion(int Id, int? PlanId, string About, DateOnly LastDay, DateTime LateFrom, bool IsOpen, int Unanswered, IReadOnlyList<RoundInMotion.Unit> Waiting)
{
    public sealed record Unit(int Id, string Name);
}

/// <summary>A unit's registration as far as it tells who moves next.</summary>
public sealed record RegistrationInMotion(int ClusterYearId, int UnitId, RegistrationState State, bool WasRegistered, string? LastReason);

/// <summary>A requirement that somebody has to announce or owes, with the reports that were begun and the units that have more time.</summary>
public sealed record RequirementInMotion(int Id, int ClusterYearId, string Title, RequirementState State, OwedBy OwedBy, DateOnly? LastDay, bool IsExpected, bool WaitsForWorkingDay, bool ClosesHard)
{
    public ReportKind Kind { get; init; }

    /// <summary>The common deadline as written.</summary>
    public string? When { get; init; }

    /// <summary>The block of the plan that it was made from.</summary>
    public int? FromBlockId { get; init; }

    /// <summary>What it is known by, made from a plan or not.</summary>
    public string Key { get; init; } = "";

    /// <summary>The consolidated report that sums it up.</summary>
    public DocumentReference? ConsolidatedBy { get; init; }

    public IReadOnlyList<ReportInMotion> Reports { get; init; } = [];

    /// <summary>The last day of each unit that was given more time.</summary>
    public IReadOnlyDictionary<int, DateOnly> Extended { get; init; } = new Dictionary<int, DateOnly>();

    /// <summary>Until when this unit is in time.</summary>
    public UnitDeadline DeadlineOf(int unitId) => UnitDeadline.Of(When, LastDay, Extended.TryGetValue(unitId, out var day) ? day : null);

    public DateOnly? DueOn(int unitId) => DeadlineOf(unitId).LastDay;

    /// <summary>Whether what this unit sends today is late.</summary>
    public bool IsPast(int unitId, DateOnly today) => DueOn(unitId) is { } day && new Deadline(day).DaysLate(WaitsForWorkingDay, today) > 0;
}

/// <summary>A unit's report as far as it tells who moves next.</summary>
public sealed record ReportInMotion(int UnitId, ReportState State, string? LastReason, bool IsLate)
{
    /// <summary>Whether, while it is written, all is there that has to be submitted.</summary>
    public bool IsComplete { get; init; }
}

/// <summary>Something for the authority that is written, on its way, with it, or answered and not yet seen by the leader.</summary>
public sealed record RequestInMotion(int Id, int ClusterYearId, RequestManner Manner, string About, RequestState State, DateOnly? SentOn, int? DocumentId, DocumentState? Document);

/// <summary>Where a cluster year stands: all that its tasks follow from.</summary>
public sealed record YearInMotion(EnteredYear Year, YearParameters Parameters, SchemeState? Scheme, DateOnly? DueOn, RankingState? Ranking, IReadOnlyList<SheetInMotion> Sheets)
{
    /// <summary>The plans that somebody has to move on.</summary>
    public IReadOnlyList<PlanInMotion> Plans { get; init; } = [];

    public IReadOnlyList<RegulationInMotion> Regulations { get; init; } = [];

    /// <summary>The covenants that are drafted or signed.</summary>
    public IReadOnlyList<CovenantInMotion> Covenants { get; init; } = [];

    /// <summary>The documents drafted from templates that somebody has to move on.</summary>
    public IReadOnlyList<DraftInMotion> Drafts { get; init; } = [];

    /// <summary>The rounds of comments in which somebody has to say something.</summary>
    public IReadOnlyList<RoundInMotion> Rounds { get; init; } = [];

    /// <summary>What is issued, asked for by the authority, and not sent to it.</summary>
    public IReadOnlyList<RequestSubject> ToSend { get; init; } = [];

    /// <summary>What is for the authority, and waits for somebody.</summary>
    public IReadOnlyList<RequestInMotion> Requests { get; init; } = [];

    /// <summary>The last day of registration as written; null where none was set.</summary>
    public DateOnly? RegistrationDueOn { get; init; }

    /// <summary>Whether the days of the scoring calendar wait for the next working day before anything is late.</summary>
    public bool WaitsForWorkingDay { get; init; }

    /// <summary>Whether who registers now is late.</summary>
    public bool IsRegistrationPast { get; init; }

    public IReadOnlyList<RegistrationInMotion> Registrations { get; init; } = [];

    /// <summary>The reports that somebody has to ask for, send or receive.</summary>
    public IReadOnlyList<RequirementInMotion> Requirements { get; init; } = [];

    /// <summary>Vietnamese today, by which deadlines are reckoned.</summary>
    public DateOnly Today { get; init; }

    public string Cluster => $"{Year.Name} – {Year.Year}";

    public bool IsIssued => Scheme == SchemeState.Issued;

    /// <summary>The sheets that the results wait for: not those of units that have left.</summary>
    public IEnumerable<SheetInMotion> Awaited => Sheets.Where(sheet => !Year.HasLeft(sheet.UnitId));

    public bool EveryoneSubmitted => AreReady(RankingStep.CloseEntry);

    public bool IsAppraised => AreReady(RankingStep.PublishDraft);

    public string Url(string subject) => subject.Length == 0 ? $"/cum/{Year.Id}" : $"/cum/{Year.Id}/{subject}";

    private bool AreReady(RankingStep step) => Sheets.Count > 0 && Awaited.All(sheet => RankingWorkflow.IsReady(step, sheet.State));

    public AppraisalDuty DutyFor(SheetInMotion sheet) =>
        AppraisalDuty.For(sheet.UnitId, Year.Duties, sheet.EnteredByThisPerson);
}
