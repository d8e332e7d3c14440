namespace ThiDua.Domain.Reporting;

/// <summary>How a unit stands in the consolidated report: in time, late, sent but not received yet, not sent.</summary>
public enum ConsolidatedStanding { InTime, Late, NotAccepted, NotSubmitted }

/// <summary>A figure that the consolidated report sums up.</summary>
public sealed record ConsolidatedFigure(int Id, string Name, string? Unit, int Decimals, bool IsSummed)
{
    public string InWords => Unit is null ? Name : $"{Name} ({Unit})";
}

/// <summary>An accepted value with what it is compared with.</summary>
public sealed record ConsolidatedValue(int FigureId, decimal Value, decimal? Target, decimal? Before)
{
    public FigureComparison Compared() => new(Value, Target, Before);
}

/// <summary>A unit with what was accepted of it, and the submission that it comes from.</summary>
public sealed record ConsolidatedUnit(int Id, string Name, ConsolidatedStanding Standing, DateTime? FirstSubmittedAt, int Round, string? ByName, IReadOnlyList<ConsolidatedValue> Values)
{
    /// <summary>Where its report stood then; null where it had not begun one.</summary>
    public ReportState? State { get; init; }

    public bool IsAccepted => Standing is ConsolidatedStanding.InTime or ConsolidatedStanding.Late;

    public ConsolidatedValue? Of(int figureId) => Values.FirstOrDefault(row => row.FigureId == figureId);
}

/// <summary>What a consolidated report (báo cáo tổng hợp) is built from: the accepted figures of each unit, as they stood at one instant.</summary>
public sealed partial record ConsolidatedFigures(int RequirementId, string Requirement, DateTime At, IReadOnlyList<ConsolidatedFigure> Figures, IReadOnlyList<ConsolidatedUnit> Units)
{
    public IEnumerable<ConsolidatedUnit> In(ConsolidatedStanding standing) => Units.Where(unit => unit.Standing == standing);

    /// <summary>The total of a figure that adds up, beside that of the targets and of the year before where every unit counted has one.</summary>
    public FigureComparison? Total(ConsolidatedFigure figure)
    {
        var values = Units.Select(unit => unit.Of(figure.Id)).OfType<ConsolidatedValue>().ToList();
        return !figure.IsSummed || values.Count == 0 ? null : new(values.Sum(row => row.Value), Sum(row => row.Target), Sum(row => row.Before));

        decimal? Sum(Func<ConsolidatedValue, decimal?> part) => values.TrueForAll(row => part(row) is not null) ? values.Sum(part) : null;
    }
}
