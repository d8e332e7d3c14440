namespace ThiDua.Domain.Scoring;

/// <summary>The place that a unit is considered at for honours (vị trí suy tôn); null where it is not. IsTied: others share it, so that no limited place can be proposed.</summary>
public sealed record HonourPlace(int? Place, bool IsTied);

/// <summary>Places for honours: the ranks without the units barred from them, so that the next moves up; points and ranks stay.</summary>
public static class HonourPlaces
{
    /// <summary>The places by unit.</summary>
    public static IReadOnlyDictionary<int, HonourPlace> Of(IReadOnlyList<RankedUnit> ranked, IReadOnlySet<int> barred)
    {
        var considered = ranked.Where(unit => unit.Rank is not null && !barred.Contains(unit.UnitId)).ToList();
        return ranked.ToDictionary(unit => unit.UnitId, unit => unit.Rank is null || barred.Contains(unit.UnitId)
            ? new HonourPlace(null, false)
            : new(1 + considered.Count(other => other.Rank < unit.Rank), considered.Count(other => other.Rank == unit.Rank) > 1));
    }

    /// <summary>What keeps a unit from being proposed, or moved it up, in Vietnamese; empty where nothing does.</summary>
    public static IReadOnlyList<string> Notes(int? rank, HonourPlace place, IReadOnlyList<Bar> bars) =>
    [
        .. bars.Select(bar => bar.InWords()),
        .. place.IsTied ? ["Đồng hạng chưa phân định: chưa đề nghị được vị trí suy tôn có hạn; cần biểu quyết."] : Array.Empty<string>(),
        .. rank is not null && place.Place < rank ? [$"Được xét suy tôn ở vị trí thứ {place.Place} vì có đơn vị xếp trên không được xét."] : Array.Empty<string>(),
    ];
}
