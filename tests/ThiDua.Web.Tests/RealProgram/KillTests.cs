using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.RealProgram;

/// <summary>What was acknowledged is there, whatever happens to the program. <c>THIDUA_CHECKS=full</c> (scripts/check) kills it ten times.</summary>
[Trait("Category", "RealProgram")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int SavesPerRound = 200;
    private static readonly int Rounds = Checks.Full ? 10 : 1;

    [Fact]
    public async Task L2_Every_acknowledged_save_is_there_after_the_program_was_killed()
    {
        await using var portal = await DemoProgram.Start();
        var acknowledged = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            var clerk = await SheetAtWork.Open(portal, "quangtri");
            var killAfter = Random.Shared.Next(SavesPerRound / 4, SavesPerRound);
            var said = await clerk.SaveUntilGone(round, SavesPerRound, killAfter, portal.Kill);
            acknowledged += said.Count;
            await portal.Run();

            var found = await (await SheetAtWork.Open(portal, "quangtri")).Explanations();
            foreach (var (line, last) in said.Where(row => row.Value.Acknowledged is not null))
            {
                new[] { last.Acknowledged, last.InFlight }.ShouldContain(found[line], $"line {line} of round {round}");
            }
        }

        acknowledged.ShouldBeGreaterThan(Rounds * 5);
        (await portal.RunCommand("--verify-audit")).ShouldBe(0);
        output.WriteLine($"{Rounds} kills, {acknowledged} lines with acknowledged saves: all there, the audit trail is whole.");
    }

    /// <summary>What the browser knows of one line: the last text that was acknowledged, and one sent after it that got no answer.</summary>
    private sealed record LastSave(string? Acknowledged, string? InFlight);

    /// <summary>A clerk's sheet, saved line by line as the page's script does.</summary>
    private sealed class SheetAtWork(RunningPortal portal, HttpClient client, string url, string token, Dictionary<int, int> versions)
    {
        public static async Task<SheetAtWork> Open(RunningPortal portal, string unit)
        {
            var client = await portal.SignIn($"{unit}.cv");
            var list = await client.See("/cum/1/cham-diem");
            var url = list.Links.OfType<IHtmlAnchorElement>().Select(link => link.PathName).First(path => path.StartsWith("/cum/1/cham-diem/", StringComparison.Ordinal));
            var page = await client.See(url);
            var token = ((IHtmlInputElement)page.QuerySelector("#sheet-form input[name=__RequestVerificationToken]")!).Value;
            var versions = page.QuerySelectorAll("tr[data-criterion]").Where(row => row.QuerySelector("textarea[name$=Explanation]") is not null)
                .ToDictionary(Line, row => int.Parse(((IHtmlInputElement)row.QuerySelector("[data-version]")!).Value, System.Globalization.CultureInfo.InvariantCulture));
            return new(portal, client, url, token, versions);
        }

        /// <summary>Four savers work through the lines; after so many acknowledgements the program is killed under them.</summary>
        public async Task<Dictionary<int, LastSave>> SaveUntilGone(int round, int saves, int killAfter, Func<Task> kill)
        {
            var last = versions.Keys.ToDictionary(line => line, _ => new LastSave(null, null));
            var (begun, done) = (0, 0);
            var killed = new TaskCompletionSource();
            async Task Saver(List<int> lines)
            {
                for (var turn = 0; Interlocked.Increment(ref begun) <= saves; turn++)
                {
                    var line = lines[turn % lines.Count];
                    var text = $"Đợt {round}, lần {turn}, dòng {line}";
                    last[line] = last[line] with { InFlight = text };
                    try
                    {
                        versions[line] = await Save(line, text);
                    }
                    catch (HttpRequestException)
                    {
                        return; // the program is gone
                    }

                    last[line] = new(text, null);
                    if (Interlocked.Increment(ref done) == killAfter)
                    {
                        await kill();
                        killed.SetResult();
                    }
                }
            }

            await Task.WhenAll(versions.Keys.Chunk(versions.Count / 4).Select(lines => Saver([.. lines])));
            await killed.Task;
            return last;
        }

        public async Task<Dictionary<int, string>> Explanations()
        {
            var page = await client.See(url);
            return page.QuerySelectorAll("tr[data-criterion]").Where(row => row.QuerySelector("textarea[name$=Explanation]") is not null)
                .ToDictionary(Line, row => ((IHtmlTextAreaElement)row.QuerySelector("textarea[name$=Explanation]")!).Value);
        }

        private async Task<int> Save(int line, string text)
        {
            portal.Address.ShouldNotBeNull();
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{url}/dong/{line}");
            request.Headers.Add("RequestVerificationToken", token);
            request.Headers.Add("X-Requested-With", "fetch");
            request.Content = new FormUrlEncodedContent([new("Version", $"{versions[line]}"), new("Explanation", text)]);
            using var answer = await client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32();
        }

        private static int Line(AngleSharp.Dom.IElement row) => int.Parse(row.GetAttribute("data-criterion")!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
