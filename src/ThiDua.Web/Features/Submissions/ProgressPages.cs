using ThiDua.Domain.Reporting;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Submissions;

/// <summary>What the table of progress was asked for; all of it stands in the URL. What is not understood filters nothing.</summary>
public sealed record ProgressFilter
{
    public const string Missing = "chua";
    public const string Late = "muon";

    /// <summary>The requirement asked for; null: the next one due.</summary>
    public int? RequirementId { get; init; }

    public ReportState? State { get; private init; }

    public bool IsMissing { get; private init; }

    public bool IsLate { get; private init; }

    public string? Search { get; private init; }

    public bool IsEmpty => State is null && !IsMissing && !IsLate && Search is null;

    public static ProgressFilter Read(IQueryCollection query) => new()
    {
        RequirementId = int.TryParse(query["yeu-cau"], out var id) ? id : null,
        State = Enum.GetNames<ReportState>().Contains((string?)query["trang-thai"]) ? Enum.Parse<ReportState>(query["trang-thai"]!) : null,
        IsMissing = query["trang-thai"] == Missing,
        IsLate = query["trang-thai"] == Late,
        Search = Domain.Text.Clean(query["q"]),
    };
}

/// <summary>The files at one item: how many, and one of them.</summary>
public sealed record FilesOfItem(int Count, int FileId)
{
    /// <summary>Where they are seen, below the page of the report: the only one itself.</summary>
    public string Path => Count == 1 ? $"/tep/{FileId}?xem=true" : "";
}

/// <summary>A unit as a line of the table; Files: how many at each item in what was submitted last; Wrong: the items for which it was sent back.</summary>
public sealed record ProgressRow(int UnitId, string UnitName, int? SubmissionId, ReportState? State, DateTime? SubmittedAt, bool WasLate, bool IsOverdue, bool CameOtherWay)
{
    public IReadOnlyDictionary<int, FilesOfItem> Files { get; init; } = new Dictionary<int, FilesOfItem>();

    /// <summary>How many corrections stand beside what was received (bản bổ sung, thay thế).</summary>
    public int Supplements { get; init; }

    public IReadOnlySet<int> Wrong { get; init; } = new HashSet<int>();

    /// <summary>When the unit was reminded by hand last, and how often.</summary>
    public DateTime? RemindedAt { get; init; }

    public int Reminders { get; init; }

    /// <summary>Where it stands, in words.</summary>
    public string Standing => State is { } state ? Domain.Labels.Of(state) : "Chưa nộp";
}

/// <summary>Bảng theo dõi: units × items of one requirement.</summary>
public sealed record ProgressPage(ProgressFilter Filter, IReadOnlyList<(int Id, string Title)> Requirements, ReportRequirement? Requirement, PageOf<ProgressRow>? Page)
{
    private const int ShortName = 40;

    /// <summary>An item's name as it fits beside its files on a phone; the list below the table has it in full.</summary>
    public static string Shortened(string name) => name.Length <= ShortName ? name : $"{name[..Math.Max(ShortName / 2, name.LastIndexOf(' ', ShortName))]}…";

    public bool SeesAll { get; init; }

    /// <summary>Whether this person may remind and urge the units that are missing.</summary>
    public bool MayRemind { get; init; }

    /// <summary>Whether the requirement asks for figures, which have a table of their own.</summary>
    public bool HasFigures { get; init; }
}
