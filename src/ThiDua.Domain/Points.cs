namespace ThiDua.Domain;

/// <summary>Rounding of points (điểm): 2 places, half away from zero, done once at the leaf; sums are never rounded again.</summary>
public static class Points
{
    /// <summary>Rounds to 2 places, half away from zero: 2.345 → 2.35, -2.345 → -2.35.</summary>
    public static decimal Round(decimal value) =>
        // A division by 3 or 7 leaves noise in the 28th digit, which must not turn an exact half into a little less.
        Math.Round(Math.Round(value, 20, MidpointRounding.AwayFromZero), 2, MidpointRounding.AwayFromZero);
}
