using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring.Appraisal;

public sealed class AppraisalDutyTests
{
    private const int Leader = 1;
    private const int Deputy = 2;
    private const int SecondDeputy = 3;
    private const int Member = 4;
    private const int StandingBody = 9;

    private static readonly (int OrganizationId, Position Position, int Order)[] Usual =
        [(SecondDeputy, Position.Deputy, 2), (Deputy, Position.Deputy, 1), (Leader, Position.Leader, 1)];

    [Theory]
    [InlineData(Member, Leader)]
    [InlineData(Deputy, Leader)]
    [InlineData(SecondDeputy, Leader)]
    [InlineData(Leader, Deputy)]
    public void The_leader_appraises_all_but_itself_which_falls_to_the_first_deputy(int unit, int responsible) =>
        AppraisalDuties.Of(Usual).Responsible(unit).ShouldBe(responsible);

    [Fact]
    public void Without_a_first_deputy_the_second_has_the_leaders_sheet() =>
        AppraisalDuties.Of([(Leader, Position.Leader, 1), (SecondDeputy, Position.Deputy, 2)]).Responsible(Leader).ShouldBe(SecondDeputy);

    [Fact]
    public void Without_a_leader_the_second_deputy_has_the_first_ones_sheet() =>
        AppraisalDuties.Of([(Deputy, Position.Deputy, 1), (SecondDeputy, Position.Deputy, 2)]).Responsible(Deputy).ShouldBe(SecondDeputy);

    [Fact]
    public void Without_any_deputy_the_standing_body_or_the_authority_has_the_leaders_sheet()
    {
        var duty = AppraisalDuty.For(Leader, AppraisalDuties.Of([(Leader, Position.Leader, 1)]), enteredByThisPerson: false);
        duty.ResponsibleUnitId.ShouldBeNull();
        duty.Allows(Outside(Position.StandingBody), Leader).ShouldBeTrue();
        duty.Allows(Outside(Position.Authority), Leader).ShouldBeTrue();
        duty.Allows(Outside(Position.Observer), Leader).ShouldBeFalse();
        duty.Allows(Of(Leader, Position.Leader), Leader).ShouldBeFalse();
    }

    [Fact]
    public void The_deputy_has_the_leaders_sheet_and_no_other()
    {
        var deputy = Of(Deputy, Position.Deputy);
        int[] units = [Leader, Deputy, SecondDeputy, Member];
        units.Where(unit => AppraisalDuty.For(unit, AppraisalDuties.Of(Usual), enteredByThisPerson: false).Allows(deputy, unit)).ShouldBe([Leader]);
    }

    [Fact]
    public void The_standing_body_has_nothing_while_leader_and_deputy_are_there() =>
        AppraisalDuty.For(Leader, AppraisalDuties.Of(Usual), enteredByThisPerson: false).Allows(Outside(Position.StandingBody), Leader).ShouldBeFalse();

    [Fact]
    public void Whoever_also_belongs_to_the_unit_may_not_under_any_office() =>
        AppraisalDuty.For(Leader, AppraisalDuties.Of(Usual), enteredByThisPerson: false)
            .Refusal(Of(Deputy, Position.Deputy) with { OwnOrganizationIds = new HashSet<int> { Deputy, Leader } }, Leader)
            .ShouldBe("Không ai được thẩm định bảng điểm của đơn vị mình.");

    [Fact]
    public void Whoever_entered_the_sheet_may_not_under_any_office() =>
        AppraisalDuty.For(Member, AppraisalDuties.Of(Usual), enteredByThisPerson: true).Refusal(Of(Leader, Position.Leader), Member)!.ShouldContain("đã nhập số liệu");

    [Fact]
    public void A_registrar_of_the_responsible_unit_may_not() =>
        AppraisalDuty.For(Member, AppraisalDuties.Of(Usual), enteredByThisPerson: false).Refusal(Of(Leader, Position.Leader) with { Capacity = Capacity.Registrar }, Member)!.ShouldContain("chuyên viên");

    private static Actor Of(int unit, Position position) => new(100 + unit, "Người", 1, "Chuyên viên", unit, Capacity.Clerk)
    {
        UnitId = unit,
        Positions = new HashSet<Position> { position, Position.Member },
        OwnOrganizationIds = new HashSet<int> { unit },
    };

    private static Actor Outside(Position position) => new(200, "Người", 1, "Chuyên viên", StandingBody, Capacity.Clerk)
    {
        Positions = new HashSet<Position> { position },
        OwnOrganizationIds = new HashSet<int> { StandingBody },
    };
}
