using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Consultations;

namespace ThiDua.Domain.Tests.Planning;

public sealed class ConsultationTests
{
    private const int Leader = 7;
    private const int Member = 8;
    private const int Silent = 9;

    // A Saturday: the Monday after still counts as in time.
    private static readonly DateOnly LastDay = new(2020, 7, 11);
    private static readonly DateTime Now = new(2020, 7, 2, 3, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Late = new(2020, 7, 13, 17, 0, 0, DateTimeKind.Utc);
    private static readonly SignedPaper Paper = new("15/UBND-NC", new(2020, 7, 2), "Người ký", "Chủ tịch");

    private static Actor By(int unitId, Capacity capacity = Capacity.Clerk, string? onBehalfOf = null) => new(unitId, $"Người của {unitId}", 1, "Cương vị", unitId, capacity)
    {
        ClusterYearId = 1,
        UnitId = unitId,
        Positions = new HashSet<Position> { unitId == Leader ? Position.Leader : Position.Member },
        OnBehalfOf = onBehalfOf,
    };

    private static Plan ADraft()
    {
        var plan = new Plan(By(Leader), new("Hoạt động của Cụm năm 2020"));
        plan.AddSectionBelow(By(Leader), null, new("Mục đích", "Nội dung"));
        return plan;
    }

    private static Consultation ARound()
    {
        var plan = ADraft();
        plan.OpenConsultation(By(Leader), new(Now), LastDay);
        return Consultation.On(By(Leader), plan, 1, [new(Leader, "Trưởng"), new(Member, "Thành viên"), new(Silent, "Im lặng")], Leader, Now);
    }

    private static ConsultedUnit Unit(Consultation round, int unitId = Member) => round.Units.Single(unit => unit.UnitId == unitId);

    private static Comment AComment(Consultation round, int unitId = Member, DateTime? at = null) => new(By(unitId), round, Unit(round, unitId), new(5, "I. Mục đích"), new(null, "Bổ sung"), "k", at ?? Now);

    [Fact]
    public void A_round_begins_with_the_step_of_its_plan_and_asks_all_but_the_drafter()
    {
        Should.Throw<RuleViolation>(() => Consultation.On(By(Leader), ADraft(), 1, [new(Member, "Thành viên")], Leader, Now));
        var round = ARound();
        (round.About, round.LastDay, round.LateFrom).ShouldBe(("Kế hoạch Hoạt động của Cụm năm 2020", LastDay, Late));
        round.Units.Where(unit => unit.IsDrafter).Select(unit => unit.UnitId).ShouldBe([Leader]);
        Should.Throw<RuleViolation>(() => Unit(round, Leader).AnswerWith(By(Leader), round, UnitReply.Agreed, 0, new(Now)));
    }

    [Fact]
    public void D1_Silence_counts_as_agreement_from_the_end_of_the_grace_on()
    {
        var round = ARound();
        round.StandingOf(Unit(round), Late.AddSeconds(-1)).ShouldBe(ReplyStanding.Waiting);
        round.StandingOf(Unit(round), Late).ShouldBe(ReplyStanding.Silent);
        (AComment(round, at: Late.AddSeconds(-1)).IsLate, AComment(round, at: Late).IsLate).ShouldBe((false, true));
        round.StandingOf(Unit(round), Late).ShouldBe(ReplyStanding.HasComments);
        round.Close(By(Leader), Late);
        (round.StandingOf(Unit(round, Silent), Late), round.HeardUntil).ShouldBe((ReplyStanding.Silent, LastDay));
    }

    [Fact]
    public void Unheard_is_who_was_asked_and_has_not_replied_by_comment_answer_or_paper()
    {
        var round = ARound();
        round.Asked().Select(unit => unit.UnitId).ShouldBe([Member, Silent]);
        round.Unheard().Select(unit => unit.UnitId).ShouldBe([Member, Silent], "the drafter is not asked");
        AComment(round);
        round.Unheard().Select(unit => unit.UnitId).ShouldBe([Silent]);
        Unit(round, Silent).AnswerWith(By(Silent), round, UnitReply.Agreed, 0, new(Now, null, Paper));
        round.Unheard().ShouldBeEmpty();
    }

    [Fact]
    public void Silence_in_a_round_that_was_closed_early_is_never_agreement()
    {
        var round = ARound();
        round.Close(By(Leader), Now);
        round.StandingOf(Unit(round, Silent), Late.AddDays(30)).ShouldBe(ReplyStanding.Waiting);
        round.HeardUntil.ShouldBe(VietnamTime.DayOf(Now));
    }

    [Fact]
    public void A_unit_agrees_only_without_comments_and_has_comments_only_with_some_or_a_paper()
    {
        var round = ARound();
        Should.Throw<RuleViolation>(() => Unit(round).AnswerWith(By(Member), round, UnitReply.Agreed, 2, new(Now))).Field.ShouldBe("Reply");
        Should.Throw<RuleViolation>(() => Unit(round).AnswerWith(By(Member), round, UnitReply.HasComments, 0, new(Now))).Field.ShouldBe("Reply");
        Unit(round).AnswerWith(By(Member), round, UnitReply.HasComments, 0, new(Now, "Gửi kèm", Paper));
        (Unit(round).PaperNumber, Unit(round).Note).ShouldBe(("15/UBND-NC", "Gửi kèm"));
        Unit(round, Silent).AnswerWith(By(Silent), round, UnitReply.Agreed, 0, new(Late));
        Unit(round, Silent).IsLate.ShouldBeTrue();
        AComment(round, Silent, Late);
        Unit(round, Silent).Reply.ShouldBe(UnitReply.HasComments);
    }

    [Fact]
    public void What_is_entered_for_a_unit_names_its_paper_and_is_marked()
    {
        var round = ARound();
        var by = By(Member, onBehalfOf: "Thành viên");
        Should.Throw<RuleViolation>(() => Unit(round).AnswerWith(by, round, UnitReply.Agreed, 0, new(Now))).Field.ShouldBe("Paper.Number");
        Unit(round).AnswerWith(by, round, UnitReply.Agreed, 0, new(Now, null, Paper));
        Unit(round).IsOnBehalf.ShouldBeTrue();
    }

    [Fact]
    public void A_comment_is_its_units_until_it_is_answered_or_the_round_is_closed()
    {
        var round = ARound();
        Should.Throw<NotPermitted>(() => new Comment(By(Silent), round, Unit(round), CommentedPart.Whole, new(null, "Bổ sung"), "k", Now));
        Should.Throw<NotPermitted>(() => new Comment(By(Member, Capacity.Registrar), round, Unit(round), CommentedPart.Whole, new(null, "Bổ sung"), "k", Now));
        Should.Throw<RuleViolation>(() => new Comment(By(Member), round, Unit(round), CommentedPart.Whole, new("Câu", " "), "k", Now)).Field.ShouldBe("Text");
        var (one, two, three) = (AComment(round), AComment(round), AComment(round));
        Should.Throw<NotPermitted>(() => one.Change(By(Leader), round, new(null, "Sửa hộ"), Now));
        one.Change(By(Member), round, new("Câu cần sửa", "Bổ sung thời hạn"), Late);
        (one.Quote, one.Text, one.IsLate, one.Version).ShouldBe(("Câu cần sửa", "Bổ sung thời hạn", true, 1));
        two.Withdraw(By(Member), round, Now);
        Should.Throw<RuleViolation>(() => two.Withdraw(By(Member), round, Now));
        Should.Throw<RuleViolation>(() => two.AnswerWith(By(Leader), CommentResponse.Accepted, null, Now));
        one.AnswerWith(By(Leader), CommentResponse.Accepted, null, Now);
        Should.Throw<RuleViolation>(() => one.Change(By(Member), round, new(null, "Sửa"), Now));
        Should.Throw<RuleViolation>(() => one.Withdraw(By(Member), round, Now));
        round.Close(By(Leader), Now);
        Should.Throw<RuleViolation>(() => three.Change(By(Member), round, new(null, "Sửa"), Now));
        Should.Throw<RuleViolation>(() => AComment(round));
        Should.Throw<RuleViolation>(() => round.Close(By(Leader), Now));
        three.AnswerWith(By(Leader), CommentResponse.Explained, "Đã có ở mục II", Now);
        (one.IsUnanswered, two.IsUnanswered, three.IsUnanswered).ShouldBe((false, false, false));
    }

    [Theory]
    [InlineData(CommentResponse.Partly)]
    [InlineData(CommentResponse.Explained)]
    public void L3_What_is_not_taken_over_whole_needs_its_reason(CommentResponse response)
    {
        var comment = AComment(ARound());
        Should.Throw<RuleViolation>(() => comment.AnswerWith(By(Leader), response, " ", Now)).Field.ShouldBe("Answer");
        Should.Throw<NotPermitted>(() => comment.AnswerWith(By(Member, Capacity.Head), response, "Lý do", Now));
        comment.AnswerWith(By(Leader), response, "Lý do", Now);
        comment.Answer.ShouldBe("Lý do");
    }

    [Fact]
    public void A_deputy_answers_under_delegation_and_its_document_is_named()
    {
        var comment = AComment(ARound());
        var deputy = By(Silent) with { Positions = new HashSet<Position> { Position.Deputy, Position.Member } };
        Should.Throw<NotPermitted>(() => comment.AnswerWith(deputy, CommentResponse.Accepted, null, Now));
        comment.AnswerWith(deputy with { Delegations = [new(Leader, [Permission.AnswerComments], "07/GUQ ngày 01/07/2020")] }, CommentResponse.Accepted, null, Now);
        comment.AnswerDelegation.ShouldBe("07/GUQ ngày 01/07/2020");
    }
}
