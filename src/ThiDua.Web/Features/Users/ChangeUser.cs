using Microsoft.AspNetCore.Identity;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Users;

/// <summary>Writes the full name and the mailbox, and whether the account administers the system.</summary>
public sealed class DescribeUser(PortalDb db, CurrentPerson person)
{
    public async Task Handle(int userId, UserForm form)
    {
        var user = await db.Users.OneAsync(row => row.Id == userId);
        RuleViolation.Require(userId != person.Person.UserId || form.IsAdministrator, "Không thể tự bỏ quyền quản trị của mình; hãy nhờ quản trị viên khác.", nameof(form.IsAdministrator));
        (user.FullName, user.IsAdministrator) = (Text.Clean(form.FullName)!, form.IsAdministrator);
        user.Email = Text.Clean(form.Email);
        user.NormalizedEmail = user.Email?.ToUpperInvariant();
        db.Entry(user).Property(row => row.ConcurrencyStamp).OriginalValue = form.Stamp;
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        await db.SaveChangesAsync();
    }
}

/// <summary>Locks an account, which ends its sessions, or opens it again.</summary>
public sealed class LockUser(PortalDb db, UserManager<User> users, Sessions sessions, CurrentPerson person)
{
    public async Task Handle(int userId, bool locked)
    {
        RuleViolation.Require(userId != person.Person.UserId, "Không thể tự khóa tài khoản của mình.");
        var user = await db.Users.OneAsync(row => row.Id == userId);
        user.IsLocked = locked;
        (await users.UpdateSecurityStampAsync(user)).Require();
        await sessions.EndAll(userId);
    }
}

/// <summary>Ends every session of an account: who uses it signs in again.</summary>
public sealed class EndSessionsOfUser(PortalDb db, UserManager<User> users, Sessions sessions, CurrentPerson person, TimeProvider clock)
{
    public async Task Handle(int userId)
    {
        RuleViolation.Require(userId != person.Person.UserId, "Kết thúc phiên của chính mình ở mục “Tài khoản”.");
        var user = await db.Users.OneAsync(row => row.Id == userId);
        user.SessionsEndedAt = clock.GetUtcNow().UtcDateTime;
        (await users.UpdateSecurityStampAsync(user)).Require();
        await sessions.EndAll(userId);
    }
}

/// <summary>Switches the two-factor sign-in of an account off, whose telephone and recovery codes are lost; its sessions end.</summary>
public sealed class ResetTwoFactor(PortalDb db, TwoFactor twoFactor, Sessions sessions, CurrentPerson person)
{
    public async Task Handle(int userId)
    {
        RuleViolation.Require(userId != person.Person.UserId, "Tắt xác thực hai lớp của chính mình ở mục “Tài khoản”.");
        var user = await db.Users.OneAsync(row => row.Id == userId);
        RuleViolation.Require(user.TwoFactorEnabled, "Xác thực hai lớp của tài khoản này đang tắt.");
        await twoFactor.SwitchOff(user);
        await sessions.EndAll(userId);
    }
}

/// <summary>Gives an account another office (cương vị).</summary>
public sealed class GiveOffice(PortalDb db, OrganizationByText organizations, CurrentActor current)
{
    public async Task Handle(int userId, OfficeForm form)
    {
        var user = await db.Users.OneAsync(row => row.Id == userId);
        var organization = await organizations.Handle(form.Organization!, form.FromOn!.Value);
        db.Add(new Office(current.Actor, user.Id, organization.Id, form.Capacity!.Value, form.Title!, form.FromOn!.Value));
        await db.SaveChangesAsync();
    }
}

/// <summary>Ends an office with a day.</summary>
public sealed class EndOffice(PortalDb db, CurrentActor current)
{
    public async Task Handle(int userId, int officeId, EndOfficeForm form)
    {
        var office = await db.Offices.OneAsync(row => row.Id == officeId && row.UserId == userId);
        office.End(current.Actor, form.ToOn!.Value);
        await db.SaveChangesAsync();
    }
}

internal static class IdentityResults
{
    public static void Require(this IdentityResult result) => RuleViolation.Require(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Description)));
}
