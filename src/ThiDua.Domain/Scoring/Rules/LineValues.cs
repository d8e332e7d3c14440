namespace ThiDua.Domain.Scoring;

/// <summary>What a line of the sheet holds, whoever entered it: target, achieved, level, points as typed, parts in percent.</summary>
public sealed record LineValues(
    decimal? Target = null,
    decimal? Achieved = null,
    string? Level = null,
    decimal? Points = null,
    IReadOnlyList<decimal?>? Parts = null)
{
    private const decimal Largest = 1_000_000_000_000_000m;

    /// <summary>Where a target that the unit does not type comes from (theo đăng ký, được giao tại …); it goes along with the target and is no figure of its own.</summary>
    public string? TargetGround { get; init; }

    public bool Equals(LineValues? other) =>
        other is not null && Target == other.Target && Achieved == other.Achieved && Level == other.Level
        && Points == other.Points && Sequences.Same(Parts, other.Parts);

    public override int GetHashCode() => HashCode.Combine(Target, Achieved, Level, Points, Sequences.Hash(Parts));

    /// <summary>Figures that no real result has, and that would overflow the arithmetic.</summary>
    internal string? Unusable() =>
        new[] { Target, Achieved, Points }.Concat(Parts ?? []).Any(value => value is { } figure && IsUnusable(figure))
            ? "Số nhập quá lớn hoặc có quá 6 chữ số sau dấu phẩy."
            : null;

    private static bool IsUnusable(decimal value) => Math.Abs(value) >= Largest || Math.Round(value, 6) != value;
}
