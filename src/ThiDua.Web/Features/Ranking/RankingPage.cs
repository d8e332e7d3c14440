using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Access;
using ThiDua.Web.Data;

namespace ThiDua.Web.Features.Ranking;

/// <summary>Xếp hạng: where the results stand, who moves them next, and the layers with their rows.</summary>
public sealed record RankingPage
{
    public RankingState? State { get; private init; }

    public IReadOnlyList<Workflow<RankingState, RankingStep>.OpenStep> Steps { get; private init; } = [];

    /// <summary>The states that this year goes through; thống nhất only with a preparatory session.</summary>
    public IReadOnlyList<RankingState> States { get; private init; } = [];

    public bool IsDone(RankingState state) => state < State && (state != RankingState.Agreed || Layers.Any(layer => layer.Kind == ResultLayerKind.Agreed));

    public IReadOnlyList<SheetStanding> Standings { get; private init; } = [];

    public IReadOnlyList<LayerHead> Layers { get; private init; } = [];

    public ResultTable? Table { get; private init; }

    /// <summary>One layer in the list of layers.</summary>
    public sealed record LayerHead(int Id, ResultLayerKind Kind, DateTime At, string MadeByName, DocumentReference? Document, string SnapshotHash)
    {
        public bool IsShown { get; init; }
    }

    public static async Task<RankingPage> Load(PortalDb db, Actor actor, EnteredYear year, int? layerId)
    {
        var ranking = await db.Rankings.AsNoTracking().Select(row => new { row.State }).SingleOrDefaultAsync();
        if (ranking is null)
        {
            return new();
        }

        var standings = await db.ScoreSheets.AsNoTracking().Select(sheet => new SheetStanding(sheet.UnitId, sheet.UnitName, sheet.State)).ToListAsync();
        var layers = await db.ResultLayers.AsNoTracking().OrderByDescending(layer => layer.Id)
            .Select(layer => new LayerHead(layer.Id, layer.Kind, layer.At, layer.MadeByName, layer.Document, layer.SnapshotHash)).ToListAsync();
        var shown = layerId is null ? layers.FirstOrDefault() : layers.Find(layer => layer.Id == layerId) ?? throw new NotFound();
        return new()
        {
            State = ranking.State,
            States = [.. Enum.GetValues<RankingState>().Where(state => state != RankingState.Agreed || year.HasPreparatorySession || ranking.State == RankingState.Agreed)],
            Steps = [.. RankingWorkflow.Table.OpenTo(actor, ranking.State).Where(open => open.Step != RankingStep.Agree || year.HasPreparatorySession)],
            Standings = [.. standings.OrderBy(row => row.UnitName, Text.VietnameseOrder)],
            Layers = [.. layers.Select(layer => layer with { IsShown = layer.Id == shown?.Id })],
            Table = shown is null ? null : await ResultTable.OfLayer(db, shown.Id),
        };
    }
}
