using System.Globalization;
using System.Text;
using ThiDua.Domain;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Tests.Documents;

public sealed class XlsxReaderTests
{
    private const string DateStyles = """<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; đồng/ngày&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs>""";

    private static IReadOnlyList<ReadRow> Rows(string rows, string strings = "", string styles = "", string properties = "") =>
        XlsxReader.Read(new XlsxInTest { Rows = rows, Strings = strings, Styles = styles, BookProperties = properties }.File())[0].Rows;

    private static string Refusal(Stream file, XlsxLimits? limits = null) => Should.Throw<RuleViolation>(() => XlsxReader.Read(file, limits)).Message;

    [Fact]
    public async Task What_the_portal_writes_is_read_back()
    {
        List<Row> rows = [new([1, "=1+1", 8.40m, new DateOnly(2020, 2, 29)]), new(["", "Tỉnh Thừa Thiên Huế\nhai dòng _x0041_", (decimal?)null, (DateOnly?)null]), new([2, "-5", -0.25m, new DateOnly(1900, 3, 1)])];
        using var file = new MemoryStream();
        await XlsxTable.Write(file, [new("Tờ 1", [Column.Ordinal(), new("Tên", 40), Column.Points("Điểm", 10), new("Ngày", 12)], rows) { Titles = ["BẢNG ĐIỂM"] }, new("Tờ 2", [new("Một", 10)], [])], TestContext.Current.CancellationToken);
        file.Position = 0;

        var sheets = XlsxReader.Read(file);

        sheets.Select(sheet => sheet.Name).ShouldBe(["Tờ 1", "Tờ 2"]);
        var read = sheets[0].Rows;
        read[0][0].Text.ShouldBe("BẢNG ĐIỂM");
        read[1].Cells.Select(cell => cell.Text).ShouldBe(["TT", "Tên", "Điểm", "Ngày"]);
        read[2].Cells.Select(cell => cell.Text).ShouldBe(["1", "=1+1", "8,4", "29/02/2020"]);
        (read[2][2].Number, read[2][3].Date, read[2][2].Address).ShouldBe((8.4m, new DateOnly(2020, 2, 29), "C4"));
        read[3].Cells.Select(cell => cell.Text).ShouldBe(["Tỉnh Thừa Thiên Huế\nhai dòng _x0041_"]);
        read[4]["C"].Number.ShouldBe(-0.25m);
        read[4]["D"].Date.ShouldBe(new DateOnly(1900, 3, 1));
    }

    [Fact]
    public void Shared_rich_and_inline_strings_are_read_without_pronunciation()
    {
        var row = Rows(
            """<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>Nội tuyến</t></is></c><c r="D3" t="str"><f>A1</f><v>Kết quả</v></c></row>""",
            """<si><t>Một</t></si><si><r><t>Thanh </t></r><r><rPr><b/></rPr><t>Hóa</t></r><rPh sb="0" eb="1"><t>đọc</t></rPh></si>""").Single();
        row.Number.ShouldBe(3);
        row.Cells.Select(cell => (cell.Address, cell.Text)).ShouldBe([("A3", "Thanh Hóa"), ("B3", "Nội tuyến"), ("D3", "Kết quả")]);
        row["C"].ShouldBe(new ReadCell(2, 3));
        row["C"].IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_number_is_a_date_by_its_format_alone()
    {
        var cells = Rows("""<row r="1"><c r="A1" s="1"><v>43890</v></c><c r="B1" s="3"><v>43890.75</v></c><c r="C1" s="2"><v>43890</v></c><c r="D1" t="d"><v>2020-02-29T00:00:00</v></c><c r="E1" s="1"><v>-3</v></c></row>""", styles: DateStyles).Single();
        cells["A"].Date.ShouldBe(new DateOnly(2020, 2, 29));
        cells["B"].Date.ShouldBe(new DateOnly(2020, 2, 29));
        (cells["C"].Date, cells["C"].Number).ShouldBe((null, 43890m));
        cells["D"].Text.ShouldBe("29/02/2020");
        cells["E"].Problem.ShouldBe("Không đọc được giá trị của ô E1.");
        Rows("""<row r="1"><c r="A1" s="1"><v>42428</v></c></row>""", styles: DateStyles, properties: """<workbookPr date1904="1"/>""").Single()["A"].Date.ShouldBe(new DateOnly(2020, 2, 29));
    }

    [Fact]
    public void Numbers_have_the_digits_that_a_spreadsheet_shows()
    {
        var cells = Rows("""<row r="1"><c r="A1"><v>8.4000000000000004</v></c><c r="B1"><v>1.2E-2</v></c><c r="C1"><v>1E300</v></c><c r="D1" t="b"><v>1</v></c></row>""").Single();
        (cells["A"].Number, cells["A"].Text, cells["B"].Number).ShouldBe((8.4m, "8,4", 0.012m));
        cells["C"].Problem.ShouldNotBeNull();
        cells["D"].Text.ShouldBe("TRUE");
    }

    [Fact]
    public void An_error_and_a_formula_without_result_are_told_with_their_cell()
    {
        var cells = Rows("""<row r="7"><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C7"><f>A1+1</f></c><c r="D7"><f>2*2</f><v>4</v></c><c r="E7" t="s"><v>99</v></c></row>""").Single();
        cells["B"].Problem.ShouldBe("Ô B7 báo lỗi #DIV/0!: hãy sửa công thức rồi tải lại.");
        cells["C"].Problem.ShouldBe("Ô C7 có công thức nhưng chưa có kết quả: hãy mở tệp bằng Excel, lưu lại rồi tải lên.");
        (cells["D"].Number, cells["D"].Problem).ShouldBe((4m, null));
        cells["E"].Problem.ShouldNotBeNull();
    }

    [Fact]
    public void Cells_and_rows_that_do_not_say_where_they_stand_follow_one_another()
    {
        var rows = Rows("""<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>""");
        rows.SelectMany(row => row.Cells).Select(cell => cell.Address).ShouldBe(["A1", "C1", "A3"]);
    }

    [Fact]
    public void F2_A_small_file_that_unpacks_to_much_is_refused_before_it_is_understood()
    {
        using var bomb = new XlsxInTest { Padding = 70 * 1024 * 1024 }.File();
        bomb.Length.ShouldBeLessThan(200_000);
        Refusal(bomb).ShouldStartWith("Nội dung tệp quá lớn sau khi giải nén.");
    }

    [Fact]
    public void F2_What_is_no_workbook_is_refused_in_clear_words()
    {
        Refusal(new MemoryStream()).ShouldBe("Tệp rỗng, không có nội dung.");
        Refusal(new MemoryStream("<html>"u8.ToArray())).ShouldStartWith("Tệp không phải bảng tính .xlsx.");
        Refusal(new MemoryStream("PK\u0003\u0004 giả"u8.ToArray())).ShouldStartWith("Tệp bảng tính bị hỏng");
        Refusal(new XlsxInTest { Rows = "<row><c>" }.File()).ShouldStartWith("Tệp bảng tính bị hỏng");
        Refusal(new XlsxInTest { Rows = """<row r="1"><c r="7B"><v>1</v></c></row>""" }.File()).ShouldStartWith("Tệp bảng tính bị hỏng");
        Refusal(new XlsxInTest { Doctype = "<!DOCTYPE worksheet [<!ENTITY a 'aaaa'>]>", Rows = """<row r="1"><c t="inlineStr"><is><t>&a;</t></is></c></row>""" }.File()).ShouldStartWith("Tệp bảng tính bị hỏng");
        Refusal(new XlsxInTest { BookType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml" }.File()).ShouldContain("macro");
        Refusal(new MemoryStream(new byte[2048]), new() { FileBytes = 1024 }).ShouldContain("lớn hơn");
    }

    [Fact]
    public void More_rows_columns_or_cells_than_asked_for_are_refused()
    {
        var three = new StringBuilder();
        for (var row = 1; row <= 3; row++)
        {
            three.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"C{row}\"><v>2</v></c></row>");
        }

        XlsxInTest workbook = new() { Rows = three + """<row r="1048576"><c r="XFD1048576"/></row>""" };
        XlsxReader.Read(workbook.File(), new() { Rows = 3, Columns = 3, Cells = 6 })[0].Rows.Count.ShouldBe(3);
        Refusal(workbook.File(), new() { Rows = 2 }).ShouldBe("Trang tính có hơn 2 hàng dữ liệu.");
        Refusal(workbook.File(), new() { Columns = 2 }).ShouldStartWith("Ô C1 nằm ngoài 2 cột được đọc.");
        Refusal(workbook.File(), new() { Cells = 5 }).ShouldStartWith("Tệp có quá nhiều ô dữ liệu");
    }

    [Fact]
    public void Any_bytes_at_all_are_read_or_refused_in_words()
    {
        var (whole, random) = (new XlsxInTest { Rows = """<row r="1"><c r="A1" s="1"><v>43890</v></c><c r="B1" t="s"><v>0</v></c></row>""", Strings = "<si><t>Một</t></si>", Styles = DateStyles }.File().ToArray(), new Random(7));
        var refused = 0;
        for (var run = 0; run < 500; run++)
        {
            var bytes = whole.ToArray();
            for (var hit = 0; hit < 3; hit++)
            {
                bytes[random.Next(4, bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                XlsxReader.Read(new MemoryStream(bytes));
            }
            catch (RuleViolation)
            {
                refused++;
            }
        }

        refused.ShouldBeInRange(50, 499);
    }
}
