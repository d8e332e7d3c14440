using ThiDua.Domain.Planning.FromPaper;

namespace ThiDua.Domain.Tests.Planning.Papers;

/// <summary>Found of how many, and what was found that is none.</summary>
public sealed record Score(int Found, int Of, int False)
{
    public double Recall => Of == 0 ? 1 : (double)Found / Of;

    public static Score operator +(Score one, Score other) => new(one.Found + other.Found, one.Of + other.Of, one.False + other.False);

    public override string ToString() => $"{Found} of {Of} ({False})";
}

/// <summary>What was read of a paper held against what a person finds in it.</summary>
public sealed record Measure(Score Sections, Score Bases, Score Dates)
{
    public static Measure None { get; } = new(new(0, 0, 0), new(0, 0, 0), new(0, 0, 0));

    private const int Compared = 40;

    public static Measure operator +(Measure one, Measure other) => new(one.Sections + other.Sections, one.Bases + other.Bases, one.Dates + other.Dates);

    public static Measure Of(Paper paper, PaperReading reading, Action<string>? miss = null) => new(
        Matched(paper.Sections, [.. WithPaths(reading.Sections, "")], (expected, found) => expected.Path == found.Path && IsLike(expected.Start, found.Start), expected => $"{expected.Path} {expected.Start}", found => $"{found.Path} {found.Start}", miss),
        Matched(paper.Bases, reading.Bases, (expected, found) => IsLike(expected.Start, found.Text), expected => expected.Start, found => found.Text, miss),
        Matched(paper.Dates, reading.Dates, (expected, found) => expected.When == found.When.ToString(), expected => expected.When, found => found.When + ": " + found.Sentence, miss));

    public static IEnumerable<(string Path, string Start, PaperSection Section)> WithPaths(IEnumerable<PaperSection> sections, string above)
    {
        foreach (var section in sections)
        {
            var path = above + section.Number.TrimEnd('.', ')');
            yield return (path, section.Title.Length > 0 ? section.Title : section.Body, section);
            foreach (var below in WithPaths(section.Below, path + "/"))
            {
                yield return below;
            }
        }
    }

    private static Score Matched<TExpected, TFound>(IReadOnlyList<TExpected> expected, IReadOnlyList<TFound> found, Func<TExpected, TFound, bool> isSame, Func<TExpected, string> tell, Func<TFound, string> tellFalse, Action<string>? miss)
    {
        var left = found.ToList();
        var matched = 0;
        foreach (var one in expected)
        {
            var at = left.FindIndex(candidate => isSame(one, candidate));
            if (at >= 0)
            {
                matched++;
                left.RemoveAt(at);
            }
            else
            {
                miss?.Invoke("- " + tell(one));
            }
        }

        left.ForEach(one => miss?.Invoke("+ " + Short(tellFalse(one))));
        return new(matched, expected.Count, left.Count);
    }

    private static string Short(string text) => text.Length > 90 ? text[..90] : text;

    // The beginnings, three letters of four the same.
    private static bool IsLike(string expected, string found)
    {
        var (one, other) = (Folded(expected), Folded(found));
        var length = Math.Min(one.Length, Compared);
        return Distance(one[..length], other[..Math.Min(other.Length, length)]) * 4 <= length;
    }

    private static string Folded(string text) => string.Concat(Text.Fold(text).Where(char.IsLetterOrDigit));

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
