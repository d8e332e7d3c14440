using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Architecture.Gates;

namespace ThiDua.Web.Tests.Architecture;

/// <summary>SQL Server without SQL Server: what it would be sent is read by Microsoft's own parser of its language.</summary>
[Collection(nameof(TwoClusters))]
public sealed class SqlServerTests(TwoClusters clusters, ITestOutputHelper output)
{
    private const int PagesToday = 250;
    private const int StatementsToday = 560;
    private const int MigrationStatementsToday = 300;

    private static SqlServerPortalDb SqlServer() => new(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=none").Options, new CurrentActor(), TimeProvider.System);

    private static SqlitePortalDb Sqlite() => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=none.db").Options, new CurrentActor(), TimeProvider.System);

    [Fact]
    public void Both_migration_sets_are_in_step_with_the_model()
    {
        using PortalDb sqlite = Sqlite(), sqlServer = SqlServer();
        sqlite.Database.HasPendingModelChanges().ShouldBeFalse("scripts/migrations makes them");
        sqlServer.Database.HasPendingModelChanges().ShouldBeFalse("scripts/migrations makes them");
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_migration_script_is_T_SQL(MigrationsSqlGenerationOptions how)
    {
        using var db = SqlServer();
        var statements = Parse(db.GetService<IMigrator>().GenerateScript(options: how));
        output.WriteLine($"{statements} statements of the {how} script");
        statements.ShouldBeGreaterThanOrEqualTo(MigrationStatementsToday);
    }

    [Fact]
    public async Task Every_query_of_every_page_is_translated_to_T_SQL()
    {
        var pages = (await clusters.Survey()).Columns.SelectMany(column => column).Where(answer => answer is { Status: "200", Address.Verb: "GET" }).Select(answer => answer.Address.Text).ToHashSet();
        output.WriteLine($"{OnSqlServer.Statements.Count} statements of {pages.Count} pages and of the acts that made their years");
        OnSqlServer.Statements.Keys.Count(sql => sql.Contains("0 = 1", StringComparison.Ordinal)).ShouldBeLessThan(20, "A query of which nothing is left shows nothing.");
        OnSqlServer.Untranslated.Keys.Take(5).ShouldBeEmpty();
        OnSqlServer.Statements.Keys.Sum(Parse).ShouldBeGreaterThanOrEqualTo(StatementsToday);
        pages.Count.ShouldBeGreaterThanOrEqualTo(PagesToday);
    }

    private static int Parse(string sql)
    {
        var script = (TSqlScript)new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        errors.Select(error => $"line {error.Line}: {error.Message}").ShouldBeEmpty(sql);
        return script.Batches.Sum(batch => batch.Statements.Count);
    }
}
