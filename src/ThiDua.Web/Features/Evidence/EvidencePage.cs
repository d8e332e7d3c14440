using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared.Lines;

namespace ThiDua.Web.Features.Evidence;

/// <summary>The evidence behind one line of a sheet (minh chứng của dòng), and what else of the library could stand there.</summary>
public sealed record EvidencePage(int SheetId, int CriterionId, string Code, string Criterion, string? Needed, string UnitName, bool MayChange, IReadOnlyList<EvidencePage.Row> Rows)
{
    private const int MostToChoose = 50;

    public sealed record Row(FileAtLine File, int EvidenceId, long Size, string AddedByName, string AddedByOffice, DateTime AddedAt, DateTime? UnlinkedAt, string? UnlinkedByName, int Version)
    {
        public bool Stands => UnlinkedAt is null;
    }

    /// <summary>Files of the library that do not stand at the line, for the unit itself; those that match what was searched for.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public string? Search { get; init; }

    /// <summary>How many there are; more than are shown ask for a search.</summary>
    public int ChoiceCount { get; init; }

    public sealed record Choice(int EvidenceId, string Name, DateTime AddedAt);

    public static async Task<EvidencePage> Load(PortalDb db, Actor actor, EnteredYear year, OwnLibrary library, int sheetId, int criterionId, string? search)
    {
        var (sheet, reader) = await Readable(db, actor, year, sheetId);
        var criterion = await db.Criteria.AsNoTracking().Where(row => row.Id == criterionId && row.SchemeId == sheet.SchemeId && row.Rule != null).Select(row => new { row.Code, row.Name, row.EvidenceNeeded }).OneAsync();
        var rows = await reader.Links(db).Where(link => link.CriterionId == criterionId).OrderBy(link => link.UnlinkedAt != null).ThenBy(link => link.Id)
            .Select(link => new Row(
                new(link.SheetId, link.Id, link.CriterionId, link.Evidence.Name, link.Evidence.File.MediaType, link.Role, link.Pages, link.Note, link.Evidence.WithdrawnAt, link.Evidence.Withdrawals.Where(row => row.BroughtBackAt == null).Select(row => row.Reason).FirstOrDefault()),
                link.EvidenceId, link.Evidence.File.Size, link.Evidence.AddedByName, link.Evidence.AddedByOffice, link.Evidence.AddedAt, link.UnlinkedAt, link.UnlinkedByName, link.Version)).ToListAsync();
        var mayChange = reader.IsOwn && actor.Can(Permission.EnterScores) && ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State);
        var page = new EvidencePage(sheetId, criterionId, criterion.Code, criterion.Name, criterion.EvidenceNeeded, sheet.UnitName, mayChange, rows);
        return mayChange ? await page.WithChoices(library, search) : page;
    }

    /// <summary>The sheet, where this person may read it; else it does not exist.</summary>
    public static async Task<(ScoreSheet Sheet, SheetReader Reader)> Readable(PortalDb db, Actor actor, EnteredYear year, int sheetId)
    {
        var found = await db.ScoreSheets.AsNoTracking().Where(sheet => sheet.Id == sheetId).Select(sheet => new { Sheet = sheet, Ranking = db.Rankings.Select(ranking => ranking.State).FirstOrDefault() }).OneAsync();
        return SheetAccess.MayRead(actor, found.Sheet.UnitId, year.Duties.Responsible(found.Sheet.UnitId), found.Sheet.State, found.Ranking)
            ? (found.Sheet, SheetReader.Of(actor, year, sheetId, found.Sheet.UnitId))
            : throw new NotFound();
    }

    private async Task<EvidencePage> WithChoices(OwnLibrary library, string? search)
    {
        var here = Rows.Where(row => row.Stands).Select(row => row.EvidenceId).ToList();
        var found = LibraryPage.Matching(library.Files.AsNoTracking().Where(row => row.WithdrawnAt == null && !here.Contains(row.Id)), search);
        return this with
        {
            Search = Text.Clean(search),
            ChoiceCount = await found.CountAsync(),
            Choices = await found.OrderByDescending(row => row.AddedAt).ThenByDescending(row => row.Id).Take(MostToChoose).Select(row => new Choice(row.Id, row.Name, row.AddedAt)).ToListAsync(),
        };
    }
}
