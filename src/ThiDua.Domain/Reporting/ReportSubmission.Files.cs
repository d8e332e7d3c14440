using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Reporting;

// The files of a report, by item and submission.
public sealed partial class ReportSubmission
{
    /// <summary>The files as this reader sees them: the unit what it writes now, others what was submitted last.</summary>
    public IReadOnlyList<SubmittedFile> FilesFor(Actor reader) => FilesIn(reader.UnitId == UnitId ? Round : SubmittedRound);

    public IReadOnlyList<SubmittedFile> FilesIn(int round) => [.. _files.Where(file => file.IsIn(round)).OrderBy(file => file.ItemId).ThenBy(file => file.Id)];

    /// <summary>The files that were submitted once, or are being written, and stand no more; newest first.</summary>
    public IReadOnlyList<SubmittedFile> FormerFiles => [.. _files.Where(file => file.Until is not null).OrderByDescending(file => file.EndedAt)];

    /// <summary>A file with this content that stands in the report now.</summary>
    public SubmittedFile? Same(int fileId, int? itemId = null) => FilesIn(Round).FirstOrDefault(file => file.FileId == fileId && (itemId is null || file.ItemId == itemId));

    /// <summary>Adds a file to an item; one of the same name there is its earlier version, which ends and stays in the history.</summary>
    public SubmittedFile AddFile(Actor by, ReportRequirement requirement, NewFile added, DateTime at)
    {
        // An upload that began in time counts as in time.
        RequireEntry(by, requirement, added.BegunAt);
        var item = requirement.ItemOf(added.ItemId);
        RequireTaken(item, added);
        Require(Same(added.File.Id, item.Id) is null, $"Mục “{item.Name}” đã có tệp này.");
        var earlier = FilesIn(Round).FirstOrDefault(file => file.ItemId == item.Id && string.Equals(file.Name, added.Name, StringComparison.OrdinalIgnoreCase));
        Require(item.MostFiles is not { } most || earlier is not null || FilesIn(Round).Count(file => file.ItemId == item.Id) < most, $"Mục “{item.Name}” nhận nhiều nhất {item.MostFiles} tệp. Bỏ bớt tệp đã có, hoặc gửi tệp cùng tên để thay.");
        earlier?.End(by, Round, at);
        var file = new SubmittedFile(this, by, added, at);
        _files.Add(file);
        Changed(by);
        return file;
    }

    /// <summary>Takes a file out; it stays in the history.</summary>
    public SubmittedFile RemoveFile(Actor by, ReportRequirement requirement, int fileId, DateTime at)
    {
        RequireEntry(by, requirement, at);
        var file = FilesIn(Round).FirstOrDefault(row => row.Id == fileId) ?? throw new RuleViolation("Tệp này vừa được thay hoặc bỏ. Mở lại trang để xem.");
        file.End(by, Round, at);
        Changed(by);
        return file;
    }

    /// <summary>What is missing for submission, all of it.</summary>
    public IReadOnlyList<string> Missing(ReportRequirement requirement) =>
    [
        .. requirement.Items.Where(item => item.IsRequired && FilesIn(Round).All(file => file.ItemId != item.Id)).Select(item => $"Thiếu: {item.Name}."),
        .. MissingFigures(requirement),
        .. FilesIn(Round).Count + FiguresIn(Round).Count == 0 && requirement.Items.All(item => !item.IsRequired) ? ["Chưa có tệp, số liệu nào."] : Array.Empty<string>(),
    ];

    /// <summary>Whether this person writes it now.</summary>
    public bool MayEnter(Actor by, ReportRequirement requirement, DateTime at) =>
        by.UnitId == UnitId && by.Can(Permission.EnterReports) && IsOpen && requirement.IsOpen && (State != ReportState.Drafting || requirement.StandingOf(UnitId, at) != Scoring.WindowStanding.Closed);

    /// <summary>Refuses who does not write it now, or what came too late.</summary>
    public void RequireEntry(Actor by, ReportRequirement requirement, DateTime at)
    {
        RequireOwnUnit(by);
        if (!by.Can(Permission.EnterReports))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.EnterReports));
        }

        Require(IsOpen, $"Báo cáo đang ở trạng thái “{Labels.Of(State)}”, không thêm, bỏ tệp được.");
        requirement.RequireOpen(UnitId, State, at);
    }

    private static void RequireTaken(RequirementItem item, NewFile added) =>
        Require(item.Takes(added.File.MediaType), $"Mục “{item.Name}” chỉ nhận {FileKinds.InWords(item.Kinds)}; tệp “{added.Name}” là {Labels.Of(FileKinds.Of(added.File.MediaType))}.", "Files");
}
