namespace ThiDua.Domain.Scoring;

/// <summary>Relative to the cluster (so với đơn vị vượt cao nhất): r below 1 → ½M·r; r = 1 → ½M; beyond → ½M + ½M·excess/excess of the furthest, by percent over target; those tied for the furthest all get M.</summary>
public sealed record ClusterRelativeRule(bool LowerIsBetter = false)
    : ScoringRule(ScoringMethod.ClusterRelative, LineInputs.Target | LineInputs.Achieved)
{
    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) =>
        $"Đạt chỉ tiêu được ½ của {Figures.OrMaximum(max)}; chưa đạt: ½ điểm tối đa × r (r = {(LowerIsBetter ? "chỉ tiêu / thực hiện, càng thấp càng tốt" : "thực hiện / chỉ tiêu")}); "
        + "vượt chỉ tiêu: ½ điểm tối đa + ½ điểm tối đa × tỷ lệ vượt / tỷ lệ vượt của đơn vị vượt cao nhất; đơn vị vượt cao nhất được điểm tối đa.";

    /// <summary>The points of all units together; a unit with missing values is told so and does not take part. Names, if given, are printed in the steps.</summary>
    public IReadOnlyDictionary<int, Calculation> ComputeForCluster(
        decimal max, IReadOnlyDictionary<int, LineValues> byUnit, IReadOnlyDictionary<int, string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(byUnit);
        var attained = byUnit
            .Where(unit => Refusal(unit.Value) is null)
            .ToDictionary(unit => unit.Key, unit => Attainment.Of(unit.Value, LowerIsBetter));
        var furthest = Furthest.Among(attained, names);
        return byUnit.ToDictionary(
            unit => unit.Key,
            unit => Refusal(unit.Value) is { } problem
                ? Calculation.Refused(problem)
                : InCluster(max, attained[unit.Key], furthest));
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var attainment = Attainment.Of(values, LowerIsBetter);
        var known = attainment.Excess > 0
            ? Calculation.Of(
                Points.Round(max!.Value / 2),
                attainment.Step(),
                $"Đạt chỉ tiêu: ½ × {Figures.Value(max.Value)} = {Figures.Points(Points.Round(max.Value / 2))}",
                $"Vượt {Figures.Percent(attainment.Excess)}: phần điểm vượt được tính khi các đơn vị đã nhập xong, so với đơn vị vượt cao nhất")
            : UpToTarget(max!.Value, attainment);
        return known with { Provisional = true };
    }

    private string? Refusal(LineValues values) => values.Unusable() ?? Missing(values);

    private static Calculation InCluster(decimal max, Attainment attainment, Furthest furthest)
    {
        if (attainment.Excess <= 0)
        {
            return UpToTarget(max, attainment);
        }

        var excess = $"Vượt chỉ tiêu {Figures.Percent(attainment.Excess)}";
        if (attainment.Excess == furthest.Excess)
        {
            return Calculation.Of(Points.Round(max), attainment.Step(), $"{excess}, cao nhất: điểm tối đa {Figures.Points(Points.Round(max))}");
        }

        var points = Points.Round((max / 2) + (max / 2 * attainment.Excess / furthest.Excess));
        var half = $"½ × {Figures.Value(max)}";
        return Calculation.Of(
            points,
            attainment.Step(),
            $"{excess}; vượt cao nhất: {furthest.Name}{Figures.Percent(furthest.Excess)}",
            $"{half} + {half} × {Figures.Short(attainment.Excess * 100)}/{Figures.Short(furthest.Excess * 100)} = {Figures.Points(points)}");
    }

    private static Calculation UpToTarget(decimal max, Attainment attainment)
    {
        if (attainment.Met)
        {
            var half = Points.Round(max / 2);
            return Calculation.Of(half, attainment.Step(), $"Đạt chỉ tiêu: ½ × {Figures.Value(max)} = {Figures.Points(half)}");
        }

        var points = Points.Round(max / 2 * Math.Max(0, attainment.Ratio));
        var formula = attainment.Ratio < 0 ? "Kết quả âm, tính bằng" : $"½ × {Figures.Value(max)} × {Figures.Short(attainment.Ratio)} =";
        return Calculation.Of(points, attainment.Step(), $"{formula} {Figures.Points(points)}");
    }

    /// <summary>The excess of the unit or units furthest over target; 0 where nobody exceeds.</summary>
    private readonly record struct Furthest(decimal Excess, string Name)
    {
        public static Furthest Among(Dictionary<int, Attainment> attained, IReadOnlyDictionary<int, string>? names)
        {
            var excess = attained.Values.Select(one => one.Excess).Append(0).Max();
            var units = attained.Where(one => one.Value.Excess == excess).Select(one => names?.GetValueOrDefault(one.Key)).OfType<string>();
            var name = string.Join(", ", units.Order(StringComparer.Ordinal));
            return new(excess, name.Length == 0 ? "" : name + " ");
        }
    }
}
