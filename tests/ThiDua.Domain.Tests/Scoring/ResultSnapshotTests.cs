using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class ResultSnapshotTests
{
    private static readonly SchemeNode[] Nodes =
    [
        new(1, null, 1, "I", "Kinh tế", 60, CriterionKind.Normal, null),
        new(2, 1, 1, "I.1", "GRDP", 40, CriterionKind.Normal, new ClusterRelativeRule()),
        new(3, 1, 2, "I.2", "Giải ngân", 20, CriterionKind.Normal, new ProportionalRule()),
        new(4, null, 2, "II", "Thi đua", 40, CriterionKind.Normal, null),
        new(5, 4, 1, "II.1", "Văn bản", 40, CriterionKind.Normal, new JudgedRule(1)),
    ];

    [Fact]
    public void S4_A_recorded_vote_is_the_last_key_also_where_the_scheme_names_none()
    {
        var tied = Results(Unit(1, 20, 20, 30), Unit(2, 20, 20, 30), Unit(3, 20, 20, 20));
        tied.ToVoteOn().Select(group => group.Select(unit => unit.UnitId)).ShouldBe([[1, 2]]);
        var voted = tied with { Units = [tied.Units[0] with { TieVotes = 3, TieBallot = 1 }, tied.Units[1] with { TieVotes = 5, TieBallot = 1 }, tied.Units[2]] };
        voted.Compute().Select(row => (row.Unit.UnitId, row.Place.Rank)).ShouldBe([(2, 1), (1, 2), (3, 3)]);
        voted.Compute()[0].Place.TieBrokenBy.ShouldBe("Bằng điểm, phân định theo kết quả biểu quyết.");
        voted.ToVoteOn().Count.ShouldBe(1);
    }

    [Fact]
    public void S4_Votes_of_two_ballots_are_never_compared()
    {
        var rows = Results(Unit(1, 20, 20, 30) with { TieVotes = 9, TieBallot = 1 }, Unit(2, 20, 20, 30) with { TieVotes = 2, TieBallot = 2 }).Compute();
        rows.ShouldAllBe(row => row.Place.Rank == 1 && row.Place.TieUnresolved);
    }

    [Fact]
    public void S4_The_keys_by_unit_give_the_ranks_again()
    {
        var results = Results(Unit(1, 20, 20, 30) with { TieVotes = 3, TieBallot = 1 }, Unit(2, 20, 20, 30) with { TieVotes = 5, TieBallot = 1 }, Unit(3, 30, 20, 20), Unit(4, 1, 2, 3) with { UnrankedReason = "Không nộp" }) with { TieKeys = [new(TieKeyKind.SectionTotal, 4)] };
        var keys = results.KeysByUnit();
        keys.Select(unit => (unit.Key, string.Join(' ', unit.Value))).ShouldBe([(1, "30 3"), (2, "30 5"), (3, "20 0")], ignoreOrder: true);
        results.Compute().Select(row => (row.Unit.UnitId, row.Place.Rank)).ShouldBe([(2, 1), (1, 2), (3, 3), (4, null)]);
    }

    [Fact]
    public void Bands_go_by_the_score_that_ranks_with_floors_and_a_share_and_skip_who_is_barred()
    {
        var results = Results(Unit(1, 40, 20, 40), Unit(2, 40, 20, 35), Unit(3, 38, 20, 12), Unit(4, 40, 20, 34) with { Bars = [ABar(BarEffect.Classification)] }) with
        {
            Bands = [new("Xuất sắc", 90, 50, 0.5m), new("Tốt", 70)],
        };
        var rows = results.Compute().ToDictionary(row => row.Unit.UnitId, row => row.Class);
        rows.Select(row => (row.Key, row.Value.Band)).ShouldBe([(1, "Xuất sắc"), (2, "Tốt"), (3, "Tốt"), (4, null)], ignoreOrder: true);
        rows[2].Reason.ShouldBe("Không xếp loại Xuất sắc: đã đủ 1 đơn vị theo tỷ lệ 50 %.");
        rows[4].Reason.ShouldBe("Không xét xếp loại.");
        Results(Unit(1, 40, 20, 40)).Compute()[0].Class.Band.ShouldBeNull();
    }

    [Fact]
    public void S3_Bands_votes_and_bars_come_back_from_JSON()
    {
        var results = Results(Unit(1, 40, 20, 40) with { TieVotes = 1, TieBallot = 2, Bars = [ABar(BarEffect.Honour)] }, Unit(2, 40, 20, 40) with { TieVotes = 4, TieBallot = 2 }) with { Bands = [new("Tốt", 70, 50, 0.5m)] };
        var again = ResultSnapshot.FromJson(results.ToJson());
        again.ToJson().ShouldBe(results.ToJson());
        again.Compute().Select(row => (row.Unit.UnitId, row.Place, row.Honour, row.Class)).ShouldBe(results.Compute().Select(row => (row.Unit.UnitId, row.Place, row.Honour, row.Class)));
    }

    [Fact]
    public void A_trial_moves_every_unit_of_a_cluster_relative_line_and_leaves_the_present_alone()
    {
        LineNow[] lines = [new(1, 2, new(10, 12), false), new(2, 2, new(10, 11), false), new(3, 2, new(10, 10), true)];
        var present = Results(Unit(1, 40, 20, 20), Unit(2, 30, 20, 20), Unit(3, 25, 20, 20));
        var json = present.ToJson();
        var tried = ResultTrial.Apply(present, lines, [new(2, 2, Achieved: 14, Points: null), new(3, 5, null, 39)]);
        present.ToJson().ShouldBe(json);
        tried.Units.Select(unit => unit.Leaves[2].Points).ShouldBe([30, 40, 25]); // 20 % of 40 % over; the furthest; set by hand
        tried.Units[2].Leaves[5].Points.ShouldBe(39);
        ResultChanges.Between(present, tried)[3].ShouldBe(["II.1: 20,00 → 39,00", "Tổng điểm: 65,00 → 84,00", "Thứ hạng: 3 → 1"]);
        ResultChanges.Between(present, present).ShouldBeEmpty();
    }

    [Fact]
    public void A_trial_refuses_what_a_sheet_would_refuse()
    {
        var present = Results(Unit(1, 40, 20, 20));
        void Refused(TriedLine line, string field) => Should.Throw<RuleViolation>(() => ResultTrial.Apply(present, [], [line with { Field = "Lines[0]" }])).Field.ShouldBe($"Lines[0].{field}");
        Refused(new(1, 5, null, 41), "Points");
        Refused(new(1, 5, 3, null), "Achieved");
        Refused(new(1, 3, 3, null), "Achieved");
        Refused(new(9, 5, null, 1), "UnitId");
        Refused(new(1, 4, null, 1), "CriterionId");
    }

    [Fact]
    public void A_scheme_takes_bands_best_first_and_names_what_is_wrong()
    {
        Classification.InOrder([new("Tốt", 70), new(" Xuất sắc ", 90, 50, 0.5m)]).Select(band => band.Name).ShouldBe(["Xuất sắc", "Tốt"]);
        string? Field(params ClassificationBand[] bands) => Should.Throw<RuleViolation>(() => Classification.InOrder(bands)).Field;
        Field(new ClassificationBand(" ", 1)).ShouldBe("Bands[0].Name");
        Field(new("Tốt", 70), new("Tốt", 80)).ShouldBe("Bands[0].Name");
        Field(new("Tốt", 70), new("Khá", 70)).ShouldBe("Bands[0].From");
        Field(new ClassificationBand("Tốt", 70, 101)).ShouldBe("Bands[0].Floor");
        Field(new ClassificationBand("Tốt", 70, null, 1.5m)).ShouldBe("Bands[0].Share");
    }

    [Theory]
    [InlineData(false, "Xuất sắc", "Tốt")]
    [InlineData(true, "Xuất sắc", "Tốt")]
    public void Bands_in_points_stay_what_they_are_where_a_smaller_base_ranks_by_percent(bool oneIsNotAssigned, string first, string second)
    {
        SchemeNode[] nodes = [.. Nodes, new(6, null, 3, "B", "Điểm thưởng", 20, CriterionKind.Bonus, null), new(7, 6, 1, "B.1", "Thưởng", 20, CriterionKind.Bonus, new JudgedRule(1))];
        var terms = new SchemeTerms("Bảng tiêu chí", 100) { Bands = [new("Xuất sắc", 90), new("Tốt", 70)] };
        var third = new UnitResult(3, "Đơn vị 3", null, new Dictionary<int, LeafResult> { [2] = new(40), [3] = new(oneIsNotAssigned ? null : 20, oneIsNotAssigned), [5] = new(20) });
        var results = ResultSnapshot.Of(terms, nodes, [Unit(1, 40, 20, 30), Unit(2, 40, 20, 29), third]);
        results.RankBy.ShouldBe(oneIsNotAssigned ? RankBy.Percent : RankBy.Points);
        results.BandsInForce().Select(band => band.From).ShouldBe(oneIsNotAssigned ? [75, 58.33m] : [90, 70]);
        var bands = ResultSnapshot.FromJson(results.ToJson()).Compute().ToDictionary(row => row.Unit.UnitId, row => row.Class.Band);
        (bands[1], bands[2]).ShouldBe((first, second));
        bands[3].ShouldBe("Tốt");
    }

    [Fact]
    public void S2_A_trial_compares_units_without_target_apart_and_leaves_what_is_not_scored_alone()
    {
        LineNow[] lines = [new(1, 2, new(10, 12), false), new(2, 2, new(10, 11), false), new(3, 2, new(null, 8), false), new(4, 2, new(null, 4), false)];
        var notAssigned = new Dictionary<int, LeafResult> { [2] = new(40, NotAssigned: true), [3] = new(20), [5] = new(20) };
        UnitResult[] units = [Unit(1, 40, 20, 20), Unit(2, 30, 20, 20), new(3, "Đơn vị 3", null, notAssigned), new(4, "Đơn vị 4", null, new Dictionary<int, LeafResult>(notAssigned) { [2] = new(20, NotAssigned: true) })];
        var present = Results(units) with { NotAssigned = NotAssignedPolicy.BestOfUnitsWithoutTarget };
        ResultTrial.Apply(present, lines, [new(2, 2, Achieved: 14, Points: null)]).Units.Select(unit => unit.Leaves[2]).ShouldBe([new(30), new(40), new(40, true), new(20, true)]);
        ResultTrial.Apply(present, lines, [new(4, 2, Achieved: 16, Points: null)]).Units.Select(unit => unit.Leaves[2]).ShouldBe([new(40), new(30), new(20, true), new(40, true)]);
        ResultTrial.Apply(present, lines, [new(4, 2, null, Points: 12)]).Units[3].Leaves[2].ShouldBe(new(12, true));
        Should.Throw<RuleViolation>(() => ResultTrial.Apply(present with { NotAssigned = NotAssignedPolicy.ReduceBase }, lines, [new(3, 2, null, 12, "Lines[0]")])).Field.ShouldBe("Lines[0].CriterionId");
    }

    private static Bar ABar(params BarEffect[] touches) => new(7, BarKind.Discipline, touches, new(2020, 11, 1), "Điều 9", "Kỷ luật", new("9/QĐ", new(2020, 11, 1), "Tỉnh ủy", ""));

    private static UnitResult Unit(int id, decimal growth, decimal disbursed, decimal judged) =>
        new(id, $"Đơn vị {id}", null, new Dictionary<int, LeafResult> { [2] = new(growth), [3] = new(disbursed), [5] = new(judged) });

    private static ResultSnapshot Results(params UnitResult[] units) => new(RankBy.Points, [], NotAssignedPolicy.ReduceBase, Nodes, units);
}
