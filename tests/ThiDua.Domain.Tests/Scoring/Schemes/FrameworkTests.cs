using ThiDua.Domain.Scoring;
using static ThiDua.Domain.Tests.Scoring.FrameworksInTest;

namespace ThiDua.Domain.Tests.Scoring;

public sealed class FrameworkTests
{
    [Fact]
    public void A_scheme_made_from_a_framework_has_its_rows_total_and_marks()
    {
        var scheme = Following(Framework());
        scheme.ContentTotal.ShouldBe(100);
        scheme.Lines().ShouldBe(Lines);
        scheme.Criteria.Select(row => (row.Code, row.Part)).ShouldBe([("I", FrameworkPart.Locked), ("I.1", FrameworkPart.Locked), ("I.2", FrameworkPart.Locked), ("II", FrameworkPart.Free), ("II.1", null), ("C", FrameworkPart.Locked), ("C.1", FrameworkPart.Locked)]);
        scheme.Framework!.Document.ShouldBe(Document);
        scheme.Problems().ShouldBeEmpty();
    }

    public static TheoryData<string, bool> Acts() => new()
    {
        { "change I.1 name", false }, { "change I.1 max", false }, { "change I.1 method", false }, { "change I.2 guide", false }, { "change C.1 name", false },
        { "change II name", true }, { "change II max", false }, { "change II code", false }, { "change II kind", false }, { "change II.1 max", true },
        { "remove I.1", false }, { "remove I", false }, { "remove II", false }, { "remove C", false }, { "remove II.1", true },
        { "move I.1 down", false }, { "move II up", false }, { "move II.1 up", true },
        { "place I.1 into II", false }, { "place II.1 into I", false }, { "place II.1 after II", false }, { "place II before I", false },
        { "add to top", false }, { "add to I", false }, { "add to C", false }, { "add to II", true },
        { "total 90", false }, { "total 100", true },
    };

    [Theory, MemberData(nameof(Acts))]
    public void Locked_rows_stay_as_given_and_free_sections_are_filled(string act, bool isAllowed)
    {
        var scheme = Following(Framework());
        var words = act.Split(' ');
        Action does = words switch
        {
            ["change", var code, var what] => () => scheme.ChangeCriterion(Leader, IdOf(scheme, code), Changed(Of(scheme, code), what)),
            ["remove", var code] => () => scheme.RemoveCriterion(Leader, IdOf(scheme, code)),
            ["move", var code, var way] => () => scheme.MoveCriterion(Leader, IdOf(scheme, code), way == "up" ? -1 : 1),
            ["place", var code, var place, var target] => () => scheme.PlaceCriterion(Leader, IdOf(scheme, code), IdOf(scheme, target), Enum.Parse<CriterionPlace>(place, ignoreCase: true)),
            ["add", _, "top"] => () => scheme.AddCriterion(Leader, null, new("V", "Thêm", CriterionKind.Bonus, 5, null)),
            ["add", _, var section] => () => scheme.AddCriterion(Leader, IdOf(scheme, section), Own),
            _ => () => scheme.Describe(Leader, scheme.Terms() with { ContentTotal = decimal.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) }, Note.At),
        };
        if (isAllowed)
        {
            does();
            return;
        }

        Should.Throw<RuleViolation>(does).Message.ShouldContain("15/QĐ-UBND ngày 15/01/2020 của UBND tỉnh");
        scheme.Lines().ShouldBe(Lines);

        static CriterionDescription Changed(CriterionDescription row, string what) => what switch
        {
            "name" => row with { Name = "Tên khác" },
            "max" => row with { Max = 39 },
            "method" => row with { Rule = new PassOrFailRule() },
            "guide" => row with { Guide = "Hướng dẫn khác" },
            "code" => row with { Code = "VII" },
            _ => row with { Kind = CriterionKind.Bonus },
        };
    }

    [Fact]
    public void A_free_section_adds_up_to_what_the_framework_leaves_or_is_a_reason_not_to_issue()
    {
        var scheme = Following(Framework());
        scheme.RemoveCriterion(Leader, IdOf(scheme, "II.1"));
        scheme.AddCriterion(Leader, IdOf(scheme, "II"), Own);
        AsStored(scheme);
        scheme.ReasonsNotToIssue().ShouldHaveSingleItem().ShouldBe("Tiêu chí II có điểm tối đa 40, các tiêu chí con cộng lại là 10. Phần này do cụm, khối tự xây dựng, cộng lại bằng 40 điểm theo bảng điểm khung theo văn bản số 15/QĐ-UBND ngày 15/01/2020 của UBND tỉnh.");
        scheme.ChangeCriterion(Leader, IdOf(scheme, "II.2"), Own with { Max = 40 });
        scheme.ReasonsNotToIssue().ShouldBeEmpty();
    }

    [Fact]
    public void Rows_written_over_the_draft_are_refused_with_all_that_they_break()
    {
        var scheme = Following(Framework());
        var broken = Rows(scheme, (code, line) => code switch
        {
            "I.1" => (line.Item1, line.Item2 with { Max = 45 }),
            "I.2" => null,
            "II" => (line.Item1, line.Item2 with { Max = 35 }),
            _ => line,
        });
        (string?, CriterionDescription) outside = ("I", new("I.9", "Thêm", CriterionKind.Normal, 1, new PassOrFailRule()));
        var refusal = Should.Throw<NotReady>(() => scheme.RewriteCriteria(Leader, [.. broken, outside]));
        refusal.Reasons.ShouldBe(["I.1 thuộc phần khóa bị sửa.", "Thiếu I.2 thuộc phần khóa.", "Mục tự xây dựng II bị sửa tổng điểm hoặc loại.", "I.9 đứng ngoài các mục tự xây dựng."]);
        scheme.Lines().ShouldBe(Lines);
        scheme.RewriteCriteria(Leader, [.. Lines.Take(4), ("II", Own with { Max = 40 }), .. Lines.Skip(5)]);
        scheme.Criteria.Single(row => row.Code == "II.2").Part.ShouldBeNull();
    }

    [Fact]
    public void Deviations_name_what_is_missing_changed_or_added_and_leave_free_sections_alone()
    {
        var scheme = new ScoringScheme(Leader, 1, new("Bảng", 90));
        scheme.RewriteCriteria(Leader, [.. Lines.Where(line => line.Description.Code is not ("I.2" or "II.1")).Select(line => line.Description.Code == "I.1" ? (line.ParentCode, line.Description with { Max = 45 }) : line), ("II", Own), (null, new("D", "Thêm", CriterionKind.Bonus, 3, null))]);
        FrameworkDeviations.Of(Framework(), AsStored(scheme)).Select(one => one.Text).ShouldBe(
        [
            "Tổng điểm nội dung là 90, bảng điểm khung là 100.",
            "I.1 Một: điểm tối đa là 45, bảng điểm khung là 40.",
            "Thiếu I.2 Hai (khóa, 20 điểm).",
            "Thêm D Thêm ngoài các phần tự xây dựng.",
        ]);
    }

    [Fact]
    public void A_free_section_counts_by_its_total_whatever_is_suggested_below_it()
    {
        var framework = Framework(isIssued: false);
        framework.Problems().ShouldBeEmpty();
        framework.Rewrite(Head, [.. Lines.Where(line => line.Description.Code != "II.1")]);
        framework.Problems().ShouldBeEmpty();
        framework.Rewrite(Head, [.. Lines.Select(line => line.Description.Code is "II" ? (line.ParentCode, line.Description with { Max = 30 }) : line)]);
        framework.Problems().ShouldHaveSingleItem().ShouldBe("Các mục nội dung cộng lại là 90 điểm, tổng điểm nội dung là 100 điểm.");
        Should.Throw<NotReady>(() => framework.Issue(Head, Note, Document, null));
    }
}
