using ThiDua.Domain.Planning.FromPaper;

namespace ThiDua.Domain.Tests.Planning.Papers;

/// <summary>A real plan as scanned (persons renamed) with what a person finds in it, written by hand.</summary>
public sealed record Paper(string Name, string Text, IReadOnlyList<ExpectedSection> Sections, IReadOnlyList<ExpectedBasis> Bases, IReadOnlyList<ExpectedDate> Dates)
{
    public static IReadOnlyList<Paper> All { get; } = [Load("cluster-plan"), Load("province-plan"), Load("departments-plan")];

    private static Paper Load(string name)
    {
        var parts = new List<List<string>>();
        foreach (var line in Resource($"{name}.expected.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#'))
            {
                parts.Add([]);
            }
            else
            {
                parts[^1].Add(line);
            }
        }

        return new(name, Resource($"{name}.txt"), [.. parts[0].Select(ExpectedSection.Of)], [.. parts[1].Select(ExpectedBasis.Of)], [.. parts[2].Select(ExpectedDate.Of)]);
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Paper).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name));
        return reader.ReadToEnd();
    }
}

public sealed record ExpectedSection(string Path, string Start, bool IsTitle)
{
    public static ExpectedSection Of(string line)
    {
        var parts = line.Split(' ', 3);
        return new(parts[0], parts[2], parts[1] == "=");
    }
}

public sealed record ExpectedBasis(string Opening, string Kind, string Number, string Date, string Issuer, string Start)
{
    public static ExpectedBasis Of(string line) => line.Split('|', StringSplitOptions.TrimEntries) is [var opening, var kind, var number, var date, var issuer, var start] ? new(opening, kind, number, date, issuer, start) : throw new FormatException(line);
}

public sealed record ExpectedDate(ProposedKind Kind, string When, string Sentence)
{
    public static ExpectedDate Of(string line) => line.Split(": ", 3) is [var kind, var when, var sentence] ? new(Enum.Parse<ProposedKind>(kind), when, sentence) : throw new FormatException(line);
}
