using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>An organization with its kind and who stands in its place today (nay là …), through several mergers where there were several.</summary>
public sealed record OrganizationNow(int Id, string KindName, OrganizationNow.Named? Successor)
{
    private const int MostMergers = 5;

    public sealed record Named(int Id, string Name);

    public static async Task<IReadOnlyList<OrganizationNow>> Load(PortalDb db, IQueryable<Organization> organizations)
    {
        var rows = await organizations.AsNoTracking().Join(db.OrganizationKinds, row => row.KindId, kind => kind.Id, (row, kind) => new { row.Id, row.SuccessorId, KindName = kind.Name }).ToListAsync();
        var known = await SuccessorsOf(db, [.. rows.Where(row => row.SuccessorId is not null).Select(row => row.SuccessorId!.Value).Distinct()]);
        return [.. rows.Select(row => new OrganizationNow(row.Id, row.KindName, LastOf(row.SuccessorId, known)))];
    }

    private static async Task<Dictionary<int, (string Name, int? SuccessorId)>> SuccessorsOf(PortalDb db, IReadOnlyList<int> ids)
    {
        var known = new Dictionary<int, (string, int?)>();
        for (var merger = 0; merger < MostMergers && ids.Count > 0; merger++)
        {
            var rows = await db.Organizations.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Name, row.SuccessorId }).ToListAsync();
            rows.ForEach(row => known[row.Id] = (row.Name, row.SuccessorId));
            ids = [.. rows.Where(row => row.SuccessorId is { } next && !known.ContainsKey(next)).Select(row => row.SuccessorId!.Value).Distinct()];
        }

        return known;
    }

    private static Named? LastOf(int? id, Dictionary<int, (string Name, int? SuccessorId)> known)
    {
        Named? last = null;
        for (var merger = 0; merger < MostMergers && id is { } next && known.TryGetValue(next, out var row); merger++)
        {
            (last, id) = (new(next, row.Name), row.SuccessorId);
        }

        return last;
    }
}
