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
        var (few, many) = (await Statements(small, await small.AppraisalOf(portal, small.Member)), await Statements(large, await large.AppraisalOf(portal, large.Member)));
        few.ShouldBe(many);
        many.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task K1_So_does_the_list()
    {
        var (small, large) = (await AppraisalInTest.Submitted(portal), await Large());
        var (few, many) = (await Statements(small, $"{small.Url}/tham-dinh"), await Statements(large, $"{large.Url}/tham-dinh"));
        few.ShouldBe(many);
        many.ShouldBeLessThanOrEqualTo(10);
    }

    // 16 sections of 11 judged leaves, scored by the first member.
    private async Task<ClusterYearInTest> Large()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        var by = year.Acting(year.Leader, Capacity.Head);
        await portal.WithDb(
            async db =>
            {
                var scheme = new ScoringScheme(by, year.Id, new("Bảng tiêu chí lớn", 176) { CutOffOn = new(2020, 12, 31) });
                db.Add(scheme);
                await db.SaveChangesAsync();
                var sections = Enumerable.Range(1, 16).Select(number => scheme.AddCriterion(by, null, new($"{number}", $"Mục {number}", CriterionKind.Normal, 11, null))).ToList();
                await db.SaveChangesAsync();
                foreach (var (section, leaf) in sections.SelectMany(section => Enumerable.Range(1, 11).Select(leaf => (section, leaf))))
                {
                    scheme.AddCriterion(by, section.Id, new($"{section.Code}.{leaf}", $"Tiêu chí {leaf}", CriterionKind.Normal, 1, new JudgedRule(0.5m)));
                }

                await db.SaveChangesAsync();
                scheme.Issue(by, new(ClusterYearInTest.Now), new("01/HD-CTĐ", new(2020, 3, 1), "Cụm trưởng", "Hướng dẫn chấm điểm"));
                db.Add(new Ranking(by, scheme));
                foreach (var unit in year.Units)
                {
                    var sheet = new ScoreSheet(by, scheme, unit.Id, unit.Name);
                    db.AddRange(scheme.Criteria.Where(criterion => criterion.Rule is not null).Select(criterion => new ScoreEntry(sheet, criterion.Id)));
                }

                return await db.SaveChangesAsync();
            },
            by);
        await portal.WithDb(
            async db =>
            {
                var sheet = await db.ScoreSheets.SingleAsync(row => row.UnitId == year.Member.Id);
                var criteria = await db.Criteria.ToDictionaryAsync(row => row.Id);
                foreach (var cell in await db.ScoreEntries.Where(row => row.SheetId == sheet.Id).ToListAsync())
                {
                    cell.Enter(year.Acting(year.Member, Capacity.Clerk), new(new(Points: 0.5m), null), criteria[cell.CriterionId], ClusterYearInTest.Now);
                }

                sheet.Submit(year.Acting(year.Member, Capacity.Head), new(ClusterYearInTest.Now), []);
                return await db.SaveChangesAsync();
            },
            year.Acting(year.Member, Capacity.Head));
        await year.ClerkOf(year.Leader).AcceptAll(await year.AppraisalOf(portal, year.Member));
        return year;
    }

    private async Task<int> Statements(ClusterYearInTest year, string url)
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
