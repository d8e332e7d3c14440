using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class ClassificationTests
{
    private static readonly IReadOnlyList<ClassificationBand> Bands = Schemes.Template("provincial-block").Bands;

    [Theory]
    [InlineData(90, 85, "Xuất sắc")]
    [InlineData(89.99, 99, "Tốt")]
    [InlineData(95, 84.99, "Tốt")]
    [InlineData(95, 79, "Khá")]
    [InlineData(80, 80, "Tốt")]
    [InlineData(70, 70, "Khá")]
    [InlineData(95, 60, "Trung bình")]
    [InlineData(12, 12, "Trung bình")]
    public void A_band_needs_its_score_and_its_floor_in_every_section(double score, double worst, string band) =>
        Classify(Bands, Unit(1, (decimal)score, 1, (decimal)worst)).Single().Band.ShouldBe(band);

    [Fact]
    public void The_reason_names_the_section_that_kept_the_unit_from_the_best_band() =>
        Classify(Bands, Unit(1, 95, 1, 84.5m)).Single().Reason.ShouldBe("Không xếp loại Xuất sắc: mục II đạt 84,50 %, dưới mức sàn 85 %.");

    [Fact]
    public void The_share_of_the_best_is_filled_by_rank_and_rounded_down()
    {
        var bands = new[] { new ClassificationBand("Xuất sắc", 90, null, 0.3m), new("Tốt", 80) };
        var classified = Classify(bands, Unit(1, 91, 3), Unit(2, 97, 1), Unit(3, 95, 2), Unit(4, 85, 4), Unit(5, 85, 5));
        classified.Select(unit => unit.Band).ShouldBe(["Tốt", "Xuất sắc", "Tốt", "Tốt", "Tốt"]);
        classified[2].Reason.ShouldBe("Không xếp loại Xuất sắc: đã đủ 1 đơn vị theo tỷ lệ 30 %.");
        classified[3].Reason.ShouldBeNull();
    }

    [Fact]
    public void Equal_ranks_at_the_edge_of_the_share_go_in_together_or_not_at_all()
    {
        var bands = new[] { new ClassificationBand("Xuất sắc", 90, null, 0.5m), new("Tốt", 80) };
        Classify(bands, Unit(1, 95, 1), Unit(2, 94, 2), Unit(3, 94, 2), Unit(4, 91, 4))
            .Select(unit => unit.Band).ShouldBe(["Xuất sắc", "Tốt", "Tốt", "Tốt"]);
    }

    [Fact]
    public void A_unit_that_is_not_classified_keeps_its_reason_and_takes_no_share()
    {
        var bands = new[] { new ClassificationBand("Xuất sắc", 90, null, 0.5m) };
        var classified = Classify(bands, Unit(1, 99, 1) with { UnclassifiedReason = "Đang xem xét kỷ luật" }, Unit(2, 95, 2), Unit(3, 60, 3));
        classified.Select(unit => unit.Band).ShouldBe([null, "Xuất sắc", null]);
        classified[0].Reason.ShouldBe("Đang xem xét kỷ luật");
        classified[2].Reason.ShouldBe("Chưa đạt mức xếp loại thấp nhất.");
    }

    private static IReadOnlyList<ClassifiedUnit> Classify(IReadOnlyList<ClassificationBand> bands, params ClassificationUnit[] units) =>
        Classification.Compute(bands, units);

    private static ClassificationUnit Unit(int id, decimal score, int rank, decimal worstSection = 100) =>
        new(id, score, rank, new Dictionary<string, decimal> { ["I"] = 100, ["II"] = worstSection });
}
