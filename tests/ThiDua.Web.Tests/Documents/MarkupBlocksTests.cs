using DocumentFormat.OpenXml.Packaging;
using ThiDua.Web.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Web.Tests.Documents;

/// <summary>A section's Markdown in the formats of a document.</summary>
public sealed class MarkupBlocksTests
{
    private const string Markup = """
        Đoạn một có **chữ đậm**, *chữ nghiêng* và <script>alert(1)</script>.

        - Thời gian: dự kiến trong tháng 7;
        + Phiên trù bị: **một** buổi.

        | TT | Việc | Thời hạn |
        |:--:|------|---------:|
        | 1 | Gửi **giấy mời** | 02/7 |
        | 2 | Nhận |
        """;

    private static OfficialDocument Document { get; } = Samples.Plan with { Body = MarkupBlocks.Of(Markup) };

    [Fact]
    public void In_HTML_the_faces_are_elements_and_a_script_is_text()
    {
        var html = OfficialDocumentHtml.Render(Document);
        html.ShouldContain("<b>chữ đậm</b>");
        html.ShouldContain("<i>chữ nghiêng</i>");
        html.ShouldContain("Gửi <b>giấy mời</b></td>");
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        html.ShouldNotContain("<script");
        html.ShouldContain("- Thời gian");
        System.Net.WebUtility.HtmlDecode(html).ShouldContain("+ Phiên trù bị");
    }

    [Fact]
    public void P1_In_DOCX_the_same_words_stand_in_the_same_faces()
    {
        using var file = new MemoryStream();
        OfficialDocumentDocx.Write(file, Document);
        using var docx = WordprocessingDocument.Open(file, isEditable: false);
        var body = docx.MainDocumentPart!.Document.Body!;
        var bold = body.Descendants<W.Run>().Where(run => run.RunProperties?.Bold is not null).Select(run => run.InnerText);
        bold.ShouldContain("chữ đậm");
        bold.ShouldContain("giấy mời");
        body.Descendants<W.Run>().Single(run => run.InnerText == "chữ nghiêng").RunProperties!.Italic.ShouldNotBeNull();
        body.Descendants<W.TableRow>().Count(row => row.Elements<W.TableCell>().Count() == 3).ShouldBeGreaterThanOrEqualTo(3, "a row that left a cell out has it too");
        Letters(body.InnerText).ShouldContain(Letters("và <script>alert(1)</script>.- Thời gian: dự kiến trong tháng 7;+ Phiên trù bị: một buổi.TTViệcThời hạn1Gửi giấy mời02/72Nhận"));
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
