#pragma warning disable EF1001 // the one place that looks inside EF Core: every query of the portal is also put to the provider of SQL Server
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using ThiDua.Domain.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>What SQL Server would be sent: every query is translated for it as well, and its commands are kept instead of being executed.</summary>
public static class OnSqlServer
{
    private static readonly DbContextOptions<SqlServerPortalDb>[] Options = [.. new[] { QuerySplittingBehavior.SplitQuery, QuerySplittingBehavior.SingleQuery }.Select(splitting =>
        new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer("Server=none", sql => sql.UseQuerySplittingBehavior(splitting)).AddInterceptors(new NeverOpened(), new NeverExecuted()).Options)];

    public static ConcurrentDictionary<string, bool> Statements { get; } = new();

    /// <summary>Queries that SQL Server's provider did not translate.</summary>
    public static ConcurrentDictionary<string, bool> Untranslated { get; } = new();

    public static void Translate<TResult>(Expression query)
    {
        // In some year: without one its filter leaves nothing of a query but "0 = 1".
        var actor = new CurrentActor();
        actor.Enter(Actor.Portal with { ClusterYearId = 1 });

        // With nothing read, a split query never asks for its second part: the single one shows all of it.
        foreach (var options in Options)
        {
            using var db = new SqlServerPortalDb(options, actor, TimeProvider.System);
            var before = NeverExecuted.Seen.Value;
            try
            {
                var provider = db.GetService<IAsyncQueryProvider>();
                Drain(db.GetService<IQueryCompiler>().Execute<TResult>(new Rerooted(db.Model, provider).Visit(query)!));
            }
            catch (Exception failure) when (NeverExecuted.Seen.Value > before && failure is InvalidOperationException)
            {
                // Nothing was found where one row is needed; the command was seen.
            }
#pragma warning disable CA1031 // whatever it is, the test tells it
            catch (Exception failure)
#pragma warning restore CA1031
            {
                Untranslated.TryAdd($"{failure.Message}\n{query}", true);
            }
        }
    }

    private static void Drain(object? result)
    {
        if (result is System.Collections.IEnumerable rows and not string)
        {
            foreach (var _ in rows)
            {
            }
        }
    }

    /// <summary>Puts subqueries held in variables into their place.</summary>
    private abstract class Opened : ExpressionVisitor
    {
        private static readonly Type[] Operators = [typeof(Queryable), typeof(EntityFrameworkQueryableExtensions), typeof(RelationalQueryableExtensions)];

        public override Expression? Visit(Expression? node) => node switch
        {
            MemberExpression or ConstantExpression or MethodCallExpression when IsHeld(node) => Visit(((IQueryable)Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke()!).Expression),
            _ => base.Visit(node),
        };

        private static bool IsHeld(Expression node) =>
            typeof(IQueryable).IsAssignableFrom(node.Type) && !(node is MethodCallExpression call && Operators.Contains(call.Method.DeclaringType)) && !UsesRow.In(node);
    }

    /// <summary>Takes the roots of a query to the model of SQL Server.</summary>
    private sealed class Rerooted(IModel model, IAsyncQueryProvider provider) : Opened
    {
        public override Expression? Visit(Expression? node) => node is EntityQueryRootExpression root ? new EntityQueryRootExpression(provider, model.FindEntityType(root.EntityType.Name)!) : base.Visit(node);
    }

    private sealed class UsesRow : ExpressionVisitor
    {
        private bool _found;

        public static bool In(Expression node)
        {
            var search = new UsesRow();
            search.Visit(node);
            return search._found;
        }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            _found = true;
            return node;
        }

        protected override Expression VisitExtension(Expression node) => node;
    }

    private sealed class NeverOpened : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }

    private sealed class NeverExecuted : DbCommandInterceptor
    {
        public static ThreadLocal<int> Seen { get; } = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
            InterceptionResult<DbDataReader>.SuppressWithResult(Keep(command, new DataTable().CreateDataReader()));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
            InterceptionResult<int>.SuppressWithResult(Keep(command, 0));

        private static T Keep<T>(DbCommand command, T result)
        {
            Seen.Value++;
            Statements.TryAdd(command.CommandText, true);
            return result;
        }
    }
}

/// <summary>The portal's own queries, each also put to SQL Server's provider when it is first translated.</summary>
public sealed class BothEngines(IQueryContextFactory contexts, ICompiledQueryCache cache, ICompiledQueryCacheKeyGenerator keys, IDatabase database, IDiagnosticsLogger<DbLoggerCategory.Query> logger, ICurrentDbContext current, IEvaluatableExpressionFilter filter, IModel model)
    : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
{
    [ThreadStatic]
    private static bool _isNew;

    public override TResult Execute<TResult>(Expression query)
    {
        _isNew = false;
        var result = base.Execute<TResult>(query);
        if (_isNew)
        {
            OnSqlServer.Translate<TResult>(query);
        }

        return result;
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        _isNew = false;
        var result = base.ExecuteAsync<TResult>(query, cancellationToken);
        if (_isNew)
        {
            // The same question, asked synchronously: rows as IEnumerable, one value as it is.
            var asked = typeof(TResult).GetGenericArguments()[0];
            var answer = typeof(TResult).GetGenericTypeDefinition() == typeof(Task<>) ? asked : typeof(IEnumerable<>).MakeGenericType(asked);
            typeof(OnSqlServer).GetMethod(nameof(OnSqlServer.Translate))!.MakeGenericMethod(answer).Invoke(null, [query]);
        }

        return result;
    }

    // Called where the cache does not know the query, on the thread that asks.
    public override Func<QueryContext, TResult> CompileQueryCore<TResult>(IDatabase database, Expression query, IModel model, bool async)
    {
        _isNew = true;
        return base.CompileQueryCore<TResult>(database, query, model, async);
    }
}
