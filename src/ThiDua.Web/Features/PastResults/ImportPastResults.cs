using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Web.Access;
using ThiDua.Web.Data;
using ThiDua.Web.Features.Shared;
using ThiDua.Web.Features.Shared.Imports;

namespace ThiDua.Web.Features.PastResults;

/// <summary>The cluster's results of past years, newest first.</summary>
public sealed record PastResultsPage(string Name, IReadOnlyList<IGrouping<int, PastResult>> Years, bool MayImport);

/// <summary>Shows what was taken over from documents.</summary>
public sealed class ShowPastResults(ResultsOverYears results, CurrentYear entered, CurrentActor current)
{
    public async Task<PastResultsPage> Handle()
    {
        var rows = await results.Imported().OrderByDescending(row => row.Year).ToListAsync();
        return new(entered.Year.Name, [.. rows.OrderBy(row => row.Rank ?? int.MaxValue).ThenByDescending(row => row.Total).GroupBy(row => row.Year).OrderByDescending(year => year.Key)], current.Actor.Can(Permission.ImportPastResults));
    }
}

/// <summary>A preview with the unit that each name was found to be, by row.</summary>
public sealed record PastResultsPreview(ImportPreview Preview, IReadOnlyList<PlannedResult> Planned);

/// <summary>Shows what a table of past results would make; writes nothing.</summary>
public sealed class PreviewPastResults(PastResultTable table, KeptFile kept, CurrentYear entered)
{
    public async Task<PastResultsPreview> Handle(byte[] file)
    {
        var (read, planned) = await table.Handle(file);
        return new(new(read, kept.Keep(Purpose(entered.Year.Id), file, string.Join('\n', planned))), planned);
    }

    public static string Purpose(int yearId) => $"past-results-{yearId}";
}

/// <summary>What became of a confirmation: how many were taken over, or a new preview because something changed since the one confirmed.</summary>
public sealed record PastResultsImported(int Made, PastResultsPreview? Again);

/// <summary>Takes over all results of a previewed table, or none.</summary>
public sealed class ImportPastResults(PortalDb db, KeptFile kept, PastResultTable table, PreviewPastResults preview, CurrentActor current, CurrentYear entered, ReadableYears years, TimeProvider clock)
{
    public async Task<PastResultsImported> Handle(ImportConfirmForm form)
    {
        var file = kept.Open(PreviewPastResults.Purpose(entered.Year.Id), form.Kept, out var isPreviewOf);
        var (_, planned) = await table.Handle(file);
        if (planned.Count == 0 || !isPreviewOf(string.Join('\n', planned)))
        {
            return new(0, await preview.Handle(file));
        }

        var id = entered.Year.Id;
        var clusterId = await years.Query().Where(year => year.Id == id).Select(year => year.ClusterId).SingleAsync();
        db.AddRange(planned.Select(row => new PastResult(current.Actor, clusterId, entered.Year.Year, row.Result, clock.GetUtcNow().UtcDateTime)));
        try
        {
            await db.SaveChangesAsync();
            return new(planned.Count, null);
        }
        catch (DbUpdateException failure) when (db.IsUniqueViolation(failure))
        {
            db.ChangeTracker.Clear(); // somebody took the same result over at the same time
            return new(0, await preview.Handle(file));
        }
    }
}
