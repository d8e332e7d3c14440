using DocumentFormat.OpenXml.Packaging;
using ThiDua.Web.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Tests.Documents;

/// <summary>The mark that closes a document: once, whatever the document ends with.</summary>
public sealed class MarkedEndTests
{
    [Theory]
    [InlineData("Hết năm 2020.", "Hết năm 2020./.")]
    [InlineData("Hết năm 2020./.", "Hết năm 2020./.")]
    [InlineData("Hết **năm 2020**./.", "Hết năm 2020./.")]
    [InlineData("Hết năm 2020././.", "Hết năm 2020./.")]
    [InlineData("Hết năm 2020.\n\n./.", "Hết năm 2020./.")]
    [InlineData("- Hết *năm 2020*", "- Hết năm 2020./.")]
    [InlineData("Hết năm 2020./.\n\nĐịa chỉ: thành phố Vinh.", "Địa chỉ: thành phố Vinh./.")]
    [InlineData("Hết năm 2020./.\n\n| TT | Việc |\n|---|---|\n| 1 | Gửi **giấy mời** |", "Gửi giấy mời./.")]
    [InlineData("| TT | Việc |\n|---|---|\n| 1 | Gửi ./. |", "Gửi./.")]
    [InlineData("| TT | Việc | Ghi chú |\n|---|---|---|\n| 1 | Gửi | |", "Gửi./.")]
    public void It_stands_once_at_the_end_of_the_last_words(string markup, string end)
    {
        var document = Samples.Minutes with { Body = MarkupBlocks.Of(markup), Recipients = [] };
        var html = new[] { "<b>", "</b>", "<i>", "</i>" }.Aggregate(System.Net.WebUtility.HtmlDecode(OfficialDocumentHtml.Render(document)), (page, tag) => page.Replace(tag, "", StringComparison.Ordinal));
        (Count(html), html.Contains($"{end}<", StringComparison.Ordinal)).ShouldBe((1, true), html[html.IndexOf("<body", StringComparison.Ordinal)..]);

        using var file = new MemoryStream();
        OfficialDocumentDocx.Write(file, document);
        using var docx = WordprocessingDocument.Open(file, isEditable: false);
        var lines = docx.MainDocumentPart!.Document.Body!.Descendants<W.Paragraph>().Select(line => line.InnerText).ToList();
        (Count(string.Concat(lines)), lines.Contains(end)).ShouldBe((1, true));
    }

    [Fact]
    public void It_closes_a_heading_without_text_and_landscape_pages()
    {
        Ends(new Heading(1, "II. Tổ chức thực hiện")).ShouldContain("II. TỔ CHỨC THỰC HIỆN./.<");
        Ends(new WidePages([new Table([Column.Ordinal(), new("Việc", 20), Column.Points("Điểm", 5)], [new([1, "Gửi", 2.5m])])])).ShouldContain("Gửi./.<");
    }

    private static string Ends(Block last) => System.Net.WebUtility.HtmlDecode(OfficialDocumentHtml.Render(Samples.Minutes with { Body = [new Paragraph("Trước."), last] }));

    private static int Count(string text) => text.Split("/.").Length - 1;
}
