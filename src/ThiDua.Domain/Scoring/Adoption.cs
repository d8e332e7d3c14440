using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>The conference's adoption: its minutes, and the honours it gives; by default they follow the ranks.</summary>
public sealed record Adoption(DocumentReference Document, IReadOnlyList<string> HonoursByRank, IReadOnlyList<HonourGiven> Honours)
{
    /// <summary>The honour that follows from the ranks; none where a tie for the place stands.</summary>
    public static string? ByRank(IReadOnlyList<string> honoursByRank, RankedUnit place) =>
        place is { Rank: { } rank, TieUnresolved: false } && rank <= honoursByRank.Count ? honoursByRank[rank - 1] : null;

    public static IReadOnlyList<HonourGiven> Default(IReadOnlyList<string> honoursByRank, ResultSnapshot results) =>
        [.. results.Compute().Select(row => new HonourGiven(row.Unit.UnitId, ByRank(honoursByRank, row.Place), null))];

    internal IReadOnlyList<HonourGiven> Checked(ResultSnapshot results)
    {
        foreach (var row in results.Compute())
        {
            var index = Honours.ToList().FindIndex(honour => honour.UnitId == row.Unit.UnitId);
            var given = index < 0 ? null : Honours[index];
            var follows = Text.Clean(given?.Honour) == ByRank(HonoursByRank, row.Place);
            Require(follows || Text.Clean(given?.Reason) is not null, $"{row.Unit.Name}: vị trí suy tôn khác thứ hạng điểm, nêu lý do.", index < 0 ? "" : $"Honours[{index}].Reason");
        }

        Require(Honours.Where(honour => Text.Clean(honour.Honour) is not null).GroupBy(honour => Text.Clean(honour.Honour)).All(group => group.Count() == 1), "Mỗi vị trí suy tôn chỉ dành cho một đơn vị.");
        return [.. Honours.Select(honour => honour with { Honour = Text.Clean(honour.Honour), Reason = Text.Clean(honour.Reason) })];
    }
}
