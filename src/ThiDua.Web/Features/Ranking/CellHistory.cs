using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>One accepted change of a line: who, in which office, when, from → to, and why.</summary>
public sealed record CellChange(ScoreStage Stage, string By, string Office, DateTime At, decimal? From, decimal? To, string? Reason, bool IsAfterLayer);

/// <summary>What a line held when a layer was frozen.</summary>
public sealed record CellThen(LineValues? Values, bool? IsSetByHand, string? Note);

/// <summary>The accepted changes of some lines, as the audit trail tells them.</summary>
public sealed class CellHistory
{
    private readonly ILookup<int, Entry> _entries;
    private readonly DateTime _layerAt;

    private CellHistory(IEnumerable<Entry> entries, DateTime layerAt) => (_entries, _layerAt) = (entries.ToLookup(entry => entry.CellId), layerAt);

    private const string ComputedForAll = "Tính chung cho cả cụm, khối khi khóa nhập liệu";

    private sealed record Entry(int CellId, string By, string Office, DateTime At, IReadOnlyDictionary<string, string?[]> Values)
    {
        /// <summary>Whether somebody entered the line; else its points were computed for the whole cluster.</summary>
        public bool IsTyped => Values.ContainsKey(nameof(ScoreEntry.EnteredAt)) || Values.ContainsKey(nameof(ScoreEntry.Values));

        public string? To(string name) => Values.TryGetValue(name, out var pair) ? pair[1] : null;

        public decimal? Figure(string name, int side) => Values.TryGetValue(name, out var pair) && pair[side] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>With one statement, whatever the number of lines.</summary>
    public static async Task<CellHistory> Load(PortalDb db, int clusterYearId, IReadOnlyList<int> cellIds, DateTime layerAt, DateTime readUntil)
    {
        var subjects = cellIds.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToList();
        var rows = await db.AuditEntries.AsNoTracking().Where(row => row.ClusterYearId == clusterYearId && row.Kind == nameof(ScoreEntry) && subjects.Contains(row.Subject)).OrderBy(row => row.Id)
            .Select(row => new { row.Subject, row.UserName, row.OfficeName, row.At, row.Details }).ToListAsync();
        var entries = rows.Select(row =>
        {
            var values = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Details) ?? [];
            return new Entry(int.Parse(row.Subject, CultureInfo.InvariantCulture), row.UserName, row.OfficeName, EnteredAt(values) ?? row.At, values);
        });
        return new(entries.Where(entry => entry.At <= readUntil), layerAt);
    }

    /// <summary>Without what a unit tried in its own lines before it first submitted them.</summary>
    public CellHistory Without(IEnumerable<int> selfIds, DateTime? submittedAt)
    {
        var own = selfIds.ToHashSet();
        return new(_entries.SelectMany(cell => cell).Where(entry => !own.Contains(entry.CellId) || entry.At > submittedAt), _layerAt);
    }

    /// <summary>The changes of points or figures of one line, oldest first.</summary>
    public IEnumerable<CellChange> Of(int? cellId, ScoreStage stage) => cellId is not { } id ? [] :
        _entries[id].Where(entry => entry.Values.ContainsKey(nameof(ScoreEntry.Points)) || (entry.Values.ContainsKey(nameof(ScoreEntry.Values)) && entry.Values.ContainsKey(nameof(ScoreEntry.EnteredAt))))
            .Select(entry => new CellChange(stage, entry.IsTyped ? entry.By : ComputedForAll, entry.IsTyped ? entry.Office : "", entry.At, entry.Figure(nameof(ScoreEntry.Points), 0), entry.Figure(nameof(ScoreEntry.Points), 1), entry.To(nameof(ScoreEntry.Note)), entry.At > _layerAt));

    /// <summary>What the line held when the layer was frozen; null where it has not changed since, or the trail does not tell.</summary>
    public CellThen? AsOfLayer(int cellId)
    {
        var until = _entries[cellId].Where(entry => entry.At <= _layerAt).ToList();
        if (until.Count == 0 || until.Count == _entries[cellId].Count())
        {
            return null;
        }

        string? Last(string name) => until.FindLast(entry => entry.Values.ContainsKey(name))?.To(name);
        return new(Last(nameof(ScoreEntry.Values)) is { } json ? JsonSerializer.Deserialize<LineValues>(json) : null, Last(nameof(ScoreEntry.IsSetByHand)) is { } flag ? bool.Parse(flag) : null, Last(nameof(ScoreEntry.Note)));
    }

    private static DateTime? EnteredAt(Dictionary<string, string?[]> values) =>
        values.TryGetValue(nameof(ScoreEntry.EnteredAt), out var pair) && pair[1] is { } text ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;
}
