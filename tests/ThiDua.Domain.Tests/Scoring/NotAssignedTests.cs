using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class NotAssignedTests
{
    private const int Leader = 1;
    private const int Deputy = 2;
    private const int Member = 3;
    private static readonly DateTime Now = new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly (int OrganizationId, Position Position, int Order)[] Usual = [(Leader, Position.Leader, 1), (Deputy, Position.Deputy, 1)];

    private static Actor Of(int unit) => new(100 + unit, $"Người {unit}", 1, "Chuyên viên", unit, Capacity.Clerk)
    {
        ClusterYearId = 1,
        UnitId = unit,
        Positions = new HashSet<Position> { Position.Member, unit == Leader ? Position.Leader : unit == Deputy ? Position.Deputy : Position.Member },
        OwnOrganizationIds = new HashSet<int> { unit },
    };

    private static (ScoreSheet Sheet, Criterion Leaf, ScoreEntry Cell) ALine(int unit = Member, ScoringRule? rule = null, NotAssignedPolicy policy = NotAssignedPolicy.ReduceBase, CriterionKind kind = CriterionKind.Normal)
    {
        var by = Of(Leader) with { Capacity = Capacity.Head };
        var scheme = new ScoringScheme(by, 1, new("Bảng tiêu chí", 40) { NotAssigned = policy });
        var leaf = scheme.AddCriterion(by, null, new("I", "Một tiêu chí", kind, 40, rule ?? new ProportionalRule()));
        var sheet = new ScoreSheet(by, scheme, unit, $"Đơn vị {unit}");
        return (sheet, leaf, new ScoreEntry(sheet, leaf.Id));
    }

    private static AppraisalDuty DutyFor(int unit) => AppraisalDuty.For(unit, AppraisalDuties.Of(Usual), enteredByThisPerson: false);

    private static LeafAssignment Asked(ScoreSheet sheet, Criterion leaf, NotAssignedPolicy policy = NotAssignedPolicy.ReduceBase)
    {
        var assignment = new LeafAssignment(sheet, leaf.Id);
        assignment.Ask(Of(sheet.UnitId), sheet, leaf, policy, new(Now, "Không có biên giới"));
        return assignment;
    }

    [Fact]
    public void The_unit_asks_with_a_reason_and_the_leader_answers()
    {
        var (sheet, leaf, _) = ALine();
        Should.Throw<RuleViolation>(() => new LeafAssignment(sheet, leaf.Id).Ask(Of(Member), sheet, leaf, NotAssignedPolicy.ReduceBase, new(Now, " ")));
        var assignment = Asked(sheet, leaf);
        Should.Throw<RuleViolation>(() => assignment.Decide(Of(Leader), sheet, DutyFor(Member), leaf, accept: false, new(Now))).Message.ShouldContain("lý do");
        assignment.Decide(Of(Leader), sheet, DutyFor(Member), leaf, accept: false, new(Now, "Tỉnh có cửa khẩu"));
        (assignment.State, assignment.Answer).ShouldBe((AssignmentState.AskRefused, "Tỉnh có cửa khẩu"));
        assignment.Ask(Of(Member), sheet, leaf, NotAssignedPolicy.ReduceBase, new(Now, "Cửa khẩu đã đóng"));
        assignment.Decide(Of(Leader), sheet, DutyFor(Member), leaf, accept: true, new(Now));
        assignment.State.ShouldBe(AssignmentState.NotAssigned);
        sheet.History.Select(step => step.Step).ShouldBe([nameof(AssignmentStep.AskNotAssigned), nameof(AssignmentStep.RefuseNotAssigned), nameof(AssignmentStep.AskNotAssigned), nameof(AssignmentStep.AcceptNotAssigned)]);
        sheet.History.ShouldAllBe(step => step.Reason!.StartsWith("I. Một tiêu chí"));
    }

    [Fact]
    public void Nobody_decides_for_the_own_unit_and_the_leaders_ask_goes_to_the_deputy()
    {
        var (sheet, leaf, _) = ALine(Leader);
        var assignment = Asked(sheet, leaf);
        Should.Throw<NotPermitted>(() => assignment.Decide(Of(Leader), sheet, DutyFor(Leader), leaf, accept: true, new(Now)));
        Should.Throw<NotPermitted>(() => assignment.Set(Of(Leader), sheet, DutyFor(Leader), leaf, NotAssignedPolicy.ReduceBase, new(Now, "Không giao")));
        assignment.Decide(Of(Deputy), sheet, DutyFor(Leader), leaf, accept: true, new(Now));
        assignment.State.ShouldBe(AssignmentState.NotAssigned);
        var (other, line, _) = ALine();
        Should.Throw<NotPermitted>(() => Asked(other, line).Decide(Of(Deputy), other, DutyFor(Member), line, accept: true, new(Now)));
    }

    [Fact]
    public void A_unit_asks_only_for_itself_and_only_before_it_submits()
    {
        var (sheet, leaf, _) = ALine();
        Should.Throw<NotPermitted>(() => new LeafAssignment(sheet, leaf.Id).Ask(Of(Deputy), sheet, leaf, NotAssignedPolicy.ReduceBase, new(Now, "Lý do")));
        sheet.Submit(Of(Member) with { Capacity = Capacity.Head }, new(Now), []);
        Should.Throw<RuleViolation>(() => Asked(sheet, leaf));
    }

    [Fact]
    public void A_deduction_is_not_assigned_anyway_and_without_target_only_what_has_one_compares()
    {
        var (sheet, deduction, _) = ALine(kind: CriterionKind.Deduction, rule: new PerOccurrenceRule(2));
        Should.Throw<RuleViolation>(() => Asked(sheet, deduction));
        var (judged, leaf, _) = ALine(rule: new JudgedRule(1), policy: NotAssignedPolicy.BestOfUnitsWithoutTarget);
        Should.Throw<RuleViolation>(() => Asked(judged, leaf, NotAssignedPolicy.BestOfUnitsWithoutTarget));
        Asked(judged, leaf).State.ShouldBe(AssignmentState.Asked);
    }

    [Theory]
    [InlineData(NotAssignedPolicy.ReduceBase, 60, 60, 100)]
    [InlineData(NotAssignedPolicy.FullPoints, 100, 100, 100)]
    [InlineData(NotAssignedPolicy.BestOfUnitsWithoutTarget, 90, 100, 90)]
    public void S2_What_is_not_assigned_counts_as_the_scheme_says(NotAssignedPolicy policy, int total, int assigned, int percent)
    {
        SchemeNode[] nodes = [new(1, null, 1, "I", "Mục", 100, CriterionKind.Normal, null), new(2, 1, 1, "I.1", "Giao", 60, CriterionKind.Normal, Schemes.Judged), new(3, 1, 2, "I.2", "Không giao", 40, CriterionKind.Normal, new ProportionalRule())];
        var leaves = new NotAssignedLeaves(policy, new HashSet<int> { 3 });
        var totals = new SchemeTree(nodes).Totals(leaves.Results([new(2, 60m), new(3, policy == NotAssignedPolicy.BestOfUnitsWithoutTarget ? 30m : null)]), policy);
        (totals.Total, totals.AssignedMax, totals.Percent).ShouldBe((total, assigned, percent));
    }

    [Fact]
    public void S2_A_leaf_that_nobody_wrote_is_still_not_assigned() =>
        new NotAssignedLeaves(NotAssignedPolicy.ReduceBase, new HashSet<int> { 3 }).Results([new(2, 60m)])[3].NotAssigned.ShouldBeTrue();

    [Fact]
    public void S2_Units_with_a_smaller_base_are_ranked_by_percent_of_what_was_assigned()
    {
        var terms = new SchemeTerms("Bảng tiêu chí", 100) { RankBy = RankBy.Points };
        SchemeNode[] nodes = [new(1, null, 1, "I", "Mục", 100, CriterionKind.Normal, null), new(2, 1, 1, "I.1", "Giao", 60, CriterionKind.Normal, Schemes.Judged), new(3, 1, 2, "I.2", "Không giao", 40, CriterionKind.Normal, Schemes.Judged)];
        UnitResult Unit(int id, params (int Leaf, LeafResult Result)[] leaves) => new(id, $"Đơn vị {id}", null, leaves.ToDictionary(leaf => leaf.Leaf, leaf => leaf.Result));
        var snapshot = ResultSnapshot.Of(terms, nodes, [Unit(1, (2, new(55)), (3, new(38))), Unit(2, (2, new(57)), (3, new(null, NotAssigned: true)))]);
        snapshot.RankBy.ShouldBe(RankBy.Percent);
        snapshot.Compute().Select(row => (row.Unit.UnitId, row.Totals.Percent, row.Place.Rank)).ShouldBe([(2, 95m, 1), (1, 93m, 2)]);
        ResultSnapshot.Of(terms, nodes, [Unit(1, (2, new(55)))]).RankBy.ShouldBe(RankBy.Points);
        ResultSnapshot.Of(terms, nodes, [Unit(1, (2, new(55)), (9, new(null, NotAssigned: true)))]).RankBy.ShouldBe(RankBy.Points, "an amendment removed that leaf");
    }

    [Fact]
    public void S2_Without_target_the_result_waits_for_the_other_units_and_is_compared_with_the_best()
    {
        var (sheet, leaf, cell) = ALine(policy: NotAssignedPolicy.BestOfUnitsWithoutTarget);
        cell.Enter(Of(Member), new(new(Achieved: 30), null), leaf, Now, LeafScoring.WithoutTarget).Problem.ShouldBeNull();
        cell.Points.ShouldBeNull();
        PointsNow.Of(leaf.Node(), new(cell.Values, null, false), Member, null, LeafScoring.WithoutTarget).Problem.ShouldBeNull();
        var byUnit = ScoringWithoutTarget.Compute(40, new Dictionary<int, LineValues> { [Member] = cell.Values, [Deputy] = new(Achieved: 40) });
        (byUnit[Member].Points, byUnit[Deputy].Points).ShouldBe((30m, 40m));
        AppraisalOfLine.CanBeAccepted(leaf, cell, LeafScoring.WithoutTarget).ShouldBeTrue();
        Should.Throw<RuleViolation>(() => cell.Enter(Of(Member), new(new(Achieved: 30), null), leaf, Now, LeafScoring.NotScored));
        sheet.ShouldNotBeNull();
    }
}
