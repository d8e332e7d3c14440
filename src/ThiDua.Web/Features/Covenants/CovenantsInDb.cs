using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Covenants;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Covenants;

/// <summary>Covenants as those who write and sign them load them.</summary>
internal static class CovenantsInDb
{
    public static IQueryable<Covenant> Readable(this PortalDb db, Actor reader) => db.Covenants.Where(Covenant.ReadableBy(reader));

    /// <summary>With its signatures.</summary>
    public static Task<Covenant> CovenantToChange(this PortalDb db, int covenantId, Actor by) => db.Readable(by).Include(row => row.Signings).OneAsync(row => row.Id == covenantId);

    /// <summary>Whichever was in force for the same year steps aside in the same save, before the later one takes its place in the index.</summary>
    public static async Task ReplaceEarlier(this PortalDb db, Covenant covenant, Actor by, DateTime at)
    {
        if (covenant.State != CovenantState.InForce)
        {
            return;
        }

        var inForce = db.Covenants.Where(row => row.ForYear == covenant.ForYear && row.State == CovenantState.InForce && row.Id != covenant.Id);
        if (await inForce.FirstOrDefaultAsync() is { } earlier)
        {
            earlier.GiveWay(by, covenant, at);
            db.First(() => inForce.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CovenantState.Replaced)));
        }
    }
}
