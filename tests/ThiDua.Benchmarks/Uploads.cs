using System.Diagnostics;
using ThiDua.Web.Tests.RealProgram;

namespace ThiDua.Benchmarks;

/// <summary>Two hundred people upload at once into the reports of their units, in pieces as the script sends them: time and memory of the program per upload, for files of 2 MB and of 20 MB (goal: memory does not grow with the file).</summary>
internal static class Uploads
{
    private const int People = 200;
    private const int Megabyte = 1024 * 1024;

    public static async Task Run()
    {
        var (small, large) = (await Of("2 MB", 2 * Megabyte), await Of("20 MB", 20 * Megabyte));
        Console.WriteLine($"Ten times the file takes {(double)large / small:0.00} times the memory (goal: at most 1.3)");
    }

    // Each size in a program of its own, so that neither has the memory of the other.
    private static async Task<long> Of(string what, int size)
    {
        IReadOnlyList<string> reports = [];
        await using var portal = await RunningPortal.Start(async database => reports = await ManyUnits.Make(database, People));
        var senders = new List<SenderOverHttp>();
        foreach (var (report, unit) in reports.Select((report, unit) => (report, unit)))
        {
            senders.Add(await SenderOverHttp.Open(await portal.SignIn(ManyUnits.ClerkOf(unit), ManyUnits.Password), report));
        }

        await All(portal, senders, "warm-up", Megabyte);
        return await All(portal, senders, what, size);
    }

    /// <returns>The most that the program held in memory, in MB.</returns>
    private static async Task<long> All(RunningPortal portal, List<SenderOverHttp> senders, string what, int size)
    {
        var contents = SenderOverHttp.APdf(size); // one for all; a few bytes make each its own
        var (before, most, times) = (portal.MegabytesInMemory, 0L, new List<double>());
        using var end = new CancellationTokenSource();
        var watching = Watch(portal, megabytes => most = Math.Max(most, megabytes), end.Token);
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(senders.Select(async (sender, person) =>
        {
            var own = Stopwatch.GetTimestamp();
            await sender.Send($"{what}.pdf", contents, $"{what} {person}");
            lock (times)
            {
                times.Add(Stopwatch.GetElapsedTime(own).TotalSeconds);
            }
        }));
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await end.CancelAsync();
        await watching;
        times.Sort();
        Console.WriteLine($"{senders.Count} uploads of {what} at once: {took:0.0} s in all, {took / senders.Count * 1000:0} ms an upload, half within {times[times.Count / 2]:0.0} s, 95 % within {times[times.Count * 95 / 100]:0.0} s; {before} MB before, {most} MB at most, {(double)(most - before) / senders.Count:0.00} MB an upload");
        return most;
    }

    private static async Task Watch(RunningPortal portal, Action<long> see, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            see(portal.MegabytesInMemory);
            await Task.Delay(50, CancellationToken.None);
        }
    }
}
