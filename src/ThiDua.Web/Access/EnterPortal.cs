using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Access;

/// <summary>Finds out, once a request, who is signed in and in which office (cương vị) the person acts.</summary>
public sealed class EnterPortal(RequestDelegate next)
{
    public const string OfficeCookie = "thidua.cuongvi";
    public const string ChangePasswordPath = "/tai-khoan/mat-khau";
    public const string SetUpTwoFactorPath = "/tai-khoan/xac-thuc-hai-lop/bat";
    private static readonly string SecurityStampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    public async Task InvokeAsync(HttpContext http, PortalDb db, CurrentPerson person, CurrentActor current, TimeProvider clock)
    {
        if (http.GetEndpoint() is { } endpoint && int.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var userId))
        {
            var found = await Load(db, userId, http, clock);
            if (found is null)
            {
                // Locked, ended from another browser, or the password was changed elsewhere: this session has ended.
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            else
            {
                person.Enter(found);
                current.Enter(ActorOutsideAnyYear(found));
                if (found.MustChangePassword && http.Request.Path != ChangePasswordPath && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
                {
                    http.Response.Redirect(ChangePasswordPath);
                    return;
                }

                if (found is { MustSetUpTwoFactor: true, MustChangePassword: false } && !IsOpenBeforeSetUp(http.Request.Path) && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
                {
                    await LeadToSetUp(http);
                    return;
                }
            }
        }

        await next(http);
    }

    private static bool IsOpenBeforeSetUp(PathString path) => path == SetUpTwoFactorPath || path == ChangePasswordPath || path == KeptForms.AgainPath;

    // What an older page sends is kept, as when a session has ended.
    private static async Task LeadToSetUp(HttpContext http)
    {
        if (PortalAccess.IsByScript(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (await KeptForms.Take(http))
        {
            http.Response.StatusCode = StatusCodes.Status428PreconditionRequired;
        }
        else
        {
            http.Response.Redirect(SetUpTwoFactorPath);
        }
    }

    private static async Task<Person?> Load(PortalDb db, int userId, HttpContext http, TimeProvider clock)
    {
        var (today, sessionId) = (Days.Today(clock), Sessions.IdOf(http.User));
        var rows = await (
            from user in db.Users
            where user.Id == userId && !user.IsLocked
            join open in db.UserSessions.Where(row => row.Id == sessionId && row.EndedAt == null) on user.Id equals open.UserId into sessions
            from session in sessions.DefaultIfEmpty()
            join held in db.Offices.Where(office => office.FromOn <= today && (office.ToOn == null || office.ToOn >= today)) on user.Id equals held.UserId into all
            from office in all.DefaultIfEmpty()
            join found in db.Organizations on office.OrganizationId equals found.Id into its
            from organization in its.DefaultIfEmpty()
            join advises in db.Organizations on organization.Id equals advises.AdvisingBodyId into advisedBy
            from advised in advisedBy.DefaultIfEmpty()
            select new
            {
                user.FullName,
                user.IsAdministrator,
                user.MustChangePassword,
                user.SecurityStamp,
                SessionId = (int?)session.Id,
                LastSeenAt = (DateTime?)session.LastSeenAt,
                MustSetUpTwoFactor = !user.TwoFactorEnabled && (bool?)session.MustSetUpTwoFactor == true,
                OfficeId = (int?)office.Id,
                office.Title,
                Capacity = (Capacity?)office.Capacity,
                OrganizationId = (int?)organization.Id,
                organization.Name,
                AdvisedId = (int?)advised.Id,
                Unread = db.Notifications.Count(notice => notice.UserId == userId && notice.ReadAt == null && db.Offices.Any(own => own.Id == notice.OfficeId && own.FromOn <= today && (own.ToOn == null || own.ToOn >= today))),
            }).AsNoTracking().ToListAsync();
        if (rows.Count == 0 || (http.User.FindFirstValue(SecurityStampClaim) is { } stamp && stamp != rows[0].SecurityStamp) || (IsByCookie(http.User) && rows[0].SessionId is null))
        {
            return null;
        }

        await See(db, rows[0].SessionId, rows[0].LastSeenAt, http, clock.GetUtcNow().UtcDateTime);
        var offices = rows.Where(row => row.OfficeId is not null).GroupBy(row => row.OfficeId!.Value)
            .Select(group => new OfficeHeld(group.Key, group.First().Title, group.First().Capacity!.Value, group.First().OrganizationId!.Value, group.First().Name,
                [.. group.Where(row => row.AdvisedId is not null).Select(row => row.AdvisedId!.Value)]))
            .OrderBy(office => office.Id).ToList();
        var chosen = http.Request.Cookies[OfficeCookie];
        var current = offices.Find(office => office.Id.ToString() == chosen) ?? offices.FirstOrDefault();
        return new(userId, rows[0].FullName, rows[0].IsAdministrator, rows[0].MustChangePassword, offices, current) { SessionId = rows[0].SessionId, MustSetUpTwoFactor = rows[0].MustSetUpTwoFactor, Unread = rows[0].Unread };
    }

    private static bool IsByCookie(ClaimsPrincipal user) => user.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;

    private static async Task See(PortalDb db, int? sessionId, DateTime? lastSeenAt, HttpContext http, DateTime now)
    {
        if (now - lastSeenAt > Sessions.SeenEvery)
        {
            var address = Sessions.Address(http);
            await db.UserSessions.Where(row => row.Id == sessionId).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now).SetProperty(row => row.Address, address));
        }
    }

    internal static Actor ActorOutsideAnyYear(Person person) =>
        new(person.UserId, person.FullName, person.Office?.Id ?? 0, person.Office?.Name ?? (person.IsAdministrator ? "Quản trị hệ thống" : "Chưa có cương vị"), person.Office?.OrganizationId ?? 0, person.Office?.Capacity ?? Capacity.Clerk)
        {
            IsAdministrator = person.IsAdministrator,
            OwnOrganizationIds = person.Offices.SelectMany(office => office.ActsFor).ToHashSet(),
        };
}
