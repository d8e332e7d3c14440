using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

/// <summary>A unit without a sheet at closing: 0 or the points of the facts, as the scheme says; never ranked.</summary>
public sealed class NoSheetTests
{
    private static readonly StepNote Note = new(new(2020, 12, 1, 2, 0, 0, DateTimeKind.Utc), "Không nộp dù đã đôn đốc");

    private static readonly SchemeNode[] Nodes = [new(1, null, 1, "I", "Mục", 100, CriterionKind.Normal, null), new(2, 1, 1, "I.1", "Một", 60, CriterionKind.Normal, Schemes.Judged), new(3, 1, 2, "I.2", "Hai", 40, CriterionKind.Normal, Schemes.Judged)];

    private static readonly Actor Leader = new(1, "Người", 1, "Lãnh đạo", 1, Capacity.Head) { ClusterYearId = 1, UnitId = 1, Positions = new HashSet<Position> { Position.Leader, Position.Member } };

    private static (ScoreSheet Sheet, Criterion Leaf) NotSubmitted(NoSheetPolicy policy, ScoringRule? rule = null)
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng tiêu chí", 100) { NoSheet = policy });
        var leaf = scheme.AddCriterion(Leader, null, new("I", "Một tiêu chí", CriterionKind.Normal, 100, rule ?? Schemes.Judged));
        var sheet = new ScoreSheet(Leader, scheme, 3, "Đơn vị 3");
        sheet.MarkNotSubmitted(Leader, Note);
        return (sheet, leaf);
    }

    private static AppraisalDuty Duty(NoSheetPolicy policy, RankingState ranking) =>
        AppraisalDuty.For(3, AppraisalDuties.Of([(1, Position.Leader, 1)]), enteredByThisPerson: false) with { ScoresFacts = ScoreSheetWorkflow.ScoresFacts(policy, ranking) };

    [Theory]
    [InlineData(NoSheetPolicy.Zero, NotAssignedPolicy.ReduceBase, 0)]
    [InlineData(NoSheetPolicy.Zero, NotAssignedPolicy.FullPoints, 0)]
    [InlineData(NoSheetPolicy.PointsOfFacts, NotAssignedPolicy.ReduceBase, 30)]
    [InlineData(NoSheetPolicy.PointsOfFacts, NotAssignedPolicy.FullPoints, 70)]
    public void S3_What_was_appraised_before_counts_only_where_the_scheme_says_so(NoSheetPolicy policy, NotAssignedPolicy notAssigned, int total)
    {
        var unit = UnitResult.Of(NotSubmitted(policy).Sheet, null, policy, new(notAssigned, new HashSet<int> { 3 }), [new(2, 30m)]);
        var row = ResultSnapshot.Of(new("Bảng tiêu chí", 100) { NotAssigned = notAssigned }, Nodes, [unit]).Compute()[0];
        (row.Totals.Total, row.Place.Rank, row.Place.UnrankedReason).ShouldBe((total, null, "Không nộp bảng tự chấm điểm: Không nộp dù đã đôn đốc"));
    }

    [Fact]
    public void A_unit_that_has_left_keeps_its_points_unranked()
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng tiêu chí", 100));
        var unit = UnitResult.Of(new ScoreSheet(Leader, scheme, 3, "Đơn vị 3"), new UnitLeft(3, new(2020, 9, 30), null), NoSheetPolicy.Zero, NotAssignedLeaves.None, [new(2, 30m)]);
        (unit.UnrankedReason, unit.Leaves[2].Points).ShouldBe(("Thôi tham gia từ ngày 01/10/2020.", 30m));
    }

    [Theory]
    [InlineData(NoSheetPolicy.Zero, RankingState.Collecting, false)]
    [InlineData(NoSheetPolicy.PointsOfFacts, RankingState.Collecting, true)]
    [InlineData(NoSheetPolicy.PointsOfFacts, RankingState.EntryClosed, true)]
    [InlineData(NoSheetPolicy.PointsOfFacts, RankingState.DraftPublished, true)]
    [InlineData(NoSheetPolicy.PointsOfFacts, RankingState.Agreed, false)]
    [InlineData(NoSheetPolicy.PointsOfFacts, RankingState.Adopted, false)]
    public void The_appraiser_scores_the_facts_until_the_results_are_agreed(NoSheetPolicy policy, RankingState ranking, bool may)
    {
        var (sheet, leaf) = NotSubmitted(policy);
        var act = () => ScoreEntry.ForAppraisal(Leader, sheet, Duty(policy, ranking), leaf.Id).Appraise(Leader, new(new(), 25, "Theo hồ sơ của cơ quan thống kê"), new ScoreEntry(sheet, leaf.Id), leaf, Note.At);
        if (may)
        {
            act();
            sheet.State.ShouldBe(ScoreSheetState.NotSubmitted);
        }
        else
        {
            Should.Throw<RuleViolation>(() => act());
        }
    }

    [Fact]
    public void Its_facts_are_compared_with_the_others_and_they_not_with_its()
    {
        var (sheet, leaf) = NotSubmitted(NoSheetPolicy.PointsOfFacts, new ClusterRelativeRule());
        ScoreEntry Cell(ScoreSheet of, decimal achieved)
        {
            var cell = new ScoreEntry(of, leaf.Id);
            cell.Enter(Leader, new(new(10, achieved), null), leaf, Note.At);
            return cell;
        }

        var scheme = new ScoringScheme(Leader, 1, new("Bảng tiêu chí", 100));
        var (one, two, facts) = (Cell(new(Leader, scheme, 1, "Một"), 12), Cell(new(Leader, scheme, 2, "Hai"), 11), Cell(sheet, 14));
        var snapshot = ClusterSnapshot.Take(Leader, leaf, [one, two], Note.At);
        snapshot.GiveBeside(Leader, [facts]);
        (one.Points, two.Points, facts.Points).ShouldBe((100m, 75m, 100m));
        snapshot.Inputs.Keys.ShouldBe([1, 2]);
    }
}
