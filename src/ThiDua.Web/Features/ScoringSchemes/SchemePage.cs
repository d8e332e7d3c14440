using ThiDua.Domain.Scoring;
using static ThiDua.Domain.Workflow<ThiDua.Domain.Scoring.SchemeState, ThiDua.Domain.Scoring.SchemeStep>;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>One criterion as the table shows it. Sum: the points of its children; Below: how many criteria hang under it.</summary>
public sealed record CriterionRow(Criterion Criterion, int Depth, decimal? Sum, int Below, bool IsFirst, bool IsLast)
{
    /// <summary>What the children lack to the maximum; negative where they exceed it; null where it does not matter.</summary>
    public decimal? Missing => Criterion is { Kind: CriterionKind.Normal, Max: { } max } && Sum is { } sum && sum != max ? max - sum : null;

    public bool IsSection => Criterion.Rule is null;
}

/// <summary>The scoring scheme of a year (bảng tiêu chí và thang điểm) with what this person may do with it now.</summary>
public sealed record SchemePage(ScoringScheme Scheme, IReadOnlyList<CriterionRow> Rows, IReadOnlyList<SchemeProblem> Problems, IReadOnlyList<OpenStep> Steps)
{
    public bool IsDraft => Scheme.State == SchemeState.Draft;

    public bool MayEdit => Steps.Any(step => step.Step == SchemeStep.Describe);

    public bool MayIssue => Steps.Any(step => step.Step == SchemeStep.Issue);

    /// <summary>The points of all content sections together.</summary>
    public decimal ContentSum => Tops(CriterionKind.Normal).Sum(row => row.Criterion.Max ?? 0);

    public decimal MissingContent => Scheme.ContentTotal - ContentSum;

    public IReadOnlyList<CriterionRow> Tops(CriterionKind kind) => [.. Rows.Where(row => row.Depth == 0 && row.Criterion.Kind == kind)];

    public static SchemePage Of(ScoringScheme scheme, IReadOnlyList<OpenStep> steps)
    {
        var tree = scheme.Tree();
        var criteria = scheme.Criteria.ToDictionary(row => row.Id);
        var rows = tree.Ordered.Select(placed => Row(tree, placed, criteria[placed.Node.Id])).ToList();
        return new(scheme, rows, scheme.State == SchemeState.Draft ? scheme.Problems() : [], steps);
    }

    private static CriterionRow Row(SchemeTree tree, PlacedNode placed, Criterion criterion)
    {
        var children = tree.ChildrenOf(criterion.Id);
        var siblings = tree.ChildrenOf(criterion.ParentId);
        return new(
            criterion,
            placed.Depth,
            children.Count == 0 ? null : children.Sum(child => child.Max ?? 0),
            CountBelow(tree, criterion.Id),
            siblings[0].Id == criterion.Id,
            siblings[^1].Id == criterion.Id);
    }

    private static int CountBelow(SchemeTree tree, int id) => tree.ChildrenOf(id).Sum(child => 1 + CountBelow(tree, child.Id));
}

/// <summary>Reasons why a scheme cannot be issued yet, with a link to mend each for who may.</summary>
public sealed record ProblemList(IReadOnlyList<SchemeProblem> Problems, bool MayMend);

/// <summary>A year without a scheme: from what one may be started.</summary>
public sealed record EmptySchemePage(bool MayDraft, string LeaderTitle, IReadOnlyList<SchemeSourceName> Sources);
