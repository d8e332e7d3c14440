using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Reporting;

/// <summary>A file of a report. It stands from one submission to another: what is replaced or taken out ends, and stays in the history.</summary>
public sealed class SubmittedFile : IInClusterYear, IVersioned
{
    private SubmittedFile() => Name = AddedByName = AddedByOffice = "";

    internal SubmittedFile(ReportSubmission submission, Actor by, NewFile added, DateTime at, int? supplement = null)
        : this()
    {
        (Submission, ClusterYearId, ItemId, File, Name) = (submission, submission.ClusterYearId, added.ItemId, added.File, Text.Clean(added.Name) ?? "tep");
        FileId = added.File.Id;
        (Since, Supplement, BegunAt, AddedAt) = (submission.Round, supplement, added.BegunAt, at);
        (AddedByName, AddedByOffice) = (by.UserName, by.OfficeName);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int SubmissionId { get; private set; }

    public ReportSubmission Submission { get; private set; } = null!;

    public int ItemId { get; private set; }

    public int FileId { get; private set; }

    public StoredFile File { get; private set; } = null!;

    /// <summary>The name under which it was sent, NFC.</summary>
    public string Name { get; private set; }

    /// <summary>The submission (lần nộp) that brought it.</summary>
    public int Since { get; private set; }

    /// <summary>The submission that has it no more; null while it stands.</summary>
    public int? Until { get; private set; }

    /// <summary>The number of the supplement (bản bổ sung, thay thế) that brought it; null: the report itself.</summary>
    public int? Supplement { get; private set; }

    /// <summary>When its sending began; one that began in time counts as in time.</summary>
    public DateTime BegunAt { get; private set; }

    public DateTime AddedAt { get; private set; }

    public string AddedByName { get; private set; }

    public string AddedByOffice { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    public int Version { get; private set; }

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

    internal void End(Actor by, int round, DateTime at)
    {
        (Until, EndedAt, EndedByName) = (round, at, by.UserName);
        Version++;
    }
}

/// <summary>A file that arrived for an item, and when its sending began.</summary>
public sealed record NewFile(int ItemId, StoredFile File, string Name, DateTime BegunAt);
