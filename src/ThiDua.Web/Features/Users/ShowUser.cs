using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Users;

/// <summary>An office of an account, past ones too.</summary>
public sealed record OfficeRow(int Id, string Title, Capacity Capacity, string OrganizationName, DateOnly FromOn, DateOnly? ToOn, bool IsOver);

/// <summary>The page of one account.</summary>
public sealed record UserPage(int Id, string UserName, string FullName, bool IsAdministrator, bool IsLocked, bool MustChangePassword, string Stamp, bool IsSelf, DateOnly Today, IReadOnlyList<OfficeRow> Offices)
{
    /// <summary>The open sessions, at most twenty.</summary>
    public IReadOnlyList<SessionRow> Sessions { get; init; } = [];

    public bool HasTwoFactor { get; init; }

    /// <summary>Where the portal sends mail; null: nowhere.</summary>
    public string? Email { get; init; }
}

/// <summary>Shows one account with all offices that it ever held.</summary>
public sealed class ShowUser(PortalDb db, Sessions sessions, CurrentPerson person, TimeProvider clock)
{
    public async Task<UserPage> Handle(int userId)
    {
        var user = await db.Users.AsNoTracking().OneAsync(row => row.Id == userId);
        var today = Days.Today(clock);
        var offices = await (
            from office in db.Offices.AsNoTracking()
            where office.UserId == userId
            join organization in db.Organizations on office.OrganizationId equals organization.Id
            orderby office.ToOn != null, office.FromOn descending
            select new OfficeRow(office.Id, office.Title, office.Capacity, organization.Name, office.FromOn, office.ToOn, office.ToOn < today)).ToListAsync();
        return new(user.Id, user.UserName!, user.FullName, user.IsAdministrator, user.IsLocked, user.MustChangePassword, user.ConcurrencyStamp!, user.Id == person.Person.UserId, today, offices)
        {
            HasTwoFactor = user.TwoFactorEnabled,
            Email = user.Email,
            Sessions = [.. (await sessions.OpenOf(userId).Take(PageSize.Rows).ToListAsync()).Select(row => SessionRow.Of(row, person.Person.SessionId))],
        };
    }
}
