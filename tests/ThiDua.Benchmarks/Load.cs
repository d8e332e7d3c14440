using System.Diagnostics;
using System.Net;
using ThiDua.Web.Tests.RealProgram;

namespace ThiDua.Benchmarks;

/// <summary>The program under load over HTTP: the scoring page of 60 leaves against the health check (goal: at least 1/20 of its requests per second), and the memory after 1,000 pages (goal: at most 300 MB).</summary>
internal static class Load
{
    private const int Connections = 8;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(10);

    public static async Task Run()
    {
        var url = "";
        await using var portal = await RunningPortal.Start(async database =>
        {
            await using var year = await SixtyLeaves.Make(database);
            url = year.SheetUrl;
        });
        var client = await portal.SignIn(SixtyLeaves.Clerk, SixtyLeaves.Password);
        await For(TimeSpan.FromSeconds(5), client, "/suc-khoe");
        await For(TimeSpan.FromSeconds(5), client, url);
        var health = await For(Time, client, "/suc-khoe");
        var sheet = await For(Time, client, url);
        Console.WriteLine($"/suc-khoe: {health:0} requests/s; scoring page of 60 leaves: {sheet:0} requests/s; 1/{health / sheet:0.0} (goal: at least 1/20)");

        await using var fresh = await RunningPortal.Start(async database => await (await SixtyLeaves.Make(database)).DisposeAsync());
        var person = await fresh.SignIn(SixtyLeaves.Clerk, SixtyLeaves.Password);
        for (var page = 0; page < 1000; page++)
        {
            (await person.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        Console.WriteLine($"Memory after 1,000 pages: {fresh.MegabytesInMemory} MB (goal: at most 300 MB)");
    }

    /// <returns>Requests per second.</returns>
    private static async Task<double> For(TimeSpan time, HttpClient client, string url)
    {
        var done = 0;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                using var answer = await client.GetAsync(url);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, url);
                await answer.Content.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref done);
            }
        }));
        return done / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
