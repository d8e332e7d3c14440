namespace ThiDua.Domain.Scoring;

/// <summary>Scoring against the best of the units without target (không được giao chỉ tiêu): the best gets M, the others M × A / best, or M × best / A where lower is better.</summary>
public static class ScoringWithoutTarget
{
    /// <summary>Whether a leaf of this method can be scored without its target: only one that has target and result.</summary>
    public static bool Fits(ScoringRule rule) => rule is ProportionalRule or ClusterRelativeRule or SteppedRule { ByPercentOfTarget: true };

    public static bool LowerIsBetter(ScoringRule rule) => rule is ProportionalRule { LowerIsBetter: true } or ClusterRelativeRule { LowerIsBetter: true };

    /// <summary>What is known of one unit alone: whether its result can be compared; the points come with the other units'.</summary>
    public static Calculation Alone(LineValues values) =>
        Refusal(values) is { } problem
            ? Calculation.Refused(problem)
            : new(null, [$"Kết quả {Figures.Value(values.Achieved!.Value)}: điểm được tính khi các đơn vị đã nhập xong, so với đơn vị tốt nhất trong các đơn vị không được giao chỉ tiêu"], null, Provisional: true);

    /// <summary>The points of the units without target together; a missing result is told and does not take part.</summary>
    public static IReadOnlyDictionary<int, Calculation> Compute(
        decimal max, IReadOnlyDictionary<int, LineValues> byUnit, bool lowerIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(byUnit);
        var results = byUnit.Values.Where(values => Refusal(values) is null).Select(values => values.Achieved!.Value).ToList();
        decimal? best = results.Count == 0 ? null : lowerIsBetter ? results.Min() : results.Max();
        return byUnit.ToDictionary(
            unit => unit.Key,
            unit => Refusal(unit.Value) is { } problem
                ? Calculation.Refused(problem)
                : AgainstBest(max, unit.Value.Achieved!.Value, best!.Value, lowerIsBetter));
    }

    private static string? Refusal(LineValues values) =>
        values.Unusable() ?? values.Achieved switch
        {
            null => "Chưa nhập kết quả thực hiện.",
            < 0 => "Kết quả thực hiện không được nhỏ hơn 0 khi so với đơn vị cao nhất.",
            _ => null,
        };

    private static Calculation AgainstBest(decimal max, decimal achieved, decimal best, bool lowerIsBetter)
    {
        var (part, whole) = lowerIsBetter ? (best, achieved) : (achieved, best);
        if (achieved == best)
        {
            // Nobody achieved anything where more is better: nobody is best.
            var points = best == 0 && !lowerIsBetter ? 0m : Points.Round(max);
            return Calculation.Of(points, $"Kết quả {Figures.Value(achieved)}, tốt nhất trong các đơn vị không được giao chỉ tiêu: {Figures.Points(points)}");
        }

        var share = Points.Round(max * (part / whole));
        return Calculation.Of(
            share,
            $"Kết quả tốt nhất trong các đơn vị không được giao chỉ tiêu: {Figures.Value(best)}",
            $"{Figures.Value(max)} × {Figures.Value(part)} / {Figures.Value(whole)} = {Figures.Points(share)}");
    }
}
