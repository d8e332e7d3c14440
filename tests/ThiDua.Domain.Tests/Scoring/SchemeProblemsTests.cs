using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class SchemeProblemsTests
{
    public static TheoryData<int, string, string> Defects => new()
    {
        { 2, "max 11", "Tiêu chí A có điểm tối đa 20, các tiêu chí con cộng lại là 19." },
        { 2, "max none", "Tiêu chí A.1 chưa có điểm tối đa." },
        { 2, "no rule", "Tiêu chí A.1 chưa chọn phương pháp tính điểm." },
        { 2, "bad rule", "Tiêu chí A.1 chưa đúng: bước điểm phải lớn hơn 0 và không quá 2 chữ số sau dấu phẩy." },
        { 2, "bonus", "Tiêu chí A.1 khác loại (nội dung, điểm thưởng, điểm trừ) với mục chứa nó." },
        { 2, "no code", "Tiêu chí “Một” chưa có mã." },
        { 2, "no name", "Tiêu chí A.1 chưa có tên." },
        { 2, "orphan", "Tiêu chí A.1 không nằm trong mục nào của bảng." },
        { 2, "code A.2", "Mã A.2 dùng cho 2 tiêu chí." },
        { 2, "name Hai", "Các tiêu chí A.1, A.2 cùng một mục và cùng tên “Hai”." },
        { 1, "max 19", "Các mục nội dung cộng lại là 19 điểm, tổng điểm nội dung là 20 điểm." },
        { 1, "rule", "Tiêu chí A vừa có phương pháp tính điểm vừa có tiêu chí con." },
        { 4, "max none", "Tiêu chí B là mục điểm thưởng nhưng chưa có mức trần." },
        { 5, "max -1", "Tiêu chí B.1 có điểm tối đa không lớn hơn 0." },
        { 5, "max 4.005", "Tiêu chí B.1 có điểm tối đa 4,005 quá 2 chữ số sau dấu phẩy." },
    };

    [Fact]
    public void A_sound_scheme_can_be_issued() => new SchemeTree(Schemes.Small()).Problems(20).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Defects))]
    public void S2_Each_defect_is_told_with_the_code_of_its_criterion(int id, string defect, string problem)
    {
        var nodes = Schemes.Small().ConvertAll(node => node.Id == id ? Spoil(node, defect) : node);
        new SchemeTree(nodes).Problems(20).ShouldContain(problem);
    }

    [Fact]
    public void S2_All_defects_are_told_together()
    {
        var nodes = Schemes.Small().ConvertAll(node => node.Id switch { 2 => node with { Max = 11 }, 3 => node with { Rule = null }, 4 => node with { Max = null }, _ => node });
        new SchemeTree(nodes).Problems(20).Count.ShouldBe(3);
    }

    [Fact]
    public void S2_A_scheme_without_criteria_or_without_content_cannot_be_issued()
    {
        new SchemeTree([]).Problems(20).ShouldBe(["Bảng tiêu chí chưa có tiêu chí nào."]);
        new SchemeTree(Schemes.Small().Skip(3)).Problems(20).ShouldBe(["Bảng tiêu chí chưa có phần nội dung."]);
    }

    [Fact]
    public void S2_A_section_without_criteria_cannot_be_issued() =>
        new SchemeTree(Schemes.Small().Where(node => node.Id != 8)).Problems(20).ShouldBe(["Tiêu chí C là mục chưa có tiêu chí nào."]);

    [Fact]
    public void Criteria_that_contain_each_other_are_told_and_do_not_hang_the_page()
    {
        var nodes = Schemes.Small().Append(new(9, 10, 1, "X", "X", 1, CriterionKind.Normal, null)).Append(new(10, 9, 1, "Y", "Y", 1, CriterionKind.Normal, null));
        new SchemeTree(nodes).Problems(20).ShouldBe(["Tiêu chí X không nằm trong mục nào của bảng.", "Tiêu chí Y không nằm trong mục nào của bảng."]);
    }

    [Fact]
    public void The_tree_reads_sections_first_and_follows_the_order_and_not_the_input()
    {
        var tree = new SchemeTree(Schemes.Small().AsEnumerable().Reverse());
        tree.Ordered.Select(placed => placed.Node.Code).ShouldBe(["A", "A.1", "A.2", "B", "B.1", "B.2", "C", "C.1"]);
        tree.Ordered.Select(placed => placed.Depth).ShouldBe([0, 1, 1, 0, 1, 1, 0, 1]);
        tree.Leaves.Select(leaf => leaf.Id).ShouldBe([2, 3, 5, 6, 8]);
    }

    private static SchemeNode Spoil(SchemeNode node, string defect) => defect.Split(' ') switch
    {
        ["max", "none"] => node with { Max = null },
        ["max", var max] => node with { Max = decimal.Parse(max, System.Globalization.CultureInfo.InvariantCulture) },
        ["no", "rule"] => node with { Rule = null },
        ["bad", _] => node with { Rule = new JudgedRule(0) },
        ["rule"] => node with { Rule = Schemes.Judged },
        ["bonus"] => node with { Kind = CriterionKind.Bonus },
        ["no", "code"] => node with { Code = " " },
        ["no", "name"] => node with { Name = " " },
        ["orphan"] => node with { ParentId = 99 },
        ["code", var code] => node with { Code = code },
        _ => node with { Name = "Hai" },
    };
}
