using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

[assembly: AssemblyFixture(typeof(ThiDua.Web.Tests.Fixture.Portal))]

namespace ThiDua.Web.Tests.Fixture;

/// <summary>The portal on a real SQLite file. Tests share it and keep apart by making a cluster year each.</summary>
public class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static int _last;

    public string Folder { get; } = Directory.CreateTempSubdirectory("thidua-").FullName;

    /// <summary>A number that no other test has, for names and codes.</summary>
    public static int Next() => Interlocked.Increment(ref _last);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:Portal", $"Data Source={Path.Combine(Folder, "portal.db")}");
        builder.UseSetting("Database:MigrateOnStart", "true");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Files:Root", Path.Combine(Folder, "files"));
        builder.ConfigureServices(services => services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, TestUser>(TestUser.Scheme, null)
            .AddPolicyScheme("either", null, scheme => scheme.ForwardDefaultSelector = http => http.Request.Headers.ContainsKey(TestUser.Header) ? TestUser.Scheme : IdentityConstants.ApplicationScheme)
            .Services.Configure<AuthenticationOptions>(options => options.DefaultScheme = options.DefaultAuthenticateScheme = "either"));
    }

    public ValueTask InitializeAsync()
    {
        _ = Services; // the schema is made once, before tests run side by side
        return ValueTask.CompletedTask;
    }

    /// <summary>Works on the database as one actor (the portal itself by default), in a scope of its own.</summary>
    public async Task<T> WithDb<T>(Func<PortalDb, Task<T>> work, Actor? actor = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(actor ?? Actor.Portal);
        return await work(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>A browser of this person, who is signed in and acts in the given office, or the first one.</summary>
    public HttpClient As(int userId, int? officeId = null)
    {
        var client = CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestUser.Header, $"{userId}");
        if (officeId is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{Access.EnterPortal.OfficeCookie}={officeId}");
        }

        return client;
    }

    public HttpClient AsStranger() => CreateClient(new() { AllowAutoRedirect = false });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>Signs in who the header names.</summary>
public sealed class TestUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "Test";
    public const string Header = "X-Test-User";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].FirstOrDefault() is not { } id)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id), new(ClaimTypes.Name, $"user {id}")], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme)));
    }
}
