using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Authorities;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.AuthorityYears;

/// <summary>The years of an authority: those that it began, and those that its clusters compete in.</summary>
public sealed record AuthorityYearsPage(int AuthorityId, string Authority, IReadOnlyList<AuthorityYearsPage.Row> Rows)
{
    public sealed record Row(int Year, DocumentReference? Plan, int Limits, bool IsBegun);
}

/// <summary>One year of an authority; Stored is null where it was not begun.</summary>
public sealed record AuthorityYearPage(int AuthorityId, string Authority, int Year, AuthorityYear? Stored, bool MayKeep)
{
    public string Here => $"/co-quan/{AuthorityId}/nam/{Year}";
}

/// <summary>The form of a year.</summary>
public sealed record EditAuthorityYearPage(AuthorityYearPage Page, AuthorityYearForm Form)
{
    public bool IsOvertaken => Form.Version != (Page.Stored?.Version ?? 0);

    public static IEnumerable<SelectListItem> Manners => Enum.GetValues<RequestManner>().Select(manner => new SelectListItem(Labels.Of(manner), $"{manner}")).Prepend(new("Không yêu cầu gửi", ""));
}

/// <summary>Loads the years of one authority.</summary>
public sealed class ShowAuthorityYear(PortalDb db, ReadableYears years, CurrentActor current, TimeProvider clock)
{
    public async Task<AuthorityYearsPage> List(int authorityId)
    {
        var begun = await db.AuthorityYears.AsNoTracking().Where(row => row.AuthorityId == authorityId).ToListAsync();
        var ofClusters = await years.Query().Where(year => year.Cluster.AuthorityId == authorityId).Select(year => year.Year).Distinct().ToListAsync();
        var all = begun.Select(row => row.Year).Concat(ofClusters).Append(Days.Today(clock).Year).Distinct().OrderDescending();
        return new(authorityId, await NameOf(authorityId), [.. all.Select(year => begun.Find(row => row.Year == year) is { } row ? new AuthorityYearsPage.Row(year, row.Plan, row.Limits.Count, true) : new(year, null, 0, false))]);
    }

    public async Task<AuthorityYearPage> Handle(int authorityId, int year)
    {
        db.ChangeTracker.Clear(); // after a refusal what was tried is not what is stored
        var stored = await db.AuthorityYears.AsNoTracking().Include(row => row.Changes).SingleOrDefaultAsync(row => row.AuthorityId == authorityId && row.Year == year);
        return new(authorityId, await NameOf(authorityId), year, stored, AuthorityPermissions.Grants(AuthorityPermission.KeepYear, current.Actor.Capacity));
    }

    /// <summary>The scan of the authority's plan, or the one that came with an earlier change; without one it does not exist.</summary>
    public Task<StoredFile> Scan(int authorityId, int year, int? changeId = null)
    {
        var stored = db.AuthorityYears.Where(row => row.AuthorityId == authorityId && row.Year == year);
        var scan = changeId is null ? stored.Select(row => row.PlanScanId) : stored.SelectMany(row => row.Changes).Where(change => change.Id == changeId).Select(change => change.PlanScanId);
        return db.StoredFiles.AsNoTracking().OneAsync(file => scan.Contains(file.Id));
    }

    private Task<string> NameOf(int authorityId) => db.Organizations.AsNoTracking().Where(row => row.Id == authorityId).Select(row => row.Name).SingleAsync();
}
