namespace ThiDua.Domain.Reporting;

/// <summary>A part of a report, a file or a figure. It stands from one submission to another: what is replaced or taken out ends, and stays in the history.</summary>
public abstract class SubmittedPart : IInClusterYear, IVersioned
{
    private protected SubmittedPart()
    {
    }

    private protected SubmittedPart(ReportSubmission submission, int? supplement) =>
        (Submission, ClusterYearId, Since, Supplement) = (submission, submission.ClusterYearId, submission.Round, supplement);

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SubmissionId { get; private set; }

    public ReportSubmission Submission { get; private set; } = null!;

    /// <summary>The submission (lần nộp) that brought it.</summary>
    public int Since { get; private set; }

    /// <summary>The submission that has it no more; null while it stands.</summary>
    public int? Until { get; private set; }

    /// <summary>The number of the supplement (bản bổ sung, thay thế) that brought it; null: the report itself.</summary>
    public int? Supplement { get; private set; }

    public int Version { get; private protected set; }

    public bool IsIn(int round) => Supplement is null && Since <= round && (Until is null || Until > round);

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
}
