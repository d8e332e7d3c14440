namespace ThiDua.Domain.Planning;

/// <summary>Which items of two sequences belong together, in order: those that occur once on both sides are found first (patience), what lies between is searched as long as it is small.</summary>
internal static class TextAlignment
{
    private const long MostCells = 1_000_000;

    /// <summary>Pairs of equal items, rising on both sides.</summary>
    public static List<(int Before, int After)> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : notnull
    {
        var numbers = new Dictionary<T, int>();
        int[] Numbered(IReadOnlyList<T> items)
        {
            var result = new int[items.Count];
            for (var at = 0; at < result.Length; at++)
            {
                result[at] = numbers.TryGetValue(items[at], out var known) ? known : numbers[items[at]] = numbers.Count;
            }

            return result;
        }

        var search = new Search(Numbered(before), Numbered(after));
        search.Run();
        search.Pairs.Sort();
        return search.Pairs;
    }

    private sealed class Search(int[] before, int[] after)
    {
        private readonly Stack<(int FromA, int ToA, int FromB, int ToB)> _open = new();

        public List<(int Before, int After)> Pairs { get; } = [];

        public void Run()
        {
            _open.Push((0, before.Length, 0, after.Length));
            while (_open.TryPop(out var part))
            {
                Take(part.FromA, part.ToA, part.FromB, part.ToB);
            }
        }

        private void Take(int fromA, int toA, int fromB, int toB)
        {
            while (fromA < toA && fromB < toB && before[fromA] == after[fromB])
            {
                Pairs.Add((fromA++, fromB++));
            }

            while (fromA < toA && fromB < toB && before[toA - 1] == after[toB - 1])
            {
                Pairs.Add((--toA, --toB));
            }

            if (fromA == toA || fromB == toB)
            {
                return;
            }

            var anchors = Rising(Unique(fromA, toA, fromB, toB));
            if (anchors.Count == 0)
            {
                Longest(fromA, toA, fromB, toB);
                return;
            }

            var (a, b) = (fromA, fromB);
            foreach (var (atA, atB) in anchors)
            {
                Pairs.Add((atA, atB));
                _open.Push((a, atA, b, atB));
                (a, b) = (atA + 1, atB + 1);
            }

            _open.Push((a, toA, b, toB));
        }

        private List<(int A, int B)> Unique(int fromA, int toA, int fromB, int toB)
        {
            var seen = new Dictionary<int, (int A, int B, int InA, int InB)>();
            for (var at = fromA; at < toA; at++)
            {
                var one = seen.GetValueOrDefault(before[at]);
                seen[before[at]] = one with { A = at, InA = one.InA + 1 };
            }

            for (var at = fromB; at < toB; at++)
            {
                if (seen.TryGetValue(after[at], out var one))
                {
                    seen[after[at]] = one with { B = at, InB = one.InB + 1 };
                }
            }

            return [.. seen.Values.Where(one => one is { InA: 1, InB: 1 }).Select(one => (one.A, one.B)).Order()];
        }

        // The longest rising run of the second numbers.
        private static List<(int A, int B)> Rising(List<(int A, int B)> pairs)
        {
            var (tails, previous) = (new List<int>(), new int[pairs.Count]);
            for (var at = 0; at < pairs.Count; at++)
            {
                var (low, high) = (0, tails.Count);
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    (low, high) = pairs[tails[middle]].B < pairs[at].B ? (middle + 1, high) : (low, middle);
                }

                previous[at] = low > 0 ? tails[low - 1] : -1;
                if (low == tails.Count)
                {
                    tails.Add(at);
                }
                else
                {
                    tails[low] = at;
                }
            }

            var run = new List<(int A, int B)>();
            for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = previous[at])
            {
                run.Add(pairs[at]);
            }

            run.Reverse();
            return run;
        }

        // The longest common subsequence of a small part; a large part without anything unique is all changed.
        private void Longest(int fromA, int toA, int fromB, int toB)
        {
            var (rows, columns) = (toA - fromA, toB - fromB);
            if ((long)rows * columns > MostCells)
            {
                return;
            }

            var length = new int[rows + 1, columns + 1];
            for (var a = rows - 1; a >= 0; a--)
            {
                for (var b = columns - 1; b >= 0; b--)
                {
                    length[a, b] = before[fromA + a] == after[fromB + b] ? length[a + 1, b + 1] + 1 : Math.Max(length[a + 1, b], length[a, b + 1]);
                }
            }

            for (var (a, b) = (0, 0); a < rows && b < columns;)
            {
                if (before[fromA + a] == after[fromB + b])
                {
                    Pairs.Add((fromA + a++, fromB + b++));
                }
                else if (length[a + 1, b] >= length[a, b + 1])
                {
                    a++;
                }
                else
                {
                    b++;
                }
            }
        }
    }
}
