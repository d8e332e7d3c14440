using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

/// <content>The leader lets a deputy act for it.</content>
public sealed partial class ClusterYear
{
    private readonly List<Delegation> _delegations = [];

    public IReadOnlyList<Delegation> Delegations => _delegations;

    /// <summary>The leader lets a deputy act for it (ủy quyền), in the portal or by signed paper.</summary>
    public void Delegate(Actor by, int deputyId, IReadOnlyList<Permission> scope, DateOnly fromOn, DateOnly toOn, DocumentReference document, DateTime at)
    {
        var leader = RequireLeader(by);
        Require(_positions.Exists(row => row is { ToOn: null, Position: Position.Deputy } && row.OrganizationId == deputyId), "Chỉ ủy quyền cho đơn vị phó.", "DeputyId");
        Require(scope.Count > 0 && scope.All(Delegation.Delegable.Contains), "Chọn ít nhất một việc được ủy quyền.", "Scope");
        Require(fromOn <= toOn, "Ngày kết thúc không được trước ngày bắt đầu.", "ToOn");
        _delegations.Add(new(this, leader, deputyId, [.. scope.Distinct()], fromOn, toOn, document));
        Remember(by, Permission.DelegateLeadership, YearAct.Delegate, at, $"Từ {fromOn:dd/MM/yyyy} đến hết {toOn:dd/MM/yyyy}, {Source(document)}: {string.Join("; ", scope.Distinct().Select(permission => Labels.Of(permission)))}.");
    }

    /// <summary>Ends a delegation before its last day (chấm dứt ủy quyền).</summary>
    public void EndDelegation(Actor by, int delegationId, DateOnly lastOn, DocumentReference document, DateTime at)
    {
        RequireLeader(by);
        var delegation = _delegations.Find(row => row.Id == delegationId) ?? throw new RuleViolation("Không có ủy quyền này.");
        delegation.End(lastOn, document);
        Remember(by, Permission.DelegateLeadership, YearAct.EndDelegation, at, $"Hết ngày {lastOn:dd/MM/yyyy}, {Source(document)}.");
    }

    private static string Source(DocumentReference document) => $"theo văn bản số {document.Number} ngày {document.IssuedOn:dd/MM/yyyy}";

    private int RequireLeader(Actor by)
    {
        if (!by.CanInAnyWay(Permission.DelegateLeadership) || by.UnitId is not { } unit)
        {
            throw new NotPermitted($"{Labels.Of(Permission.DelegateLeadership)} do {Permissions.WhoCan(Permission.DelegateLeadership)} thực hiện.");
        }

        Require(Stage != ClusterYearStage.Concluded, "Năm thi đua đã kết thúc.");
        return unit;
    }
}
