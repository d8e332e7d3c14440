using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Organizations;

/// <summary>A kind of organization with how many are of it.</summary>
public sealed record KindRow(int Id, string Name, int Organizations);

/// <summary>Lists the kinds of organization (loại đơn vị).</summary>
public sealed class ListKinds(PortalDb db)
{
    public async Task<IReadOnlyList<KindRow>> Handle() =>
        await db.OrganizationKinds.AsNoTracking().OrderBy(kind => kind.Order).ThenBy(kind => kind.Id)
            .Select(kind => new KindRow(kind.Id, kind.Name, db.Organizations.Count(row => row.KindId == kind.Id))).ToListAsync();
}

/// <summary>Adds a kind at the end of the list, or renames one.</summary>
public sealed class SaveKind(PortalDb db, CurrentActor current)
{
    /// <param name="kindId">Null for a new one.</param>
    /// <param name="form">Its name.</param>
    public async Task Handle(int? kindId, KindForm form)
    {
        var name = Text.Clean(form.Name)!;
        RuleViolation.Require(!await db.OrganizationKinds.AnyAsync(kind => kind.Name == name && kind.Id != kindId), Taken(name), nameof(form.Name));
        if (kindId is { } id)
        {
            (await db.OrganizationKinds.OneAsync(kind => kind.Id == id)).Rename(current.Actor, name);
        }
        else
        {
            db.Add(new OrganizationKind(name, 1 + (await db.OrganizationKinds.MaxAsync(kind => (int?)kind.Order) ?? 0)));
        }

        await db.SaveOnce(Taken(name), nameof(form.Name));
    }

    private static string Taken(string name) => $"Loại “{name}” đã có.";
}
