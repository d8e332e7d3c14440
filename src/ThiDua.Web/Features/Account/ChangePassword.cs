using Microsoft.AspNetCore.Identity;
using ThiDua.Domain;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Account;

/// <summary>Changes one's own password; every other session of the account ends.</summary>
public sealed class ChangePassword(UserManager<User> users, Sessions sessions, SignInThrottle throttle, CurrentPerson person, IHttpContextAccessor http)
{
    public async Task Handle(PasswordForm form)
    {
        var user = await users.FindByIdAsync($"{person.Person.UserId}") ?? throw new NotFound();
        using var attempt = await throttle.Begin(user.UserName!, $"{http.HttpContext!.Connection.RemoteIpAddress}")
            ?? throw new RuleViolation("Đã nhập sai mật khẩu quá nhiều lần. Hãy chờ một phút rồi thử lại.", nameof(form.Current));
        user.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(user, form.Current!, form.New!);
        if (result.Errors.FirstOrDefault() is { } error)
        {
            var isWrong = error.Code == nameof(IdentityErrorDescriber.PasswordMismatch);
            if (isWrong)
            {
                attempt.WasWrong();
            }

            throw new RuleViolation(string.Join(' ', result.Errors.Select(row => row.Description)), isWrong ? nameof(form.Current) : nameof(form.New));
        }

        await sessions.GoOn(user);
    }
}
