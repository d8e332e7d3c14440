using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>Somebody who asks, in one position of the cluster year that is asked for or in none.</summary>
public sealed record Who(string Name, Func<YearAtStage, UnitInTest>? Unit, int Person)
{
    /// <summary>The head of the leading unit of the other cluster.</summary>
    public static Who Stranger { get; } = new("stranger", null, 1);

    public static Who Administrator { get; } = new("administrator", null, 2);

    public static Who Anonymous { get; } = new("not signed in", null, 3);

    public static readonly IReadOnlyList<Who> All =
    [
        new("member clerk", year => year.Year.Member, 0), new("member head", year => year.Year.Member, 1),
        new("leader clerk", year => year.Year.Leader, 0), new("leader head", year => year.Year.Leader, 1), new("leader registrar", year => year.Year.Leader, 2),
        new("deputy clerk", year => year.Year.Deputy, 0), new("deputy head", year => year.Year.Deputy, 1),
        new("standing clerk", year => year.Year.StandingBody, 0), new("standing head", year => year.Year.StandingBody, 1),
        new("authority clerk", year => year.Year.Authority, 0), new("authority head", year => year.Year.Authority, 1), new("authority registrar", year => year.Year.Authority, 2),
        Stranger, new("no office", null, 0), Administrator, Anonymous,
    ];
}

/// <summary>A portal of its own with two clusters at each stage, and somebody in every position.</summary>
public sealed class TwoClusters : IAsyncLifetime
{
    private readonly Dictionary<(int, int), int> _registrars = [];
    private Survey? _survey;

    public Portal Portal { get; } = new PortalOnBothEngines();

    public Dictionary<Stage, YearAtStage> Own { get; } = [];

    public Dictionary<Stage, YearAtStage> Other { get; } = [];

    public int AdministratorId { get; private set; }

    public int OfficelessId { get; private set; }

    /// <summary>An account that the administrator may lock, with an office, and a kind of organization.</summary>
    public (int UserId, int OfficeId) Spare { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        foreach (var stage in Enum.GetValues<Stage>())
        {
            Own[stage] = await YearAtStage.Make(Portal, stage);
            Other[stage] = await YearAtStage.Make(Portal, stage);
            foreach (var unit in new[] { Own[stage].Year.Leader, Own[stage].Year.Authority })
            {
                _registrars[(unit.Id, 2)] = (await Portal.AnAccount()).Id;
                await Portal.AnOffice(_registrars[(unit.Id, 2)], unit.Id, Capacity.Registrar);
            }
        }

        (AdministratorId, OfficelessId) = ((await Portal.AnAccount(isAdministrator: true)).Id, (await Portal.AnAccount()).Id);
        var spare = await Portal.AnAccount();
        Spare = (spare.Id, await Portal.AnOffice(spare.Id, Own[Stage.Drafting].Year.Member.Id));
        SessionId = await Portal.WithDb(async db =>
        {
            var session = new UserSession(spare.Id, "203.0.113.7", "", DateTime.UtcNow);
            db.Add(session);
            await db.SaveChangesAsync();
            return session.Id;
        });
        NotificationId = await Portal.WithDb(async db =>
        {
            var notice = new Notification(Spare.UserId, Spare.OfficeId, new("Thông báo thử", null, null, "/"), DateTime.UtcNow);
            db.Add(notice);
            await db.SaveChangesAsync();
            return notice.Id;
        });
    }

    /// <summary>Every address asked by everybody: once for all tests that look at the answers.</summary>
    public async Task<Survey> Survey() => _survey ??= await Gates.Survey.Make(this);

    /// <summary>A notification of the spare account.</summary>
    public int NotificationId { get; private set; }

    /// <summary>A session of the spare account.</summary>
    public int SessionId { get; private set; }

    /// <summary>A browser of this person, for the year of this stage.</summary>
    public HttpClient Browser(Who who, Stage stage) =>
        who == Who.Anonymous ? Portal.AsStranger() : Portal.As(UserOf(who, stage));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private int UserOf(Who who, Stage stage) => who switch
    {
        { Unit: { } unitOf } when unitOf(Own[stage]) is var unit => who.Person switch { 0 => unit.ClerkId, 1 => unit.HeadId, _ => _registrars[(unit.Id, who.Person)] },
        _ when who == Who.Stranger => Other[stage].Year.Leader.HeadId,
        _ when who == Who.Administrator => AdministratorId,
        _ => OfficelessId,
    };
}

/// <summary>On SQLite, while each query is also translated for SQL Server.</summary>
public sealed class PortalOnBothEngines : Portal
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
#pragma warning disable EF1001
        builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.ReplaceService<Microsoft.EntityFrameworkCore.Query.Internal.IQueryCompiler, BothEngines>()));
#pragma warning restore EF1001
    }
}

[CollectionDefinition(nameof(TwoClusters))]
public sealed class TwoClustersCollection : ICollectionFixture<TwoClusters>;
