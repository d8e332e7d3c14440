using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Search;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Register;

/// <summary>A document as a line of the register.</summary>
public sealed record RegisterRow(int Id, DocumentKind Kind, DocumentNumber Number, string Abstract, string IssuerName, string? Signatory, DocumentState State, string? PdfSha256)
{
    public string NumberAndSymbol => Number.NumberAndSymbol ?? $"…/{Number.Symbol}";
}

/// <summary>Văn bản: the documents of the year that this reader may see.</summary>
public sealed record RegisterPage(RegisterFilter Filter, PageOf<RegisterRow> Page, bool MaySetMode);

/// <summary>Lists the register; number, abstract and full text are searched without diacritics.</summary>
public sealed class ListDocuments(PortalDb db, CurrentActor current)
{
    public async Task<RegisterPage> Handle(RegisterFilter filter, int? page) =>
        new(filter, await Rows(filter).PageAt(page), current.Actor.Can(Permission.IssueDocuments));

    /// <summary>All rows that the filter finds, in order: the page cuts them, the export takes them all.</summary>
    public IQueryable<RegisterRow> Rows(RegisterFilter filter) => InOrder(Matching(filter), filter.Order)
        .Select(row => new RegisterRow(row.Id, row.Kind, new(row.Number, row.Symbol, row.IssuedOn), row.Abstract, row.IssuerName, row.Signatory, row.State, row.PdfSha256));

    private IQueryable<IssuedDocument> Matching(RegisterFilter filter)
    {
        var found = db.IssuedDocuments.AsNoTracking().Where(IssuedDocument.ReadableBy(current.Actor)).Where(row =>
            (filter.Number == null || row.Number == filter.Number) && (filter.Kind == null || row.Kind == filter.Kind)
            && (filter.FromOn == null || row.IssuedOn >= filter.FromOn) && (filter.ToOn == null || row.IssuedOn <= filter.ToOn)
            && (filter.State == null ? row.State != DocumentState.Dropped : row.State == filter.State));
        var terms = SearchTerms.Of(filter.Words);
        if (terms.IsEmpty)
        {
            return found;
        }

        var entries = terms.Entries(db);
        return found.Where(row => entries.Any(entry => entry.Kind == nameof(IssuedDocument) && entry.SubjectId == row.Id)
            || row.Texts.Any(text => text.Sha256 == row.TextSha256 && entries.Any(entry => entry.Kind == nameof(FrozenText) && entry.SubjectId == text.Id)));
    }

    private static IQueryable<IssuedDocument> InOrder(IQueryable<IssuedDocument> found, RegisterOrder order) => order switch
    {
        RegisterOrder.Number => found.OrderBy(row => row.Number == null).ThenBy(row => row.Number).ThenBy(row => row.Id),
        RegisterOrder.Kind => found.OrderBy(row => row.Kind).ThenBy(row => row.IssuedOn).ThenBy(row => row.Number).ThenBy(row => row.Id),
        RegisterOrder.Abstract => found.OrderBy(row => row.Abstract).ThenBy(row => row.Id),
        _ => found.OrderBy(row => row.IssuedOn != null).ThenByDescending(row => row.IssuedOn).ThenByDescending(row => row.Number).ThenByDescending(row => row.Id),
    };
}
