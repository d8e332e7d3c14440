namespace ThiDua.Domain.Scoring;

/// <summary>One part of a weighted criterion (chỉ tiêu thành phần) and its weight (trọng số).</summary>
public sealed record WeightedPart(string Name, decimal Weight);

/// <summary>Weighted parts (theo trọng số): M × Σ(wᵢ·vᵢ)/Σ(wᵢ·100), each part in percent and counted from 0 to 100.</summary>
public sealed record WeightedRule(IReadOnlyList<WeightedPart> Parts) : ScoringRule(ScoringMethod.Weighted, LineInputs.Parts)
{
    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) =>
        $"{Figures.OrMaximum(max)} × bình quân gia quyền tỷ lệ thực hiện (mỗi phần tối đa 100 %): "
        + string.Join("; ", Parts.Select(part => $"{part.Name} (trọng số {Figures.Value(part.Weight)})")) + ".";

    public bool Equals(WeightedRule? other) => other is not null && Sequences.Same(Parts, other.Parts);

    public override int GetHashCode() => Sequences.Hash(Parts);

    protected override string? Missing(LineValues values) =>
        Parts.Where((_, index) => values?.Parts?.ElementAtOrDefault(index) is null).Select(part => part.Name).ToList() is { Count: > 0 } missing
            ? $"Chưa nhập tỷ lệ thực hiện: {string.Join("; ", missing)}."
            : null;

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (Parts.Count == 0)
        {
            yield return "Chưa có chỉ tiêu thành phần.";
        }

        if (Parts.Any(part => string.IsNullOrWhiteSpace(part.Name)))
        {
            yield return "Có chỉ tiêu thành phần chưa đặt tên.";
        }

        if (Parts.Any(part => part.Weight <= 0 || part.Weight > 1000 || !PointTable.HasTwoPlaces(part.Weight)))
        {
            yield return "Trọng số phải lớn hơn 0, không quá 1.000 và không quá 2 chữ số sau dấu phẩy.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        if (Parts.Count == 0 || Parts.Sum(part => part.Weight) <= 0)
        {
            return Calculation.Refused("Tiêu chí chưa có chỉ tiêu thành phần và trọng số.");
        }

        var counted = Parts.Zip(values.Parts!, (part, value) => (part.Name, part.Weight, Percent: Math.Clamp(value!.Value, 0, 100))).ToList();
        var reached = counted.Sum(part => part.Weight * part.Percent);
        var full = counted.Sum(part => part.Weight * 100);
        var points = Points.Round(max!.Value * reached / full);
        return Calculation.Of(
            points,
            [
                .. counted.Select(part => $"{part.Name}: {Figures.Value(part.Weight)} × {Figures.Value(part.Percent)} = {Figures.Value(part.Weight * part.Percent)}"),
                $"{Figures.Value(max.Value)} × {Figures.Value(reached)} / {Figures.Value(full)} = {Figures.Points(points)}",
            ]);
    }
}
