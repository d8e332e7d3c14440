using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Begins and ends sessions (phiên đăng nhập): a row for each, its id in the cookie; a cookie whose row has ended opens nothing from the next request on.</summary>
public sealed class Sessions(PortalDb db, SignInManager<User> signIn, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Claim = "thidua.phien";

    /// <summary>How long a session goes on without a request.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>How far what is said of the last request may lag behind.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public static int? IdOf(ClaimsPrincipal person) => int.TryParse(person.FindFirstValue(Claim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <returns>The person, for the rest of this request.</returns>
    public async Task<ClaimsPrincipal> Begin(User user, bool mustSetUpTwoFactor = false)
    {
        var context = http.HttpContext!;
        var session = new UserSession(user.Id, Address(context), context.Request.Headers.UserAgent.ToString(), clock.GetUtcNow().UtcDateTime) { MustSetUpTwoFactor = mustSetUpTwoFactor };
        db.Add(session);
        await db.SaveChangesAsync();
        return await WriteCookie(user, session.Id);
    }

    /// <summary>Goes on with this session after a change that ended all others by the account's security stamp.</summary>
    public async Task GoOn(User user)
    {
        var id = IdOf(http.HttpContext!.User);
        await EndAll(user.Id, exceptId: id);
        await (id is { } known ? WriteCookie(user, known) : Begin(user));
    }

    public async Task EndThis()
    {
        if (IdOf(http.HttpContext!.User) is { } id)
        {
            await End(db.UserSessions.Where(row => row.Id == id));
        }

        await signIn.SignOutAsync();
    }

    /// <returns>How many ended.</returns>
    public Task<int> EndAll(int userId, int? exceptId = null) => End(db.UserSessions.Where(row => row.UserId == userId && row.Id != exceptId));

    /// <summary>The sessions that may still be open, the latest first.</summary>
    public IQueryable<UserSession> OpenOf(int userId)
    {
        var since = clock.GetUtcNow().UtcDateTime - Lifetime - SeenEvery;
        return db.UserSessions.AsNoTracking().Where(row => row.UserId == userId && row.EndedAt == null && row.LastSeenAt > since).OrderByDescending(row => row.LastSeenAt).ThenByDescending(row => row.Id);
    }

    internal static string Address(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? $"{(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address)}" : "";

    private Task<int> End(IQueryable<UserSession> sessions)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return sessions.Where(row => row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
    }

    private async Task<ClaimsPrincipal> WriteCookie(User user, int sessionId)
    {
        Claim[] claims = [new(Claim, sessionId.ToString(CultureInfo.InvariantCulture))];
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, claims);
        var person = await signIn.CreateUserPrincipalAsync(user);
        ((ClaimsIdentity)person.Identity!).AddClaims(claims);
        return person;
    }
}
