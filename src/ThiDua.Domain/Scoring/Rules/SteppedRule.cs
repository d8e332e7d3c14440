namespace ThiDua.Domain.Scoring;

/// <summary>One step of a table (bậc điểm): results from this value upwards give these points.</summary>
public sealed record ScoreStep(decimal From, decimal Points);

/// <summary>Stepped (theo bậc): the points of the highest step that the result reaches, 0 below the lowest. By percent of target, or by the result itself; points may also fall as the value rises.</summary>
public sealed record SteppedRule(IReadOnlyList<ScoreStep> Steps, bool ByPercentOfTarget = false)
    : ScoringRule(ScoringMethod.Stepped, LineInputs.Achieved)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public override LineInputs Inputs => ByPercentOfTarget ? LineInputs.Target | LineInputs.Achieved : LineInputs.Achieved;

    protected override bool ForDeductions => true;

    protected override bool NeedsMax => false;

    private string Unit => ByPercentOfTarget ? " %" : "";

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) =>
        (ByPercentOfTarget ? "Theo tỷ lệ thực hiện chỉ tiêu: " : "Theo kết quả: ")
        + string.Join("; ", Steps.OrderByDescending(step => step.From).Select(step => $"từ {Figures.Value(step.From)}{Unit}: {Figures.Value(step.Points)} điểm"))
        + "; dưới mức thấp nhất: 0 điểm.";

    public bool Equals(SteppedRule? other) =>
        other is not null && ByPercentOfTarget == other.ByPercentOfTarget && Sequences.Same(Steps, other.Steps);

    public override int GetHashCode() => HashCode.Combine(ByPercentOfTarget, Sequences.Hash(Steps));

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (Steps.Select(step => step.From).Distinct().Count() != Steps.Count)
        {
            yield return "Bảng bậc điểm có hai bậc bắt đầu từ cùng một mức.";
        }

        foreach (var problem in PointTable.Problems([.. Steps.Select(step => step.Points)], max, kind))
        {
            yield return problem;
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        var value = ByPercentOfTarget ? values.Achieved!.Value / values.Target!.Value * 100 : values.Achieved!.Value;
        var reached = Steps.Where(step => step.From <= value).MaxBy(step => step.From);
        var points = Points.Round(reached?.Points ?? 0);
        var result = ByPercentOfTarget
            ? $"{Figures.Value(values.Achieved.Value)} / {Figures.Value(values.Target!.Value)} {Figures.Outcome(value)} %"
            : $"Kết quả: {Figures.Value(value)}";
        return Calculation.Of(points, result, reached is null
            ? $"Dưới mức thấp nhất của bảng: {Figures.Points(0)}"
            : $"Thuộc bậc từ {Figures.Value(reached.From)}{Unit}: {Figures.Points(points)}");
    }
}
