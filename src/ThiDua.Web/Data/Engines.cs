using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using ThiDua.Domain.Access;

namespace ThiDua.Web.Data;

/// <summary>The portal on SQLite, the embedded default.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options, CurrentActor current, TimeProvider clock, ITellOfSteps? teller = null) : PortalDb(options, current, clock, teller)
{
    private readonly CurrentActor _current = current;
    private readonly TimeProvider _clock = clock;

    public override bool IsUniqueViolation(DbUpdateException failure) => failure.InnerException is SqliteException { SqliteExtendedErrorCode: 2067 or 1555 };

    protected override PortalDb Beside(DbConnection connection) =>
        new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(connection).Options, _current, _clock);
}

/// <summary>The portal on SQL Server.</summary>
public sealed class SqlServerPortalDb(DbContextOptions<SqlServerPortalDb> options, CurrentActor current, TimeProvider clock, ITellOfSteps? teller = null) : PortalDb(options, current, clock, teller)
{
    private readonly CurrentActor _current = current;
    private readonly TimeProvider _clock = clock;

    public override bool IsUniqueViolation(DbUpdateException failure) => failure.InnerException is SqlException { Number: 2601 or 2627 };

    protected override PortalDb Beside(DbConnection connection) =>
        new SqlServerPortalDb(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer(connection).Options, _current, _clock);
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design.db").Options, new CurrentActor(), TimeProvider.System);
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerPortalDb>
{
    public SqlServerPortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=design").Options, new CurrentActor(), TimeProvider.System);
}
