using System.Text.Json.Serialization;

namespace ThiDua.Domain.Scoring;

/// <summary>How one criterion is scored (phương pháp tính điểm) with its parameters, as the scheme states them. Points: 2 places, half away from zero.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(ProportionalRule), "proportional")]
[JsonDerivedType(typeof(ClusterRelativeRule), "clusterRelative")]
[JsonDerivedType(typeof(SteppedRule), "stepped")]
[JsonDerivedType(typeof(RankToPointsRule), "rankToPoints")]
[JsonDerivedType(typeof(PassOrFailRule), "passOrFail")]
[JsonDerivedType(typeof(LevelsRule), "levels")]
[JsonDerivedType(typeof(WeightedRule), "weighted")]
[JsonDerivedType(typeof(PerOccurrenceRule), "perOccurrence")]
[JsonDerivedType(typeof(JudgedRule), "judged")]
[JsonDerivedType(typeof(ByPortalRule), "byPortal")]
public abstract record ScoringRule
{
    protected ScoringRule(ScoringMethod method, LineInputs inputs)
    {
        Method = method;
        Inputs = inputs;
    }

    [JsonIgnore]
    public ScoringMethod Method { get; }

    [JsonIgnore]
    public virtual LineInputs Inputs { get; }

    /// <summary>Whether points can be taken off this way.</summary>
    protected virtual bool ForDeductions => false;

    /// <summary>Whether the arithmetic needs a maximum even for a deduction, which may have none.</summary>
    protected virtual bool NeedsMax => true;

    public static ScoringRule FromJson(string json) => ScoringJson.Read<ScoringRule>(json);

    public string ToJson() => ScoringJson.Write(this);

    /// <summary>All Vietnamese reasons why these parameters cannot be issued.</summary>
    public IReadOnlyList<string> Problems(decimal? max, CriterionKind kind)
    {
        if (kind == CriterionKind.Deduction && !ForDeductions)
        {
            return ["Phương pháp tính điểm này không dùng cho điểm trừ."];
        }

        var needsMax = kind == CriterionKind.Deduction && max is null && NeedsMax;
        return [.. needsMax ? ["Điểm trừ theo phương pháp này phải có mức trừ tối đa."] : Array.Empty<string>(), .. OwnProblems(max, kind)];
    }

    /// <summary>One Vietnamese sentence for the printed scheme and the guide of the line.</summary>
    public abstract string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal);

    /// <summary>The points of one unit by itself; what is missing or out of bounds is told as the Problem.</summary>
    public Calculation Compute(decimal? max, CriterionKind kind, LineValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (max is null && (kind != CriterionKind.Deduction || NeedsMax))
        {
            return Calculation.Refused("Tiêu chí chưa có điểm tối đa.");
        }

        if ((values.Unusable() ?? Missing(values)) is { } problem)
        {
            return Calculation.Refused(problem);
        }

        var calculation = Calculate(max, kind, values);
        return kind == CriterionKind.Deduction ? calculation.AsDeduction() : calculation;
    }

    /// <summary>What the values lack for this rule, or null.</summary>
    protected virtual string? Missing(LineValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Inputs switch
        {
            _ when Inputs.HasFlag(LineInputs.Target) && values.Target is null => "Chưa có chỉ tiêu được giao hoặc đăng ký.",
            _ when Inputs.HasFlag(LineInputs.Target) && values.Target <= 0 => "Chỉ tiêu phải lớn hơn 0 thì mới tính được tỷ lệ thực hiện.",
            _ when Inputs.HasFlag(LineInputs.Achieved) && values.Achieved is null => "Chưa nhập kết quả thực hiện.",
            _ when Inputs.HasFlag(LineInputs.Level) && string.IsNullOrWhiteSpace(values.Level) => "Chưa chọn mức đạt được.",
            _ when Inputs.HasFlag(LineInputs.Points) && values.Points is null => "Chưa nhập điểm.",
            _ => null,
        };
    }

    protected virtual IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind) => [];

    /// <summary>The points without a sign; the values are present.</summary>
    protected abstract Calculation Calculate(decimal? max, CriterionKind kind, LineValues values);
}
