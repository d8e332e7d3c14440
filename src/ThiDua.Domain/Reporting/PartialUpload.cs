using ThiDua.Domain.Access;

namespace ThiDua.Domain.Reporting;

/// <summary>A file on its way in pieces (tải lên dở dang): what arrived stays on the server, and the rest is sent from there.</summary>
public sealed class PartialUpload : IInClusterYear, INotAudited
{
    private const int Longest = 200;

    private PartialUpload() => Key = Name = Mark = BegunByName = "";

    public PartialUpload(Actor by, ReportSubmission submission, RequirementItem item, string name, long size, string mark, DateTime at)
        : this()
    {
        RuleViolation.Require(by.UnitId == submission.UnitId, "Chỉ đơn vị tải tệp vào báo cáo của mình.");
        RuleViolation.Require(mark.Length <= Longest, "Không nhận ra tệp.");
        (ClusterYearId, SubmissionId, ItemId, Key) = (submission.ClusterYearId, submission.Id, item.Id, $"u-{Guid.NewGuid():N}");
        (Name, Size, Mark, BegunByName, BegunAt) = (name, size, mark, by.UserName, at);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SubmissionId { get; private set; }

    public int ItemId { get; private set; }

    /// <summary>Under which the pieces are kept.</summary>
    public string Key { get; private set; }

    public string Name { get; private set; }

    /// <summary>Of the whole file, in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>What tells the same file again on the sender's side: when it was changed last.</summary>
    public string Mark { get; private set; }

    public string BegunByName { get; private set; }

    public DateTime BegunAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>What was said when it was taken.</summary>
    public string? Told { get; private set; }

    /// <summary>Why it was not taken.</summary>
    public string? Problem { get; private set; }

    /// <summary>All is there and taken or refused, or it is given up.</summary>
    public void End(Actor by, string? told, string? problem, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(by);
        (Told, Problem, EndedAt) = (told, problem, at);
    }
}
