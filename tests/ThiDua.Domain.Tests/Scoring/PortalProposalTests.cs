using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class PortalProposalTests
{
    private static readonly DateTime Now = new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc);
    private static readonly SignedPaper Paper = new("12/UBND-VP", new(2020, 6, 2), "Người ký", "Chánh Văn phòng");

    private static Actor Of(int unit, Position position) => new(unit, "Người", 1, "Chuyên viên", unit, Capacity.Head) { ClusterYearId = 1, UnitId = unit, Positions = new HashSet<Position> { position, Position.Member }, OwnOrganizationIds = new HashSet<int> { unit } };

    private static Actor Leader { get; } = Of(1, Position.Leader);

    private static AppraisalDuty Duty { get; } = AppraisalDuty.For(3, AppraisalDuties.Of([(1, Position.Leader, 1)]), enteredByThisPerson: false);

    private static (ScoreSheet Sheet, Criterion Leaf) ALine(CriterionKind kind, decimal? max, decimal? each)
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng tiêu chí", 10));
        var leaf = scheme.AddCriterion(Leader, null, new("C", "Nộp chậm", kind, max, new ByPortalRule(PortalSource.LateReports, each)));
        return (new ScoreSheet(Leader, scheme, 3, "Đơn vị"), leaf);
    }

    [Theory]
    [InlineData(CriterionKind.Deduction, null, 2, 3, -6)]
    [InlineData(CriterionKind.Deduction, 5, 2, 3, -5)]
    [InlineData(CriterionKind.Normal, 10, 2, 3, 4)]
    [InlineData(CriterionKind.Normal, 10, null, 1, 0)]
    [InlineData(CriterionKind.Normal, 10, 2, 6, 0)]
    public void Each_event_takes_off_what_the_rule_says_within_bounds(CriterionKind kind, int? max, int? each, int times, int proposed)
    {
        var (sheet, leaf) = ALine(kind, max, each);
        var events = Enumerable.Range(1, times).Select(number => new PortalProposal(sheet, leaf, new($"bao-cao-{number}", "Nộp chậm 2 ngày.", TakesOff: true), Now)).ToList();
        var calculation = PortalProposal.Proposed(leaf.Node(), events)!;
        calculation.Points.ShouldBe(proposed);
        calculation.Steps.Count.ShouldBe(times + 1);
        PortalProposal.Proposed(leaf.Node(), []).ShouldBeNull();
    }

    [Fact]
    public void An_excuse_on_paper_lifts_the_deduction_and_only_the_appraiser_records_it()
    {
        var (sheet, leaf) = ALine(CriterionKind.Deduction, null, 5);
        var absence = new PortalProposal(sheet, leaf, new("hop-1", "Vắng hội nghị sơ kết.", TakesOff: true), Now);
        Should.Throw<NotPermitted>(() => absence.ExcuseBy(Of(3, Position.Member), sheet, Duty, leaf, new(Now, "Vắng có lý do", Paper)));
        Should.Throw<RuleViolation>(() => absence.ExcuseBy(Leader, sheet, Duty, leaf, new(Now, "Vắng có lý do"))).Field.ShouldBe("Paper.Number");
        absence.ExcuseBy(Leader, sheet, Duty, leaf, new(Now, "Vắng có lý do", Paper));
        PortalProposal.Proposed(leaf.Node(), [absence])!.Points.ShouldBe(0);
        absence.InWords(leaf.Node()).ShouldContain("12/UBND-VP ngày 02/06/2020");
        sheet.History[^1].Reason.ShouldBe("C. Nộp chậm: Vắng có lý do");
        Should.Throw<RuleViolation>(() => absence.ExcuseBy(Leader, sheet, Duty, leaf, new(Now, "Lần nữa", Paper)));
    }

    [Fact]
    public void What_an_event_takes_off_is_what_the_rule_in_force_says()
    {
        var (sheet, leaf) = ALine(CriterionKind.Deduction, null, 5);
        var late = new PortalProposal(sheet, leaf, new("bao-cao-1", "Nộp chậm 2 ngày.", TakesOff: true), Now);
        PortalProposal.Proposed(leaf.Node(), [late])!.Points.ShouldBe(-5);
        var amended = leaf.Node() with { Rule = new ByPortalRule(PortalSource.LateReports, 3) };
        PortalProposal.Proposed(amended, [late])!.Points.ShouldBe(-3);
        late.InWords(amended).ShouldBe("Nộp chậm 2 ngày. Trừ 3 điểm.");
        PortalProposal.Proposed(leaf.Node() with { Rule = new ByPortalRule(PortalSource.Attendance, 3) }, [late]).ShouldBeNull("the line is scored from something else now");
        PortalProposal.Proposed(leaf.Node() with { Rule = new JudgedRule(1) }, [late]).ShouldBeNull();
    }

    [Fact]
    public void A_line_that_an_amendment_adds_knows_what_was_told_and_excused_before()
    {
        var (sheet, leaf) = ALine(CriterionKind.Deduction, null, 5);
        var absence = new PortalProposal(sheet, leaf, new("hop-1", "Vắng họp.", TakesOff: true), Now);
        absence.ExcuseBy(Leader, sheet, Duty, leaf, new(Now, "Vắng có lý do", Paper));
        PortalProposal[] known = [absence, new(sheet, leaf, new("hop-2", "Vắng họp lần hai.", TakesOff: true), Now)];
        PortalProposal.ForNewLine(sheet, leaf, known).ShouldBeEmpty("both are told of that line already");
        var added = ALine(CriterionKind.Deduction, null, 2).Leaf;
        var (other, _) = ALine(CriterionKind.Deduction, null, 2);
        typeof(Criterion).GetProperty(nameof(Criterion.Id))!.SetValue(added, 7);
        var again = PortalProposal.ForNewLine(other, added, known).ToList();
        again.Select(one => (one.CriterionId, one.Key, one.CanBeExcused)).ShouldBe([(7, "hop-1", false), (7, "hop-2", true)]);
        PortalProposal.Proposed(added.Node(), again)!.Points.ShouldBe(-2);
    }

    [Fact]
    public void A_fact_told_anew_takes_the_place_of_the_old_one_while_nothing_is_decided_and_stands_beside_it_afterwards()
    {
        var (sheet, leaf) = ALine(CriterionKind.Deduction, null, 5);
        PortalFact missing = new("bao-cao-1", "Chưa nộp.", TakesOff: true), lifted = new("bao-cao-1", "Chưa đến hạn.", TakesOff: false);
        var told = new PortalProposal(sheet, leaf, missing, Now);
        told.Renew(Leader, missing, Now.AddDays(1)).ShouldBeFalse("it says nothing new");
        told.Renew(Leader, lifted, Now.AddDays(1)).ShouldBeTrue();
        PortalProposal.Proposed(leaf.Node(), [told])!.Points.ShouldBe(0);

        var decided = new PortalProposal(sheet, leaf, missing, Now);
        decided.TellBeside(Leader, missing, Now).ShouldBeFalse();
        decided.TellBeside(Leader, lifted, Now).ShouldBeTrue();
        (decided.Source, decided.LaterInWords(leaf.Node()), PortalProposal.ProposedSince(leaf.Node(), [decided])).ShouldBe(("Chưa nộp.", "Chưa đến hạn. Theo đó không trừ điểm.", 0m));
        PortalProposal.Proposed(leaf.Node(), [decided])!.Points.ShouldBe(-5, "what it was decided by");
        decided.TellBeside(Leader, missing, Now).ShouldBeTrue("as it was again");
        (decided.LaterInWords(leaf.Node()), PortalProposal.ProposedSince(leaf.Node(), [decided])).ShouldBe((null, null));
        decided.TellBeside(Leader, lifted, Now);
        decided.Renew(Leader, lifted, Now).ShouldBeTrue("the appraisal is opened again");
        (decided.TakesOff, decided.LaterAt).ShouldBe((false, null));

        var unknown = PortalProposal.AfterAppraisal(Leader, sheet, leaf, missing, Now);
        PortalProposal.Proposed(leaf.Node(), [unknown])!.Points.ShouldBe(0, "it was appraised without it");
        unknown.LaterInWords(leaf.Node()).ShouldBe("Chưa nộp. Theo đó trừ 5 điểm.");
        told = new(sheet, leaf, missing, Now);
        told.ExcuseBy(Leader, sheet, Duty, leaf, new(Now, "Vắng có lý do", Paper));
        (told.Renew(Leader, lifted, Now), told.TellBeside(Leader, lifted, Now)).ShouldBe((false, false), "an excuse on paper stays");
    }

    [Theory]
    [InlineData(ScoreSheetState.Submitted, RankingState.DraftPublished, false)]
    [InlineData(ScoreSheetState.Objected, RankingState.Collecting, false)]
    [InlineData(ScoreSheetState.Appraised, RankingState.Collecting, true)]
    [InlineData(ScoreSheetState.Adopted, RankingState.Adopted, true)]
    [InlineData(ScoreSheetState.NotSubmitted, RankingState.EntryClosed, false)]
    [InlineData(ScoreSheetState.NotSubmitted, RankingState.Adopted, true)]
    public void A_sheet_is_decided_once_its_appraisal_is_done(ScoreSheetState sheet, RankingState ranking, bool isDecided) => ScoreSheetWorkflow.IsDecided(sheet, ranking).ShouldBe(isDecided);

    [Fact]
    public void The_appraiser_confirms_without_a_reason_and_changes_with_one()
    {
        var (sheet, leaf) = ALine(CriterionKind.Normal, 10, 2);
        var self = new ScoreEntry(sheet, leaf.Id);
        sheet.Submit(Of(3, Position.Member), new(Now), []);
        var cell = ScoreEntry.ForAppraisal(Leader, sheet, Duty, leaf.Id);
        cell.Appraise(Leader, new(new(), null, null) { Proposed = 8 }, self, leaf, Now);
        (cell.Points, cell.IsSetByHand).ShouldBe((8m, false));
        Should.Throw<RuleViolation>(() => cell.Appraise(Leader, new(new(), 10, null) { Proposed = 8 }, self, leaf, Now)).Field.ShouldBe("Reason");
        cell.Appraise(Leader, new(new(), 10, "Đã gửi bản giấy đúng hạn") { Proposed = 8 }, self, leaf, Now);
        (cell.Points, cell.IsSetByHand).ShouldBe((10m, true));
    }
}
