namespace ThiDua.Domain.Scoring;

/// <summary>One level (mức hoàn thành): code as stored, Vietnamese name, share of the maximum from 0 to 1.</summary>
public sealed record RatingLevel(string Code, string Name, decimal Share);

/// <summary>By levels (theo mức hoàn thành): M × the share of the level.</summary>
public sealed record LevelsRule(IReadOnlyList<RatingLevel> Levels) : ScoringRule(ScoringMethod.Levels, LineInputs.Level)
{
    /// <summary>The four levels of the yearly rating of agencies and party organizations.</summary>
    public static LevelsRule Usual { get; } = new(
    [
        new("xuat-sac", "Hoàn thành xuất sắc nhiệm vụ", 1m),
        new("tot", "Hoàn thành tốt nhiệm vụ", 0.8m),
        new("hoan-thanh", "Hoàn thành nhiệm vụ", 0.6m),
        new("khong-hoan-thanh", "Không hoàn thành nhiệm vụ", 0m),
    ]);

    protected override bool ForDeductions => true;

    public override string Describe(decimal? max, CriterionKind kind = CriterionKind.Normal) =>
        string.Join("; ", Levels.Select(level => $"{level.Name}: {Worth(max, level)}")) + ".";

    public bool Equals(LevelsRule? other) => other is not null && Sequences.Same(Levels, other.Levels);

    public override int GetHashCode() => Sequences.Hash(Levels);

    protected override IEnumerable<string> OwnProblems(decimal? max, CriterionKind kind)
    {
        if (Levels.Count < 2)
        {
            yield return "Phải có ít nhất hai mức.";
        }

        if (Levels.Any(level => string.IsNullOrWhiteSpace(level.Code) || string.IsNullOrWhiteSpace(level.Name)))
        {
            yield return "Có mức chưa đặt mã hoặc tên.";
        }

        if (Levels.Select(level => level.Code).Distinct(StringComparer.Ordinal).Count() != Levels.Count)
        {
            yield return "Có hai mức trùng mã.";
        }

        if (Levels.Any(level => level.Share is < 0 or > 1))
        {
            yield return "Tỷ lệ điểm của mỗi mức phải từ 0 % đến 100 %.";
        }
        else if (Levels.Count > 0 && Levels.Max(level => level.Share) < 1)
        {
            yield return "Mức cao nhất phải được hưởng 100 % điểm tối đa.";
        }
    }

    protected override Calculation Calculate(decimal? max, CriterionKind kind, LineValues values)
    {
        if (Levels.FirstOrDefault(level => level.Code == values.Level) is not { } level)
        {
            return Calculation.Refused("Mức đã chọn không có trong bảng tiêu chí.");
        }

        var points = Points.Round(max!.Value * level.Share);
        return Calculation.Of(points, $"{level.Name}: {Figures.Value(max.Value)} × {Figures.Percent(level.Share)} = {Figures.Points(points)}");
    }

    private static string Worth(decimal? max, RatingLevel level) =>
        max is { } full ? Figures.Value(Points.Round(full * level.Share)) + " điểm" : Figures.Percent(level.Share) + " điểm tối đa";
}
