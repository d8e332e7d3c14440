namespace ThiDua.Domain.Scoring;

/// <summary>The tree of a scoring scheme (bảng tiêu chí, thang điểm): its order, its defects and the totals of a sheet.</summary>
public sealed class SchemeTree
{
    private readonly ILookup<int?, SchemeNode> children;

    public SchemeTree(IEnumerable<SchemeNode> nodes)
    {
        All = [.. nodes];
        children = All.OrderBy(node => node.Order).ThenBy(node => node.Id).ToLookup(node => node.ParentId);
        Ordered = [.. children[null].SelectMany(root => Walk(root, 0))];
        Positions = Ordered.Select((placed, position) => (placed.Node.Id, position)).ToDictionary();
        Parents = [.. Ordered.Select(placed => placed.Node.ParentId is { } parent && Positions.TryGetValue(parent, out var position) ? position : -1)];
        Sections = ChildrenOf(null);
        Leaves = [.. Ordered.Select(placed => placed.Node).Where(node => node.Rule is not null)];
    }

    /// <summary>Sections first, each followed by all below it.</summary>
    public IReadOnlyList<PlacedNode> Ordered { get; }

    public IReadOnlyList<SchemeNode> Leaves { get; }

    /// <summary>The top sections.</summary>
    public IReadOnlyList<SchemeNode> Sections { get; }

    /// <summary>The sections that floors and tie keys speak of: the content sections, or what is in the only one.</summary>
    public IReadOnlyList<SchemeNode> ContentSections
    {
        get
        {
            var normal = Sections.Where(section => section.Kind == CriterionKind.Normal).ToList();
            return normal is [{ Rule: null } only] ? ChildrenOf(only.Id) : normal;
        }
    }

    /// <summary>Where a node stands in reading order, by its id.</summary>
    internal Dictionary<int, int> Positions { get; }

    /// <summary>Where the parent of each node stands in reading order; -1 for a section.</summary>
    internal int[] Parents { get; }

    /// <summary>Every node given, also one that hangs nowhere.</summary>
    internal IReadOnlyList<SchemeNode> All { get; }

    public IReadOnlyList<SchemeNode> ChildrenOf(int? nodeId) => [.. children[nodeId]];

    /// <summary>All Vietnamese reasons why the scheme cannot be issued, together; none means that it can.</summary>
    public IReadOnlyList<string> Problems(decimal contentTotal) => [.. ProblemsByNode(contentTotal).Select(problem => problem.Text)];

    /// <summary>The same reasons, each with the criterion to mend.</summary>
    public IReadOnlyList<SchemeProblem> ProblemsByNode(decimal contentTotal) => [.. SchemeProblems.Of(this, contentTotal)];

    /// <summary>The content leaves that nobody has given points; a 0 is points. None means that the sheet is complete.</summary>
    public IReadOnlyList<SchemeNode> Unfilled(IReadOnlyDictionary<int, LeafResult> leaves) =>
        [.. Leaves.Where(leaf => leaf.Kind == CriterionKind.Normal && leaves.GetValueOrDefault(leaf.Id) is not ({ Points: not null } or { NotAssigned: true }))];

    /// <summary>Total = normal + bonus within caps − deductions within caps, not below 0; a leaf without points counts 0.</summary>
    public SheetTotals Totals(IReadOnlyDictionary<int, LeafResult> leaves, NotAssignedPolicy policy) =>
        new SheetSum(this, leaves, policy).Totals();

    /// <summary>The maximum of a unit to which every leaf is assigned: content, and bonus within caps.</summary>
    public decimal WholeMax => Totals(new Dictionary<int, LeafResult>(), NotAssignedPolicy.ReduceBase).AssignedMax;

    private IEnumerable<PlacedNode> Walk(SchemeNode node, int depth) =>
        children[node.Id].SelectMany(child => Walk(child, depth + 1)).Prepend(new PlacedNode(node, depth));
}
