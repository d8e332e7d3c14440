using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Papers;

/// <summary>The self-scored sheet of a unit on paper (bảng tự chấm điểm): an annex of the unit's report under its own letterhead.</summary>
public sealed class SheetPaper(PortalDb db, CurrentActor current, CurrentYear year)
{
    private sealed record Cell(int CriterionId, LineValues Values, decimal? Points, bool IsSetByHand, string? Note);

    public async Task<OfficialDocument> Handle(int sheetId)
    {
        var sheet = await db.ScoreSheets.AsNoTracking().Where(row => row.Id == sheetId)
            .Select(row => new { row.Id, row.UnitId, row.UnitName, row.State, row.SchemeId, row.Scheme.NotAssigned, Ranking = db.Rankings.Select(ranking => ranking.State).First() }).OneAsync();
        if (!SheetAccess.MayRead(current.Actor, sheet.UnitId, year.Year.Duties.Responsible(sheet.UnitId), sheet.State, sheet.Ranking))
        {
            throw new NotFound();
        }

        var unit = await db.Organizations.AsNoTracking().Where(row => row.Id == sheet.UnitId)
            .Select(row => new PaperOfUnit(sheet.UnitName, db.Organizations.Where(parent => parent.Id == row.ParentId).Select(parent => parent.Name).FirstOrDefault(), row.PlaceName, row.HeadTitle)).OneAsync();
        var criteria = await db.Criteria.AsNoTracking().Where(row => row.SchemeId == sheet.SchemeId).ToListAsync();
        var cells = await db.ScoreEntries.AsNoTracking().Where(row => row.SheetId == sheetId && row.Stage == ScoreStage.Self)
            .Select(row => new Cell(row.CriterionId, row.Values, row.Points, row.IsSetByHand, row.Note)).ToDictionaryAsync(row => row.CriterionId);
        var tree = new SchemeTree(criteria.Select(row => row.Node()));
        var notAssigned = await db.NotAssignedOf(sheetId, sheet.NotAssigned);
        var snapshots = sheet.Ranking == RankingState.Collecting ? [] : await db.ClusterSnapshots.AsNoTracking().Where(row => row.Stage == ScoreStage.Self).OrderBy(row => row.Id).ToListAsync();
        var totals = tree.Totals(notAssigned.Results(tree.Leaves.Where(leaf => cells.ContainsKey(leaf.Id)).Select(leaf => KeyValuePair.Create(leaf.Id, PointsOf(leaf)))), sheet.NotAssigned);
        return new()
        {
            Title = $"Bảng tự chấm điểm thi đua năm {year.Year.Year} - {unit.Name}",
            Author = unit.Name,
            Letterhead = unit.Letterhead,
            Place = unit.PlaceName.Length > 0 ? unit.PlaceName : null,
            Year = db.YearNow,
            Kind = "Bảng tự chấm điểm",
            Abstract = $"Kết quả thực hiện các tiêu chí thi đua năm {year.Year.Year} của {year.Year.Name}",
            Enclosure = $"(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm …… của {unit.Name})",
            Body = [TableOf(tree, criteria, cells, totals, notAssigned)],
            EndMark = false,
            Wide = true,
            Signatures = [new(unit.SignatureLines)],
        };

        decimal? PointsOf(SchemeNode leaf)
        {
            var (cell, scoring) = (cells[leaf.Id], notAssigned.ScoringOf(leaf.Id));
            return PointsNow.Of(leaf, new(cell.Values, cell.Points, cell.IsSetByHand), sheet.UnitId, ClusterSnapshot.For(ScoreStage.Self, snapshots.Where(row => row.CriterionId == leaf.Id), scoring), scoring).Points;
        }
    }

    private static Table TableOf(SchemeTree tree, List<Criterion> criteria, Dictionary<int, Cell> cells, SheetTotals totals, NotAssignedLeaves notAssigned)
    {
        var units = criteria.ToDictionary(row => row.Id, row => row.Unit);
        var rows = tree.Ordered.Select(placed => placed.Node.Rule is null
            ? new Row([placed.Node.Code, placed.Node.Name, placed.Node.Max, null as string, null as string, totals.ByNode[placed.Node.Id], null as string]) { Bold = true, Depth = placed.Depth }
            : LeafRow(placed, units[placed.Node.Id], cells.GetValueOrDefault(placed.Node.Id), totals, notAssigned.ScoringOf(placed.Node.Id)));
        return new(
            [new("TT", 6, ColumnAlignment.Center), new("Nội dung tiêu chí", 35), Column.Points("Điểm chuẩn", 9), new("Chỉ tiêu", 10, ColumnAlignment.Right), new("Kết quả", 14, ColumnAlignment.Right), Column.Points("Điểm tự chấm", 9), new("Giải trình", 17)],
            [.. rows, new(["", "Tổng điểm", totals.AssignedMax, null as string, null as string, totals.Total, null as string]) { Bold = true }])
        { Dense = true };
    }

    private static Row LeafRow(PlacedNode placed, string? unit, Cell? cell, SheetTotals totals, LeafScoring scoring)
    {
        var fields = LineField.Of(placed.Node.Rule!, unit, cell?.Values ?? new());
        string InWords(bool target) => string.Join("; ", fields.Where(field => field.IsTarget == target && field.Name != nameof(LineValues.Points)).Select(field => field.TextWithGround).Where(text => text.Length > 0));
        if (scoring == LeafScoring.NotScored)
        {
            return new([placed.Node.Code, placed.Node.Name, placed.Node.Max, null as string, "không giao", totals.AssignedMaxByNode[placed.Node.Id] > 0 ? totals.ByNode[placed.Node.Id] : null as decimal?, null as string]) { Depth = placed.Depth };
        }

        var points = placed.Node.Rule is ByPortalRule ? (decimal?)null : totals.ByNode[placed.Node.Id];
        return new([placed.Node.Code, placed.Node.Name, placed.Node.Max, InWords(target: true), placed.Node.Rule is ByPortalRule ? "nhập theo hồ sơ" : InWords(target: false), points, cell?.Note]) { Depth = placed.Depth };
    }
}
