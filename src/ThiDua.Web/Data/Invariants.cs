using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Data.Audit;

namespace ThiDua.Web.Data;

/// <summary>What must hold of the whole database whatever was done (tính toàn vẹn): intact hash chains, one leader on each day, a unit once in a year on each day.</summary>
public static class Invariants
{
    /// <returns>What does not hold, in words; empty when all is well.</returns>
    public static async Task<IReadOnlyList<string>> Faults(PortalDb db, CancellationToken cancellationToken) =>
        [.. await AuditTrail.Verify(db, cancellationToken), .. await Leaders(db, cancellationToken), .. await Members(db, cancellationToken)];

    private static async Task<IEnumerable<string>> Leaders(PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await db.PositionsHeld.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(row => row.Position == Position.Leader)
            .Select(row => new { row.ClusterYearId, row.Year.Name, Number = row.Year.Year, row.FromOn, row.ToOn }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.ClusterYearId).Where(year => Overlap(year.Select(row => (row.FromOn, row.ToOn)))).Select(year => $"{year.First().Name} – {year.First().Number}: có ngày có hai đơn vị trưởng.");
    }

    private static async Task<IEnumerable<string>> Members(PortalDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Memberships.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking()
            .Select(row => new { row.ClusterYearId, row.Year.Name, Number = row.Year.Year, row.OrganizationId, row.NameThen, row.FromOn, row.ToOn }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => (row.ClusterYearId, row.OrganizationId)).Where(unit => Overlap(unit.Select(row => (row.FromOn, row.ToOn)))).Select(unit => $"{unit.First().Name} – {unit.First().Number}: {unit.First().NameThen} có tên hai lần trong cùng một ngày.");
    }

    // A row that was ended before it began is none.
    private static bool Overlap(IEnumerable<(DateOnly From, DateOnly? To)> spans)
    {
        var ordered = spans.Where(span => span.To is null || span.To >= span.From).OrderBy(span => span.From).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.To is null || pair.First.To >= pair.Second.From);
    }
}
