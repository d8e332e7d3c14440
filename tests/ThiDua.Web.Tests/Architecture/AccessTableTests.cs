using System.Globalization;
using System.Text;
using ThiDua.Web.Tests.Architecture.Gates;

namespace ThiDua.Web.Tests.Architecture;

[Collection(nameof(TwoClusters))]
public sealed class AccessTableTests(TwoClusters clusters, ITestOutputHelper output)
{
    private const int AddressesToday = 608;
    private const int RequestsToday = 16_000;

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
        var survey = await clusters.Survey();
        output.WriteLine($"{survey.Addresses.Count} addresses, {Who.All.Count} people, {survey.Requests} requests");
        Printed.Is("access.md", Table(survey));
        survey.Wrong.Order(StringComparer.Ordinal).Take(50).ShouldBeEmpty("An id of another cluster, or of nothing, must be 404.");
        survey.Changed.ShouldBe(["EvidenceLink", "User"], "Asking withdraws a file of each member and locks the spare account; a form without content must change nothing more.");
        survey.Addresses.Count.ShouldBeGreaterThanOrEqualTo(AddressesToday);
        survey.Requests.ShouldBeGreaterThanOrEqualTo(RequestsToday);
    }

    private static string Table(Survey survey)
    {
        var text = new StringBuilder(Introduction);
        text.Append(CultureInfo.InvariantCulture, $"| address | stage | row | {string.Join(" | ", Who.All.Select(who => who.Name))} |\n| --- | --- | --- |{string.Concat(Who.All.Select(_ => " --- |"))}\n");
        foreach (var (line, (address, row)) in survey.Lines.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{address.Verb} {address.Text}` | {(address.IsInYear ? address.Stage.ToString().ToLowerInvariant() : "")} | {(address.NamesSheet ? row.ToString().ToLowerInvariant() : "")} | {string.Join(" | ", survey.Columns.Select(column => column[line].Status))} |\n");
        }

        return text.ToString();
    }
}
