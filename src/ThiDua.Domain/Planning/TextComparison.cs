namespace ThiDua.Domain.Planning;

/// <summary>What became of a paragraph or of words.</summary>
public enum TextChange { Same, Added, Removed, Changed }

/// <summary>Words that stayed, came or went.</summary>
public sealed record ComparedWords(TextChange Change, string Text);

/// <summary>A paragraph of the comparison, with its place in the old and in the new text where it has one; only a changed one has several stretches of words.</summary>
public sealed record ComparedParagraph(TextChange Change, IReadOnlyList<ComparedWords> Words, int? Before, int? After);

/// <summary>
/// Two texts side by side as people read them (so sánh hai bản): paragraphs that stayed, came, went or changed, and in the changed ones the words.
/// What stayed and came gives the new text letter by letter, what stayed and went the words of the old.
/// </summary>
public static class TextComparison
{
    // Below this share of common words two paragraphs are no longer the same one changed.
    private const double Alike = 0.4;
    private const long MostPairings = 4_000_000;

    public static IReadOnlyList<ComparedParagraph> Of(string before, string after) => Of(Paragraphs(before), Paragraphs(after));

    public static IReadOnlyList<ComparedParagraph> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var result = new List<ComparedParagraph>();
        var (a, b) = (0, 0);
        foreach (var (atA, atB) in TextAlignment.Of([.. before.Select(Bare)], [.. after.Select(Bare)]).Append((before.Count, after.Count)))
        {
            Between(before, after, (a, atA), (b, atB), result);
            if (atB < after.Count)
            {
                result.Add(new(TextChange.Same, [new(TextChange.Same, after[atB])], atA, atB));
            }

            (a, b) = (atA + 1, atB + 1);
        }

        return result;
    }

    /// <summary>The words of one paragraph that stayed, went and came.</summary>
    public static IReadOnlyList<ComparedWords> OfWords(string before, string after)
    {
        var (old, now) = (ComparedTokens.Of(before), ComparedTokens.Of(after));
        var pairs = WithoutIslands(TextAlignment.Of([.. old.Select(Bare)], [.. now.Select(Bare)]), old);
        var words = new Stretches();
        var (a, b) = (0, 0);
        foreach (var (atA, atB) in pairs.Append((old.Count, now.Count)))
        {
            words.Add(TextChange.Removed, old, a, atA);
            words.Add(TextChange.Added, now, b, atB);
            words.Add(TextChange.Same, now, atB, Math.Min(atB + 1, now.Count));
            (a, b) = (atA + 1, atB + 1);
        }

        return words.Made();
    }

    private static void Between(IReadOnlyList<string> before, IReadOnlyList<string> after, (int From, int To) old, (int From, int To) now, List<ComparedParagraph> result)
    {
        var (a, b) = (old.From, now.From);
        foreach (var (atA, atB) in Pairing(before, after, old, now).Append((old.To, now.To)))
        {
            for (; a < atA; a++)
            {
                result.Add(new(TextChange.Removed, [new(TextChange.Removed, before[a])], a, null));
            }

            for (; b < atB; b++)
            {
                result.Add(new(TextChange.Added, [new(TextChange.Added, after[b])], null, b));
            }

            if (atA < old.To)
            {
                result.Add(new(TextChange.Changed, OfWords(before[atA], after[atB]), atA, atB));
            }

            (a, b) = (atA + 1, atB + 1);
        }
    }

    // Which old and new paragraphs of a gap are the same one changed: the greatest likeness in order.
    private static List<(int Before, int After)> Pairing(IReadOnlyList<string> before, IReadOnlyList<string> after, (int From, int To) old, (int From, int To) now)
    {
        var (rows, columns) = (old.To - old.From, now.To - now.From);
        if (rows == 0 || columns == 0)
        {
            return [];
        }

        List<string[]> olds = [.. Enumerable.Range(old.From, rows).Select(at => SortedWords(before[at]))];
        List<string[]> nows = [.. Enumerable.Range(now.From, columns).Select(at => SortedWords(after[at]))];
        var work = (olds.Sum(words => (long)words.Length + 1) * columns) + (nows.Sum(words => (long)words.Length + 1) * rows);
        return work > MostPairings ? [] : Best(old.From, now.From, rows, columns, (a, b) => Likeness(olds[a], nows[b]));
    }

    private static List<(int Before, int After)> Best(int fromA, int fromB, int rows, int columns, Func<int, int, double> likeness)
    {
        var (best, like) = (new double[rows + 1, columns + 1], new double[rows, columns]);
        for (var a = rows - 1; a >= 0; a--)
        {
            for (var b = columns - 1; b >= 0; b--)
            {
                like[a, b] = likeness(a, b);
                best[a, b] = Math.Max(Math.Max(best[a + 1, b], best[a, b + 1]), like[a, b] >= Alike ? best[a + 1, b + 1] + like[a, b] : 0);
            }
        }

        var pairs = new List<(int Before, int After)>();
        for (var (a, b) = (0, 0); a < rows && b < columns;)
        {
            if (like[a, b] >= Alike && best[a, b] <= best[a + 1, b + 1] + like[a, b])
            {
                pairs.Add((fromA + a++, fromB + b++));
            }
            else if (best[a + 1, b] >= best[a, b + 1])
            {
                a++;
            }
            else
            {
                b++;
            }
        }

        return pairs;
    }

    // Twice the common words of the words of both.
    private static double Likeness(string[] one, string[] other)
    {
        var (same, a, b) = (0, 0, 0);
        while (a < one.Length && b < other.Length)
        {
            var order = string.CompareOrdinal(one[a], other[b]);
            same += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }

        return one.Length + other.Length == 0 ? 0 : 2.0 * same / (one.Length + other.Length);
    }

    private static string[] SortedWords(string text) => [.. ComparedTokens.Of(text).Select(Bare).Where(word => word.Length > 0 && char.IsLetterOrDigit(word[0])).Order(StringComparer.Ordinal)];

    // A lone short word or sign between two changes is read more easily as a part of them.
    private static List<(int Before, int After)> WithoutIslands(List<(int Before, int After)> pairs, List<string> old)
    {
        bool Joins(int at) => at >= 0 && at + 1 < pairs.Count && pairs[at + 1].Before == pairs[at].Before + 1 && pairs[at + 1].After == pairs[at].After + 1;
        return [.. pairs.Where((pair, at) => Joins(at - 1) || Joins(at) || at == 0 || at == pairs.Count - 1 || Bare(old[pair.Before]).Length > 3)];
    }

    private static string[] Paragraphs(string text) => text.Split(["\r\n", "\n", "\r"], StringSplitOptions.RemoveEmptyEntries);

    private static string Bare(string text) => text.TrimEnd();

    // Joins what changed alike, the removed before the added.
    private sealed class Stretches
    {
        private readonly List<ComparedWords> _made = [];
        private readonly System.Text.StringBuilder _removed = new();
        private readonly System.Text.StringBuilder _added = new();
        private readonly System.Text.StringBuilder _same = new();

        public void Add(TextChange change, List<string> tokens, int from, int to)
        {
            if (from >= to)
            {
                return;
            }

            if (change == TextChange.Same)
            {
                Close(TextChange.Removed, _removed);
                Close(TextChange.Added, _added);
            }
            else
            {
                Close(TextChange.Same, _same);
            }

            var target = change switch { TextChange.Removed => _removed, TextChange.Added => _added, _ => _same };
            for (var at = from; at < to; at++)
            {
                target.Append(tokens[at]);
            }
        }

        public List<ComparedWords> Made()
        {
            Close(TextChange.Same, _same);
            Close(TextChange.Removed, _removed);
            Close(TextChange.Added, _added);
            return _made;
        }

        private void Close(TextChange change, System.Text.StringBuilder text)
        {
            if (text.Length > 0)
            {
                _made.Add(new(change, text.ToString()));
                text.Clear();
            }
        }
    }
}
