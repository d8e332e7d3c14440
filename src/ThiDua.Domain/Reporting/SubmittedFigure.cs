using System.Diagnostics.CodeAnalysis;
using ThiDua.Domain.Access;

namespace ThiDua.Domain.Reporting;

/// <summary>What a unit types of one figure: the achieved value, and that of the year before where the portal does not know it.</summary>
public sealed record AchievedValue(int FigureId, decimal? Value, decimal? Before = null);

/// <summary>The achieved value of one figure in a report.</summary>
public sealed class SubmittedFigure : SubmittedPart
{
    public const decimal Largest = 10_000_000_000_000m;

    private SubmittedFigure() => EnteredByName = EnteredByOffice = "";

    internal SubmittedFigure(ReportSubmission submission, Actor by, AchievedValue typed, DateTime at, int? supplement = null)
        : base(submission, supplement)
    {
        FigureId = typed.FigureId;
        Write(by, typed, at);
    }

    public int FigureId { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>The value of the year before as the unit typed it; null where the portal knows it, or nobody does.</summary>
    public decimal? Before { get; private set; }

    public string EnteredByName { get; private set; }

    public string EnteredByOffice { get; private set; }

    public DateTime EnteredAt { get; private set; }

    [MemberNotNull(nameof(EnteredByName), nameof(EnteredByOffice))]
    internal void Write(Actor by, AchievedValue typed, DateTime at)
    {
        (Value, Before) = (typed.Value ?? throw new InvalidOperationException("A figure without a value is taken out, not written."), typed.Before);
        (EnteredByName, EnteredByOffice, EnteredAt) = (by.UserName, by.OfficeName, at);
        Version++;
    }

    /// <summary>Goes on counting where the row before it stopped, so that who saw that one is told.</summary>
    internal SubmittedFigure After(SubmittedFigure earlier)
    {
        Version = earlier.Version + 1;
        return this;
    }
}
