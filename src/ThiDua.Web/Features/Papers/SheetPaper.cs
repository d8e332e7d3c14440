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
    private sealed record Cell(int CriterionId, ScoreStage Stage, LineValues Values, decimal? Points, string? Note);

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
            .Select(row => new Cell(row.CriterionId, row.Stage, row.Values, row.Points, row.Note)).ToDictionaryAsync(row => row.CriterionId);
        var tree = new SchemeTree(criteria.Select(row => row.Node()));
        var notAssigned = await db.NotAssignedOf(sheetId, sheet.NotAssigned);
        var totals = tree.Totals(notAssigned.Results(cells.Select(row => KeyValuePair.Create(row.Key, PointsOf(row.Value, criteria)))), sheet.NotAssigned);
        return new()
        {
            Title = $"Bảng tự chấm điểm thi đua năm {year.Year.Year} - {unit.Name}",
            Author = unit.Name,
            Letterhead = unit.Letterhead,
            Place = unit.PlaceName.Length > 0 ? unit.PlaceName : null,
            Year = year.Year.Year,
            Kind = "Bảng tự chấm điểm",
            Abstract = $"Kết quả thực hiện các tiêu chí thi đua năm {year.Year.Year} của {year.Year.Name}",
            Enclosure = $"(Kèm theo Báo cáo số ……/BC-…… ngày …… tháng …… năm …… của {unit.Name})",
            Body = [TableOf(tree, criteria, cells, totals, notAssigned)],
            EndMark = false,
            Wide = true,
            Signatures = [new(unit.SignatureLines)],
        };
    }

    // Before entry closes a cluster-relative leaf has provisional points, as on the page.
    private static decimal? PointsOf(Cell cell, List<Criterion> criteria)
    {
        var criterion = criteria.Single(row => row.Id == cell.CriterionId);
        return cell.Points ?? (criterion.Rule is ClusterRelativeRule rule ? rule.Compute(criterion.Max, criterion.Kind, cell.Values).Points : null);
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
