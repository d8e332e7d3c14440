using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Shared;

/// <summary>A unit's result in one year of its cluster, from the portal or taken over from a document. Percent of the maximum: schemes of two years differ in their totals.</summary>
public sealed record ResultOfYear(int Year, int OrganizationId, string NameThen, decimal Total, decimal Percent, int? Rank, string? Honour)
{
    /// <summary>The document that an imported result was taken from; null where the portal itself holds the year.</summary>
    public DocumentReference? ImportedFrom { get; init; }
}

/// <summary>The results of this cluster over the years, across mergers: before one, those of every unit that went into it. The one place that charts, rankings and history read them from.</summary>
public sealed class ResultsOverYears(PortalDb db, CurrentYear entered, ReadableYears readable)
{
    /// <summary>The results of a unit, and of those that went into it, in the last years up to this one.</summary>
    public async Task<IReadOnlyList<ResultOfYear>> Handle(int unitId, int years)
    {
        var (line, last) = (await LineOf(unitId), entered.Year.Year);
        return [.. (await OfYears(last - years + 1, last)).Where(row => line.Contains(row.OrganizationId))];
    }

    /// <summary>The results of the year before by the unit of today; of several that were merged, each. Only years whose results were adopted count, by their layer in force, or what was taken over.</summary>
    public async Task<ILookup<int, ResultOfYear>> OfLastYear(IReadOnlyList<int> unitIds)
    {
        var (rows, lines) = (await OfYears(entered.Year.Year - 1, entered.Year.Year - 1, onlyAdopted: true), await Lines(unitIds));
        return (from unitId in unitIds from row in rows where lines[unitId].Contains(row.OrganizationId) select (unitId, row)).ToLookup(pair => pair.unitId, pair => pair.row);
    }

    /// <summary>What was taken over from documents; all who may read the year may read it.</summary>
    public IQueryable<PastResult> Imported()
    {
        var id = entered.Year.Id;
        return db.PastResults.AsNoTracking().Where(row => readable.Query().Any(year => year.Id == id && year.ClusterId == row.ClusterId));
    }

    /// <summary>The years of this cluster whose results the portal holds itself.</summary>
    public async Task<IReadOnlySet<int>> YearsHeld()
    {
        var id = entered.Year.Id;
        return (await readable.Query().Where(year => year.ClusterId == readable.Query().First(here => here.Id == id).ClusterId && db.ResultLayers.IgnoreQueryFilters().Any(layer => layer.ClusterYearId == year.Id)).Select(year => year.Year).ToListAsync()).ToHashSet();
    }

    // A year that the portal holds itself is told by its layer in force, whatever was imported before.
    private async Task<IReadOnlyList<ResultOfYear>> OfYears(int first, int last, bool onlyAdopted = false)
    {
        var id = entered.Year.Id;
        var held = await (
            from row in readable.RowsOfAllYears<LayerRow>()
            join year in readable.Query() on row.ClusterYearId equals year.Id
            where year.ClusterId == readable.Query().First(here => here.Id == id).ClusterId && year.Year <= last && year.Year >= first
            where row.LayerId == db.ResultLayers.IgnoreQueryFilters().Where(layer => layer.ClusterYearId == year.Id).Max(layer => (int?)layer.Id)
            where !onlyAdopted || db.ResultLayers.IgnoreQueryFilters().Any(layer => layer.ClusterYearId == year.Id && layer.Kind == ResultLayerKind.Adopted)
            orderby year.Year, row.Order
            select new ResultOfYear(year.Year, row.UnitId, row.UnitName, row.Total, row.Percent, row.Rank, row.Honour)).ToListAsync();
        var years = held.Select(row => row.Year).ToHashSet();
        var imported = await Imported().Where(row => row.Year <= last && row.Year >= first).ToListAsync();
        return [.. held.Concat(imported.Where(row => !years.Contains(row.Year)).Select(Of)).OrderBy(row => row.Year).ThenBy(row => row.Rank ?? int.MaxValue)];
    }

    public static ResultOfYear Of(PastResult row) =>
        new(row.Year, row.OrganizationId, row.NameThen, row.Total, Points.Round(row.Total / row.Maximum * 100), row.Rank, row.Honour) { ImportedFrom = row.Document };

    private async Task<IReadOnlySet<int>> LineOf(int unitId) => (await Lines([unitId]))[unitId];

    // Successions up to this year: what was merged later still stood beside the unit. They are few, and followed in memory.
    private async Task<IReadOnlyDictionary<int, IReadOnlySet<int>>> Lines(IReadOnlyList<int> unitIds)
    {
        var end = new DateOnly(entered.Year.Year, 12, 31);
        var successions = (await db.Organizations.AsNoTracking().Where(row => row.SuccessorId != null && row.ValidToOn <= end).Select(row => new { row.Id, row.SuccessorId }).ToListAsync()).ToLookup(row => row.SuccessorId!.Value, row => row.Id);
        return unitIds.Distinct().ToDictionary(id => id, id => (IReadOnlySet<int>)Line(id));

        HashSet<int> Line(int unitId)
        {
            var (line, open) = (new HashSet<int>(), new Stack<int>([unitId]));
            while (open.TryPop(out var one))
            {
                if (line.Add(one))
                {
                    successions[one].ToList().ForEach(open.Push);
                }
            }

            return line;
        }
    }
}
