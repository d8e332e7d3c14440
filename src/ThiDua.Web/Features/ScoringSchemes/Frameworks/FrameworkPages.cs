using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Imports;
using static ThiDua.Domain.Workflow<ThiDua.Domain.Scoring.FrameworkState, ThiDua.Domain.Scoring.FrameworkStep>;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>A framework as listed.</summary>
public sealed record FrameworkItem(int Id, int Year, ClusterKind? Kind, ClusterLevel? Level, string Title, FrameworkState State, DocumentReference? IssuedBy, int Rows)
{
    public string Scope => new FrameworkScope(Year, Kind, Level).InWords;
}

/// <summary>The frameworks of an authority, newest first.</summary>
public sealed record FrameworkList(int AuthorityId, string AuthorityName, PageOf<FrameworkItem> Page, bool MayDraft);

/// <summary>The form of a new framework.</summary>
public sealed record NewFrameworkPage(int AuthorityId, string AuthorityName, NewFrameworkForm Form, IReadOnlyList<SchemeSourceName> Sources)
{
    public IEnumerable<SelectListItem> SourceChoices => Sources.Select(row => new SelectListItem(row.Name, row.Key));

    public static IEnumerable<SelectListItem> Kinds => [new("Cả cụm và khối", ""), .. Enum.GetValues<ClusterKind>().Select(kind => new SelectListItem($"Chỉ {Labels.Of(kind).ToLowerInvariant()}", $"{kind}"))];

    public static IEnumerable<SelectListItem> Levels => [new("Mọi cấp", ""), .. Enum.GetValues<ClusterLevel>().Select(level => new SelectListItem($"Chỉ cấp {Labels.Of(level).ToLowerInvariant()}", $"{level}"))];
}

/// <summary>A row of the framework with its place in the tree.</summary>
public sealed record FrameworkLine(FrameworkRow Row, CriterionRow Shown)
{
    /// <summary>Nothing where it is only suggested, below a free section.</summary>
    public FrameworkPart? Part => Shown.Criterion.Part;
}

/// <summary>A cluster year for which the framework is, and how its scheme stands to it.</summary>
public sealed record FrameworkFollower(int ClusterYearId, string Name, SchemeState? State, bool IsMadeFromIt, IReadOnlyList<FrameworkDeviation> Deviations);

/// <summary>A framework with what this person may do with it now.</summary>
public sealed record FrameworkPage(string AuthorityName, FrameworkScheme Framework, IReadOnlyList<FrameworkLine> Lines, IReadOnlyList<OpenStep> Steps)
{
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The cluster years for which it is; none before it is in force.</summary>
    public PageOf<FrameworkFollower>? Followers { get; init; }

    public bool MayDraft { get; init; }

    public FrameworkForm? Typed { get; init; }

    public bool IsOvertaken { get; init; }

    public FreeSectionForm Added { get; init; } = new();

    public string Url => $"/co-quan/{Framework.AuthorityId}/bang-diem-khung/{Framework.Id}";

    public int Version => Typed is null || IsOvertaken ? Framework.Version : Typed.Version;

    public bool May(FrameworkStep step) => Steps.Any(open => open.Step == step);

    public bool MayEdit => May(FrameworkStep.Write);

    public IEnumerable<FrameworkLine> Free => Lines.Where(line => line.Part == FrameworkPart.Free);

    public decimal ContentSum => Lines.Where(line => line.Row is { ParentCode: null, Description.Kind: CriterionKind.Normal }).Sum(line => line.Row.Description.Max ?? 0);

    /// <summary>Where a free section may be added.</summary>
    public IEnumerable<SelectListItem> Sections =>
        [new("Ngoài cùng (mục lớn)", ""), .. Lines.Where(line => line is { Part: FrameworkPart.Locked, Row.Description.Rule: null }).Select(line => new SelectListItem($"{line.Row.Code} {line.Row.Description.Name}", line.Row.Code))];

    public static IEnumerable<SelectListItem> Parts => Enum.GetValues<FrameworkPart>().Select(part => new SelectListItem(Labels.Of(part), $"{part}"));
}

/// <summary>The page of issuing or withdrawing.</summary>
public sealed record FrameworkStepPage(FrameworkPage Page, FrameworkStep Step, FrameworkDocumentForm Form, bool OnPaperOnly)
{
    public string Title => Step == FrameworkStep.Issue ? "Ban hành bảng điểm khung" : "Thu hồi bảng điểm khung";
}

/// <summary>The page of importing rows, and once a file was chosen its preview with what it would do.</summary>
public sealed record FrameworkImportPage(FrameworkPage Page, ImportPreview? Preview = null, TreeChange? Change = null);
