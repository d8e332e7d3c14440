using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>
/// Nhập thay: the leader's staff acts as a clerk of a member that has no accounts, from its signed paper; people of the organization that a member merged into act for it.
/// Which unit is meant is kept in a cookie; whether it may be is asked at each request.
/// </summary>
public static class OnBehalf
{
    public const string Cookie = "ThiDua.NhapThay";

    /// <summary>The actor for the unit named by the cookie; the same actor where there is none, or no longer a right to it.</summary>
    public static async Task<Actor> Of(HttpContext http, PortalDb db, EnteredYear year, Actor actor, DateOnly today)
    {
        if (http.Request.Cookies[Cookie]?.Split(':') is not [var yearText, var unitText] || yearText != $"{year.Id}" || !int.TryParse(unitText, out var unitId))
        {
            return actor;
        }

        return await Find(db, year, actor, unitId, today) is { } unit ? As(actor, unit) : actor;
    }

    /// <summary>The unit, where this person may enter for it today.</summary>
    public static async Task<UnitWithoutAccount?> Find(PortalDb db, EnteredYear year, Actor actor, int unitId, DateOnly today) =>
        (await Units(db, year, actor, today)).FirstOrDefault(unit => unit.Id == unitId);

    /// <summary>The members that this person may enter for.</summary>
    public static async Task<IReadOnlyList<UnitWithoutAccount>> Units(PortalDb db, EnteredYear year, Actor actor, DateOnly today)
    {
        var mayForAll = actor.Can(Permission.EnterOnBehalf);
        var rows = await (
            from member in db.Memberships.IgnoreQueryFilters([PortalDb.ThisClusterYear]).AsNoTracking().Where(Membership.TakesPartOn(today))
            where member.ClusterYearId == year.Id
            join unit in db.Organizations on member.OrganizationId equals unit.Id
            select new
            {
                unit.Id,
                member.NameThen,
                member.SuccessorId,
                HasAccounts = db.Offices.Any(office => (office.OrganizationId == unit.Id || office.OrganizationId == unit.AdvisingBodyId) && office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)),
            }).ToListAsync();
        return [.. rows.Where(row => row.Id != actor.UnitId && (row.SuccessorId is { } successor ? actor.OwnOrganizationIds.Contains(successor) : mayForAll && !row.HasAccounts))
            .DistinctBy(row => row.Id).Select(row => new UnitWithoutAccount(row.Id, row.NameThen, IsMerged: row.SuccessorId is not null))];
    }

    // From paper the person is the unit's clerk; for a unit that merged into the own organization, what they are there.
    private static Actor As(Actor actor, UnitWithoutAccount unit) => actor with
    {
        UserName = $"{actor.UserName} (nhập thay {unit.Name})",
        Capacity = unit.IsMerged ? actor.Capacity : Capacity.Clerk,
        UnitId = unit.Id,
        Positions = new HashSet<Position> { Position.Member },
        Delegations = [],
        OnBehalfOf = unit.Name,
    };
}

/// <summary>A member that others enter for: it has no accounts, or merged into another organization.</summary>
public sealed record UnitWithoutAccount(int Id, string Name, bool IsMerged);
