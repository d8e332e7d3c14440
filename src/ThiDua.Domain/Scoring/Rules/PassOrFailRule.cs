namespace ThiDua.Domain.Scoring;

/// <summary>Pass or fail (đạt, không đạt): passed gives M, failed 0; in a deduction failed takes M off, passed nothing.</summary>
public sealed record PassOrFailRule() : ScoringRule(ScoringMethod.PassOrFail, LineInputs.Level)
{
    public const string Passed = "dat";
    public const string Failed = "khong-dat";

    protected override bool ForDeductions => true;

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) => kind == CriterionKind.Deduction
        ? $"Không đạt: trừ {Figures.OrMaximum(max)}; đạt: không trừ điểm."
        : $"Đạt: {Figures.OrMaximum(max)}; không đạt: 0 điểm.";

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        if (values.Level is not (Passed or Failed))
        {
            return Calculation.Refused("Chọn “Đạt” hoặc “Không đạt”.");
        }

        var passed = values.Level == Passed;
        var points = passed == (kind != CriterionKind.Deduction) ? Points.Round(max!.Value) : 0m;
        return Calculation.Of(points, $"{(passed ? "Đạt" : "Không đạt")}: {Figures.Points(points)}");
    }
}
