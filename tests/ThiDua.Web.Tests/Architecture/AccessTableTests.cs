using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Tests.Architecture.Gates;

namespace ThiDua.Web.Tests.Architecture;

[Collection(nameof(TwoClusters))]
public sealed class AccessTableTests(TwoClusters clusters, ITestOutputHelper output)
{
    private const int AddressesToday = 122;
    private const int RequestsToday = 4160;

    private static readonly HashSet<string> AsksForNothing = ["member clerk", "leader clerk", "authority clerk", Who.Anonymous.Name];

    private int _requests;

    private const string Introduction = """
        # Who is answered what

        Printed by asking every address of the portal over HTTP as each person; a test fails when an answer differs or an address has no line. Forms are posted without content and with a version that nobody ever saw: who may take the step is answered 422 (typed wrongly), 409 (overtaken) or 302 (sent back with the reason), and nothing changes.

        - `in`: led to the sign-in page. 404: does not exist for this person. 403: it exists in a year that this person may read, but is not theirs to do; the page says who can.
        - **row**: `own` is the person's own unit's (the first member's, for who has none), `neighbour` that of another member whose sheet is submitted.
        - **stage**: the scheme is a draft, sheets are being entered, or the draft results are published.
        - An id of the other cluster, and one that nothing has, in each place of each address: 404 in every position (the same test asks).


        """;

    [Fact]
    public async Task A1_Every_address_answers_each_position_as_the_printed_table_says()
    {
        var (addresses, before) = (Address.All(clusters.Portal), await clusters.Portal.WithDb(db => db.AuditEntries.MaxAsync(row => row.Id)));
        var columns = new List<string>[Who.All.Count];
        var wrong = new List<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Who.All.Count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (index, _) =>
            columns[index] = await Answers(Who.All[index], addresses, wrong));

        output.WriteLine($"{addresses.Count} addresses, {Who.All.Count} people, {_requests} requests");
        Printed.Is("access.md", Table(addresses, columns));
        wrong.Order(StringComparer.Ordinal).Take(50).ShouldBeEmpty("An id of another cluster, or of nothing, must be 404.");
        (await clusters.Portal.WithDb(db => db.AuditEntries.Where(row => row.Id > before).Select(row => row.Kind).Distinct().OrderBy(kind => kind).ToListAsync()))
            .ShouldBe(["EvidenceLink", "User"], "Asking withdraws a file of each member and locks the spare account; a form without content must change nothing more.");
        addresses.Count.ShouldBeGreaterThanOrEqualTo(AddressesToday);
        _requests.ShouldBeGreaterThanOrEqualTo(RequestsToday);
    }

    private async Task<List<string>> Answers(Who who, IReadOnlyList<Address> addresses, List<string> wrong)
    {
        var asking = new Asking(clusters, who);
        var answers = new List<string>();
        foreach (var address in addresses)
        {
            foreach (var row in Rows(address))
            {
                answers.Add(await Ask(asking, address, _ => row));
            }

            foreach (var (name, row) in from name in address.Ids from row in Strange(address, who) select (name, row))
            {
                var answer = await Ask(asking, address, asked => asked == name ? row : Row.Own);
                if (answer != (who == Who.Anonymous ? "in" : "404"))
                {
                    lock (wrong)
                    {
                        wrong.Add($"{address.Verb} {address.Text} with a {row} {name} as {who.Name}: {answer}");
                    }
                }
            }
        }

        return answers;
    }

    private async Task<string> Ask(Asking asking, Address address, Func<string, Row> at)
    {
        Interlocked.Increment(ref _requests);
        return await asking.Ask(address, at);
    }

    private static IEnumerable<Row> Rows(Address address) => address.NamesSheet ? [Row.Own, Row.Neighbour] : [Row.Own];

    // Accounts and organizations belong to no cluster. What is another cluster's is asked for in every position, by its clerk; what is nothing, in a few.
    private static Row[] Strange(Address address, Who who) =>
        !address.IsInYear && !address.IsOfAuthority ? [Row.Missing]
        : AsksForNothing.Contains(who.Name) ? [Row.Foreign, Row.Missing]
        : who.Name.EndsWith(" head", StringComparison.Ordinal) || who.Name.EndsWith(" registrar", StringComparison.Ordinal) ? []
        : [Row.Foreign];

    private static string Table(IReadOnlyList<Address> addresses, List<string>[] columns)
    {
        var text = new StringBuilder(Introduction);
        text.Append(CultureInfo.InvariantCulture, $"| address | stage | row | {string.Join(" | ", Who.All.Select(who => who.Name))} |\n| --- | --- | --- |{string.Concat(Who.All.Select(_ => " --- |"))}\n");
        var line = 0;
        foreach (var (address, row) in from address in addresses from row in Rows(address) select (address, row))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{address.Verb} {address.Text}` | {(address.IsInYear ? address.Stage.ToString().ToLowerInvariant() : "")} | {(address.NamesSheet ? row.ToString().ToLowerInvariant() : "")} | {string.Join(" | ", columns.Select(column => column[line]))} |\n");
            line++;
        }

        return text.ToString();
    }
}
