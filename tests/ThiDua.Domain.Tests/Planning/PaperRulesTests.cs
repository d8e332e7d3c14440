using System.Diagnostics;
using System.Text;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.FromPaper;

namespace ThiDua.Domain.Tests.Planning;

/// <summary>The rules by which a paper is read, each with its cases.</summary>
public sealed class PaperRulesTests
{
    // Shown as: kind when, several parted by a bar; D deadline, C conference.
    [Theory]
    [InlineData("Các đơn vị gửi báo cáo trước ngày 10/7/2020.", "D trước ngày 10/7/2020")]
    [InlineData("Gửi báo cáo chậm nhất ngày 10/7/2020.", "D chậm nhất ngày 10/7/2020")]
    [InlineData("Gửi báo cáo chậm nhất là ngày 10 tháng 7 năm 2020.", "D chậm nhất ngày 10/7/2020")]
    [InlineData("Đăng ký thi đua đến hết ngày 29/02/2020.", "D đến hết ngày 29/02/2020")]
    [InlineData("Gửi hồ sơ trước 17 giờ ngày 10/7/2020.", "D chậm nhất ngày 10/7/2020")]
    [InlineData("Gửi hồ sơ trước tháng 12/2020; báo cáo trước ngày 20/11/2020.", "D trước tháng 12/2020|D trước ngày 20/11/2020")]
    [InlineData("Nộp trước ngày 31/4/2020.", "")]
    [InlineData("Nộp truóc ngày 10/7/2020, rước ngày 11/7/2020, trưởc ngày 12/7/2020.", "D trước ngày 10/7/2020|D trước ngày 11/7/2020|D trước ngày 12/7/2020")]
    [InlineData("Thời gian: tháng 12 hàng măm; tháng 7 bàng năm.", "D tháng 12 hằng năm|D tháng 7 hằng năm")]
    [InlineData("Gửi trước ngày 10/7/2020, thánc 8/2020.", "D trước ngày 10/7/2020|D tháng 8/2020")]
    [InlineData("- Thời gian: quý III.", "D quý III")]
    [InlineData("- Thời gian tổ chức hội nghị: quý III/2020.", "C quý III/2020")]
    [InlineData("Tổ chức Hội nghị sơ kết vào đầu tháng 12.", "C đầu tháng 12")]
    [InlineData("Tổ chức Hội nghị tổng kết (dự kiến trung tuần tháng 12/2020).", "C dự kiến giữa tháng 12/2020")]
    [InlineData("Dự kiến tổ chức Hội nghị trong tháng 6/2020.", "C dự kiến trong tháng 6/2020")]
    [InlineData("Hội nghị tổng kết: tháng7/2020 (dự kiến).", "C dự kiến tháng 7/2020")]
    [InlineData("Thời gian: 10/7/2020.", "D ngày 10/7/2020")]
    [InlineData("Thời gian: từ ngày 05 đến ngày 10/7/2020.", "D từ ngày 05/7 đến ngày 10/7/2020")]
    [InlineData("Tháng 12 hằng năm tổ chức tổng kết.", "C tháng 12 hằng năm")]
    [InlineData("Báo cáo trước ngày 15/12 hằng năm.", "D trước ngày 15/12 hằng năm")]
    [InlineData("Hoàn thành trước năm 2025.", "D trước năm 2025")]
    [InlineData("Ngày 20/02, 13/10 và 11/6 hàng năm: gặp mặt.", "D ngày 20/02 hằng năm|D ngày 13/10 hằng năm|D ngày 11/6 hằng năm")]
    [InlineData("Theo Công văn số 462/BNV-VP ngày 31/01/2020 của Bộ Nội vụ.", "")]
    [InlineData("Theo Quyết định 488/2014/QĐ-UBND ngày 17/02/2014 của UBND tỉnh.", "")]
    [InlineData("Nghị quyết số 04-NQ/TW, ngày 30/10/2016 của Ban Chấp hành.", "")]
    [InlineData("Theo Kế hoạch của Bộ ngày 03/3/2020 về việc tổ chức Hội diễn.", "")]
    [InlineData("Thực hiện Công văn số 5/BNV-VP ngày 31/01/2020 của Bộ, gửi báo cáo trước ngày 10/7/2020.", "D trước ngày 10/7/2020")]
    [InlineData("Kỷ niệm 75 năm Ngày Quốc khánh 02/9 và 30 năm Ngày hội Quốc phòng 22/12.", "")]
    [InlineData("Kỷ niệm 70 năm Ngày truyền thống (11/6/1948 - 11/6/2018).", "")]
    [InlineData("Trao giải nhân Ngày Doanh nhân Việt Nam (ngày 13/10).", "")]
    [InlineData("Báo cáo 6 tháng đầu năm 2020 và 06 tháng cuối năm 2020.", "")]
    [InlineData("Thông qua tại kỳ họp cuối năm 2020.", "")]
    [InlineData("Giai đoạn 2016 - 2020, kế hoạch 5 năm 2021 - 2025.", "")]
    [InlineData("Tham quan (trước ngày diễn ra Hội nghị), 1/2 ngày.", "")]
    [InlineData("Chiến thắng 30/4, thắng 7 giải.", "")]
    [InlineData("Theo thang 10 điểm, quy 2 lần.", "")]
    public void Dates_with_a_word_are_proposed_and_others_are_not(string sentence, string proposed) =>
        string.Join('|', PaperReader.Read($"I. PHẦN MỘT\n\n{sentence}").Dates.Select(date => $"{date.Kind.ToString()[0]} {date.When}")).ShouldBe(proposed);

    [Fact]
    public void A_proposal_knows_its_sentence_its_place_and_its_section()
    {
        var reading = PaperReader.Read("KẾ HOẠCH\nThử\n\nI. CHẾ ĐỘ BÁO CÁO\n\n1. Báo cáo năm\n\nGửi một bản giấy. Gửi báo cáo trước ngày\n10/7/2020 về Cụm trưởng. Việc khác.");
        var date = reading.Dates.ShouldHaveSingleItem();
        date.Sentence.ShouldBe("Gửi báo cáo trước ngày 10/7/2020 về Cụm trưởng.");
        (date.SectionPath, date.SectionTitle).ShouldBe(("I. / 1.", "Báo cáo năm"));
        reading.Text.Substring(date.Offset, date.Length).ShouldBe("trước ngày\n10/7/2020");
    }

    [Theory]
    [InlineData("Căn cứ Quyết định số 05/QĐ-UBND ngày 01/02/2020 của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu;", "Căn cứ|Quyết định|05/QĐ-UBND|01/02/2020|Ủy ban nhân dân tỉnh|về việc giao chỉ tiêu")]
    [InlineData("Thực hiện Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới", "Thực hiện|Chỉ thị|34-CT/TW|07/04/2014|Bộ Chính trị|về tiếp tục đổi mới")]
    [InlineData("Theo đề nghị của Giám đốc Sở Nội vụ.", "Theo|||||")]
    [InlineData("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "Căn cứ|Luật||15/06/2022||")]
    [InlineData("Căn cứ Nghị định 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết", "Căn cứ|Nghị định|98/2023/NĐ-CP|31/12/2023|Chính phủ|quy định chi tiết")]
    [InlineData("Cãn cử Qụyết đinh số: 790 /QĐ-CTĐ ngày 26 tháng3 năm 2020", "Căn cứ|Quyết định|790/QĐ-CTĐ|26/03/2020||")]
    [InlineData("Căn cứ Quyết định số 05/QĐ-TTg của Thủ tướng Chính phủ ngày 01/02/2020 về khen thưởng", "Căn cứ|Quyết định|05/QĐ-TTg|01/02/2020|Thủ tướng Chính phủ|về khen thưởng")]
    [InlineData("- Căn cứ Quy chế tổ chức và hoạt động của Cụm;", "Căn cứ|Quy chế|||Cụm|")]
    [InlineData("Căn cứ Kế hoạch 05 năm", "Căn cứ|Kế hoạch||||")]
    public void A_basis_is_read_into_its_parts(string line, string parts)
    {
        var basis = PaperReader.Read($"KẾ HOẠCH\nThử\n\n{line}\n\nI. PHẦN MỘT\n\nNội dung.").Bases.ShouldHaveSingleItem();
        $"{basis.Opening}|{basis.Kind}|{basis.Number}|{basis.IssuedOn:dd/MM/yyyy}|{basis.Issuer}|{basis.Abstract}".ShouldBe(parts);
    }

    [Theory]
    [InlineData("Căn cứ nội dung Giao ước thi đua năm 2020;", "nội dung|Giao ước thi đua năm 2020")]
    [InlineData("Theo đề nghị của Giám đốc Sở Nội vụ.", "đề nghị|của Giám đốc Sở Nội vụ")]
    [InlineData("Căn cứ thỏa thuận giữa các đơn vị;", "thỏa thuận|giữa các đơn vị")]
    [InlineData("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;", "|Thi đua, khen thưởng")]
    [InlineData("- Căn cứ Quy chế tổ chức và hoạt động của Cụm;", "|tổ chức và hoạt động")]
    [InlineData("Căn cứ Quyết định số 05/QĐ-UBND ngày 01/02/2020 về việc giao chỉ tiêu;", "|")]
    public void A_basis_without_a_number_has_a_name(string line, string parts)
    {
        var basis = PaperReader.Read($"KẾ HOẠCH\nThử\n\n{line}\n\nI. PHẦN MỘT\n\nNội dung.").Bases.ShouldHaveSingleItem();
        $"{basis.Ground}|{basis.Name}".ShouldBe(parts);
    }

    [Theory]
    [InlineData("Trên đây là kế hoạch năm 2020./.", "Trên đây là kế hoạch năm 2020.")]
    [InlineData("Trên đây là kế hoạch năm 2020././.", "Trên đây là kế hoạch năm 2020.")]
    [InlineData("Trên đây là kế hoạch.\n\n./.", "Trên đây là kế hoạch.")]
    [InlineData("- Một việc ./.", "- Một việc.")]
    public void The_mark_that_closes_a_paper_is_not_taken_over(string end, string body) =>
        PaperReader.Read($"KẾ HOẠCH\nThử\n\nI. PHẦN MỘT\n\n{end}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.").AllSections.Last().Body.ShouldBe(body);

    [Theory]
    [InlineData("1.1. Thời gian, địa điểm", "Hội nghị tổng kết năm 2020")]
    [InlineData("1.1. Thời gian và địa điểm tổ chức", "Hội nghị tổng kết năm 2020")]
    [InlineData("1.1. Nội dung giao ước", "Nội dung giao ước")]
    public void A_date_under_a_title_that_names_only_a_part_is_of_the_matter_above(string title, string matter) =>
        PaperReader.Read($"KẾ HOẠCH\nThử\n\nI. CÁC HỘI NGHỊ\n\n1. Hội nghị tổng kết năm 2020\n\n{title}\n\nThời gian: dự kiến trong tháng 12/2020.").Dates.ShouldHaveSingleItem().SectionTitle.ShouldBe(matter);

    [Theory]
    [InlineData("abc", true)]
    [InlineData("I. MỤC ĐÍCH\n\nĐổi mới.", false)]
    [InlineData("KẾ HOẠCH\nHoạt động năm 2020\n\nCụm ban hành kế hoạch như sau:\n\nViệc một.", false)]
    public void A_text_in_which_nothing_is_recognised_is_known(string text, bool isBare) => PaperReader.Read(text).IsBare.ShouldBe(isBare);

    // Numbers from the top.
    [Theory]
    [InlineData("I. A\n1. Một\n2. Hai\na) Ba\nb) Bốn\nII. B", "I I/1 I/2 I/2/a I/2/b II")]
    [InlineData("1. Một\n1.1. Hai\n1.1.1. Ba\n1.2 Bốn\n2. Năm", "1 1/1.1 1/1.1/1.1.1 1/1.2 2")]
    [InlineData("I. A\n1. Một\n2 . Hai\n2 1. Ba", "I I/1 I/2 I/2/2.1")]
    [InlineData("I. A\nl. Một\n2, Hai", "I I/1 I/2")]
    [InlineData("I. A\nIl. B\nHI. C\nlV. D\nV E", "I II III IV V")]
    [InlineData("I. A\n\nII. B\n\nIV. D", "I II IV")]
    [InlineData("I.MỤC ĐÍCH\n1.Một\na)Hai", "I I/1 I/1/a")]
    [InlineData("Chương I\nĐiều 1. Một\n1. Hai\na) Ba\nĐiều 2. Bốn\nChương II\nĐiều 3. Năm", "Chương I Chương I/Điều 1 Chương I/Điều 1/1 Chương I/Điều 1/1/a Chương I/Điều 2 Chương II Chương II/Điều 3")]
    [InlineData("I. A\nc) Một\nc) Hai", "I I/c I/c")]
    [InlineData("I. A\nNăm\n2020. Việc khác", "I")]
    public void Numbers_become_a_tree(string text, string numbers)
    {
        static IEnumerable<string> Paths(IEnumerable<PaperSection> sections, string above) =>
            sections.SelectMany(section => Paths(section.Below, above + section.Number.TrimEnd('.', ')') + "/").Prepend(above + section.Number.TrimEnd('.', ')')));
        string.Join(' ', Paths(PaperReader.Read($"KẾ HOẠCH\nThử\n\n{text}").Sections, "")).ShouldBe(numbers);
    }

    [Fact]
    public void Text_without_any_number_is_one_section_after_its_preamble()
    {
        var reading = PaperReader.Read("KẾ HOẠCH\nThử\n\nCăn cứ Luật Thi đua;\n\nCụm ban hành kế hoạch như sau:\n\nViệc *một*.\n\n- Việc hai.");
        reading.Preamble.ShouldBe("Cụm ban hành kế hoạch như sau:");
        var section = reading.Sections.ShouldHaveSingleItem();
        (section.Number, section.Title, section.Body).ShouldBe(("", "", "Việc \\*một\\*.\n\n- Việc hai."));
    }

    [Fact]
    public void Paragraphs_of_a_file_keep_their_heading_levels_and_tables()
    {
        var reading = PaperReader.Read([
            new("CỤM THI ĐUA\nBẮC TRUNG BỘ"), new("KẾ HOẠCH"), new("Thử"), new("Cụm ban hành như sau:"),
            new("Mục đích", 1), new("Một việc."), new("Yêu cầu", 2), new("| a | b |\n|---|---|\n| 1 | 2 |") { IsTable = true }, new("Tổ chức", 1), new("Gửi trước ngày 10/7/2020.")]);
        reading.Head.Issuer.ShouldBe(["CỤM THI ĐUA", "BẮC TRUNG BỘ"]);
        reading.Sections.Select(section => section.Title).ShouldBe(["Mục đích", "Tổ chức"]);
        reading.Sections[0].Below.ShouldHaveSingleItem().Body.ShouldBe("| a | b |\n|---|---|\n| 1 | 2 |");
        reading.Dates.ShouldHaveSingleItem().SectionTitle.ShouldBe("Tổ chức");
    }

    [Fact]
    public void Three_hundred_sections_are_read()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 300).Select(number => $"{number}. Việc thứ {number}\n\nLàm xong trước ngày {number % 28 + 1}/7/2020."));
        var reading = PaperReader.Read("KẾ HOẠCH\nThử\n\n" + text);
        (reading.Sections.Count, reading.Dates.Count).ShouldBe((300, 300));
    }

    [Theory]
    [InlineData("Các đơn vị gửi báo cáo trước ngày 10/7/2020 về Cụm trưởng. ")]
    [InlineData("- Thời gian: dự kiến trong tháng 7/2020.\n")]
    [InlineData("1. Việc\n\n")]
    [InlineData("I. A\n1. B\na) C\n")]
    [InlineData("Căn cứ Quyết định số 1/QĐ ngày 1/1/2020;\n")]
    [InlineData("căn cứ; ")]
    [InlineData("ngày 99/99/2020 ")]
    [InlineData("trước ")]
    [InlineData("10/7/2020 ")]
    [InlineData("Ngày 20/02, ")]
    [InlineData("Nơi nhận:\n- A;\n")]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("](")]
    [InlineData("*")]
    [InlineData("# ")]
    [InlineData("1 ")]
    [InlineData("1.")]
    [InlineData("I")]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("x")]
    [InlineData("Số: /")]
    [InlineData("\t")]
    [InlineData("đ\n")]
    [InlineData("<script>alert(1)</script>\n")]
    public void Half_a_megabyte_of_anything_is_read_in_time_that_grows_with_the_length(string piece)
    {
        PaperReader.Read(Repeated(piece, 1000)).ShouldNotBeNull();
        var watch = Stopwatch.StartNew();
        PaperReader.Read(Repeated(piece, 500_000)).ShouldNotBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Five_megabytes_of_plans_are_read_in_seconds()
    {
        var plans = string.Concat(Papers.Paper.All.Select(paper => paper.Text));
        var watch = Stopwatch.StartNew();
        PaperReader.Read(string.Concat(Enumerable.Repeat(plans, (5_000_000 / plans.Length) + 1))).AllSections.Count().ShouldBeGreaterThan(7000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(3), "a busy machine; about three seconds of its own time");
    }

    private static string Repeated(string piece, int length) => "KẾ HOẠCH\nThử\n\n" + new StringBuilder().Insert(0, piece, length / piece.Length);

    [Fact]
    public void No_text_makes_it_fail()
    {
        const string Signs = "*|\\-+ \n\r\t./10,2;:)(I#<>&\u00A0\uD800đ“a";
        string[] words = ["ngày ", "tháng ", "trước ", "Căn cứ ", "số ", "Nơi nhận", "quý ", "II. ", "1. ", "từ ", "đến ", "hằng năm", "năm 2020", "KẾ HOẠCH", "của ", "về việc ", "Điều 1", "😀", "😀/"];
        var random = new Random(20200702);
        for (var round = 0; round < 3000; round++)
        {
            var text = "x" + string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(2) == 0 ? Signs[random.Next(Signs.Length)].ToString() : words[random.Next(words.Length)]));
            var reading = PaperReader.Read(text);
            foreach (var date in reading.Dates)
            {
                DateAsWritten.Parse(date.When.ToString()).ShouldBe(date.When);
                (date.Offset >= 0 && date.Offset + date.Length <= reading.Text.Length).ShouldBeTrue();
            }
        }
    }
}
