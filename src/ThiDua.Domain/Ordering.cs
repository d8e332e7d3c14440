namespace ThiDua.Domain;

/// <summary>How rows that people put in order are moved.</summary>
internal static class Ordering
{
    /// <summary>The rows with one of them moved by so many places, up (−1) or down (+1), no further than the ends.</summary>
    public static List<T> Moved<T>(IEnumerable<T> ordered, T moved, int places)
    {
        var rows = ordered.ToList();
        var from = rows.IndexOf(moved);
        rows.RemoveAt(from);
        rows.Insert(Math.Clamp(from + places, 0, rows.Count), moved);
        return rows;
    }
}
