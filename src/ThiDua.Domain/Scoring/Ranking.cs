using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>An honour given beside the rank (vị trí suy tôn); a difference from the ranks carries a reason.</summary>
public sealed record HonourGiven(int UnitId, string? Honour, string? Reason);

/// <summary>A sheet as the acts of the ranking see it, to tell which are not ready.</summary>
public sealed record SheetStanding(int UnitId, string UnitName, ScoreSheetState State);

/// <summary>The dossier of a cluster year's results (xếp hạng): closing of entry, then layers of results, each frozen with its document.</summary>
public sealed class Ranking : ClusterYearItem
{
    private static readonly RankingState[] OpenToVote = [RankingState.DraftPublished, RankingState.Agreed];

    private readonly List<ResultLayer> _layers = [];
    private readonly List<TieVote> _votes = [];

    private Ranking()
    {
    }

    public Ranking(Actor by, ScoringScheme scheme)
    {
        Require(by.CanInAnyWay(Permission.IssueScheme), "Hồ sơ xếp hạng được mở khi ban hành bảng tiêu chí.");
        (ClusterYearId, Scheme) = (scheme.ClusterYearId, scheme);
    }

    public int SchemeId { get; private set; }

    public ScoringScheme Scheme { get; private set; } = null!;

    public RankingState State { get; private set; }

    public DateTime? EntryClosedAt { get; private set; }

    public IReadOnlyList<ResultLayer> Layers => _layers;

    public IReadOnlyList<TieVote> Votes => _votes;

    /// <summary>Khóa nhập liệu: every sheet is submitted or marked as not submitted; cluster-relative leaves are computed now.</summary>
    public void CloseEntry(Actor by, StepNote note, IReadOnlyList<SheetStanding> sheets)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.CloseEntry, State, by, note.Paper);
        RequireReady(sheets, RankingStep.CloseEntry, "Chưa khóa được nhập liệu.");
        MoveTo(next, RankingStep.CloseEntry, by, note);
        EntryClosedAt = note.At;
    }

    public void ReopenEntry(Actor by, StepNote note)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.ReopenEntry, State, by, note.Paper);
        Require(Text.Clean(note.Reason) is not null, "Nêu lý do mở lại nhập liệu.", nameof(StepNote.Reason));
        MoveTo(next, RankingStep.ReopenEntry, by, note);
        EntryClosedAt = null;
    }

    public ResultLayer PublishDraft(Actor by, StepNote note, IReadOnlyList<SheetStanding> sheets, ResultSnapshot results)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.PublishDraft, State, by, note.Paper);
        RequireReady(sheets, RankingStep.PublishDraft, "Chưa công bố dự kiến được.");
        MoveTo(next, RankingStep.PublishDraft, by, note);
        return AddLayer(by, ResultLayerKind.Draft, note, document: null, results, []);
    }

    public ResultLayer Agree(Actor by, StepNote note, IReadOnlyList<SheetStanding> sheets, ResultSnapshot results, DocumentReference document)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.Agree, State, by, note.Paper);
        RequireReady(sheets, RankingStep.Agree, "Chưa thống nhất được kết quả.");
        MoveTo(next, RankingStep.Agree, by, note);
        return AddLayer(by, ResultLayerKind.Agreed, note, document, results, []);
    }

    public ResultLayer Adopt(Actor by, StepNote note, IReadOnlyList<SheetStanding> sheets, ResultSnapshot results, Adoption adoption)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.Adopt, State, by, note.Paper);
        RequireReady(sheets, RankingStep.Adopt, "Chưa thông qua được kết quả.");
        MoveTo(next, RankingStep.Adopt, by, note);
        var layer = AddLayer(by, ResultLayerKind.Adopted, note, adoption.Document, results, adoption.Checked(results));
        (layer.Manner, layer.InFavour) = (adoption.Manner, adoption.Manner == AdoptionManner.InWriting ? adoption.InFavour : null);
        return layer;
    }

    /// <summary>Kết luận thẩm định lần hai: the standing body's figures, where they differ from the adopted ones, are in force from here on.</summary>
    public ResultLayer Verify(Actor by, StepNote note, DocumentReference document, LaterResults results)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.Verify, State, by, note.Paper);
        MoveTo(next, RankingStep.Verify, by, note);
        return AddLater(by, ResultLayerKind.Verified, note, document, results);
    }

    /// <summary>Điều chỉnh kết quả: by the leader with minutes before recognition, by the authority with a decision after it. The layers before stay.</summary>
    public ResultLayer Correct(Actor by, StepNote note, DocumentReference document, LaterResults results)
    {
        var step = RankingWorkflow.CorrectionOf(State) ?? throw new RuleViolation($"Kết quả đang ở trạng thái “{Labels.Of(State)}”, chưa có kết quả được thông qua để điều chỉnh.");
        var next = RankingWorkflow.Table.Take(step, State, by, note.Paper);
        Require(Text.Clean(note.Reason) is not null, "Nêu lý do điều chỉnh kết quả.", nameof(StepNote.Reason));
        Require(results.Changes.Count > 0, "Ghi ít nhất một dòng điều chỉnh.", "Lines");
        MoveTo(next, step, by, note);
        return AddLater(by, ResultLayerKind.Corrected, note, document, results);
    }

    /// <summary>Công nhận: the authority recognizes the points in force, with the bars recorded or lifted since.</summary>
    public ResultLayer Recognize(Actor by, StepNote note, DocumentReference decision, LaterResults results)
    {
        var next = RankingWorkflow.Table.Take(RankingStep.Recognize, State, by, note.Paper);
        MoveTo(next, RankingStep.Recognize, by, note);
        return AddLater(by, ResultLayerKind.Recognized, note, decision, results);
    }

    /// <summary>Whether a vote on a tie may be recorded by this person now: once the members know the draft results, until these are adopted.</summary>
    public static bool MayRecordVote(Actor by, RankingState state) => by.Can(Permission.RecordTieVote) && OpenToVote.Contains(state);

    /// <summary>Ghi kết quả biểu quyết khi bằng điểm: the votes for all units that stay tied, by the minutes; the last vote on a unit counts.</summary>
    public TieVote RecordTieVote(Actor by, StepNote note, VotesCast cast, ResultSnapshot results)
    {
        if (!by.Can(Permission.RecordTieVote))
        {
            throw new NotPermitted(Permissions.Refusal(Permission.RecordTieVote));
        }

        Require(OpenToVote.Contains(State), $"Chỉ ghi được kết quả biểu quyết sau khi công bố dự kiến và trước khi thông qua; kết quả đang ở trạng thái “{Labels.Of(State)}”.");
        Require(results.ToVoteOn().Any(tied => tied.Select(unit => unit.UnitId).ToHashSet().SetEquals(cast.Votes.Keys)), "Biểu quyết phải gồm đúng các đơn vị còn đồng hạng sau các tiêu chí phụ. Hãy xem lại danh sách.");
        Require(cast.Voters > 0, "Số đại biểu biểu quyết phải lớn hơn 0.", nameof(cast.Voters));
        Require(cast.Votes.Values.All(votes => votes >= 0) && cast.Votes.Values.Sum() <= cast.Voters, $"Tổng số phiếu không được vượt số đại biểu biểu quyết ({cast.Voters}).", nameof(cast.Voters));
        var vote = new TieVote(by, this, cast, note.At);
        _votes.Add(vote);
        Remember(by, Permission.RecordTieVote, nameof(RecordTieVote), State.ToString(), State.ToString(), note with { Reason = $"Theo văn bản số {cast.Document.Number} ngày {cast.Document.IssuedOn:dd/MM/yyyy}" });
        return vote;
    }

    /// <summary>A bar was recorded or lifted: who prepared an act before that is told.</summary>
    public void NoteBar(Actor by) => Changed(by);

    private ResultLayer AddLater(Actor by, ResultLayerKind kind, StepNote note, DocumentReference document, LaterResults results)
    {
        var layer = AddLayer(by, kind, note, document, results.Snapshot(), results.InForce.Honours());
        layer.Changes = results.Changes;
        return layer;
    }

    private ResultLayer AddLayer(Actor by, ResultLayerKind kind, StepNote note, DocumentReference? document, ResultSnapshot results, IReadOnlyList<HonourGiven> honours)
    {
        var layer = new ResultLayer(by, this, kind, note.At, document, results, honours);
        _layers.Add(layer);
        return layer;
    }

    private void MoveTo(RankingState next, RankingStep step, Actor by, StepNote note)
    {
        Remember(by, RankingWorkflow.Table.RowOf(step).Needs, step.ToString(), State.ToString(), next.ToString(), note);
        State = next;
    }

    private static void RequireReady(IReadOnlyList<SheetStanding> sheets, RankingStep step, string message) =>
        NotReady.Require([.. sheets.Where(row => !RankingWorkflow.IsReady(step, row.State)).Select(row => $"{row.UnitName}: {Labels.Of(row.State)}.")], message);
}
