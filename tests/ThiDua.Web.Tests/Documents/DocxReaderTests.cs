using System.Text;
using ThiDua.Domain;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Tests.Documents;

public sealed class DocxReaderTests
{
    private static IReadOnlyList<SourceParagraph> Read(string body, string styles = "", string numbering = "") => DocxReader.Read(new DocxInTest { Body = body, Styles = styles, Numbering = numbering }.File());

    private static string Refusal(Stream file) => Should.Throw<RuleViolation>(() => DocxReader.Read(file)).Message;

    [Fact]
    public void A_plan_that_the_portal_wrote_is_read_back()
    {
        using var file = new MemoryStream();
        OfficialDocumentDocx.Write(file, Samples.Plan);
        file.Position = 0;

        var reading = PaperReader.Read(DocxReader.Read(file));

        (reading.Head.Number, reading.Head.Symbol, reading.Head.Place, reading.Head.IssuedOn, reading.Head.Kind).ShouldBe(("05", "KH-CTĐBTB", "Thanh Hóa", new DateOnly(2020, 7, 2), "Kế hoạch"));
        reading.Head.Abstract.ShouldBe(Samples.Plan.Abstract);
        reading.Bases.Select(basis => basis.Number).ShouldBe(["13/HĐTĐKT-VI", "2694/HD-BTĐKT"]);
        reading.AllSections.Select(section => $"{section.Number} {section.Title}").ShouldBe([
            "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "2. Yêu cầu", "II. TỔ CHỨC CÁC HỘI NGHỊ CỦA CỤM", "1. Hội nghị sơ kết 6 tháng đầu năm", "1.1. Thời gian, địa điểm"]);
        reading.AllSections.Last().Body.ShouldContain("| TT | Công việc | Thời hạn |");
        reading.Dates[0].When.ToString().ShouldBe("dự kiến trong tháng 7/2020");
    }

    [Fact]
    public void Headings_breaks_and_pieces_are_read_and_what_was_deleted_is_not()
    {
        var read = Read(
            """
            <w:p><w:pPr><w:pStyle w:val="H"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Mục </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">đích </w:t></w:r></w:p>
            <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Yêu cầu</w:t></w:r></w:p>
            <w:p/><w:p><w:r><w:t>   </w:t></w:r></w:p>
            <w:p><w:r><w:t>Một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn &lt;script&gt;</w:t></w:r></w:p>
            <w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>còn</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
            <w:p><w:r><w:t>Trước</w:t></w:r><mc:AlternateContent><mc:Choice><w:r><w:txbxContent><w:p><w:r><w:t>Khung</w:t></w:r></w:p></w:txbxContent></w:r></mc:Choice><mc:Fallback><w:r><w:txbxContent><w:p><w:r><w:t>Khung</w:t></w:r></w:p></w:txbxContent></w:r></mc:Fallback></mc:AlternateContent><w:r><w:t> sau</w:t></w:r></w:p>
            """,
            """<w:style w:styleId="B"><w:name w:val="heading 2"/></w:style><w:style w:styleId="H"><w:name w:val="Tiêu đề"/><w:basedOn w:val="B"/></w:style><w:style w:styleId="L"><w:basedOn w:val="L"/></w:style>""");

        read.Select(paragraph => (paragraph.Text, paragraph.HeadingLevel)).ShouldBe([("Mục đích", 2), ("Yêu cầu", 2), ("Một\nhai\tba-bốn <script>", null), ("còn", null), ("Khung", null), ("Trước sau", null)]);
    }

    [Fact]
    public void Numbers_that_Word_counts_itself_are_written_out()
    {
        const string Numbering =
            """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl></w:abstractNum>
            <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            """;
        static string Item(string text, int list, int level) => $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";
        var body = Item("A", 1, 0) + Item("B", 1, 1) + Item("C", 1, 2) + Item("D", 1, 2) + Item("E", 1, 1) + Item("F", 1, 0) + Item("G", 1, 1) + Item("H", 2, 0) + Item("I", 2, 1) + Item("J", 3, 0) + Item("K", 0, 0) + Item("L", 99, 99)
            + """<w:p><w:pPr><w:pStyle w:val="N"/></w:pPr><w:r><w:t>M</w:t></w:r></w:p>""";

        Read(body, """<w:style w:styleId="N"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>""", Numbering).Select(paragraph => paragraph.Text)
            .ShouldBe(["I. A", "1. B", "1.1. C", "1.2. D", "2. E", "II. F", "1. G", "- H", "+ I", "V. J", "K", "L", "1. M"]);
    }

    [Fact]
    public void A_table_is_Markdown_and_one_that_only_places_the_heading_block_is_paragraphs()
    {
        static string Cell(string text) => $"<w:tc>{text}</w:tc>";
        static string Line(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";
        var read = Read(
            $"<w:tbl><w:tr>{Cell(Line("CỤM THI ĐUA") + Line("Số: 05/KH-CTĐ"))}{Cell(Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))}</w:tr></w:tbl>"
            + $"<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/></w:tblPr><w:tr>{Cell(Line("TT"))}{Cell(Line("Việc"))}</w:tr><w:tr>{Cell(Line("1"))}{Cell(Line("Gửi") + Line("a|b *c*") + $"<w:tbl><w:tr>{Cell(Line("trong"))}</w:tr></w:tbl>")}</w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{Line("Cộng")}</w:tc></w:tr></w:tbl>");

        read.Select(paragraph => paragraph.Text).ShouldBe(["CỤM THI ĐUA", "Số: 05/KH-CTĐ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "| TT | Việc |\n|---|---|\n| 1 | Gửi a\\|b \\*c\\* trong |\n|  | Cộng |"]);
        read[3].IsTable.ShouldBeTrue();
    }

    [Fact]
    public void A_link_that_is_no_address_does_not_make_a_file_unreadable() =>
        DocxReader.Read(new DocxInTest { Body = "<w:p><w:r><w:t>Một</w:t></w:r></w:p>", Links = """<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@b@c d, https://" TargetMode="External"/>""" }.File())
            .ShouldHaveSingleItem().Text.ShouldBe("Một");

    [Fact]
    public void A_file_with_macros_is_refused()
    {
        Refusal(new DocxInTest { ContentType = "application/vnd.ms-word.document.macroEnabled.main+xml" }.File()).ShouldContain("macro");
        Refusal(new DocxInTest { ContentType = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml" }.File()).ShouldContain("macro");
        Refusal(new DocxInTest { More = new Dictionary<string, byte[]> { ["word/vbaProject.bin"] = [1, 2, 3] } }.File()).ShouldContain("macro");
        Refusal(new DocxInTest { More = new Dictionary<string, byte[]> { ["word/activeX/activeX1.bin"] = [1, 2, 3] } }.File()).ShouldContain("macro");
    }

    [Fact]
    public void What_is_no_document_is_refused_by_what_it_is()
    {
        Refusal(new MemoryStream()).ShouldBe("Tệp rỗng, không có nội dung.");
        Refusal(new MemoryStream(Encoding.UTF8.GetBytes("Căn cứ"))).ShouldContain("không phải văn bản .docx");
        Refusal(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]])).ShouldContain("có mật khẩu");
        Refusal(new XlsxInTest().File()).ShouldContain("không phải văn bản .docx");
        var whole = new DocxInTest { Body = "<w:p/>" }.File().ToArray();
        Refusal(new MemoryStream(whole[..(whole.Length / 2)])).ShouldContain("bị hỏng");
        Refusal(new DocxInTest { Body = "<w:p><w:r>" }.File()).ShouldContain("bị hỏng");
    }

    [Fact]
    public void A_trap_is_refused_before_it_harms()
    {
        Refusal(new DocxInTest { More = new Dictionary<string, byte[]> { ["word/media/a.bin"] = new byte[201 * 1024 * 1024] } }.File()).ShouldContain("quá lớn");
        Refusal(new DocxInTest { Before = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>", Body = "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>" }.File()).ShouldContain("bị hỏng");
        Refusal(new DocxInTest { Body = $"<w:p><w:r><w:t>{new string('a', 31 * 1024 * 1024)}</w:t></w:r></w:p>" }.File()).ShouldContain("bị hỏng");
        const int Depth = 100_000;
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", Depth)) + "<w:p><w:r><w:t>đáy</w:t></w:r></w:p>" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", Depth));
        DocxReader.Read(new DocxInTest { Body = deep }.File()).ShouldHaveSingleItem().Text.ShouldBe("đáy");
    }

    [Theory]
    [InlineData("MẬT")]
    [InlineData(" Tối mật ")]
    public void A_mark_of_secrecy_is_refused(string mark) => Refusal(new DocxInTest { Body = $"<w:p><w:r><w:t>{mark}</w:t></w:r></w:p>" }.File()).ShouldContain("dấu chỉ độ mật");

    [Fact]
    public void Five_megabytes_of_paragraphs_are_read_in_seconds()
    {
        var body = string.Concat(Enumerable.Range(1, 40_000).Select(at => $"<w:p><w:r><w:t>{at}. Việc thứ {at} làm xong trước ngày 10/7/2020, gửi về đơn vị Cụm trưởng để tổng hợp chung.</w:t></w:r></w:p>"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        DocxReader.Read(new DocxInTest { Body = body }.File()).Count.ShouldBe(40_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
