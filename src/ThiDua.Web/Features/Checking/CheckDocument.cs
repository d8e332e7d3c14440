using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Checking;

/// <summary>What everybody may know of an issued document.</summary>
public sealed record PublicDocument(DocumentNumber Number, string Abstract, DocumentState State, string? PdfSha256);

/// <summary>Finds an issued document by its public token; one that is not issued does not exist.</summary>
public sealed class CheckDocument(PortalDb db)
{
    private const int LongestToken = 40;

    public async Task<PublicDocument> Handle(string token) =>
        token.Length <= LongestToken
            ? await db.IssuedDocuments.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => row.PublicToken == token && row.Number != null && row.IssuedOn != null)
                .Select(row => new PublicDocument(new(row.Number, row.Symbol, row.IssuedOn), row.Abstract, row.State, row.PdfSha256)).OneAsync()
            : throw new NotFound();
}
