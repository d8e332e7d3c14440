using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Organizations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.ScoreSheets;

namespace ThiDua.Benchmarks;

/// <summary>A database with one cluster year, whose scheme has sixty leaves, and the sheet of one unit with a clerk who may sign in.</summary>
internal sealed class SixtyLeaves(string database) : IAsyncDisposable
{
    public const string Clerk = "chuyenvien";
    public const string Password = "Do-toc-do-2020";
    private const int Sections = 5;
    private const int PerSection = 12;
    private static readonly DateTime At = new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc);
    private readonly ServiceProvider _services = Services(database);
    private Actor _clerk = Actor.Portal;

    public int SheetId { get; private set; }

    public string SheetUrl => $"/cum/{_clerk.ClusterYearId}/cham-diem/{SheetId}";

    /// <summary>The leaves with the version of their cells.</summary>
    public IReadOnlyList<int> CriterionIds { get; private set; } = [];

    public static async Task<SixtyLeaves> Make(string database)
    {
        var made = new SixtyLeaves(database);
        await PortalData.Migrate(made._services);
        await made.Plant();
        return made;
    }

    /// <summary>Works as the unit's clerk, in a scope as a request has one.</summary>
    public async Task<T> AsClerk<T>(Func<IServiceProvider, Task<T>> work) => await As(_clerk, work);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task Plant()
    {
        var (unitId, clerkId) = await As(Actor.Portal, PlantUnit);
        _clerk = await As(Actor.Portal, services => PlantYear(services.GetRequiredService<PortalDb>(), unitId, clerkId));
        var leader = _clerk with { Capacity = Capacity.Head };
        SheetId = await As(leader, services => PlantSheet(services.GetRequiredService<PortalDb>(), leader));
        CriterionIds = await AsClerk(services => services.GetRequiredService<PortalDb>().Criteria.Where(row => row.ParentId != null).Select(row => row.Id).ToListAsync());
    }

    private static async Task<(int UnitId, int ClerkId)> PlantUnit(IServiceProvider services)
    {
        var db = services.GetRequiredService<PortalDb>();
        var kind = new OrganizationKind("Ủy ban nhân dân cấp tỉnh", 1);
        db.Add(kind);
        await db.SaveChangesAsync();
        var unit = new Organization(Actor.Portal, new("T1", "Tỉnh Một", "Tỉnh Một", kind.Id) { PlaceName = "Thanh Hóa", HeadTitle = "CHỦ TỊCH" });
        db.Add(unit);
        await db.SaveChangesAsync();
        var clerk = new User { UserName = Clerk, FullName = "Chuyên viên", LockoutEnabled = true };
        var created = await services.GetRequiredService<UserManager<User>>().CreateAsync(clerk, Password);
        created.Succeeded.ShouldBeTrue();
        db.Add(new Office(Actor.Portal, clerk.Id, unit.Id, Capacity.Clerk, "Chuyên viên", new(2020, 1, 1)));
        await db.SaveChangesAsync();
        return (unit.Id, clerk.Id);
    }

    private static async Task<Actor> PlantYear(PortalDb db, int unitId, int clerkId)
    {
        var cluster = new Cluster(Actor.Portal, unitId, new("Cụm thi đua đo tốc độ", ClusterKind.Cum, ClusterLevel.Central) { Abbreviation = "CTĐ" });
        var year = new ClusterYear(Actor.Portal, cluster, 2020, new(), new("13/HĐTĐKT", new(2020, 4, 27), "Hội đồng Thi đua - Khen thưởng", "Về việc thông báo Trưởng, Phó các cụm"));
        year.AddMember(Actor.Portal, unitId, "Tỉnh Một", new(2020, 1, 1));
        year.AppointLeader(Actor.Portal, unitId, new(2020, 1, 1));
        db.Add(year);
        await db.SaveChangesAsync();
        return new(clerkId, "Chuyên viên", 1, "Chuyên viên Tỉnh Một", unitId, Capacity.Clerk)
        {
            ClusterYearId = year.Id,
            UnitId = unitId,
            Positions = new HashSet<Position> { Position.Member, Position.Leader },
            OwnOrganizationIds = new HashSet<int> { unitId },
        };
    }

    private static async Task<int> PlantSheet(PortalDb db, Actor leader)
    {
        var scheme = new ScoringScheme(leader, leader.ClusterYearId!.Value, new("Bảng tiêu chí sáu mươi dòng", Sections * PerSection * 10) { CutOffOn = new(2020, 12, 31) });
        db.Add(scheme);
        await db.SaveChangesAsync();
        var sections = Enumerable.Range(1, Sections).Select(number => scheme.AddCriterion(leader, null, new($"{number}", $"Nội dung thi đua thứ {number}", CriterionKind.Normal, PerSection * 10, null))).ToList();
        await db.SaveChangesAsync();
        foreach (var (section, number) in sections.SelectMany(section => Enumerable.Range(1, PerSection).Select(number => (section, number))))
        {
            scheme.AddCriterion(leader, section.Id, new($"{section.Code}.{number}", $"Tốc độ tăng của chỉ tiêu kinh tế - xã hội thứ {number} so với kế hoạch được giao", CriterionKind.Normal, 10, number % 2 == 0 ? new ProportionalRule() : new JudgedRule(0.25m)) { Unit = "%" });
        }

        await db.SaveChangesAsync();
        scheme.Issue(leader, new(At), new("01/HD-CTĐ", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn chấm điểm"));
        var sheet = new ScoreSheet(leader, scheme, leader.UnitId!.Value, "Tỉnh Một");
        db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => new ScoreEntry(sheet, criterion.Id)));
        db.Add(new Ranking(leader, scheme));
        await db.SaveChangesAsync();
        return sheet.Id;
    }

    private async Task<T> As<T>(Actor actor, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(actor);
        return await work(scope.ServiceProvider);
    }

    private static ServiceProvider Services(string database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Portal", $"Data Source={database}")]).Build();
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(configuration)
            .AddPortalData(configuration).AddPortalAccess().AddScoped<SaveLine>().AddScoped<ThiDua.Web.Features.Shared.ScoringGate>().BuildServiceProvider();
    }
}
