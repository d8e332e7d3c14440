using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Scoring;

/// <summary>For which clusters of its authority a framework is (phạm vi áp dụng): a year, and where it says so one kind or one level only.</summary>
public sealed record FrameworkScope(int Year, ClusterKind? Kind = null, ClusterLevel? Level = null)
{
    /// <summary>The same for all frameworks of one scope, of which one a year is in force.</summary>
    public string Key => $"{(Kind is { } kind ? kind : "-")}/{(Level is { } level ? level : "-")}";

    /// <summary>The more a framework says of whom it is for, the sooner it applies.</summary>
    public int Weight => (Kind is null ? 0 : 1) + (Level is null ? 0 : 2);

    /// <summary>"các cụm, khối thi đua", "các khối thi đua cấp tỉnh".</summary>
    public string InWords =>
        $"các {(Kind is { } kind ? Labels.Of(kind).ToLowerInvariant() : "cụm, khối thi đua")}{(Level is { } level ? $" cấp {Labels.Of(level).ToLowerInvariant()}" : "")}";

    public bool Covers(ClusterKind kind, ClusterLevel level) => (Kind is null || Kind == kind) && (Level is null || Level == level);
}
