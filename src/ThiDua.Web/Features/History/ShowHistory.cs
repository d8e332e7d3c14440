using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.History;

/// <summary>
/// The steps of a cluster year that this reader may see. Steps of a score sheet are seen by who may read the sheet;
/// what the appraiser wrote of it, only once the appraisal may be read. What belongs to no known dossier is shown to nobody.
/// </summary>
public sealed class ShowHistory(PortalDb db, CurrentActor current, CurrentYear year)
{
    private sealed record Found
    {
        public required StepTaken Step { get; init; }

        public int? SheetId { get; init; }

        public int? SchemeId { get; init; }

        public int? RankingId { get; init; }
    }

    private sealed record Sheet(int Id, string UnitName, bool IsReadable, bool IsAppraisalReadable);

    public async Task<HistoryPage> Handle(HistoryKind? kind, int? page)
    {
        var sheets = await Sheets();
        var found = await Visible(sheets, kind).OrderByDescending(row => row.Step.At).ThenByDescending(row => row.Step.Id).PageAt(page);
        return new(kind, new([.. found.Rows.Select(row => Shown(row, sheets))], found.Number, found.Total));
    }

    /// <summary>The scan behind a step that this person may read with its paper; else it does not exist.</summary>
    public async Task<StoredFile> Scan(int stepId)
    {
        var sheets = await Sheets();
        var found = await Visible(sheets, null).OneAsync(row => row.Step.Id == stepId && row.Step.PaperScanId != null);
        return Shown(found, sheets).ShowsReason ? await db.StoredFiles.AsNoTracking().OneAsync(file => file.Id == found.Step.PaperScanId) : throw new NotFound();
    }

    private IQueryable<Found> Visible(IReadOnlyList<Sheet> sheets, HistoryKind? kind)
    {
        var readable = sheets.Where(sheet => sheet.IsReadable).Select(sheet => (int?)sheet.Id).ToList();
        return db.StepsTaken.AsNoTracking()
            .Where(step => EF.Property<int?>(step, "OfClusterYearId") != null || EF.Property<int?>(step, "OfSchemeId") != null || EF.Property<int?>(step, "OfRankingId") != null || readable.Contains(EF.Property<int?>(step, "OfSheetId")))
            .Where(step => kind == null
                || (kind == HistoryKind.Year && EF.Property<int?>(step, "OfClusterYearId") != null)
                || (kind == HistoryKind.Scheme && EF.Property<int?>(step, "OfSchemeId") != null)
                || (kind == HistoryKind.Sheet && EF.Property<int?>(step, "OfSheetId") != null)
                || (kind == HistoryKind.Ranking && EF.Property<int?>(step, "OfRankingId") != null))
            .Select(step => new Found { Step = step, SheetId = EF.Property<int?>(step, "OfSheetId"), SchemeId = EF.Property<int?>(step, "OfSchemeId"), RankingId = EF.Property<int?>(step, "OfRankingId") });
    }

    private async Task<IReadOnlyList<Sheet>> Sheets()
    {
        var ranking = await db.Rankings.Select(row => row.State).SingleOrDefaultAsync();
        var rows = await db.ScoreSheets.AsNoTracking().Select(sheet => new { sheet.Id, sheet.UnitId, sheet.UnitName, sheet.State }).ToListAsync();
        return [.. rows.Select(sheet =>
        {
            var responsible = AppraisalDuty.Responsible(sheet.UnitId, year.Year.InForce);
            return new Sheet(sheet.Id, sheet.UnitName, SheetAccess.MayRead(current.Actor, sheet.UnitId, responsible, sheet.State, ranking), SheetAccess.MayReadAppraisal(current.Actor, sheet.UnitId, responsible, sheet.State));
        })];
    }

    private static HistoryRow Shown(Found found, IReadOnlyList<Sheet> sheets)
    {
        var sheet = sheets.FirstOrDefault(row => row.Id == found.SheetId);
        var isOfAppraiser = found.Step.Step is nameof(ScoreSheetStep.Appraise) or nameof(ScoreSheetStep.ReopenAppraisal);
        var kind = sheet is not null ? HistoryKind.Sheet : found.SchemeId is not null ? HistoryKind.Scheme : found.RankingId is not null ? HistoryKind.Ranking : HistoryKind.Year;
        return new(found.Step, kind, sheet?.UnitName, sheet is null || !isOfAppraiser || sheet.IsAppraisalReadable);
    }
}
