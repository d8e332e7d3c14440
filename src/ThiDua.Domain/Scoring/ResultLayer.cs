using System.Security.Cryptography;
using System.Text;
using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>Công bố dự kiến, thống nhất tại phiên trù bị, cụm (khối) thông qua, công nhận; thẩm định của cơ quan thường trực, điều chỉnh.</summary>
public enum ResultLayerKind { Draft, Agreed, Adopted, Recognized, Verified, Corrected }

/// <summary>How the cluster adopted its results: tại hội nghị, or lấy ý kiến bằng văn bản.</summary>
public enum AdoptionManner { AtConference, InWriting }

/// <summary>What a layer after the adoption follows from: the layer in force, the lines that change, and the bars as they stand now. Honours stay as given.</summary>
public sealed record LaterResults(ResultLayer InForce, IReadOnlyList<LineChange> Changes, IReadOnlyList<ResultBar> Bars)
{
    public ResultSnapshot Snapshot() => InForce.Snapshot().With(Changes).WithBars(Bars);
}

/// <summary>One layer of results, frozen with its document; the last one is in force.</summary>
public sealed class ResultLayer : IInClusterYear
{
    /// <summary>The layers that stand once the cluster has adopted its results.</summary>
    public static readonly IReadOnlyList<ResultLayerKind> FromAdoption = [ResultLayerKind.Adopted, ResultLayerKind.Verified, ResultLayerKind.Corrected, ResultLayerKind.Recognized];

    private readonly List<LayerRow> _rows = [];

    private ResultLayer() => (SnapshotJson, SnapshotHash, MadeByName, Changes) = ("", "", "", []);

    internal ResultLayer(Actor by, Ranking ranking, ResultLayerKind kind, DateTime at, DocumentReference? document, ResultSnapshot results, IReadOnlyList<HonourGiven> honours)
    {
        Changes = [];
        (ClusterYearId, Kind, At, MadeByName, Document) = (ranking.ClusterYearId, kind, at, by.UserName, document);
        SnapshotJson = results.ToJson();
        SnapshotHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SnapshotJson)));
        var places = results.Compute();
        _rows.AddRange(places.Select((row, index) => new LayerRow(this, index + 1, row, honours.FirstOrDefault(honour => honour.UnitId == row.Unit.UnitId))));
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int RankingId { get; private set; }

    public ResultLayerKind Kind { get; private set; }

    public DateTime At { get; private set; }

    public string MadeByName { get; private set; }

    public DocumentReference? Document { get; private set; }

    /// <summary>What this layer changes of the one before it, line by line.</summary>
    public IReadOnlyList<LineChange> Changes { get; internal set; }

    /// <summary>How it was adopted; of an adopted layer only.</summary>
    public AdoptionManner? Manner { get; internal set; }

    /// <summary>How many units agreed in writing, of how many that were asked.</summary>
    public int? InFavour { get; internal set; }

    /// <summary>The inputs as JSON, with their SHA-256 (lower-case hex).</summary>
    public string SnapshotJson { get; private set; }

    public string SnapshotHash { get; private set; }

    public IReadOnlyList<LayerRow> Rows => _rows;

    public ResultSnapshot Snapshot() => ResultSnapshot.FromJson(SnapshotJson);

    public IReadOnlyList<HonourGiven> Honours() => [.. _rows.Select(row => new HonourGiven(row.UnitId, row.Honour, row.HonourReason))];

    /// <summary>What differs between the stored rows and the same rows computed again; empty when all is well.</summary>
    public IReadOnlyList<string> Differences() =>
        [.. from computed in Snapshot().Compute()
            let stored = _rows.Find(row => row.UnitId == computed.Unit.UnitId)
            where stored is null || stored.Total != computed.Totals.Total || stored.Percent != computed.Totals.Percent || stored.Rank != computed.Place.Rank || stored.HonourPlace != computed.Honour.Place || stored.Band != computed.Class.Band || !stored.Bars.SequenceEqual(computed.Unit.Bars)
            select $"{computed.Unit.Name}: lưu {stored?.Total} (hạng {stored?.Rank}), tính lại {computed.Totals.Total} (hạng {computed.Place.Rank})"];
}

/// <summary>One unit's row of a layer.</summary>
public sealed class LayerRow : IInClusterYear, INotAudited
{
    private LayerRow() => (UnitName, ByNode, Bars) = ("", new Dictionary<int, decimal>(), []);

    internal LayerRow(ResultLayer layer, int order, ResultRow row, HonourGiven? honour)
    {
        (ClusterYearId, Order, UnitId, UnitName) = (layer.ClusterYearId, order, row.Unit.UnitId, row.Unit.Name);
        (Total, AssignedMax, Percent, Deductions, ByNode) = (row.Totals.Total, row.Totals.AssignedMax, row.Totals.Percent, row.Totals.Deductions, row.Totals.ByNode);
        (Rank, TieBrokenBy, TieUnresolved, UnrankedReason) = (row.Place.Rank, row.Place.TieBrokenBy, row.Place.TieUnresolved, row.Place.UnrankedReason);
        (HonourPlace, HonourIsTied, Bars) = (row.Honour.Place, row.Honour.IsTied, row.Unit.Bars);
        (Band, BandReason) = (row.Class.Band, row.Class.Reason);
        (Honour, HonourReason) = (honour?.Honour, honour?.Reason);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public int LayerId { get; private set; }

    public int Order { get; private set; }

    public int UnitId { get; private set; }

    public string UnitName { get; private set; }

    public decimal Total { get; private set; }

    public decimal AssignedMax { get; private set; }

    public decimal Percent { get; private set; }

    public decimal Deductions { get; private set; }

    public IReadOnlyDictionary<int, decimal> ByNode { get; private set; }

    public int? Rank { get; private set; }

    public string? TieBrokenBy { get; private set; }

    public bool TieUnresolved { get; private set; }

    public string? UnrankedReason { get; private set; }

    /// <summary>The place considered for honours: the rank without the barred.</summary>
    public int? HonourPlace { get; private set; }

    public bool HonourIsTied { get; private set; }

    public IReadOnlyList<Bar> Bars { get; private set; }

    /// <summary>The band of the classification (xếp loại), and what kept it from a better one.</summary>
    public string? Band { get; private set; }

    public string? BandReason { get; private set; }

    public string? Honour { get; private set; }

    public string? HonourReason { get; private set; }

    private HonourPlace Considered => new(HonourPlace, HonourIsTied);

    /// <inheritdoc cref="ResultRow.Notes"/>
    public IReadOnlyList<string> Notes() => HonourPlaces.Notes(Rank, Considered, Bars);

    /// <summary>Whether the honour given no longer follows the place since it was given (cần xem xét lại); what the conference itself decided beside the ranks stands.</summary>
    public bool IsToReconsider(IReadOnlyList<string> honoursByRank, LayerRow? adopted) =>
        Honour != Adoption.ByRank(honoursByRank, Considered) && adopted?.Considered != Considered;
}
