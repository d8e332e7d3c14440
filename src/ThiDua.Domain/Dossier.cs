using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;

namespace ThiDua.Domain;

/// <summary>What belongs to one cluster year and exists only for requests that entered that year.</summary>
public interface IInClusterYear
{
    int ClusterYearId { get; }
}

/// <summary>A row that people save one by one; its version tells who came first.</summary>
public interface IVersioned
{
    int Id { get; }

    int Version { get; }
}

/// <summary>A row whose changes are not written to the audit trail by themselves: it is history already, or a by-product.</summary>
public interface INotAudited;

/// <summary>What has a life of its own (hồ sơ): a version that each step raises, and a history of steps.</summary>
public abstract class Dossier : IVersioned
{
    private readonly List<StepTaken> _history = [];

    public int Id { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<StepTaken> History => _history;

    protected abstract int YearOfHistory { get; }

    /// <summary>Takes a step of the workflow and writes down who took it, when, why and by which paper.</summary>
    protected TState Take<TState, TStep>(Workflow<TState, TStep> workflow, TStep step, TState state, Actor by, StepNote note)
        where TState : struct, Enum
        where TStep : struct, Enum
    {
        var next = workflow.Take(step, state, by, note.Paper);
        Remember(by, workflow.RowOf(step).Needs, step.ToString(), state.ToString(), next.ToString(), note);
        return next;
    }

    /// <summary>A change that is no step: whoever saw the dossier before it is told.</summary>
    protected void Changed(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        Version++;
    }

    /// <summary>Writes down what was arranged, which is no step of a workflow.</summary>
    protected void Remember(Actor by, Permission permission, YearAct act, DateTime at, string what) => Remember(by, permission, act.ToString(), "", "", new(at, what));

    /// <summary>Writes down a step that was taken by this permission.</summary>
    protected void Remember(Actor by, Permission permission, string step, string from, string to, StepNote note)
    {
        Version++;
        _history.Add(new StepTaken(YearOfHistory, step, from, to, by, by.DelegationUsed(permission)?.Document, note));
    }
}

/// <summary>A dossier of one cluster year.</summary>
public abstract class ClusterYearItem : Dossier, IInClusterYear
{
    public int ClusterYearId { get; protected init; }

    protected override int YearOfHistory => ClusterYearId;
}

/// <summary>When a step is taken, with its reason and the signed paper that it is recorded from, if any.</summary>
public sealed record StepNote(DateTime At, string? Reason = null, SignedPaper? Paper = null)
{
    public SignedPaper? Paper { get; init; } = SignedBefore(Paper, At);

    private static SignedPaper? SignedBefore(SignedPaper? paper, DateTime at)
    {
        RuleViolation.Require(paper is null || paper.SignedOn <= VietnamTime.DayOf(at), "Ngày ký không được sau hôm nay.", SignedPaper.Field(nameof(paper.SignedOn)));
        return paper;
    }
}

/// <summary>An act of a head on paper (theo văn bản đã ký): number, date, who signed in which office, and the scan.</summary>
public sealed record SignedPaper(string Number, DateOnly SignedOn, string Signatory, string SignatoryOffice, int? ScanId = null)
{
    public const string NoNumber = "Nhập số, ký hiệu văn bản đã ký.";
    public const string NoDay = "Nhập ngày ký.";
    public const string NoSignatory = "Nhập họ tên người ký.";
    public const string NoOffice = "Nhập chức vụ người ký.";

    /// <summary>What is said beside the fields of a paper that is needed and was not named.</summary>
    public static IReadOnlyList<(string Field, string Message)> Needed { get; } =
        [(Field(nameof(Number)), NoNumber), (Field(nameof(SignedOn)), NoDay), (Field(nameof(Signatory)), NoSignatory), (Field(nameof(SignatoryOffice)), NoOffice)];

    /// <summary>The field of a form in which this part of the paper is typed.</summary>
    public static string Field(string part) => $"Paper.{part}";
}

/// <summary>One step of a dossier's history (lịch sử xử lý).</summary>
public sealed class StepTaken : IInClusterYear, INotAudited
{
    private StepTaken() => Step = From = To = UserName = OfficeName = "";

    internal StepTaken(int clusterYearId, string step, string from, string to, Actor by, string? delegation, StepNote note)
    {
        (ClusterYearId, Step, From, To) = (clusterYearId, step, from, to);
        (UserId, UserName, OfficeName) = (by.UserId, by.UserName, by.OfficeName);
        (At, Reason, Delegation) = (note.At, note.Reason, delegation);
        (PaperNumber, PaperOn, PaperSignatory, PaperOffice, PaperScanId) =
            (note.Paper?.Number, note.Paper?.SignedOn, note.Paper?.Signatory, note.Paper?.SignatoryOffice, note.Paper?.ScanId);
    }

    public int Id { get; private set; }

    public int ClusterYearId { get; private set; }

    public string Step { get; private set; }

    public string From { get; private set; }

    public string To { get; private set; }

    public int UserId { get; private set; }

    public string UserName { get; private set; }

    public string OfficeName { get; private set; }

    public DateTime At { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The document by which the person acted for the leader (theo ủy quyền), in words.</summary>
    public string? Delegation { get; private set; }

    public string? PaperNumber { get; private set; }

    public DateOnly? PaperOn { get; private set; }

    public string? PaperSignatory { get; private set; }

    public string? PaperOffice { get; private set; }

    public int? PaperScanId { get; private set; }
}
