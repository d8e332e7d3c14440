using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;

namespace ThiDua.Domain.Tests.Planning;

public sealed class AuthorityRequestTests
{
    private static readonly DateTime Now = new(2020, 7, 10, 3, 0, 0, DateTimeKind.Utc);
    private static readonly FrozenContent Text = new("{}", "", new string('0', 64));

    private static readonly Actor Leader = By(Position.Leader, Capacity.Clerk);
    private static readonly Actor Authority = By(Position.Authority, Capacity.Head);

    private static Actor By(Position position, Capacity capacity) => new(1, "Người thử", 1, "Cương vị", 7, capacity) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { position } };

    private static SignedPaper Paper(int day) => new("12/BC", new(2020, 7, day), "Người ký", "Chủ tịch");

    private static AuthorityRequest Draft(RequestManner manner = RequestManner.AskApproval, string body = "Kính trình xem xét.") =>
        new(Leader, manner, new(RequestSubject.Plan, 5, "Kế hoạch năm 2020"), new("Đề nghị phê duyệt", body) { Addressees = ["Hội đồng"] });

    private static AuthorityRequest Sent(RequestManner manner = RequestManner.AskApproval)
    {
        var request = Draft(manner);
        request.RecordSent(Leader, new(Now, null, Paper(6)), Text);
        return request;
    }

    [Theory]
    [InlineData(RequestManner.Report, DocumentKind.Report)]
    [InlineData(RequestManner.AskOpinion, DocumentKind.Report)]
    [InlineData(RequestManner.AskApproval, DocumentKind.SubmissionLetter)]
    public void Each_manner_is_printed_as_its_kind(RequestManner manner, DocumentKind kind) => manner.PrintedAs().ShouldBe(kind);

    [Theory]
    [InlineData(RequestManner.Report, RequestStep.Approve)]
    [InlineData(RequestManner.AskOpinion, RequestStep.Refuse)]
    [InlineData(RequestManner.AskApproval, RequestStep.Note)]
    [InlineData(RequestManner.AskApproval, RequestStep.Withdraw)]
    public void An_answer_fits_what_was_asked(RequestManner manner, RequestStep answer) =>
        Should.Throw<RuleViolation>(() => Sent(manner).AnswerBy(Authority, answer, new(Now, "Lý do"))).Field.ShouldBe("Answer");

    [Theory]
    [InlineData(RequestStep.GiveOpinion, "Nhập nội dung ý kiến.")]
    [InlineData(RequestStep.Refuse, "Nêu lý do không phê duyệt.")]
    public void An_opinion_has_its_words_and_a_refusal_its_reason(RequestStep answer, string refusal) =>
        Should.Throw<RuleViolation>(() => Sent().AnswerBy(Authority, answer, new(Now, " "))).Message.ShouldBe(refusal);

    [Fact]
    public void Several_answers_stand_in_the_history_and_the_last_counts()
    {
        var request = Sent();
        request.AnswerBy(Authority, RequestStep.Refuse, new(Now, "Thiếu phân công."));
        request.SeeAnswer(Leader, Now);
        request.AnswerBy(Authority, RequestStep.Approve, new(Now.AddDays(1)));
        (request.State, request.HasNewAnswer, request.Answer!.Text).ShouldBe((RequestState.Approved, true, null));
        request.History.Select(step => step.Step).ShouldBe([nameof(RequestStep.RecordSent), nameof(RequestStep.Refuse), nameof(RequestStep.Approve)]);
    }

    [Fact]
    public void The_leader_records_an_answer_from_the_authoritys_paper_only()
    {
        var request = Sent();
        Should.Throw<RuleViolation>(() => request.AnswerBy(Leader, RequestStep.Approve, new(Now)));
        request.AnswerBy(Leader, RequestStep.Approve, new(Now, null, Paper(9)));
        (request.Answer!.IsRecordedByLeader, request.Answer.On, request.HasNewAnswer).ShouldBe((true, new DateOnly(2020, 7, 9), false));
    }

    [Theory]
    [InlineData(5)] // before it was sent
    [InlineData(11)] // tomorrow
    public void An_answer_is_dated_between_the_sending_and_today(int day) =>
        Should.Throw<RuleViolation>(() => Sent().AnswerBy(Authority, RequestStep.Approve, new(Now, null, Paper(day)))).Field.ShouldBe("Paper.SignedOn");

    [Fact]
    public void A_letter_with_a_blank_to_be_filled_in_is_not_submitted() =>
        Should.Throw<RuleViolation>(() => Draft(body: "Kính trình ……").Submit(Leader, new(Now), Text)).Message.ShouldContain("để trống");

    [Fact]
    public void A_letter_is_written_only_while_it_is_a_draft_and_only_by_the_leader()
    {
        var terms = Draft().Terms();
        Should.Throw<NotPermitted>(() => Draft().Describe(Authority, terms));
        Should.Throw<RuleViolation>(() => Sent().Describe(Leader, terms));
        Should.Throw<RuleViolation>(() => Draft().Describe(Leader, terms with { Addressees = [" "] })).Field.ShouldBe("Addressees");
    }

    [Fact]
    public void What_is_recorded_as_sent_has_its_paper_and_no_day_to_come()
    {
        Should.Throw<RuleViolation>(() => Draft().RecordSent(Leader, new(Now), Text)).Field.ShouldBe("Paper.Number");
        Should.Throw<RuleViolation>(() => Draft().RecordSent(Leader, new(Now, null, Paper(11)), Text)).Field.ShouldBe("Paper.SignedOn");
    }

    [Fact]
    public void Members_read_it_once_it_is_sent_and_the_leadership_always()
    {
        var member = AuthorityRequest.ReadableBy(By(Position.Member, Capacity.Clerk)).Compile();
        (member(Draft()), member(Sent())).ShouldBe((false, true));
        AuthorityRequest.ReadableBy(By(Position.Deputy, Capacity.Clerk)).Compile()(Draft()).ShouldBeTrue();
    }
}
