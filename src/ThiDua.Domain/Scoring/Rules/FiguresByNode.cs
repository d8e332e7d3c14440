using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ThiDua.Domain.Scoring;

/// <summary>One figure per node of a tree, read by the node's id; kept in reading order, so that a thousand sheets share one index.</summary>
internal sealed class FiguresByNode(SchemeTree tree, decimal[] figures) : IReadOnlyDictionary<int, decimal>
{
    public int Count => figures.Length;

    public IEnumerable<int> Keys => tree.Ordered.Select(placed => placed.Node.Id);

    public IEnumerable<decimal> Values => figures;

    public decimal this[int key] => figures[tree.Positions[key]];

    public bool ContainsKey(int key) => tree.Positions.ContainsKey(key);

    public bool TryGetValue(int key, [MaybeNullWhen(false)] out decimal value)
    {
        var found = tree.Positions.TryGetValue(key, out var position);
        value = found ? figures[position] : default;
        return found;
    }

    public IEnumerator<KeyValuePair<int, decimal>> GetEnumerator() =>
        tree.Ordered.Select((placed, position) => KeyValuePair.Create(placed.Node.Id, figures[position])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
