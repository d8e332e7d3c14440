using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Cách tính điểm: one unit's total of a layer unfolded to lines, formula, inputs, file and person.</summary>
public sealed record ExplanationPage(int LayerId, ResultLayerKind Kind, int SheetId, ResultTable.Row Row, IReadOnlyList<ExplanationPage.Line> Lines)
{
    /// <summary>A node of the tree; a leaf with how its points came about.</summary>
    public sealed record Line(SchemeNode Node, int Depth, decimal Points)
    {
        public Leaf? Leaf { get; init; }
    }

    public sealed record Leaf(string RuleInWords, decimal? SelfPoints, LineValues Values, IReadOnlyList<string> Steps)
    {
        public string? Explanation { get; init; }

        public string? Reason { get; init; }

        public bool IsSetByHand { get; init; }

        public string? EnteredBy { get; init; }

        public DateTime? EnteredAt { get; init; }

        public string? AppraisedBy { get; init; }

        public DateTime? AppraisedAt { get; init; }

        public IReadOnlyList<File> Files { get; init; } = [];
    }

    public sealed record File(int LinkId, string Name);

    private sealed record Cell(int CriterionId, ScoreStage Stage, LineValues Values, decimal? Points, bool IsSetByHand, string? Note, string EnteredByName, DateTime? EnteredAt);

    public static async Task<ExplanationPage> Load(PortalDb db, int layerId, int unitId)
    {
        var layer = await db.ResultLayers.AsNoTracking().Where(row => row.Id == layerId).Select(row => new { row.Kind, row.SnapshotJson, row.At }).OneAsync();
        var table = await ResultTable.OfLayer(db, layerId);
        var row = table.Rows.FirstOrDefault(row => row.UnitId == unitId) ?? throw new NotFound();
        var sheetId = await db.ScoreSheets.Where(sheet => sheet.UnitId == unitId).Select(sheet => sheet.Id).SingleAsync();
        var cells = await db.ScoreEntries.AsNoTracking().Where(cell => cell.SheetId == sheetId && cell.Stage != ScoreStage.Final)
            .Select(cell => new Cell(cell.CriterionId, cell.Stage, cell.Values, cell.Points, cell.IsSetByHand, cell.Note, cell.EnteredByName, cell.EnteredAt)).ToListAsync();
        var snapshots = await db.ClusterSnapshots.AsNoTracking().Where(snapshot => snapshot.Stage == ScoreStage.Appraised && snapshot.At <= layer.At).OrderBy(snapshot => snapshot.Id).ToListAsync();
        var files = await db.EvidenceLinks.AsNoTracking().Where(link => link.SheetId == sheetId && link.UnlinkedAt == null && link.Evidence.WithdrawnAt == null)
            .Select(link => new { link.CriterionId, File = new File(link.Id, link.Evidence.Name) }).ToListAsync();
        var lines = new SchemeTree(ResultSnapshot.FromJson(layer.SnapshotJson).Nodes).Ordered.Select(placed => new Line(placed.Node, placed.Depth, row.ByNode.GetValueOrDefault(placed.Node.Id))
        {
            Leaf = placed.Node.Rule is null ? null : LeafOf(placed.Node, unitId,
                cells.Where(cell => cell.CriterionId == placed.Node.Id).ToLookup(cell => cell.Stage),
                snapshots.LastOrDefault(snapshot => snapshot.CriterionId == placed.Node.Id),
                [.. files.Where(file => file.CriterionId == placed.Node.Id).Select(file => file.File)]),
        });
        return new(layerId, layer.Kind, sheetId, row, [.. lines]);
    }

    private static Leaf LeafOf(SchemeNode node, int unitId, ILookup<ScoreStage, Cell> cells, ClusterSnapshot? snapshot, IReadOnlyList<File> files)
    {
        var (self, appraised) = (cells[ScoreStage.Self].FirstOrDefault(), cells[ScoreStage.Appraised].FirstOrDefault());
        var values = appraised?.Values ?? self?.Values ?? new();
        return new(node.Rule!.Describe(node.Max, node.Kind), self?.Points, values, StepsOf(node, unitId, values, appraised, snapshot))
        {
            Explanation = self?.Note,
            Reason = appraised?.Note,
            IsSetByHand = appraised?.IsSetByHand == true,
            EnteredBy = self?.EnteredByName,
            EnteredAt = self?.EnteredAt,
            AppraisedBy = appraised?.EnteredByName,
            AppraisedAt = appraised?.EnteredAt,
            Files = files,
        };
    }

    private static IReadOnlyList<string> StepsOf(SchemeNode node, int unitId, LineValues values, Cell? appraised, ClusterSnapshot? snapshot)
    {
        if (appraised is null)
        {
            return ["Không có điểm thẩm định."];
        }

        if (appraised.IsSetByHand)
        {
            return [node.Rule is ByPortalRule ? "Điểm nhập theo hồ sơ." : "Điểm do đơn vị thẩm định quyết định, có nêu lý do."];
        }

        var calculation = node.Rule is ClusterRelativeRule && snapshot is not null ? snapshot.Recompute().GetValueOrDefault(unitId) : node.Rule!.Compute(node.Max, node.Kind, values);
        return calculation is null ? ["Không tham gia so sánh."] : [.. calculation.Steps, .. calculation.Problem is { } problem ? [problem] : Array.Empty<string>()];
    }
}
