using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Clusters;

/// <summary>The page of a cluster: what is written of it and its years; without an id, one to be set up.</summary>
public sealed record ClusterPage(int AuthorityId, string AuthorityName, int? Id, ClusterForm Form, IReadOnlyList<ClusterPage.YearRow> Years)
{
    public sealed record YearRow(int Id, int Year, ClusterYearStage Stage);
}

/// <summary>Shows one cluster of an authority.</summary>
public sealed class ShowCluster(PortalDb db, ReadableYears years)
{
    public async Task<ClusterPage> Handle(int authorityId, int? clusterId)
    {
        var authority = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == authorityId);
        if (clusterId is null)
        {
            return new(authorityId, authority.Name, null, new() { Kind = ClusterKind.Khoi, Level = ClusterLevel.Provincial }, []);
        }

        var cluster = await db.Clusters.AsNoTracking().OneAsync(row => row.Id == clusterId && row.AuthorityId == authorityId);
        var standingBody = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cluster.StandingBodyId);
        var rows = await years.Query().Where(year => year.ClusterId == clusterId).OrderByDescending(year => year.Year).Select(year => new ClusterPage.YearRow(year.Id, year.Year, year.Stage)).ToListAsync();
        return new(authorityId, authority.Name, clusterId, ClusterForm.Of(cluster, standingBody is null ? null : OrganizationByText.Shown(standingBody)), rows);
    }
}
