using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;

namespace ThiDua.Domain.Reporting;

/// <summary>A file of a report.</summary>
public sealed class SubmittedFile : SubmittedPart
{
    private SubmittedFile() => Name = AddedByName = AddedByOffice = "";

    internal SubmittedFile(ReportSubmission submission, Actor by, NewFile added, DateTime at, int? supplement = null)
        : base(submission, supplement)
    {
        (ItemId, File, FileId, Name) = (added.ItemId, added.File, added.File.Id, Text.Clean(added.Name) ?? "tep");
        (BegunAt, AddedAt) = (added.BegunAt, at);
        (AddedByName, AddedByOffice) = (by.UserName, by.OfficeName);
    }

    public int ItemId { get; private set; }

    public int FileId { get; private set; }

    public StoredFile File { get; private set; } = null!;

    /// <summary>The name under which it was sent, NFC.</summary>
    public string Name { get; private set; }

    /// <summary>When its sending began; one that began in time counts as in time.</summary>
    public DateTime BegunAt { get; private set; }

    public DateTime AddedAt { get; private set; }

    public string AddedByName { get; private set; }

    public string AddedByOffice { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    internal void End(Actor by, int round, DateTime at)
    {
        End(round);
        (EndedAt, EndedByName) = (at, by.UserName);
    }
}

/// <summary>A file that arrived for an item, and when its sending began.</summary>
public sealed record NewFile(int ItemId, StoredFile File, string Name, DateTime BegunAt);
