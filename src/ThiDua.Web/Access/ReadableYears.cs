using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>The one place through which pages look across cluster years: only those that the office acted in may read.</summary>
public sealed class ReadableYears(PortalDb db, CurrentPerson person)
{
    /// <summary>The years in which the current office has a position. Without an office: none.</summary>
    public IQueryable<ClusterYear> Query()
    {
        IReadOnlyList<int> actsFor = person.MayBe?.Office?.ActsFor ?? [];
        return db.ClusterYears.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(year =>
            year.Members.Any(member => actsFor.Contains(member.OrganizationId))
            || actsFor.Contains(year.Cluster.AuthorityId)
            || (year.Cluster.StandingBodyId != null && actsFor.Contains(year.Cluster.StandingBodyId.Value)));
    }

    /// <summary>Rows of any cluster year, to be joined with <see cref="Query"/>.</summary>
    public IQueryable<T> RowsOfAllYears<T>()
        where T : class, Domain.IInClusterYear =>
        db.Set<T>().IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => Query().Any(year => year.Id == row.ClusterYearId));
}
