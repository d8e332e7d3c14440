using ThiDua.Domain.Access;
using static ThiDua.Domain.RuleViolation;

namespace ThiDua.Domain.Clusters;

// Members that merge in the middle of the year.
public sealed partial class ClusterYear
{
    /// <summary>Members merge into an organization from a day on (sáp nhập): it takes one place, with the highest position that one of them held, or they stay ranked for their time.</summary>
    public void Merge(Actor by, IReadOnlyList<int> predecessorIds, int successorId, string successorName, DateOnly fromOn, MergerOutcome outcome, DocumentReference document, DateTime at)
    {
        RequireSetUp(by);
        var merging = _members.Where(row => row.ToOn is null && predecessorIds.Contains(row.OrganizationId) && row.OrganizationId != successorId).ToList();
        Require(merging.Count > 0, "Chọn ít nhất một đơn vị thành viên được sáp nhập, khác đơn vị mới.", "Predecessors");
        var held = _positions.Where(row => row.ToOn is null && merging.Exists(member => member.OrganizationId == row.OrganizationId)).OrderBy(Rank).ToList();
        Require(outcome == MergerOutcome.TakesPlace || held.Count == 0, "Đơn vị đang là trưởng hoặc phó của cụm, khối; hãy cử đơn vị khác trước.", "Predecessors");
        Require(held.TrueForAll(row => row.FromOn < fromOn), "Ngày sáp nhập phải sau ngày được cử làm trưởng, phó.", "FromOn");
        foreach (var member in merging)
        {
            member.End(by, fromOn.AddDays(-1), document);
            member.MergeInto(successorId, staysRanked: outcome == MergerOutcome.ScoredToDate);
        }

        held.ForEach(row => row.End(by, fromOn.AddDays(-1), document));
        if (outcome == MergerOutcome.TakesPlace)
        {
            TakePlace(successorId, successorName, fromOn, document);
            held.Take(1).ToList().ForEach(highest => Inherit(by, highest, successorId, fromOn, document));
        }

        Remember(by, Permission.SetUpYear, YearAct.MergeMembers, at, $"{string.Join(", ", merging.Select(row => row.NameThen))} sáp nhập vào {successorName} từ ngày {fromOn:dd/MM/yyyy}, {Source(document)}.");
    }

    private void TakePlace(int successorId, string successorName, DateOnly fromOn, DocumentReference document)
    {
        if (!_members.Exists(row => row.OrganizationId == successorId && row.ToOn is null))
        {
            _members.Add(new Membership(this, successorId, successorName, fromOn, document));
        }
    }

    // One unit holds one position: the higher of its own and the inherited one.
    private void Inherit(Actor by, PositionHeld highest, int successorId, DateOnly fromOn, DocumentReference document)
    {
        var own = _positions.Find(row => row.OrganizationId == successorId && row.ToOn is null);
        if (own is not null && Rank(own).CompareTo(Rank(highest)) < 0)
        {
            return;
        }

        Require(own is null || own.FromOn < fromOn, $"Ngày sáp nhập phải sau ngày {own?.FromOn:dd/MM/yyyy}, ngày đơn vị mới được cử giữ vị trí hiện nay.", "FromOn");
        own?.End(by, fromOn.AddDays(-1), document);
        _positions.Add(new PositionHeld(this, successorId, highest.Position, highest.Order, fromOn, document));
    }

    private static (Position Position, int Order) Rank(PositionHeld row) => (row.Position, row.Order);
}
