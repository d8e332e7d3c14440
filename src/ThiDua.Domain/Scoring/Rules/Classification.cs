namespace ThiDua.Domain.Scoring;

/// <summary>One band (mức xếp loại): from this score, each content section at least at the floor (percent of what was assigned in it), at most this share of the units (0..1, rounded down).</summary>
public sealed record ClassificationBand(string Name, decimal From, decimal? SectionFloorPercent = null, decimal? ShareOfUnits = null);

/// <summary>One unit to classify: the score that bands speak of, its rank, percent reached by section (code → percent), and why it is not classified, if so.</summary>
public sealed record ClassificationUnit(
    int UnitId, decimal Score, int? Rank, IReadOnlyDictionary<string, decimal> SectionPercents, string? UnclassifiedReason = null);

/// <summary>The band of one unit, null where none fits; Reason tells in Vietnamese what kept it from a better one.</summary>
public sealed record ClassifiedUnit(int UnitId, string? Band, string? Reason);

/// <summary>Classification (xếp loại) by bands, best first; a share of units is filled by rank, and equal ranks go in together or not at all.</summary>
public static class Classification
{
    /// <summary>The bands best first; names and scores are each there once, floors are percents, shares parts of all units.</summary>
    public static IReadOnlyList<ClassificationBand> InOrder(IReadOnlyList<ClassificationBand> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        for (var index = 0; index < bands.Count; index++)
        {
            var (band, field) = (bands[index], $"Bands[{index}]");
            RuleViolation.Require(Text.Clean(band.Name) is not null, "Nhập tên mức xếp loại.", $"{field}.Name");
            RuleViolation.Require(bands.Count(other => Text.Clean(other.Name) == Text.Clean(band.Name)) == 1, "Tên mức này đã có ở dòng khác.", $"{field}.Name");
            RuleViolation.Require(band.From >= 0 && bands.Count(other => other.From == band.From) == 1, "Điểm tối thiểu của mỗi mức phải khác nhau và không âm.", $"{field}.From");
            RuleViolation.Require(band.SectionFloorPercent is null or (>= 0 and <= 100), "Mức sàn từ 0 đến 100 %.", $"{field}.Floor");
            RuleViolation.Require(band.ShareOfUnits is null or (> 0 and <= 1), "Tỷ lệ đơn vị lớn hơn 0 và không quá 100 %.", $"{field}.Share");
        }

        return [.. bands.Select(band => band with { Name = Text.Clean(band.Name)! }).OrderByDescending(band => band.From)];
    }

    public static IReadOnlyList<ClassifiedUnit> Compute(IReadOnlyList<ClassificationBand> bands, IReadOnlyList<ClassificationUnit> units)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(units);
        var open = units.Where(unit => unit.UnclassifiedReason is null).ToList();
        var reasons = open.ToDictionary(unit => unit.UnitId, _ => (string?)null);
        var placed = units.Except(open).ToDictionary(unit => unit.UnitId, unit => new ClassifiedUnit(unit.UnitId, null, unit.UnclassifiedReason));
        var count = open.Count;
        foreach (var band in bands.OrderByDescending(band => band.From))
        {
            foreach (var unit in Admitted(band, open, count, reasons))
            {
                placed[unit.UnitId] = new(unit.UnitId, band.Name, reasons[unit.UnitId]);
                open.Remove(unit);
            }
        }

        return [.. units.Select(unit => placed.GetValueOrDefault(unit.UnitId) ?? new(unit.UnitId, null, reasons[unit.UnitId] ?? "Chưa đạt mức xếp loại thấp nhất."))];
    }

    private static List<ClassificationUnit> Admitted(
        ClassificationBand band, List<ClassificationUnit> open, int count, Dictionary<int, string?> reasons)
    {
        var fitting = open.Where(unit => unit.Score >= band.From).ToList();
        foreach (var unit in fitting.Where(unit => BelowFloor(band, unit) is not null))
        {
            reasons[unit.UnitId] ??= $"Không xếp loại {band.Name}: {BelowFloor(band, unit)}.";
        }

        var places = band.ShareOfUnits is { } share ? (int)Math.Floor(share * count) : int.MaxValue;
        var able = fitting.Where(unit => BelowFloor(band, unit) is null).ToList();
        var admitted = able.Where(unit => able.Count(other => Place(other) <= Place(unit)) <= places).ToList();
        foreach (var unit in able.Except(admitted))
        {
            reasons[unit.UnitId] ??= $"Không xếp loại {band.Name}: đã đủ {places} đơn vị theo tỷ lệ {Figures.Percent(band.ShareOfUnits!.Value)}.";
        }

        return admitted;
    }

    private static string? BelowFloor(ClassificationBand band, ClassificationUnit unit) =>
        band.SectionFloorPercent is { } floor
        && unit.SectionPercents.Where(section => section.Value < floor).OrderBy(section => section.Value).ThenBy(section => section.Key, StringComparer.Ordinal).ToList() is [var (code, percent), ..]
            ? $"mục {code} đạt {Figures.Points(percent)} %, dưới mức sàn {Figures.Value(floor)} %"
            : null;

    private static int Place(ClassificationUnit unit) => unit.Rank ?? int.MaxValue;
}
