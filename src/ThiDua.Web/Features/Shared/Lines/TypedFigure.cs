using System.Globalization;
using ThiDua.Domain;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Points and a reason in one of many rows that are sent together: a row left as it was shown is not saved, whatever others wrote there meanwhile.</summary>
public record TypedFigure
{
    /// <summary>The version of the cell that was seen; 0 where there was none.</summary>
    public int Version { get; init; }

    public decimal? Points { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the row held when the page was made.</summary>
    public string? Seen { get; init; }

    public bool IsTouched => Print(Points, Reason) != (Seen ?? Print(null, null));

    public static string Print(decimal? points, string? reason) => $"{points?.ToString("0.####", CultureInfo.InvariantCulture)}|{Text.Clean(reason)?.ReplaceLineEndings("\n")}";
}
