namespace ThiDua.Domain.Scoring;

/// <summary>The points of one line and how they came about (cách tính điểm). Points are signed, a deduction's are ≤ 0, and null while Problem says what is missing.</summary>
public sealed record Calculation(decimal? Points, IReadOnlyList<string> Steps, string? Problem, bool Provisional = false)
{
    public static Calculation Of(decimal points, params IReadOnlyList<string> steps) => new(points, steps, null);

    public static Calculation Refused(string problem) => new(null, [], problem);

    public bool Equals(Calculation? other) =>
        other is not null && Points == other.Points && Problem == other.Problem && Provisional == other.Provisional
        && Sequences.Same(Steps, other.Steps);

    public override int GetHashCode() => HashCode.Combine(Points, Problem, Provisional, Sequences.Hash(Steps));

    /// <summary>The same points taken off instead of given.</summary>
    internal Calculation AsDeduction() =>
        Points is { } points
            ? this with { Points = 0m - points, Steps = [.. Steps, $"Điểm trừ: {Figures.Points(0m - points)}"] }
            : this;
}
