using ThiDua.Web.Tests.Architecture.Gates;

namespace ThiDua.Web.Tests.Architecture;

[Collection(nameof(TwoClusters))]
public sealed class OfferedActsTests(TwoClusters clusters, ITestOutputHelper output)
{
    // Some fewer than on its own: other gates withdraw evidence from the same sheets before.
    private const int PagesToday = 3700;
    private const int FormsToday = 1450;

    [Fact]
    public async Task W2_W1_From_home_every_link_and_form_leads_somewhere_and_every_page_is_whole()
    {
        var walks = (from stage in Enum.GetValues<Stage>() from who in Who.All where Walks(who, stage) select new Walking(clusters.Browser(who, stage), $"{who.Name} while {stage}")).ToList();
        await Parallel.ForEachAsync(walks, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (walk, _) => await walk.Walk());

        output.WriteLine($"{walks.Sum(walk => walk.Pages)} pages and {walks.Sum(walk => walk.Forms)} forms with {walks.Sum(walk => walk.Fields)} fields of {walks.Count} people");
        walks.SelectMany(walk => walk.Wrong).Order(StringComparer.Ordinal).Take(60).ShouldBeEmpty();
        walks.Sum(walk => walk.Pages).ShouldBeGreaterThanOrEqualTo(PagesToday);
        walks.Sum(walk => walk.Forms).ShouldBeGreaterThanOrEqualTo(FormsToday);
    }

    // Everybody while sheets are entered, when most is going on; at the other stages those who write and those who decide.
    private static bool Walks(Who who, Stage stage) =>
        who != Who.Anonymous && (stage == Stage.Entering || (who.Unit is not null && (who.Person == 0 || who.Name is "member head" or "leader head")));
}
