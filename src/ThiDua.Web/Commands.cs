using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;
using ThiDua.Web.Data.Audit;

namespace ThiDua.Web;

/// <summary>What the program does from the command line instead of serving: <c>--migrate</c>, <c>--verify-audit</c>.</summary>
internal static class Commands
{
    /// <returns>The exit code; null when the portal is to be served.</returns>
    public static async Task<int?> Run(WebApplication app, string[] args)
    {
        if (args.Contains("--migrate"))
        {
            await PortalData.Migrate(app.Services);
            Console.WriteLine("Cơ sở dữ liệu đã ở phiên bản mới nhất.");
            return 0;
        }

        if (args.Contains("--verify-audit"))
        {
            return await VerifyAudit(app);
        }

        if (app.Environment.IsDevelopment() || app.Configuration.GetValue<bool>("Database:MigrateOnStart"))
        {
            await PortalData.Migrate(app.Services);
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
}
