using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Changes;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Drafts;

/// <summary>Loads the drafted documents of the year; what this person may not read does not exist.</summary>
public sealed class ShowDraft(PortalDb db, CurrentActor current, CurrentYear year, ReadMaking making, ConsolidatedNow consolidated)
{
    private bool IsYearOpen => year.Year.Stage != ClusterYearStage.Concluded;

    public async Task<DraftsPage> List(int? page) => new(await Rows().PageAt(page), IsYearOpen && current.Actor.Can(Permission.DraftDocuments));

    public async Task<DraftPage> Handle(int draftId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var draft = await db.ReadableDrafts(current.Actor).AsNoTracking().Include(row => row.History).OneAsync(row => row.Id == draftId);
        var document = await db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).Where(row => row.Origin == nameof(DraftedDocument) && row.OriginId == draftId && row.State != DocumentState.Dropped)
            .OrderByDescending(row => row.Id).Select(row => new { row.Id, row.State }).FirstOrDefaultAsync();
        return new(draft, [.. StepsOf(draft)])
        {
            MayEdit = IsYearOpen && draft.IsOpen && draft.IsWrittenBy(current.Actor),
            MayTakeBack = IsYearOpen && draft.State == DraftedState.Submitted && draft.IsWrittenBy(current.Actor),
            DocumentId = document?.Id,
            DocumentState = document?.State,
            Made = await making.Handle(draft),
            Now = draft.RequirementId is { } requirementId && draft.State != DraftedState.Dropped && Domain.Reporting.ReportSubmission.SeesAll(current.Actor) ? await consolidated.Handle(requirementId) : null,
        };
    }

    /// <summary>The same for somebody who drafts for its issuer; others are told who does.</summary>
    public async Task<DraftPage> ToChange(int draftId)
    {
        var page = await Handle(draftId);
        page.Draft.RequireWriting(current.Actor);
        return page;
    }

    // Return, issue and end come with the document in the register.
    private IEnumerable<DraftedStep> StepsOf(DraftedDocument draft) =>
        from open in DraftedWorkflow.Table.OpenTo(current.Actor, draft.State)
        where IsYearOpen && draft.IsWrittenBy(current.Actor) && (open.Step == DraftedStep.Drop || (open.Step == DraftedStep.Submit && draft.IsInRegister))
        select open.Step;

    private IQueryable<DraftRow> Rows() =>
        from row in db.ReadableDrafts(current.Actor).AsNoTracking().Where(draft => draft.State != DraftedState.Dropped).WithDocument(db.IssuedDocuments)
        orderby row.Dossier.Id descending
        select new DraftRow(row.Dossier.Id, row.Dossier.Template, row.Dossier.Kind, row.Dossier.Abstract, row.Dossier.IssuerName, row.Dossier.State, new(row.Document!.Number, row.Document!.Symbol, row.Document!.IssuedOn));
}
