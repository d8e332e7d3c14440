using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

// The next version of an issued scheme: drafted beside it, then exchanged with it.
public sealed partial class ScoringScheme
{
    /// <summary>Starts the draft of the next version (sửa đổi sau khi ban hành); this one stays in force meanwhile.</summary>
    public ScoringScheme Amend(Actor by, StepNote note)
    {
        RequireDrafting(by);
        State = Take(SchemeWorkflow.Table, SchemeStep.Amend, State, by, note);
        var draft = new ScoringScheme(by, ClusterYearId, Terms() with { TieKeys = [.. TieKeys.Where(key => key.NodeId is null)] }) { AmendsId = Id, Edition = Edition + 1, Framework = Framework };
        var copies = new Dictionary<int, Criterion>();
        foreach (var placed in Tree().Ordered)
        {
            var row = Find(placed.Node.Id);
            draft._criteria.Add(copies[row.Id] = Criterion.CopyOf(row, draft, row.ParentId is { } parent ? copies[parent] : null));
        }

        return draft;
    }

    /// <summary>Gives the draft of a later version up.</summary>
    public void Drop(Actor by, StepNote note)
    {
        RequireDrafting(by);
        Require(AmendsId is not null, "Không có dự thảo sửa đổi nào.");
        State = Take(SchemeWorkflow.Table, SchemeStep.Drop, State, by, note);
    }

    /// <summary>Puts the draft of the next version in force: criteria that stay keep their ids here, and what was in force before stands in the draft's row as the earlier version.</summary>
    public SchemeComparison PutInForce(Actor by, ScoringScheme draft, StepNote note, DocumentReference document)
    {
        SchemeWorkflow.Table.Take(SchemeStep.Issue, draft.State, by, note.Paper);
        Require(draft.AmendsId == Id && draft.Edition == Edition + 1, "Dự thảo này không phải của bảng tiêu chí đang áp dụng.");
        NotReady.Require(draft.ReasonsNotToIssue(), "Chưa ban hành được bảng tiêu chí sửa đổi.");
        Require(IsChangedIn(draft), "Dự thảo chưa thay đổi gì so với bảng tiêu chí đang áp dụng.");
        Exchange(by, draft);
        (draft.State, State) = (SchemeWorkflow.Table.Take(SchemeStep.Replace, State, by, note.Paper), SchemeState.Issued);
        (draft.IssuedBy, IssuedBy) = (IssuedBy, document);
        (draft.Edition, Edition) = (Edition, draft.Edition);
        (draft.Framework, Framework) = (Framework, draft.Framework);
        CommentsUntil = draft.CommentsUntil ?? CommentsUntil;
        var needs = SchemeWorkflow.Table.RowOf(SchemeStep.Issue).Needs;
        Remember(by, needs, nameof(SchemeStep.Issue), nameof(SchemeState.Draft), nameof(SchemeState.Issued), note);
        draft.Remember(by, needs, nameof(SchemeStep.Replace), nameof(SchemeState.Issued), nameof(SchemeState.Replaced), note);
        return SchemeComparison.Of(draft, this);
    }

    private bool IsChangedIn(ScoringScheme draft) =>
        SchemeComparison.Of(this, draft).Changes.Any()
        || Terms() with { TieKeys = [] } != draft.Terms() with { TieKeys = [] }
        || !TieKeys.Select(key => (key.Kind, key.NodeId)).SequenceEqual(draft.TieKeys.Select(key => (key.Kind, draft.IdentityOf(key.NodeId))));

    private int? IdentityOf(int? nodeId) => nodeId is { } id ? _criteria.Find(row => row.Id == id)?.Identity : null;

    // Each row of the draft becomes its like here, or comes here itself; each row of here becomes its like there, or goes there itself.
    private void Exchange(Actor by, ScoringScheme draft)
    {
        var mine = _criteria.ToDictionary(row => row.Id);
        var likes = draft._criteria.Where(row => row.OriginId is { } origin && mine.ContainsKey(origin)).ToDictionary(row => row.OriginId!.Value);
        Criterion Here(Criterion row) => row.OriginId is { } origin && mine.TryGetValue(origin, out var like) ? like : row;
        Criterion There(Criterion row) => likes.GetValueOrDefault(row.Id) ?? row;
        var next = RowsOf(draft, Here);
        var last = RowsOf(this, There);
        var (keysHere, keysThere) = (Keys(draft, Here), Keys(this, There));
        var (terms, termsThere) = (draft.Terms(), Terms());
        next.ForEach(one => one.Row.Settle(by, this, one.Parent, one.Order, one.Description, one.Part));
        last.ForEach(one => one.Row.Settle(by, draft, one.Parent, one.Order, one.Description, one.Part));
        _criteria.Clear();
        _criteria.AddRange(next.Select(one => one.Row));
        draft._criteria.Clear();
        draft._criteria.AddRange(last.Select(one => one.Row));
        Write(terms with { TieKeys = keysHere });
        draft.Write(termsThere with { TieKeys = keysThere });

        static List<(Criterion Row, Criterion? Parent, int Order, CriterionDescription Description, FrameworkPart? Part)> RowsOf(ScoringScheme scheme, Func<Criterion, Criterion> like) =>
            [.. scheme.Tree().Ordered.Select(placed => scheme.Find(placed.Node.Id)).Select(row => (like(row), row.ParentId is { } parent ? like(scheme.Find(parent)) : null, row.Order, row.Description(), row.Part))];

        static List<TieKey> Keys(ScoringScheme scheme, Func<Criterion, Criterion> like) =>
            [.. scheme.TieKeys.Select(key => key.NodeId is { } id && scheme._criteria.Find(row => row.Id == id) is { } row ? key with { NodeId = like(row).Id } : key)];
    }
}
