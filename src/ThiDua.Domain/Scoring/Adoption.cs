using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>The conference's adoption: its minutes, and the honours it gives; by default they follow the ranks.</summary>
public sealed record Adoption(DocumentReference Document, IReadOnlyList<string> HonoursByRank, IReadOnlyList<HonourGiven> Honours)
{
    public AdoptionManner Manner { get; init; }

    /// <summary>How many units agreed; asked for where it was adopted in writing.</summary>
    public int? InFavour { get; init; }

    /// <summary>The honour that follows from the ranks without the barred; none where a tie for the place stands.</summary>
    public static string? ByRank(IReadOnlyList<string> honoursByRank, HonourPlace honour) =>
        honour is { Place: { } place, IsTied: false } && place <= honoursByRank.Count ? honoursByRank[place - 1] : null;

    public static IReadOnlyList<HonourGiven> Default(IReadOnlyList<string> honoursByRank, ResultSnapshot results) =>
        [.. results.Compute().Select(row => new HonourGiven(row.Unit.UnitId, ByRank(honoursByRank, row.Honour), null))];

    internal IReadOnlyList<HonourGiven> Checked(ResultSnapshot results)
    {
        Require(Manner == AdoptionManner.AtConference || (InFavour > 0 && InFavour <= results.Units.Count), $"Nhập số đơn vị đồng ý bằng văn bản, từ 1 đến {results.Units.Count}.", nameof(InFavour));
        foreach (var row in results.Compute())
        {
            var index = Honours.ToList().FindIndex(honour => honour.UnitId == row.Unit.UnitId);
            var given = index < 0 ? null : Honours[index];
            var field = index < 0 ? "" : $"Honours[{index}].Honour";
            var isGiven = Text.Clean(given?.Honour) is not null;
            Require(!isGiven || row.Place.Rank is not null, $"{row.Unit.Name} không được xếp hạng nên không suy tôn được.");
            Require(!isGiven || !row.Unit.IsBarredFrom(BarEffect.Honour), $"{row.Unit.Name} đang không được xét hoặc tạm dừng xét suy tôn.", field);
            Require(!isGiven || !row.Honour.IsTied, $"{row.Unit.Name} còn đồng hạng chưa phân định: ghi kết quả biểu quyết trước khi suy tôn.", field);
            var follows = Text.Clean(given?.Honour) == ByRank(HonoursByRank, row.Honour);
            Require(follows || Text.Clean(given?.Reason) is not null, $"{row.Unit.Name}: vị trí suy tôn khác thứ hạng điểm, nêu lý do.", index < 0 ? "" : $"Honours[{index}].Reason");
        }

        Require(Honours.Where(honour => Text.Clean(honour.Honour) is not null).GroupBy(honour => Text.Clean(honour.Honour)).All(group => group.Count() == 1), "Mỗi vị trí suy tôn chỉ dành cho một đơn vị.");
        return [.. Honours.Select(honour => honour with { Honour = Text.Clean(honour.Honour), Reason = Text.Clean(honour.Reason) })];
    }
}
