using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Benchmarks;

/// <summary>A database with one cluster year of many units, each with a clerk who may sign in, and a report that all owe.</summary>
internal static class ManyUnits
{
    public const string Password = "Do-toc-do-2020";
    private static readonly DateTime At = DateTime.UtcNow.AddDays(-1);

    public static string ClerkOf(int unit) => $"cv{unit}";

    /// <returns>The address of each unit's report.</returns>
    public static async Task<IReadOnlyList<string>> Make(string database, int units)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Portal", $"Data Source={database}")]).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration).AddPortalData(configuration).AddPortalAccess().BuildServiceProvider();
        await PortalData.Migrate(services);
        var ids = await As(services, Actor.Portal, scope => PlantUnits(scope, units));
        var yearId = await As(services, Actor.Portal, scope => PlantYear(scope.GetRequiredService<PortalDb>(), ids));
        var leader = new Actor(1, "Chuyên viên", 1, "Chuyên viên", ids[0], Capacity.Clerk) { ClusterYearId = yearId, UnitId = ids[0], Positions = new HashSet<Position> { Position.Member, Position.Leader }, OwnOrganizationIds = new HashSet<int> { ids[0] } };
        var requirementId = await As(services, leader, scope => PlantRequirement(scope.GetRequiredService<PortalDb>(), leader));
        return [.. ids.Select(id => $"/cum/{yearId}/bao-cao/{requirementId}/don-vi/{id}")];
    }

    private static async Task<List<int>> PlantUnits(IServiceProvider services, int units)
    {
        var db = services.GetRequiredService<PortalDb>();
        var kind = new OrganizationKind("Ủy ban nhân dân cấp xã", 1);
        db.Add(kind);
        await db.SaveChangesAsync();
        var organizations = Enumerable.Range(0, units).Select(unit => new Organization(Actor.Portal, new($"X{unit}", $"Xã thứ {unit}", $"Xã thứ {unit}", kind.Id) { PlaceName = "Thanh Hóa", HeadTitle = "CHỦ TỊCH" })).ToList();
        var hash = services.GetRequiredService<IPasswordHasher<User>>().HashPassword(new(), Password); // the same for all: hashing is not what is measured
        var clerks = Enumerable.Range(0, units).Select(unit => new User { UserName = ClerkOf(unit), NormalizedUserName = ClerkOf(unit).ToUpperInvariant(), FullName = $"Chuyên viên {unit}", PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true }).ToList();
        db.AddRange(organizations);
        db.AddRange(clerks);
        await db.SaveChangesAsync();
        db.AddRange(organizations.Zip(clerks, (organization, clerk) => new Office(Actor.Portal, clerk.Id, organization.Id, Capacity.Clerk, "Chuyên viên", new(2020, 1, 1))));
        await db.SaveChangesAsync();
        return [.. organizations.Select(row => row.Id)];
    }

    private static async Task<int> PlantYear(PortalDb db, List<int> units)
    {
        var cluster = new Cluster(Actor.Portal, units[0], new("Cụm thi đua đo tốc độ", ClusterKind.Cum, ClusterLevel.Central) { Abbreviation = "CTĐ" });
        var year = new ClusterYear(Actor.Portal, cluster, 2020, new(), new("13/HĐTĐKT", new(2020, 4, 27), "Hội đồng Thi đua - Khen thưởng", "Về việc thông báo Trưởng, Phó các cụm"));
        foreach (var (unit, index) in units.Select((unit, index) => (unit, index)))
        {
            year.AddMember(Actor.Portal, unit, $"Xã thứ {index}", new(2020, 1, 1));
        }

        year.AppointLeader(Actor.Portal, units[0], new(2020, 1, 1));
        db.Add(year);
        await db.SaveChangesAsync();
        return year.Id;
    }

    private static async Task<int> PlantRequirement(PortalDb db, Actor leader)
    {
        var requirement = new ReportRequirement(leader, 2020, new(ReportKind.Annual, "Báo cáo tổng kết") { When = $"đến hết ngày {DateTime.UtcNow.AddDays(30):dd'/'MM'/'yyyy}", OwedBy = OwedBy.EachMember, Recipient = new() { Name = "đơn vị Cụm trưởng" } }, waitsForWorkingDay: false);
        requirement.AddItem(leader, new("Báo cáo tổng kết"));
        db.Add(requirement);
        await db.SaveChangesAsync();
        requirement.Announce(leader, new(At));
        await db.SaveChangesAsync();
        return requirement.Id;
    }

    private static async Task<T> As<T>(ServiceProvider services, Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(actor);
        return await work(scope.ServiceProvider);
    }
}
