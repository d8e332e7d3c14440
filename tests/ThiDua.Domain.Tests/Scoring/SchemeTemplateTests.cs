using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class SchemeTemplateTests
{
    [Theory]
    [InlineData("province-cluster", 950, 50, 1000)]
    [InlineData("provincial-block", 95, 5, 100)]
    public void S2_A_shipped_scheme_can_be_issued_and_adds_up(string name, int content, int bonus, int total)
    {
        var template = Schemes.Template(name);
        var tree = template.ToTree();
        tree.Problems(template.ContentTotal).ShouldBeEmpty();
        template.ContentTotal.ShouldBe(content);
        tree.Sections.Where(section => section.Kind == CriterionKind.Bonus).Sum(section => section.Max).ShouldBe(bonus);
        tree.Leaves.Where(leaf => leaf.Kind == CriterionKind.Normal).Sum(leaf => leaf.Max).ShouldBe(content);
        tree.Totals(new Dictionary<int, LeafResult>(), template.NotAssigned).AssignedMax.ShouldBe(total);
    }

    [Theory]
    [InlineData("province-cluster", new[] { "I", "II", "III" })]
    [InlineData("provincial-block", new[] { "I", "II", "III", "IV" })]
    public void Floors_speak_of_the_sections_of_the_content(string name, string[] codes) =>
        Schemes.Template(name).ToTree().ContentSections.Select(section => section.Code).ShouldBe(codes);

    [Fact]
    public void Tie_keys_find_their_section_in_the_tree()
    {
        var template = Schemes.Template("province-cluster");
        var keys = template.TreeTieKeys();
        var third = template.ToTree().Ordered.Single(placed => placed.Node.Code == "III").Node;
        keys[0].ShouldBe(new TieKey(TieKeyKind.SectionTotal, third.Id, "mục III"));
        keys.Select(key => key.Kind).ShouldBe([TieKeyKind.SectionTotal, TieKeyKind.SectionTotal, TieKeyKind.FewerDeductions, TieKeyKind.Vote]);
    }

    [Theory]
    [InlineData("province-cluster", 34)]
    [InlineData("provincial-block", 17)]
    public void Every_content_criterion_of_a_shipped_scheme_is_there(string name, int leaves) =>
        Schemes.Template(name).ToTree().Leaves.Count(leaf => leaf.Kind == CriterionKind.Normal).ShouldBe(leaves);

    [Fact]
    public void A_sheet_at_every_maximum_reaches_the_total_of_the_scheme()
    {
        var template = Schemes.Template("provincial-block");
        var tree = template.ToTree();
        var best = tree.Leaves.Where(leaf => leaf.Kind != CriterionKind.Deduction).ToDictionary(leaf => leaf.Id, leaf => new LeafResult(leaf.Max));
        tree.Totals(best, template.NotAssigned).ShouldSatisfyAllConditions(
            totals => totals.Total.ShouldBe(100), totals => totals.Percent.ShouldBe(100));
    }
}
