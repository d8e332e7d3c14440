namespace ThiDua.Domain.Scoring;

/// <summary>Adds up one sheet from the leaves to the sections, each into its parent; a section is whole when its turn comes.</summary>
internal sealed class SheetSum(SchemeTree tree, IReadOnlyDictionary<int, LeafResult> leaves, NotAssignedPolicy policy)
{
    private readonly decimal[] _points = new decimal[tree.Ordered.Count];
    private readonly decimal[] _assigned = new decimal[tree.Ordered.Count];
    private readonly bool[] _lacks = new bool[tree.Ordered.Count]; // a leaf below is not assigned

    public SheetTotals Totals()
    {
        for (var position = tree.Ordered.Count - 1; position >= 0; position--)
        {
            var node = tree.Ordered[position].Node;
            if (node.Rule is not null)
            {
                Enter(position, node);
            }
            else
            {
                (_points[position], _assigned[position]) = (WithinCap(node, _points[position]), SectionMax(position, node));
            }

            if (tree.Parents[position] is >= 0 and var parent)
            {
                _points[parent] += _points[position];
                _assigned[parent] += _assigned[position];
                _lacks[parent] |= _lacks[position];
            }
        }

        var (normal, bonus, deductions) = (Sum(CriterionKind.Normal, _points), Sum(CriterionKind.Bonus, _points), -Sum(CriterionKind.Deduction, _points));
        var total = Math.Max(0, normal + bonus - deductions);
        var max = Sum(CriterionKind.Normal, _assigned) + Sum(CriterionKind.Bonus, _assigned);
        return new(new FiguresByNode(tree, _points), new FiguresByNode(tree, _assigned), normal, bonus, deductions, total, max, max > 0 ? Points.Round(total / max * 100) : 0);
    }

    private decimal Sum(CriterionKind kind, decimal[] figures)
    {
        var sum = 0m;
        foreach (var section in tree.Sections)
        {
            sum += section.Kind == kind ? figures[tree.Positions[section.Id]] : 0;
        }

        return sum;
    }

    private void Enter(int position, SchemeNode leaf)
    {
        var result = leaves.GetValueOrDefault(leaf.Id);
        var isNotAssigned = result is { NotAssigned: true };
        var counted = (isNotAssigned, policy) switch
        {
            (true, NotAssignedPolicy.ReduceBase) => 0,
            (true, NotAssignedPolicy.FullPoints) => leaf.Kind == CriterionKind.Normal ? leaf.Max ?? 0 : 0,
            _ => result?.Points ?? 0,
        };
        _lacks[position] = isNotAssigned;
        _points[position] = leaf.Kind == CriterionKind.Deduction ? 0m - Math.Abs(counted) : counted;
        _assigned[position] = leaf.Kind == CriterionKind.Deduction || (isNotAssigned && policy == NotAssignedPolicy.ReduceBase) ? 0 : leaf.Max ?? 0;
    }

    private static decimal WithinCap(SchemeNode section, decimal sum) => (section.Kind, section.Max) switch
    {
        (CriterionKind.Bonus, { } cap) => Math.Min(cap, sum),
        (CriterionKind.Deduction, { } cap) => Math.Max(-cap, sum),
        _ => sum,
    };

    // A cap stays whole although its leaves may offer less, unless one of them is not assigned.
    private decimal SectionMax(int position, SchemeNode section) =>
        section is not { Kind: CriterionKind.Bonus, Max: { } cap } ? _assigned[position]
        : policy == NotAssignedPolicy.ReduceBase && _lacks[position] ? Math.Min(cap, _assigned[position])
        : cap;
}
