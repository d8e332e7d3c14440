using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with the plans of a cluster year.</summary>
internal static class PlanTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Plans.Select(plan => Of(year, plan, actor)).OfType<TaskToDo>();

    private static TaskToDo? Of(YearInMotion year, PlanInMotion plan, Actor actor)
    {
        TaskToDo Task(string what, string button, string path) => new(year.Cluster, $"{what}: {plan.Abstract}", button, year.Url(path)) { Subject = "ke-hoach" };
        return plan.State switch
        {
            PlanState.Draft or PlanState.Finalizing when plan.WaitsForDeputy && PlanWorkflow.Table.OpenTo(actor, plan.State).FirstOrDefault(row => row.Step == PlanStep.Agree) is { } agree =>
                Task("Xem, thống nhất nội dung điều chỉnh kế hoạch", "Mở kế hoạch", $"ke-hoach/{plan.Id}") with { Detail = agree.OnPaperOnly ? DocumentTasks.OnPaper : null },
            PlanState.Draft when actor.Can(Permission.DraftPlan) => Task("Soạn kế hoạch, lấy ý kiến hoặc trình ký", "Mở dự thảo", $"ke-hoach/{plan.Id}"),
            PlanState.Consulting when actor.Can(Permission.DraftPlan) => Task("Kết thúc lấy ý kiến kế hoạch để tiếp thu, hoàn thiện", "Mở kế hoạch", $"ke-hoach/{plan.Id}") with { DueOn = plan.CommentsUntil },
            PlanState.Finalizing when actor.Can(Permission.DraftPlan) => Task("Tiếp thu, hoàn thiện kế hoạch, trình ký", "Mở dự thảo", $"ke-hoach/{plan.Id}"),
            PlanState.Submitted when plan is { Document: { } state, DocumentId: { } documentId } && DocumentTasks.Next(state, actor) is { } open =>
                Task(open.Step == DocumentStep.Sign ? "Ký kế hoạch" : "Vào sổ, ban hành kế hoạch", Labels.Of(open.Step), $"van-ban/{documentId}") with { Detail = open.OnPaperOnly ? DocumentTasks.OnPaper : null },
            _ => null,
        };
    }
}
