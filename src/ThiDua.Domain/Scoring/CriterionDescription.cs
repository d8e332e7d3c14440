namespace ThiDua.Domain.Scoring;

/// <summary>What is written of a criterion. A section has no rule; a leaf has one.</summary>
public sealed record CriterionDescription(string Code, string Name, CriterionKind Kind, decimal? Max, ScoringRule? Rule)
{
    /// <summary>The unit of target and achieved value, "tỷ đồng", "%".</summary>
    public string? Unit { get; init; }

    public string? TargetSource { get; init; }

    public CountedTarget CountedTarget { get; init; }

    public string? EvidenceNeeded { get; init; }

    public string? Guide { get; init; }

    /// <summary>Trimmed; what a draft must have at least is there.</summary>
    public CriterionDescription Cleaned()
    {
        RuleViolation.Require(Text.Clean(Code) is not null, "Nhập số thứ tự, ví dụ I.1.", nameof(Code));
        RuleViolation.Require(Text.Clean(Name) is not null, "Nhập tên tiêu chí.", nameof(Name));
        RuleViolation.Require(Max is null or >= 0, "Điểm tối đa không được âm.", nameof(Max));
        return this with
        {
            Code = Text.Clean(Code)!,
            Name = Text.Clean(Name)!,
            Unit = Text.Clean(Unit),
            TargetSource = Text.Clean(TargetSource),
            EvidenceNeeded = Text.Clean(EvidenceNeeded),
            Guide = Text.Clean(Guide),
        };
    }
}
