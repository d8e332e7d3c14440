using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Changes;
using ThiDua.Web.Features.Shared.Recipients;

namespace ThiDua.Web.Features.Plans;

/// <summary>A plan as listed.</summary>
public sealed record PlanRow(int Id, PlanPurpose Purpose, string Abstract, PlanState State, DateOnly? CommentsUntil, DocumentState? Document, DocumentNumber Number);

/// <summary>The plans of a year.</summary>
public sealed record PlansPage(PageOf<PlanRow> Page, bool MayDraft, string LeaderTitle)
{
    /// <summary>Only those of this purpose are listed.</summary>
    public PlanPurpose? Purpose { get; init; }

    /// <summary>Whether this person keeps the cluster's address book.</summary>
    public bool MayKeepBook { get; init; }
}

/// <summary>The purposes by their words in addresses.</summary>
public static class PlanPurposes
{
    public static readonly IReadOnlyList<(PlanPurpose Purpose, string Path)> All = [(PlanPurpose.Yearly, "nam"), (PlanPurpose.Conference, "hoi-nghi"), (PlanPurpose.Inspection, "kiem-tra"), (PlanPurpose.SeveralYears, "nhieu-nam")];

    public static string PathOf(PlanPurpose purpose) => All.First(row => row.Purpose == purpose).Path;

    public static PlanPurpose? Parse(string? path) => All.Where(row => row.Path == path).Select(row => (PlanPurpose?)row.Purpose).FirstOrDefault();
}

/// <summary>A conference of the issued yearly plan, for which a plan of its own may be made.</summary>
public sealed record PlannedConference(int BlockId, ConferenceContent Content);

/// <summary>From what a new plan may be started: an issued plan of an earlier year, or one of this year, which is then to be adjusted.</summary>
public sealed record PlanSource
{
    public required int Id { get; init; }

    public required string Abstract { get; init; }

    public required int Year { get; init; }

    public required bool IsOfThisYear { get; init; }

    public required DocumentNumber Number { get; init; }

    public required PlanPurpose Purpose { get; init; }
}

/// <summary>The page of starting a plan.</summary>
public sealed record StartPlanPage(StartPlanForm Form, IReadOnlyList<PlanSource> Sources)
{
    public PlanSource? Source => Sources.FirstOrDefault(row => row.Id == Form.Source);

    public PlanPurpose Purpose => Source?.Purpose ?? Form.Purpose ?? PlanPurpose.Yearly;

    /// <summary>Those of the same purpose.</summary>
    public IReadOnlyList<PlanSource> Fitting => [.. Sources.Where(row => row.Purpose == Purpose)];

    public IReadOnlyList<PlannedConference> Conferences { get; init; } = [];
}

/// <summary>A plan with what this person may do with it now.</summary>
public sealed record PlanPage(Plan Plan, IReadOnlyList<PlanStep> Steps)
{
    /// <summary>The steps as the stepper shows them.</summary>
    public static readonly IReadOnlyList<PlanState> Way = [PlanState.Draft, PlanState.Consulting, PlanState.Finalizing, PlanState.Submitted, PlanState.Issued];

    public IReadOnlyList<PlacedSection> Outline { get; } = Plan.Outline();

    public bool HasDeputy { get; init; }

    public IReadOnlyList<PlanProblem> Problems => Plan.IsOpen ? Plan.Problems(HasDeputy) : [];

    /// <summary>What is missing, too, but hinders nothing.</summary>
    public IReadOnlyList<PlanProblem> Gaps => Plan.IsOpen ? Plan.Gaps() : [];

    /// <summary>Who made it and when.</summary>
    public MakingOfDossier? Made { get; init; }

    /// <summary>How many comments on it have no answer yet.</summary>
    public int Unanswered { get; init; }

    /// <summary>The bases that the catalogue knows, looked at for <see cref="BasesDay"/>.</summary>
    public IReadOnlyList<FoundBasis> FoundBases { get; init; } = [];

    public DateOnly BasesDay { get; init; }

    /// <summary>Bases not in force on the plan's day; they hinder nothing.</summary>
    public IReadOnlyList<FoundBasis> Warnings => [.. FoundBases.Where(row => row.Finding.IsWarning)];

    public int Year { get; init; }

    /// <summary>The cluster's own word for its leader.</summary>
    public string LeaderTitle { get; init; } = "";

    /// <summary>The first words of a section without title.</summary>
    public static string Beginning(string? body) => body is null ? "" : body.Length <= 80 ? body : body.LastIndexOf(' ', 80) is var end and > 0 ? body[..end] + "…" : body[..80] + "…";

    /// <summary>What the authority set for the year: later dates are warned of.</summary>
    public LimitsNow Limits { get; init; } = LimitsNow.None;

    public bool MayEdit { get; init; }

    /// <summary>How many days the year's parameters give for comments; null: not laid down.</summary>
    public int? CommentDays { get; init; }

    public string? CommentDaysHint => CommentDays is { } days ? $"Theo quy định của năm: {days:00} ngày kể từ ngày gửi" : null;

    /// <summary>The document in the register that this person may read.</summary>
    public int? DocumentId { get; init; }

    public DocumentState? DocumentState { get; init; }

    public Plan? Adjusts { get; init; }

    public IReadOnlyList<PlanRow> AdjustedBy { get; init; } = [];

    public string Seen => $"{PlanSeen.Of(Plan)}";

    /// <summary>Where a problem is mended, below the plan's own address.</summary>
    public static string PathOf(PlanProblem problem) => problem switch
    {
        { SectionId: { } id } => $"muc/{id}",
        { Part: PlanPart.Bases } => "can-cu/them",
        { Part: PlanPart.Outline } => "muc/them",
        { Part: PlanPart.Agreement } => "thong-nhat",
        _ => "chung",
    };

    public bool May(PlanStep step) => Steps.Contains(step);

    /// <summary>Whether the step lies behind: a plan that was never put up for comments has not been through them.</summary>
    public bool IsPast(PlanState state) => state < Current && (state is not (PlanState.Consulting or PlanState.Finalizing) || Plan.CommentsUntil is not null);

    /// <summary>Where it stands on the way.</summary>
    public PlanState Current => Plan.State is PlanState.Adjusted or PlanState.Revoked ? PlanState.Issued : Plan.State;

    /// <summary>Who moves it next, in words.</summary>
    public string? Next => Plan.State switch
    {
        PlanState.Draft or PlanState.Finalizing => "Chuyên viên, lãnh đạo đơn vị trưởng hoàn thiện rồi trình ký.",
        PlanState.Consulting => $"Các đơn vị thành viên góp ý đến hết ngày {Plan.CommentsUntil:dd/MM/yyyy}.",
        PlanState.Submitted => DocumentState == Domain.Documents.DocumentState.SignedOff ? "Đã ký; chờ văn thư vào sổ, cấp số và ngày." : "Chờ lãnh đạo đơn vị trưởng ký.",
        _ => null,
    };
}

/// <summary>The form of a plan's terms; Stored is what the plan holds now.</summary>
public sealed record PlanTermsPage(Plan Stored, PlanTermsForm Form, RecipientsToPick ToPick)
{
    /// <summary>Recipients were put in from the address book, and nothing is saved yet.</summary>
    public bool HasPicked { get; init; }

    /// <summary>Somebody else saved first: what is stored is shown beside what was typed, and the next save goes over it.</summary>
    public bool IsOvertaken => Form.Version != Stored.Version;
}

/// <summary>The page of a step: trình ký, lấy ý kiến, bỏ dự thảo.</summary>
public sealed record PlanStepPage(PlanPage Page, PlanStep Step, PlanStepForm Form)
{
    /// <summary>Trình ký of a yearly plan that adjusts none: those in force already.</summary>
    public IReadOnlyList<PlanRow> Others { get; init; } = [];

    /// <summary>Trình ký of an adjustment that changes nothing.</summary>
    public bool IsUnchanged { get; init; }
}
