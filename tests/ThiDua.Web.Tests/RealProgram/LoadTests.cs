using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>Many people at once on the evening of a deadline. <c>THIDUA_CHECKS=full</c> (scripts/check) makes it a minute of sixty people.</summary>
[Trait("Category", "RealProgram")]
public sealed class LoadTests(ITestOutputHelper output)
{
    private static readonly (int People, TimeSpan Time) Size = Checks.Full ? (60, TimeSpan.FromMinutes(1)) : (8, TimeSpan.FromSeconds(3));
    private static readonly string[] Pages = ["/", "/cum/1", "/cum/1/cham-diem", "/cum/1/xep-hang", "/cum/1/tieu-chi"];

    [Fact]
    public async Task Many_people_read_at_once_and_each_gets_an_answer()
    {
        await using var portal = await DemoProgram.Start();
        var people = await Task.WhenAll(new[] { "thanhhoa", "quangbinh", "nghean", "hatinh", "quangtri", "thuathienhue" }.Select(unit => portal.SignIn($"{unit}.cv")));
        foreach (var url in Pages)
        {
            await people[0].See(url); // the first of its kind is compiled
        }

        var times = new ConcurrentBag<double>();
        var wrong = new ConcurrentBag<string>();
        using var end = new CancellationTokenSource(Size.Time);
        await Task.WhenAll(Enumerable.Range(0, Size.People).Select(async person =>
        {
            for (var turn = person; !end.IsCancellationRequested; turn++)
            {
                var url = Pages[turn % Pages.Length];
                var begun = Stopwatch.GetTimestamp();
                using var answer = await people[person % people.Length].GetAsync(url);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    wrong.Add($"{url}: {(int)answer.StatusCode}");
                }
            }
        }));
        var sorted = times.Order().ToList();
        output.WriteLine($"{Size.People} people, {sorted.Count} pages in {Size.Time.TotalSeconds:0} s: median {sorted[sorted.Count / 2]:0} ms, 95 % within {sorted[sorted.Count * 95 / 100]:0} ms; {portal.MegabytesInMemory} MB.");
        wrong.ShouldBeEmpty();
        sorted.Count.ShouldBeGreaterThan(Size.People * 3);
        portal.MegabytesInMemory.ShouldBeLessThan(600);
    }
}
