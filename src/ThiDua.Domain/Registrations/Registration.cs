using System.Linq.Expressions;
using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Registrations;

/// <summary>Why a registration was opened again: the unit's new document, or the leader's reason.</summary>
public sealed record ReopenedRegistration(int Revision, DocumentReference? Document, string? Reason, string ByName, DateTime At);

/// <summary>A unit's registration for the year (đăng ký thi đua): targets and titles, in revisions of which the last registered one is in force.</summary>
public sealed partial class Registration : ClusterYearItem
{
    private readonly List<Target> _targets = [];
    private readonly List<Title> _titles = [];

    private Registration() => (UnitName, Reopenings) = ("", []);

    public Registration(Actor by, int unitId, string unitName)
        : this()
    {
        (ClusterYearId, UnitId, UnitName) = (by.ClusterYearId!.Value, unitId, unitName);
        RequireOpenTo(by);
    }

    public int UnitId { get; private set; }

    /// <summary>The unit's name in that year.</summary>
    public string UnitName { get; private set; }

    public RegistrationState State { get; private set; }

    /// <summary>The revision that is written now, or was registered last.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The revision in force; 0 before the first registration.</summary>
    public int InForce { get; private set; }

    public IReadOnlyList<ReopenedRegistration> Reopenings { get; private set; }

    /// <summary>When the unit registered first.</summary>
    public DateTime? RegisteredAt { get; private set; }

    /// <summary>Whether the first registration came after the year's date; later ones change nothing of it.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Why it was sent back, by the unit's head or by the leader: the last reason given.</summary>
    public string? LastReason { get; private set; }

    public IReadOnlyList<Target> Targets => _targets;

    public IReadOnlyList<Title> Titles => _titles;

    public bool IsOpen => RegistrationWorkflow.Open.Contains(State);

    /// <summary>The document by which the revision being written adjusts the one in force.</summary>
    public DocumentReference? DocumentOfRevision => Reopenings.FirstOrDefault(row => row.Revision == Revision)?.Document;

    /// <summary>Whether this reader sees all of it, drafts and reasons too: the unit itself, leader and deputies, the authority and its standing body, observers.</summary>
    public static bool SeesDraftsOf(Actor reader, int unitId) => reader.UnitId == unitId || SeesAllDrafts(reader);

    public static bool SeesAllDrafts(Actor reader) =>
        reader.Positions.Overlaps([Position.Leader, Position.Deputy, Position.Authority, Position.StandingBody, Position.Observer]);

    /// <summary>Whether this reader may see it: whoever sees drafts always, everybody of the year what the unit has registered, a commitment made before all.</summary>
    public static Expression<Func<Registration, bool>> ReadableBy(Actor reader)
    {
        var (seesAll, own) = (SeesAllDrafts(reader), reader.UnitId);
        return row => seesAll || row.UnitId == own || row.InForce > 0;
    }

    /// <summary>Whether this reader may see its drafts and how it came about.</summary>
    public static Expression<Func<Registration, bool>> DraftReadableBy(Actor reader)
    {
        var (seesAll, own) = (SeesAllDrafts(reader), reader.UnitId);
        return row => seesAll || row.UnitId == own;
    }

    /// <summary>The clerk hands it to the unit's head.</summary>
    public void SubmitForApproval(Actor by, StepNote note)
    {
        RequireOwnUnit(by);
        _ = RegistrationWorkflow.Table.Take(RegistrationStep.SubmitForApproval, State, by, note.Paper);
        NotReady.Require(Missing(), "Chưa trình lãnh đạo được.");
        State = Take(RegistrationWorkflow.Table, RegistrationStep.SubmitForApproval, State, by, note);
    }

    public void SendBack(Actor by, StepNote note)
    {
        RequireOwnUnit(by);
        _ = RegistrationWorkflow.Table.Take(RegistrationStep.SendBack, State, by, note.Paper);
        LastReason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu nội dung cần sửa.", nameof(StepNote.Reason));
        State = Take(RegistrationWorkflow.Table, RegistrationStep.SendBack, State, by, note);
    }

    /// <summary>The head registers (đăng ký), or the clerk records it from signed paper: what is written comes into force.</summary>
    public void Register(Actor by, StepNote note, bool isLate = false)
    {
        RequireOwnUnit(by);
        _ = RegistrationWorkflow.Table.Take(RegistrationStep.Register, State, by, note.Paper);
        NotReady.Require(Missing(), "Chưa đăng ký được.");
        State = Take(RegistrationWorkflow.Table, RegistrationStep.Register, State, by, note);
        IsLate = RegisteredAt is null ? isLate : IsLate;
        (RegisteredAt, InForce, LastReason) = (RegisteredAt ?? note.At, Revision, null);
        var on = note.Paper?.SignedOn ?? VietnamTime.DayOf(note.At);
        foreach (var row in Rows().Where(row => row.Since == Revision))
        {
            row.TakeForce(on);
        }
    }

    /// <summary>Tiếp nhận: by the leader, and of the leader's own by a deputy or those above; nobody receives their own.</summary>
    public void Receive(Actor by, StepNote note, int? leaderId)
    {
        RequireReceiver(by, leaderId);
        State = Take(RegistrationWorkflow.Table, RegistrationStep.Receive, State, by, note);
    }

    /// <summary>Trả lại: opens the next revision with the reason; what is in force stays until it is registered again.</summary>
    public void Return(Actor by, StepNote note, int? leaderId)
    {
        RequireReceiver(by, leaderId);
        _ = RegistrationWorkflow.Table.Take(RegistrationStep.Return, State, by, note.Paper);
        LastReason = Text.Clean(note.Reason) ?? throw new RuleViolation("Nêu lý do trả lại để đơn vị biết cần sửa gì.", nameof(StepNote.Reason));
        State = Take(RegistrationWorkflow.Table, RegistrationStep.Return, State, by, note);
        OpenRevision(by, note.At, null, LastReason);
    }

    /// <summary>Mở lại để điều chỉnh: by a new document not after the scheme's cut-off; the values in force stay until the change is registered.</summary>
    public void Adjust(Actor by, StepNote note, DocumentReference document, DateOnly? cutOff)
    {
        RequireOwnUnit(by);
        _ = RegistrationWorkflow.Table.Take(RegistrationStep.Adjust, State, by, note.Paper);
        Require(document.IssuedOn <= VietnamTime.DayOf(note.At), "Ngày văn bản không được sau hôm nay.", "Document.IssuedOn");
        Require(cutOff is null || document.IssuedOn <= cutOff, $"Chỉ tiêu chỉ được điều chỉnh bằng văn bản ban hành chậm nhất ngày chốt số liệu {cutOff:dd/MM/yyyy}.", "Document.IssuedOn");
        State = Take(RegistrationWorkflow.Table, RegistrationStep.Adjust, State, by, note with { Reason = $"Theo {document.InWords()}." });
        OpenRevision(by, note.At, document, null);
        LastReason = null;
    }

    /// <summary>Gives the adjustment up: all stands as registered. Gives the rows that are no more.</summary>
    public IReadOnlyList<RegisteredRow> CancelAdjustment(Actor by, StepNote note)
    {
        RequireOwnUnit(by);
        _ = RegistrationWorkflow.Table.Take(RegistrationStep.CancelAdjustment, State, by, note.Paper);
        Require(DocumentOfRevision is not null, "Không có việc điều chỉnh nào đang mở.");
        IReadOnlyList<RegisteredRow> gone = [.. Rows().Where(row => row.Since == Revision)];
        _targets.RemoveAll(gone.Contains);
        _titles.RemoveAll(gone.Contains);
        foreach (var row in Rows().Where(row => row.Until == Revision))
        {
            row.GoOn();
        }

        State = Take(RegistrationWorkflow.Table, RegistrationStep.CancelAdjustment, State, by, note);
        (Reopenings, Revision, LastReason) = ([.. Reopenings.Where(row => row.Revision != Revision)], InForce, null);
        return gone;
    }

    /// <summary>Why somebody does not receive this one: whose it is, and who does.</summary>
    public static string NotReceiver => $"{Permissions.Refusal(Permission.ReceiveRegistrations)} Không ai tiếp nhận, trả lại đăng ký của đơn vị mình; của đơn vị trưởng do đơn vị phó, cơ quan thường trực hoặc cơ quan quản lý, của các đơn vị khác do đơn vị trưởng tiếp nhận.";

    /// <summary>Whether this person receives it or sends it back.</summary>
    public static bool MayReceive(Actor by, int unitId, int? leaderId) =>
        by.Can(Permission.ReceiveRegistrations) && by.UnitId != unitId && !by.OwnOrganizationIds.Contains(unitId)
        && (unitId == leaderId || by.Positions.Contains(Position.Leader) || by.ActsForLeader(Permission.ReceiveRegistrations));

    private void RequireReceiver(Actor by, int? leaderId)
    {
        if (!MayReceive(by, UnitId, leaderId))
        {
            throw new NotPermitted(NotReceiver);
        }
    }

    private void OpenRevision(Actor by, DateTime at, DocumentReference? document, string? reason)
    {
        Revision = InForce + 1;
        Reopenings = [.. Reopenings, new(Revision, document, reason, by.UserName, at)];
    }

    private IReadOnlyList<string> Missing() => Rows().Any(row => row.IsIn(Revision)) ? [] : ["Chưa có chỉ tiêu, danh hiệu nào."];

    private IEnumerable<RegisteredRow> Rows() => [.. _targets, .. _titles];

    private void RequireOwnUnit(Actor by)
    {
        if (by.UnitId != UnitId)
        {
            throw new NotPermitted($"Chỉ {UnitName} được thực hiện việc này trên đăng ký thi đua của mình.");
        }
    }
}
