using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Files;

namespace ThiDua.Web.Data.DemoData;

/// <summary>Plants the demo data (dữ liệu minh họa) once, into a database without users: real offices and places, invented people and figures.</summary>
public static class DemoPortal
{
    public static async Task Plant(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Users.AnyAsync())
        {
            return;
        }

        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Enter(Actor.Portal);
        var organizations = await DemoOrganizations.Plant(db);
        var people = await DemoPeople.Plant(db, organizations, scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>());
        var stage = new DemoStage(db, current, organizations, people);
        await DemoAuthorityYear.Plant(stage);
        var northCentral = await DemoClusters.NorthCentral(stage);
        await DemoCatalogue.PlantNorthCentral(stage, northCentral);
        await DemoPlan.Plant(scope.ServiceProvider, stage, northCentral);
        await DemoSending.Plant(scope.ServiceProvider, stage, northCentral);
        await DemoNorthCentral.Plant(stage, northCentral);
        await DemoReports.PlantNorthCentral(stage, northCentral, scope.ServiceProvider.GetRequiredService<FileStore>());
        await DemoDrafts.Speech(scope.ServiceProvider, stage, northCentral);
        db.ChangeTracker.Clear();
        var north = await DemoClusters.North(stage);
        await DemoDrafts.Decision(scope.ServiceProvider, stage, north);
        await DemoCatalogue.PlantNorth(stage, north);
        await DemoNorth.Plant(stage, north);
        await DemoReports.PlantNorth(stage, north, scope.ServiceProvider.GetRequiredService<FileStore>());
        await DemoFramework.Plant(stage);
        await DemoPeople.PlantAdministrator(db, scope.ServiceProvider.GetRequiredService<IPasswordHasher<User>>());
    }

    /// <summary>Tells who can sign in, where the demo data stands in this database.</summary>
    public static async Task Print(IServiceProvider services, string addresses, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var known = await db.Users.AsNoTracking().Select(user => user.UserName).ToListAsync();
        if (!known.Contains(DemoPeople.Accounts[0].UserName))
        {
            return;
        }

        if (!known.Contains(DemoPeople.Administrator))
        {
            await output.WriteLineAsync($"Dữ liệu minh họa chưa tạo xong ở lần chạy trước. Hãy xóa cơ sở dữ liệu {db.Database.GetDbConnection().DataSource} rồi khởi động lại.");
            return;
        }

        await output.WriteLineAsync($"\nTài khoản minh họa, mật khẩu chung {DemoPeople.Password}, đăng nhập tại {addresses.Split(';')[0]}/dang-nhap");
        await output.WriteLineAsync($"  {DemoPeople.Administrator,-16} Quản trị hệ thống");
        foreach (var account in DemoPeople.Accounts)
        {
            await output.WriteLineAsync($"  {account.UserName,-16} {string.Join("; ", account.Offices.Select(office => $"{office.Title}, {DemoOrganizations.ShortNameOf(office.OrganizationCode)}"))}");
        }

        await output.WriteLineAsync();
    }
}
