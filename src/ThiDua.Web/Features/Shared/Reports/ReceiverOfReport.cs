using ThiDua.Domain.Planning;
using ThiDua.Web.Access;

namespace ThiDua.Web.Features.Shared.Reports;

/// <summary>Who receives a unit's report, in words.</summary>
internal static class ReceiverOfReport
{
    public static string InWords(EnteredYear year, OwedBy owedBy, int unitId) =>
        owedBy == OwedBy.Leader ? "cơ quan thường trực, cơ quan quản lý"
        : unitId != year.LeaderId ? year.LeaderId is { } leader && year.MemberNames.TryGetValue(leader, out var name) ? name : $"đơn vị {year.LeaderTitle}"
        : year.HasDeputy ? $"đơn vị {year.DeputyTitle}" : "cơ quan thường trực";
}
