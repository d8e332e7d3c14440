using ThiDua.Domain.Access;

namespace ThiDua.Domain.Clusters;

/// <summary>That a deputy acts for the leader (ủy quyền): in which matters, from when to when, by which document. It ends with either one's position.</summary>
public sealed class Delegation : IInClusterYear
{
    /// <summary>What a leader may let a deputy do; the deputy never appraises its own unit by it.</summary>
    public static readonly IReadOnlyList<Permission> Delegable =
    [
        Permission.DraftPlan, Permission.DraftRegulation, Permission.AnswerComments, Permission.DraftScheme, Permission.IssueScheme, Permission.ReceiveRegistrations, Permission.KeepRequirements, Permission.AcceptReports, Permission.AppraiseScores, Permission.AssignAppraisers, Permission.MarkNotSubmitted, Permission.CloseEntry,
        Permission.PublishDraftResults, Permission.AgreeResults, Permission.AdoptResults, Permission.MoveStage,
        Permission.CollectCovenant, Permission.DeclareCovenant,
        Permission.DraftDocuments, Permission.SignDocuments, Permission.IssueDocuments, Permission.SendToAuthority,
    ];

    private Delegation() => (Scope, Document) = ([], null!);

    internal Delegation(ClusterYear year, int fromUnitId, int toUnitId, IReadOnlyList<Permission> scope, DateOnly fromOn, DateOnly toOn, DocumentReference document)
    {
        Year = year;
        (FromUnitId, ToUnitId, Scope, FromOn, ToOn, Document) = (fromUnitId, toUnitId, scope, fromOn, toOn, document);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public ClusterYear Year { get; private set; } = null!;

    /// <summary>The leader of that time.</summary>
    public int FromUnitId { get; private set; }

    /// <summary>The deputy that acts for it.</summary>
    public int ToUnitId { get; private set; }

    public IReadOnlyList<Permission> Scope { get; private set; }

    public DateOnly FromOn { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly ToOn { get; private set; }

    public DocumentReference Document { get; private set; }

    /// <summary>The document that ended it early.</summary>
    public DocumentReference? EndDocument { get; private set; }

    internal void End(DateOnly lastOn, DocumentReference document)
    {
        RuleViolation.Require(lastOn <= ToOn, $"Ủy quyền có hiệu lực đến hết ngày {ToOn:dd/MM/yyyy}; ngày cuối cùng không được sau ngày đó.", nameof(ToOn));
        RuleViolation.Require(lastOn >= FromOn.AddDays(-1), $"Ủy quyền có hiệu lực từ ngày {FromOn:dd/MM/yyyy}; muốn hủy trước khi có hiệu lực, ghi ngày liền trước.", nameof(ToOn));
        (ToOn, EndDocument) = (lastOn, document);
    }
}
