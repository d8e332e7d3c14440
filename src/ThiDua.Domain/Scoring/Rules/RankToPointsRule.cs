namespace ThiDua.Domain.Scoring;

/// <summary>Points by place (theo thứ hạng): the place is typed as the result and looked up in the table; beyond the table it is refused.</summary>
public sealed record RankToPointsRule(IReadOnlyList<decimal> PointsByPlace)
    : ScoringRule(ScoringMethod.RankToPoints, LineInputs.Achieved)
{
    /// <summary>Places from several raters: the average first, then the rank; equal averages share a place (1, 1, 3). By default the raters give places, so the lowest average is first.</summary>
    public static IReadOnlyDictionary<int, int> Places(
        IReadOnlyDictionary<int, IReadOnlyList<decimal>> ratingsByUnit, bool lowestIsFirst = true)
    {
        ArgumentNullException.ThrowIfNull(ratingsByUnit);
        var averages = ratingsByUnit
            .Where(unit => unit.Value.Count > 0)
            .ToDictionary(unit => unit.Key, unit => Math.Round(unit.Value.Average(), 20) * (lowestIsFirst ? 1 : -1));
        return averages.ToDictionary(unit => unit.Key, unit => 1 + averages.Values.Count(other => other < unit.Value));
    }

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) =>
        "Theo thứ hạng: " + string.Join("; ", PointsByPlace.Select((points, index) => $"hạng {index + 1}: {Figures.Value(points)} điểm")) + ".";

    public bool Equals(RankToPointsRule? other) => other is not null && Sequences.Same(PointsByPlace, other.PointsByPlace);

    public override int GetHashCode() => Sequences.Hash(PointsByPlace);

    protected override string? Missing(LineValues values) => values?.Achieved is null ? "Chưa nhập thứ hạng." : null;

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        foreach (var problem in PointTable.Problems(PointsByPlace, max, kind))
        {
            yield return problem;
        }

        if (PointsByPlace.Zip(PointsByPlace.Skip(1)).Any(pair => pair.First < pair.Second))
        {
            yield return "Hạng sau không được nhiều điểm hơn hạng trước.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var place = values.Achieved!.Value;
        if (place != Math.Truncate(place) || place < 1 || place > PointsByPlace.Count)
        {
            return Calculation.Refused($"Thứ hạng phải là số nguyên từ 1 đến {PointsByPlace.Count}.");
        }

        var points = Points.Round(PointsByPlace[(int)place - 1]);
        return Calculation.Of(points, $"Hạng {Figures.Value(place)}: {Figures.Points(points)}");
    }
}
