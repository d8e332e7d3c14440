using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Imports;

/// <summary>All organizations, to be found by code, name or short name without diacritics: one statement for a whole file.</summary>
public sealed class OrganizationIndex
{
    private const int MostMergers = 5;
    private readonly Dictionary<int, Known> _byId;
    private readonly ILookup<string, Known> _byCode;
    private readonly ILookup<string, Known> _byName;
    private readonly ILookup<string, Known> _byShortName;

    private OrganizationIndex(IReadOnlyList<Known> all)
    {
        _byId = all.ToDictionary(row => row.Id);
        (_byCode, _byName, _byShortName) = (all.ToLookup(row => Key(row.Code)), all.ToLookup(row => Key(row.Name)), all.ToLookup(row => Key(row.ShortName)));
    }

    public sealed record Known(int Id, string Code, string Name, string ShortName, DateOnly? ValidFromOn, DateOnly? ValidToOn, int? SuccessorId);

    public static async Task<OrganizationIndex> Load(PortalDb db) =>
        new(await db.Organizations.AsNoTracking().OrderBy(row => row.Id).Select(row => new Known(row.Id, row.Code, row.Name, row.ShortName, row.ValidFromOn, row.ValidToOn, row.SuccessorId)).ToListAsync());

    public bool HasCode(string code) => _byCode[Key(code)].Any();

    /// <summary>The organization in operation on that day, or why it is not one.</summary>
    public (Known? Found, string? Problem) Find(string text, DateOnly on)
    {
        var found = Named(text);
        var open = found.Where(row => row.ValidToOn is not { } to || to >= on).ToList();
        return (found, open) switch
        {
            ({ Count: 0 }, _) => (null, "Không có đơn vị này trong danh mục; nhập mã hoặc tên như trong danh mục, không cần dấu."),
            (_, { Count: 0 }) => (null, $"{found[0].Name} đã thôi hoạt động từ sau ngày {found[0].ValidToOn:dd/MM/yyyy}."),
            (_, { Count: 1 }) => (open[0], null),
            _ => (null, $"Có nhiều đơn vị khớp, hãy nhập mã: {string.Join("; ", open.Take(5).Select(row => $"{row.Name} [{row.Code}]"))}."),
        };
    }

    /// <summary>The organization that was so called in that year, through mergers before it; or why it is not one.</summary>
    public (Known? Found, string? Problem) FindIn(string text, int year)
    {
        var (begin, end) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var found = Named(text);
        var then = found.Where(row => (row.ValidFromOn is not { } from || from <= end) && (row.ValidToOn is not { } to || to >= begin)).ToList();
        var successors = then.Count > 0 ? then : found.Select(row => SuccessorIn(row, begin)).OfType<Known>().DistinctBy(row => row.Id).ToList();
        return (found.Count, successors) switch
        {
            (0, _) => (null, "Không có đơn vị này trong danh mục; nhập mã hoặc tên như trong danh mục, không cần dấu."),
            (_, { Count: 0 }) => (null, $"{found[0].Name} không hoạt động trong năm {year}."),
            (_, { Count: 1 }) => (successors[0], null),
            _ => (null, $"Có nhiều đơn vị khớp, hãy nhập mã: {string.Join("; ", successors.Take(5).Select(row => $"{row.Name} [{row.Code}]"))}."),
        };
    }

    private Known? SuccessorIn(Known row, DateOnly on)
    {
        for (var merger = 0; merger < MostMergers && row.ValidToOn < on && row.SuccessorId is { } next && _byId.TryGetValue(next, out var successor); merger++)
        {
            row = successor;
        }

        return row.ValidToOn is not { } to || to >= on ? row.ValidFromOn is not { } from || from <= on.AddYears(1) ? row : null : null;
    }

    private List<Known> Named(string text)
    {
        var code = text.EndsWith(']') ? text[(text.LastIndexOf('[') + 1)..^1] : text;
        return new[] { _byCode[Key(code)], _byName[Key(text)], _byShortName[Key(text)] }.Select(rows => rows.ToList()).FirstOrDefault(rows => rows.Count > 0) ?? [];
    }

    public static string Key(string text) => string.Join(' ', Text.Fold(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
