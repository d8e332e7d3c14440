using System.Globalization;
using System.Text;
using ThiDua.Domain.Planning.FromPaper;
using ThiDua.Domain.Tests.Planning.Papers;

namespace ThiDua.Domain.Tests.Planning;

/// <summary>Three real plans read from their scanned text, and the same made worse: how much is found, and how much is found that is none.</summary>
public sealed class PaperReaderTests(ITestOutputHelper output)
{
    private const int Seeds = 10;

    public static TheoryData<string> Papers => [.. Paper.All.Select(paper => paper.Name)];

    [Theory]
    [MemberData(nameof(Papers))]
    public void Everything_a_person_finds_in_a_scanned_plan_is_found_and_nothing_else(string name)
    {
        var paper = Paper.All.Single(paper => paper.Name == name);
        var measure = Measure.Of(paper, PaperReader.Read(paper.Text), output.WriteLine);
        output.WriteLine($"{name}: mục {measure.Sections}; căn cứ {measure.Bases}; thời gian {measure.Dates}");
        measure.Sections.ShouldBe(new(paper.Sections.Count, paper.Sections.Count, 0));
        measure.Bases.ShouldBe(new(paper.Bases.Count, paper.Bases.Count, 0));
        measure.Dates.ShouldBe(new(paper.Dates.Count, paper.Dates.Count, 0));
    }

    [Theory]
    [MemberData(nameof(Papers))]
    public void Sections_bases_and_dates_are_read_word_for_word(string name)
    {
        var paper = Paper.All.Single(paper => paper.Name == name);
        var reading = PaperReader.Read(paper.Text);
        var found = Measure.WithPaths(reading.Sections, "").ToList();
        foreach (var (expected, section) in paper.Sections.Zip(found))
        {
            section.Path.ShouldBe(expected.Path);
            section.Section.Title.ShouldBe(expected.IsTitle ? expected.Start : "");
            section.Start.ShouldStartWith(expected.Start);
        }

        foreach (var (expected, basis) in paper.Bases.Zip(reading.Bases))
        {
            (basis.Opening, basis.Kind ?? "", basis.Number ?? "", basis.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", basis.Issuer ?? "").ShouldBe((expected.Opening, expected.Kind, expected.Number, expected.Date, expected.Issuer));
        }

        foreach (var (expected, date) in paper.Dates.Zip(reading.Dates))
        {
            (date.Kind, date.When.ToString()).ShouldBe((expected.Kind, expected.When));
            date.Sentence.ShouldContain(expected.Sentence);
            reading.Text.Substring(date.Offset, date.Length).ShouldBe(date.Wording, "where it stands in the source");
        }
    }

    [Fact]
    public void The_heading_block_of_a_scan_is_read_from_its_two_columns()
    {
        var head = Read("cluster-plan").Head;
        head.Issuer.ShouldBe(["CỤM THI ĐUA CÁC TỈNH", "BẮC TRUNG BỘ"]);
        (head.Number, head.Symbol, head.Place, head.IssuedOn).ShouldBe(("1466", "KH-CTĐBTB", "Thanh Hóa", new DateOnly(2020, 7, 2)));
        (head.Kind, head.Abstract).ShouldBe(("Kế hoạch", "Hoạt động của Cụm thi đua các tỉnh Bắc Trung Bộ năm 2020"));
        (Read("departments-plan").Head is { Number: "790", Symbol: "KH-CTĐ", Place: "Hải Phòng" }).ShouldBeTrue();
        Read("province-plan").Head.Abstract.ShouldBe("Công tác thi đua, khen thưởng tỉnh Thanh Hóa giai đoạn 2016 - 2020");
    }

    [Fact]
    public void The_preamble_is_parted_from_the_basis_before_it()
    {
        Read("cluster-plan").Preamble.ShouldStartWith("Sau khi xin ý kiến các đơn vị thành viên");
        Read("province-plan").Preamble.ShouldStartWith("Hội đồng Thi đua - Khen thưởng tỉnh Thanh Hóa ban hành Kế hoạch");
        Read("departments-plan").Preamble.ShouldStartWith("Cụm Thi đua các tỉnh, thành Bắc Bộ (sau đây");
    }

    [Fact]
    public void Recipients_signature_and_name_are_read()
    {
        var closing = Read("cluster-plan").Closing;
        closing.Recipients.Count.ShouldBe(7);
        (closing.Recipients[0], closing.Recipients[^1]).ShouldBe(("TV HĐTĐKT TW theo dõi Cụm", "Lưu: VT"));
        closing.SignatureLines.ShouldBe(["CỤM TRƯỞNG", "CHỦ TỊCH UBND TỈNH THANH HÓA"]);
        closing.Signatory.ShouldBe("Nguyễn Văn An");
        Read("province-plan").Closing.SignatureLines.ShouldBe(["TM. HỘI ĐỒNG", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THỨ NHẤT", "PHÓ CHỦ TỊCH UBND TỈNH"]);
        Read("departments-plan").Closing.After.ShouldBe(["WANG"], "what the scanner added is not lost");
    }

    [Fact]
    public void A_paragraph_that_a_page_parted_is_whole_again()
    {
        Read("province-plan").AllSections.ShouldContain(section => section.Body.Contains("Hội Hội Cựu Chiến binh tỉnh về đầy mạnh phong trào"));
        Read("departments-plan").AllSections.ShouldContain(section => section.Body.Contains("tư tưởng, đạo đức và phong cách Hồ Chí Minh"));
        Read("cluster-plan").AllSections.ShouldContain(section => section.Body.Contains("trong Chm đà thống nhất"));
    }

    [Fact]
    public void Found_of_shuffled_rewrapped_and_damaged_plans_as_documented()
    {
        var table = new StringBuilder("""
            # A plan from paper

            `PaperReader` reads pasted text, also scanned, and the paragraphs that `DocxReader` takes from a Word file. It only proposes; a person accepts, corrects or drops. The table is printed by a test from three real plans (their expected sections, bases and dates are written by hand in `tests/ThiDua.Domain.Tests/Planning/Papers`) and from ten seeded versions of each that are made worse. Found of how many; in brackets what was found that is none. Figures are never damaged, or nobody could say which date was meant.

            | text | sections | legal bases | dates |
            | --- | --- | --- | --- |

            """);
        void Row(string name, Measure found) => table.Append(CultureInfo.InvariantCulture, $"| {name} | {found.Sections} | {found.Bases} | {found.Dates} |\n");
        Row("as scanned", Paper.All.Select(paper => Measure.Of(paper, PaperReader.Read(paper.Text))).Aggregate((one, other) => one + other));
        Row("chapters shuffled", Check((text, random) => Worse.Shuffled(text, random), 1, 1, 0));
        foreach (var width in (int[])[50, 70, 90, 110])
        {
            Row($"broken anew at {width} letters, page numbers between", Check((text, random) => Worse.Rewrapped(text, width, random), 0.99, 0.99, 0.01));
        }

        Row("1 % of the letters misread", Check((text, random) => Worse.Damaged(text, 100, random), 0.98, 0.95, 0.02));
        Row("4 % of the letters misread", Check((text, random) => Worse.Damaged(text, 25, random), 0.95, 0.9, 0.04));
        Row("all three, 2 % misread", Check((text, random) => Worse.Damaged(Worse.Rewrapped(Worse.Shuffled(text, random), random.Next(50, 120), random), 50, random), 0.95, 0.9, 0.04));
        WorkflowTablesTests.Check("from-paper.md", table.ToString());
    }

    private Measure Check(Func<string, Random, string> worse, double sections, double dates, double mostFalse)
    {
        var sum = Measure.None;
        for (var seed = 0; seed < Seeds; seed++)
        {
            foreach (var paper in Paper.All)
            {
                sum += Measure.Of(paper, PaperReader.Read(worse(paper.Text, new Random(seed))), line => output.WriteLine($"{paper.Name} {seed} {line}"));
            }
        }

        output.WriteLine($"{sum}");
        sum.Sections.Recall.ShouldBeGreaterThanOrEqualTo(sections);
        sum.Bases.Recall.ShouldBeGreaterThanOrEqualTo(0.97);
        sum.Dates.Recall.ShouldBeGreaterThanOrEqualTo(dates);
        (sum.Sections.False + sum.Bases.False + sum.Dates.False).ShouldBeLessThanOrEqualTo((int)(mostFalse * (sum.Sections.Of + sum.Bases.Of + sum.Dates.Of)));
        return sum;
    }

    private static PaperReading Read(string name) => PaperReader.Read(Paper.All.Single(paper => paper.Name == name).Text);
}
