using System.Diagnostics;
using ThiDua.Web.Documents;

namespace ThiDua.Web.Tests.Documents;

/// <summary>Printed pages measured by poppler against Nghị định 30/2020/NĐ-CP, Phụ lục I.</summary>
[Collection("Documents")]
public sealed class MeasuredLayoutTests(Renderer renderer)
{
    private const double PointsPerMillimetre = 72 / 25.4;

    private static double Mm(double millimetres) => millimetres * PointsPerMillimetre;

    [Fact]
    public async Task P2_Margins_are_20_20_30_and_15_millimetres_on_A4()
    {
        var pdf = await renderer.Print(Samples.Plan);
        pdf.Sizes.ShouldAllBe(size => Math.Abs(size.Width - Mm(210)) < 1 && Math.Abs(size.Height - Mm(297)) < 1);
        var words = pdf.Words.Where(word => word.Top > Mm(18)).ToList(); // page numbers stand in the margin
        words.Min(word => word.Left).ShouldBe(Mm(30), tolerance: 3);
        words.Max(word => word.Right).ShouldBe(Mm(195), tolerance: 3);
        words.Min(word => word.Top).ShouldBeGreaterThanOrEqualTo(Mm(20) - 3);
        words.Max(word => word.Bottom).ShouldBeLessThanOrEqualTo(Mm(277) + 3);
    }

    [Fact]
    public async Task P2_The_page_number_is_centred_in_the_top_margin_and_not_on_the_first_page_nor_a_new_annex()
    {
        var pdf = await renderer.Print(Samples.Plan with { Body = [.. Enumerable.Repeat(new Paragraph(Samples.Sentence), 60)] });
        var numbers = pdf.Words.Where(word => word.Bottom < Mm(20) && word.Text.All(char.IsAsciiDigit)).ToList();
        pdf.Pages.ShouldBeGreaterThan(3);
        numbers.Select(word => (word.Page, word.Text)).ShouldBe(Enumerable.Range(2, pdf.Pages - 2).Select(page => (page, $"{page}")), "all but the first page and the annex, which begins anew");
        numbers.ShouldAllBe(word => Math.Abs(word.Middle - Mm(30 + 82.5)) < 3);
        numbers.ShouldAllBe(word => word.Bottom - word.Top > 10);
    }

    [Fact]
    public async Task P2_The_heading_stands_as_the_decree_has_it()
    {
        var pdf = await renderer.Print(Samples.Plan);
        var lines = pdf.Lines.Where(line => line.Page == 1).ToList();
        TextBox Line(string text) => lines.First(line => line.Text.Contains(text, StringComparison.Ordinal));
        var (nation, motto, issuer, number, date, kind) = (Line("CỘNG HÒA XÃ HỘI"), Line("Độc lập - Tự do"), Line("BẮC TRUNG BỘ"), Line("Số: 05/KH-CTĐBTB"), Line("Thanh Hóa, ngày 02"), Line("KẾ HOẠCH"));

        Math.Abs(nation.Middle - motto.Middle).ShouldBeLessThan(3, "the motto is centred under the nation's name");
        Math.Abs(date.Middle - motto.Middle).ShouldBeLessThan(3, "so is place and date");
        Math.Abs(number.Middle - issuer.Middle).ShouldBeLessThan(3, "the number is centred under the issuer");
        Math.Abs(number.Bottom - date.Bottom).ShouldBeLessThan(5, "number and date stand on one line");
        motto.Top.ShouldBeGreaterThan(nation.Top);
        date.Text.ShouldContain("Thanh Hóa, ngày 02 tháng 7 năm 2020");
        (nation.Left - lines.Where(line => line.Text.Contains("CỤM THI ĐUA", StringComparison.Ordinal)).Max(line => line.Right)).ShouldBeGreaterThan(12, "a gap of 12 points between the blocks");
        Math.Abs(kind.Middle - Mm(30 + 82.5)).ShouldBeLessThan(3, "the kind is centred on the page");
    }

    [Fact]
    public async Task P2_Body_lines_begin_half_an_inch_in_and_end_at_the_margin()
    {
        var pdf = await renderer.Print(Samples.Plan with { Body = [new Paragraph(Samples.Sentence), new Paragraph(Samples.Sentence)], Annexes = [] });
        var lines = pdf.Lines.Where(line => line.Page == 1 && Samples.Sentence.Contains(line.Text, StringComparison.Ordinal)).OrderBy(line => line.Top).ToList();
        lines[0].Left.ShouldBe(Mm(30 + 12.7), tolerance: 2);
        lines[1].Left.ShouldBe(Mm(30), tolerance: 2);
        lines[0].Right.ShouldBe(Mm(195), tolerance: 2, "justified");
        (lines[0].Bottom - lines[0].Top).ShouldBeInRange(12, 18, "14 points");
        var second = lines.Last(line => line.Text.StartsWith("Trao đổi", StringComparison.Ordinal));
        var before = lines.Last(line => line.Top < second.Top - 1);
        (second.Top - before.Bottom).ShouldBeGreaterThan(lines[1].Top - lines[0].Bottom + 5, "at least 6 points between paragraphs");
    }

    [Fact]
    public async Task P2_A_signature_block_is_never_split_nor_alone_wherever_the_text_ends()
    {
        // Every height of the text above, in steps of half a line over more than a page.
        foreach (var lines in Enumerable.Range(26, 12))
        {
            var document = Samples.Plan with { LegalBases = [], Annexes = [], Body = [.. Enumerable.Range(1, lines).Select(number => new Paragraph($"Dòng thứ {number} của phần nội dung.")), new Paragraph(Samples.Sentence)] };
            var pdf = await renderer.Print(document);
            var (office, name, archive) = (pdf.Lines.First(line => line.Text.Contains("CHỦ TỊCH UBND", StringComparison.Ordinal)), pdf.Lines.First(line => line.Text.Contains("Nguyễn Văn A", StringComparison.Ordinal)), pdf.Lines.First(line => line.Text.StartsWith("- Lưu", StringComparison.Ordinal)));
            name.Page.ShouldBe(office.Page, $"{lines} lines");
            archive.Page.ShouldBe(office.Page, $"{lines} lines");
            pdf.Lines.Count(line => line.Page == office.Page && line.Bottom < office.Top && line.Top > Mm(19)).ShouldBeGreaterThanOrEqualTo(2, $"{lines} lines");
        }
    }

    [Fact]
    public async Task P2_A_signature_block_takes_the_last_row_of_a_table_along_wherever_the_table_ends()
    {
        foreach (var wide in new[] { false, true })
        {
            foreach (var rows in Enumerable.Range(wide ? 8 : 18, 12))
            {
                var table = new Table([Column.Ordinal(), new("Đơn vị", 30), new("Ghi chú", 30)], [.. Enumerable.Range(1, rows).Select(row => new Row([row, $"Đơn vị thứ {row}", "Đã ký"]))]);
                var pdf = await renderer.Print(Samples.Plan with { LegalBases = [], Annexes = [], Recipients = [], Wide = wide, EndMark = false, Body = [new Paragraph("Danh sách:"), table] });
                var (office, name, last) = (Line(pdf, "CHỦ TỊCH UBND"), Line(pdf, "Nguyễn Văn A"), Line(pdf, $"Đơn vị thứ {rows}"));
                (name.Page, last.Page).ShouldBe((office.Page, office.Page), $"{rows} rows");
                last.Bottom.ShouldBeLessThan(office.Top);
                (office.Left + office.Right).ShouldBeGreaterThan(pdf.Sizes[0].Width, "at the right");
            }
        }

        static TextBox Line(PdfTools pdf, string text) => pdf.Lines.First(line => line.Text.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task P2_Table_heads_repeat_rows_stay_whole_and_wide_pages_lie_on_their_side()
    {
        var pdf = await renderer.Print(Samples.Summary(60));
        pdf.Pages.ShouldBeGreaterThan(1);
        pdf.Sizes.ShouldAllBe(size => size.Width > size.Height);
        foreach (var page in Enumerable.Range(1, pdf.Pages))
        {
            pdf.PageText(page).ShouldContain("Tổng điểm");
        }

        Enumerable.Range(1, 60).ShouldAllBe(unit => pdf.Text.Contains($"Tỉnh thứ {unit} ", StringComparison.Ordinal) || pdf.Text.Contains($"Tỉnh thứ {unit}\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task P1_Every_Vietnamese_letter_comes_out_of_the_PDF_as_it_went_in_and_only_Tinos_is_embedded()
    {
        Samples.AccentedLetters.Length.ShouldBe(134);
        var words = string.Join(' ', Samples.AccentedLetters.Chunk(6).Select(letters => new string(letters)));
        Paragraph[] faces = [new(words), new([new Run(words, Bold: true)]), new([new Run(words, Italic: true)])];
        var pdf = await renderer.Print(Samples.Plan with { Body = faces, Annexes = [] });
        string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
        Plain(pdf.Text).Split(Plain(words)).Length.ShouldBe(4, "regular, bold, italic");
        var fonts = pdf.Fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(font => font.Contains("Tinos", StringComparison.Ordinal) && font.Contains(" yes ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_names_its_title_author_and_language_and_is_tagged()
    {
        var pdf = await renderer.Print(Samples.Plan);
        pdf.Info.ShouldContain("Kế hoạch số 05/KH-CTĐBTB");
        pdf.Info.ShouldContain("Cụm thi đua các tỉnh Bắc Trung Bộ");
        pdf.Info.ShouldMatch(@"Tagged:\s+yes");
    }

    [Fact]
    public async Task Hostile_text_is_printed_as_text()
    {
        var hostile = "<script>alert(1)</script> & \"<b>\" " + new string('ư', 3000) + " " + string.Join(' ', Enumerable.Repeat("dài", 3000));
        var pdf = await renderer.Print(Samples.Plan with { Body = [new Paragraph(hostile)], Annexes = [] });
        pdf.Text.ShouldContain("<script>alert(1)</script>");
        pdf.Words.Max(word => word.Right).ShouldBeLessThanOrEqualTo(Mm(195) + 3, "a word that is too long is broken, not cut off");
        pdf.Text.Count(letter => letter == 'ư').ShouldBeGreaterThanOrEqualTo(3000);
    }

    [Fact]
    public async Task Twenty_documents_at_once_are_each_printed_whole()
    {
        var printed = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => renderer.Print(Samples.Plan with { Abstract = $"Kế hoạch của cụm số {number}", Annexes = [] })));
        foreach (var (pdf, index) in printed.Select((pdf, index) => (pdf, index)))
        {
            pdf.Text.ShouldContain($"Kế hoạch của cụm số {index + 1}\n");
        }
    }

    [Fact]
    public async Task After_its_browser_was_killed_the_next_document_is_printed()
    {
        var others = Process.GetProcessesByName("chromium").Select(process => process.Id).ToHashSet();
        await using var own = Renderer.Create(new());
        await own.Render(Samples.Minutes);
        foreach (var browser in Process.GetProcessesByName("chromium").Where(process => !others.Contains(process.Id)))
        {
            browser.Kill();
        }

        (await own.Render(Samples.Minutes)).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_browser_the_refusal_says_what_to_install()
    {
        await using var none = Renderer.Create(new() { BrowserPath = "/khong/co/trinh-duyet" });
        (await Should.ThrowAsync<PdfUnavailable>(() => none.Render(Samples.Minutes))).Message.ShouldContain("cài Chromium");
    }

    [Theory]
    [InlineData(1_234_567.8)]
    [InlineData(123_456_789.5)]
    public async Task Large_amounts_stand_whole_each_within_its_column(double amount)
    {
        Column Of(string header, double width, string format = "#,##0.0") => new(header, width, ColumnAlignment.Right, format);
        var (value, percent) = ((decimal)amount, 101.25m);
        var row = new Row([1, "Ủy ban nhân dân tỉnh Nghệ An", value, value, percent, value, -value, percent]);
        var table = new Table([Column.Ordinal(), new("Đơn vị", 30), Of("Chỉ tiêu", 13), Of("Thực hiện", 13), Of("% chỉ tiêu", 11, "#,##0.00"), Of("Năm trước", 13), Of("Tăng, giảm", 12), Of("Tăng, giảm %", 12, "#,##0.00")], [row, row with { Bold = true }]) { Dense = true };
        var pdf = await renderer.Print(Samples.Plan with { Body = [table], Annexes = [] });
        var figures = pdf.Words.Where(word => word.Text.EndsWith(",8", StringComparison.Ordinal) || word.Text.EndsWith(",5", StringComparison.Ordinal) || word.Text == "101,25").ToList();
        figures.Count.ShouldBe(12, "no figure is broken");
        foreach (var line in figures.GroupBy(word => Math.Round(word.Bottom)))
        {
            line.Count().ShouldBe(6);
            line.OrderBy(word => word.Left).Zip(line.OrderBy(word => word.Left).Skip(1), (left, right) => right.Left - left.Right).ShouldAllBe(gap => gap >= 6, "with the room of both cells between");
        }
    }
}
