using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Documents;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Appraisal;

/// <summary>Finds the largest differences in a fixed number of statements; sorted and cut into pages by the database.</summary>
public sealed class FindDifferences(PortalDb db, CurrentActor current, CurrentYear year)
{
    private sealed record Visible(int Id, int UnitId, string UnitName, bool IsOnDuty);

    private sealed record Branch(int Id, int? ParentId, string Code, string Name, int Order);

    private sealed record Line
    {
        public required ScoreEntry Self { get; init; }

        public required ScoreEntry Appraised { get; init; }

        public required Criterion Criterion { get; init; }

        public double Change { get; init; }

        public double? Max { get; init; }
    }

    public async Task<DifferencesPage> Handle(DifferencesAsked asked, int? page)
    {
        var (sheets, branches) = (await Sheets(), await Branches());
        var lines = Lines(asked, sheets, branches);
        return new(
            asked,
            await Ordered(lines, asked.ByPercent).PageAt(page),
            [.. sheets.Select(sheet => (sheet.UnitId, sheet.UnitName)).OrderBy(row => row.UnitName, Text.VietnameseOrder)],
            [.. branches.Where(row => row.ParentId is null).OrderBy(row => row.Order).Select(row => (row.Id, $"{row.Code}. {row.Name}"))])
        {
            OnDuty = sheets.Where(sheet => sheet.IsOnDuty).Select(sheet => sheet.Id).ToHashSet(),
            Average = asked.UnitId is null && sheets.Count >= DifferencesPage.FewestSheets ? decimal.Round((decimal)await lines.SumAsync(line => line.Change) / sheets.Count, 2, MidpointRounding.AwayFromZero) : null,
        };
    }

    /// <summary>All of them, for the workbook.</summary>
    public async Task<Table> AsTable(DifferencesAsked asked)
    {
        var rows = await Ordered(Lines(asked, await Sheets(), await Branches()), asked.ByPercent).ToListAsync();
        return new(
            [Column.Ordinal(), new("Đơn vị", 20), new("Tiêu chí", 34), Column.Points("Điểm tối đa", 9), Column.Points("Tự chấm", 9), Column.Points("Thẩm định", 9), Column.Points("Chênh lệch", 9), Column.Points("% điểm tối đa", 9), new("Lý do", 34)],
            [.. rows.Select((row, index) => new Row([index + 1, row.UnitName, $"{row.Code}. {row.Name}", row.Max, row.Self, row.Appraised, row.Points, row.Percent, row.Reason]))]);
    }

    // Before all see all, nobody's own sheet is here: it gives the leader's people nothing to act on. Nor is a sheet whose objections are being answered, but for who answers.
    private async Task<IReadOnlyList<Visible>> Sheets()
    {
        var (actor, ranking) = (current.Actor, await db.Rankings.Select(row => row.State).FirstOrDefaultAsync());
        var isPublished = RankingWorkflow.Published.Contains(ranking);
        var sheets = await db.ScoreSheets.Select(sheet => new { sheet.Id, sheet.UnitId, sheet.UnitName, sheet.State }).ToListAsync();
        return [.. from sheet in sheets
                   let responsible = year.Year.Duties.Responsible(sheet.UnitId)
                   let isOnDuty = AppraisalDuty.For(sheet.UnitId, year.Year.Duties, enteredByThisPerson: false).AllowsAtDesk(actor, sheet.UnitId)
                   where SheetAccess.MayRead(actor, sheet.UnitId, responsible, sheet.State, ranking) && SheetAccess.MayReadAppraisal(actor, sheet.UnitId, responsible, sheet.State)
                   where isPublished || (actor.UnitId != sheet.UnitId && !actor.OwnOrganizationIds.Contains(sheet.UnitId))
                   where isOnDuty || sheet.State != ScoreSheetState.Objected
                   select new Visible(sheet.Id, sheet.UnitId, sheet.UnitName, isOnDuty)];
    }

    private async Task<IReadOnlyList<Branch>> Branches() =>
        await db.Criteria.Select(row => new Branch(row.Id, row.ParentId, row.Code, row.Name, row.Order)).ToListAsync();

    // A line that the appraiser alone fills is no difference, nor one whose points wait for the whole cluster.
    private IQueryable<Line> Lines(DifferencesAsked asked, IReadOnlyList<Visible> sheets, IReadOnlyList<Branch> branches)
    {
        var sheetIds = sheets.Where(sheet => asked.UnitId is null || sheet.UnitId == asked.UnitId).Select(sheet => sheet.Id).ToList();
        var lines =
            from self in db.ScoreEntries
            where sheetIds.Contains(self.SheetId) && self.Stage == ScoreStage.Self && self.EnteredAt != null && self.Points != null
            from appraised in db.ScoreEntries.Where(cell => cell.SheetId == self.SheetId && cell.CriterionId == self.CriterionId && cell.Stage == ScoreStage.Appraised && cell.Points != null && cell.Points != self.Points)
            join criterion in db.Criteria on self.CriterionId equals criterion.Id
            select new Line { Self = self, Appraised = appraised, Criterion = criterion, Change = (double)appraised.Points!.Value - (double)self.Points!.Value, Max = (double?)criterion.Max };
        if (asked.SectionId is not { } sectionId)
        {
            return lines;
        }

        var below = Below(branches, sectionId);
        return lines.Where(line => below.Contains(line.Criterion.Id));
    }

    private static IQueryable<Difference> Ordered(IQueryable<Line> lines, bool byPercent)
    {
        var ordered = byPercent
            ? lines.OrderByDescending(line => line.Max > 0 ? Math.Abs(line.Change) / line.Max : 0).ThenByDescending(line => Math.Abs(line.Change))
            : lines.OrderByDescending(line => Math.Abs(line.Change));
        return ordered.ThenBy(line => line.Self.Id)
            .Select(line => new Difference(line.Self.SheetId, line.Self.Sheet.UnitName, line.Criterion.Id, line.Criterion.Code, line.Criterion.Name, line.Criterion.Max, line.Self.Points!.Value, line.Appraised.Points!.Value, line.Appraised.Note));
    }

    private static List<int> Below(IReadOnlyList<Branch> branches, int id) =>
        [id, .. branches.Where(row => row.ParentId == id).SelectMany(row => Below(branches, row.Id))];
}
