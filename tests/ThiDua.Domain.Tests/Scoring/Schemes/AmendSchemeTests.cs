using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class AmendSchemeTests
{
    private static readonly Actor Head = new(1, "Lãnh đạo", 1, "Chủ tịch", 1, Capacity.Head) { ClusterYearId = 1, UnitId = 1, Positions = new HashSet<Position> { Position.Leader, Position.Member } };
    private static readonly StepNote Note = new(new(2020, 6, 1, 2, 0, 0, DateTimeKind.Utc));
    private static readonly DocumentReference Document = new("01/HD", new(2020, 3, 1), "Cụm thi đua", "Hướng dẫn");

    private static readonly SchemeTerms Terms = new("Bảng tiêu chí", 40)
    {
        CutOffOn = new(2020, 11, 30),
        NotAssigned = NotAssignedPolicy.FullPoints,
        RankBy = RankBy.Percent,
        NoSheet = NoSheetPolicy.PointsOfFacts,
        SecondAppraisal = SecondAppraisalScope.FirstThree,
        TieKeys = [new(TieKeyKind.FewerDeductions)],
        Bands = [new("Xuất sắc", 90, 50, 0.5m), new("Tốt", 70)],
    };

    private static ScoringScheme Issued()
    {
        var scheme = new ScoringScheme(Head, 1, Terms);
        scheme.AddCriterion(Head, null, new("I", "Một tiêu chí", CriterionKind.Normal, 40, new ProportionalRule()));
        scheme.Issue(Head, Note, Document);
        return scheme;
    }

    [Fact]
    public void The_draft_of_the_next_version_has_every_term_of_the_one_in_force()
    {
        Issued().Amend(Head, Note).Terms().ShouldBe(Terms);
        Issued().Terms().ShouldBe(Terms);
    }

    [Fact]
    public void Terms_are_the_same_by_what_stands_in_them()
    {
        (Terms with { Bands = [.. Terms.Bands], TieKeys = [.. Terms.TieKeys] }).ShouldBe(Terms);
        (Terms with { Bands = [new("Xuất sắc", 91, 50, 0.5m), new("Tốt", 70)] }).ShouldNotBe(Terms);
        (Terms with { SecondAppraisal = SecondAppraisalScope.All }).ShouldNotBe(Terms);
    }

    [Fact]
    public void Both_versions_keep_their_own_terms_when_the_next_comes_into_force()
    {
        var (scheme, changed) = (Issued(), Terms with { Bands = [new("Tốt", 80)], SecondAppraisal = SecondAppraisalScope.All });
        var draft = scheme.Amend(Head, Note);
        draft.Describe(Head, changed, Note.At);
        scheme.PutInForce(Head, draft, Note, Document);
        (scheme.Terms(), draft.Terms()).ShouldBe((changed, Terms));
    }

    [Fact]
    public void Bands_alone_are_a_change_and_without_any_change_nothing_is_issued()
    {
        var scheme = Issued();
        var draft = scheme.Amend(Head, Note);
        Should.Throw<RuleViolation>(() => scheme.PutInForce(Head, draft, Note, Document)).Message.ShouldContain("chưa thay đổi gì");
        draft.Describe(Head, Terms with { Bands = [new("Xuất sắc", 92, 50, 0.5m), new("Tốt", 70)] }, Note.At);
        scheme.PutInForce(Head, draft, Note, Document);
        scheme.Bands[0].From.ShouldBe(92);
    }
}
