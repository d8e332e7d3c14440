namespace ThiDua.Domain.Scoring;

/// <summary>Judged (chấm trực tiếp): 0..M on a step, by the guide, typed as points.</summary>
public sealed record JudgedRule(decimal Step = 0.5m, string? Guide = null) : ScoringRule(ScoringMethod.Judged, LineInputs.Points)
{
    protected override bool ForDeductions => true;

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) =>
        $"Chấm từ 0 đến {Figures.OrMaximum(max)}, bước {Figures.Value(Step)} điểm, theo minh chứng.{(string.IsNullOrWhiteSpace(Guide) ? "" : " " + Guide.Trim())}";

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (Step <= 0 || !PointTable.HasTwoPlaces(Step))
        {
            yield return "Bước điểm phải lớn hơn 0 và không quá 2 chữ số sau dấu phẩy.";
        }
        else if (max is { } full && full % Step != 0)
        {
            yield return $"Điểm tối đa {Figures.Value(full)} không chia hết cho bước điểm {Figures.Value(Step)}.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var typed = values.Points!.Value;
        if (PointBounds.Problem(max, kind, typed) is { } problem)
        {
            return Calculation.Refused(problem);
        }

        if (Step > 0 && typed % Step != 0)
        {
            return Calculation.Refused($"Điểm phải theo bước {Figures.Value(Step)} điểm.");
        }

        var points = Points.Round(Math.Abs(typed));
        return Calculation.Of(points, $"Chấm trực tiếp trong khung 0 đến {Figures.Value(max!.Value)}: {Figures.Points(points)}");
    }
}
