using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class HonourPlacesTests
{
    private static readonly DateTime Now = new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly BarDuty Duty = new([(1, Position.Leader, 1), (2, Position.Deputy, 1)]);

    [Fact]
    public void S4_The_next_moves_up_past_a_barred_unit_whose_points_and_rank_stay()
    {
        var rows = Results(Unit(1, 95) with { Bars = [ABar(BarEffect.Honour)] }, Unit(2, 90), Unit(3, 80)).Compute();
        rows.Select(row => row.Place.Rank).ShouldBe([1, 2, 3]);
        rows.Select(row => row.Totals.Total).ShouldBe([95, 90, 80]);
        rows.Select(row => row.Honour.Place).ShouldBe([null, 1, 2]);
        rows[0].Notes().ShouldBe(["Không xét suy tôn: Lãnh đạo bị kỷ luật (văn bản số 9/QĐ ngày 01/11/2020 của Tỉnh ủy; theo Điều 9 Quy chế)."]);
        rows[1].Notes().ShouldBe(["Được xét suy tôn ở vị trí thứ 1 vì có đơn vị xếp trên không được xét."]);
        rows[2].Notes().ShouldBe(["Được xét suy tôn ở vị trí thứ 2 vì có đơn vị xếp trên không được xét."]);
        Adoption.Default(["Nhất", "Nhì"], Results(Unit(1, 95) with { Bars = [ABar(BarEffect.Honour)] }, Unit(2, 90), Unit(3, 80))).Select(row => row.Honour).ShouldBe([null, "Nhất", "Nhì"]);
    }

    [Fact]
    public void A_bar_from_something_else_moves_nobody() =>
        Results(Unit(1, 95) with { Bars = [ABar(BarEffect.Commendation)] }, Unit(2, 90)).Compute().Select(row => row.Honour.Place).ShouldBe([1, 2]);

    [Fact]
    public void S4_A_tie_is_no_tie_for_honours_where_all_but_one_are_barred()
    {
        var rows = Results(Unit(1, 90) with { Bars = [ABar(BarEffect.Honour)] }, Unit(2, 90), Unit(3, 80)).Compute();
        rows.Select(row => row.Place.Rank).ShouldBe([1, 1, 3]);
        rows.Single(row => row.Unit.UnitId == 2).Honour.ShouldBe(new(1, false));
        Results(Unit(1, 90), Unit(2, 90), Unit(3, 80)).Compute().Select(row => row.Honour).ShouldBe([new(1, true), new(1, true), new(3, false)]);
    }

    [Fact]
    public void S3_The_order_of_units_and_the_way_through_JSON_change_nothing()
    {
        UnitResult[] units = [Unit(1, 90) with { Bars = [ABar(BarEffect.Honour), ABar(BarEffect.Classification)] }, Unit(2, 90), Unit(3, 95), Unit(4, 70)];
        var rows = Results(units).Compute();
        var again = ResultSnapshot.FromJson(Results([.. units.Reverse()]).ToJson()).Compute();
        again.Select(row => (row.Unit.UnitId, row.Place, row.Honour)).ShouldBe(rows.Select(row => (row.Unit.UnitId, row.Place, row.Honour)));
        again.SelectMany(row => row.Notes()).ShouldBe(rows.SelectMany(row => row.Notes()));
    }

    [Fact]
    public void The_leader_records_for_the_others_a_deputy_for_the_leader_the_authority_for_all_and_nobody_for_their_own()
    {
        string Who(int unit) => string.Concat(new[] { Acting(1, Position.Leader), Acting(2, Position.Deputy), Acting(3, Position.Member), Acting(9, Position.Authority) }.Select(by => Duty.Refusal(by, unit) is null ? "1" : "0"));
        (Who(1), Who(2), Who(3)).ShouldBe(("0101", "1001", "1001"));
        Should.Throw<NotPermitted>(() => new ResultBar(Acting(1, Position.Leader), Duty, 1, ABar(BarEffect.Honour), Now));
    }

    [Fact]
    public void A4_A_bar_is_lifted_by_another_person_than_who_recorded_it()
    {
        var bar = new ResultBar(Acting(1, Position.Leader, userId: 5), Duty, 3, ABar(BarEffect.Honour), Now);
        Should.Throw<NotPermitted>(() => bar.Lift(Acting(1, Position.Leader, userId: 5), Duty, new(Now, "Đã có kết luận"))).Message.ShouldContain("người thứ hai");
        Should.Throw<NotPermitted>(() => bar.Lift(Acting(3, Position.Member, userId: 6), Duty, new(Now, "Đã có kết luận")));
        Should.Throw<RuleViolation>(() => bar.Lift(Acting(1, Position.Leader, userId: 6), Duty, new(Now, " ")));
        bar.Lift(Acting(1, Position.Leader, userId: 6), Duty, new(Now, "Đã có kết luận"));
        bar.State.ShouldBe(BarState.Lifted);
        bar.History.Select(step => step.Step).ShouldBe(["Record", "Lift"]);
    }

    [Fact]
    public void A_bar_needs_what_it_touches_a_rule_a_reason_and_a_day_that_has_come()
    {
        var by = Acting(1, Position.Leader);
        Should.Throw<RuleViolation>(() => new ResultBar(by, Duty, 3, ABar(), Now)).Field.ShouldBe("Touches");
        Should.Throw<RuleViolation>(() => new ResultBar(by, Duty, 3, ABar(BarEffect.Honour) with { Rule = " " }, Now)).Field.ShouldBe("Rule");
        Should.Throw<RuleViolation>(() => new ResultBar(by, Duty, 3, ABar(BarEffect.Honour) with { Reason = "" }, Now)).Field.ShouldBe("Reason");
        Should.Throw<RuleViolation>(() => new ResultBar(by, Duty, 3, ABar(BarEffect.Honour) with { FromOn = new(2020, 12, 2) }, Now)).Field.ShouldBe("FromOn");
    }

    private static Actor Acting(int unit, Position position, int userId = 1) => new(userId, "Người thử", 1, "Cương vị", unit, Capacity.Clerk)
    {
        ClusterYearId = 1,
        UnitId = position == Position.Authority ? null : unit,
        OwnOrganizationIds = new HashSet<int> { unit },
        Positions = new HashSet<Position> { position },
    };

    private static Bar ABar(params BarEffect[] touches) => new(7, BarKind.Discipline, touches, new(2020, 11, 1), "Điều 9 Quy chế", "Lãnh đạo bị kỷ luật", new("9/QĐ", new(2020, 11, 1), "Tỉnh ủy", ""));

    private static UnitResult Unit(int id, decimal points) => new(id, $"Đơn vị {id}", null, new Dictionary<int, LeafResult> { [2] = new(points) });

    private static ResultSnapshot Results(params UnitResult[] units) =>
        new(RankBy.Points, [], NotAssignedPolicy.ReduceBase, [new(1, null, 1, "I", "Mục", 100, CriterionKind.Normal, null), new(2, 1, 1, "I.1", "Tiêu chí", 100, CriterionKind.Normal, new JudgedRule(1))], units);
}
