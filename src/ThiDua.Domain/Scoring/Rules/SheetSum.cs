namespace ThiDua.Domain.Scoring;

/// <summary>Adds up one sheet from the leaves to the sections.</summary>
internal sealed class SheetSum(SchemeTree tree, IReadOnlyDictionary<int, LeafResult> leaves, NotAssignedPolicy policy)
{
    private readonly Dictionary<int, decimal> points = [];
    private readonly Dictionary<int, decimal> assigned = [];

    public SheetTotals Totals()
    {
        foreach (var (node, _) in tree.Ordered.Reverse())
        {
            var below = tree.ChildrenOf(node.Id);
            points[node.Id] = node.Rule is not null ? LeafPoints(node) : WithinCap(node, below.Sum(child => points[child.Id]));
            assigned[node.Id] = node.Rule is not null ? LeafMax(node) : SectionMax(node, below);
        }

        var (normal, bonus, deductions) = (Sum(CriterionKind.Normal, points), Sum(CriterionKind.Bonus, points), -Sum(CriterionKind.Deduction, points));
        var total = Math.Max(0, normal + bonus - deductions);
        var max = Sum(CriterionKind.Normal, assigned) + Sum(CriterionKind.Bonus, assigned);
        return new(points, assigned, normal, bonus, deductions, total, max, max > 0 ? Points.Round(total / max * 100) : 0);
    }

    private decimal Sum(CriterionKind kind, Dictionary<int, decimal> values) =>
        tree.Sections.Where(section => section.Kind == kind).Sum(section => values[section.Id]);

    private bool IsNotAssigned(SchemeNode leaf) => leaves.GetValueOrDefault(leaf.Id) is { NotAssigned: true };

    private decimal LeafPoints(SchemeNode leaf)
    {
        var given = leaves.GetValueOrDefault(leaf.Id)?.Points ?? 0;
        var counted = (IsNotAssigned(leaf), policy) switch
        {
            (true, NotAssignedPolicy.ReduceBase) => 0,
            (true, NotAssignedPolicy.FullPoints) => leaf.Kind == CriterionKind.Normal ? leaf.Max ?? 0 : 0,
            _ => given,
        };
        return leaf.Kind == CriterionKind.Deduction ? 0m - Math.Abs(counted) : counted;
    }

    private static decimal WithinCap(SchemeNode section, decimal sum) => (section.Kind, section.Max) switch
    {
        (CriterionKind.Bonus, { } cap) => Math.Min(cap, sum),
        (CriterionKind.Deduction, { } cap) => Math.Max(-cap, sum),
        _ => sum,
    };

    private decimal LeafMax(SchemeNode leaf) =>
        leaf.Kind == CriterionKind.Deduction || (IsNotAssigned(leaf) && policy == NotAssignedPolicy.ReduceBase) ? 0 : leaf.Max ?? 0;

    private decimal SectionMax(SchemeNode section, IReadOnlyList<SchemeNode> below)
    {
        var sum = below.Sum(child => assigned[child.Id]);
        if (section.Kind != CriterionKind.Bonus || section.Max is not { } cap)
        {
            return sum;
        }

        // A cap stays whole although its leaves may offer less, unless one of them is not assigned.
        return policy == NotAssignedPolicy.ReduceBase && AnyNotAssigned(section) ? Math.Min(cap, sum) : cap;
    }

    private bool AnyNotAssigned(SchemeNode node) =>
        node.Rule is not null ? IsNotAssigned(node) : tree.ChildrenOf(node.Id).Any(AnyNotAssigned);
}
