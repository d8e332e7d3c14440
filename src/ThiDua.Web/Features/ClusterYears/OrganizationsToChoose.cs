using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.ClusterYears;

/// <summary>Organizations to tick as members: those ticked already, then those that the search finds.</summary>
public sealed record OrganizationPicker(string? Search, IReadOnlyList<OrganizationPicker.Choice> Choices, int More, IReadOnlySet<int> Ticked)
{
    public sealed record Choice(int Id, string Name, string Code, string Kind);
}

/// <summary>Finds organizations in operation on a day, without diacritics.</summary>
public sealed class OrganizationsToChoose(PortalDb db, OrganizationByText organizations)
{
    private const int Shown = 60;

    public async Task<OrganizationPicker> Handle(string? search, DateOnly on, IReadOnlyCollection<int> ticked, IReadOnlyCollection<int> left)
    {
        var first = await Named(db.Organizations.AsNoTracking().Where(row => ticked.Contains(row.Id))).ToListAsync();
        var others = organizations.WithWords(search).Where(row => !ticked.Contains(row.Id) && !left.Contains(row.Id) && (row.ValidFromOn == null || row.ValidFromOn <= on) && (row.ValidToOn == null || row.ValidToOn >= on));
        var found = await Named(others.OrderBy(row => row.Name).Take(Shown)).ToListAsync();
        var total = found.Count < Shown ? found.Count : await others.CountAsync();
        return new(Text.Clean(search), [.. first.OrderBy(row => row.Name, Text.VietnameseOrder), .. found.OrderBy(row => row.Name, Text.VietnameseOrder)], total - found.Count, ticked.ToHashSet());
    }

    /// <summary>The names of that day; refuses who is not in operation then.</summary>
    public async Task<IReadOnlyList<Organization>> OnDay(IReadOnlyCollection<int> ids, DateOnly on, string field)
    {
        var found = await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).ToListAsync();
        RuleViolation.Require(found.Count == ids.Count, "Có đơn vị không còn trong danh mục; hãy chọn lại.", field);
        var gone = found.Where(row => row.ValidToOn < on || row.ValidFromOn > on).Select(row => row.Name).ToList();
        RuleViolation.Require(gone.Count == 0, $"Không hoạt động vào ngày {on:dd/MM/yyyy}: {string.Join(", ", gone)}.", field);
        return [.. found.OrderBy(row => row.Name, Text.VietnameseOrder)];
    }

    private IQueryable<OrganizationPicker.Choice> Named(IQueryable<Organization> rows) =>
        from row in rows
        join kind in db.OrganizationKinds on row.KindId equals kind.Id
        select new OrganizationPicker.Choice(row.Id, row.Name, row.Code, kind.Name);
}
