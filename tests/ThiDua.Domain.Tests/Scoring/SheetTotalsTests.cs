using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class SheetTotalsTests
{
    private static readonly SchemeTree Tree = new(Schemes.Small());

    [Fact]
    public void The_total_is_content_plus_bonus_less_deductions()
    {
        var totals = Tree.Totals(Schemes.Results((2, 10.25m), (3, 8), (5, 1), (6, 0.5m), (8, -4)), NotAssignedPolicy.ReduceBase);
        totals.Normal.ShouldBe(18.25m);
        totals.Bonus.ShouldBe(1.5m);
        totals.Deductions.ShouldBe(4);
        totals.Total.ShouldBe(15.75m);
        totals.AssignedMax.ShouldBe(25);
        totals.Percent.ShouldBe(63);
        totals.ByNode[7].ShouldBe(-4);
    }

    [Fact]
    public void S2_Bonus_stops_at_its_cap_and_so_does_a_capped_deduction()
    {
        var capped = new SchemeTree(Schemes.Small(deductionCap: 3));
        var totals = capped.Totals(Schemes.Results((2, 12), (5, 4), (6, 3), (8, -4)), NotAssignedPolicy.ReduceBase);
        totals.Bonus.ShouldBe(5);
        totals.Deductions.ShouldBe(3);
        totals.Total.ShouldBe(14);
    }

    [Fact]
    public void S2_A_total_is_never_below_zero()
    {
        var totals = Tree.Totals(Schemes.Results((2, 1), (8, -40)), NotAssignedPolicy.ReduceBase);
        totals.Total.ShouldBe(0);
        totals.Deductions.ShouldBe(40);
        totals.Percent.ShouldBe(0);
    }

    [Fact]
    public void S2_A_sheet_of_zeros_is_complete_and_an_empty_line_is_not()
    {
        Tree.Unfilled(Schemes.Results((2, 0), (3, 0))).ShouldBeEmpty();
        Tree.Unfilled(Schemes.Results((2, 0), (3, null))).Select(leaf => leaf.Code).ShouldBe(["A.2"]);
        Tree.Unfilled(new Dictionary<int, LeafResult> { [2] = new(null, NotAssigned: true), [3] = new(1) }).ShouldBeEmpty();
    }

    [Fact]
    public void S2_What_is_not_assigned_reduces_the_base()
    {
        var nodes = new List<SchemeNode>
        {
            new(1, null, 1, "A", "Nội dung", 1000, CriterionKind.Normal, null),
            new(2, 1, 1, "A.1", "Một", 990, CriterionKind.Normal, Schemes.Judged),
            new(3, 1, 2, "A.2", "Hai", 10, CriterionKind.Normal, Schemes.Judged),
        };
        var leaves = new Dictionary<int, LeafResult> { [2] = new(871.20m), [3] = new(5, NotAssigned: true) };
        var totals = new SchemeTree(nodes).Totals(leaves, NotAssignedPolicy.ReduceBase);
        totals.Total.ShouldBe(871.20m);
        totals.AssignedMax.ShouldBe(990);
        totals.Percent.ShouldBe(88.00m);
        totals.PercentOf(1).ShouldBe(88.00m);
        totals.PercentOf(3).ShouldBeNull();
    }

    [Fact]
    public void S2_What_is_not_assigned_may_give_full_points()
    {
        var leaves = new Dictionary<int, LeafResult> { [2] = new(null, true), [3] = new(4), [5] = new(null, true), [8] = new(null, true) };
        var totals = Tree.Totals(leaves, NotAssignedPolicy.FullPoints);
        totals.Total.ShouldBe(16);
        totals.AssignedMax.ShouldBe(25);
    }

    [Fact]
    public void S2_What_is_not_assigned_may_bring_the_points_of_the_comparison()
    {
        var leaves = new Dictionary<int, LeafResult> { [2] = new(9, true), [3] = new(4) };
        Tree.Totals(leaves, NotAssignedPolicy.BestOfUnitsWithoutTarget).ShouldSatisfyAllConditions(
            totals => totals.Total.ShouldBe(13), totals => totals.AssignedMax.ShouldBe(25));
    }

    [Fact]
    public void S2_The_cap_of_a_bonus_shrinks_only_where_the_assigned_leaves_offer_less()
    {
        Assigned(6).ShouldBe(24);
        Assigned(5).ShouldBe(23);
        static decimal Assigned(int notAssigned) =>
            Tree.Totals(new Dictionary<int, LeafResult> { [notAssigned] = new(null, true) }, NotAssignedPolicy.ReduceBase).AssignedMax;
    }

    [Fact]
    public void A_sheet_where_nothing_is_assigned_has_no_percent_and_does_not_fail()
    {
        var leaves = new[] { 2, 3, 5, 6, 8 }.ToDictionary(leaf => leaf, _ => new LeafResult(null, true));
        Tree.Totals(leaves, NotAssignedPolicy.ReduceBase).ShouldSatisfyAllConditions(
            totals => totals.AssignedMax.ShouldBe(0), totals => totals.Percent.ShouldBe(0));
    }
}
