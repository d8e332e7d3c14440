using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared.Issuing;
using ThiDua.Web.Features.Shared.Sending;

namespace ThiDua.Web.Features.Papers;

/// <summary>The scheme as it is sent to the authority: the guidance with its annex, once issued as it stands in the register.</summary>
public sealed class SchemeToSend(PortalDb db, SchemePaper paper, DocumentFiles documents) : ITextToSend
{
    private const string Guidance = $"{nameof(ScoringScheme)}.{nameof(PaperOfRegister.Guidance)}";

    public RequestSubject Subject => RequestSubject.Scheme;

    // The guidance that was issued before an amendment is not the scheme of today.
    public async Task<OfficialDocument> Print(int id)
    {
        var now = await paper.Handle();
        var sha256 = FrozenModel.Freeze(now).Sha256;
        var issued = await db.IssuedDocuments.AsNoTracking().FirstOrDefaultAsync(row => row.Origin == Guidance && row.State == DocumentState.Issued && row.TextSha256 == sha256);
        return issued is null ? now : await documents.ModelOf(issued);
    }
}
