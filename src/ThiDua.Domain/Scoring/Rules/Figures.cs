using System.Globalization;

namespace ThiDua.Domain.Scoring;

/// <summary>Vietnamese figures in explanations (cách tính điểm): decimal comma, point between thousands.</summary>
public static class Figures
{
    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
    };

    /// <summary>Points with two places: 45,00.</summary>
    public static string Points(decimal points) => points.ToString("#,##0.00", Vietnamese);

    /// <summary>A figure as typed, without trailing zeros: 8,4.</summary>
    public static string Value(decimal value) => value.ToString("#,##0.######", Vietnamese);

    /// <summary>A share as percent, four places at most: 0.125 → 12,5 %.</summary>
    public static string Percent(decimal share) => Short(share * 100) + " %";

    /// <summary>The outcome of a division with its sign: "= 1,2" or, where cut to four places, "≈ 0,8571".</summary>
    public static string Outcome(decimal quotient) =>
        (Math.Round(quotient, 4) == quotient ? "= " : "≈ ") + Short(quotient);

    /// <summary>A figure cut to four places, without trailing zeros.</summary>
    internal static string Short(decimal value) =>
        Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("#,##0.####", Vietnamese);

    /// <summary>"60 điểm", or "điểm tối đa" where there is no maximum yet.</summary>
    internal static string OrMaximum(decimal? max) => max is { } points ? Value(points) + " điểm" : "điểm tối đa";
}
