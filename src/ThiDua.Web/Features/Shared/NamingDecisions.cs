using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>An issued decision that names leader and deputies of the year, as it may be taken over where units are appointed.</summary>
public sealed record NamingDecision(int DocumentId, DocumentReference Document)
{
    /// <summary>As the fields of a form.</summary>
    public DocumentForm ToForm() => new() { Number = Document.Number, IssuedOn = Document.IssuedOn, Issuer = Document.Issuer, Abstract = Document.Abstract };

    /// <summary>Those of the year that was entered, the latest first.</summary>
    public static async Task<IReadOnlyList<NamingDecision>> Load(PortalDb db)
    {
        var rows = await (
            from draft in db.DraftedDocuments.AsNoTracking()
            join document in db.IssuedDocuments on draft.Id equals document.OriginId
            where draft.Template == DraftTemplate.LeaderDecision && document.Origin == nameof(DraftedDocument) && document.State == DocumentState.Issued && document.Number != null
            orderby document.IssuedOn descending, document.Id descending
            select new { document.Id, Number = document.Number!.Value, document.Symbol, document.IssuedOn, document.IssuerName, document.Abstract }).ToListAsync();
        return [.. rows.Select(row => new NamingDecision(row.Id, new(DocumentSymbol.Numbered(row.Number, row.Symbol), row.IssuedOn!.Value, row.IssuerName, row.Abstract)))];
    }
}
