using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>The ranking for the projector of the session (trình chiếu): large, and what changed since the publication is marked.</summary>
public sealed record ProjectorPage(string Title, string Basis, RankBy RankBy, bool HasBands, IReadOnlyList<ProjectorPage.Row> Rows)
{
    public sealed record Row(int UnitId, string UnitName, decimal Total, decimal Percent, int? Rank, string? Band, string? Honour, IReadOnlyList<string> Notes)
    {
        /// <summary>What is not as published: "Tổng điểm 90,00 → 91,00".</summary>
        public IReadOnlyList<string> Changes { get; init; } = [];
    }
}

/// <summary>Shows it: until adoption as the sheets stand now, once all are appraised, else as the last layer has it.</summary>
public sealed class ShowProjector(PortalDb db, CurrentActor current, CurrentYear entered)
{
    public async Task<ProjectorPage> Handle()
    {
        var (state, honours) = await Standing();
        RuleViolation.Require(RankingWorkflow.Published.Contains(state), "Trình chiếu được sau khi công bố dự kiến.");
        var layers = await db.ResultLayers.AsNoTracking().Include(layer => layer.Rows).AsSplitQuery().OrderBy(layer => layer.Id).ToListAsync();
        var (published, last) = (layers.First(layer => layer.Kind == ResultLayerKind.Draft), layers[^1]);
        var live = state is RankingState.DraftPublished or RankingState.Agreed ? await Live(state) : null;
        var snapshot = live ?? last.Snapshot();
        var given = last.Rows.ToDictionary(row => row.UnitId, row => row.Honour);
        var isDecided = last.Kind is not (ResultLayerKind.Draft or ResultLayerKind.Agreed);
        var changes = ResultChanges.Between(published.Snapshot(), snapshot);
        return new(
            $"{entered.Year.Name} – năm {entered.Year.Year}",
            live is null ? $"Lớp kết quả: {Labels.Of(last.Kind).ToLowerInvariant()}" : "Kết quả dự kiến theo các bảng điểm hiện nay",
            snapshot.RankBy,
            snapshot.Bands.Count > 0,
            [.. snapshot.Compute().Select(row => new ProjectorPage.Row(row.Unit.UnitId, row.Unit.Name, row.Totals.Total, row.Totals.Percent, row.Place.Rank, row.Class.Band,
                isDecided ? given.GetValueOrDefault(row.Unit.UnitId) : Adoption.ByRank(honours.Honours, row.Honour), [.. new[] { row.Place.UnrankedReason ?? row.Place.TieBrokenBy }.OfType<string>(), .. row.Notes()])
            {
                Changes = changes.GetValueOrDefault(row.Unit.UnitId) ?? [],
            })]);
    }

    private async Task<(RankingState State, YearParameters Parameters)> Standing()
    {
        var found = await db.ClusterYears.AsNoTracking().Where(row => row.Id == entered.Year.Id).Select(row => new { row.Parameters, State = db.Rankings.Select(ranking => ranking.State).FirstOrDefault() }).SingleAsync();
        return (found.State, found.Parameters);
    }

    private async Task<ResultSnapshot?> Live(RankingState state)
    {
        var results = await ResultsInMaking.Load(db, entered.Year, ScoreStage.Appraised);
        db.ChangeTracker.Clear();
        return results.MayReadAll(current.Actor, entered.Year, state) ? results.ProvisionalSnapshot(current.Actor) : null;
    }
}
