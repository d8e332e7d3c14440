using Microsoft.AspNetCore.Identity;
using ThiDua.Domain;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>
/// Proves that the person at the keyboard is the one who signed in (xác nhận lại): the password once more, or the code of the app where the account asks for one at sign-in.
/// Wrong tries count like those at sign-in.
/// </summary>
public sealed class PersonProof(UserManager<User> users, TwoFactor twoFactor, SignInThrottle throttle, CurrentPerson person, IHttpContextAccessor http)
{
    public const string PasswordField = "Password";
    public const string CodeField = "AppCode";

    /// <summary>Whether the code of the app is asked for in place of the password.</summary>
    public async Task<bool> AsksForCode() => (await Own()).TwoFactorEnabled;

    /// <exception cref="RuleViolation">Nothing typed, wrong, or tried too often.</exception>
    public async Task Require(string? password, string? code)
    {
        var user = await Own();
        var (typed, field, name) = user.TwoFactorEnabled ? (code, CodeField, "mã xác thực") : (password, PasswordField, "mật khẩu");
        RuleViolation.Require(!string.IsNullOrEmpty(typed), $"Nhập {name} của bạn để ký.", field);
        using var attempt = await throttle.Begin(user.UserName!, $"{http.HttpContext!.Connection.RemoteIpAddress}")
            ?? throw new RuleViolation($"Đã nhập sai {name} quá nhiều lần. Hãy chờ một phút rồi thử lại.", field);
        if (user.IsLocked || await users.IsLockedOutAsync(user) || !await IsRight(user, typed!))
        {
            attempt.WasWrong();
            throw new RuleViolation($"{(user.TwoFactorEnabled ? "Mã xác thực không đúng hoặc đã dùng, hãy chờ mã mới" : "Mật khẩu không đúng")}. Nếu đã nhập sai nhiều lần, hãy chờ 5 phút rồi thử lại.", field);
        }
    }

    private async Task<bool> IsRight(User user, string typed)
    {
        var isRight = user.TwoFactorEnabled ? await twoFactor.Takes(user, typed) : await users.CheckPasswordAsync(user, typed);
        await (isRight ? users.ResetAccessFailedCountAsync(user) : users.AccessFailedAsync(user));
        return isRight;
    }

    private async Task<User> Own() => await users.FindByIdAsync($"{person.Person.UserId}") ?? throw new NotFound();
}
