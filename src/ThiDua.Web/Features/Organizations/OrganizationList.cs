using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Search;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Organizations;

/// <summary>What the list of organizations is narrowed to and sorted by; it stands in the URL.</summary>
public sealed record OrganizationFilter
{
    public string? Search { get; init; }

    public int? KindId { get; init; }

    /// <summary>"dang" in operation, "thoi" ended; else both.</summary>
    public string? State { get; init; }

    /// <summary>"ma", "loai", "den"; else by name.</summary>
    public string? Sort { get; init; }
}

/// <summary>The list of organizations (danh mục đơn vị).</summary>
public sealed record OrganizationList(OrganizationFilter Filter, IReadOnlyList<OrganizationKind> Kinds, PageOf<OrganizationList.Row> Page)
{
    public sealed record Row(int Id, string Code, string Name, string ShortName, DateOnly? ValidFromOn, DateOnly? ValidToOn, bool IsEnded)
    {
        public string KindName { get; init; } = "";

        public OrganizationNow.Named? Successor { get; init; }
    }
}

/// <summary>Lists organizations: a search without diacritics, where an old name also finds the successor.</summary>
public sealed class ListOrganizations(PortalDb db, TimeProvider clock)
{
    private sealed record Line(int Id, string Code, string Name, int KindId, DateOnly? ValidToOn);

    public async Task<OrganizationList> Handle(OrganizationFilter filter, int? page)
    {
        var kinds = await db.OrganizationKinds.AsNoTracking().OrderBy(kind => kind.Order).ThenBy(kind => kind.Id).ToListAsync();
        var order = kinds.Select((kind, index) => (kind.Id, index)).ToDictionary(kind => kind.Id, kind => kind.index);
        // Sorted here, as neither engine sorts Vietnamese by default.
        var lines = Sorted(await Matching(filter).Select(row => new Line(row.Id, row.Code, row.Name, row.KindId, row.ValidToOn)).ToListAsync(), filter.Sort, order);
        var number = Math.Clamp(page ?? 1, 1, Math.Max(1, (lines.Count + PageSize.Rows - 1) / PageSize.Rows));
        var ids = lines.Skip((number - 1) * PageSize.Rows).Take(PageSize.Rows).Select(line => line.Id).ToList();
        return new(filter, kinds, new(await Rows(ids), number, lines.Count));
    }

    private IQueryable<Organization> Matching(OrganizationFilter filter)
    {
        var today = Days.Today(clock);
        var rows = SearchTerms.Of(filter.Search).Among(db, db.Organizations.AsNoTracking(), withSuccessors: true);
        rows = filter.KindId is { } kindId ? rows.Where(row => row.KindId == kindId) : rows;
        return filter.State switch
        {
            "dang" => rows.Where(row => row.ValidToOn == null || row.ValidToOn >= today),
            "thoi" => rows.Where(row => row.ValidToOn < today),
            _ => rows,
        };
    }

    private static List<Line> Sorted(List<Line> lines, string? sort, Dictionary<int, int> kindOrder)
    {
        var byName = lines.OrderBy(line => line.Name, Text.VietnameseOrder).ThenBy(line => line.Id);
        return sort switch
        {
            "ma" => [.. lines.OrderBy(line => line.Code, StringComparer.OrdinalIgnoreCase)],
            "loai" => [.. byName.OrderBy(line => kindOrder[line.KindId])],
            "den" => [.. byName.OrderBy(line => line.ValidToOn ?? DateOnly.MaxValue)],
            _ => [.. byName],
        };
    }

    private async Task<IReadOnlyList<OrganizationList.Row>> Rows(IReadOnlyList<int> ids)
    {
        var today = Days.Today(clock);
        var page = db.Organizations.Where(row => ids.Contains(row.Id));
        var now = (await OrganizationNow.Load(db, page)).ToDictionary(row => row.Id);
        var rows = await page.AsNoTracking().Select(row => new OrganizationList.Row(row.Id, row.Code, row.Name, row.ShortName, row.ValidFromOn, row.ValidToOn, row.ValidToOn < today)).ToDictionaryAsync(row => row.Id);
        return [.. ids.Select(id => rows[id] with { KindName = now[id].KindName, Successor = now[id].Successor })];
    }
}
