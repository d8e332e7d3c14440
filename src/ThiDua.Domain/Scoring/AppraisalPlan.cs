using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Scoring;

/// <summary>Why a sheet goes to somebody else than its position says: tổ thẩm định, chấm chéo, thành viên được ghi trong biên bản.</summary>
public enum AppraiserKind { Team, Cross, NamedInMinutes }

/// <summary>Who may appraise: a unit of the year, or one person of it.</summary>
public sealed record Appraiser(int UnitId, int? PersonId, string Name);

/// <summary>One sheet's appraiser by assignment (phân công), with the document that says so.</summary>
public sealed record AppraiserAssignment(int UnitId, Appraiser Appraiser, AppraiserKind Kind, DocumentReference Document, string ByName, DateTime At);

/// <summary>That a unit or person does not appraise a sheet (không thẩm định), for a reason. Lifting it takes two persons: one asks, another agrees.</summary>
public sealed record AppraisalConflict(int Number, int UnitId, Appraiser Appraiser, string Reason, string ByName, DateTime At)
{
    public LiftAsked? Asked { get; init; }

    public string? LiftedByName { get; init; }

    public DateTime? LiftedAt { get; init; }

    public bool IsInForce => LiftedAt is null;

    public bool Concerns(int unitId, int appraiserUnitId, int? personId) =>
        IsInForce && UnitId == unitId && (Appraiser.PersonId is { } person ? person == personId : Appraiser.UnitId == appraiserUnitId);
}

/// <summary>Who asked to lift a conflict, and why.</summary>
public sealed record LiftAsked(int UserId, string ByName, string Reason, DateTime At);

/// <summary>The meeting that scores all units (chấm tại cuộc họp): its secretary records, and every entry names the meeting.</summary>
public sealed record MeetingScoring(string Name, DateOnly HeldOn, DocumentReference Document, int SecretaryId, string SecretaryName, string ByName, DateTime At)
{
    /// <summary>As it stands beside each entry.</summary>
    public string InWords => $"{Name} ngày {HeldOn:dd/MM/yyyy} (thư ký {SecretaryName} ghi)";
}

/// <summary>Who appraises whom in a year where it is not by position (phân công thẩm định), and who may not. Nobody assigns an appraiser to their own unit.</summary>
public sealed class AppraisalPlan : ClusterYearItem
{
    private AppraisalPlan() => (Assignments, Conflicts) = ([], []);

    public AppraisalPlan(Actor by)
        : this()
    {
        RequireAssigning(by);
        ClusterYearId = by.ClusterYearId!.Value;
    }

    /// <summary>At most one for each sheet.</summary>
    public IReadOnlyList<AppraiserAssignment> Assignments { get; private set; }

    public IReadOnlyList<AppraisalConflict> Conflicts { get; private set; }

    /// <summary>The meeting that scores instead of appraisers; null: none.</summary>
    public MeetingScoring? Meeting { get; private set; }

    /// <summary>The leader lets a meeting score all units under its minutes; a person of the leader's or a deputy's unit is its secretary.</summary>
    public void ScoreInMeeting(Actor by, MeetingScoring meeting)
    {
        RequireLeading(by);
        Require(Text.Clean(meeting.Name) is not null, "Nhập tên cuộc họp.", "Name");
        Meeting = meeting;
        Remember(by, Permission.AssignAppraisers, YearAct.OpenMeeting, meeting.At, $"{meeting.InWords}, theo văn bản số {meeting.Document.Number}.");
    }

    /// <summary>The meeting scores no more: what it has recorded stays.</summary>
    public void EndMeeting(Actor by, DateTime at)
    {
        RequireLeading(by);
        Require(Meeting is not null, "Không có cuộc họp chấm điểm nào đang mở.");
        Remember(by, Permission.AssignAppraisers, YearAct.CloseMeeting, at, Meeting!.InWords);
        Meeting = null;
    }

    private static void RequireLeading(Actor by)
    {
        if (!by.Can(Permission.AssignAppraisers) || !by.Positions.Overlaps([Position.Leader, Position.StandingBody, Position.Authority]))
        {
            throw new NotPermitted("Việc chấm tại cuộc họp do đơn vị trưởng, cơ quan thường trực hoặc cơ quan quản lý lập.");
        }
    }

    /// <summary>Shares sheets evenly among the appraisers, in the order given, nobody getting their own unit's or one in conflict. A sheet that nobody may take is refused.</summary>
    public static IReadOnlyList<(int UnitId, Appraiser Appraiser)> Share(IReadOnlyList<int> unitIds, IReadOnlyList<Appraiser> appraisers, IReadOnlyList<AppraisalConflict> conflicts, Func<int, string> nameOf)
    {
        var load = appraisers.ToDictionary(appraiser => appraiser, _ => 0);
        bool MayTake(Appraiser appraiser, int unitId) => appraiser.UnitId != unitId && !conflicts.Any(conflict => conflict.Concerns(unitId, appraiser.UnitId, appraiser.PersonId));
        // The sheets that fewest may take are given first.
        var shared = unitIds.OrderBy(unitId => appraisers.Count(appraiser => MayTake(appraiser, unitId))).Select(unitId =>
        {
            var taker = appraisers.Where(appraiser => MayTake(appraiser, unitId)).OrderBy(appraiser => load[appraiser]).FirstOrDefault();
            Require(taker is not null, $"Không ai trong số đã chọn được thẩm định bảng điểm của {nameOf(unitId)}: là đơn vị mình, hoặc đã ghi nhận không thẩm định.", "Appraisers");
            load[taker!]++;
            return (UnitId: unitId, Appraiser: taker!);
        }).ToList();
        return [.. unitIds.Select(unitId => shared.Find(row => row.UnitId == unitId))];
    }

    /// <summary>Gives sheets to one or several appraisers; whoever had one before has it no more.</summary>
    /// <param name="by">Who assigns: the leader's staff, for the leader's own sheet a deputy, the standing body or the authority.</param>
    /// <param name="unitIds">The units whose sheets are given.</param>
    /// <param name="appraisers">Who takes them, shared evenly.</param>
    /// <param name="kind">Team, cross-appraisal, or the member named in minutes.</param>
    /// <param name="document">The decision, plan or minutes.</param>
    /// <param name="leaderId">The leader's unit.</param>
    /// <param name="nameOf">The unit's name for a refusal.</param>
    /// <param name="at">When.</param>
    public void Assign(Actor by, IReadOnlyList<int> unitIds, IReadOnlyList<Appraiser> appraisers, AppraiserKind kind, DocumentReference document, int? leaderId, Func<int, string> nameOf, DateTime at)
    {
        unitIds.ToList().ForEach(unitId => RequireAssigning(by, unitId, leaderId, "Units"));
        Require(unitIds.Count > 0, "Chọn ít nhất một bảng điểm.", "Units");
        Require(appraisers.Count > 0, "Chọn ít nhất một đơn vị hoặc người thẩm định.", "Appraisers");
        var shared = Share(unitIds, appraisers, Conflicts, nameOf);
        Assignments = [.. Assignments.Where(row => !unitIds.Contains(row.UnitId)), .. shared.Select(row => new AppraiserAssignment(row.UnitId, row.Appraiser, kind, document, by.UserName, at))];
        Remember(by, Permission.AssignAppraisers, YearAct.AssignAppraisers, at, $"{string.Join("; ", shared.GroupBy(row => row.Appraiser.Name).Select(group => $"{group.Key}: {string.Join(", ", group.Select(row => nameOf(row.UnitId)))}"))}, theo văn bản số {document.Number} ngày {document.IssuedOn:dd/MM/yyyy}.");
    }

    /// <summary>Ends an assignment: the sheet goes back to whom the positions name.</summary>
    public void Withdraw(Actor by, int unitId, int? leaderId, DateTime at)
    {
        RequireAssigning(by, unitId, leaderId, null);
        var ended = Assignments.FirstOrDefault(row => row.UnitId == unitId);
        Require(ended is not null, "Bảng điểm này không được phân công riêng.");
        Assignments = [.. Assignments.Where(row => row.UnitId != unitId)];
        Remember(by, Permission.AssignAppraisers, YearAct.WithdrawAssignment, at, ended!.Appraiser.Name);
    }

    /// <summary>Notes that somebody does not appraise a sheet (ghi nhận không thẩm định): said by themselves or their unit, else by who assigns the appraiser of that sheet, so that nobody chooses their own.</summary>
    public void Declare(Actor by, int unitId, Appraiser appraiser, string reason, int? leaderId, DateTime at)
    {
        if (by.UserId != appraiser.PersonId && by.UnitId != appraiser.UnitId)
        {
            RequireAssigning(by, unitId, leaderId, "UnitId");
        }

        Require(appraiser.UnitId != unitId, "Không ai thẩm định bảng điểm của đơn vị mình; không cần ghi nhận.", "Appraiser");
        Require(Text.Clean(reason) is not null, "Nêu lý do không thẩm định.", "Reason");
        Require(!Conflicts.Any(row => row.IsInForce && row.UnitId == unitId && row.Appraiser == appraiser), "Đã ghi nhận không thẩm định bảng điểm này.", "Appraiser");
        Conflicts = [.. Conflicts, new(Conflicts.Count + 1, unitId, appraiser, Text.Clean(reason)!, by.UserName, at)];
        Assignments = [.. Assignments.Where(row => !Conflicts[^1].Concerns(row.UnitId, row.Appraiser.UnitId, row.Appraiser.PersonId))];
        Remember(by, Permission.AssignAppraisers, YearAct.DeclareConflict, at, $"{appraiser.Name}: {Text.Clean(reason)}");
    }

    /// <summary>The first of two persons asks to lift a conflict.</summary>
    public void AskToLift(Actor by, int number, string reason, DateTime at)
    {
        var conflict = InForce(by, number);
        Require(conflict.Asked is null, $"{conflict.Asked?.ByName} đã đề nghị gỡ; cần một người khác đồng ý.");
        Require(Text.Clean(reason) is not null, "Nêu lý do đề nghị gỡ.", "Reason");
        Replace(by, conflict with { Asked = new(by.UserId, by.UserName, Text.Clean(reason)!, at) }, YearAct.AskToLiftConflict, at, $"{conflict.Appraiser.Name}: {Text.Clean(reason)}");
    }

    /// <summary>The second person agrees; the bar is lifted. Neither who asked, nor whom it concerns.</summary>
    public void Lift(Actor by, int number, DateTime at)
    {
        var conflict = InForce(by, number);
        Require(conflict.Asked is not null, "Chưa có ai đề nghị gỡ.");
        if (conflict.Asked!.UserId == by.UserId)
        {
            throw new NotPermitted("Bạn là người đề nghị gỡ; cần một người khác đồng ý.");
        }

        Replace(by, conflict with { LiftedByName = by.UserName, LiftedAt = at }, YearAct.LiftConflict, at, conflict.Appraiser.Name);
    }

    /// <summary>The other of two persons does not agree: the conflict stays and may be asked about again.</summary>
    public void RefuseToLift(Actor by, int number, DateTime at)
    {
        var conflict = InForce(by, number);
        Require(conflict.Asked is not null, "Chưa có ai đề nghị gỡ.");
        Replace(by, conflict with { Asked = null }, YearAct.RefuseToLiftConflict, at, conflict.Appraiser.Name);
    }

    /// <summary>Whether this person may decide on lifting the conflict: not who is barred by it, nor who belongs to the sheet's unit.</summary>
    public static bool MayDecide(Actor by, AppraisalConflict conflict) =>
        by.Can(Permission.AssignAppraisers)
        && by.UserId != conflict.Appraiser.PersonId
        && by.UnitId != conflict.UnitId && !by.OwnOrganizationIds.Contains(conflict.UnitId)
        && (conflict.Appraiser.PersonId is not null || (by.UnitId != conflict.Appraiser.UnitId && !by.OwnOrganizationIds.Contains(conflict.Appraiser.UnitId)));

    /// <summary>Whether this person may say who appraises the unit's sheet.</summary>
    public static bool MayAssign(Actor by, int unitId, int? leaderId) =>
        by.Can(Permission.AssignAppraisers) && by.UnitId != unitId && !by.OwnOrganizationIds.Contains(unitId)
        && (unitId == leaderId || !by.Positions.Contains(Position.Deputy) || by.ActsForLeader(Permission.AssignAppraisers));

    private AppraisalConflict InForce(Actor by, int number)
    {
        var conflict = Conflicts.FirstOrDefault(row => row.Number == number && row.IsInForce);
        Require(conflict is not null, "Không còn ghi nhận này.");
        return MayDecide(by, conflict!) ? conflict! : throw new NotPermitted("Người hoặc đơn vị được ghi nhận không thẩm định, và đơn vị có bảng điểm, không tự gỡ ghi nhận đó; cơ quan khác có quyền phân công thực hiện.");
    }

    private void Replace(Actor by, AppraisalConflict changed, YearAct act, DateTime at, string what)
    {
        Conflicts = [.. Conflicts.Select(row => row.Number == changed.Number ? changed : row)];
        Remember(by, Permission.AssignAppraisers, act, at, what);
    }

    private static void RequireAssigning(Actor by, int unitId, int? leaderId, string? field)
    {
        RequireAssigning(by);
        Require(by.UnitId != unitId && !by.OwnOrganizationIds.Contains(unitId), "Không ai phân công thẩm định bảng điểm của đơn vị mình; bảng điểm của đơn vị trưởng do đơn vị phó, cơ quan thường trực hoặc cơ quan quản lý phân công.", field);
        Require(MayAssign(by, unitId, leaderId), "Đơn vị phó chỉ phân công thẩm định bảng điểm của đơn vị trưởng.", field);
    }

    private static void RequireAssigning(Actor by)
    {
        if (!by.CanInAnyWay(Permission.AssignAppraisers))
        {
            throw new NotPermitted($"{Labels.Of(Permission.AssignAppraisers)} do {Permissions.WhoCan(Permission.AssignAppraisers)} thực hiện.");
        }
    }
}
