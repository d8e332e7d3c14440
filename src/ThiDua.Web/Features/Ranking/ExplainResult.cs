using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Explains the figures of one unit in one layer, from what the layer froze and what the trail tells of its lines up to then.</summary>
public sealed class ExplainResult(PortalDb db, CurrentActor current, CurrentYear entered)
{
    private sealed record Cell(int Id, int CriterionId, ScoreStage Stage, LineValues Values, decimal? Points, bool IsSetByHand, string? Note, string EnteredByName, DateTime? EnteredAt);

    private sealed record Known(int UnitId, IReadOnlyDictionary<int, string> Names, IReadOnlyList<Cell> Cells, IReadOnlyList<ClusterSnapshot> Snapshots, CellHistory History, ILookup<int, ExplanationPage.File> Files)
    {
        public NotAssignedLeaves NotAssigned { get; init; } = NotAssignedLeaves.None;

        public required ILookup<int, PortalProposal> Proposals { get; init; }

        public required ILookup<int, ExplanationPage.SetByLayer> SetBy { get; init; }

        public IReadOnlyDictionary<int, LeafAssignment> Assignments { get; init; } = new Dictionary<int, LeafAssignment>();
    }

    public async Task<ExplanationPage> Handle(int layerId, int unitId)
    {
        var layer = await db.ResultLayers.AsNoTracking().Where(row => row.Id == layerId).Select(row => new { row.Kind, row.SnapshotJson, row.At }).OneAsync();
        var table = await ResultTable.OfLayer(db, layerId, layer.SnapshotJson);
        var row = table.Rows.FirstOrDefault(row => row.UnitId == unitId) ?? throw new NotFound();
        var sheet = await db.ScoreSheets.AsNoTracking().Where(sheet => sheet.UnitId == unitId).Select(sheet => new { sheet.Id, sheet.State, sheet.SubmittedAt, Scheme = new ExplanationPage.SchemeInForce(sheet.Scheme.Title, sheet.Scheme.IssuedBy, sheet.Scheme.Version) }).SingleAsync();
        var cells = await db.ScoreEntries.AsNoTracking().Where(cell => cell.SheetId == sheet.Id && cell.Stage != ScoreStage.Final)
            .Select(cell => new Cell(cell.Id, cell.CriterionId, cell.Stage, cell.Values, cell.Points, cell.IsSetByHand, cell.Note, cell.EnteredByName, cell.EnteredAt)).ToListAsync();
        var snapshots = await db.ClusterSnapshots.AsNoTracking().Where(snapshot => snapshot.Stage == ScoreStage.Appraised && snapshot.At <= layer.At).OrderBy(snapshot => snapshot.Id).ToListAsync();
        var files = await db.EvidenceLinks.AsNoTracking().Where(link => link.SheetId == sheet.Id && link.UnlinkedAt == null && link.Evidence.WithdrawnAt == null)
            .Select(link => new { link.CriterionId, File = new ExplanationPage.File(link.Id, link.Evidence.Name) }).ToListAsync();
        // An appraisal that was opened again is not read before it is done.
        var readUntil = SheetAccess.MayReadAppraisal(current.Actor, unitId, entered.Year.Duties.Responsible(unitId), sheet.State) ? DateTime.MaxValue : layer.At;
        var history = await CellHistory.Load(db, entered.Year.Id, [.. cells.Select(cell => cell.Id)], layer.At, readUntil);
        var frozen = ResultSnapshot.FromJson(layer.SnapshotJson);
        var notAssigned = frozen.NotAssignedTo(frozen.Units.First(unit => unit.UnitId == unitId));
        var known = new Known(unitId, table.Rows.ToDictionary(each => each.UnitId, each => each.UnitName), cells, snapshots, history.Without(cells.Where(cell => cell.Stage == ScoreStage.Self).Select(cell => cell.Id), sheet.SubmittedAt), files.ToLookup(file => file.CriterionId, file => file.File))
        {
            NotAssigned = notAssigned,
            SetBy = await SetByLayers(layerId, unitId),
            Proposals = (await db.PortalProposals.AsNoTracking().Where(found => found.SheetId == sheet.Id).OrderBy(found => found.Id).ToListAsync()).ToLookup(found => found.CriterionId),
            Assignments = notAssigned.Leaves.Count == 0 ? [] : await db.LeafAssignments.AsNoTracking().Where(found => found.SheetId == sheet.Id).ToDictionaryAsync(found => found.CriterionId),
        };
        var tree = new SchemeTree(frozen.Nodes);
        return new(layerId, layer.Kind, sheet.Id, row, [.. tree.Ordered.Select(placed => LineOf(tree, placed, row, known))])
        {
            Scheme = sheet.Scheme,
            TotalSteps = [.. TotalSteps(tree, row, frozen.NotAssigned), .. BandsInWords(frozen)],
        };
    }

    private async Task<ILookup<int, ExplanationPage.SetByLayer>> SetByLayers(int layerId, int unitId)
    {
        var layers = await db.ResultLayers.AsNoTracking().Where(row => row.Id <= layerId && (row.Kind == ResultLayerKind.Verified || row.Kind == ResultLayerKind.Corrected)).OrderBy(row => row.Id)
            .Select(row => new { row.Kind, row.Changes, row.Document }).ToListAsync();
        return layers.SelectMany(layer => layer.Changes.Where(change => change.UnitId == unitId).Select(change => new ExplanationPage.SetByLayer(layer.Kind, change, layer.Document))).ToLookup(set => set.Change.CriterionId);
    }

    private static ExplanationPage.Line LineOf(SchemeTree tree, PlacedNode placed, ResultTable.Row row, Known known) => new(placed.Node, placed.Depth, row.ByNode.GetValueOrDefault(placed.Node.Id))
    {
        Leaf = placed.Node.Rule is null ? null : LeafOf(placed.Node, known),
        SumInWords = placed.Node.Rule is null ? SumOf(tree, placed.Node, row) : null,
    };

    private static ExplanationPage.Leaf LeafOf(SchemeNode node, Known known)
    {
        var (self, appraised) = (known.Cells.FirstOrDefault(cell => cell.CriterionId == node.Id && cell.Stage == ScoreStage.Self), known.Cells.FirstOrDefault(cell => cell.CriterionId == node.Id && cell.Stage == ScoreStage.Appraised));
        var then = appraised is null ? null : known.History.AsOfLayer(appraised.Id) is { } frozen ? appraised with { Values = frozen.Values ?? appraised.Values, IsSetByHand = frozen.IsSetByHand ?? appraised.IsSetByHand, Note = frozen.Note } : appraised;
        var snapshot = known.Snapshots.LastOrDefault(snapshot => snapshot.CriterionId == node.Id && snapshot.AmongUnitsWithoutTarget == (known.NotAssigned.ScoringOf(node.Id) == LeafScoring.WithoutTarget));
        var values = then?.Values ?? self?.Values ?? new();
        IReadOnlyList<ExplanationPage.SetByLayer> setBy = [.. known.SetBy[node.Id]];
        return new(node.Rule!.Describe(node.Max, node.Kind), self?.Points, values, setBy.Count > 0 ? [.. setBy.Select(set => set.InWords)] : StepsOf(node, known, values, then, snapshot))
        {
            SetBy = setBy,
            Explanation = self?.Note,
            Reason = setBy.Count == 0 ? then?.Note : null,
            EnteredBy = self?.EnteredByName,
            EnteredAt = self?.EnteredAt,
            Rivals = setBy.Count == 0 && node.Rule is ClusterRelativeRule && snapshot is not null ? RivalsOf(snapshot, known) : [],
            Changes = [.. known.History.Of(self?.Id, ScoreStage.Self), .. known.History.Of(appraised?.Id, ScoreStage.Appraised)],
            Files = [.. known.Files[node.Id]],
            NotAssigned = known.NotAssigned.Contains(node.Id) ? known.Assignments.GetValueOrDefault(node.Id) : null,
            Proposals = [.. known.Proposals[node.Id]],
        };
    }

    private static IReadOnlyList<string> StepsOf(SchemeNode node, Known known, LineValues values, Cell? appraised, ClusterSnapshot? snapshot)
    {
        var scoring = known.NotAssigned.ScoringOf(node.Id);
        if (scoring == LeafScoring.NotScored)
        {
            return [NotAssignedLeaves.InWords(known.NotAssigned.Policy, node.Max)];
        }

        if (appraised is null)
        {
            return ["Không có điểm thẩm định."];
        }

        if (appraised.IsSetByHand)
        {
            return [node.Rule is ByPortalRule ? "Điểm nhập theo hồ sơ." : "Điểm do đơn vị thẩm định quyết định, có nêu lý do."];
        }

        var calculation = (node.Rule is ClusterRelativeRule || scoring == LeafScoring.WithoutTarget) && snapshot is not null ? snapshot.Recompute(known.Names).GetValueOrDefault(known.UnitId) : node.Rule!.Compute(node.Max, node.Kind, node.Rule is ByPortalRule ? values with { Points = appraised.Points } : values);
        return calculation is null ? ["Không tham gia so sánh."] : [.. calculation.Steps, .. calculation.Problem is { } problem ? [problem] : Array.Empty<string>()];
    }

    private static IReadOnlyList<ExplanationPage.Rival> RivalsOf(ClusterSnapshot snapshot, Known known) =>
        [.. snapshot.Inputs.Select(unit => new ExplanationPage.Rival(known.Names.GetValueOrDefault(unit.Key) ?? "", unit.Value.Target, unit.Value.Achieved, snapshot.Results.GetValueOrDefault(unit.Key), unit.Key == known.UnitId))
            .OrderByDescending(rival => rival.Points).ThenBy(rival => rival.UnitName, Text.VietnameseOrder)];

    private static string SumOf(SchemeTree tree, SchemeNode node, ResultTable.Row row)
    {
        var (sum, counted) = (tree.ChildrenOf(node.Id).Sum(child => row.ByNode.GetValueOrDefault(child.Id)), row.ByNode.GetValueOrDefault(node.Id));
        return sum == counted ? $"Cộng các dòng thuộc mục: {Figures.Points(sum)}" : $"Cộng các dòng thuộc mục: {Figures.Points(sum)}; mức trần của mục {Figures.Value(node.Max ?? 0)}, tính {Figures.Points(counted)}";
    }

    // Thresholds in points, compared as shares: a unit may have a smaller base.
    private static IEnumerable<string> BandsInWords(ResultSnapshot snapshot) => snapshot is { BandsBy: RankBy.Points, RankBy: RankBy.Percent, Bands.Count: > 0 }
        ? [$"Xếp loại theo tỷ lệ vì có đơn vị không được giao đủ tiêu chí: {string.Join("; ", snapshot.Bands.Zip(snapshot.BandsInForce()).Select(pair => $"{pair.First.Name} từ {Figures.Value(pair.First.From)} điểm, tức {Figures.Value(pair.Second.From)} %"))} của tổng điểm tối đa."]
        : [];

    private static IReadOnlyList<string> TotalSteps(SchemeTree tree, ResultTable.Row row, NotAssignedPolicy policy)
    {
        decimal Of(CriterionKind kind) => tree.Sections.Where(section => section.Kind == kind).Sum(section => row.ByNode.GetValueOrDefault(section.Id));
        var (content, bonus, deductions) = (Of(CriterionKind.Normal), Of(CriterionKind.Bonus), -Of(CriterionKind.Deduction));
        return
        [
            $"Nội dung {Figures.Points(content)} + điểm thưởng {Figures.Points(bonus)} − điểm trừ {Figures.Points(deductions)} = {Figures.Points(row.Total)}{(content + bonus - deductions < 0 ? " (không tính dưới 0)" : "")}",
            $"Tỷ lệ: {Figures.Points(row.Total)} / {Figures.Points(row.AssignedMax)} điểm tối đa được giao = {Figures.Value(row.Percent)} %",
            "Điểm từng tiêu chí làm tròn đến hai chữ số sau dấu phẩy (từ nửa trở lên thì làm tròn lên); tổng điểm không làm tròn lại.",
            $"Tiêu chí không giao cho đơn vị: {Labels.Of(policy).ToLowerInvariant()}.",
        ];
    }
}
