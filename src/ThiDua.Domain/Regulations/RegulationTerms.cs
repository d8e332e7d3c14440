using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Regulations;

/// <summary>What is written of a regulation (quy chế) and of the decision that issues it.</summary>
public sealed record RegulationTerms(string Title, YearParameters Parameters)
{
    /// <summary>Chapters, articles and what they say, in the small Markdown of official texts; <see cref="RegulationText"/>.</summary>
    public string? Text { get; init; }

    /// <summary>In force from this day; null: from the day of issue.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, where it is limited beforehand.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>The legal bases of the decision, each with its opening word.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public string? Archive { get; init; }

    /// <summary>Authority form and office of who signs, one line each.</summary>
    public IReadOnlyList<string> SignatoryLines { get; init; } = [];

    public string? Signatory { get; init; }
}

/// <summary>An issued regulation as a year takes it over.</summary>
public sealed record RegulationToTake(int Id, YearParameters Parameters, DocumentReference Document);
