using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Shared.Sending;

/// <summary>Something sent to the authority as lists show it, with number and date of the document by which it was sent.</summary>
public sealed record RequestRow(int Id, RequestSubject Subject, RequestManner Manner, string About, RequestState State, DateOnly? SentOn, string? OutsideNumber, RequestAnswer? Answer, DocumentNumber Document)
{
    public string? Number => OutsideNumber ?? Document.NumberAndSymbol;

    /// <summary>"số 12/BC-CTĐBTB ngày 06/07/2020"; null before it is sent.</summary>
    public string? SentBy => SentOn is { } day ? $"{(Number is null ? "" : $"số {Number} ")}ngày {day:dd/MM/yyyy}" : null;
}

/// <summary>Reads what was sent to the authority.</summary>
internal static class RequestRows
{
    /// <summary>Newest first; what was given up is left out.</summary>
    public static IQueryable<RequestRow> AsRows(this PortalDb db, IQueryable<AuthorityRequest> requests) =>
        from row in requests.AsNoTracking().Where(request => request.State != RequestState.Dropped).WithDocument(db.IssuedDocuments)
        orderby row.Dossier.Id descending
        select new RequestRow(row.Dossier.Id, row.Dossier.Subject, row.Dossier.Manner, row.Dossier.About, row.Dossier.State, row.Dossier.SentOn, row.Dossier.OutsideNumber, row.Dossier.Answer, new(row.Document!.Number, row.Document!.Symbol, row.Document!.IssuedOn));
}
