using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Imports;

/// <summary>All organizations, to be found by code, name or short name without diacritics: one statement for a whole file.</summary>
public sealed class OrganizationIndex
{
    private readonly ILookup<string, Known> _byCode;
    private readonly ILookup<string, Known> _byName;
    private readonly ILookup<string, Known> _byShortName;

    private OrganizationIndex(IReadOnlyList<Known> all)
    {
        (_byCode, _byName, _byShortName) = (all.ToLookup(row => Key(row.Code)), all.ToLookup(row => Key(row.Name)), all.ToLookup(row => Key(row.ShortName)));
    }

    public sealed record Known(int Id, string Code, string Name, string ShortName, DateOnly? ValidFromOn, DateOnly? ValidToOn, int? SuccessorId);

    public static async Task<OrganizationIndex> Load(PortalDb db) =>
        new(await db.Organizations.AsNoTracking().OrderBy(row => row.Id).Select(row => new Known(row.Id, row.Code, row.Name, row.ShortName, row.ValidFromOn, row.ValidToOn, row.SuccessorId)).ToListAsync());

    public bool HasCode(string code) => _byCode[Key(code)].Any();

    /// <summary>The organization in operation on that day, or why it is not one.</summary>
    public (Known? Found, string? Problem) Find(string text, DateOnly on)
    {
        var code = text.EndsWith(']') ? text[(text.LastIndexOf('[') + 1)..^1] : text;
        var found = new[] { _byCode[Key(code)], _byName[Key(text)], _byShortName[Key(text)] }.Select(rows => rows.ToList()).FirstOrDefault(rows => rows.Count > 0) ?? [];
        var open = found.Where(row => row.ValidToOn is not { } to || to >= on).ToList();
        return (found, open) switch
        {
            ({ Count: 0 }, _) => (null, "Không có đơn vị này trong danh mục; nhập mã hoặc tên như trong danh mục, không cần dấu."),
            (_, { Count: 0 }) => (null, $"{found[0].Name} đã thôi hoạt động từ sau ngày {found[0].ValidToOn:dd/MM/yyyy}."),
            (_, { Count: 1 }) => (open[0], null),
            _ => (null, $"Có nhiều đơn vị khớp, hãy nhập mã: {string.Join("; ", open.Take(5).Select(row => $"{row.Name} [{row.Code}]"))}."),
        };
    }

    public static string Key(string text) => string.Join(' ', Text.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
