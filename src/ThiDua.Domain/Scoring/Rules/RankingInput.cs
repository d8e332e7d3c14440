namespace ThiDua.Domain.Scoring;

/// <summary>What ranks compare: the total, or the percent of the assigned maximum as printed.</summary>
public enum RankBy
{
    Points,
    Percent,
}

/// <summary>What breaks a tie (tiêu chí phụ khi bằng điểm).</summary>
public enum TieKeyKind
{
    SectionTotal,
    FewerDeductions,
    CriterionPoints,
    Vote,
}

/// <summary>One rung of the tie ladder; Label is how the explanation names the section or criterion ("mục III").</summary>
public sealed record TieKey(TieKeyKind Kind, int? NodeId = null, string? Label = null)
{
    /// <summary>"Tổng điểm mục III", "Ít điểm trừ hơn", as a head of a column.</summary>
    public string InWords() => Label is null ? Labels.Of(Kind) : $"{(Kind == TieKeyKind.CriterionPoints ? "Điểm" : "Tổng điểm")} {Label}";
}

/// <summary>One unit in a ranking: Deductions is what was taken off, ≥ 0; TieVotes the votes for it in the vote on a tie, if there was one, and TieBallot which vote that was.</summary>
public sealed record RankingUnit(
    int UnitId,
    string Name,
    string? UnrankedReason,
    decimal Total,
    decimal Percent,
    decimal Deductions,
    IReadOnlyDictionary<int, decimal> ByNode,
    int? TieVotes = null,
    int? TieBallot = null);

/// <summary>All that a ranking (thứ hạng điểm) is computed from; frozen as JSON with each layer of results.</summary>
public sealed record RankingInput(RankBy By, IReadOnlyList<TieKey> TieKeys, IReadOnlyList<RankingUnit> Units)
{
    public static RankingInput FromJson(string json) => ScoringJson.Read<RankingInput>(json);

    public string ToJson() => ScoringJson.Write(this);
}

/// <summary>The rank of one unit (thứ hạng điểm): null where it is not ranked; TieBrokenBy says in Vietnamese which key decided, or that the tie stands.</summary>
public sealed record RankedUnit(int UnitId, int? Rank, string? TieBrokenBy, bool TieUnresolved, string? UnrankedReason);
