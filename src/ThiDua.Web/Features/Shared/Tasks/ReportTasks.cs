using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with the reports of a cluster year: announce, send, complete, receive, see who is missing.</summary>
internal static class ReportTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Requirements.SelectMany(row => (row.State == RequirementState.Draft ? Draft(year, row, actor) : [.. Own(year, row, actor), .. Others(year, row, actor)]).Select(task => task with { WaitsForWorkingDay = row.WaitsForWorkingDay }));

    private static IEnumerable<TaskToDo> Draft(YearInMotion year, RequirementInMotion row, Actor actor)
    {
        if (actor.Can(Permission.KeepRequirements))
        {
            yield return row.IsExpected
                ? Task(year, $"Ấn định thời hạn: {row.Title}", "Mở yêu cầu", $"{row.Id}") with { Detail = "Thời hạn trong kế hoạch mới là dự kiến." }
                : Task(year, $"Xem lại và thông báo yêu cầu báo cáo: {row.Title}", "Mở yêu cầu", $"{row.Id}");
        }
    }

    private static IEnumerable<TaskToDo> Own(YearInMotion year, RequirementInMotion row, Actor actor)
    {
        if (actor.UnitId is not { } unitId || !Owing(year, row).Contains(unitId) || !actor.Can(Permission.EnterReports))
        {
            yield break;
        }

        var own = row.Reports.FirstOrDefault(report => report.UnitId == unitId);
        if (own is not null && !ReportWorkflow.Open.Contains(own.State))
        {
            yield break;
        }

        // What closes hard is nobody's task any more, unless it was sent back.
        if (own is null or { State: ReportState.Drafting } && row.ClosesHard && row.IsPast(unitId, year.Today))
        {
            yield break;
        }

        var isBack = own is { State: ReportState.Returned or ReportState.Reopened };
        var (maySubmit, isComplete) = (actor.Can(Permission.SubmitReports), own?.IsComplete == true);
        yield return Task(year, $"{(isBack ? maySubmit ? "Nộp lại báo cáo bị trả lại" : "Bổ sung báo cáo bị trả lại" : maySubmit ? "Nộp báo cáo" : isComplete ? "Chờ lãnh đạo nộp báo cáo" : "Soạn báo cáo")}: {row.Title}", maySubmit && isComplete ? "Xem và nộp" : "Mở hồ sơ", $"{row.Id}/don-vi/{unitId}") with
        {
            // The first submission decided whether it was late: what came back has no date once that is past.
            DueOn = isBack && row.DueOn(unitId) < year.Today ? null : row.DueOn(unitId),
            Detail = own?.LastReason is { } reason && isBack ? $"{(own.State == ReportState.Returned ? "Lý do trả lại" : "Lý do mở lại")}: {reason}"
                : (isComplete || row.OwedBy != OwedBy.Leader ? null : SummedUp(year, row)) ?? WhoMoves(own, maySubmit),
        };
    }

    // Who is waited for before it can be submitted; nothing where it is the reader's own to write.
    private static string? WhoMoves(ReportInMotion? own, bool maySubmit) => (own, maySubmit) switch
    {
        ({ IsComplete: true }, true) => "Hồ sơ đã đủ, chờ lãnh đạo xem và nộp.",
        ({ IsComplete: true }, false) => "Hồ sơ đã đủ. Lãnh đạo nộp trên cổng, hoặc chuyên viên ghi nhận theo văn bản đã ký.",
        (null, true) => "Chưa soạn: chuyên viên soạn hồ sơ; lãnh đạo nộp khi đủ.",
        (_, true) => "Đang soạn, còn thiếu: chuyên viên hoàn thiện; lãnh đạo nộp khi đủ.",
        _ => null,
    };

    // What the leader sends for the cluster is there once the consolidated report is issued.
    private static string? SummedUp(YearInMotion year, RequirementInMotion owed) =>
        year.Requirements.LastOrDefault(row => row.OwedBy == OwedBy.EachMember && row.Kind == owed.Kind && row.ConsolidatedBy is not null) is { ConsolidatedBy: { } document }
            ? $"Báo cáo tổng hợp số {document.InWords()} đã ban hành: lấy vào hồ sơ rồi nộp." : null;

    private static IEnumerable<TaskToDo> Others(YearInMotion year, RequirementInMotion row, Actor actor)
    {
        var leaderId = year.Year.LeaderId;
        var toAccept = row.Reports.Where(report => report.State == ReportState.Submitted && ReportReceivers.May(actor, report.UnitId, leaderId, row.OwedBy)).ToList();
        if (toAccept.Count > 0)
        {
            yield return Task(year, $"Tiếp nhận báo cáo của {toAccept.Count} đơn vị: {row.Title}", "Xem", toAccept.Count == 1 ? $"{row.Id}/don-vi/{toAccept[0].UnitId}" : $"tien-do?yeu-cau={row.Id}&trang-thai={ReportState.Submitted}") with { Count = toAccept.Count };
        }

        var missing = year.Year.Owing(row.OwedBy).Where(unit => row.IsPast(unit.Id, year.Today) && row.Reports.All(report => report.UnitId != unit.Id || report.State == ReportState.Drafting)).ToList();
        if (missing.Count > 0 && row.OwedBy == OwedBy.EachMember && row.State == RequirementState.Announced && actor.Can(Permission.KeepRequirements))
        {
            // Overdue since the first of their own deadlines, which may be later than the common one.
            yield return Task(year, $"{missing.Count} đơn vị chưa nộp báo cáo: {row.Title}", "Xem", $"tien-do?yeu-cau={row.Id}&trang-thai=chua") with { DueOn = missing.Min(unit => row.DueOn(unit.Id)), Detail = AwaitedInYear.Names(missing.Select(unit => unit.Name)) };
        }
    }

    private static HashSet<int> Owing(YearInMotion year, RequirementInMotion row) => [.. year.Year.Owing(row.OwedBy).Select(unit => unit.Id)];

    private static TaskToDo Task(YearInMotion year, string what, string button, string path) => new(year.Cluster, what, button, year.Url($"bao-cao/{path}")) { Subject = "bao-cao" };
}
