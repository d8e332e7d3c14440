using System.Diagnostics;
using ThiDua.Domain.Planning;

namespace ThiDua.Domain.Tests.Planning;

public sealed class TextComparisonTests
{
    // Shown as: = same, + added, - removed, ~ changed with [-went-] and [+came+].
    [Theory]
    [InlineData("", "", "")]
    [InlineData("Một", "Một", "=Một")]
    [InlineData("Một  ", "Một", "=Một")]
    [InlineData("Một", "", "-Một")]
    [InlineData("", "Một", "+Một")]
    [InlineData("Một\nHai\nBa", "Một\nBa", "=Một|-Hai|=Ba")]
    [InlineData("Một\nBa", "Một\nHai\nBa", "=Một|+Hai|=Ba")]
    [InlineData("Gửi báo cáo trước ngày 10/7/2020.", "Gửi báo cáo trước ngày 15/7/2020.", "~Gửi báo cáo trước ngày [-10/7/2020-][+15/7/2020+].")]
    [InlineData("Gửi báo cáo năm.", "Gửi báo cáo năm về Cụm trưởng.", "~Gửi báo cáo năm [+về Cụm trưởng+].")]
    [InlineData("Gửi báo cáo về Cụm trưởng trong năm.", "Gửi báo cáo trong năm.", "~Gửi báo cáo [-về Cụm trưởng -]trong năm.")]
    [InlineData("Tổ chức hội nghị sơ kết tại tỉnh A vào tháng 7", "Tổ chức hội nghị sơ kết tại tỉnh B vào tháng 8", "~Tổ chức hội nghị sơ kết tại tỉnh [-A -][+B +]vào tháng [-7-][+8+]")]
    [InlineData("Đăng ký thi đua.", "Kiểm tra chéo giữa các đơn vị.", "-Đăng ký thi đua.|+Kiểm tra chéo giữa các đơn vị.")]
    [InlineData("Một việc cần làm ngay\nHai\nBa", "Hai\nBa việc nữa\nMột việc cần làm ngay", "-Một việc cần làm ngay|=Hai|~Ba [+việc nữa+]|+Một việc cần làm ngay")]
    [InlineData("A\nA\nA", "A\nA", "=A|=A|-A")]
    public void Paragraphs_and_words_are_told_apart(string before, string after, string shown) => Show(TextComparison.Of(before, after)).ShouldBe(shown);

    [Fact]
    public void Each_paragraph_knows_its_place_in_both_texts()
    {
        var compared = TextComparison.Of(["Một", "Hai", "Ba bốn năm"], ["Không", "Một", "Ba bốn sáu"]);
        compared.Select(paragraph => (paragraph.Before, paragraph.After)).ShouldBe([(null, 0), (0, 1), (1, null), (2, 2)]);
    }

    [Fact]
    public void What_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old()
    {
        var random = new Random(20200702);
        string[] words = ["kế", "hoạch", "năm", "2020,", "(cụm", "trưởng)", "10/7/2020.", "báo", "cáo;", "“thi", "đua”", "và"];
        string Text() => string.Join('\n', Enumerable.Range(0, random.Next(6)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]))));
        for (var round = 0; round < 3000; round++)
        {
            var (before, after) = (Text(), Text());
            var compared = TextComparison.Of(before, after);
            Side(compared, TextChange.Added, paragraph => paragraph.After).ShouldBe(after);
            Letters(Side(compared, TextChange.Removed, paragraph => paragraph.Before)).ShouldBe(Letters(before));
        }
    }

    [Theory]
    [InlineData(300_000, 1, "two texts of the same few words in one paragraph")]
    [InlineData(300_000, 10, "many paragraphs of the same few words")]
    public void Long_texts_are_compared_in_seconds(int count, int inParagraph, string why)
    {
        string Text(int seed)
        {
            var random = new Random(seed);
            return string.Concat(Enumerable.Range(0, count).Select(at => "abcdefgh"[random.Next(8)] + (inParagraph > 1 && at % inParagraph == 0 ? "\n" : " ")));
        }

        var watch = Stopwatch.StartNew();
        TextComparison.Of(Text(1), Text(2)).ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20), why);
    }

    [Fact]
    public void A_plan_of_three_hundred_sections_shows_the_few_lines_that_changed()
    {
        List<string> before = [.. Enumerable.Range(1, 3000).Select(at => $"Việc thứ {at} của kế hoạch, làm xong trong năm 2020.")];
        List<string> after = [.. before];
        (after[10], after[2000]) = ("Việc thứ 11 của kế hoạch, làm xong trong năm 2021.", "Việc khác hẳn, do đơn vị bạn đề nghị thêm");
        after.Insert(500, "Thêm một việc.");
        after.RemoveAt(1000);
        TextComparison.Of(before, after).Where(paragraph => paragraph.Change != TextChange.Same).Select(paragraph => paragraph.Change)
            .ShouldBe([TextChange.Changed, TextChange.Added, TextChange.Removed, TextChange.Removed, TextChange.Added]);
    }

    private static string Side(IReadOnlyList<ComparedParagraph> compared, TextChange change, Func<ComparedParagraph, int?> place) =>
        string.Join('\n', compared.Where(paragraph => place(paragraph) is not null).Select(paragraph => string.Concat(paragraph.Words.Where(words => words.Change == TextChange.Same || words.Change == change).Select(words => words.Text))));

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Show(IReadOnlyList<ComparedParagraph> compared) => string.Join('|', compared.Select(paragraph => paragraph.Change switch
    {
        TextChange.Same => "=",
        TextChange.Added => "+",
        TextChange.Removed => "-",
        _ => "~",
    } + (paragraph.Change == TextChange.Changed ? string.Concat(paragraph.Words.Select(Show)) : paragraph.Words[0].Text)));

    private static string Show(ComparedWords words) => words.Change switch { TextChange.Added => $"[+{words.Text}+]", TextChange.Removed => $"[-{words.Text}-]", _ => words.Text };
}
