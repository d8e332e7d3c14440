using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Clusters;

/// <summary>An authority sets up a cluster or block (thành lập cụm, khối).</summary>
public sealed class SetUpCluster(PortalDb db, CurrentActor current, OrganizationByText organizations, TimeProvider clock)
{
    public async Task<int> Handle(int authorityId, ClusterForm form)
    {
        var cluster = new Cluster(current.Actor, authorityId, form.ToDescription(await organizations.StandingBody(form, clock)));
        db.Add(cluster);
        await db.SaveNamed(cluster);
        return cluster.Id;
    }
}

/// <summary>An authority changes what is written of its cluster; years opened before keep their name.</summary>
public sealed class DescribeCluster(PortalDb db, CurrentActor current, OrganizationByText organizations, TimeProvider clock)
{
    public async Task Handle(int authorityId, int clusterId, ClusterForm form)
    {
        var cluster = await db.Clusters.OneAsync(row => row.Id == clusterId && row.AuthorityId == authorityId);
        var standingBodyId = await organizations.StandingBody(form, clock);
        db.Expect(cluster, form.Version);
        cluster.Describe(current.Actor, form.ToDescription(standingBodyId));
        await db.SaveNamed(cluster);
    }
}

internal static class WritingClusters
{
    public static async Task<int?> StandingBody(this OrganizationByText organizations, ClusterForm form, TimeProvider clock) =>
        Text.Clean(form.StandingBody) is { } typed ? (await organizations.Handle(typed, Days.Today(clock), nameof(form.StandingBody))).Id : null;

    public static async Task SaveNamed(this PortalDb db, Cluster cluster)
    {
        RuleViolation.Require(!await db.Clusters.AnyAsync(row => row.AuthorityId == cluster.AuthorityId && row.Name == cluster.Name && row.Id != cluster.Id), Known(cluster), nameof(Cluster.Name));
        await db.SaveOnce(Known(cluster), nameof(Cluster.Name));
    }

    private static string Known(Cluster cluster) => $"Cơ quan đã có cụm, khối tên “{cluster.Name}”.";
}
