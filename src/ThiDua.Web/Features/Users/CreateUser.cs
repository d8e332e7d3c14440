using Microsoft.AspNetCore.Identity;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Users;

/// <summary>An account with a password just given: shown this once.</summary>
public sealed record PasswordGiven(int UserId, string UserName, string FullName, string Password);

/// <summary>Makes an account with its first office and first password.</summary>
public sealed class CreateUser(PortalDb db, UserManager<User> users, OrganizationByText organizations, CurrentActor current)
{
    public async Task<PasswordGiven> Handle(NewUserForm form)
    {
        var organization = Text.Clean(form.Organization) is { } typed ? await organizations.Handle(typed, form.FromOn!.Value) : null;
        var user = new User
        {
            UserName = form.UserName!.Trim().ToLowerInvariant(),
            FullName = Text.Clean(form.FullName)!,
            Email = Text.Clean(form.Email),
            IsAdministrator = form.IsAdministrator,
            MustChangePassword = true,
            LockoutEnabled = true,
        };
        var password = GivenPassword.New();
        var result = await users.CreateAsync(user, password);
        RuleViolation.Require(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Description)), nameof(form.UserName));
        if (organization is not null)
        {
            db.Add(new Office(current.Actor, user.Id, organization.Id, form.Capacity!.Value, form.Title!, form.FromOn!.Value));
            await db.SaveChangesAsync();
        }

        return new(user.Id, user.UserName, user.FullName, password);
    }
}

/// <summary>Gives a new password in place of a forgotten one; every session of the account ends.</summary>
public sealed class ResetPassword(PortalDb db, UserManager<User> users, Sessions sessions, CurrentPerson person)
{
    public async Task<PasswordGiven> Handle(int userId)
    {
        RuleViolation.Require(userId != person.Person.UserId, "Đổi mật khẩu của chính mình ở mục “Đổi mật khẩu”.");
        var user = await db.Users.OneAsync(row => row.Id == userId);
        var password = GivenPassword.New();
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        (user.MustChangePassword, user.AccessFailedCount, user.LockoutEnd) = (true, 0, null);
        (await users.UpdateSecurityStampAsync(user)).Require();
        await sessions.EndAll(userId);
        return new(user.Id, user.UserName!, user.FullName, password);
    }
}
