namespace ThiDua.Domain.Scoring;

/// <summary>What a table of points in a rule must fulfil.</summary>
internal static class PointTable
{
    public static IEnumerable<string> Problems(IReadOnlyList<decimal> points, decimal? max, CriterionKind kind)
    {
        if (points.Count == 0)
        {
            yield return "Bảng điểm chưa có dòng nào.";
            yield break;
        }

        if (points.Any(value => value < 0))
        {
            yield return "Bảng điểm có giá trị nhỏ hơn 0.";
        }

        if (points.Any(value => !HasTwoPlaces(value)))
        {
            yield return "Bảng điểm có giá trị quá 2 chữ số sau dấu phẩy.";
        }

        if (max is { } most && points.Max() > most)
        {
            yield return $"Bảng điểm có giá trị vượt điểm tối đa {Figures.Value(most)}.";
        }

        if (max is { } full && kind != CriterionKind.Deduction && points.Max() < full)
        {
            yield return $"Giá trị cao nhất của bảng điểm chưa bằng điểm tối đa {Figures.Value(full)}.";
        }
    }

    public static bool HasTwoPlaces(decimal value) => Math.Round(value, 2) == value;
}
