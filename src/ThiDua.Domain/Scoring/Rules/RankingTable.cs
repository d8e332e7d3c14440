using System.Globalization;

namespace ThiDua.Domain.Scoring;

/// <summary>Ranks by points (thứ hạng điểm): a pure function; ties go down the ladder, what stays tied shares the rank (1, 1, 3); units not ranked stand last with their reason.</summary>
public static class RankingTable
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: false);

    public static IReadOnlyList<RankedUnit> Compute(RankingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var ranked = new List<RankedUnit>();
        var standing = input.Units.Where(unit => unit.UnrankedReason is null);
        foreach (var equal in Groups(standing, unit => ScoreOf(input.By, unit)))
        {
            foreach (var (group, brokenBy) in Split(equal, input.TieKeys.ToArray(), null))
            {
                ranked.AddRange(Share(group, ranked.Count + 1, brokenBy));
            }
        }

        var unranked = Alphabetical(input.Units.Where(unit => unit.UnrankedReason is not null));
        return [.. ranked, .. unranked.Select(unit => new RankedUnit(unit.UnitId, null, null, false, unit.UnrankedReason))];
    }

    /// <summary>The values of the keys by ranked unit, in the order of the ladder; a vote that does not decide between the units still equal counts 0 for them.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<decimal>> KeysByUnit(RankingInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var values = input.Units.Where(unit => unit.UnrankedReason is null).ToDictionary(unit => unit.UnitId, _ => new List<decimal>());
        List<List<RankingUnit>> equal = [.. Groups(input.Units.Where(unit => unit.UnrankedReason is null), unit => ScoreOf(input.By, unit))];
        foreach (var key in input.TieKeys)
        {
            List<List<RankingUnit>> next = [];
            foreach (var group in equal)
            {
                var decides = Decides(key, group);
                group.ForEach(unit => values[unit.UnitId].Add(decides ? ValueOf(key, unit) : 0));
                next.AddRange(decides ? Groups(group, unit => ValueOf(key, unit)) : [group]);
            }

            equal = next;
        }

        return values.ToDictionary(unit => unit.Key, unit => (IReadOnlyList<decimal>)unit.Value);
    }

    private static decimal ScoreOf(RankBy by, RankingUnit unit) => by == RankBy.Points ? unit.Total : Points.Round(unit.Percent);

    private static IEnumerable<RankedUnit> Share(List<RankingUnit> group, int rank, string? brokenBy)
    {
        var tied = group.Count > 1;
        var note = tied ? "Bằng điểm, đồng hạng: các tiêu chí phụ không phân định được." : brokenBy;
        return Alphabetical(group).Select(unit => new RankedUnit(unit.UnitId, rank, note, tied, null));
    }

    private static IEnumerable<(List<RankingUnit> Group, string? BrokenBy)> Split(List<RankingUnit> equal, ReadOnlyMemory<TieKey> keys, string? brokenBy)
    {
        if (equal.Count == 1 || keys.IsEmpty)
        {
            return [(equal, brokenBy)];
        }

        var key = keys.Span[0];
        var groups = Decides(key, equal) ? Groups(equal, unit => ValueOf(key, unit)) : [equal];
        var by = groups.Count > 1 ? Named(key) : brokenBy;
        return groups.SelectMany(group => Split(group, keys[1..], by));
    }

    /// <summary>A vote decides only between units that were all voted on together.</summary>
    private static bool Decides(TieKey key, List<RankingUnit> equal) =>
        key.Kind != TieKeyKind.Vote || equal.TrueForAll(unit => unit.TieVotes is not null && unit.TieBallot == equal[0].TieBallot);

    private static decimal ValueOf(TieKey key, RankingUnit unit) => key.Kind switch
    {
        TieKeyKind.FewerDeductions => -Math.Abs(unit.Deductions),
        TieKeyKind.Vote => unit.TieVotes!.Value,
        _ => key.NodeId is { } node ? unit.ByNode.GetValueOrDefault(node) : 0,
    };

    private static string Named(TieKey key) => "Bằng điểm, phân định theo " + key.Kind switch
    {
        TieKeyKind.SectionTotal => $"tổng điểm {key.Label ?? "của mục ưu tiên"}.",
        TieKeyKind.CriterionPoints => $"điểm {key.Label ?? "của tiêu chí ưu tiên"}.",
        TieKeyKind.FewerDeductions => "số điểm trừ ít hơn.",
        _ => "kết quả biểu quyết.",
    };

    private static List<List<RankingUnit>> Groups(IEnumerable<RankingUnit> units, Func<RankingUnit, decimal> value) =>
        [.. units.GroupBy(value).OrderByDescending(group => group.Key).Select(group => group.ToList())];

    private static IEnumerable<RankingUnit> Alphabetical(IEnumerable<RankingUnit> units) =>
        units.OrderBy(unit => unit.Name, ByName).ThenBy(unit => unit.UnitId);
}
