using ThiDua.Domain.Access;
using ThiDua.Domain.Registrations;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Registrations;

public sealed class RegistrationTests
{
    private const int Leader = 1;
    private const int Unit = 7;
    private static readonly DateTime Now = new(2020, 3, 10, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = new(2020, 9, 15, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DocumentReference Decision = new("281/QĐ-UBND", new(2020, 1, 20), "UBND tỉnh", "");
    private static readonly DocumentReference Change = new("900/UBND-TH", new(2020, 9, 10), "UBND tỉnh", "");

    private int _last;

    private static Actor By(int unit = Unit, Capacity capacity = Capacity.Head, Position position = Position.Member) => new(100 + unit, $"Người {unit}", 1, "Cương vị", unit, capacity)
    {
        ClusterYearId = 1,
        UnitId = unit,
        Positions = new HashSet<Position> { Position.Member, position },
        OwnOrganizationIds = new HashSet<int> { unit },
    };

    private static Actor Chair => By(Leader, Capacity.Clerk, Position.Leader);

    private Target Add(Registration registration, decimal value, TargetSource source = TargetSource.Registered, int? leaf = 5)
    {
        var row = registration.AddTarget(By(), new(leaf, "Tốc độ tăng GRDP", "%", value, source) { Document = source == TargetSource.Assigned ? Decision : null, Page = source == TargetSource.Assigned ? "3" : null }, Now);
        typeof(RegisteredRow).GetProperty(nameof(RegisteredRow.Id))!.SetValue(row, ++_last);
        return row;
    }

    private static Registration Draft() => new(By(), Unit, "Tỉnh A");

    private (Registration Registration, Target Target) Registered(decimal value = 7)
    {
        var registration = Draft();
        var target = Add(registration, value);
        registration.Register(By(), new(Now));
        return (registration, target);
    }

    private static Criterion Leaf(CountedTarget counted = CountedTarget.AssignedFirst, ScoringRule? rule = null)
    {
        var by = By(Leader, Capacity.Head, Position.Leader);
        var scheme = new ScoringScheme(by, 1, new("Bảng tiêu chí", 40));
        var leaf = scheme.AddCriterion(by, null, new("I", "Tốc độ tăng GRDP", CriterionKind.Normal, 40, rule ?? new ProportionalRule()) { CountedTarget = counted });
        typeof(Criterion).GetProperty(nameof(Criterion.Id))!.SetValue(leaf, 5);
        return leaf;
    }

    [Fact]
    public void Nothing_is_in_force_before_the_head_registers()
    {
        var registration = Draft();
        Add(registration, 7);
        registration.InForceFor(Leaf()).ShouldBeNull();
        registration.SubmitForApproval(By(capacity: Capacity.Clerk), new(Now));
        registration.InForceFor(Leaf()).ShouldBeNull();
        registration.Register(By(), new(Now));
        registration.InForceFor(Leaf()).ShouldBe(new(7, "theo đăng ký ngày 10/03/2020"));
    }

    [Fact]
    public void A_clerk_records_it_from_signed_paper_and_it_counts_from_the_day_signed()
    {
        var registration = Draft();
        Add(registration, 7);
        Should.Throw<RuleViolation>(() => registration.Register(By(capacity: Capacity.Clerk), new(Now)));
        registration.Register(By(capacity: Capacity.Clerk), new(Now, null, new("12/ĐK", new(2020, 3, 2), "Người ký", "Chủ tịch")), isLate: true);
        registration.IsLate.ShouldBeTrue();
        registration.InForceFor(Leaf())!.Ground.ShouldBe("theo đăng ký ngày 02/03/2020");
    }

    [Fact]
    public void An_empty_registration_is_neither_handed_up_nor_registered()
    {
        Should.Throw<NotReady>(() => Draft().SubmitForApproval(By(), new(Now)));
        Should.Throw<NotReady>(() => Draft().Register(By(), new(Now)));
    }

    [Theory]
    [InlineData(CountedTarget.AssignedFirst, 6.5, 7, 6.5, "được giao tại 281/QĐ-UBND ngày 20/01/2020, trang 3; đăng ký 7")]
    [InlineData(CountedTarget.Registered, 6.5, 7, 7, "theo đăng ký ngày 10/03/2020; được giao 6,5")]
    [InlineData(CountedTarget.MoreDemanding, 6.5, 7, 7, "theo đăng ký ngày 10/03/2020; được giao 6,5")]
    [InlineData(CountedTarget.MoreDemanding, 7.5, 7, 7.5, "được giao tại 281/QĐ-UBND ngày 20/01/2020, trang 3; đăng ký 7")]
    public void The_leaf_says_which_source_counts_and_both_are_shown(CountedTarget counted, double assigned, double registered, double counts, string ground)
    {
        var registration = Draft();
        Add(registration, (decimal)assigned, TargetSource.Assigned);
        Add(registration, (decimal)registered);
        registration.Register(By(), new(Now));
        registration.InForceFor(Leaf(counted)).ShouldBe(new((decimal)counts, ground));
    }

    [Fact]
    public void Where_lower_is_better_the_lower_target_demands_more()
    {
        var registration = Draft();
        Add(registration, 6.5m, TargetSource.Assigned);
        Add(registration, 7);
        registration.Register(By(), new(Now));
        registration.InForceFor(Leaf(CountedTarget.MoreDemanding, new ProportionalRule(LowerIsBetter: true)))!.Value.ShouldBe(6.5m);
        registration.InForceFor(Leaf(rule: new JudgedRule())).ShouldBeNull();
    }

    [Fact]
    public void A_target_changes_by_a_document_before_the_cut_off_and_the_old_value_stays()
    {
        var (registration, target) = Registered();
        registration.Adjust(By(), new(Later), Change, new(2020, 12, 15));
        registration.ChangeTarget(By(), target.Id, target.Description() with { Value = 6.2m }, Later);
        registration.InForceFor(Leaf())!.Value.ShouldBe(7);
        registration.Register(By(), new(Later));
        registration.InForceFor(Leaf()).ShouldBe(new(6.2m, "theo đăng ký ngày 15/09/2020 (điều chỉnh theo 900/UBND-TH ngày 10/09/2020)"));
        registration.FormerTargets.ShouldHaveSingleItem().Value.ShouldBe(7);
        registration.IsLate.ShouldBeFalse();
        registration.History.Single(step => step.Step == nameof(RegistrationStep.Adjust)).Reason.ShouldBe("Theo 900/UBND-TH ngày 10/09/2020.");
    }

    [Theory]
    [InlineData(9, 9, false)]
    [InlineData(9, 10, true)]
    [InlineData(9, 30, true)]
    public void A_document_after_the_cut_off_changes_nothing(int month, int day, bool may)
    {
        var (registration, _) = Registered();
        void Adjust() => registration.Adjust(By(), new(Later), Change, new(2020, month, day));
        if (may)
        {
            Adjust();
            registration.State.ShouldBe(RegistrationState.Adjusting);
        }
        else
        {
            Should.Throw<RuleViolation>(Adjust).Field.ShouldBe("Document.IssuedOn");
            registration.State.ShouldBe(RegistrationState.Registered);
        }
    }

    [Fact]
    public void What_is_registered_does_not_change_without_a_document()
    {
        var (registration, target) = Registered();
        Should.Throw<RuleViolation>(() => registration.ChangeTarget(By(), target.Id, target.Description() with { Value = 5 }, Later));
        Should.Throw<RuleViolation>(() => registration.RemoveTarget(By(), target.Id));
        Should.Throw<RuleViolation>(() => registration.AddTitle(By(), new("Cờ thi đua", TitleFor.Unit), Later));
    }

    [Fact]
    public void An_adjustment_given_up_leaves_all_as_it_was()
    {
        var (registration, target) = Registered();
        registration.Adjust(By(), new(Later), Change, null);
        registration.ChangeTarget(By(), target.Id, target.Description() with { Value = 5 }, Later);
        Add(registration, 3, leaf: 6);
        registration.CancelAdjustment(By(), new(Later)).Count.ShouldBe(2);
        registration.TargetsIn(registration.Revision).ShouldHaveSingleItem().ShouldBe(target);
        registration.InForceFor(Leaf())!.Value.ShouldBe(7);
        registration.State.ShouldBe(RegistrationState.Registered);
    }

    [Fact]
    public void L3_The_leader_sends_it_back_with_a_reason_and_what_is_in_force_stays_until_it_is_registered_again()
    {
        var (registration, target) = Registered();
        Should.Throw<RuleViolation>(() => registration.Return(Chair, new(Later, " "), Leader)).Field.ShouldBe("Reason");
        registration.Return(Chair, new(Later, "Thiếu chỉ tiêu thu ngân sách"), Leader);
        registration.LastReason.ShouldBe("Thiếu chỉ tiêu thu ngân sách");
        registration.ChangeTarget(By(), target.Id, target.Description() with { Value = 8 }, Later);
        registration.InForceFor(Leaf())!.Value.ShouldBe(7);
        registration.Register(By(), new(Later));
        registration.InForceFor(Leaf())!.Value.ShouldBe(8);
        registration.LastReason.ShouldBeNull();
        Should.Throw<RuleViolation>(() => registration.CancelAdjustment(By(), new(Later)));
    }

    [Fact]
    public void Nobody_receives_their_own_and_the_leaders_goes_to_the_deputy()
    {
        var (registration, _) = Registered();
        Should.Throw<NotPermitted>(() => registration.Receive(By(), new(Now), Leader));
        Should.Throw<NotPermitted>(() => registration.Receive(By(2, position: Position.Deputy), new(Now), Leader));
        Should.Throw<NotPermitted>(() => registration.Receive(Chair with { OwnOrganizationIds = new HashSet<int> { Leader, Unit } }, new(Now), Leader));
        registration.Receive(Chair, new(Now), Leader);
        registration.State.ShouldBe(RegistrationState.Received);
        Registration.MayReceive(By(2, position: Position.Deputy), Leader, Leader).ShouldBeTrue();
        Registration.MayReceive(Chair, Leader, Leader).ShouldBeFalse();
    }

    [Fact]
    public void A_neighbour_writes_nothing_and_one_source_of_a_leaf_stands_once()
    {
        var registration = Draft();
        Add(registration, 7);
        Should.Throw<NotPermitted>(() => registration.AddTitle(By(2), new("Cờ thi đua", TitleFor.Unit), Now));
        Should.Throw<RuleViolation>(() => Add(registration, 8)).Field.ShouldBe(nameof(Target.CriterionId));
        Add(registration, 8, TargetSource.Assigned);
        Should.Throw<RuleViolation>(() => Add(registration, 0, leaf: 6)).Field.ShouldBe(nameof(Target.Value));
        Should.Throw<RuleViolation>(() => registration.AddTitle(By(), new("Lao động tiên tiến", TitleFor.Individuals), Now)).Field.ShouldBe(nameof(Title.Count));
    }

    [Fact]
    public void S6_The_target_in_force_stands_in_the_line_with_its_points_and_leaves_the_rest_as_typed()
    {
        var (by, leaf) = (By(), Leaf());
        var sheet = new ScoreSheet(By(Leader, Capacity.Head, Position.Leader), leaf.Scheme, Unit, "Tỉnh A");
        var cell = new ScoreEntry(sheet, leaf.Id);
        cell.Enter(by, new(new(Target: 10, Achieved: 6), "Đã đạt"), leaf, Now);
        cell.Points.ShouldBe(24);
        cell.TakeTarget(by, new(8, "theo đăng ký ngày 10/03/2020"), leaf);
        (cell.Values.Target, cell.Values.Achieved, cell.Points, cell.Note).ShouldBe((8, 6, 30, "Đã đạt"));
        var version = cell.Version;
        cell.TakeTarget(by, new(8, "theo đăng ký ngày 10/03/2020"), leaf);
        cell.Version.ShouldBe(version);
        cell.TakeTarget(by, null, leaf);
        (cell.Values.Target, cell.Values.TargetGround).ShouldBe((8, null));
    }
}
