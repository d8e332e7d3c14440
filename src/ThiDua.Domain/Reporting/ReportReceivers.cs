using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Reporting;

/// <summary>
/// Who receives a report, sends it back or gives more time: the leader of the members', the deputy or those above of the leader's own;
/// what the leader owes for the cluster, those above. Nobody does so for their own unit.
/// </summary>
public static class ReportReceivers
{
    public static string Refusal => $"{Permissions.Refusal(Permission.AcceptReports)} Không ai tiếp nhận, trả lại, gia hạn báo cáo của đơn vị mình; của đơn vị trưởng do đơn vị phó, cơ quan thường trực hoặc cơ quan quản lý, của các đơn vị khác do đơn vị trưởng thực hiện.";

    public static bool May(Actor by, int unitId, int? leaderId, OwedBy owedBy) =>
        by.Can(Permission.AcceptReports) && by.UnitId != unitId && !by.OwnOrganizationIds.Contains(unitId) && (owedBy == OwedBy.Leader ? IsAbove(by)
            : unitId == leaderId || by.Positions.Contains(Position.Leader) || by.ActsForLeader(Permission.AcceptReports));

    /// <summary>Whether the leader may record that those above received what it sent for the cluster (ghi nhận văn bản của cấp trên).</summary>
    public static bool MayRecordForThoseAbove(Actor by, int unitId, OwedBy owedBy) => owedBy == OwedBy.Leader && by.UnitId == unitId && by.Positions.Contains(Position.Leader) && by.Can(Permission.AcceptReports);

    public static void Require(Actor by, int unitId, int? leaderId, OwedBy owedBy)
    {
        if (!May(by, unitId, leaderId, owedBy))
        {
            throw new NotPermitted(Refusal);
        }
    }

    private static bool IsAbove(Actor by) => by.Positions.Contains(Position.Authority) || by.Positions.Contains(Position.StandingBody);
}
