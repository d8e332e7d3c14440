using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

/// <summary>Verified, corrected and recognized layers: what they take from the one before, and what they take anew.</summary>
public sealed class LaterResultsTests
{
    private static readonly StepNote Note = new(new(2020, 12, 4, 2, 0, 0, DateTimeKind.Utc), "Theo văn bản");
    private static readonly DocumentReference Document = new("05/BB", new(2020, 12, 4), "Cụm thi đua", "Biên bản");
    private static readonly string[] HonoursByRank = ["Nhất", "Nhì"];

    private static readonly SchemeNode[] Nodes =
    [
        new(1, null, 1, "I", "Mục", 100, CriterionKind.Normal, null),
        new(2, 1, 1, "I.1", "Một", 60, CriterionKind.Normal, Schemes.Judged),
        new(3, 1, 2, "I.2", "Hai", 40, CriterionKind.Normal, Schemes.Judged),
    ];

    private static Actor As(Position position, int? unit = null) => new(position == Position.Leader ? 1 : 9, "Người", 1, "Lãnh đạo", unit ?? 90, Capacity.Head) { ClusterYearId = 1, UnitId = unit, Positions = new HashSet<Position> { position } };

    private static Actor Leader { get; } = As(Position.Leader, 1);

    private static UnitResult Unit(int id, decimal one, LeafResult two) => new(id, $"Đơn vị {id}", null, new Dictionary<int, LeafResult> { [2] = new(one), [3] = two });

    private static ResultSnapshot Results(SchemeTerms? terms = null) => ResultSnapshot.Of(terms ?? new("Bảng tiêu chí", 100), Nodes, [Unit(1, 50, new(30)), Unit(2, 55, new(40)), Unit(3, 40, new(30))]);

    private static (Ranking Ranking, ResultLayer Layer) Adopted(params HonourGiven[] honours)
    {
        var ranking = new Ranking(Leader, new ScoringScheme(Leader, 1, new("Bảng tiêu chí", 100)));
        ranking.CloseEntry(Leader, Note, []);
        ranking.PublishDraft(Leader, Note, [], Results());
        var given = honours.Length > 0 ? honours : [.. Adoption.Default(HonoursByRank, Results())];
        return (ranking, ranking.Adopt(Leader, Note, [], Results(), new(Document, HonoursByRank, given)));
    }

    private static ResultBar ABar(int unitId) =>
        new(Leader, new([(1, Position.Leader, 1)]), unitId, new(0, BarKind.Discipline, [BarEffect.Honour], new(2020, 12, 1), "Điều 9", "Kỷ luật", Document), Note.At);

    [Fact]
    public void A_bar_recorded_after_the_adoption_counts_in_the_next_layer_and_the_honour_is_to_be_reconsidered()
    {
        var (ranking, adopted) = Adopted();
        var bar = ABar(2);
        var verified = ranking.Verify(As(Position.StandingBody), Note, Document, new(adopted, [new(3, 3, 30, 20, "Thiếu hồ sơ", "Người", Note.At)], [bar]));
        var recognized = ranking.Recognize(As(Position.Authority), Note, Document, new(verified, [], [bar]));
        foreach (var layer in new[] { verified, recognized })
        {
            layer.Rows.Select(row => (row.UnitId, row.Rank, row.HonourPlace, row.Honour)).ShouldBe([(2, 1, null, "Nhất"), (1, 2, 1, "Nhì"), (3, 3, 2, null)]);
            layer.Rows.Single(row => row.UnitId == 2).Bars.ShouldHaveSingleItem();
            layer.Rows.Where(row => row.IsToReconsider(HonoursByRank, adopted.Rows.Single(before => before.UnitId == row.UnitId))).Select(row => row.UnitId).ShouldBe([2, 1, 3]);
            layer.Differences().ShouldBeEmpty();
        }

        adopted.Rows.ShouldAllBe(row => row.Bars.Count == 0);
        bar.Lift(Leader with { UserId = 2 }, new([(1, Position.Leader, 1)]), Note);
        var corrected = ranking.Correct(As(Position.Authority), Note, Document, new(recognized, [new(3, 3, 20, 25, "Bổ sung hồ sơ", "Người", Note.At)], [bar]));
        corrected.Rows.Select(row => (row.UnitId, row.HonourPlace, row.Bars.Count)).ShouldBe([(2, 1, 0), (1, 2, 0), (3, 3, 0)]);
    }

    [Fact]
    public void What_the_conference_decided_beside_the_ranks_is_not_to_be_reconsidered_again()
    {
        var (ranking, adopted) = Adopted(new(2, "Nhì", "Theo biểu quyết"), new(1, "Nhất", "Theo biểu quyết"));
        var recognized = ranking.Recognize(As(Position.Authority), Note, Document, new(adopted, [], []));
        recognized.Rows.ShouldAllBe(row => !row.IsToReconsider(HonoursByRank, adopted.Rows.Single(before => before.UnitId == row.UnitId)));
    }

    [Theory]
    [InlineData(NotAssignedPolicy.ReduceBase, true)]
    [InlineData(NotAssignedPolicy.FullPoints, true)]
    [InlineData(NotAssignedPolicy.BestOfUnitsWithoutTarget, false)]
    public void A_line_that_is_not_scored_for_the_unit_is_not_corrected(NotAssignedPolicy policy, bool refused)
    {
        var now = ResultSnapshot.Of(new("Bảng tiêu chí", 100) { NotAssigned = policy }, Nodes, [Unit(1, 50, new(policy == NotAssignedPolicy.BestOfUnitsWithoutTarget ? 30 : null, NotAssigned: true))]);
        var act = () => ResultCorrection.Of(Leader, now, [new(1, "I.2", 35, "Nhầm", "Lines[0]")], Note.At);
        if (refused)
        {
            Should.Throw<RuleViolation>(act).Field.ShouldBe("Lines[0].Code");
        }
        else
        {
            now.With(act()).Compute()[0].Totals.Total.ShouldBe(85);
        }
    }

    [Fact]
    public void A_correction_names_lines_of_the_results_once_within_bounds_and_with_other_points()
    {
        void Refused(string field, params CorrectedLine[] lines) => Should.Throw<RuleViolation>(() => ResultCorrection.Of(Leader, Results(), lines, Note.At)).Field.ShouldBe(field);
        Refused("a.Code", new CorrectedLine(1, "I.9", 1, "Lý do", "a"));
        Refused("a.Code", new CorrectedLine(1, "I", 1, "Lý do", "a"));
        Refused("a.UnitId", new CorrectedLine(8, "I.1", 1, "Lý do", "a"));
        Refused("a.Points", new CorrectedLine(1, "I.1", 61, "Lý do", "a"));
        Refused("a.Points", new CorrectedLine(1, "I.1", 50, "Lý do", "a"));
        Refused("a.Reason", new CorrectedLine(1, "I.1", 51, " ", "a"));
        Refused("b.Code", new CorrectedLine(1, "I.1", 51, "Lý do", "a"), new CorrectedLine(1, "i.1 ", 52, "Lý do", "b"));
        ResultCorrection.Of(Leader, Results(), [new(1, "i.1", 51, "Lý do")], Note.At).ShouldBe([new LineChange(1, 2, 50, 51, "Lý do", "Người", Note.At)]);
    }
}
