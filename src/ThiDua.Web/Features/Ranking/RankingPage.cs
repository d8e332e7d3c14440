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

    public ResultTable? Table { get; init; }

    /// <summary>Whether units stay tied in the layer shown, so that limited places cannot be proposed.</summary>
    public bool HasOpenTies => Table?.Rows.Any(row => row.TieUnresolved) == true;

    public bool MayRecordVote { get; private init; }

    public bool MayTry { get; private init; }

    /// <summary>What was recorded after the layer shown was frozen, and goes into the next one.</summary>
    public IReadOnlyList<string> Since { get; private init; } = [];

    /// <summary>The latest correction after the layer shown, if any: what is shown was adjusted by it.</summary>
    public LayerHead? CorrectedBy => Layers.TakeWhile(layer => !layer.IsShown).FirstOrDefault(layer => layer.Kind == ResultLayerKind.Corrected);

    /// <summary>The changed lines of the layer shown, with the criterion's code.</summary>
    public IReadOnlyList<(LineChange Change, string UnitName, string Code)> Changes { get; private init; } = [];

    /// <summary>Units whose honour no longer follows their rank after a change: the honours and rewards to reconsider.</summary>
    public IReadOnlyList<string> ToReconsider { get; private init; } = [];

    /// <summary>One layer in the list of layers.</summary>
    public sealed record LayerHead(int Id, ResultLayerKind Kind, DateTime At, string MadeByName, DocumentReference? Document, string SnapshotHash, AdoptionManner? Manner, int? InFavour, IReadOnlyList<LineChange> Changes)
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
            .Select(layer => new LayerHead(layer.Id, layer.Kind, layer.At, layer.MadeByName, layer.Document, layer.SnapshotHash, layer.Manner, layer.InFavour, layer.Changes)).ToListAsync();
        var shown = layerId is null ? layers.FirstOrDefault() : layers.Find(layer => layer.Id == layerId) ?? throw new NotFound();
        var table = shown is null ? null : await ResultTable.OfLayer(db, shown.Id);
        var codes = shown is not { Changes.Count: > 0 } ? [] : await db.Criteria.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.Code);
        var since = shown is null ? [] : await RecordedSince(db, shown.At);
        return new()
        {
            Changes = shown is not { Changes.Count: > 0 } ? [] : [.. shown.Changes.Select(change => (change, table!.Rows.First(row => row.UnitId == change.UnitId).UnitName, codes[change.CriterionId]))],
            ToReconsider = shown?.Kind is ResultLayerKind.Corrected or ResultLayerKind.Verified or ResultLayerKind.Recognized ? await Reconsider(db, year, table!) : [],
            Since = since,
            MayRecordVote = Domain.Scoring.Ranking.MayRecordVote(actor, ranking.State),
            MayTry = MayTryNow(actor, ranking.State, standings.Where(sheet => !year.HasLeft(sheet.UnitId))),
            State = ranking.State,
            States = [.. Enum.GetValues<RankingState>().Where(state => state != RankingState.Verified || layers.Exists(layer => layer.Kind == ResultLayerKind.Verified)).Where(state => state != RankingState.Agreed || year.HasPreparatorySession || ranking.State == RankingState.Agreed)],
            Steps = [.. RankingWorkflow.Table.OpenTo(actor, ranking.State).Where(open => open.Step != RankingStep.Agree || year.HasPreparatorySession)],
            Standings = [.. standings.OrderBy(row => row.UnitName, Text.VietnameseOrder)],
            Layers = [.. layers.Select(layer => layer with { IsShown = layer.Id == shown?.Id })],
            Table = table,
        };
    }

    // Honours were given by the conference and stay; where they no longer follow the ranks, somebody has to decide.
    private static async Task<IReadOnlyList<string>> Reconsider(PortalDb db, EnteredYear year, ResultTable table)
    {
        var honours = (await db.ClusterYears.AsNoTracking().Where(row => row.Id == year.Id).Select(row => row.Parameters).SingleAsync()).Honours;
        var rows = await db.LayerRows.AsNoTracking().Where(row => row.LayerId == table.LayerId).OrderBy(row => row.Order).ToListAsync();
        var adopted = await db.LayerRows.AsNoTracking().Where(row => row.LayerId == db.ResultLayers.Where(layer => layer.Kind == ResultLayerKind.Adopted).Max(layer => (int?)layer.Id)).ToDictionaryAsync(row => row.UnitId);
        return [.. rows.Where(row => row.IsToReconsider(honours, adopted.GetValueOrDefault(row.UnitId)))
            .Select(row => $"{row.UnitName}: {(row.Rank is { } rank ? $"hạng {rank}" : "không xếp hạng")}, {(row.Honour is { } honour ? $"đã suy tôn {honour}" : "chưa suy tôn")}{(row.HonourReason is { } reason ? $" ({reason})" : "")}")];
    }

    // As the page itself: every appraisal is done, and a deputy sees the others' only once they are published.
    private static bool MayTryNow(Actor actor, RankingState state, IEnumerable<SheetStanding> standings) =>
        actor.Can(Permission.TryResults)
        && (state is RankingState.DraftPublished or RankingState.Agreed || (state == RankingState.EntryClosed && actor.Positions.Contains(Position.Leader)))
        && standings.All(row => row.State == ScoreSheetState.NotSubmitted || ScoreSheetWorkflow.WithAppraisal.Contains(row.State));

    // A layer is shown to all, so what came after it is told to all: they may read bars and votes once results are published.
    private static async Task<IReadOnlyList<string>> RecordedSince(PortalDb db, DateTime at)
    {
        var votes = await db.TieVotes.AsNoTracking().Where(vote => vote.RecordedAt > at).OrderBy(vote => vote.Id).ToListAsync();
        var bars = await db.ResultBars.AsNoTracking().Where(bar => bar.RecordedAt > at || bar.LiftedAt > at).OrderBy(bar => bar.Id).ToListAsync();
        if (votes.Count + bars.Count == 0)
        {
            return [];
        }

        var names = await db.Memberships.AsNoTracking().OrderBy(row => row.Id).Select(row => new { row.OrganizationId, row.NameThen }).ToListAsync();
        var byUnit = names.GroupBy(row => row.OrganizationId).ToDictionary(unit => unit.Key, unit => unit.Last().NameThen);
        return
        [
            .. votes.Select(vote => $"Biểu quyết theo văn bản số {vote.Document.Number}: {ShowTieVote.InWords(vote, byUnit)}."),
            .. bars.Where(bar => bar.RecordedAt > at && bar.LiftedAt is null).Select(bar => $"{byUnit.GetValueOrDefault(bar.UnitId)}: {bar.AsOfNow().InWords()}"),
            .. bars.Where(bar => bar.RecordedAt <= at && bar.LiftedAt is not null).Select(bar => $"{byUnit.GetValueOrDefault(bar.UnitId)}: đã gỡ bỏ việc không xét hoặc tạm dừng xét ({bar.LiftReason})."),
        ];
    }
}
