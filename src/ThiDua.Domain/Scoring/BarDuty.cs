using ThiDua.Domain.Access;

namespace ThiDua.Domain.Scoring;

/// <summary>Who records, lifts and reads bars: the leader for the others, a deputy for the leader, the authority for all; nobody for their own unit, and none lifts what they recorded.</summary>
public sealed class BarDuty(IReadOnlyList<(int OrganizationId, Position Position, int Order)> positions)
{
    /// <summary>Why this person may record no bar for the unit; null where they may.</summary>
    public string? Refusal(Actor by, int unitId)
    {
        if (by.UnitId == unitId || by.OwnOrganizationIds.Contains(unitId))
        {
            return WhoCan + "Không ai ghi nhận hoặc gỡ bỏ cho đơn vị mình.";
        }

        var isTheirs = by.Positions.Contains(Position.Authority) || (by.UnitId is not null && AppraisalDuty.Responsible(unitId, positions) == by.UnitId);
        return by.Can(Permission.HoldResults) && isTheirs ? null
            : WhoCan + "Đơn vị trưởng ghi nhận cho các đơn vị khác, đơn vị phó ghi nhận cho đơn vị trưởng, cơ quan quản lý ghi nhận được cho mọi đơn vị.";
    }

    /// <summary>Why this person may not lift the bar; null where they may.</summary>
    public string? RefusalToLift(Actor by, int unitId, int recordedById) =>
        Refusal(by, unitId) ?? (by.UserId == recordedById ? WhoCan + "Người đã ghi nhận không tự gỡ bỏ được: việc gỡ bỏ cần người thứ hai." : null);

    private static string WhoCan => $"{Labels.Of(Permission.HoldResults)} do {Permissions.WhoCan(Permission.HoldResults)} thực hiện. ";

    public void Require(Actor by, int unitId)
    {
        if (Refusal(by, unitId) is { } refusal)
        {
            throw new NotPermitted(refusal);
        }
    }

    /// <summary>Before the draft results are published bars are known to the unit, to those who may record them, and to those who follow the whole year.</summary>
    public bool MayRead(Actor by, int unitId, RankingState? ranking) =>
        by.UnitId == unitId
        || (ranking is { } state && RankingWorkflow.Published.Contains(state))
        || by.Positions.Overlaps([Position.Authority, Position.StandingBody, Position.Observer])
        || (by.UnitId is not null && by.Can(Permission.HoldResults) && AppraisalDuty.Responsible(unitId, positions) == by.UnitId);
}
