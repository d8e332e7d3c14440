using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Regulations;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with the regulation that is drafted or signed in a cluster year.</summary>
internal static class RegulationTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Regulations.Select(regulation => Of(year, regulation, actor)).OfType<TaskToDo>();

    private static TaskToDo? Of(YearInMotion year, RegulationInMotion regulation, Actor actor)
    {
        TaskToDo Task(string what, string button, string path) => new(year.Cluster, $"{what}: {regulation.Title}", button, year.Url(path)) { Subject = "quy-che" };
        return regulation.State == RegulationState.Draft
            ? actor.Can(Permission.DraftRegulation) ? Task("Soạn thảo, trình ký quy chế", "Mở dự thảo", $"quy-che/{regulation.Id}") : null
            : regulation is { Document: { } state, DocumentId: { } documentId } && DocumentTasks.Next(state, actor) is { } open
                ? Task(open.Step == DocumentStep.Sign ? "Ký quy chế" : "Vào sổ, ban hành quy chế", Labels.Of(open.Step), $"van-ban/{documentId}") with { Detail = open.OnPaperOnly ? DocumentTasks.OnPaper : null }
                : null;
    }
}

/// <summary>Which step of the cluster's document in the register waits for somebody.</summary>
internal static class DocumentTasks
{
    public const string OnPaper = "Cương vị này ghi nhận theo văn bản đã ký.";

    /// <summary>Signing and issuing move it on; returning does not.</summary>
    public static Workflow<DocumentState, DocumentStep>.OpenStep? Next(DocumentState state, Actor actor) =>
        DocumentWorkflow.Table.OpenTo(actor, state).FirstOrDefault(open => open.Step is DocumentStep.Sign or DocumentStep.Issue && RegisterOwner.Cluster(0).IsActedForBy(actor, DocumentWorkflow.Table.RowOf(open.Step).Needs));
}
