using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Issuing;

namespace ThiDua.Web.Features.Requests;

/// <summary>A plan or scheme that can be sent, and whether it is issued.</summary>
public sealed record SubjectChoice(SentSubject Subject, bool IsIssued)
{
    /// <summary>"số 1466/KH-CTĐBTB ngày 02/07/2020" once the register knows it.</summary>
    public string? Number { get; init; }

    /// <summary>As forms and addresses name it: "Plan-7".</summary>
    public string Key => KeyOf(Subject.Subject, Subject.Id);

    public static string KeyOf(RequestSubject subject, int id) => $"{subject}-{id}";
}

/// <summary>What is sent to the authority as those who write and answer it load it.</summary>
internal static class RequestsInDb
{
    public static IQueryable<AuthorityRequest> Readable(this PortalDb db, Actor reader) => db.AuthorityRequests.Where(AuthorityRequest.ReadableBy(reader));

    public static Task<AuthorityRequest> RequestToChange(this PortalDb db, int requestId, Actor by) => db.Readable(by).OneAsync(row => row.Id == requestId);

    /// <summary>The plans and the scheme of the year, as its leader may send them.</summary>
    public static async Task<IReadOnlyList<SubjectChoice>> TextsOfYear(this PortalDb db)
    {
        var plans = await (
            from row in db.Plans.AsNoTracking().WithDocument(db.IssuedDocuments)
            where row.Dossier.State != PlanState.Dropped && row.Dossier.State != PlanState.Revoked && row.Dossier.State != PlanState.Adjusted
            orderby row.Dossier.Id descending
            select new { row.Dossier.Id, row.Dossier.Abstract, row.Dossier.State, Number = new DocumentNumber(row.Document!.Number, row.Document!.Symbol, row.Document!.IssuedOn) }).ToListAsync();
        var scheme = await db.ScoringSchemes.AsNoTracking().Select(row => new { row.Id, row.Title, row.State }).FirstOrDefaultAsync();
        return
        [
            .. plans.Select(row => new SubjectChoice(new(RequestSubject.Plan, row.Id, $"Kế hoạch {row.Abstract}"), row.State == PlanState.Issued) { Number = row.Number.InWords }),
            .. scheme is null ? [] : new[] { new SubjectChoice(new(RequestSubject.Scheme, scheme.Id, scheme.Title), scheme.State == SchemeState.Issued) },
        ];
    }
}

/// <summary>The authority of the year as letters address it.</summary>
internal static class Addressing
{
    /// <summary>"Hội đồng Thi đua - Khen thưởng Trung ương (qua Ban Thi đua - Khen thưởng Trung ương)".</summary>
    public static async Task<(string Authority, string Addressee)> AddresseeOf(this PortalDb db, EnteredYear year)
    {
        var names = await db.Organizations.AsNoTracking().Where(row => row.Id == year.AuthorityId || row.Id == year.StandingBodyId).ToDictionaryAsync(row => row.Id, row => row.Name);
        var authority = names[year.AuthorityId];
        return (authority, year.StandingBodyId is { } body && body != year.AuthorityId ? $"{authority} (qua {names[body]})" : authority);
    }
}
