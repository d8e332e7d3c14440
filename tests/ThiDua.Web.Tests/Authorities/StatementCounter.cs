using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Authorities;

/// <summary>Counts, or shows, the statements of one page.</summary>
public sealed class StatementCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _statements = [];

    public static async Task<int> Of(Portal portal, int userId, string url) => (await Statements(portal, userId, url)).Count;

    public static async Task<IReadOnlyCollection<string>> Statements(Portal portal, int userId, string url)
    {
        var counter = new StatementCounter();
        await using var counting = portal.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(counter))));
        using var client = counting.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestUser.Header, $"{userId}");
        await client.See(url); // the keys of the forms are read once
        counter._statements.Clear();
        await client.See(url);
        return counter._statements;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _statements.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
