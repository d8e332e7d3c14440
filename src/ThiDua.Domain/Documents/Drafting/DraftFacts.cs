using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Reporting;

namespace ThiDua.Domain.Documents.Drafting;

/// <summary>A unit of the year as a document names it, under its name of that year.</summary>
public sealed record DraftUnit(int Id, string Name, Position Position)
{
    /// <summary>The office of its head, "CHỦ TỊCH".</summary>
    public string HeadTitle { get; init; } = "";

    public string ShortName { get; init; } = Name;
}

/// <summary>Who issues it, as it stands at the head and the foot of the paper.</summary>
public sealed record DraftedBy(int? OrganizationId, string Name)
{
    public string HeadTitle { get; init; } = "";

    /// <summary>The body in the symbol, "CTĐBTB", "UBND".</summary>
    public string Abbreviation { get; init; } = "";

    /// <summary>Authority form and office where the head signs for the body.</summary>
    public IReadOnlyList<string> SignatureLines { get; init; } = [];

    public bool IsCluster => OrganizationId is null;
}

/// <summary>A member of the appraisal team with the units whose sheets it appraises.</summary>
public sealed record DraftAppraiser(int UnitId, string Name, IReadOnlyList<string> Appraises);

/// <summary>Matters of one kind that are still open when the year is handed over.</summary>
public sealed record OpenMatters(string What, IReadOnlyList<string> Items);

/// <summary>What the data of a year tell a document that is drafted (số liệu của năm thi đua).</summary>
public sealed record DraftFacts(string ClusterName, int Year, DateOnly Today)
{
    public ClusterKind Kind { get; init; }

    public string Abbreviation { get; init; } = "";

    public string LeaderTitle { get; init; } = "";

    public string DeputyTitle { get; init; } = "";

    /// <summary>The units that take part: the leader, the deputies, the others by name.</summary>
    public IReadOnlyList<DraftUnit> Units { get; init; } = [];

    /// <summary>The first day of the leader's position.</summary>
    public DateOnly? LedFrom { get; init; }

    /// <summary>The document that names leader and deputies.</summary>
    public DocumentReference? NamedBy { get; init; }

    public string AuthorityName { get; init; } = "";

    public string? StandingBodyName { get; init; }

    /// <summary>The place in the heading of the leader's documents.</summary>
    public string? Place { get; init; }

    /// <summary>The issued plan of the year, and the scheme's document.</summary>
    public DocumentReference? Plan { get; init; }

    public DocumentReference? Scheme { get; init; }

    /// <summary>The issued plan of the inspection, which has the days.</summary>
    public DocumentReference? InspectionPlan { get; init; }

    public IReadOnlyList<DraftAppraiser> Appraisers { get; init; } = [];

    /// <summary>The last day of appraisal.</summary>
    public DateOnly? AppraisalUntil { get; init; }

    /// <summary>What the units commit themselves to in the covenant of the year.</summary>
    public IReadOnlyList<string> Commitments { get; init; } = [];

    /// <summary>Next year's leader, where that year is set up.</summary>
    public DraftUnit? NextLeader { get; init; }

    /// <summary>The documents of the cluster that were issued, in words.</summary>
    public IReadOnlyList<string> Issued { get; init; } = [];

    public IReadOnlyList<OpenMatters> Open { get; init; } = [];

    /// <summary>The same for what is written about a requirement: the plan is its basis only where it was made from the plan.</summary>
    public DraftFacts About(ReportRequirement requirement) => requirement.FromBlockId is null ? this with { Plan = null } : this;

    public DraftUnit? Leader => Units.FirstOrDefault(unit => unit.Position == Position.Leader);

    public IReadOnlyList<DraftUnit> Deputies => [.. Units.Where(unit => unit.Position == Position.Deputy)];

    /// <summary>"Cụm", "Khối".</summary>
    public string KindWord => Kind == ClusterKind.Cum ? "Cụm" : "Khối";

    /// <summary>The laws of emulation and commendation of that day, as printed: "Căn cứ Luật …".</summary>
    public IReadOnlyList<string> Laws { get; init; } = [];

    /// <summary>The day whose law is cited: today, but of a year that is over its last day.</summary>
    public DateOnly LawOn => Today.Year > Year ? new(Year, 12, 31) : Today;
}
