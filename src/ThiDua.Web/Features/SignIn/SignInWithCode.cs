using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.SignIn;

/// <summary>The second step of signing in: the code of the app, or a recovery code. Wrong codes count like wrong passwords.</summary>
public sealed class SignInWithCode(UserManager<User> users, SecondStep steps, TwoFactor twoFactor, Sessions sessions, SignInThrottle throttle, IHttpContextAccessor http)
{
    /// <returns>The outcome, with the person where signed in; <see cref="SignInOutcome.TooLate"/> where to begin again with the password.</returns>
    public async Task<(SignInOutcome Outcome, ClaimsPrincipal? Person)> Handle(string? ticket, string code)
    {
        if (await steps.UserOf(ticket) is not { } known)
        {
            return (SignInOutcome.TooLate, null);
        }

        using var attempt = await throttle.Begin(known.Name, $"{http.HttpContext!.Connection.RemoteIpAddress}");
        if (attempt is null)
        {
            return (SignInOutcome.TooManyTries, null);
        }

        // Read after one's turn has come: a code taken just before is known here.
        var user = await users.FindByIdAsync($"{known.Id}");
        if (user is { IsLocked: false, TwoFactorEnabled: true } && !await users.IsLockedOutAsync(user) && await IsRight(user, code))
        {
            return (SignInOutcome.SignedIn, await sessions.Begin(user));
        }

        attempt.WasWrong();
        return (SignInOutcome.Refused, null);
    }

    private async Task<bool> IsRight(User user, string code)
    {
        var isRight = await twoFactor.Takes(user, code);
        await (isRight ? users.ResetAccessFailedCountAsync(user) : users.AccessFailedAsync(user));
        return isRight;
    }
}
