using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class RankingTableTests
{
    private static readonly TieKey[] Ladder =
    [
        new(TieKeyKind.SectionTotal, 3, "mục III"),
        new(TieKeyKind.CriterionPoints, 1, "tiêu chí I.1"),
        new(TieKeyKind.FewerDeductions),
        new(TieKeyKind.Vote),
    ];

    [Fact]
    public void S4_Equal_totals_share_a_rank()
    {
        var ranked = Rank([], Unit(1, 90), Unit(2, 95), Unit(3, 95));
        ranked.Select(unit => (unit.UnitId, unit.Rank)).ShouldBe([(2, 1), (3, 1), (1, 3)]);
        ranked.Select(unit => unit.TieUnresolved).ShouldBe([true, true, false]);
        ranked[2].TieBrokenBy.ShouldBeNull();
    }

    [Fact]
    public void S4_The_first_key_that_differs_breaks_the_tie()
    {
        var ranked = Rank(Ladder, Unit(1, 90, section: 50), Unit(2, 90, section: 60));
        ranked.Select(unit => unit.UnitId).ShouldBe([2, 1]);
        ranked.ShouldAllBe(unit => unit.TieBrokenBy == "Bằng điểm, phân định theo tổng điểm mục III." && !unit.TieUnresolved);
    }

    [Fact]
    public void S4_The_ladder_is_gone_down_rung_by_rung()
    {
        Rank(Ladder, Unit(1, 90, criterion: 5), Unit(2, 90, criterion: 6)).Select(unit => unit.UnitId).ShouldBe([2, 1]);
        Rank(Ladder, Unit(1, 90, deductions: 4), Unit(2, 90, deductions: 2))[0].ShouldBe(
            new RankedUnit(2, 1, "Bằng điểm, phân định theo số điểm trừ ít hơn.", false, null));
        Rank(Ladder, Unit(1, 90, votes: 2), Unit(2, 90, votes: 4))[0].TieBrokenBy.ShouldBe("Bằng điểm, phân định theo kết quả biểu quyết.");
        Rank(Ladder, Unit(1, 90, section: 60, deductions: 9), Unit(2, 90, section: 50)).Select(unit => unit.UnitId).ShouldBe([1, 2]);
    }

    [Fact]
    public void S4_A_tie_of_three_may_be_broken_by_two_keys()
    {
        var ranked = Rank(Ladder, Unit(1, 90, section: 60), Unit(2, 90, section: 50, deductions: 2), Unit(3, 90, section: 50));
        ranked.Select(unit => (unit.UnitId, unit.Rank)).ShouldBe([(1, 1), (3, 2), (2, 3)]);
        ranked[0].TieBrokenBy.ShouldBe("Bằng điểm, phân định theo tổng điểm mục III.");
        ranked[1].TieBrokenBy.ShouldBe("Bằng điểm, phân định theo số điểm trừ ít hơn.");
    }

    [Fact]
    public void S4_An_unresolved_tie_stays_a_tie()
    {
        var ranked = Rank(Ladder, Unit(1, 90), Unit(2, 90), Unit(3, 80));
        ranked.Select(unit => unit.Rank).ShouldBe([1, 1, 3]);
        ranked[0].TieUnresolved.ShouldBeTrue();
        ranked[0].TieBrokenBy.ShouldBe("Bằng điểm, đồng hạng: các tiêu chí phụ không phân định được.");
    }

    [Fact]
    public void S4_A_vote_that_left_out_one_of_the_tied_decides_nothing() =>
        Rank(Ladder, Unit(1, 90, votes: 5), Unit(2, 90)).ShouldAllBe(unit => unit.Rank == 1 && unit.TieUnresolved);

    [Fact]
    public void S4_Percents_are_compared_as_printed()
    {
        var input = new RankingInput(RankBy.Percent, [], [Unit(1, 1, percent: 87.995m), Unit(2, 2, percent: 88.00m), Unit(3, 3, percent: 87.99m)]);
        RankingTable.Compute(input).Select(unit => unit.Rank).ShouldBe([1, 1, 3]);
    }

    [Fact]
    public void S4_A_unit_that_is_not_ranked_stands_last_with_its_reason_and_takes_no_place()
    {
        var ranked = Rank([], Unit(1, 99) with { UnrankedReason = "Không nộp bảng tự chấm điểm" }, Unit(2, 50), Unit(3, 60));
        ranked.Select(unit => (unit.UnitId, unit.Rank)).ShouldBe([(3, 1), (2, 2), (1, null)]);
        ranked[2].UnrankedReason.ShouldBe("Không nộp bảng tự chấm điểm");
    }

    [Fact]
    public void Tied_units_stand_in_the_order_of_the_vietnamese_alphabet() =>
        Rank([], Unit(1, 1, name: "Đồng Nai"), Unit(2, 1, name: "Hà Nội"), Unit(3, 1, name: "Đà Nẵng"), Unit(4, 1, name: "Cà Mau"))
            .Select(unit => unit.UnitId).ShouldBe([4, 3, 1, 2]);

    private static IReadOnlyList<RankedUnit> Rank(IReadOnlyList<TieKey> keys, params RankingUnit[] units) =>
        RankingTable.Compute(new(RankBy.Points, keys, units));

    private static RankingUnit Unit(
        int id, decimal total, decimal section = 0, decimal criterion = 0, decimal deductions = 0, int? votes = null, decimal percent = 0, string? name = null) =>
        new(id, name ?? $"Đơn vị {id}", null, total, percent, deductions, new Dictionary<int, decimal> { [3] = section, [1] = criterion }, votes);
}
