using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Evidence;

/// <summary>One file of the library: what it is, behind which lines it stands, what became of it.</summary>
public sealed record FilePage(Domain.Scoring.Evidence File, bool IsOpen, int? SheetId, bool MayLink, IReadOnlyList<LineOfFile> Lines, IReadOnlyList<FilePage.Leaf> Leaves)
{
    public sealed record Leaf(int CriterionId, string Code, string Name);

    public bool ShowsInPlace => Files.ContentCheck.ShowsInPlace(File.File.MediaType);
}

/// <summary>Loads a file of the library with the lines that it could still be put behind.</summary>
public sealed class ShowFile(PortalDb db, CurrentActor current, CurrentYear year, OwnLibrary library, ListLibrary list)
{
    public async Task<FilePage> Handle(int evidenceId)
    {
        db.ChangeTracker.Clear();
        var file = await library.Files.AsNoTracking().Include(row => row.File).Include(row => row.Withdrawals).OneAsync(row => row.Id == evidenceId);
        var lines = await list.Lines([evidenceId]);
        var sheet = await db.ScoreSheets.AsNoTracking().Where(row => row.UnitId == current.Actor.UnitId).Select(row => new { row.Id, row.SchemeId, row.State }).SingleOrDefaultAsync();
        var isOpen = year.Year.Stage != ClusterYearStage.Concluded;
        var mayLink = isOpen && file.WithdrawnAt is null && sheet is not null && ScoreSheetWorkflow.OpenForEntry.Contains(sheet.State);
        return new(file, isOpen, sheet?.Id, mayLink, lines, mayLink ? await Leaves(sheet!.SchemeId, [.. lines.Where(line => line.ClusterYearId == year.Year.Id).Select(line => line.CriterionId)]) : []);
    }

    private async Task<IReadOnlyList<FilePage.Leaf>> Leaves(int schemeId, IReadOnlyCollection<int> linked)
    {
        var criteria = await db.Criteria.AsNoTracking().Where(row => row.SchemeId == schemeId).ToListAsync();
        return [.. new SchemeTree(criteria.Select(row => row.Node())).Leaves.Where(leaf => !linked.Contains(leaf.Id)).Select(leaf => new FilePage.Leaf(leaf.Id, leaf.Code, leaf.Name))];
    }
}
