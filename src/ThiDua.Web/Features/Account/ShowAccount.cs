using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Account;

/// <summary>One's own account (tài khoản).</summary>
public sealed record AccountPage(string UserName, string FullName, IReadOnlyList<string> Offices, int OpenSessions, bool HasTwoFactor);

/// <summary>Shows one's own account, from where its safety is looked after.</summary>
public sealed class ShowAccount(PortalDb db, Sessions sessions, CurrentPerson person)
{
    public async Task<AccountPage> Handle()
    {
        var user = await db.Users.AsNoTracking().OneAsync(row => row.Id == person.Person.UserId);
        return new(user.UserName!, user.FullName, [.. person.Person.Offices.Select(office => office.Name)], await sessions.OpenOf(user.Id).CountAsync(), user.TwoFactorEnabled);
    }
}
