using Microsoft.AspNetCore.Mvc.Rendering;
using ThiDua.Domain;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ReportRequirements;

/// <summary>A requirement as a line of the list: where it stands for this reader.</summary>
public sealed record RequirementRow(int Id, string Title, string? Period, ReportKind Kind, OwedBy OwedBy, RequirementState State, string? When, bool IsExpected, int Submitted, int Accepted, int Late, ReportState? Own, bool OwnLate, DateOnly? LastDay, DateOnly? OwnExtension)
{
    /// <summary>Until when the reader's own unit is in time.</summary>
    public UnitDeadline OwnDeadline => UnitDeadline.Of(When, LastDay, OwnExtension);
}

/// <summary>Báo cáo: what has to be sent in the year.</summary>
public sealed record RequirementsPage(PageOf<RequirementRow> Page, RequirementState? State)
{
    public bool MayKeep { get; init; }

    public bool SeesAll { get; init; }

    /// <summary>How many deadlines of the plans in force have no requirement yet.</summary>
    public int ToTake { get; init; }

    public int Members { get; init; }

    /// <summary>The reader's own unit, where it is a member.</summary>
    public int? OwnUnitId { get; init; }

    public int? LeaderId { get; init; }

    public bool OwesIt(RequirementRow row) => OwnUnitId is { } own && (row.OwedBy == OwedBy.EachMember || own == LeaderId);
}

/// <summary>A requirement as this person sees it.</summary>
public sealed record RequirementPage(ReportRequirement Stored, IReadOnlyList<Workflow<RequirementState, RequirementStep>.OpenStep> Steps)
{
    private readonly IReadOnlyList<Workflow<RequirementState, RequirementStep>.OpenStep> _open = Steps;

    /// <summary>The steps open now, but those that are up to those above.</summary>
    public IReadOnlyList<Workflow<RequirementState, RequirementStep>.OpenStep> Steps => [.. _open.Where(open => Stored.RefusedAsOwedAbove(open.Step, Own, Standing) is null)];

    public bool MayEdit { get; init; }

    /// <summary>What the keeper of a draft has to complete before it can be announced.</summary>
    public IReadOnlyList<RequirementGap> Gaps { get; init; } = [];

    public bool SeesAll { get; init; }

    /// <summary>The criteria that its figures belong to.</summary>
    public IReadOnlyDictionary<int, string> Leaves { get; init; } = new Dictionary<int, string>();

    /// <summary>Whether the reports of all members are followed and summed up.</summary>
    public bool IsOfMembers => Stored.OwedBy == OwedBy.EachMember;

    /// <summary>The unit that owes it for the cluster, where not each member does.</summary>
    public int? OwingAlone { get; init; }

    /// <summary>The reader's own unit, where it owes this.</summary>
    public int? OwnUnitId { get; init; }

    /// <summary>Until when the reader's own unit is in time, where it was given more time.</summary>
    public UnitDeadline? OwnExtended => OwnUnitId is { } unit && Stored.WrittenFor(unit) is { IsExtended: true } own ? own : null;

    public ReportState? Own { get; init; }

    public WindowStanding Standing { get; init; }

    public int Owing { get; init; }

    public IReadOnlyDictionary<ReportState, int> Counts { get; init; } = new Dictionary<ReportState, int>();

    public int Late { get; init; }

    /// <summary>The extensions that the reader may know of.</summary>
    public IReadOnlyList<ReportExtension> Extensions { get; init; } = [];

    /// <summary>Who was reminded by hand, and the letters about it.</summary>
    public UrgingOfRequirement Urging { get; init; } = UrgingOfRequirement.None;

    /// <summary>What is sent on to those above, once the reports are summed up.</summary>
    public SentUp? SentUp { get; init; }

    /// <summary>The steps of the requirement itself, the latest first; what concerns single units stands in its own place.</summary>
    public IReadOnlyList<StepTaken> History => [.. Stored.History.Where(step => Enum.TryParse<RequirementStep>(step.Step, out var taken) && taken != RequirementStep.Extend).OrderByDescending(step => step.Id)];

    public int Missing => Owing - Counts.Where(row => row.Key != ReportState.Drafting).Sum(row => row.Value);

    public bool Offers(RequirementStep step) => Steps.Any(open => open.Step == step);

    /// <summary>The steps that would be taken now.</summary>
    public IEnumerable<RequirementStep> Offered => Steps.Select(open => open.Step).Where(step => step != RequirementStep.Announce || Gaps.Count == 0);

    /// <summary>What the written date means on the calendar.</summary>
    public string? DueInWords => Stored.When is { } when && DateAsWritten.TryParse(when) is { } date ? Due(date) : null;

    private string Due(DateAsWritten date)
    {
        var last = date.AsDeadline(Stored.Year).LastDay;
        return new DueDay(date, last, Stored.WaitsForWorkingDay ? DaysOff.WorkingDayFrom(last) : last).ToString();
    }
}

/// <summary>The form of a requirement; Stored is the draft that it changes.</summary>
public sealed record EditRequirementPage(RequirementForm Form, ReportRequirement? Stored)
{
    public static IEnumerable<SelectListItem> Kinds => [new("Chọn loại", ""), .. Enum.GetValues<ReportKind>().Select(kind => new SelectListItem(Labels.Of(kind), $"{kind}"))];

    public static IEnumerable<SelectListItem> Owing => Enum.GetValues<OwedBy>().Select(who => new SelectListItem(Labels.Of(who), $"{who}"));
}

/// <summary>The form of an item of the package.</summary>
public sealed record ItemPage(ReportRequirement Requirement, ItemForm Form, RequirementItem? Stored);

/// <summary>A step of a requirement with its form.</summary>
public sealed record RequirementStepPage(RequirementPage Page, RequirementStep Step, RequirementStepForm Form)
{
    private static readonly (RequirementStep Step, string Path)[] Paths =
    [
        (RequirementStep.Announce, "thong-bao"), (RequirementStep.Revise, "sua-lai"), (RequirementStep.ChangeDeadline, "doi-thoi-han"),
        (RequirementStep.Consolidate, "tong-hop"), (RequirementStep.Withdraw, "thu-hoi"), (RequirementStep.Drop, "bo"),
    ];

    public static string? PathOf(RequirementStep step) => Paths.FirstOrDefault(row => row.Step == step).Path;

    public string Meaning => Step switch
    {
        RequirementStep.Announce => "Các đơn vị phải gửi thấy yêu cầu này, thời hạn và thành phần hồ sơ, và bắt đầu soạn, nộp. Sau khi thông báo, thành phần hồ sơ không sửa được nữa; thời hạn chỉ đổi kèm lý do.",
        RequirementStep.Revise => "Yêu cầu trở lại bản đang soạn; các đơn vị nhận được thông báo là chưa phải gửi và không thấy yêu cầu cho đến khi thông báo lại. Chỉ thực hiện được khi chưa có đơn vị nào soạn hoặc nộp.",
        RequirementStep.ChangeDeadline when Page.Stored.IsOwedAbove => "Thời hạn này do cấp trên đặt: đơn vị trưởng chỉ ghi nhận thời hạn mới theo văn bản của cấp trên. Thời hạn cũ, lý do và văn bản được giữ và hiện trên trang; cấp trên nhận được thông báo.",
        RequirementStep.Withdraw when Page.Stored.IsOwedAbove => "Báo cáo này không gửi cấp trên nữa; cấp trên nhận được thông báo kèm lý do. Tệp đã gửi vẫn được giữ.",
        RequirementStep.ChangeDeadline => "Thời hạn mới áp dụng cho mọi đơn vị; thời hạn cũ và lý do được giữ và hiện trên trang. Báo cáo đã nộp trong thời hạn mới không còn tính là muộn.",
        RequirementStep.Withdraw => "Các đơn vị không còn phải gửi báo cáo này; tệp đã gửi vẫn được giữ.",
        _ when Page.Stored.WasAnnounced => "Bản đang soạn bị bỏ, không hiện trong danh sách của đơn vị nào. Các đơn vị đã nhận thông báo trước đây được báo là không phải gửi.",
        _ => "Bản đang soạn bị bỏ, không hiện trong danh sách của đơn vị nào.",
    };

    public bool NeedsReason => Step is RequirementStep.ChangeDeadline or RequirementStep.Withdraw;
}

/// <summary>The page of the consolidated report's document.</summary>
public sealed record ConsolidatePage(RequirementPage Page, ConsolidateForm Form);

/// <summary>The deadlines of the plans in force, to be chosen.</summary>
public sealed record FromPlanPage(IReadOnlyList<PlannedReport> Planned, TakeFromPlanForm Form, int Year);
