using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.SignIn;

/// <summary>What became of a try to sign in.</summary>
public enum SignInOutcome { SignedIn, NeedsCode, Refused, TooManyTries, TooLate }

/// <summary>The answer to a try: the person where signed in, the ticket for the second step where a code is asked for.</summary>
public sealed record SignInAnswer(SignInOutcome Outcome, ClaimsPrincipal? Person = null, string? Ticket = null);

/// <summary>Signs in by user name and password. An unknown name, a wrong password and a locked account cannot be told apart, neither by words nor by time.</summary>
public sealed class SignInWithPassword(UserManager<User> users, Sessions sessions, TwoFactor twoFactor, SecondStep steps, SignInThrottle throttle, IHttpContextAccessor http)
{
    private static readonly TimeSpan RefusalTakes = TimeSpan.FromMilliseconds(300);
    private static readonly string HashOfNobody = new PasswordHasher<User>().HashPassword(new(), "mật khẩu không của ai");

    public async Task<SignInAnswer> Handle(string userName, string password)
    {
        var began = Stopwatch.GetTimestamp();
        using var attempt = await throttle.Begin(userName, $"{http.HttpContext!.Connection.RemoteIpAddress}");
        if (attempt is null)
        {
            return new(SignInOutcome.TooManyTries);
        }

        var user = await users.FindByNameAsync(userName.Trim());
        if (await IsRight(user, password))
        {
            return user!.TwoFactorEnabled
                ? new(SignInOutcome.NeedsCode, Ticket: steps.TicketOf(user))
                : new(SignInOutcome.SignedIn, await sessions.Begin(user, await twoFactor.IsDemandedOf(user.Id)));
        }

        attempt.WasWrong();
        await UntilRefusalMayBeGiven(began);
        return new(SignInOutcome.Refused);
    }

    private async Task<bool> IsRight(User? user, string password)
    {
        if (user is null)
        {
            users.PasswordHasher.VerifyHashedPassword(new(), HashOfNobody, password);
            return false;
        }

        var matches = await users.CheckPasswordAsync(user, password);
        if (user.IsLocked || await users.IsLockedOutAsync(user))
        {
            return false;
        }

        if (!matches)
        {
            await users.AccessFailedAsync(user);
        }
        else if (!user.TwoFactorEnabled) // else the right code does: who has the password alone must not try codes for ever
        {
            await users.ResetAccessFailedCountAsync(user);
        }

        return matches;
    }

    // Counting a wrong try is written to the database only for known names: the time it takes must not show.
    private static Task UntilRefusalMayBeGiven(long began)
    {
        var left = RefusalTakes - Stopwatch.GetElapsedTime(began);
        return left > TimeSpan.Zero ? Task.Delay(left) : Task.CompletedTask;
    }
}
