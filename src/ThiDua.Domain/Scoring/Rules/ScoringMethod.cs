namespace ThiDua.Domain.Scoring;

/// <summary>How a criterion turns results into points (phương pháp tính điểm).</summary>
public enum ScoringMethod
{
    Proportional,
    ClusterRelative,
    Stepped,
    RankToPoints,
    PassOrFail,
    Levels,
    Weighted,
    PerOccurrence,
    Judged,
    ByPortal,
}

/// <summary>What the points of a section do: content, bonus or deduction (nội dung, điểm thưởng, điểm trừ).</summary>
public enum CriterionKind
{
    Normal,
    Bonus,
    Deduction,
}

/// <summary>Which values a line of the sheet asks for.</summary>
[Flags]
public enum LineInputs
{
    None = 0,
    Target = 1,
    Achieved = 2,
    Level = 4,
    Points = 8,
    Parts = 16,
}
