using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.ScoringSchemes;

/// <summary>What a unit had filled in a line that a later version no longer scores.</summary>
public sealed record RemovedLine(string UnitName, string Code, string Name, string Values, decimal? Points, string? Note, string EnteredByName, DateTime? EnteredAt);

/// <summary>Finds what was filled in lines that are gone (dòng đã bỏ), in the sheets that this person may open.</summary>
public sealed class FindRemovedLines(PortalDb db, CurrentActor current, CurrentYear year)
{
    public async Task<IReadOnlyList<RemovedLine>> Handle()
    {
        var ranking = await db.Rankings.Select(row => row.State).FirstOrDefaultAsync();
        var rows = await (
            from cell in db.ScoreEntries.IgnoreQueryFilters([PortalDb.OneScheme]).AsNoTracking()
            join criterion in db.Criteria on cell.CriterionId equals criterion.Id
            where cell.Stage == ScoreStage.Self && cell.EnteredAt != null && (criterion.IsAside || criterion.Rule == null)
            select new { cell.Sheet.UnitId, cell.Sheet.UnitName, cell.Sheet.State, Cell = cell, Criterion = criterion }).ToListAsync();
        return
        [
            .. rows.Where(row => SheetAccess.MayRead(current.Actor, row.UnitId, year.Year.Duties.Responsible(row.UnitId), row.State, ranking))
                .OrderBy(row => row.UnitName, Text.VietnameseOrder).ThenBy(row => row.Criterion.Code, StringComparer.Ordinal)
                .Select(row => new RemovedLine(row.UnitName, row.Criterion.Code, row.Criterion.Name, InWords(row.Criterion, row.Cell), row.Cell.Points, row.Cell.Note, row.Cell.EnteredByName, row.Cell.EnteredAt)),
        ];
    }

    private static string InWords(Criterion criterion, ScoreEntry cell) =>
        criterion.Rule is null ? "" : string.Join("; ", LineField.Of(criterion.Rule, criterion.Unit, cell.Values).Where(field => field.Value.Length > 0).Select(field => $"{field.Label}: {field.Text}"));
}
