using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>The one place through which pages look across cluster years: only those that the office acted in may read.</summary>
public sealed class ReadableYears(PortalDb db, CurrentPerson person, TimeProvider clock)
{
    /// <summary>The years in which the current office has a position. Without an office: none.</summary>
    public IQueryable<ClusterYear> Query() => ReadableBy(person.MayBe?.Office?.ActsFor ?? []);

    /// <summary>The years in which any office of the person has a position: for telling that something waits under another one.</summary>
    public IQueryable<ClusterYear> OfAnyOffice() => ReadableBy([.. (person.MayBe?.Offices ?? []).SelectMany(office => office.ActsFor).Distinct()]);

    /// <summary>Rows of any cluster year, to be joined with <see cref="Query"/>.</summary>
    public IQueryable<T> RowsOfAllYears<T>()
        where T : class, Domain.IInClusterYear =>
        db.Set<T>().IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => Query().Any(year => year.Id == row.ClusterYearId));

    private IQueryable<ClusterYear> ReadableBy(IReadOnlyList<int> organizations)
    {
        var today = Days.Today(clock);
        return db.ClusterYears.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(year =>
            year.Members.Any(member => organizations.Contains(member.OrganizationId) || (member.SuccessorId != null && organizations.Contains(member.SuccessorId.Value)))
            || year.Positions.Any(held => held.Position == Position.Observer && held.FromOn <= today && (held.ToOn == null || held.ToOn >= today) && organizations.Contains(held.OrganizationId))
            || organizations.Contains(year.Cluster.AuthorityId)
            || (year.Cluster.StandingBodyId != null && organizations.Contains(year.Cluster.StandingBodyId.Value)));
    }
}
