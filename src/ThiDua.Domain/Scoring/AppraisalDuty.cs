using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;

namespace ThiDua.Domain.Scoring;

/// <summary>Who answers for the appraisal of one sheet (trách nhiệm thẩm định). Nobody appraises their own unit: the leader's sheet goes to the first deputy, then to the second, then to the standing body or the authority, unless an assignment (phân công) names another.</summary>
public sealed record AppraisalDuty
{
    private readonly bool _enteredByThisPerson;
    private readonly AppraisalDuties _duties;

    private AppraisalDuty(int unitId, AppraisalDuties duties, bool enteredByThisPerson) =>
        (ResponsibleUnitId, _duties, _enteredByThisPerson) = (duties.Responsible(unitId), duties, enteredByThisPerson);

    /// <summary>The unit that appraises; null: the standing body, or the authority itself.</summary>
    public int? ResponsibleUnitId { get; }

    /// <summary>Whether sheets that were not submitted are scored from the facts now.</summary>
    public bool ScoresFacts { get; init; }

    /// <param name="unitId">The unit whose sheet it is.</param>
    /// <param name="duties">Who appraises whom in the year.</param>
    /// <param name="enteredByThisPerson">Whether the person acting wrote a line of this sheet for the unit, under any office.</param>
    public static AppraisalDuty For(int unitId, AppraisalDuties duties, bool enteredByThisPerson) => new(unitId, duties, enteredByThisPerson);

    /// <summary>The meeting that scores; null: a unit appraises.</summary>
    public MeetingScoring? Meeting => _duties.Meeting;

    /// <summary>The person as entries name them: in a meeting it is the meeting that scores, not its secretary's unit.</summary>
    public Actor Recorder(Actor by) => Meeting is { } meeting && by.UserId == meeting.SecretaryId ? by with { UserName = meeting.InWords } : by;

    /// <summary>By position alone.</summary>
    public static AppraisalDuty For(int unitId, IEnumerable<PositionHeld> positions, bool enteredByThisPerson) =>
        For(unitId, AppraisalDuties.Of(positions.Select(row => (row.OrganizationId, row.Position, row.Order))), enteredByThisPerson);

    /// <summary>The unit that appraises by position alone; null where none of leader and deputies may.</summary>
    public static int? Responsible(int unitId, IReadOnlyList<(int OrganizationId, Position Position, int Order)> positions) => AppraisalDuties.Of(positions).Responsible(unitId);

    /// <summary>Whether this person may appraise the unit's sheet now.</summary>
    public bool Allows(Actor by, int unitId) => Refusal(by, unitId) is null;

    /// <summary>Why not, in words that say who can; null when allowed.</summary>
    public string? Refusal(Actor by, int unitId)
    {
        if (Meeting is { } meeting)
        {
            return by.UserId == meeting.SecretaryId && by.Can(Permission.AppraiseScores) ? null : $"Các bảng điểm được chấm tại {meeting.Name}; thư ký {meeting.SecretaryName} ghi.";
        }

        if (by.UnitId == unitId || by.OwnOrganizationIds.Contains(unitId))
        {
            return "Không ai được thẩm định bảng điểm của đơn vị mình.";
        }

        if (_enteredByThisPerson)
        {
            return "Người đã nhập số liệu của bảng này ở cương vị khác không được thẩm định.";
        }

        if (!by.Can(Permission.AppraiseScores))
        {
            return $"Việc thẩm định do {Permissions.WhoCan(Permission.AppraiseScores)} thực hiện.";
        }

        if (_duties.ConflictOf(by, unitId) is { } conflict)
        {
            return $"Đã ghi nhận {conflict.Appraiser.Name} không thẩm định bảng điểm này: {conflict.Reason}";
        }

        if (_duties.AssignmentOf(unitId)?.Appraiser is { PersonId: { } person } appraiser && person != by.UserId)
        {
            return $"Bảng điểm này được phân công cho {appraiser.Name} thẩm định.";
        }

        var isResponsible = ResponsibleUnitId is { } unit
            ? by.ActsFor(unit, Permission.AppraiseScores)
            : by.Positions.Contains(Position.StandingBody) || by.Positions.Contains(Position.Authority);
        return isResponsible ? null : "Bảng điểm này do đơn vị khác chịu trách nhiệm thẩm định.";
    }

    /// <summary>Why not at one's desk; while a meeting scores, nobody appraises a sheet apart from it.</summary>
    public string? RefusalOutsideMeeting(Actor by, int unitId) =>
        Meeting is { } meeting ? $"Các bảng điểm được chấm tại {meeting.Name}; thư ký {meeting.SecretaryName} ghi ở trang Chấm tại cuộc họp." : Refusal(by, unitId);

    /// <summary>Whether this person may appraise the unit's sheet on its own page; while a meeting scores, nobody.</summary>
    public bool AllowsAtDesk(Actor by, int unitId) => RefusalOutsideMeeting(by, unitId) is null;

    public void Require(Actor by, int unitId)
    {
        if (Refusal(by, unitId) is { } refusal)
        {
            throw new NotPermitted(refusal);
        }
    }
}
