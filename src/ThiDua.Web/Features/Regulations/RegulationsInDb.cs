using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Regulations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Regulations;

/// <summary>Regulations as those who read and write them load them.</summary>
internal static class RegulationsInDb
{
    /// <summary>Of every year of the cluster, as far as this person may read them.</summary>
    public static IQueryable<Regulation> RegulationsOf(this PortalDb db, int clusterId, Actor reader) =>
        db.Regulations.IgnoreQueryFilters([PortalDb.ThisClusterYear]).Where(Regulation.ReadableBy(reader)).Where(row => row.ClusterId == clusterId);

    /// <summary>Made in this year; one of another year is read only.</summary>
    public static Task<Regulation> RegulationToChange(this PortalDb db, int regulationId, Actor by) => db.Regulations.Where(Regulation.ReadableBy(by)).OneAsync(row => row.Id == regulationId);
}
