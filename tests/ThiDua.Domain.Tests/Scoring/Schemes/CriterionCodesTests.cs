using ThiDua.Domain.Scoring;

namespace ThiDua.Domain.Tests.Scoring;

public class CriterionCodesTests
{
    [Theory]
    [InlineData(null, "", "", "I")]
    [InlineData(null, "I", "", "II")]
    [InlineData(null, "I II III", "", "IV")]
    [InlineData(null, "A B", "", "C")]
    [InlineData(null, "A B C", "D E", "F")]
    [InlineData(null, "G H I", "", "J")]
    [InlineData("I", "", "", "I.1")]
    [InlineData("I.2", "I.2.1 I.2.2", "", "I.2.3")]
    [InlineData("A", "I II", "", "III")]
    [InlineData("I", "I.9", "", "I.10")]
    [InlineData("C", "C.4 C.4a", "", "C.4b")]
    [InlineData("I", "I.1", "I.2 I.3", "I.4")]
    [InlineData("I", "mục đầu", "", "")]
    [InlineData(null, "XX", "", "")]
    public void The_next_number_goes_on_as_the_siblings_do(string? parent, string siblings, string others, string expected)
    {
        string[] Split(string text) => text.Length == 0 ? [] : text == "mục đầu" ? [text] : text.Split(' ');
        CriterionCodes.Next(parent, Split(siblings), [.. Split(siblings), .. Split(others), .. parent is null ? Array.Empty<string>() : [parent]]).ShouldBe(expected);
    }
}
