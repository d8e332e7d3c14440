using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Charts;

/// <summary>Biểu đồ: totals by section, self-scored against appraised, and one unit over five years. Nothing before results are published.</summary>
public sealed record ChartsPage(int Year, string Name, ResultLayerKind? Layer)
{
    public sealed record Section(int NodeId, string Code, string Name);

    /// <summary>A unit of the layer in force, best first.</summary>
    public sealed record Unit(int Id, string Name, IReadOnlyList<decimal> BySection, decimal Total);

    /// <summary>The totals of one sheet by its two first columns.</summary>
    public sealed record Comparison(string Unit, decimal Self, decimal Appraised)
    {
        public decimal Difference => Appraised - Self;
    }

    public IReadOnlyList<Section> Sections { get; init; } = [];

    public IReadOnlyList<Unit> Units { get; init; } = [];

    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    public Unit? Chosen { get; init; }

    /// <summary>The chosen unit, or those that it came from by merger, year by year.</summary>
    public IReadOnlyList<ResultOfYear> Years { get; init; } = [];
}
