using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

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
            from plan in db.Plans.AsNoTracking()
            where plan.State != PlanState.Dropped && plan.State != PlanState.Revoked && plan.State != PlanState.Adjusted
            join found in db.IssuedDocuments.Where(row => row.Origin == nameof(Plan) && row.State == DocumentState.Issued) on plan.Id equals found.OriginId into documents
            from document in documents.DefaultIfEmpty()
            orderby plan.Id descending
            select new { plan.Id, plan.Abstract, plan.State, Number = (int?)document.Number, document.Symbol, document.IssuedOn }).ToListAsync();
        var scheme = await db.ScoringSchemes.AsNoTracking().Select(row => new { row.Id, row.Title, row.State }).FirstOrDefaultAsync();
        return
        [
            .. plans.Select(row => new SubjectChoice(new(RequestSubject.Plan, row.Id, $"Kế hoạch {row.Abstract}"), row.State == PlanState.Issued) { Number = row.Number is { } number ? $"số {DocumentSymbol.Numbered(number, row.Symbol)} ngày {row.IssuedOn:dd/MM/yyyy}" : null }),
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
