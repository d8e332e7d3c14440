using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ScoringSchemes.Frameworks;

/// <summary>Lists the frameworks of an authority.</summary>
public sealed class ListFrameworks(PortalDb db, CurrentActor current)
{
    public async Task<FrameworkList> Handle(int authorityId, int? page)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        var found = await db.FrameworkSchemes.AsNoTracking().Where(row => row.AuthorityId == authorityId && row.State != FrameworkState.Dropped).OrderByDescending(row => row.Year).ThenByDescending(row => row.Id)
            .Select(row => new FrameworkItem(row.Id, row.Year, row.Kind, row.Level, row.Title, row.State, row.IssuedBy, row.Rows.Count)).PageAt(page);
        return new(authorityId, authority.Name, found, current.Actor.Can(Permission.DraftFramework));
    }
}

/// <summary>Loads a framework with its rows and history, and how the schemes of the cluster years stand to it: statements do not depend on the rows.</summary>
public sealed class ShowFramework(PortalDb db, ReadableYears years, CurrentActor current)
{
    public async Task<FrameworkPage> Handle(int authorityId, int frameworkId, int? page = null)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        var framework = await db.FrameworkSchemes.AsNoTracking().Include(row => row.Rows).Include(row => row.History).OneAsync(row => row.Id == frameworkId && row.AuthorityId == authorityId);
        var ordered = framework.Ordered();
        var lines = SchemePage.Of(framework.Picture(), []).Rows.Select(row => new FrameworkLine(ordered[row.Criterion.Id - 1], row));
        return new(authority.Name, framework, [.. lines], [.. FrameworkWorkflow.Table.OpenTo(current.Actor, framework.State)])
        {
            MayDraft = current.Actor.Can(Permission.DraftFramework),
            Problems = framework.State == FrameworkState.Draft ? framework.Problems() : [],
            Followers = framework.State == FrameworkState.Issued ? await Followers(framework, page) : null,
        };
    }

    /// <summary>The scan of the document that issued it.</summary>
    public async Task<StoredFile> Scan(int authorityId, int frameworkId)
    {
        var scanId = await db.FrameworkSchemes.AsNoTracking().Where(row => row.Id == frameworkId && row.AuthorityId == authorityId).Select(row => row.ScanId).FirstOrDefaultAsync() ?? throw new NotFound();
        return await db.StoredFiles.AsNoTracking().OneAsync(row => row.Id == scanId);
    }

    private async Task<PageOf<FrameworkFollower>> Followers(FrameworkScheme framework, int? page)
    {
        var weight = framework.Scope().Weight;
        // A framework that says more of whom it is for comes before this one.
        var found = await (
            from year in years.Query()
            where year.Cluster.AuthorityId == framework.AuthorityId && year.Year == framework.Year
                && (framework.Kind == null || year.Cluster.Kind == framework.Kind) && (framework.Level == null || year.Cluster.Level == framework.Level)
                && !db.FrameworkSchemes.Any(other => other.AuthorityId == framework.AuthorityId && other.Year == framework.Year && other.State == FrameworkState.Issued && other.Id != framework.Id
                    && (other.Kind == null || other.Kind == year.Cluster.Kind) && (other.Level == null || other.Level == year.Cluster.Level)
                    && (other.Kind == null ? 0 : 1) + (other.Level == null ? 0 : 2) > weight)
            orderby year.Name, year.Id
            select new { year.Id, year.Name }).PageAt(page);
        var ids = found.Rows.Select(row => row.Id).ToList();
        var schemes = await years.RowsOfAllYears<ScoringScheme>().Include(row => row.Criteria).Where(row => ids.Contains(row.ClusterYearId)).ToDictionaryAsync(row => row.ClusterYearId);
        return new([.. found.Rows.Select(row => Follower(row.Id, row.Name, schemes.GetValueOrDefault(row.Id)))], found.Number, found.Total);

        FrameworkFollower Follower(int id, string name, ScoringScheme? scheme) => new(id, name, scheme?.State, scheme?.Framework?.FrameworkId == framework.Id, scheme is null ? [] : FrameworkDeviations.Of(framework, scheme));
    }
}
