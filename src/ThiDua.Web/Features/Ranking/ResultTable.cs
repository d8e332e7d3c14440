using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Ranking;

/// <summary>A table of results: totals by section, ranks, ties, honours.</summary>
public sealed record ResultTable(int? LayerId, RankBy RankBy, IReadOnlyList<ResultTable.Column> Columns, IReadOnlyList<ResultTable.Row> Rows)
{
    public sealed record Column(int NodeId, string Code, string Name, decimal? Max, CriterionKind Kind);

    public sealed record Row(int UnitId, string UnitName, IReadOnlyDictionary<int, decimal> ByNode, decimal Total, decimal AssignedMax, decimal Percent, int? Rank)
    {
        public string? TieBrokenBy { get; init; }

        public bool TieUnresolved { get; init; }

        public string? UnrankedReason { get; init; }

        /// <summary>Bars, unresolved ties, and who moved up for them.</summary>
        public IReadOnlyList<string> Notes { get; init; } = [];

        public string? Band { get; init; }

        public string? BandReason { get; init; }

        /// <summary>The results of last year: one, or those of the units that it came from by merger.</summary>
        public IReadOnlyList<ResultOfYear> LastYear { get; init; } = [];

        public string? Honour { get; init; }

        public string? HonourReason { get; init; }
    }

    public bool HasBands { get; private init; }

    public bool HasLastYear => Rows.Any(row => row.LastYear.Count > 0);

    public ResultTable Beside(ILookup<int, ResultOfYear> lastYear) =>
        this with { Rows = [.. Rows.Select(row => row with { LastYear = [.. lastYear[row.UnitId]] })] };

    /// <summary>With the honours as they were given, which later layers keep.</summary>
    public ResultTable With(IReadOnlyList<HonourGiven> honours) =>
        this with { Rows = [.. from row in Rows join given in honours on row.UnitId equals given.UnitId into found from one in found.DefaultIfEmpty() select row with { Honour = one?.Honour, HonourReason = one?.Reason }] };

    public static async Task<ResultTable> OfLayer(PortalDb db, int layerId, string? snapshotJson = null)
    {
        var json = snapshotJson ?? await db.ResultLayers.AsNoTracking().Where(layer => layer.Id == layerId).Select(layer => layer.SnapshotJson).OneAsync();
        var rows = await db.LayerRows.AsNoTracking().Where(row => row.LayerId == layerId).OrderBy(row => row.Order).ToListAsync();
        var snapshot = ResultSnapshot.FromJson(json);
        return new(layerId, snapshot.RankBy, ColumnsOf(snapshot),
            [.. rows.Select(row => new Row(row.UnitId, row.UnitName, row.ByNode, row.Total, row.AssignedMax, row.Percent, row.Rank)
            {
                TieBrokenBy = row.TieBrokenBy, TieUnresolved = row.TieUnresolved, UnrankedReason = row.UnrankedReason, Notes = row.Notes(), Band = row.Band, BandReason = row.BandReason, Honour = row.Honour, HonourReason = row.HonourReason,
            })])
        {
            HasBands = snapshot.Bands.Count > 0,
        };
    }

    /// <summary>What an act would freeze now; nothing is saved.</summary>
    public static ResultTable Preview(ResultSnapshot snapshot, IReadOnlyList<string> honoursByRank) =>
        new(null, snapshot.RankBy, ColumnsOf(snapshot),
            [.. snapshot.Compute().Select(row => new Row(row.Unit.UnitId, row.Unit.Name, row.Totals.ByNode, row.Totals.Total, row.Totals.AssignedMax, row.Totals.Percent, row.Place.Rank)
            {
                TieBrokenBy = row.Place.TieBrokenBy, TieUnresolved = row.Place.TieUnresolved, UnrankedReason = row.Place.UnrankedReason, Notes = row.Notes(), Band = row.Class.Band, BandReason = row.Class.Reason, Honour = Adoption.ByRank(honoursByRank, row.Honour),
            })])
        {
            HasBands = snapshot.Bands.Count > 0,
        };

    private static IReadOnlyList<Column> ColumnsOf(ResultSnapshot snapshot)
    {
        var tree = new SchemeTree(snapshot.Nodes);
        return [.. tree.ContentSections.Concat(tree.Sections.Where(section => section.Kind != CriterionKind.Normal))
            .Select(node => new Column(node.Id, node.Code, node.Name, node.Max, node.Kind))];
    }
}
