using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>What a unit without a sheet is given at closing: nothing, or the points of the facts.</summary>
public enum NoSheetPolicy { Zero, PointsOfFacts }

/// <summary>Where a criterion is moved, seen from another one.</summary>
public enum CriterionPlace { Before, After, Into }

/// <summary>Whose results the standing body appraises a second time (thẩm định lần hai): all, or only the first three.</summary>
public enum SecondAppraisalScope { All, FirstThree }

/// <summary>The terms of a scheme apart from its criteria.</summary>
public sealed record SchemeTerms(string Title, decimal ContentTotal)
{
    /// <summary>Facts after this day count next year (ngày chốt số liệu).</summary>
    public DateOnly? CutOffOn { get; init; }

    public NotAssignedPolicy NotAssigned { get; init; }

    public RankBy RankBy { get; init; }

    public NoSheetPolicy NoSheet { get; init; }

    public SecondAppraisalScope SecondAppraisal { get; init; }

    /// <summary>The keys that ties go down, in order.</summary>
    public IReadOnlyList<TieKey> TieKeys { get; init; } = [];

    /// <summary>The bands of the classification (mức xếp loại); none: units are not classified.</summary>
    public IReadOnlyList<ClassificationBand> Bands { get; init; } = [];
}

/// <summary>A scoring scheme (bảng tiêu chí và thang điểm): a tree of criteria, drafted, issued, then locked.</summary>
public sealed class ScoringScheme : ClusterYearItem
{
    private readonly List<Criterion> _criteria = [];

    private ScoringScheme() => (Title, TieKeys, Bands) = ("", [], []);

    public ScoringScheme(Actor by, int clusterYearId, SchemeTerms terms)
        : this()
    {
        RequireDrafting(by);
        ClusterYearId = clusterYearId;
        Write(terms);
    }

    /// <summary>The number of the version (phiên bản), from 1.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>The scheme in force that this version is a draft for, or was replaced in; none: it is the one in force, or the first draft.</summary>
    public int? AmendsId { get; private set; }

    public string Title { get; private set; }

    public SchemeState State { get; private set; }

    /// <summary>The points of all normal sections together.</summary>
    public decimal ContentTotal { get; private set; }

    public DateOnly? CutOffOn { get; private set; }

    public NotAssignedPolicy NotAssigned { get; private set; }

    public RankBy RankBy { get; private set; }

    public NoSheetPolicy NoSheet { get; private set; }

    public SecondAppraisalScope SecondAppraisal { get; private set; }

    public IReadOnlyList<TieKey> TieKeys { get; private set; }

    /// <summary>Best first.</summary>
    public IReadOnlyList<ClassificationBand> Bands { get; private set; }

    public DocumentReference? IssuedBy { get; private set; }

    public IReadOnlyList<Criterion> Criteria => _criteria;

    public void Describe(Actor by, SchemeTerms terms, DateTime at)
    {
        RequireDrafting(by);
        RequireDraft();
        Write(terms);
        State = Take(SchemeWorkflow.Table, SchemeStep.Describe, State, by, new(at));
    }

    public SchemeTerms Terms() => new(Title, ContentTotal) { CutOffOn = CutOffOn, NotAssigned = NotAssigned, RankBy = RankBy, NoSheet = NoSheet, TieKeys = TieKeys };

    /// <summary>Sets the ladder of tie keys; each takes the name that its section or criterion has now.</summary>
    public void BreakTiesBy(Actor by, IReadOnlyList<TieKey> keys)
    {
        RequireDrafting(by);
        RequireDraft();
        TieKeys = [.. keys.Select(Named)];
    }

    public Criterion AddCriterion(Actor by, int? parentId, CriterionDescription description) =>
        AddCriterionBelow(by, parentId is { } id ? Find(id) : null, description);

    /// <summary>Adds many criteria at once, parents before their children, which name them by code.</summary>
    public void AddCriteria(Actor by, IEnumerable<(string? ParentCode, CriterionDescription Description)> criteria)
    {
        foreach (var (parentCode, description) in criteria)
        {
            AddCriterionBelow(by, parentCode is null ? null : _criteria.Find(row => row.Code == parentCode) ?? throw new RuleViolation($"Không có mục {parentCode} để đặt tiêu chí {description.Code}."), description);
        }
    }

    /// <summary>Adds a criterion below one that may itself be new; null: a section.</summary>
    public Criterion AddCriterionBelow(Actor by, Criterion? parent, CriterionDescription description)
    {
        RequireDrafting(by);
        RequireDraft();
        Require(parent?.Rule is null, $"Tiêu chí {parent?.Code} đã có phương pháp chấm điểm nên không có mục con; hãy bỏ phương pháp trước.", nameof(Criterion.ParentId));
        RequireNewCode(description.Code, exceptId: null);
        var criterion = new Criterion(this, parent, _criteria.Where(row => row.IsBelow(parent)).Select(row => row.Order).Append(0).Max() + 1, description);
        _criteria.Add(criterion);
        return criterion;
    }

    public void ChangeCriterion(Actor by, int criterionId, CriterionDescription description)
    {
        RequireDrafting(by);
        RequireDraft();
        var criterion = Find(criterionId);
        RequireNewCode(description.Code, criterionId);
        Require(description.Rule is null || !_criteria.Exists(row => row.IsBelow(criterion)), "Mục có mục con thì không chấm điểm trực tiếp.", nameof(Criterion.Rule));
        criterion.Describe(by, description);
        foreach (var below in Below(criterion))
        {
            below.TakeKind(by, criterion.Kind);
        }

        TieKeys = [.. TieKeys.Select(Named)];
    }

    /// <summary>Moves a criterion one place up (−1) or down (+1) among its siblings.</summary>
    public void MoveCriterion(Actor by, int criterionId, int places)
    {
        RequireDrafting(by);
        RequireDraft();
        var criterion = Find(criterionId);
        var siblings = In(criterion.ParentId);
        var from = siblings.IndexOf(criterion);
        siblings.RemoveAt(from);
        siblings.Insert(Math.Clamp(from + places, 0, siblings.Count), criterion);
        Number(by, siblings);
    }

    /// <summary>Moves a criterion with all below it before or after another, or into a section as its last.</summary>
    public void PlaceCriterion(Actor by, int criterionId, int targetId, CriterionPlace place)
    {
        RequireDrafting(by);
        RequireDraft();
        var (criterion, target) = (Find(criterionId), Find(targetId));
        Require(criterion != target && !Below(criterion).Contains(target), $"Không chuyển được {criterion.Code} vào bên trong chính nó.");
        var parent = place == CriterionPlace.Into ? target : target.ParentId is { } id ? Find(id) : null;
        Require(parent?.Rule is null, $"Tiêu chí {parent?.Code} đang chấm điểm trực tiếp nên không chứa tiêu chí khác.");
        var siblings = In(parent?.Id);
        siblings.Remove(criterion);
        siblings.Insert(place switch { CriterionPlace.Into => siblings.Count, CriterionPlace.Before => siblings.IndexOf(target), _ => siblings.IndexOf(target) + 1 }, criterion);
        criterion.PutBelow(by, parent);
        Below(criterion).ForEach(below => below.TakeKind(by, criterion.Kind));
        Number(by, siblings);
    }

    /// <summary>Moves a criterion into the section just above it (+1), or out of its own to stand after it (−1).</summary>
    public void ShiftCriterion(Actor by, int criterionId, int levels)
    {
        var criterion = Find(criterionId);
        var above = In(criterion.ParentId).TakeWhile(row => row != criterion).LastOrDefault();
        Require(levels < 0 || above is not null, $"Phía trên {criterion.Code} không có mục nào để chuyển vào.");
        Require(levels > 0 || criterion.ParentId is not null, $"{criterion.Code} đã ở ngoài cùng.");
        PlaceCriterion(by, criterionId, levels > 0 ? above!.Id : criterion.ParentId!.Value, levels > 0 ? CriterionPlace.Into : CriterionPlace.After);
    }

    /// <summary>Removes a criterion with all below it.</summary>
    public IReadOnlyList<Criterion> RemoveCriterion(Actor by, int criterionId)
    {
        RequireDrafting(by);
        RequireDraft();
        var criterion = Find(criterionId);
        IReadOnlyList<Criterion> removed = [criterion, .. Below(criterion)];
        _criteria.RemoveAll(removed.Contains);
        return removed;
    }

    /// <summary>Writes the whole tree anew, parents before their children, which name them by code; a criterion whose number stays is the same one. Returns what is no longer in it.</summary>
    public IReadOnlyList<Criterion> RewriteCriteria(Actor by, IReadOnlyList<(string? ParentCode, CriterionDescription Description)> rows)
    {
        RequireDrafting(by);
        RequireDraft();
        var (kept, places) = (new Dictionary<string, Criterion>(StringComparer.OrdinalIgnoreCase), new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var (parentCode, description) in rows)
        {
            var parent = parentCode is null ? null : kept.GetValueOrDefault(parentCode) ?? throw new RuleViolation($"Không có mục {parentCode} để đặt tiêu chí {description.Code}.");
            var order = places[parentCode ?? ""] = places.GetValueOrDefault(parentCode ?? "") + 1;
            Require(kept.TryAdd(Text.Clean(description.Code) ?? "", Written(by, parent, order, description)), $"Số thứ tự {description.Code} có hai lần.", nameof(Criterion.Code));
        }

        IReadOnlyList<Criterion> removed = [.. _criteria.Except(kept.Values)];
        _criteria.RemoveAll(removed.Contains);
        TieKeys = [.. TieKeys.Select(Named)];
        return removed;
    }

    /// <summary>All reasons why the scheme cannot be issued yet, together.</summary>
    public IReadOnlyList<string> ReasonsNotToIssue() => [.. Problems().Select(problem => problem.Text)];

    /// <summary>The same reasons, each with the criterion to mend; none: the terms of the scheme.</summary>
    public IReadOnlyList<SchemeProblem> Problems() =>
        [.. CutOffOn is null ? [new("Chưa ghi ngày chốt số liệu.")] : Array.Empty<SchemeProblem>(), .. TieProblems(), .. Tree().ProblemsByNode(ContentTotal)];

    public void Issue(Actor by, StepNote note, DocumentReference document)
    {
        var next = SchemeWorkflow.Table.Take(SchemeStep.Issue, State, by, note.Paper);
        NotReady.Require(ReasonsNotToIssue(), "Chưa ban hành được bảng tiêu chí và thang điểm.");
        State = next;
        IssuedBy = document;
        Remember(by, SchemeWorkflow.Table.RowOf(SchemeStep.Issue).Needs, nameof(SchemeStep.Issue), nameof(SchemeState.Draft), next.ToString(), note);
    }

    /// <summary>Starts the draft of the next version (sửa đổi sau khi ban hành); this one stays in force meanwhile.</summary>
    public ScoringScheme Amend(Actor by, StepNote note)
    {
        RequireDrafting(by);
        State = Take(SchemeWorkflow.Table, SchemeStep.Amend, State, by, note);
        var draft = new ScoringScheme(by, ClusterYearId, Terms() with { TieKeys = [.. TieKeys.Where(key => key.NodeId is null)] }) { AmendsId = Id, Edition = Edition + 1 };
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
        var before = SchemeComparison.Of(this, draft);
        Require(before.Changes.Any() || Terms() with { TieKeys = [] } != draft.Terms() with { TieKeys = [] } || TieKeys.Count != draft.TieKeys.Count || TieKeys.Zip(draft.TieKeys).Any(pair => pair.First.Kind != pair.Second.Kind || draft.IdentityOf(pair.Second.NodeId) != pair.First.NodeId), "Dự thảo chưa thay đổi gì so với bảng tiêu chí đang áp dụng.");
        Exchange(by, draft);
        (draft.State, State) = (SchemeWorkflow.Table.Take(SchemeStep.Replace, State, by, note.Paper), SchemeState.Issued);
        (draft.IssuedBy, IssuedBy) = (IssuedBy, document);
        (draft.Edition, Edition) = (Edition, draft.Edition);
        var needs = SchemeWorkflow.Table.RowOf(SchemeStep.Issue).Needs;
        Remember(by, needs, nameof(SchemeStep.Issue), nameof(SchemeState.Draft), nameof(SchemeState.Issued), note);
        draft.Remember(by, needs, nameof(SchemeStep.Replace), nameof(SchemeState.Issued), nameof(SchemeState.Replaced), note);
        return SchemeComparison.Of(draft, this);
    }

    public SchemeTree Tree() => new(_criteria.Select(criterion => criterion.Node()));

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
        next.ForEach(one => one.Row.Settle(by, this, one.Parent, one.Order, one.Description));
        last.ForEach(one => one.Row.Settle(by, draft, one.Parent, one.Order, one.Description));
        _criteria.Clear();
        _criteria.AddRange(next.Select(one => one.Row));
        draft._criteria.Clear();
        draft._criteria.AddRange(last.Select(one => one.Row));
        Write(terms with { TieKeys = keysHere });
        draft.Write(termsThere with { TieKeys = keysThere });

        static List<(Criterion Row, Criterion? Parent, int Order, CriterionDescription Description)> RowsOf(ScoringScheme scheme, Func<Criterion, Criterion> like) =>
            [.. scheme.Tree().Ordered.Select(placed => scheme.Find(placed.Node.Id)).Select(row => (like(row), row.ParentId is { } parent ? like(scheme.Find(parent)) : null, row.Order, row.Description()))];

        static List<TieKey> Keys(ScoringScheme scheme, Func<Criterion, Criterion> like) =>
            [.. scheme.TieKeys.Select(key => key.NodeId is { } id && scheme._criteria.Find(row => row.Id == id) is { } row ? key with { NodeId = like(row).Id } : key)];
    }

    private Criterion Written(Actor by, Criterion? parent, int order, CriterionDescription description)
    {
        if (_criteria.Find(row => string.Equals(row.Code, Text.Clean(description.Code), StringComparison.OrdinalIgnoreCase)) is not { } criterion)
        {
            _criteria.Add(criterion = new Criterion(this, parent, order, description));
            return criterion;
        }

        criterion.Rewrite(by, parent, order, description);
        return criterion;
    }

    private List<Criterion> In(int? parentId) => [.. _criteria.Where(row => row.ParentId == parentId).OrderBy(row => row.Order).ThenBy(row => row.Id)];

    private static void Number(Actor by, List<Criterion> siblings)
    {
        for (var order = 0; order < siblings.Count; order++)
        {
            siblings[order].Place(by, order + 1);
        }
    }

    private Criterion Find(int criterionId) => _criteria.Find(row => row.Id == criterionId) ?? throw new RuleViolation("Tiêu chí này vừa được người khác xóa.");

    private List<Criterion> Below(Criterion criterion) =>
        [.. _criteria.Where(row => row.IsBelow(criterion)).SelectMany(row => Below(row).Prepend(row))];

    private void Write(SchemeTerms terms)
    {
        Title = Text.Clean(terms.Title) ?? throw new RuleViolation("Nhập tên bảng tiêu chí.", nameof(Title));
        Require(terms.ContentTotal > 0, "Tổng điểm nội dung phải lớn hơn 0.", nameof(ContentTotal));
        (ContentTotal, CutOffOn, NotAssigned, RankBy) = (terms.ContentTotal, terms.CutOffOn, terms.NotAssigned, terms.RankBy);
        (NoSheet, SecondAppraisal, TieKeys, Bands) = (terms.NoSheet, terms.SecondAppraisal, [.. terms.TieKeys.Select(Named)], Classification.InOrder(terms.Bands));
    }

    private TieKey Named(TieKey key) => _criteria.Find(row => row.Id == key.NodeId) is { } criterion
        ? key with { Label = (key.Kind == TieKeyKind.CriterionPoints ? "tiêu chí " : "mục ") + criterion.Code }
        : key;

    private IEnumerable<SchemeProblem> TieProblems() =>
        TieKeys.Select((key, index) => (key, place: index + 1))
            .Where(row => row.key.Kind is TieKeyKind.SectionTotal or TieKeyKind.CriterionPoints && !_criteria.Exists(criterion => criterion.Id == row.key.NodeId))
            .Select(row => new SchemeProblem($"Tiêu chí phụ thứ {row.place} khi bằng điểm ({row.key.Label ?? Labels.Of(row.key.Kind)}) không còn trong bảng."));

    private void RequireNewCode(string code, int? exceptId) =>
        Require(!_criteria.Exists(row => row.Id != exceptId && row.Code == Text.Clean(code)), $"Số thứ tự {code} đã có trong bảng.", nameof(Criterion.Code));

    private void RequireDraft() => Require(State == SchemeState.Draft, "Bảng tiêu chí và thang điểm đã ban hành, không sửa được nữa; muốn thay đổi, lập dự thảo sửa đổi.");

    private static void RequireDrafting(Actor by)
    {
        if (!by.Can(Permission.DraftScheme))
        {
            throw new NotPermitted($"Bảng tiêu chí do {Permissions.WhoCan(Permission.DraftScheme)} soạn thảo.");
        }
    }
}
