using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.Domain.Access;
using ThiDua.Web.Data.LegalBases;

namespace ThiDua.Web.Data;

/// <summary>Which engine, and where.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Sqlite (default) or SqlServer.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>Statements in one batch on SQL Server; 1 for servers without MERGE.</summary>
    public int? MaxBatchSize { get; set; }
}

/// <summary>The database of the portal.</summary>
public static class PortalData
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection("Database"))
            .Validate(options => options.Provider is "Sqlite" or "SqlServer", "Database:Provider is Sqlite or SqlServer.").ValidateOnStart();
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new();
        var (provider, connection) = ConnectionOf(configuration);
        if (provider == "SqlServer")
        {
            services.AddDbContext<PortalDb, SqlServerPortalDb>(options => options.UseSqlServer(connection, sql => OnSqlServer(sql, database)));
        }
        else
        {
            services.AddDbContext<PortalDb, SqlitePortalDb>(options => options.UseSqlite(connection, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
        }

        services.AddDataProtection().SetApplicationName("ThiDua");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, KeysInDatabase>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>The engine, and the connection string as all that writes uses it.</summary>
    public static (string Provider, string Connection) ConnectionOf(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Portal") ?? "Data Source=data/portal.db";
        return configuration["Database:Provider"] == "SqlServer" ? ("SqlServer", connection) : ("Sqlite", ForSqlite(connection));
    }

    /// <summary>Brings the database to this version of the portal, with the legal bases that all begin with; SQLite is put into WAL once.</summary>
    public static async Task Migrate(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (db.Database.IsSqlite() && new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is { Length: > 0 } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        }
        else
        {
            await db.Database.MigrateAsync();
        }

        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal);
        await LegalBasesOfPortal.Plant(db);
    }

    private static string ForSqlite(string connection) =>
        new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connection) { ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    private static void OnSqlServer(Microsoft.EntityFrameworkCore.Infrastructure.SqlServerDbContextOptionsBuilder sql, DatabaseOptions database)
    {
        sql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
        if (database.MaxBatchSize is { } size)
        {
            sql.MaxBatchSize(size);
        }
    }
}
