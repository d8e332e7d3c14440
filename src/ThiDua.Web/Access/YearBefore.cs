using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Rows of the year before of the cluster entered (năm liền trước), the same for everybody who looks: for figures of units that this person may see in the year entered, and for nothing else.</summary>
public sealed class YearBefore(PortalDb db, CurrentYear current)
{
    public IQueryable<T> Rows<T>()
        where T : class, Domain.IInClusterYear
    {
        var (clusterId, year) = (current.Year.ClusterId, current.Year.Year - 1);
        var before = db.ClusterYears.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(then => then.ClusterId == clusterId && then.Year == year);
        return db.Set<T>().IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => before.Any(then => then.Id == row.ClusterYearId));
    }
}
