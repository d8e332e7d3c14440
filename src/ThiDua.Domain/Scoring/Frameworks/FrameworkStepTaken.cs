using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>One step in the history of a framework scheme (lịch sử xử lý).</summary>
public sealed class FrameworkStepTaken : INotAudited
{
    private FrameworkStepTaken() => UserName = OfficeName = "";

    internal FrameworkStepTaken(Actor by, FrameworkStep step, FrameworkState to, StepNote note)
    {
        (Step, To, At, Reason, Paper) = (step, to, note.At, note.Reason, note.Paper);
        PaperScanId = note.Paper?.ScanId;
        (UserId, UserName, OfficeName) = (by.UserId, by.UserName, by.OfficeName);
    }

    public int Id { get; private set; }

    public int FrameworkId { get; private set; }

    public FrameworkStep Step { get; private set; }

    public FrameworkState To { get; private set; }

    public int UserId { get; private set; }

    public string UserName { get; private set; }

    public string OfficeName { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The document that it follows from, in words.</summary>
    public string? Reason { get; private set; }

    /// <summary>The signed paper that it was recorded from; none: taken in the portal.</summary>
    public SignedPaper? Paper { get; private set; }

    /// <summary>The scan of that paper, which is kept as long as the step is.</summary>
    public int? PaperScanId { get; private set; }
}
