using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do in one cluster year, by the workflow tables and the permissions: nothing that would be refused.</summary>
internal static class TasksOfYear
{
    private const string FromPaper = "Trình lãnh đạo thực hiện trên cổng, hoặc ghi nhận theo văn bản đã ký.";

    public static IReadOnlyList<TaskToDo> For(YearInMotion year, Actor actor) => year.Year.Stage == ClusterYearStage.Concluded
        ? []
        : [.. SetUp(year, actor), .. RegulationTasks.For(year, actor), .. PlanTasks.For(year, actor), .. ConsultationTasks.For(year, actor), .. CovenantTasks.For(year, actor), .. DraftTasks.For(year, actor), .. RequestTasks.For(year, actor), .. RegistrationTasks.For(year, actor), .. ReportTasks.For(year, actor), .. Scheme(year, actor), .. OwnSheet(year, actor), .. Appraisal(year, actor), .. Results(year, actor)];

    private static IEnumerable<TaskToDo> SetUp(YearInMotion year, Actor actor)
    {
        if (year.Year.Stage != ClusterYearStage.Preparing)
        {
            yield break;
        }

        if (ClusterYear.ReasonsNotToStart(year.Year.LeaderId is not null, year.Year.MemberIds.Count) is { Count: > 0 } reasons)
        {
            if (actor.Can(Permission.SetUpYear))
            {
                yield return new(year.Cluster, "Hoàn thành thiết lập năm thi đua", "Thiết lập", year.Url("thiet-lap")) { Subject = "", Detail = string.Join(' ', reasons) };
            }
        }
        else if (ClusterYearWorkflow.Table.OpenTo(actor, year.Year.Stage).Any(open => open.Step == ClusterYearStep.Start))
        {
            yield return new(year.Cluster, "Bắt đầu triển khai năm thi đua", "Xem và bắt đầu", year.Url("")) { Subject = "" };
        }
    }

    private static IEnumerable<TaskToDo> Scheme(YearInMotion year, Actor actor)
    {
        TaskToDo Task(string what, string button) => new(year.Cluster, what, button, year.Url("tieu-chi")) { Subject = "tieu-chi" };
        if (year.Scheme is null && actor.Can(Permission.DraftScheme))
        {
            yield return Task("Soạn bảng tiêu chí và thang điểm", "Soạn thảo");
        }
        else if (year.Scheme is { } state && SchemeWorkflow.Table.OpenTo(actor, state).FirstOrDefault(open => open.Step == SchemeStep.Issue) is { } open)
        {
            yield return !open.OnPaperOnly ? Task("Ban hành bảng tiêu chí và thang điểm", "Xem và ban hành")
                : actor.Can(Permission.DraftScheme) ? Task("Hoàn thiện dự thảo bảng tiêu chí và thang điểm, trình ban hành", "Mở dự thảo") with { Detail = FromPaper }
                : Task("Ghi nhận việc ban hành bảng tiêu chí và thang điểm", "Mở dự thảo") with { Detail = "Theo văn bản đã ký." };
        }
    }

    private static IEnumerable<TaskToDo> OwnSheet(YearInMotion year, Actor actor)
    {
        if (year.Sheets.FirstOrDefault(sheet => sheet.UnitId == actor.UnitId) is not { } sheet || !ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State) || year.Year.HasLeft(sheet.UnitId))
        {
            yield break;
        }

        var task = new TaskToDo(year.Cluster, "", "", year.Url($"cham-diem/{sheet.Id}"))
        {
            Subject = "cham-diem",
            DueOn = year.DueOn,
            WaitsForWorkingDay = year.WaitsForWorkingDay,
            Detail = sheet.State == ScoreSheetState.Returned ? $"Lý do trả lại: {sheet.LastReason}" : null,
        };
        if (ScoreSheetWorkflow.Table.OpenTo(actor, sheet.State).Any(open => open is { Step: ScoreSheetStep.Submit, OnPaperOnly: false }))
        {
            yield return task with { What = sheet.State == ScoreSheetState.Returned ? "Nộp lại bảng tự chấm điểm bị trả lại" : "Nộp bảng tự chấm điểm", Button = "Xem và nộp" };
        }
        else if (actor.Can(Permission.EnterScores))
        {
            yield return task with { What = sheet.State == ScoreSheetState.Returned ? "Bổ sung bảng tự chấm điểm bị trả lại" : "Nhập bảng tự chấm điểm", Button = "Nhập" };
        }
    }

    private static IEnumerable<TaskToDo> Appraisal(YearInMotion year, Actor actor)
    {
        var asks = year.Sheets.Where(sheet => sheet.Asks > 0 && AssignmentWorkflow.OpenForDecision.Contains(sheet.State) && year.DutyFor(sheet).Allows(actor, sheet.UnitId)).Sum(sheet => sheet.Asks);
        if (asks > 0)
        {
            yield return new(year.Cluster, $"Quyết định {asks} đề nghị không giao chỉ tiêu", "Xem đề nghị", year.Url("khong-giao")) { Subject = "tham-dinh", Count = asks };
        }

        var inMeeting = year.Sheets.Count(sheet => ScoreSheetWorkflow.OpenForMeeting.Contains(sheet.State) && year.DutyFor(sheet) is { Meeting: not null } duty && duty.Allows(actor, sheet.UnitId));
        if (inMeeting > 0)
        {
            yield return new(year.Cluster, $"Ghi điểm chấm tại cuộc họp cho {inMeeting} đơn vị", "Ghi điểm", year.Url("cham-tai-cuoc-hop")) { Subject = "tham-dinh", Count = inMeeting };
        }

        var open = year.Sheets.Where(sheet => ScoreSheetWorkflow.OpenForAppraisal.Contains(sheet.State) && year.DutyFor(sheet).AllowsAtDesk(actor, sheet.UnitId)).ToList();
        if (open.Count == 0)
        {
            yield break;
        }

        var objections = open.Count(sheet => sheet.State == ScoreSheetState.Objected);
        yield return new(year.Cluster, open.Count == 1 ? $"Thẩm định bảng chấm điểm của {open[0].UnitName}" : $"Thẩm định {open.Count} bảng chấm điểm", "Thẩm định", year.Url(open.Count == 1 ? $"tham-dinh/{open[0].Id}" : "tham-dinh"))
        {
            Subject = "tham-dinh",
            Count = open.Count,
            Detail = objections > 0 ? $"Có {objections} đề nghị xem xét lại." : null,
        };
    }

    private static IEnumerable<TaskToDo> Results(YearInMotion year, Actor actor)
    {
        if (year.Ranking is not { } state || Next(year, state) is not { } step || RankingWorkflow.Table.OpenTo(actor, state).FirstOrDefault(open => open.Step == step) is not { } open)
        {
            yield break;
        }

        var ofAuthority = step == RankingStep.Recognize && !actor.Positions.Contains(Position.Authority);
        yield return new(year.Cluster, ofAuthority ? "Ghi nhận văn bản công nhận kết quả của cấp trên" : What(step), ofAuthority ? "Ghi nhận" : Labels.Of(step), year.Url("xep-hang"))
        {
            Subject = "xep-hang",
            Detail = open.OnPaperOnly && !ofAuthority ? FromPaper : null,
        };
    }

    /// <summary>The step of the results that everything is ready for; null while something is missing.</summary>
    public static RankingStep? Next(YearInMotion year, RankingState state) => state switch
    {
        RankingState.Collecting when year.EveryoneSubmitted => RankingStep.CloseEntry,
        RankingState.EntryClosed when year.IsAppraised => RankingStep.PublishDraft,
        RankingState.DraftPublished when year.IsAppraised => year.Parameters.HasPreparatorySession ? RankingStep.Agree : RankingStep.Adopt,
        RankingState.Agreed when year.IsAppraised => RankingStep.Adopt,
        RankingState.Adopted or RankingState.Verified => RankingStep.Recognize,
        _ => null,
    };

    private static string What(RankingStep step) => step switch
    {
        RankingStep.CloseEntry => "Khóa nhập liệu: không còn đơn vị nào chờ nộp bảng tự chấm điểm",
        RankingStep.PublishDraft => "Công bố kết quả dự kiến",
        RankingStep.Agree => "Thống nhất kết quả tại phiên họp trù bị",
        RankingStep.Adopt => "Thông qua kết quả",
        _ => "Công nhận kết quả",
    };
}
