using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>A framework scheme (bảng điểm khung): what an authority fixes of the scoring of its clusters in a year, and what it leaves to them.</summary>
public sealed partial class FrameworkScheme : IVersioned
{
    private readonly List<FrameworkRow> _rows = [];
    private readonly List<FrameworkStepTaken> _history = [];

    private FrameworkScheme() => Title = ScopeKey = "";

    public FrameworkScheme(Actor by, int authorityId, FrameworkScope scope, string title, decimal contentTotal)
        : this()
    {
        AuthorityId = authorityId;
        RequireWriting(by);
        Require(scope.Year is >= 2000 and <= 2100, "Năm phải từ 2000 đến 2100.", nameof(Year));
        (Year, Kind, Level, ScopeKey) = (scope.Year, scope.Kind, scope.Level, scope.Key);
        Describe(title, contentTotal);
    }

    public int Id { get; private set; }

    public int AuthorityId { get; private set; }

    public int Year { get; private set; }

    /// <summary>Only for clusters, or only for blocks; null: for both.</summary>
    public ClusterKind? Kind { get; private set; }

    /// <summary>Only for clusters of this level; null: for all.</summary>
    public ClusterLevel? Level { get; private set; }

    /// <summary>Kind and level as one word: of each there is one draft and one in force a year.</summary>
    public string ScopeKey { get; private set; }

    public string Title { get; private set; }

    /// <summary>The points of all normal sections together, locked and free.</summary>
    public decimal ContentTotal { get; private set; }

    public FrameworkState State { get; private set; }

    public DocumentReference? IssuedBy { get; private set; }

    /// <summary>The scan of the document that issued it.</summary>
    public int? ScanId { get; private set; }

    /// <summary>The document that withdrew it.</summary>
    public DocumentReference? WithdrawnBy { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<FrameworkRow> Rows => _rows;

    public IReadOnlyList<FrameworkStepTaken> History => _history;

    public FrameworkScope Scope() => new(Year, Kind, Level);

    /// <summary>All reasons why it cannot be issued yet, together: a free section counts as one criterion of its total, whatever is suggested below it.</summary>
    public IReadOnlyList<string> Problems() =>
        [.. new SchemeTree(Picture().Criteria.Where(row => row.Part is not null).Select(Counted)).Problems(ContentTotal).Distinct().Select(problem => problem.Replace("Bảng tiêu chí", "Bảng điểm khung", StringComparison.Ordinal))];

    public void Issue(Actor by, StepNote note, DocumentReference document, int? scanId)
    {
        RequireOwn(by);
        _ = FrameworkWorkflow.Table.Take(FrameworkStep.Issue, State, by, note.Paper);
        NotReady.Require(Problems(), "Chưa ban hành được bảng điểm khung.");
        Take(FrameworkStep.Issue, by, note with { Reason = $"Văn bản số {document.InWords()} của {document.Issuer}" });
        (IssuedBy, ScanId) = (document, scanId);
    }

    /// <summary>A later framework of the same scope came into force.</summary>
    public void ReplaceBy(Actor by, FrameworkScheme next, StepNote note)
    {
        RequireOwn(by);
        Require((next.AuthorityId, next.Year, next.ScopeKey, next.State) == (AuthorityId, Year, ScopeKey, FrameworkState.Issued), "Bảng điểm khung này không thay thế được bảng kia: khác năm hoặc phạm vi áp dụng.");
        Take(FrameworkStep.Replace, by, note with { Reason = $"Thay bằng bảng điểm khung theo văn bản số {next.IssuedBy!.InWords()}" });
    }

    public void Withdraw(Actor by, StepNote note, DocumentReference document)
    {
        RequireOwn(by);
        Take(FrameworkStep.Withdraw, by, note with { Reason = $"Văn bản số {document.InWords()} của {document.Issuer}" });
        WithdrawnBy = document;
    }

    public void Drop(Actor by, StepNote note)
    {
        RequireOwn(by);
        Take(FrameworkStep.Drop, by, note);
    }

    private void Take(FrameworkStep step, Actor by, StepNote note)
    {
        State = FrameworkWorkflow.Table.Take(step, State, by, note.Paper);
        _history.Add(new(by, step, State, note));
        Version++;
    }

    private void Describe(string title, decimal contentTotal)
    {
        Title = Text.Clean(title) ?? throw new RuleViolation("Nhập tên bảng điểm khung.", nameof(Title));
        Require(contentTotal > 0, "Tổng điểm nội dung phải lớn hơn 0.", nameof(ContentTotal));
        ContentTotal = contentTotal;
    }

    private void RequireWriting(Actor by)
    {
        RequireOwn(by);
        _ = FrameworkWorkflow.Table.Take(FrameworkStep.Write, State, by);
    }

    private void RequireOwn(Actor by) => Require(by.OrganizationId == AuthorityId, "Bảng điểm khung do cơ quan quản lý cụm, khối lập.");

    private static SchemeNode Counted(Criterion row) => row.Part == FrameworkPart.Locked ? row.Node()
        : row.Node() with { Rule = row.Kind == CriterionKind.Deduction ? new PerOccurrenceRule(1) : new PassOrFailRule() };
}
