using ThiDua.Domain.Access;

namespace ThiDua.Domain.Reporting;

/// <summary>What a unit types of one figure: the achieved value, and that of the year before where the portal does not know it.</summary>
public sealed record AchievedValue(int FigureId, decimal? Value, decimal? Before = null);

/// <summary>The achieved value of one figure in a report. It stands from one submission to another: what is changed after a return ends, and stays in the history.</summary>
public sealed class SubmittedFigure : IInClusterYear, IVersioned
{
    public const decimal Largest = 10_000_000_000_000m;

    private SubmittedFigure() => EnteredByName = EnteredByOffice = "";

    internal SubmittedFigure(ReportSubmission submission, Actor by, AchievedValue typed, DateTime at, int? supplement = null)
        : this()
    {
        (Submission, ClusterYearId, FigureId, Since, Supplement) = (submission, submission.ClusterYearId, typed.FigureId, submission.Round, supplement);
        Write(by, typed, at);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SubmissionId { get; private set; }

    public ReportSubmission Submission { get; private set; } = null!;

    public int FigureId { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>The value of the year before as the unit typed it; null where the portal knows it, or nobody does.</summary>
    public decimal? Before { get; private set; }

    /// <summary>The submission (lần nộp) that brought it.</summary>
    public int Since { get; private set; }

    /// <summary>The submission that has it no more; null while it stands.</summary>
    public int? Until { get; private set; }

    /// <summary>The number of the supplement (bản bổ sung, thay thế) that brought it; null: the report itself.</summary>
    public int? Supplement { get; private set; }

    public string EnteredByName { get; private set; }

    public string EnteredByOffice { get; private set; }

    public DateTime EnteredAt { get; private set; }

    public int Version { get; private set; }

    public bool IsIn(int round) => Supplement is null && Since <= round && (Until is null || Until > round);

    internal void Write(Actor by, AchievedValue typed, DateTime at)
    {
        (Value, Before) = (typed.Value ?? throw new InvalidOperationException("A figure without a value is taken out, not written."), typed.Before);
        (EnteredByName, EnteredByOffice, EnteredAt) = (by.UserName, by.OfficeName, at);
        Version++;
    }

    /// <summary>What was being written in this round waits for the next one.</summary>
    internal void Wait(int round)
    {
        if (Supplement is null && (Since == round || Until == round))
        {
            (Since, Until) = (Since == round ? round + 1 : Since, Until == round ? round + 1 : Until);
            Version++;
        }
    }

    internal void End(int round)
    {
        Until = round;
        Version++;
    }

    /// <summary>Goes on counting where the row before it stopped, so that who saw that one is told.</summary>
    internal SubmittedFigure After(SubmittedFigure earlier)
    {
        Version = earlier.Version + 1;
        return this;
    }
}
