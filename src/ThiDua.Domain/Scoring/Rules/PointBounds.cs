namespace ThiDua.Domain.Scoring;

/// <summary>Bounds of points that a person types (điểm tự chấm, điểm thẩm định): 0..max; for a deduction as much taken off, with or without the minus.</summary>
public static class PointBounds
{
    /// <summary>A Vietnamese reason why these points cannot stand, or null.</summary>
    public static string? Problem(decimal? max, CriterionKind kind, decimal points)
    {
        if (points < 0 && kind != CriterionKind.Deduction)
        {
            return "Điểm không được nhỏ hơn 0.";
        }

        if (Math.Abs(points) <= (max ?? decimal.MaxValue))
        {
            return null;
        }

        return kind == CriterionKind.Deduction
            ? $"Điểm trừ không được quá {Figures.Value(max!.Value)} điểm."
            : $"Điểm không được quá điểm tối đa {Figures.Value(max!.Value)}.";
    }

    /// <summary>The points as they count: rounded, a deduction's ≤ 0 however it was typed.</summary>
    public static decimal Counted(CriterionKind kind, decimal points) =>
        Domain.Points.Round(kind == CriterionKind.Deduction ? 0m - Math.Abs(points) : points);
}
