using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Sending;

namespace ThiDua.Web.Features.Requests;

/// <summary>Loads what was sent to the authority; what this person may not read does not exist.</summary>
public sealed class ShowRequests(PortalDb db, CurrentActor current, CurrentYear year, AuthorityLimits limits, TextsToSend texts)
{
    // Return, send and revoke come with the document in the register.
    private static readonly Permission[] TakenHere = [Permission.SendToAuthority, Permission.AnswerRequest];

    private bool IsYearOpen => year.Year.Stage != ClusterYearStage.Concluded;

    private bool MaySend => IsYearOpen && current.Actor.Can(Permission.SendToAuthority);

    public async Task<RequestsPage> List(int? page)
    {
        var found = await db.AsRows(db.Readable(current.Actor)).PageAt(page);
        return new(found, MaySend, MaySend ? await NotSent() : []);
    }

    public async Task<RequestPage> Handle(int requestId)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var request = await db.Readable(current.Actor).AsNoTracking().Include(row => row.History).OneAsync(row => row.Id == requestId);
        var document = await db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).Where(row => row.Origin == nameof(AuthorityRequest) && row.OriginId == requestId && row.State != DocumentState.Dropped)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        return new(request, IsYearOpen ? [.. AuthorityRequestWorkflow.Table.OpenTo(current.Actor, request.State).Where(open => TakenHere.Contains(AuthorityRequestWorkflow.Table.RowOf(open.Step).Needs))] : [])
        {
            EnclosedSeen = MaySend && request.State == RequestState.Draft ? (await texts.Handle(request)).Sha256 : null,
            DocumentId = document?.Id,
            DocumentState = document?.State,
            NumberAndSymbol = request.OutsideNumber ?? (document?.Number is null ? null : document.NumberAndSymbol),
            MayOpenText = request.PlanId is not { } planId || await db.Plans.Where(Plan.ReadableBy(current.Actor)).AnyAsync(row => row.Id == planId),
            MaySeeAnswer = MaySend && request.HasNewAnswer,
        };
    }

    /// <summary>The manner that the authority asks for the text stands in the form already.</summary>
    public async Task<StartRequestPage> ToStart(StartRequestForm form, bool isNew)
    {
        var (choices, asked) = (await db.TextsOfYear(), await limits.Handle());
        var chosen = choices.FirstOrDefault(text => text.Key == form.About);
        return new(isNew && chosen is not null ? form with { Manner = asked.MannerFor(chosen.Subject.Subject) } : form, choices) { Asked = asked };
    }

    private async Task<IReadOnlyList<SubjectChoice>> NotSent()
    {
        var begun = await db.AuthorityRequests.AsNoTracking().Where(row => row.State != RequestState.Dropped && row.State != RequestState.Withdrawn).Select(row => new { row.PlanId, row.SchemeId }).ToListAsync();
        return [.. (await db.TextsOfYear()).Where(text => text.IsIssued && !begun.Exists(row => text.Subject.Subject == RequestSubject.Plan ? row.PlanId == text.Subject.Id : row.SchemeId == text.Subject.Id))];
    }
}
