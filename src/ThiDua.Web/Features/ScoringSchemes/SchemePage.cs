using ThiDua.Domain.Scoring;
using ThiDua.Web.Conventions;
using ThiDua.Web.Data;
using ThiDua.Web.Features.ScoringSchemes.Frameworks;
using static ThiDua.Domain.Workflow<ThiDua.Domain.Scoring.SchemeState, ThiDua.Domain.Scoring.SchemeStep>;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>One criterion as the table shows it. Sum: the points of its children; Below: how many criteria hang under it.</summary>
public sealed record CriterionRow(Criterion Criterion, int Depth, decimal? Sum, int Below, bool IsFirst, bool IsLast)
{
    /// <summary>What the children lack to the maximum; negative where they exceed it; null where it does not matter.</summary>
    public decimal? Missing => Criterion is { Kind: CriterionKind.Normal, Max: { } max } && Sum is { } sum && sum != max ? max - sum : null;

    public bool IsSection => Criterion.Rule is null;

    /// <summary>Whether the section just above can take it in.</summary>
    public bool MayGoIn { get; init; }

    /// <summary>Held by the framework: neither moved nor removed; a locked one is not written either.</summary>
    public bool IsHeld => Criterion.Part is not null;

    public bool IsLocked => Criterion.Part == FrameworkPart.Locked;

    /// <summary>Whether it may leave its section.</summary>
    public bool MayGoOut { get; init; }

    public string MissingInWords => Missing is not { } missing ? "" : missing > 0 ? $"còn thiếu {Shown.Figure(missing)}" : $"vượt {Shown.Figure(-missing)}";

    public string SumInWords => !IsSection ? "" : Sum is not { } sum ? "Mục chưa có tiêu chí" : $"Các tiêu chí trong mục cộng lại: {Shown.Figure(sum)} điểm{(Criterion.Max is { } max && Missing is not null ? $" trên tối đa {Shown.Figure(max)}" : "")}";
}

/// <summary>A row as stored, as the script shows it, with the sums that follow from it.</summary>
public sealed record SavedRow(int Version, string Name, string Max, string EvidenceNeeded, string SavedAt, IReadOnlyDictionary<int, SavedRow.Sums> Sections, string ContentSum, string ContentMissing, int Problems)
{
    public sealed record Sums(string Sum, string Missing);

    public static SavedRow Of(SchemePage page, int criterionId, DateTime at)
    {
        var row = page.Scheme.Criteria.FirstOrDefault(row => row.Id == criterionId) ?? throw new NotFound();
        return new(row.Version, row.Name, Shown.Figure(row.Max), row.EvidenceNeeded ?? "", Shown.Clock(at), page.Rows.Where(one => one.IsSection).ToDictionary(one => one.Criterion.Id, one => new Sums(one.SumInWords, one.MissingInWords)), Shown.Figure(page.ContentSum), page.MissingContentInWords, page.Problems.Count);
    }
}

/// <summary>The scoring scheme of a year (bảng tiêu chí và thang điểm) with what this person may do with it now.</summary>
public sealed record SchemePage(ScoringScheme Scheme, IReadOnlyList<CriterionRow> Rows, IReadOnlyList<SchemeProblem> Problems, IReadOnlyList<OpenStep> Steps)
{
    public bool IsDraft => Scheme.State == SchemeState.Draft;

    /// <summary>The versions of the year, newest first.</summary>
    public IReadOnlyList<SchemeVersion> Versions { get; init; } = [];

    public bool IsEntryClosed { get; init; }

    /// <summary>How it stands to the framework of the authority.</summary>
    public FrameworkStanding Standing { get; init; } = FrameworkStanding.Of(null, null);

    /// <summary>The draft of a later version than the one in force.</summary>
    public bool IsAmendment => Scheme is { IsUnissued: true, AmendsId: not null };

    /// <summary>The version that is in force or was the first draft; null on its own page.</summary>
    public int? InForce => Versions.Where(version => version.State == SchemeState.Issued && version.Edition != Scheme.Edition).Select(version => (int?)version.Edition).FirstOrDefault();

    /// <summary>The draft of a later version beside this one.</summary>
    public int? NextDraft => Versions.Where(version => SchemeWorkflow.Unissued.Contains(version.State) && version.Edition > Scheme.Edition).Select(version => (int?)version.Edition).FirstOrDefault();

    public bool MayAmend => Steps.Any(step => step.Step == SchemeStep.Amend) && NextDraft is null && !IsEntryClosed;

    public bool MayDrop => IsAmendment && Steps.Any(step => step.Step == SchemeStep.Drop);

    public bool May(SchemeStep step) => Steps.Any(open => open.Step == step);

    public bool MayEdit => Steps.Any(step => step.Step == SchemeStep.Describe);

    public bool MayIssue => Steps.Any(step => step.Step == SchemeStep.Issue);

    /// <summary>The points of all content sections together.</summary>
    public decimal ContentSum => Tops(CriterionKind.Normal).Sum(row => row.Criterion.Max ?? 0);

    public decimal MissingContent => Scheme.ContentTotal - ContentSum;

    public string MissingContentInWords => MissingContent switch { > 0 => $"còn thiếu {Shown.Figure(MissingContent)}", < 0 => $"vượt {Shown.Figure(-MissingContent)}", _ => "" };

    public IReadOnlyList<CriterionRow> Tops(CriterionKind kind) => [.. Rows.Where(row => row.Depth == 0 && row.Criterion.Kind == kind)];

    public static SchemePage Of(ScoringScheme scheme, IReadOnlyList<OpenStep> steps)
    {
        var tree = scheme.Tree();
        var criteria = scheme.Criteria.ToDictionary(row => row.Id);
        var rows = tree.Ordered.Select(placed => Row(scheme, tree, placed, criteria[placed.Node.Id])).ToList();
        return new(scheme, rows, scheme.State == SchemeState.Draft ? scheme.Problems() : [], steps);
    }

    private static CriterionRow Row(ScoringScheme scheme, SchemeTree tree, PlacedNode placed, Criterion criterion)
    {
        var children = tree.ChildrenOf(criterion.Id);
        var siblings = tree.ChildrenOf(criterion.ParentId);
        return new(
            criterion,
            placed.Depth,
            children.Count == 0 ? null : children.Sum(child => child.Max ?? 0),
            CountBelow(tree, criterion.Id),
            siblings[0].Id == criterion.Id,
            siblings[^1].Id == criterion.Id)
        {
            MayGoIn = siblings.TakeWhile(one => one.Id != criterion.Id).LastOrDefault() is { Rule: null },
            MayGoOut = placed.Depth > 0 && (scheme.Framework is null || scheme.ParentOf(criterion) is { Part: null }),
        };
    }

    private static int CountBelow(SchemeTree tree, int id) => tree.ChildrenOf(id).Sum(child => 1 + CountBelow(tree, child.Id));
}

/// <summary>A version of the scheme as listed.</summary>
public sealed record SchemeVersion(int Edition, SchemeState State, ThiDua.Domain.DocumentReference? IssuedBy);

/// <summary>Nodes of two versions side by side, with the names of both; Filled tells how many units filled a line.</summary>
public sealed record ComparisonTable(IReadOnlyList<ComparedNode> Nodes, string Before, string After)
{
    public Func<ComparedNode, int>? Filled { get; init; }
}

/// <summary>One side of a node.</summary>
public sealed record ComparedSide(ComparedNode Node, bool IsBefore)
{
    public Criterion Row => (IsBefore ? Node.Before : Node.After)!;

    public IReadOnlyList<(string Text, bool IsOwn)> Pieces(ComparedField field)
    {
        var (before, after) = WordDifference.Of(field.Before, field.After);
        return IsBefore ? before : after;
    }
}

/// <summary>Reasons why a scheme cannot be issued yet, with a link to mend each for who may.</summary>
public sealed record ProblemList(IReadOnlyList<SchemeProblem> Problems, bool MayMend);

/// <summary>A year without a scheme: from what one may be started.</summary>
public sealed record EmptySchemePage(bool MayDraft, string LeaderTitle, IReadOnlyList<SchemeSourceName> Sources);
