using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using static ThiDua.Web.Tests.Drafts.DraftsInTest;

namespace ThiDua.Web.Tests.Drafts;

/// <summary>What the templates print, measured by poppler against Nghị định 30/2020/NĐ-CP, Phụ lục I.</summary>
public sealed class DraftPrintsTests(Portal portal)
{
    private static double Mm(double millimetres) => millimetres * 72 / 25.4;

    private static readonly double Centre = Mm(30 + 82.5);

    private static async Task<PdfTools> Print(ClusterYearInTest year, UnitInTest unit, DraftTemplate template, params (string, string)[] typed)
    {
        var clerk = year.ClerkOf(unit);
        var draftId = IdOf(await year.StartDraft(clerk, template, typed));
        return new(await clerk.GetByteArrayAsync(year.Draft(draftId, "/ban-in.pdf"), TestContext.Current.CancellationToken));
    }

    private static void IsLaidOutByTheDecree(PdfTools pdf)
    {
        pdf.Sizes.ShouldAllBe(size => Math.Abs(size.Width - Mm(210)) < 1 && Math.Abs(size.Height - Mm(297)) < 1);
        var words = pdf.Words.Where(word => word.Top > Mm(18)).ToList();
        words.Min(word => word.Left).ShouldBeInRange(Mm(30) - 3, Mm(42.7) + 3);
        words.Max(word => word.Right).ShouldBeLessThanOrEqualTo(Mm(195) + 3);
        words.Max(word => word.Bottom).ShouldBeLessThanOrEqualTo(Mm(277) + 3);
        pdf.Words.Where(word => word.Bottom < Mm(20)).Select(word => word.Text).ShouldBe(Enumerable.Range(2, pdf.Pages - 1).Select(page => $"{page}"), "a number on each page but the first");
        pdf.Fonts.Split('\n').Skip(2).Where(line => line.Length > 0).ShouldAllBe(line => line.Contains("Tinos") && line.Contains(" yes "));
        pdf.Info.ShouldMatch(@"Tagged:\s+yes");
    }

    [Theory]
    [InlineData(DraftTemplate.LeaderDecision, "cử đơn vị Cụm trưởng")]
    [InlineData(DraftTemplate.AppraisalTeam, "thành lập Tổ thẩm định")]
    [InlineData(DraftTemplate.InspectionTeam, "thành lập Đoàn kiểm tra")]
    public async Task P2_A_decision_has_who_decides_between_title_and_bases_and_its_enacting_words_in_the_middle(DraftTemplate template, string about)
    {
        var year = await ClusterYearInTest.Make(portal);
        var pdf = await Print(year, year.StandingBody, template);
        IsLaidOutByTheDecree(pdf);
        var lines = pdf.Lines.Where(line => line.Page == 1).ToList();
        TextBox Line(string text) => lines.First(line => line.Text.StartsWith(text, StringComparison.Ordinal));
        var (kind, authority, basis, enacts, article) = (lines.Where(line => line.Text == "QUYẾT ĐỊNH").MinBy(line => line.Top)!, Line("CHỦ TỊCH CƠ QUAN THƯỜNG TRỰC"), Line("Căn cứ Luật"), Line("QUYẾT ĐỊNH:"), Line("Điều 1."));
        foreach (var centred in new[] { kind, authority, enacts })
        {
            centred.Middle.ShouldBe(Centre, tolerance: 3, centred.Text);
        }

        new[] { kind.Top, authority.Top, basis.Top, enacts.Top, article.Top }.ShouldBeInOrder();
        basis.Left.ShouldBe(Mm(30 + 12.7), tolerance: 3);
        article.Left.ShouldBe(Mm(30 + 12.7), tolerance: 3);
        var text = TasksInTest.Words(pdf.Text);
        text.ShouldContain(about);
        text.ShouldContain("Nơi nhận: - Như Điều 3;");
        text.Replace(" ", "", StringComparison.Ordinal).ShouldContain("thihànhQuyếtđịnhnày./.", Case.Sensitive, "a justified line may leave gaps too narrow to be read as spaces");
        pdf.Words.Last(word => word.Text == "VT,").Page.ShouldBe(pdf.Lines.Last(line => line.Text == "CHỦ TỊCH").Page, "recipients stand beside the signature");
    }

    [Fact]
    public async Task P2_The_handover_is_signed_by_two_beside_each_other()
    {
        var year = await ClusterYearInTest.Make(portal);
        var pdf = await Print(year, year.Leader, DraftTemplate.Handover);
        IsLaidOutByTheDecree(pdf);
        var (taker, giver) = (pdf.Lines.Last(line => line.Text.Contains("BÊN NHẬN BÀN GIAO")), pdf.Lines.Last(line => line.Text.Contains("ĐẠI DIỆN BÊN BÀN GIAO")));
        (taker.Page, giver.Page).ShouldBe((pdf.Pages, pdf.Pages));
        Math.Abs(taker.Top - giver.Top).ShouldBeLessThan(2);
        taker.Right.ShouldBeLessThan(giver.Left);
        var heading = pdf.Lines.First(line => line.Text.StartsWith("II. NỘI DUNG BÀN GIAO", StringComparison.Ordinal));
        heading.Left.ShouldBe(Mm(30 + 12.7), tolerance: 3);
        TasksInTest.Words(pdf.Text).ShouldContain("/BB-CTĐT");
    }

    [Fact]
    public async Task P1_The_launch_speech_has_no_number_and_its_text_comes_out_whole()
    {
        var year = await ClusterYearInTest.Make(portal);
        var pdf = await Print(year, year.Leader, DraftTemplate.LaunchSpeech);
        IsLaidOutByTheDecree(pdf);
        var text = TasksInTest.Words(pdf.Text);
        text.ShouldNotContain("Số:");
        text.ShouldContain("LỜI PHÁT ĐỘNG THI ĐUA Năm 2020 của Cụm");
        text.ShouldContain("“Thi đua là yêu nước, yêu nước thì phải thi đua.");
        text.ShouldEndWith("Trân trọng cảm ơn!");
    }

    [Fact]
    public async Task P2_A_letter_has_its_abstract_under_the_number_and_its_addressees_in_the_middle()
    {
        var year = await ClusterYearInTest.Make(portal);
        var pdf = await Print(year, year.Member, DraftTemplate.FreeText, ("Kind", "Letter"), ("Abstract", "cử đại biểu dự hội nghị"));
        IsLaidOutByTheDecree(pdf);
        var (issuer, number, regarding, to) = (pdf.Lines.First(line => line.Text.StartsWith("TỈNH THÀNH VIÊN", StringComparison.Ordinal)), pdf.Lines.First(line => line.Text.StartsWith("Số:", StringComparison.Ordinal)), pdf.Lines.First(line => line.Text.StartsWith("V/v cử đại biểu", StringComparison.Ordinal)), pdf.Lines.First(line => line.Text.StartsWith("Kính gửi:", StringComparison.Ordinal)));
        regarding.Middle.ShouldBe(issuer.Middle, tolerance: 3);
        regarding.Top.ShouldBeGreaterThan(number.Bottom - 2);
        to.Middle.ShouldBe(Centre, tolerance: 3);
        TasksInTest.Words(pdf.Text).ShouldContain("Nơi nhận: - Như trên;");
    }
}
