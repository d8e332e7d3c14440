using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Architecture.Gates;

/// <summary>What one person was answered at one address, with the page of a refusal.</summary>
public sealed record Answered(Who Who, Address Address, Row Row, string Status, string? Refusal);

/// <summary>Every address asked once by every person, with own and foreign ids: what several tests look at.</summary>
public sealed class Survey
{
    private static readonly HashSet<string> AsksForNothing = ["member clerk", "leader clerk", "authority clerk", Who.Anonymous.Name];

    private int _requests;

    private Survey(IReadOnlyList<Address> addresses) => Addresses = addresses;

    public IReadOnlyList<Address> Addresses { get; }

    /// <summary>For each person the answers in the order of <see cref="Lines"/>.</summary>
    public IReadOnlyList<IReadOnlyList<Answered>> Columns { get; private set; } = [];

    /// <summary>Ids of another cluster, or of nothing, that were answered otherwise than they must.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>The kinds of rows that were changed by asking.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    public int Requests => _requests;

    public IEnumerable<(Address Address, Row Row)> Lines => from address in Addresses from row in Rows(address) select (address, row);

    public static async Task<Survey> Make(TwoClusters clusters)
    {
        var survey = new Survey(Address.All(clusters.Portal));
        var before = await clusters.Portal.WithDb(db => db.AuditEntries.MaxAsync(row => row.Id));
        var columns = new IReadOnlyList<Answered>[Who.All.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, Who.All.Count), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (index, _) =>
            columns[index] = await survey.Ask(new Asking(clusters, Who.All[index]), Who.All[index]));
        survey.Columns = columns;
        survey.Changed = await clusters.Portal.WithDb(db => db.AuditEntries.Where(row => row.Id > before).Select(row => row.Kind).Distinct().OrderBy(kind => kind).ToListAsync());
        return survey;
    }

    private async Task<List<Answered>> Ask(Asking asking, Who who)
    {
        var answers = new List<Answered>();
        foreach (var address in Addresses)
        {
            foreach (var row in Rows(address))
            {
                var status = await Ask(asking, address, _ => row);
                answers.Add(new(who, address, row, status, status == "403" ? await asking.Last!.Content.ReadAsStringAsync() : null));
            }

            foreach (var (name, row) in from name in address.Ids from row in Strange(address, who) select (name, row))
            {
                var answer = await Ask(asking, address, asked => asked == name ? row : Row.Own);
                if (answer != (who == Who.Anonymous ? "in" : "404"))
                {
                    lock (Wrong)
                    {
                        Wrong.Add($"{address.Verb} {address.Text} with a {row} {name} as {who.Name}: {answer}");
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
}
