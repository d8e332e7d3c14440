using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;

namespace ThiDua.Web.Data;

/// <summary>Saving what may be there only once: the unique index tells who came second at the same moment.</summary>
public static class SavingOnce
{
    /// <summary>Whoever came second is refused with a sentence.</summary>
    public static Task SaveOnce(this PortalDb db, string taken, string? field = null, CancellationToken cancellationToken = default) =>
        db.SaveOnce(() => new RuleViolation(taken, field), cancellationToken);

    /// <summary>Where the refusal is known only after the save was tried.</summary>
    public static async Task SaveOnce(this PortalDb db, Func<Exception> taken, CancellationToken cancellationToken = default)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            throw taken();
        }
    }
}
