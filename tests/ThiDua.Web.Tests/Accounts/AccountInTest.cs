using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Accounts;

/// <summary>An account of a test's own, with a password.</summary>
public sealed record AccountInTest(int Id, string UserName, string Password);

public static class Accounts
{
    public const string Password = "Mat-khau-2020";

    public static async Task<AccountInTest> AnAccount(this Portal portal, bool isAdministrator = false, bool mustChangePassword = false)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var number = Portal.Next();
        var user = new User { UserName = $"tk{number}", FullName = $"Tài khoản {number}", IsAdministrator = isAdministrator, MustChangePassword = mustChangePassword, LockoutEnabled = true };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().CreateAsync(user, Password);
        made.Succeeded.ShouldBeTrue(string.Join(' ', made.Errors.Select(error => error.Description)));
        return new(user.Id, user.UserName, Password);
    }

    public static Task<int> AnOffice(this Portal portal, int userId, int organizationId, Capacity capacity = Capacity.Clerk) => portal.WithDb(async db =>
    {
        var office = new Office(Actor.Portal, userId, organizationId, capacity, "Chuyên viên", new(2020, 1, 1));
        db.Add(office);
        await db.SaveChangesAsync();
        return office.Id;
    });

    public static Task<int> EndOffice(this Portal portal, int officeId) => portal.WithDb(async db =>
    {
        (await db.Offices.FindAsync(officeId))!.End(Actor.Portal, new(2020, 6, 30));
        return await db.SaveChangesAsync();
    });

    /// <summary>Types name and password into the sign-in page.</summary>
    public static async Task<HttpResponseMessage> TrySigningIn(this HttpClient browser, string userName, string password, string query = "") =>
        await browser.Submit((await browser.See("/dang-nhap" + query)).FormTo("/dang-nhap"), ("UserName", userName), ("Password", password));

    /// <summary>A browser of its own, signed in with name and password.</summary>
    public static async Task<HttpClient> SignedIn(this Portal portal, AccountInTest account)
    {
        var browser = portal.AsStranger();
        (await browser.TrySigningIn(account.UserName, account.Password)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }
}
