namespace ThiDua.Domain.Scoring;

/// <summary>Per occurrence (theo số lần): count × p, at most the cap and the maximum; a deduction may have neither.</summary>
public sealed record PerOccurrenceRule(decimal PointsEach, decimal? Cap = null)
    : ScoringRule(ScoringMethod.PerOccurrence, LineInputs.Achieved)
{
    protected override bool ForDeductions => true;

    protected override bool NeedsMax => false;

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal)
    {
        var verb = kind == CriterionKind.Deduction ? "Mỗi lần trừ" : "Mỗi lần được";
        var limit = Limit(max) is { } most ? $", tối đa {Figures.Value(most)} điểm" : "";
        return $"{verb} {Figures.Value(PointsEach)} điểm{limit}.";
    }

    protected override string? Missing(LineValues values) => values?.Achieved is null ? "Chưa nhập số lần." : null;

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (PointsEach <= 0 || !PointTable.HasTwoPlaces(PointsEach))
        {
            yield return "Điểm mỗi lần phải lớn hơn 0 và không quá 2 chữ số sau dấu phẩy.";
        }

        if (Cap <= 0 || Cap > max)
        {
            yield return "Mức tối đa của các lần phải lớn hơn 0 và không vượt điểm tối đa.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var count = values.Achieved!.Value;
        if (count < 0 || count != Math.Truncate(count))
        {
            return Calculation.Refused("Số lần phải là số nguyên, không nhỏ hơn 0.");
        }

        var sum = count * PointsEach;
        var points = Points.Round(Math.Min(sum, Limit(max) ?? sum));
        var product = $"{Figures.Value(count)} lần × {Figures.Value(PointsEach)} = {Figures.Points(sum)}";
        return points < sum
            ? Calculation.Of(points, product, $"Không quá mức tối đa: {Figures.Points(points)}")
            : Calculation.Of(points, product);
    }

    private decimal? Limit(decimal? max) => Cap is { } cap && max is { } most ? Math.Min(cap, most) : Cap ?? max;
}
