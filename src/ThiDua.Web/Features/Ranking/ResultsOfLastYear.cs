using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>What the units of this cluster reached in the year before, as far as this person may read that year; across a merger the results of every unit that went into one.</summary>
public sealed class ResultsOfLastYear(PortalDb db, CurrentYear entered, ReadableYears readable)
{
    public sealed record Row(string NameThen, decimal Total, int? Rank);

    /// <summary>The rows by the unit of this year; only what was adopted counts.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<Row>>> Handle()
    {
        var (id, before) = (entered.Year.Id, entered.Year.Year - 1);
        var rows = await (
            from row in readable.RowsOfAllYears<LayerRow>()
            join year in readable.Query() on row.ClusterYearId equals year.Id
            where year.Year == before && year.ClusterId == readable.Query().First(here => here.Id == id).ClusterId
            where row.LayerId == db.ResultLayers.IgnoreQueryFilters().Where(layer => layer.ClusterYearId == year.Id && (layer.Kind == ResultLayerKind.Adopted || layer.Kind == ResultLayerKind.Recognized)).Max(layer => (int?)layer.Id)
            orderby row.Order
            select new { row.UnitId, Successor = db.Organizations.Where(unit => unit.Id == row.UnitId).Select(unit => unit.SuccessorId).FirstOrDefault(), Row = new Row(row.UnitName, row.Total, row.Rank) }).ToListAsync();
        return rows.GroupBy(row => entered.Year.MemberIds.Contains(row.UnitId) ? row.UnitId : row.Successor ?? row.UnitId).ToDictionary(unit => unit.Key, unit => (IReadOnlyList<Row>)[.. unit.Select(row => row.Row)]);
    }
}
