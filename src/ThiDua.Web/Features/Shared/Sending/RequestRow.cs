using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Sending;

/// <summary>Something sent to the authority as lists show it, with number and date of the document by which it was sent.</summary>
public sealed record RequestRow(int Id, RequestSubject Subject, RequestManner Manner, string About, RequestState State, DateOnly? SentOn, string? OutsideNumber, RequestAnswer? Answer, int? DocumentNumber, string? DocumentSymbol)
{
    public string? Number => OutsideNumber ?? (DocumentNumber is { } number && DocumentSymbol is { } symbol ? Domain.Documents.DocumentSymbol.Numbered(number, symbol) : null);

    /// <summary>"số 12/BC-CTĐBTB ngày 06/07/2020"; null before it is sent.</summary>
    public string? SentBy => SentOn is { } day ? $"{(Number is null ? "" : $"số {Number} ")}ngày {day:dd/MM/yyyy}" : null;
}

/// <summary>Reads what was sent to the authority.</summary>
internal static class RequestRows
{
    /// <summary>Newest first; what was given up is left out.</summary>
    public static IQueryable<RequestRow> AsRows(this PortalDb db, IQueryable<AuthorityRequest> requests) =>
        from request in requests.AsNoTracking()
        where request.State != RequestState.Dropped
        join found in db.IssuedDocuments.Where(row => row.Origin == nameof(AuthorityRequest) && row.State != DocumentState.Dropped) on request.Id equals found.OriginId into documents
        from document in documents.DefaultIfEmpty()
        orderby request.Id descending
        select new RequestRow(request.Id, request.Subject, request.Manner, request.About, request.State, request.SentOn, request.OutsideNumber, request.Answer, document.Number, document.Symbol);
}
