using System.Diagnostics;
using System.Text;
using ThiDua.Domain.Planning.Markup;

namespace ThiDua.Domain.Tests.Planning;

public sealed class MarkupTextTests
{
    // Shown as: P(paragraph), -(item), +(item below), T(table); [b …], [i …], [bi …] for the faces.
    [Theory]
    [InlineData("", "")]
    [InlineData("   \n\t\n", "")]
    [InlineData("Một đoạn.", "P(Một đoạn.)")]
    [InlineData("Dòng một\ndòng hai", "P(Dòng một dòng hai)")]
    [InlineData("Dòng một\r\ndòng hai\r\n\r\nĐoạn hai", "P(Dòng một dòng hai) P(Đoạn hai)")]
    [InlineData("Một\n\n\n\nHai", "P(Một) P(Hai)")]
    [InlineData("- Một\n- Hai", "-(Một) -(Hai)")]
    [InlineData("- Một\n+ Một phần\n+ Hai phần\n- Hai", "-(Một) +(Một phần) +(Hai phần) -(Hai)")]
    [InlineData("- Một\n  - Một phần", "-(Một) +(Một phần)")]
    [InlineData("– Một\n• Hai", "-(Một) -(Hai)")]
    [InlineData("- Một dòng\n  nối tiếp\nvà nữa", "-(Một dòng nối tiếp và nữa)")]
    [InlineData("- Một\n\nĐoạn", "-(Một) P(Đoạn)")]
    [InlineData("Đoạn\n- Một", "P(Đoạn) -(Một)")]
    [InlineData("-Không cách", "P(-Không cách)")]
    [InlineData("-5 độ", "P(-5 độ)")]
    [InlineData("-", "P(-)")]
    [InlineData("- ", "P(-)")]
    [InlineData("\\- không phải mục", "P(- không phải mục)")]
    [InlineData("1. Một\n2. Hai\n2.1. Hai mốt\na) Điểm a\nđ) Điểm đ", "P(1. Một) P(2. Hai) P(2.1. Hai mốt) P(a) Điểm a) P(đ) Điểm đ)")]
    [InlineData("- Mục\n1. Một", "-(Mục) P(1. Một)")]
    [InlineData("nhiệm vụ năm\n2020. Các tỉnh", "P(nhiệm vụ năm 2020. Các tỉnh)")]
    [InlineData("# Không phải tiêu đề", "P(# Không phải tiêu đề)")]
    [InlineData("Dòng\n---", "P(Dòng ---)")]
    [InlineData("> trích\n`mã`", "P(> trích `mã`)")]
    [InlineData("[chữ](javascript:alert(1))", "P([chữ](javascript:alert(1)))")]
    [InlineData("<script>alert(1)</script>", "P(<script>alert(1)</script>)")]
    [InlineData("<b>x</b> &amp; <!-- y -->", "P(<b>x</b> &amp; <!-- y -->)")]
    public void Blocks_are_read(string text, string shown) => Show(text).ShouldBe(shown);

    [Theory]
    [InlineData("**đậm**", "[b đậm]")]
    [InlineData("*nghiêng*", "[i nghiêng]")]
    [InlineData("***cả hai***", "[bi cả hai]")]
    [InlineData("một **hai** ba *bốn* năm", "một [b hai] ba [i bốn] năm")]
    [InlineData("**đậm *và nghiêng* đậm**", "[b đậm ][bi và nghiêng][b  đậm]")]
    [InlineData("*nghiêng **và đậm***", "[i nghiêng ][bi và đậm]")]
    [InlineData("***hai** một*", "[bi hai][i  một]")]
    [InlineData("**chồng *lên** nhau*", "[b chồng ][bi lên][i  nhau]")]
    [InlineData("**chữ**,tiếp", "[b chữ],tiếp")]
    [InlineData("a**b**c", "a[b b]c")]
    [InlineData("**qua\ndòng**", "[b qua dòng]")]
    [InlineData("**qua\n\nđoạn**", "**qua / đoạn**")]
    [InlineData("**không đóng", "**không đóng")]
    [InlineData("không mở**", "không mở**")]
    [InlineData("*a *b*", "*a [i b]")]
    [InlineData("2 * 3 * 4", "2 * 3 * 4")]
    [InlineData("2*3*4", "2*3*4")]
    [InlineData("** không **", "** không **")]
    [InlineData("****", "****")]
    [InlineData("*****x*****", "*****x*****")]
    [InlineData("**đậm***", "[b đậm]*")]
    [InlineData("_gạch_ __dưới__ ten_tep", "_gạch_ __dưới__ ten_tep")]
    [InlineData("\\*không\\*", "*không*")]
    [InlineData("\\\\*nghiêng*", "\\[i nghiêng]")]
    [InlineData("C:\\thi\\đua", "C:\\thi\\đua")]
    [InlineData("cuối \\", "cuối \\")]
    public void Faces_are_read(string text, string shown) =>
        string.Join(" / ", MarkupText.Parse(text).Cast<TextParagraph>().Select(paragraph => Runs(paragraph.Runs))).ShouldBe(shown);

    [Theory]
    [InlineData("| TT | Việc |\n|---|---|\n| 1 | Gửi |", "T(TT,Việc; 1,Gửi)")]
    [InlineData("TT | Việc\n-- | --\n1 | Gửi\n2 | Nhận", "T(TT,Việc; 1,Gửi; 2,Nhận)")]
    [InlineData("|a|b|c|d|\n|:-|:-:|-:|-|\n", "T(a,b:c,c:r,d)")]
    [InlineData("|a|b|\n|-|-|\n|1|\n|1|2|3|", "T(a,b,; 1; 1,2,3)")]
    [InlineData("|a|b|\n|-|-|\n|1|x|y|z|\n|2|", "T(a,b,,; 1,x,y,z; 2)")]
    [InlineData("|a|b|\n|-|-|\n|1|2|||", "T(a,b; 1,2)")]
    [InlineData("|a|b|\n|-|-|\n|1|2||4|", "T(a,b,,; 1,2,,4)")]
    [InlineData("|a|b|\n|-|-|\n|1|\\||\n", "T(a,b; 1,|)")]
    [InlineData("|a|\n|-|\n|**1**|", "T(a; [b 1])")]
    [InlineData("|a|b|\n|-|-|\n||2|", "T(a,b; ,2)")]
    [InlineData("Đoạn\n|a|\n|-|\n|1|\n\nSau", "P(Đoạn) T(a; 1) P(Sau)")]
    [InlineData("|a|\n|-|\n|1|\nSau", "T(a; 1) P(Sau)")]
    [InlineData("- Mục\n|a|\n|-|", "-(Mục) T(a)")]
    [InlineData("|a|b|\n|-|", "P(|a|b| |-|)")]
    [InlineData("|a|b|", "P(|a|b|)")]
    [InlineData("|---|", "P(|---|)")]
    [InlineData("a | b", "P(a | b)")]
    public void Tables_are_read(string text, string shown) => Show(text).ShouldBe(shown);

    [Fact]
    public void A_table_of_more_columns_than_a_page_holds_stays_text()
    {
        var wide = string.Concat(Enumerable.Repeat("|x", 21));
        var dashes = string.Concat(Enumerable.Repeat("|-", 21));
        MarkupText.Parse($"{wide}\n{dashes}\n{wide}").ShouldHaveSingleItem().ShouldBeOfType<TextParagraph>();
    }

    [Fact]
    public void A_row_of_more_cells_than_a_page_holds_keeps_them_in_its_last_one()
    {
        var row = string.Join('|', Enumerable.Range(1, 23));
        MarkupText.Plain($"|a|b|\n|-|-|\n|{row}|").ShouldEndWith("19 | 20 | 21 | 22 | 23");
        MarkupText.Parse($"|a|b|\n|-|-|\n|{row}|").ShouldHaveSingleItem().ShouldBeOfType<TextTable>().Columns.Count.ShouldBe(20);
    }

    [Theory]
    [InlineData("Chữ * và ** và | và \\ và [x](y) <script>")]
    [InlineData("***")]
    [InlineData("\\*")]
    public void Escaped_text_comes_back_as_it_was(string text) => MarkupText.Plain(MarkupText.Escape(text)).ShouldBe(text);

    [Fact]
    public void The_words_alone_stand_a_line_for_each_paragraph_item_and_row() =>
        MarkupText.Plain("Một **hai**\n\n- ba\n+ bốn\n\n|a|b|\n|-|-|\n|1|*2*|").ShouldBe("Một hai\n- ba\n+ bốn\na | b\n1 | 2");

    [Fact]
    public void No_text_is_refused_and_no_word_of_it_lost()
    {
        const string Signs = "*|\\-+ \n\r\t.1a)I#<>&\u00A0\u0000\uD800\uFFFEđ:";
        var random = new Random(20200702);
        for (var round = 0; round < 5000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Signs[random.Next(Signs.Length)]));
            var letters = MarkupText.Plain(text).Count(letter => letter is 'a' or '1' or 'đ' or 'I');
            letters.ShouldBe(text.Count(letter => letter is 'a' or '1' or 'đ' or 'I'), Case(text));
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("*a **b ")]
    [InlineData("a* ")]
    [InlineData("\\")]
    [InlineData("|")]
    [InlineData("|a")]
    [InlineData("|a|\n|-|\n")]
    [InlineData("|a|\n")]
    [InlineData("- x\n")]
    [InlineData("x\n")]
    [InlineData("1.")]
    [InlineData("1.1 ")]
    [InlineData("- ")]
    [InlineData("I")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("<script>")]
    public void Half_a_megabyte_of_anything_is_read_in_time_that_grows_with_the_length(string piece) => Read(piece, 500_000).ShouldBeLessThan(TimeSpan.FromSeconds(20));

    [Fact]
    public void Five_megabytes_are_read_in_seconds() => Read("- Mục **đậm** và *nghiêng*\n+ một <script>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. Đoạn **không đóng\n", 5_000_000).ShouldBeLessThan(TimeSpan.FromMinutes(1));

    private static TimeSpan Read(string piece, int length)
    {
        var text = new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        MarkupText.Parse(text).ShouldNotBeNull();
        return watch.Elapsed;
    }

    private static string Case(string text) => string.Concat(text.Select(letter => letter is >= ' ' and < '\u007F' ? $"{letter}" : $"\\u{(int)letter:x4}"));

    private static string Show(string text) => string.Join(' ', MarkupText.Parse(text).Select(Show));

    private static string Show(TextBlock block) => block switch
    {
        TextParagraph paragraph => $"P({Runs(paragraph.Runs)})",
        TextItem item => $"{(item.Level == 1 ? '-' : '+')}({Runs(item.Runs)})",
        TextTable table => $"T({string.Join("; ", table.Rows.Select(row => string.Join(',', row.Select(Runs))).Prepend(string.Join(',', table.Columns.Select(Head))))})",
        _ => "?",
    };

    private static string Head(TextColumn column) => column.Head + column.Alignment switch { TextAlignment.Center => ":c", TextAlignment.Right => ":r", _ => "" };

    private static string Runs(IReadOnlyList<TextRun> runs) =>
        string.Concat(runs.Select(run => run.Bold || run.Italic ? $"[{(run.Bold ? "b" : "")}{(run.Italic ? "i" : "")} {run.Text}]" : run.Text));
}
