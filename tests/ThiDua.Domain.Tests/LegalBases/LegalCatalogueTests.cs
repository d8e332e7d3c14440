using ThiDua.Domain.Access;
using ThiDua.Domain.LegalBases;
using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Tests.LegalBases;

public sealed class LegalCatalogueTests
{
    private readonly List<LegalBasis> _known = [];

    private LegalCatalogue Catalogue => new(_known);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy");

    private static Actor Leader => new(1, "Người thử", 1, "Cương vị", 7, Capacity.Clerk) { ClusterYearId = 1, UnitId = 7, Positions = new HashSet<Position> { Position.Leader } };

    private static LegalBasisDescription Text(string kind, string? number, string? issuedOn, string? about, string? from, string? to) => new(kind)
    {
        Number = number,
        IssuedOn = issuedOn is null ? null : Day(issuedOn),
        Issuer = "Cơ quan",
        Abstract = about,
        InForceFrom = from is null ? null : Day(from),
        InForceTo = to is null ? null : Day(to),
    };

    private LegalBasis Add(LegalBasisDescription text, int? clusterId = null)
    {
        var row = new LegalBasis(clusterId is null ? Actor.Portal : Leader, clusterId, text);
        typeof(LegalBasis).GetProperty(nameof(LegalBasis.Id))!.SetValue(row, _known.Count + 1);
        _known.Add(row);
        return row;
    }

    private static void Say(LegalBasis row, Func<LegalBasisDescription, LegalBasisDescription> change) => row.Describe(Actor.Portal, change(row.Description()));

    /// <summary>Three decrees, each in the place of the one before, and two laws of which one was amended twice.</summary>
    private (LegalBasis Old, LegalBasis Middle, LegalBasis New, LegalBasis OldLaw, LegalBasis NewLaw, LegalBasis Amending) Laws()
    {
        var old = Add(Text("Nghị định", "91/2017/NĐ-CP", "31/07/2017", "quy định chi tiết Luật Thi đua, khen thưởng", "01/10/2017", "31/12/2023"));
        var middle = Add(Text("Nghị định", "98/2023/NĐ-CP", "31/12/2023", "quy định chi tiết", "01/01/2024", "30/06/2025"));
        var now = Add(Text("Nghị định", "152/2025/NĐ-CP", "14/06/2025", "quy định chi tiết", "01/07/2025", null));
        var oldLaw = Add(Text("Luật", "15/2003/QH11", "26/11/2003", "Thi đua, khen thưởng", "01/07/2004", "31/12/2023"));
        var newLaw = Add(Text("Luật", "06/2022/QH15", "15/06/2022", "Thi đua, khen thưởng", "01/01/2024", null));
        var amending = Add(Text("Luật", "39/2013/QH13", "16/11/2013", "sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "01/06/2014", "31/12/2023"));
        Say(old, text => text with { ReplacedById = middle.Id });
        Say(middle, text => text with { ReplacedById = now.Id });
        Say(oldLaw, text => text with { ReplacedById = newLaw.Id });
        Say(amending, text => text with { ReplacedById = newLaw.Id, AmendsId = oldLaw.Id });
        return (old, middle, now, oldLaw, newLaw, amending);
    }

    [Theory]
    [InlineData("01/10/2017", "31/12/2023", "30/09/2017", BasisStanding.NotYet)]
    [InlineData("01/10/2017", "31/12/2023", "01/10/2017", BasisStanding.InForce)]
    [InlineData("01/10/2017", "31/12/2023", "31/12/2023", BasisStanding.InForce)]
    [InlineData("01/10/2017", "31/12/2023", "01/01/2024", BasisStanding.Expired)]
    [InlineData("01/10/2017", null, "01/01/2090", BasisStanding.InForce)]
    [InlineData(null, "31/12/2023", "01/01/1990", BasisStanding.InForce)]
    [InlineData(null, null, "01/01/2026", BasisStanding.InForce)]
    public void A_document_is_in_force_from_its_first_day_to_the_end_of_its_last(string? from, string? to, string day, BasisStanding standing) =>
        Add(Text("Nghị định", "1/2017/NĐ-CP", null, null, from, to)).StandingOn(Day(day)).ShouldBe(standing);

    [Theory]
    [InlineData("02/07/2020", null)]
    [InlineData("15/03/2024", "98/2023/NĐ-CP")]
    [InlineData("30/06/2025", "98/2023/NĐ-CP")]
    [InlineData("01/07/2025", "152/2025/NĐ-CP")]
    public void The_text_in_force_on_the_day_is_found_along_the_line_of_successors(string day, string? instead)
    {
        var cited = Laws().Old.ToBasis(BasisOpening.PursuantTo);
        var finding = Catalogue.Check(cited, Day(day));
        (finding!.IsWarning, finding.Instead?.Number).ShouldBe((instead is not null, instead));
    }

    [Fact]
    public void Of_a_text_not_yet_in_force_the_one_before_it_is_named()
    {
        var (old, middle, now, _, _, _) = Laws();
        Catalogue.Check(now, Day("02/07/2020")).ShouldSatisfyAllConditions(
            finding => finding.Standing.ShouldBe(BasisStanding.NotYet),
            finding => finding.Instead.ShouldBe(old),
            finding => finding.InWords().ShouldBe("Nghị định số 152/2025/NĐ-CP đến ngày 01/07/2025 mới có hiệu lực; văn bản có hiệu lực là Nghị định số 91/2017/NĐ-CP."));
        Catalogue.Check(middle, Day("01/01/2026")).InWords().ShouldBe("Nghị định số 98/2023/NĐ-CP hết hiệu lực từ ngày 01/07/2025; văn bản có hiệu lực là Nghị định số 152/2025/NĐ-CP.");
        Catalogue.Check(old, Day("01/01/2010")).Instead.ShouldBeNull();
    }

    [Theory]
    [InlineData("31/05/2014", 0)]
    [InlineData("01/06/2014", 1)]
    [InlineData("31/12/2023", 1)]
    [InlineData("01/01/2024", 0)]
    public void Amendments_are_told_while_they_are_in_force(string day, int count)
    {
        var (_, _, _, oldLaw, newLaw, amending) = Laws();
        Catalogue.AmendmentsOf(oldLaw, Day(day)).ShouldBe(count == 0 ? [] : [amending]);
        Catalogue.AmendmentsOf(newLaw, Day(day)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Công văn", "13/HĐTĐKT-VI", "13/HĐTDKT-VI")]
    [InlineData("Chỉ thị", "05-CT/TW", "5 - CT/TW")]
    [InlineData("Luật", "06/2022/QH15", "6/2022/qh15")]
    public void A_number_is_recognized_however_it_is_spelt(string kind, string number, string typed)
    {
        var row = Add(Text(kind, number, "27/04/2020", "về việc", null, null));
        Catalogue.Find(new(BasisOpening.Implementing, kind) { Number = typed, IssuedOn = Day("27/04/2020") }, Day("01/01/2026")).ShouldBe(row);
        Catalogue.Find(new(BasisOpening.Implementing, kind) { Number = typed }, Day("01/01/2026")).ShouldBe(row);
        Catalogue.Find(new(BasisOpening.Implementing, kind) { Number = typed, IssuedOn = Day("28/04/2020") }, Day("01/01/2026")).ShouldBeNull("another document of the same number");
        Catalogue.Find(new(BasisOpening.Implementing, kind) { Number = "1" + typed }, Day("01/01/2026")).ShouldBeNull();
    }

    [Theory]
    [InlineData("Luật", "Thi đua, khen thưởng", "26/11/2003", "15/2003/QH11")]
    [InlineData("luật", "Thi đua - Khen thưởng", "15/06/2022", "06/2022/QH15")]
    [InlineData("Luật", "sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng", "16/11/2013", "39/2013/QH13")]
    [InlineData("Luật", "Căn cứ Luật Thi đua, khen thưởng", null, "06/2022/QH15")]
    [InlineData("Luật", "Thi đua", "26/11/2003", null)]
    [InlineData("Nghị định", "Luật Thi đua, khen thưởng", null, null)]
    public void What_is_printed_without_number_is_recognized_by_kind_name_and_date(string kind, string about, string? issuedOn, string? number)
    {
        Laws();
        Catalogue.Find(new(BasisOpening.PursuantTo, kind) { Abstract = about, IssuedOn = issuedOn is null ? null : Day(issuedOn) }, Day("01/01/2026"))?.Number.ShouldBe(number);
    }

    [Fact]
    public void Without_a_date_the_law_in_force_on_the_plans_day_is_meant()
    {
        var (_, _, _, oldLaw, newLaw, _) = Laws();
        var basis = new BasisDescription(BasisOpening.PursuantTo, "Luật") { Abstract = "Thi đua, khen thưởng" };
        Catalogue.Find(basis, Day("02/07/2020")).ShouldBe(oldLaw);
        Catalogue.Find(basis, Day("02/07/2024")).ShouldBe(newLaw);
    }

    [Fact]
    public void A_law_prints_without_number_and_issuer()
    {
        var (old, _, _, oldLaw, _, _) = Laws();
        oldLaw.ToBasis(BasisOpening.Following).ShouldBe(new(BasisOpening.Following, "Luật") { IssuedOn = Day("26/11/2003"), Abstract = "Thi đua, khen thưởng" });
        old.ToBasis(BasisOpening.PursuantTo).Number.ShouldBe("91/2017/NĐ-CP");
        (oldLaw.Name, old.Name).ShouldBe(("Luật Thi đua, khen thưởng số 15/2003/QH11", "Nghị định số 91/2017/NĐ-CP"));
    }

    [Fact]
    public void Successors_never_run_in_a_circle()
    {
        var (old, _, now, _, _, _) = Laws();
        Should.Throw<RuleViolation>(() => Catalogue.RequireNoCircle(now.Id, old.Id)).Field.ShouldBe(nameof(LegalBasis.ReplacedById));
        Should.Throw<RuleViolation>(() => Say(now, text => text with { ReplacedById = now.Id }));
        Catalogue.RequireNoCircle(null, old.Id);
    }

    [Fact]
    public void Everybodys_list_is_kept_by_administrators_a_clusters_by_the_leaders_staff()
    {
        var text = Text("Kế hoạch", "05/KH-UBND", "02/01/2020", "về việc", null, null);
        Should.Throw<NotPermitted>(() => new LegalBasis(Leader, null, text));
        Should.Throw<NotPermitted>(() => new LegalBasis(Leader with { Positions = new HashSet<Position> { Position.Deputy } }, 3, text)).Message.ShouldContain("đơn vị Cụm trưởng");
        new LegalBasis(Leader, 3, text).ClusterId.ShouldBe(3);
    }

    [Theory]
    [InlineData("", "1/KH", "a", null, null, "Nhập loại văn bản")]
    [InlineData("Kế hoạch", " ", " ", null, null, "Nhập số, ký hiệu hoặc trích yếu")]
    [InlineData("Kế hoạch", "1/KH", "a", "02/01/2020", "01/01/2020", "không được trước ngày bắt đầu")]
    public void What_is_no_document_is_refused(string kind, string number, string about, string? from, string? to, string told) =>
        Should.Throw<RuleViolation>(() => Add(Text(kind, number, null, about, from, to))).Message.ShouldContain(told);

    [Theory]
    [InlineData(2020, null, "22/11/2026", "31/12/2020")]
    [InlineData(2026, null, "22/11/2026", "22/11/2026")]
    [InlineData(2027, null, "22/11/2026", "01/01/2027")]
    [InlineData(2020, "02/07/2020", "22/11/2026", "02/07/2020")]
    public void A_plans_day_is_that_of_its_issue_or_today_within_its_year(int year, string? issuedOn, string today, string day) =>
        DayOfPaper.Of(year, Day(today), issuedOn is null ? null : Day(issuedOn)).ShouldBe(Day(day));
}
