using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Features.Shared;

namespace ThiDua.Web.Features.Evidence;

/// <summary>Lists the files of the library with the lines that they stand behind, in each of the unit's clusters.</summary>
public sealed class ListLibrary(OwnLibrary library, ReadableYears years, CurrentYear year)
{
    public async Task<LibraryPage> Handle(LibraryQuery query, int? page)
    {
        var found = await Sorted(Filtered(LibraryPage.Matching(library.Files.AsNoTracking(), query.Search), query.Filter), query)
            .Select(row => new LibraryPage.Row(row.Id, row.Name, row.File.Size, row.File.MediaType, row.AddedByName, row.AddedByOffice, row.AddedAt, row.WithdrawnAt)).PageAt(page);
        var lines = (await Lines([.. found.Rows.Select(row => row.Id)])).ToLookup(line => line.EvidenceId);
        return new(query, year.Year.Stage != ClusterYearStage.Concluded, new([.. found.Rows.Select(row => row with { Lines = [.. lines[row.Id]] })], found.Number, found.Total));
    }

    /// <summary>Where these files stand, the year entered first.</summary>
    public Task<List<LineOfFile>> Lines(IReadOnlyList<int> evidenceIds) => (
        from link in library.LinksEverywhere()
        where evidenceIds.Contains(link.EvidenceId)
        join criterion in years.RowsOfAllYears<Criterion>() on link.CriterionId equals criterion.Id
        join of in years.Query() on link.ClusterYearId equals of.Id
        orderby link.ClusterYearId == year.Year.Id ? 0 : 1, link.ClusterYearId, link.Id
        select new LineOfFile(link.EvidenceId, link.ClusterYearId, of.Name, link.SheetId, criterion.Id, criterion.Code, criterion.Name, link.Role, link.Pages, link.Note)).ToListAsync();

    private IQueryable<Domain.Scoring.Evidence> Filtered(IQueryable<Domain.Scoring.Evidence> files, LibraryFilter filter) => filter switch
    {
        LibraryFilter.Withdrawn => files.Where(row => row.WithdrawnAt != null),
        LibraryFilter.Unlinked => files.Where(row => row.WithdrawnAt == null && !library.LinksEverywhere().Any(link => link.EvidenceId == row.Id)),
        _ => files.Where(row => row.WithdrawnAt == null),
    };

    private IQueryable<Domain.Scoring.Evidence> Sorted(IQueryable<Domain.Scoring.Evidence> files, LibraryQuery query) => (query.Sort, query.Descends) switch
    {
        (LibrarySort.Name, false) => files.OrderBy(row => row.FoldedName).ThenBy(row => row.Id),
        (LibrarySort.Name, true) => files.OrderByDescending(row => row.FoldedName).ThenBy(row => row.Id),
        (LibrarySort.Size, false) => files.OrderBy(row => row.File.Size).ThenBy(row => row.Id),
        (LibrarySort.Size, true) => files.OrderByDescending(row => row.File.Size).ThenBy(row => row.Id),
        (LibrarySort.Links, false) => files.OrderBy(row => library.LinksEverywhere().Count(link => link.EvidenceId == row.Id)).ThenBy(row => row.Id),
        (LibrarySort.Links, true) => files.OrderByDescending(row => library.LinksEverywhere().Count(link => link.EvidenceId == row.Id)).ThenBy(row => row.Id),
        (_, false) => files.OrderBy(row => row.AddedAt).ThenBy(row => row.Id),
        _ => files.OrderByDescending(row => row.AddedAt).ThenByDescending(row => row.Id),
    };
}
