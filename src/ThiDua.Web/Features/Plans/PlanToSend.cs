using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Features.Shared.Sending;

namespace ThiDua.Web.Features.Plans;

/// <summary>A plan as it is sent to the authority: the text of its document once that is frozen, else the draft.</summary>
public sealed class PlanToSend(PortalDb db, PlanPaper paper, DocumentFiles documents) : ITextToSend
{
    public RequestSubject Subject => RequestSubject.Plan;

    public async Task<OfficialDocument> Print(int id)
    {
        var document = await db.IssuedDocuments.AsNoTracking().Where(row => row.Origin == nameof(Plan) && row.OriginId == id && row.State != DocumentState.Draft && row.State != DocumentState.Dropped).OrderByDescending(row => row.Id).FirstOrDefaultAsync();
        return document is null ? await paper.Handle(id) : await documents.ModelOf(document);
    }
}
