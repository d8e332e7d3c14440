using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Organizations;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Organizations;

/// <summary>Keeps the tree of organizations, and the chain of successors, free of circles.</summary>
public static class OrganizationTree
{
    private const int Deepest = 50;

    /// <summary>Refuses where the way up from <paramref name="start"/> comes to the organization itself.</summary>
    public static async Task RequireNotAbove(PortalDb db, int? organizationId, Organization? start, System.Linq.Expressions.Expression<Func<Organization, int?>> up, string message, string field)
    {
        if (organizationId is null || start is null)
        {
            return;
        }

        int? at = start.Id;
        for (var step = 0; step < Deepest && at is { } id && id != organizationId; step++)
        {
            at = await db.Organizations.Where(row => row.Id == id).Select(up).SingleAsync();
        }

        RuleViolation.Require(at is null, message, field);
    }
}
