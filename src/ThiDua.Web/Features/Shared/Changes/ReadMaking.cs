using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Changes;

/// <summary>Who made a dossier and when: the first line of its history (partial _Made).</summary>
public sealed record MakingOfDossier(DateTime At, string UserName, string OfficeName);

/// <summary>Reads the making of a dossier from the audit trail; what was planted with a past of its own, whose steps are older, has none to tell.</summary>
public sealed class ReadMaking(PortalDb db)
{
    /// <param name="dossier">With its history.</param>
    public async Task<MakingOfDossier?> Handle(Dossier dossier)
    {
        var (kind, subject) = (dossier.GetType().Name, $"{dossier.Id}");
        var made = await db.AuditEntries.AsNoTracking().Where(row => row.Kind == kind && row.Subject == subject && row.Change == nameof(EntityState.Added)).OrderBy(row => row.Id)
            .Select(row => new MakingOfDossier(row.At, row.UserName, row.OfficeName)).FirstOrDefaultAsync();
        return made is not null && dossier.History.All(step => step.At >= made.At) ? made : null;
    }
}
