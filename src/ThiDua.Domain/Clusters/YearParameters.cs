namespace ThiDua.Domain.Clusters;

/// <summary>The parameters of a year, copied from the cluster's regulation (quy chế) when the year is opened.</summary>
public sealed record YearParameters
{
    /// <summary>Whether results are agreed in a preparatory session (phiên họp trù bị) before they are adopted.</summary>
    public bool HasPreparatorySession { get; init; }

    /// <summary>Honours by rank (vị trí suy tôn), the first for the first place: "Dẫn đầu", "Nhì".</summary>
    public IReadOnlyList<string> Honours { get; init; } = ["Nhất", "Nhì", "Ba"];

    public bool Equals(YearParameters? other) =>
        other is not null && HasPreparatorySession == other.HasPreparatorySession && Honours.SequenceEqual(other.Honours);

    public override int GetHashCode() => HashCode.Combine(HasPreparatorySession, Honours.Count);
}
