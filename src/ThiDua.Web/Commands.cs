using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Audit;
using ThiDua.Web.Data.DemoData;
using ThiDua.Web.Jobs;

namespace ThiDua.Web;

/// <summary>What the program does from the command line instead of serving: <c>--migrate</c>, <c>--verify-audit</c>, <c>--create-admin</c>.</summary>
internal static class Commands
{
    /// <returns>The exit code; null when the portal is to be served.</returns>
    public static async Task<int?> Run(WebApplication app, string[] args)
    {
        if (args.Contains("--migrate"))
        {
            await PortalData.Migrate(app.Services);
            await Schedule.Provision(app.Services);
            Console.WriteLine("Cơ sở dữ liệu đã ở phiên bản mới nhất.");
            return 0;
        }

        if (args.Contains("--verify-audit"))
        {
            return await VerifyAudit(app);
        }

        if (Array.IndexOf(args, "--create-admin") is >= 0 and var at)
        {
            return await CreateAdministrator(app, args.ElementAtOrDefault(at + 1), args.ElementAtOrDefault(at + 2));
        }

        if (app.Environment.IsDevelopment() || app.Configuration.GetValue<bool>("Database:MigrateOnStart"))
        {
            await PortalData.Migrate(app.Services);
        }

        if (app.Environment.IsDevelopment() && app.Configuration.GetValue("Demo:Plant", true))
        {
            await DemoPortal.Plant(app.Services);
            await DemoPortal.Print(app.Services, app.Configuration["urls"] ?? "http://localhost:5000", Console.Out);
        }

        return null;
    }

    private static async Task<int> VerifyAudit(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var faults = await AuditTrail.Verify(db, CancellationToken.None);
        foreach (var fault in faults)
        {
            Console.WriteLine(fault);
        }

        Console.WriteLine(faults.Count == 0 ? $"Nhật ký toàn vẹn: {await db.AuditEntries.CountAsync()} mục, {await db.AuditChains.CountAsync()} chuỗi." : $"{faults.Count} sai lệch.");
        return faults.Count == 0 ? 0 : 1;
    }

    // The first administrator of an installation; the password is shown this once and changed at the first sign-in.
    private static async Task<int> CreateAdministrator(WebApplication app, string? userName, string? fullName)
    {
        if (Text.Clean(userName) is null || Text.Clean(fullName) is null)
        {
            Console.WriteLine("Cách dùng: --create-admin TÊN_ĐĂNG_NHẬP \"Họ và tên\"");
            return 2;
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var password = GivenPassword.New();
        var result = await users.CreateAsync(new() { UserName = userName!.Trim(), FullName = Text.Clean(fullName)!, IsAdministrator = true, MustChangePassword = true, LockoutEnabled = true }, password);
        Console.WriteLine(result.Succeeded ? $"Đã tạo quản trị hệ thống {userName.Trim()}. Mật khẩu lần đầu (chỉ hiện một lần): {password}" : string.Join(' ', result.Errors.Select(error => error.Description)));
        return result.Succeeded ? 0 : 1;
    }
}
