namespace ThiDua.Domain.Scoring;

/// <summary>What follows for a criterion that is not assigned to a unit (tiêu chí không giao).</summary>
public enum NotAssignedPolicy
{
    /// <summary>The base shrinks; ranking goes by percent of the assigned maximum.</summary>
    ReduceBase,

    /// <summary>The unit gets the full points of a content criterion.</summary>
    FullPoints,

    /// <summary>The unit is scored against the best of the units without target; the points come with the leaf.</summary>
    BestOfUnitsWithoutTarget,
}

/// <summary>One node of a scheme's tree as the arithmetic sees it; a leaf is a node with a rule. Kind is that of its top section. Max of a bonus section is its cap, of a deduction null or its cap.</summary>
public sealed record SchemeNode(int Id, int? ParentId, int Order, string Code, string Name, decimal? Max, CriterionKind Kind, ScoringRule? Rule);

/// <summary>A node in reading order; depth 0 is a section.</summary>
public sealed record PlacedNode(SchemeNode Node, int Depth);

/// <summary>The points of one leaf, signed; null while nothing was entered.</summary>
public sealed record LeafResult(decimal? Points, bool NotAssigned = false);
