using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ThiDua.Browser.Tests;

/// <summary>A real browser on the demo data: every kind of page that people reach from home, wide and on a phone; with THIDUA_PICTURES=1 a picture of each under TestResults/screenshots.</summary>
public sealed partial class EveryPageTests(DemoOnAPort portal, ITestOutputHelper output) : IClassFixture<DemoOnAPort>
{
    private const int PagesToday = 160;
    private static readonly string[] People = ["admin", "thanhhoa.ld", "quangtri.cv", "quangbinh.cv", "haiphong.ld", "hdtw.ld", "bonoivu.cv"];
    private static readonly bool TakesPictures = Environment.GetEnvironmentVariable("THIDUA_PICTURES") == "1"; // they take a good part of its time
    private static readonly string Pictures = Path.Combine(Repository(), "TestResults", "screenshots"); // the folder comes with the first picture

    [Fact]
    public async Task W1_Nothing_serious_and_nothing_beside_the_page_at_1280_and_390()
    {
        var users = await portal.WithDb(db => db.Users.Where(user => People.Contains(user.UserName!)).ToDictionaryAsync(user => user.UserName!, user => user.Id));
        users.Count.ShouldBe(People.Length);
        var (known, wrong) = (new ConcurrentDictionary<string, bool>(), new ConcurrentBag<string>());
        await Parallel.ForEachAsync(People, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (name, _) => await Walk(name, users[name], known, wrong));
        output.WriteLine($"{known.Count} kinds of pages, each at 1280 and 390 pixels");
        wrong.Order(StringComparer.Ordinal).ShouldBeEmpty();
        known.Count.ShouldBeGreaterThanOrEqualTo(PagesToday);
    }

    private async Task Walk(string name, int userId, ConcurrentDictionary<string, bool> known, ConcurrentBag<string> wrong)
    {
        var person = await portal.Open(userId);
        var (ahead, seen) = (new Queue<string>(["/"]), new HashSet<string>(["/"]));
        while (ahead.TryDequeue(out var path))
        {
            var isNew = known.TryAdd(Shape(path), true);
            foreach (var link in isNew ? await LinksShown(person, path) : await LinksSent(person, path))
            {
                // One of each kind for each person: another person may see more of it.
                if (!link.StartsWith("/lib/", StringComparison.Ordinal) && !IsFile().IsMatch(link) && seen.Add(Shape(link)))
                {
                    ahead.Enqueue(link);
                }
            }

            if (isNew)
            {
                await Look(person, name, path, 1280, wrong);
                await person.Page.SetViewportSizeAsync(390, 900);
                await Look(person, name, path, 390, wrong);
                await person.Page.SetViewportSizeAsync(1280, 900);
            }
        }

        person.HasNoComplaints();
    }

    private static async Task<IEnumerable<string>> LinksShown(PersonAtWork person, string path)
    {
        await person.Goes(path);
        return await person.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => new URL(a.href)).filter(u => u.origin === location.origin).map(u => u.pathname)");
    }

    // A kind of page that was looked at already is only read for what else this person may reach.
    private static async Task<IEnumerable<string>> LinksSent(PersonAtWork person, string path) =>
        Link().Matches(await (await person.Page.Context.APIRequest.GetAsync(path)).TextAsync()).Select(found => found.Groups["path"].Value);

    private static async Task Look(PersonAtWork person, string name, string path, int width, ConcurrentBag<string> wrong)
    {
        foreach (var violation in await person.Violations(onlyOfWidth: width == 390))
        {
            wrong.Add($"{name} {path} at {width}: {violation}");
        }

        // Only tables may be wider than the window, and scroll by themselves.
        if (await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var beside)
        {
            wrong.Add($"{name} {path} at {width}: {beside} pixels beside the page");
        }

        if (TakesPictures)
        {
            await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{Shape(path).Trim('/').Replace('/', '_').Replace("#", "n", StringComparison.Ordinal)}-{width}.jpg"), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70 });
        }
    }

    private static string Shape(string path) => Number().Replace(path, "#");

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThiDua.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("""<a\s[^>]*href="(?<path>/[^"?#]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\.(pdf|docx|xlsx|html|zip|ics)$|/bao-cao/.*/tep/\d+$|/cham-diem/\d+/minh-chung/\d+$|/tep$|/ban-quet$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsFile();
}
