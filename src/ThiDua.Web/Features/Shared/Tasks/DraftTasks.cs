using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;

namespace ThiDua.Web.Features.Shared.Tasks;

/// <summary>What one office has to do with the documents drafted from templates in a cluster year.</summary>
internal static class DraftTasks
{
    public static IEnumerable<TaskToDo> For(YearInMotion year, Actor actor) => year.Drafts.Select(draft => Of(year, draft, actor)).OfType<TaskToDo>();

    private static TaskToDo? Of(YearInMotion year, DraftInMotion draft, Actor actor)
    {
        TaskToDo Task(string what, string button, string path) => new(year.Cluster, $"{what}: {draft.Abstract}", button, year.Url(path)) { Subject = "van-ban" };
        return draft.State switch
        {
            DraftedState.Draft when DraftTemplates.IsInRegister(draft.Template) && DraftTemplates.MayDraft(actor, draft.Template, draft.IssuerOrganizationId) => Task("Hoàn thiện văn bản, trình ký", "Mở dự thảo", $"van-ban-theo-mau/{draft.Id}"),
            DraftedState.Submitted when draft is { Document: { } state, DocumentId: { } documentId } && Next(draft, state, actor) is { } open =>
                Task(open.Step == DocumentStep.Sign ? "Ký văn bản" : "Vào sổ, ban hành văn bản", Labels.Of(open.Step), $"van-ban/{documentId}") with { Detail = open.OnPaperOnly ? "Cương vị này ghi nhận theo văn bản đã ký." : null },
            _ => null,
        };
    }

    // Signing and issuing move it on; returning does not.
    private static Workflow<DocumentState, DocumentStep>.OpenStep? Next(DraftInMotion draft, DocumentState state, Actor actor)
    {
        var owner = draft.IssuerOrganizationId is { } own ? RegisterOwner.Organization(own) : RegisterOwner.Cluster(0);
        return DocumentWorkflow.Table.OpenTo(actor, state).FirstOrDefault(open => open.Step is DocumentStep.Sign or DocumentStep.Issue && owner.IsActedForBy(actor, DocumentWorkflow.Table.RowOf(open.Step).Needs));
    }
}
