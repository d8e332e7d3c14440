using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using static Microsoft.Playwright.Assertions;

namespace ThiDua.Browser.Tests;

/// <summary>Signing in with name and password as people do: a cookie, and a session that can end.</summary>
internal static class SigningIn
{
    private const string Password = "Mat-khau-2020";

    /// <summary>Gives this person a password, and answers the name to sign in with.</summary>
    public static async Task<string> GivePassword(this PortalOnAPort portal, int userId)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var user = (await users.FindByIdAsync($"{userId}"))!;
        (await users.AddPasswordAsync(user, Password)).Succeeded.ShouldBeTrue();
        return user.UserName!;
    }

    public static async Task SignIn(this IPage page, string userName)
    {
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
    }

    public static async Task SignInAndEnter(this IPage page, string userName)
    {
        await page.SignIn(userName);
        await Expect(page.Locator(".office-button")).ToBeVisibleAsync();
    }
}
