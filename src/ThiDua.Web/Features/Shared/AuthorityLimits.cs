using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>What the authority of a cluster year set for that year: limits, its plan, how plan and scheme are sent to it.</summary>
public sealed record LimitsNow(int Year, DocumentReference? Plan, bool HasScan, string? Summary, IReadOnlyList<DateLimit> Limits, RequestManner? PlanManner, RequestManner? SchemeManner)
{
    public static LimitsNow None { get; } = new(0, null, false, null, [], null, null);

    public bool SaysSomething => Plan is not null || Summary is not null || Limits.Count > 0 || PlanManner is not null || SchemeManner is not null;

    public RequestManner? MannerFor(RequestSubject subject) => subject == RequestSubject.Plan ? PlanManner : SchemeManner;

    public DateLimit? Of(LimitKind? kind) => Limits.FirstOrDefault(limit => limit.Kind == kind);

    /// <summary>Why what a plan holds is later than the limit, naming limit and document; null where it is in time.</summary>
    public string? Warning(BlockContent content) => content.Date is { } date && Of(LimitKinds.Of(content)) is { } limit
        ? Words(limit, content is DeadlineContent ? limit.Standing(date.AsDeadline(Year).LastDay, Year) : limit.Standing(date, Year))
        : null;

    /// <summary>The same of a deadline by its last day.</summary>
    public string? Warning(LimitKind kind, DateOnly? lastDay) => lastDay is { } day && Of(kind) is { } limit ? Words(limit, limit.Standing(day, Year)) : null;

    private string? Words(DateLimit limit, LimitStanding standing) => standing == LimitStanding.Within
        ? null
        : $"{(standing == LimitStanding.Exceeds ? "Muộn" : "Có thể muộn")} hơn mốc của cơ quan quản lý: {Labels.Of(limit.Kind).ToLowerInvariant()} {limit.When}{(Plan is null ? "" : $" (văn bản số {Plan.InWords()} của {Plan.Issuer})")}.";
}

/// <summary>Reads what the authority set for the cluster year entered.</summary>
public sealed class AuthorityLimits(PortalDb db, CurrentYear year)
{
    public async Task<LimitsNow> Handle()
    {
        var (authorityId, number) = (year.Year.AuthorityId, year.Year.Year);
        return await db.AuthorityYears.AsNoTracking().Where(row => row.AuthorityId == authorityId && row.Year == number)
            .Select(row => new LimitsNow(row.Year, row.Plan, row.PlanScanId != null, row.Summary, row.Limits, row.PlanManner, row.SchemeManner)).SingleOrDefaultAsync() ?? LimitsNow.None;
    }
}
