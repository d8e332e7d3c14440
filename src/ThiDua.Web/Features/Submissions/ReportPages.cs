using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared.Reports;

namespace ThiDua.Web.Features.Submissions;

/// <summary>An upload that stopped on its way.</summary>
public sealed record UnfinishedUpload(int Id, int ItemId, string Name, long Size, long Received, DateTime BegunAt)
{
    public long Percent => Size == 0 ? 0 : Received * 100 / Size;
}

/// <summary>What one unit sends for a requirement, as this person may see it.</summary>
public sealed record ReportPage(ReportRequirement Requirement, OwingUnit Unit, ReportSubmission? Stored)
{
    public bool IsOwn { get; init; }

    public bool MayEnter { get; init; }

    /// <summary>Whether receiving it, sending it back and giving more time is for this person to do.</summary>
    public bool MayReceive { get; init; }

    public bool MayExtend { get; init; }

    public IReadOnlyList<Workflow<ReportState, ReportStep>.OpenStep> Steps { get; init; } = [];

    /// <summary>The files that this reader sees: the unit what it writes, others what was submitted last.</summary>
    public IReadOnlyList<SubmittedFile> Files { get; init; } = [];

    public IReadOnlyList<SubmittedFile> Former { get; init; } = [];

    /// <summary>The figures asked for, with what this reader sees of them.</summary>
    public IReadOnlyList<FigureLine> Figures { get; init; } = [];

    /// <summary>What was wrong with a figure when it was sent back last.</summary>
    public string? WrongWithFigure(int figureId) => Stored is { State: ReportState.Returned, Returns: [.., var last] } ? last.Items.FirstOrDefault(row => row.IsFigure && row.ItemId == figureId)?.Reason : null;

    /// <summary>Of what the leader owes for the cluster: its issued documents, to be put in without being uploaded again.</summary>
    public IReadOnlyList<IssuedToSend> Issued { get; init; } = [];

    /// <summary>Why some of the files cannot be opened or submitted now, by their ids.</summary>
    public IReadOnlyDictionary<int, string> HeldBack { get; init; } = new Dictionary<int, string>();

    public IReadOnlyList<UnfinishedUpload> Unfinished { get; init; } = [];

    public WindowStanding Standing { get; init; }

    public DateOnly Today { get; init; }

    public ReportState? State => Stored?.State;

    public int Version => Stored?.Version ?? 0;

    public Deadline? Deadline => Requirement.DeadlineOf(Unit.Id);

    public ReportExtension? Extension => Requirement.ExtensionOf(Unit.Id);

    public bool IsYearOpen { get; init; }

    /// <summary>Who receives it, in words.</summary>
    public string Receiver { get; init; } = "";

    /// <summary>Who moves next, in words; null where nobody has to.</summary>
    public string? Next => !IsYearOpen || !Requirement.IsOpen ? null : State switch
    {
        ReportState.Submitted => $"Chờ {Receiver} tiếp nhận.",
        ReportState.Accepted => null,
        null or ReportState.Drafting when Standing == WindowStanding.Closed => null,
        null or ReportState.Drafting when !IsOwn => "Chờ đơn vị soạn và nộp.",
        _ when !IsOwn => "Chờ đơn vị bổ sung, sửa rồi nộp lại.",
        _ when Missing.Count > 0 => "Chuyên viên soạn hồ sơ, nhập số liệu còn thiếu dưới đây; khi đủ, lãnh đạo đơn vị nộp.",
        _ => Step(ReportStep.Submit) is { OnPaperOnly: false } ? "Hồ sơ đã đủ: lãnh đạo xem lại rồi bấm “Nộp báo cáo”."
            : Step(ReportStep.Submit) is null ? "Hồ sơ đã đủ, chờ lãnh đạo đơn vị nộp."
            : "Hồ sơ đã đủ, chờ lãnh đạo đơn vị nộp. Nếu lãnh đạo đã ký trên giấy, chuyên viên bấm “Nộp báo cáo” và ghi nhận theo văn bản đã ký.",
    };

    /// <summary>What was wrong with an item when it was sent back last; null where it was in order.</summary>
    public string? WrongWith(int itemId) => Stored is { State: ReportState.Returned, Returns: [.., var last] } ? last.Items.FirstOrDefault(row => !row.IsFigure && row.ItemId == itemId)?.Reason : null;

    public IEnumerable<SubmittedFile> Of(RequirementItem item) => Files.Where(file => file.ItemId == item.Id);

    public Workflow<ReportState, ReportStep>.OpenStep? Step(ReportStep step) => Steps.FirstOrDefault(open => open.Step == step);

    /// <summary>What is missing for submission, while it is written.</summary>
    public IReadOnlyList<string> Missing => (Stored ?? ReportSubmission.NotBegun(Requirement, (Unit.Id, Unit.Name))) is { IsOpen: true } report ? report.Missing(Requirement) : [];

    /// <summary>The figures asked for that what was received does not say.</summary>
    public IReadOnlyList<RequirementFigure> Lacking => Stored is { State: ReportState.Accepted } report ? [.. report.LackingFigures(Requirement)] : [];

    public IEnumerable<SelectListItem> Items => [new("Chọn thành phần", ""), .. Requirement.Items.Select(item => new SelectListItem(item.Name, $"{item.Id}"))];

    /// <summary>The last day as written, with the weekday and what days off make of it.</summary>
    public string? DueInWords => Deadline is { } due ? new DueDay(DateAsWritten.Parse($"{due}"), due.LastDay, Requirement.WaitsForWorkingDay ? DaysOff.WorkingDayFrom(due.LastDay) : due.LastDay).ToString() : null;
}

/// <summary>A step of a report with its form.</summary>
public sealed record ReportStepPage(ReportPage Page, ReportStep Step, ReportStepForm Form)
{
    private static readonly (ReportStep Step, string Path)[] Paths =
    [
        (ReportStep.Submit, "nop"), (ReportStep.Return, "tra-lai"), (ReportStep.Accept, "tiep-nhan"), (ReportStep.Reopen, "mo-lai"), (ReportStep.Supplement, "bo-sung"), (ReportStep.RecordReceipt, "nhan-cach-khac"),
    ];

    public static string PathOf(ReportStep step) => Paths.First(row => row.Step == step).Path;

    public bool NeedsReason => Step == ReportStep.Reopen;

    public bool OnPaperOnly => Page.Step(Step)?.OnPaperOnly == true;

    public string Meaning => Step switch
    {
        ReportStep.Submit => "Nơi nhận xem được các tệp dưới đây từ lúc nộp; lần nộp đầu tiên quyết định việc nộp đúng hạn hay muộn. Sau khi nộp, tệp không sửa được trừ khi được trả lại hoặc mở lại.",
        ReportStep.Accept => "Ghi nhận đã tiếp nhận báo cáo, hồ sơ của đơn vị.",
        _ => "Đơn vị sửa rồi nộp lại; các tệp đã tiếp nhận được giữ trong lịch sử.",
    };
}

/// <summary>The form of sending a report back.</summary>
public sealed record ReturnPage(ReportPage Page, ReturnForm Form);

/// <summary>The form of recording what came by another way.</summary>
public sealed record OtherReceiptPage(ReportPage Page, OtherReceiptForm Form)
{
    public static IEnumerable<SelectListItem> Ways => [new("Chọn cách nhận", ""), .. Enum.GetValues<ReceiptWay>().Select(way => new SelectListItem(Labels.Of(way), $"{way}"))];
}

/// <summary>The form of giving more time.</summary>
public sealed record ExtendPage(ReportPage Page, ExtendForm Form);

/// <summary>The form of a supplement.</summary>
public sealed record SupplementPage(ReportPage Page, SupplementForm Form);
