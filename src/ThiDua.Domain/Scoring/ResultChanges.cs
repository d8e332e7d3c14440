namespace ThiDua.Domain.Scoring;

/// <summary>What differs between two results, unit by unit, in Vietnamese: lines, total, rank, bars.</summary>
public static class ResultChanges
{
    /// <summary>The differences by unit; units without any are left out.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> Between(ResultSnapshot before, ResultSnapshot after)
    {
        var then = before.Compute().ToDictionary(row => row.Unit.UnitId);
        var codes = after.Nodes.ToDictionary(node => node.Id, node => node.Code);
        return after.Compute().Where(row => then.ContainsKey(row.Unit.UnitId))
            .Select(row => (row.Unit.UnitId, Changes: (IReadOnlyList<string>)[.. OfUnit(then[row.Unit.UnitId], row, codes)]))
            .Where(unit => unit.Changes.Count > 0).ToDictionary(unit => unit.UnitId, unit => unit.Changes);
    }

    private static IEnumerable<string> OfUnit(ResultRow then, ResultRow now, Dictionary<int, string> codes)
    {
        foreach (var (leaf, result) in now.Unit.Leaves.Where(leaf => codes.ContainsKey(leaf.Key)).OrderBy(leaf => leaf.Key))
        {
            var before = then.Unit.Leaves.GetValueOrDefault(leaf)?.Points;
            if (before != result.Points)
            {
                yield return $"{codes[leaf]}: {Figure(before)} → {Figure(result.Points)}";
            }
        }

        if (then.Totals.Total != now.Totals.Total)
        {
            yield return $"Tổng điểm: {Figures.Points(then.Totals.Total)} → {Figures.Points(now.Totals.Total)}";
        }

        if (then.Place.Rank != now.Place.Rank)
        {
            yield return $"Thứ hạng: {Rank(then)} → {Rank(now)}";
        }

        if (!then.Unit.Bars.Select(bar => bar.BarId).SequenceEqual(now.Unit.Bars.Select(bar => bar.BarId)))
        {
            yield return now.Unit.Bars.Count == 0 ? "Đã gỡ bỏ việc không xét, tạm dừng xét" : "Thay đổi về việc không xét, tạm dừng xét";
        }
    }

    private static string Figure(decimal? points) => points is { } figure ? Figures.Points(figure) : "chưa có";

    private static string Rank(ResultRow row) => row.Place.Rank is { } rank ? $"{rank}" : "không xếp hạng";
}
