using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring.Appraisal;

public sealed class AppraisalPlanTests
{
    private const int Leader = 1;
    private const int Deputy = 2;
    private const int SecondDeputy = 3;
    private const int Member = 4;
    private const int Other = 5;

    private static readonly DateTime Now = new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly DocumentReference Minutes = new("02/BB-CTĐ", new(2020, 11, 30), "Cụm trưởng", "Biên bản phân công");
    private static readonly (int OrganizationId, Position Position, int Order)[] Usual = [(Leader, Position.Leader, 1), (Deputy, Position.Deputy, 1), (SecondDeputy, Position.Deputy, 2)];

    [Fact]
    public void An_assignment_goes_before_the_position_and_ends_with_its_withdrawal()
    {
        var plan = Assigned(Staff(Leader, Position.Leader), [Other], Unit(Member));
        Duties(plan).Responsible(Other).ShouldBe(Member);
        AppraisalDuty.For(Other, Duties(plan), false).Allows(Staff(Member, Position.Appraiser), Other).ShouldBeTrue();
        AppraisalDuty.For(Other, Duties(plan), false).Allows(Staff(Leader, Position.Leader), Other).ShouldBeFalse();
        plan.Withdraw(Staff(Leader, Position.Leader), Other, Leader, Now);
        Duties(plan).Responsible(Other).ShouldBe(Leader);
    }

    [Fact]
    public void Where_a_person_is_named_no_other_of_the_unit_appraises()
    {
        var plan = Assigned(Staff(Leader, Position.Leader), [Other], new Appraiser(Member, 104, "Chuyên viên A"));
        AppraisalDuty.For(Other, Duties(plan), false).Allows(Staff(Member, Position.Appraiser), Other).ShouldBeTrue();
        AppraisalDuty.For(Other, Duties(plan), false).Refusal(Staff(Member, Position.Appraiser) with { UserId = 999 }, Other)!.ShouldContain("Chuyên viên A");
    }

    [Fact]
    public void A4_Nobody_assigns_an_appraiser_to_their_own_unit()
    {
        Should.Throw<RuleViolation>(() => Assigned(Staff(Leader, Position.Leader), [Leader], Unit(Member))).Message.ShouldContain("đơn vị mình");
        Should.Throw<RuleViolation>(() => Assigned(Staff(Leader, Position.Leader) with { OwnOrganizationIds = new HashSet<int> { Leader, Other } }, [Other], Unit(Member)));
        Assigned(Staff(Deputy, Position.Deputy), [Leader], Unit(Member)).Assignments.Single().Appraiser.UnitId.ShouldBe(Member);
        Assigned(Staff(9, Position.Authority), [Leader], Unit(Member)).Assignments.Count.ShouldBe(1);
        Should.Throw<RuleViolation>(() => Assigned(Staff(Deputy, Position.Deputy), [Other], Unit(Member))).Message.ShouldContain("Đơn vị phó chỉ");
        Should.Throw<NotPermitted>(() => new AppraisalPlan(Staff(Member, Position.Member)));
    }

    [Fact]
    public void Sheets_are_shared_evenly_and_nobody_gets_their_own()
    {
        int[] units = [.. Enumerable.Range(1, 12)];
        Appraiser[] team = [Unit(2), Unit(3), Unit(4)];
        var shared = AppraisalPlan.Share(units, team, [], id => $"{id}");
        shared.Select(row => row.UnitId).ShouldBe(units);
        shared.ShouldAllBe(row => row.UnitId != row.Appraiser.UnitId);
        shared.GroupBy(row => row.Appraiser).Select(group => group.Count()).ShouldBe([4, 4, 4]);
    }

    [Fact]
    public void Conflicts_are_kept_out_of_the_sharing_and_of_the_ladder()
    {
        var plan = new AppraisalPlan(Staff(Leader, Position.Leader));
        plan.Declare(Staff(Leader, Position.Leader), Other, Unit(Leader), "Đang kiểm tra đơn vị này", Leader, Now);
        Duties(plan).Responsible(Other).ShouldBe(Deputy);
        AppraisalPlan.Share([Other], [Unit(Leader), Unit(Member)], plan.Conflicts, id => $"{id}").Single().Appraiser.UnitId.ShouldBe(Member);
        Should.Throw<RuleViolation>(() => AppraisalPlan.Share([Other], [Unit(Leader)], plan.Conflicts, id => $"Tỉnh {id}")).Message.ShouldContain("Tỉnh 5");
        plan.Declare(Staff(9, Position.Authority), Leader, Unit(Deputy), "Có đơn thư", Leader, Now);
        Duties(plan).Responsible(Leader).ShouldBe(SecondDeputy);
        plan.Declare(Staff(9, Position.Authority), Leader, Unit(SecondDeputy), "Có đơn thư", Leader, Now);
        Duties(plan).Responsible(Leader).ShouldBeNull();
    }

    [Fact]
    public void A_persons_conflict_keeps_that_person_out_and_ends_the_assignment()
    {
        var plan = Assigned(Staff(Leader, Position.Leader), [Other], new Appraiser(Leader, 101, "Chuyên viên B"));
        plan.Declare(Staff(Leader, Position.Leader), Other, new(Leader, 101, "Chuyên viên B"), "Người thân công tác tại đơn vị", Leader, Now);
        plan.Assignments.ShouldBeEmpty();
        AppraisalDuty.For(Other, Duties(plan), false).Refusal(Staff(Leader, Position.Leader), Other)!.ShouldContain("Người thân công tác");
        AppraisalDuty.For(Other, Duties(plan), false).Allows(Staff(Leader, Position.Leader) with { UserId = 55 }, Other).ShouldBeTrue();
    }

    [Fact]
    public void A4_Lifting_a_conflict_needs_a_second_person()
    {
        var plan = new AppraisalPlan(Staff(Leader, Position.Leader));
        plan.Declare(Staff(Leader, Position.Leader), Other, new(Leader, 77, "Chuyên viên C"), "Người thân", Leader, Now);
        plan.AskToLift(Staff(Leader, Position.Leader), 1, "Đã chuyển công tác", Now);
        Should.Throw<NotPermitted>(() => plan.Lift(Staff(Leader, Position.Leader), 1, Now));
        Should.Throw<NotPermitted>(() => plan.Lift(Staff(Leader, Position.Leader) with { UserId = 77 }, 1, Now));
        Should.Throw<NotPermitted>(() => plan.Lift(Staff(Other, Position.Leader), 1, Now));
        plan.Conflicts[0].IsInForce.ShouldBeTrue();
        plan.Lift(Staff(Leader, Position.Leader) with { UserId = 88 }, 1, Now);
        plan.Conflicts[0].IsInForce.ShouldBeFalse();
        Should.Throw<RuleViolation>(() => plan.Lift(Staff(Leader, Position.Leader) with { UserId = 88 }, 1, Now));
    }

    [Fact]
    public void A4_A_unit_does_not_lift_its_own_conflict()
    {
        var plan = new AppraisalPlan(Staff(Leader, Position.Leader));
        plan.Declare(Staff(Leader, Position.Leader), Other, Unit(Leader), "Đang kiểm tra", Leader, Now);
        Should.Throw<NotPermitted>(() => plan.AskToLift(Staff(Leader, Position.Leader), 1, "Đã xong", Now));
        plan.AskToLift(Staff(Deputy, Position.Deputy), 1, "Đã xong", Now);
        plan.RefuseToLift(Staff(9, Position.StandingBody), 1, Now);
        plan.Conflicts[0].Asked.ShouldBeNull();
    }

    [Fact]
    public void A4_Nobody_chooses_the_appraiser_of_their_own_sheet_by_barring_others_from_it()
    {
        var plan = new AppraisalPlan(Staff(Leader, Position.Leader));
        Should.Throw<RuleViolation>(() => plan.Declare(Staff(Deputy, Position.Deputy), Deputy, Unit(Leader), "Không hợp", Leader, Now)).Field.ShouldBe("UnitId");
        Should.Throw<RuleViolation>(() => plan.Declare(Staff(Leader, Position.Leader), Leader, Unit(Deputy), "Không hợp", Leader, Now));
        Should.Throw<RuleViolation>(() => plan.Declare(Staff(Deputy, Position.Deputy), Other, Unit(Leader), "Không hợp", Leader, Now));
        Should.Throw<NotPermitted>(() => plan.Declare(Staff(Member, Position.Member), Other, Unit(Leader), "Không hợp", Leader, Now));
        plan.Conflicts.ShouldBeEmpty();
        plan.Declare(Staff(Deputy, Position.Deputy), Leader, Unit(Deputy), "Có người thân công tác tại đơn vị", Leader, Now);
        Duties(plan).Responsible(Leader).ShouldBe(SecondDeputy);
    }

    [Fact]
    public void A4_A_unit_that_went_into_the_leader_is_appraised_by_the_deputy()
    {
        var duties = AppraisalDuties.Of(Usual) with { Successors = new Dictionary<int, int> { [Other] = Member, [Member] = Leader } };
        (duties.Responsible(Member), duties.Responsible(Other), duties.Responsible(Leader)).ShouldBe((Deputy, Deputy, Deputy));
    }

    private static AppraisalPlan Assigned(Actor by, int[] units, params Appraiser[] appraisers)
    {
        var plan = new AppraisalPlan(by);
        plan.Assign(by, units, appraisers, AppraiserKind.Team, Minutes, Leader, id => $"Tỉnh {id}", Now);
        return plan;
    }

    private static AppraisalDuties Duties(AppraisalPlan plan) => AppraisalDuties.Of(Usual) with { Assignments = plan.Assignments, Conflicts = plan.Conflicts };

    private static Appraiser Unit(int id) => new(id, null, $"Tỉnh {id}");

    private static Actor Staff(int unit, Position position) => new(100 + unit, $"Người {unit}", 1, "Chuyên viên", unit, Capacity.Clerk)
    {
        ClusterYearId = 1,
        UnitId = position is Position.Authority or Position.StandingBody ? null : unit,
        Positions = new HashSet<Position> { position },
        OwnOrganizationIds = new HashSet<int> { unit },
    };
}
