using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>A scoring scheme (bảng tiêu chí và thang điểm): a tree of criteria, drafted, issued, then locked.</summary>
public sealed partial class ScoringScheme : ClusterYearItem
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
        Require(Framework is null || terms.ContentTotal == ContentTotal, $"Tổng điểm nội dung là {Figures.Value(ContentTotal)} theo {Framework?.InWords()}.", nameof(ContentTotal));
        Write(terms);
        State = Take(SchemeWorkflow.Table, SchemeStep.Describe, State, by, new(at));
    }

    /// <summary>All terms as they stand.</summary>
    public SchemeTerms Terms() => new(Title, ContentTotal)
    {
        CutOffOn = CutOffOn,
        NotAssigned = NotAssigned,
        RankBy = RankBy,
        NoSheet = NoSheet,
        SecondAppraisal = SecondAppraisal,
        TieKeys = TieKeys,
        Bands = Bands,
    };

    /// <summary>Sets the ladder of tie keys; each takes the name that its section or criterion has now.</summary>
    public void BreakTiesBy(Actor by, IReadOnlyList<TieKey> keys)
    {
        RequireDrafting(by);
        RequireDraft();
        TieKeys = [.. keys.Select(Named)];
    }

    /// <summary>All reasons why the scheme cannot be issued yet, together.</summary>
    public IReadOnlyList<string> ReasonsNotToIssue() => [.. Problems().Select(problem => problem.Text)];

    /// <summary>The same reasons, each with the criterion to mend; none: the terms of the scheme.</summary>
    public IReadOnlyList<SchemeProblem> Problems() =>
        [.. CutOffOn is null ? [new("Chưa ghi ngày chốt số liệu.")] : Array.Empty<SchemeProblem>(), .. TieProblems(), .. Tree().ProblemsByNode(ContentTotal).Select(WithFramework)];

    public void Issue(Actor by, StepNote note, DocumentReference document)
    {
        var next = SchemeWorkflow.Table.Take(SchemeStep.Issue, State, by, note.Paper);
        NotReady.Require(ReasonsNotToIssue(), "Chưa ban hành được bảng tiêu chí và thang điểm.");
        State = next;
        IssuedBy = document;
        Remember(by, SchemeWorkflow.Table.RowOf(SchemeStep.Issue).Needs, nameof(SchemeStep.Issue), nameof(SchemeState.Draft), next.ToString(), note);
    }

    public SchemeTree Tree() => new(_criteria.Select(criterion => criterion.Node()));

    private Criterion Find(int criterionId) => _criteria.Find(row => row.Id == criterionId) ?? throw new RuleViolation("Tiêu chí này vừa được người khác xóa.");

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

    private void RequireDraft() => Require(State == SchemeState.Draft, State == SchemeState.Consulting ? "Bảng tiêu chí và thang điểm đang lấy ý kiến, không sửa được cho đến khi kết thúc lấy ý kiến." : "Bảng tiêu chí và thang điểm đã ban hành, không sửa được nữa; muốn thay đổi, lập dự thảo sửa đổi.");

    private static void RequireDrafting(Actor by)
    {
        if (!by.Can(Permission.DraftScheme))
        {
            throw new NotPermitted($"Bảng tiêu chí do {Permissions.WhoCan(Permission.DraftScheme)} soạn thảo.");
        }
    }
}
