namespace ThiDua.Domain.Scoring;

/// <summary>Proportional to the target (theo tỷ lệ): r ≥ 1 → M; r below 1 → M·max(0, 1 − k·(1 − r)), k percent of M for each percent short; a result above Cap, in the unit of the line, counts as Cap.</summary>
public sealed record ProportionalRule(decimal LossPerPercent = 1, bool LowerIsBetter = false, decimal? Cap = null)
    : ScoringRule(ScoringMethod.Proportional, LineInputs.Target | LineInputs.Achieved)
{
    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal)
    {
        var met = LowerIsBetter ? "Không vượt mức chỉ tiêu (càng thấp càng tốt)" : "Đạt hoặc vượt chỉ tiêu";
        var ratio = LowerIsBetter ? "chỉ tiêu / thực hiện" : "thực hiện / chỉ tiêu";
        var cap = Cap is { } limit ? $" Kết quả trên {Figures.Value(limit)} tính bằng {Figures.Value(limit)}." : "";
        return $"{met}: {Figures.OrMaximum(max)}; chưa đạt thì cứ thiếu 1 % trừ {Figures.Value(LossPerPercent)} % điểm tối đa, "
            + $"không dưới 0: điểm tối đa × [1 − {Figures.Value(LossPerPercent)} × (1 − r)], r = {ratio}.{cap}";
    }

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (LossPerPercent is <= 0 or > 100)
        {
            yield return "Hệ số trừ cho mỗi 1 % thiếu phải lớn hơn 0 và không quá 100.";
        }

        if (Cap <= 0)
        {
            yield return "Trần kết quả thực hiện phải lớn hơn 0.";
        }

        if (Cap is not null && LowerIsBetter)
        {
            yield return "Trần kết quả thực hiện không dùng khi càng thấp càng tốt.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var capped = Cap is { } cap && values.Achieved > cap;
        var attainment = Attainment.Of(capped ? values with { Achieved = Cap } : values, LowerIsBetter);
        string[] first = capped ? [$"Kết quả {Figures.Value(values.Achieved!.Value)} tính bằng trần {Figures.Value(Cap!.Value)}"] : [];
        if (attainment.Met)
        {
            var full = Points.Round(max!.Value);
            return Calculation.Of(full, [.. first, attainment.Step(), $"Đạt chỉ tiêu: điểm tối đa {Figures.Points(full)}"]);
        }

        var points = Points.Round(max!.Value * Math.Max(0, 1 - (LossPerPercent * (1 - attainment.Ratio))));
        return Calculation.Of(points, [.. first, attainment.Step(), Shortfall(max.Value, attainment.Ratio, points)]);
    }

    private string Shortfall(decimal max, decimal ratio, decimal points)
    {
        var formula = $"{Figures.Value(max)} × [1 − {Figures.Value(LossPerPercent)} × (1 − {Figures.Short(ratio)})]";
        return points == 0 && LossPerPercent * (1 - ratio) > 1
            ? $"{formula} nhỏ hơn 0, tính bằng {Figures.Points(0)}"
            : $"{formula} = {Figures.Points(points)}";
    }
}
