namespace ThiDua.Domain.Scoring;

/// <summary>How a leaf is scored for a unit: by its method; not at all (không giao); or without target, against the best of such units.</summary>
public enum LeafScoring { Assigned, NotScored, WithoutTarget }

/// <summary>The leaves that are not assigned to one unit, with what the scheme says of them.</summary>
public sealed record NotAssignedLeaves(NotAssignedPolicy Policy, IReadOnlySet<int> Leaves)
{
    public static NotAssignedLeaves None { get; } = new(default, new HashSet<int>());

    public bool Contains(int leafId) => Leaves.Contains(leafId);

    public LeafScoring ScoringOf(int leafId) =>
        !Leaves.Contains(leafId) ? LeafScoring.Assigned : Policy == NotAssignedPolicy.BestOfUnitsWithoutTarget ? LeafScoring.WithoutTarget : LeafScoring.NotScored;

    /// <summary>The leaves for adding up: those with points, and those not assigned, with points or without.</summary>
    public Dictionary<int, LeafResult> Results(IEnumerable<KeyValuePair<int, decimal?>> points)
    {
        var results = points.ToDictionary(leaf => leaf.Key, leaf => new LeafResult(leaf.Value, Leaves.Contains(leaf.Key)));
        foreach (var leaf in Leaves)
        {
            results.TryAdd(leaf, new(null, NotAssigned: true));
        }

        return results;
    }

    /// <summary>What the line says where a leaf is not assigned.</summary>
    public static string InWords(NotAssignedPolicy policy, decimal? max) => policy switch
    {
        NotAssignedPolicy.ReduceBase => "Không giao cho đơn vị: không chấm, tổng điểm chuẩn giảm tương ứng, xếp hạng theo tỷ lệ phần trăm.",
        NotAssignedPolicy.FullPoints => $"Không giao cho đơn vị: được tính điểm tối đa {Figures.OrMaximum(max)}.",
        _ => "Không giao chỉ tiêu: chấm theo kết quả, so với đơn vị tốt nhất trong các đơn vị không được giao.",
    };
}
