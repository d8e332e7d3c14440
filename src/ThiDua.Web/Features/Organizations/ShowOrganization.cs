using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Organizations;

/// <summary>The page of one organization: what is kept of it, whose place it took, into what it was merged.</summary>
public sealed record OrganizationPage(int Id, string Name, OrganizationForm Kept, DateOnly? ValidToOn, IReadOnlyList<OrganizationKind> Kinds)
{
    public sealed record Linked(int Id, string Name, DateOnly? ValidToOn);

    public Linked? Successor { get; init; }

    public IReadOnlyList<Linked> Predecessors { get; init; } = [];

    public IReadOnlyList<Linked> Below { get; init; } = [];

    /// <summary>How many stand directly below; more than are listed, perhaps.</summary>
    public int BelowCount { get; init; }
}

/// <summary>Shows one organization to administrators.</summary>
public sealed class ShowOrganization(PortalDb db)
{
    private const int Listed = 20;

    public async Task<OrganizationPage> Handle(int organizationId)
    {
        var row = await db.Organizations.AsNoTracking().OneAsync(row => row.Id == organizationId);
        var others = await db.Organizations.AsNoTracking().Where(other => other.Id == row.ParentId || other.Id == row.AdvisingBodyId || other.Id == row.SuccessorId || other.SuccessorId == row.Id).ToListAsync();
        var below = db.Organizations.AsNoTracking().Where(other => other.ParentId == row.Id);
        return new(row.Id, row.Name, Kept(row, others), row.ValidToOn, await db.OrganizationKinds.AsNoTracking().OrderBy(kind => kind.Order).ToListAsync())
        {
            Successor = others.Where(other => other.Id == row.SuccessorId).Select(Link).FirstOrDefault(),
            Predecessors = [.. others.Where(other => other.SuccessorId == row.Id).Select(Link)],
            Below = [.. (await below.OrderBy(other => other.Name).Take(Listed).ToListAsync()).Select(Link)],
            BelowCount = await below.CountAsync(),
        };
    }

    /// <summary>The kinds for the form of a new organization.</summary>
    public Task<List<OrganizationKind>> Kinds() => db.OrganizationKinds.AsNoTracking().OrderBy(kind => kind.Order).ThenBy(kind => kind.Id).ToListAsync();

    private static OrganizationPage.Linked Link(Organization organization) => new(organization.Id, organization.Name, organization.ValidToOn);

    private static OrganizationForm Kept(Organization row, List<Organization> others) => new()
    {
        Code = row.Code,
        Name = row.Name,
        ShortName = row.ShortName,
        KindId = row.KindId,
        Parent = Typed(row.ParentId, others),
        AdvisingBody = Typed(row.AdvisingBodyId, others),
        PlaceName = row.PlaceName,
        HeadTitle = row.HeadTitle,
        ValidFromOn = row.ValidFromOn,
        Version = row.Version,
    };

    private static string? Typed(int? id, List<Organization> others) => others.Find(other => other.Id == id) is { } found ? OrganizationByText.Shown(found) : null;
}
