using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>The largest differences between the units' own scoring and the appraisal (chênh lệch lớn nhất), over all sheets that this person may see.</summary>
public sealed record DifferencesPage(DifferencesAsked Asked, PageOf<Difference> Page, IReadOnlyList<(int Id, string Name)> Units, IReadOnlyList<(int Id, string Name)> Sections)
{
    /// <summary>No averages over fewer sheets than this.</summary>
    public const int FewestSheets = 3;

    /// <summary>Points given or taken by the appraisal for one sheet, on average; null over too few sheets.</summary>
    public decimal? Average { get; init; }

    /// <summary>The sheets that this person appraises: their lines lead there.</summary>
    public required IReadOnlySet<int> OnDuty { get; init; }

    public bool IsWithoutSheets => Units.Count == 0;
}

/// <summary>What is looked for: a unit, a section, and by which measure the largest come first.</summary>
public sealed record DifferencesAsked(int? UnitId, int? SectionId, bool ByPercent)
{
    public string Query => string.Join('&', new[] { UnitId is { } unit ? $"don-vi={unit}" : "", SectionId is { } section ? $"muc={section}" : "", ByPercent ? "theo=phan-tram" : "" }.Where(part => part.Length > 0));
}

/// <summary>One line that the appraisal changed; percent of the line's maximum where it has one.</summary>
public sealed record Difference(int SheetId, string UnitName, int CriterionId, string Code, string Name, decimal? Max, decimal Self, decimal Appraised, string? Reason)
{
    public decimal Points => Appraised - Self;

    public decimal? Percent => Max is > 0 and { } max ? decimal.Round(Math.Abs(Points) / max * 100, 2, MidpointRounding.AwayFromZero) : null;
}
