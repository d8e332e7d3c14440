using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared.Lines;

/// <summary>Reads which leaves are not assigned to a unit (không giao chỉ tiêu): one statement.</summary>
public static class NotAssignedInDb
{
    public static async Task<NotAssignedLeaves> NotAssignedOf(this PortalDb db, int sheetId, NotAssignedPolicy policy) =>
        new(policy, (await Decided(db).Where(row => row.SheetId == sheetId).Select(row => row.CriterionId).ToListAsync()).ToHashSet());

    /// <summary>Of all sheets of the year; a sheet that is not there has every leaf assigned.</summary>
    public static async Task<Dictionary<int, NotAssignedLeaves>> NotAssignedBySheet(this PortalDb db, NotAssignedPolicy policy) =>
        (await Decided(db).Select(row => new { row.SheetId, row.CriterionId }).ToListAsync())
            .GroupBy(row => row.SheetId).ToDictionary(group => group.Key, group => new NotAssignedLeaves(policy, group.Select(row => row.CriterionId).ToHashSet()));

    private static IQueryable<LeafAssignment> Decided(PortalDb db) => db.LeafAssignments.Where(row => row.State == AssignmentState.NotAssigned);
}
