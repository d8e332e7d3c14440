using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Reports;

/// <summary>The table of progress of a thousand units × six items: what it costs.</summary>
public sealed partial class MatrixCostTests(ITestOutputHelper output)
{
    private const int Units = 1000;
    private static readonly string[] Large = ["Memberships", "ReportSubmissions", "SubmittedFiles", "Organizations"];

    [Fact]
    public async Task K1_The_table_of_a_thousand_units_is_cut_in_the_database_and_costs_what_that_of_four_costs()
    {
        await using var portal = new Portal(); // of its own, so that no other test meets its rows
        await portal.InitializeAsync();
        var (few, fewId) = await ThousandUnits.Make(portal, 4);
        var (year, id) = await ThousandUnits.Make(portal, Units);
        static string Url(ClusterYearInTest of, int requirement, string query = "") => $"{of.Url}/bao-cao/tien-do?yeu-cau={requirement}{query}";
        var statements = await StatementCounter.Statements(portal, year.Leader.ClerkId, Url(year, id, "&trang=30"));
        statements.Count.ShouldBe((await StatementCounter.Statements(portal, few.Leader.ClerkId, Url(few, fewId))).Count);
        statements.Count.ShouldBeLessThanOrEqualTo(14);
        foreach (var statement in statements)
        {
            (await Plan(portal, statement)).Where(step => Large.Any(table => step.StartsWith($"SCAN {table}", StringComparison.Ordinal))).ShouldBeEmpty(statement);
        }

        var leader = year.ClerkOf(year.Leader);
        (await leader.See(Url(year, id, "&trang=30"))).QuerySelectorAll("[data-unit]").Length.ShouldBe(20);
        foreach (var query in new[] { "", "&trang=50", "&trang-thai=muon", "&trang-thai=chua", "&trang-thai=Submitted" })
        {
            var begun = Stopwatch.GetTimestamp();
            await leader.See(Url(year, id, query));
            var took = Stopwatch.GetElapsedTime(begun);
            output.WriteLine($"{Units} units × 6 items, {(query.Length == 0 ? "first page" : query)}: {took.TotalMilliseconds:0} ms");
            took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        }

        var all = Stopwatch.GetTimestamp();
        (await leader.GetAsync(year.Requirement(id, "/tien-do.xlsx"), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        output.WriteLine($"All of it as a spreadsheet: {Stopwatch.GetElapsedTime(all).TotalMilliseconds:0} ms");
        Stopwatch.GetElapsedTime(all).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static Task<List<string>> Plan(Portal portal, string statement) => portal.WithDb(
        async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
            foreach (var name in Parameters().Matches(statement).Select(match => match.Value).Distinct())
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, "[1]");
                command.Parameters.Add(parameter);
            }

            var steps = new List<string>();
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                steps.Add(reader.GetString(3));
            }

            return steps;
        },
        Actor.Portal);

    [GeneratedRegex(@"@\w+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameters();
}
