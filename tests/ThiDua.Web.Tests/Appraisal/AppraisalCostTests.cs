using System.Data.Common;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Appraisal;

public sealed class AppraisalCostTests(Portal portal)
{
    [Fact]
    public async Task K1_The_page_takes_as_many_statements_for_176_leaves_as_for_six()
    {
        var (small, large) = (await AppraisalInTest.Submitted(portal), await Large());
        var (few, many) = (await Statements(portal, small, await small.AppraisalOf(portal, small.Member)), await Statements(portal, large, await large.AppraisalOf(portal, large.Member)));
        few.ShouldBe(many);
        many.ShouldBeLessThanOrEqualTo(12, "those behind the figures that the unit reported come with the criteria");
    }

    [Fact]
    public async Task K1_So_does_the_list()
    {
        var (small, large) = (await AppraisalInTest.Submitted(portal), await Large());
        var (few, many) = (await Statements(portal, small, $"{small.Url}/tham-dinh"), await Statements(portal, large, $"{large.Url}/tham-dinh"));
        few.ShouldBe(many);
        many.ShouldBeLessThanOrEqualTo(10);
    }

    private async Task<ClusterYearInTest> Large()
    {
        var year = await LargeYear.Make(portal);
        await year.ClerkOf(year.Leader).AcceptAll(await year.AppraisalOf(portal, year.Member));
        return year;
    }

    internal static async Task<int> Statements(Portal portal, ClusterYearInTest year, string url)
    {
        var counter = new Counter();
        await using var counting = portal.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(counter))));
        using var client = counting.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(TestUser.Header, $"{year.Leader.ClerkId}");
        await client.See(url); // the keys of the forms are read once
        counter.Reset();
        await client.See(url);
        counter.Count.ShouldBeGreaterThan(3);
        return counter.Count;
    }

    private sealed class Counter : DbCommandInterceptor
    {
        private int _count;

        public int Count => _count;

        public void Reset() => _count = 0;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            return ValueTask.FromResult(result);
        }
    }
}
