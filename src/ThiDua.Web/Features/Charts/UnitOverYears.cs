using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Charts;

/// <summary>The results of a unit in this cluster over five years, across mergers: before one, those of every unit that went into it.</summary>
public sealed class UnitOverYears(PortalDb db, CurrentYear entered, ReadableYears readable)
{
    private const int Years = 5;

    public async Task<IReadOnlyList<ChartsPage.YearOfUnit>> Handle(int unitId)
    {
        var line = await LineOf(unitId);
        var (id, last) = (entered.Year.Id, entered.Year.Year);
        var rows = await (
            from row in readable.RowsOfAllYears<LayerRow>()
            join year in readable.Query() on row.ClusterYearId equals year.Id
            where year.ClusterId == readable.Query().First(here => here.Id == id).ClusterId && year.Year <= last && year.Year > last - Years
            where line.Contains(row.UnitId) && row.LayerId == db.ResultLayers.IgnoreQueryFilters().Where(layer => layer.ClusterYearId == year.Id).Max(layer => layer.Id)
            orderby year.Year, row.Order
            select new ChartsPage.YearOfUnit(year.Year, row.UnitName, row.Total, row.Percent, row.Rank)).ToListAsync();
        return rows;
    }

    // Successions up to this year: what was merged later still stood beside the unit. They are few, and followed in memory.
    private async Task<IReadOnlyCollection<int>> LineOf(int unitId)
    {
        var end = new DateOnly(entered.Year.Year, 12, 31);
        var successions = (await db.Organizations.AsNoTracking().Where(row => row.SuccessorId != null && row.ValidToOn <= end).Select(row => new { row.Id, row.SuccessorId }).ToListAsync()).ToLookup(row => row.SuccessorId!.Value, row => row.Id);
        var line = new HashSet<int>();
        var open = new Stack<int>([unitId]);
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
