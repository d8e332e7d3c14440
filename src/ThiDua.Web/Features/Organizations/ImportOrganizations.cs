using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.Organizations;

/// <summary>What became of a confirmation: how many were made, or a new preview because something changed since the one confirmed.</summary>
public sealed record OrganizationsImported(int Made, ImportPreview? Again);

/// <summary>Shows what a table of organizations would make; writes nothing.</summary>
public sealed class PreviewOrganizations(PortalDb db, KeptFile kept, TimeProvider clock)
{
    public const string Purpose = "organizations";

    public async Task<ImportPreview> Handle(byte[] file)
    {
        var (table, planned) = await Read(file);
        return new(table, kept.Keep(Purpose, file, string.Join('\n', planned)));
    }

    public async Task<(ImportTable Table, IReadOnlyList<PlannedOrganization> Organizations)> Read(byte[] file)
    {
        var kinds = await db.OrganizationKinds.AsNoTracking().OrderBy(kind => kind.Order).Select(kind => new { kind.Name, kind.Id }).ToListAsync();
        return await new OrganizationTable(db, clock).Read(file, [.. kinds.Select(kind => (kind.Name, kind.Id))]);
    }
}

/// <summary>Makes all organizations of a previewed table and merges their predecessors into them, or none.</summary>
public sealed class ImportOrganizations(PortalDb db, KeptFile kept, PreviewOrganizations preview, CurrentActor current)
{
    public async Task<OrganizationsImported> Handle(ImportConfirmForm form)
    {
        var file = kept.Open(PreviewOrganizations.Purpose, form.Kept, out var isPreviewOf);
        var (_, planned) = await preview.Read(file);
        if (planned.Count == 0 || !isPreviewOf(string.Join('\n', planned)))
        {
            return new(0, await preview.Handle(file));
        }

        try
        {
            await Make(planned);
            return new(planned.Count, null);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear(); // somebody took a code, or merged a predecessor, at the same time
            return new(0, await preview.Handle(file));
        }
    }

    // Saved in one go: who refers to a new organization does so by the id that it will have.
    private async Task Make(IReadOnlyList<PlannedOrganization> planned)
    {
        var made = planned.ToDictionary(row => row.Row, Make);
        db.AddRange(made.Values);
        foreach (var row in planned.Where(row => row.ParentRow is not null))
        {
            db.Entry(made[row.Row]).Property(one => one.ParentId).CurrentValue = IdOf(made[row.ParentRow!.Value]);
        }

        var wanted = planned.SelectMany(row => row.PredecessorIds).ToList();
        var predecessors = await db.Organizations.Where(row => wanted.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        foreach (var row in planned)
        {
            row.PredecessorIds.ToList().ForEach(id => predecessors[id].Merge(current.Actor, IdOf(made[row.Row]), row.ValidFromOn!.Value.AddDays(-1)));
        }

        await db.SaveChangesAsync();
    }

    private int IdOf(Organization made) => db.Entry(made).Property(row => row.Id).CurrentValue;

    private Organization Make(PlannedOrganization row) => new(current.Actor, new(row.Code, row.Name, row.ShortName, row.KindId)
    {
        ParentId = row.ParentId,
        ValidFromOn = row.ValidFromOn,
        PlaceName = row.PlaceName,
        HeadTitle = row.HeadTitle,
    });
}
