using ThiDua.Domain;
using ThiDua.Domain.Access;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to say in rounds of comments: its unit answers, the leader answers each comment.</summary>
internal static class ConsultationTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Rounds.SelectMany(round => Of(year, round, actor));

    private static IEnumerable<TaskToDo> Of(YearInMotion year, RoundInMotion round, Actor actor)
    {
        TaskToDo Task(string what, string button, string query = "") => new(year.Cluster, what, button, year.Url($"y-kien/{round.Id}{query}")) { Subject = round.PlanId is null ? "tieu-chi" : "ke-hoach", WaitsForWorkingDay = round.LateFrom > new Deadline(round.LastDay).EndsAt };
        if (round.IsOpen && actor.UnitId is { } unit && round.Waiting.Any(row => row.Id == unit) && actor.Can(Permission.CommentOnDrafts))
        {
            yield return Task($"Góp ý dự thảo: {round.About}", "Góp ý") with { DueOn = round.LastDay };
        }

        // A plan's own step is told with the plan.
        if (round is { IsOpen: true, PlanId: null } && actor.Can(Permission.DraftScheme))
        {
            yield return Task($"Kết thúc lấy ý kiến, tiếp thu, hoàn thiện: {round.About}", "Mở ý kiến") with { DueOn = round.LastDay };
        }

        if (round.Unanswered > 0 && actor.Can(Permission.AnswerComments))
        {
            yield return Task($"Trả lời {round.Unanswered} ý kiến góp ý: {round.About}", "Trả lời", "?chua-tra-loi=true") with { Count = round.Unanswered };
        }
    }
}
