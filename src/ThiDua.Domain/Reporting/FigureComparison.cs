namespace ThiDua.Domain.Reporting;

/// <summary>An achieved value beside its target and that of the year before. Percentages have two places, rounded half away from zero; none where there is nothing, or zero, to divide by.</summary>
public readonly record struct FigureComparison(decimal Value, decimal? Target = null, decimal? Before = null)
{
    /// <summary>How much of the target was reached, in percent.</summary>
    public decimal? Reached => Share(Value, Target);

    public decimal? Change => Value - Before;

    /// <summary>The change on the year before, in percent of it.</summary>
    public decimal? ChangePercent => Share(Value - Before, Before is { } before ? Math.Abs(before) : null);

    private static decimal? Share(decimal? part, decimal? whole) => part is { } of && whole is { } all && all != 0 ? Math.Round(of / all * 100, 2, MidpointRounding.AwayFromZero) : null;
}
