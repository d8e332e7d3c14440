using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.ScoringSchemes;

public class SchemeCostTests
{
    [Fact]
    public async Task K1_A_scheme_of_230_rows_on_five_levels_shows_within_ten_statements()
    {
        await using var portal = new CountedPortal();
        await portal.InitializeAsync();
        var year = await ClusterYearInTest.Make(portal);
        await ALargeScheme(portal, year);
        foreach (var client in new[] { year.ClerkOf(year.Leader), year.ClerkOf(year.Member) })
        {
            await client.See(year.Scheme());
            portal.Statements.Count = 0;
            var page = await client.See(year.Scheme());
            page.QuerySelectorAll("[data-code]").Length.ShouldBe(230);
            page.QuerySelectorAll("[data-code].depth-4").ShouldNotBeEmpty();
            portal.Statements.Count.ShouldBeInRange(1, 10);
            TestContext.Current.SendDiagnosticMessage($"{portal.Statements.Count} statements");
        }
    }

    /// <summary>Two sections, each with 2 × 13 × 1 sections below: 54 sections, 176 leaves on five levels.</summary>
    private static Task<int> ALargeScheme(Portal portal, ClusterYearInTest year) => portal.WithDb(
        async db =>
        {
            var by = year.Acting(year.Leader, Capacity.Clerk);
            var scheme = new ScoringScheme(by, year.Id, new("Bảng lớn", 176) { CutOffOn = new(2020, 11, 30) });
            var top = scheme.AddCriterionBelow(by, null, new("A", "Nội dung", CriterionKind.Normal, 176, null));
            var leaves = 0;
            for (var first = 1; first <= 5; first++)
            {
                var one = scheme.AddCriterionBelow(by, top, new($"{first}", $"Mục {first}", CriterionKind.Normal, null, null));
                for (var second = 1; second <= 4; second++)
                {
                    var two = scheme.AddCriterionBelow(by, one, new($"{first}.{second}", $"Mục {second}", CriterionKind.Normal, null, null));
                    var three = scheme.AddCriterionBelow(by, two, new($"{first}.{second}.1", "Mục con", CriterionKind.Normal, null, null));
                    for (var leaf = 1; leaf <= 9 && leaves < 176; leaf++, leaves++)
                    {
                        scheme.AddCriterionBelow(by, three, new($"{first}.{second}.1.{leaf}", $"Tiêu chí {leaf}", CriterionKind.Normal, 1, new ProportionalRule()));
                    }
                }
            }

            for (var rest = 1; scheme.Criteria.Count < 230; rest++)
            {
                scheme.AddCriterionBelow(by, top, new($"Z.{rest}", $"Mục {rest}", CriterionKind.Normal, 1, null));
            }

            db.Add(scheme);
            await db.SaveChangesAsync();
            return leaves;
        },
        year.Acting(year.Leader, Capacity.Clerk));

    private sealed class CountedPortal : Portal
    {
        public Statements Statements { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(Statements)));
        }
    }

    private sealed class Statements : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
