using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Demo;

/// <summary>The plan of a real cluster as issued by the portal, held against Nghị định 30/2020/NĐ-CP, Phụ lục I.</summary>
[Collection(nameof(DemoDatabase))]
public sealed class DemoPlanTests(DemoDatabase demo)
{
    private static double Mm(double millimetres) => millimetres * 72 / 25.4;

    [Fact]
    public async Task The_plan_stands_issued_with_its_outline_bases_conferences_deadlines_and_assignments()
    {
        var yearId = await YearId();
        var plan = await demo.WithDb(db => db.Plans.Include(row => row.Sections).Include(row => row.Bases).Include(row => row.Blocks).SingleAsync(), Actor.Portal with { ClusterYearId = yearId });
        (plan.State, plan.Sections.Count, plan.Bases.Count).ShouldBe((PlanState.Issued, 26, 2));
        plan.Blocks.Select(block => block.Content.GetType()).CountBy(type => type.Name).ShouldBe(new Dictionary<string, int> { [nameof(ConferenceContent)] = 3, [nameof(DeadlineContent)] = 2, [nameof(AssignmentContent)] = 3 }, ignoreOrder: true);
        var document = await demo.WithDb(db => db.IssuedDocuments.SingleAsync(row => row.Kind == DocumentKind.Plan), Actor.Portal with { ClusterYearId = yearId });
        (document.State, document.NumberAndSymbol, document.IssuedOn).ShouldBe((DocumentState.Issued, "1466/KH-CTĐBTB", new DateOnly(2020, 7, 2)));
    }

    [Fact]
    public async Task P2_Its_PDF_is_laid_out_as_the_decree_has_it()
    {
        var pdf = new PdfTools(await FileOf("pdf"));
        pdf.Pages.ShouldBeInRange(5, 8);
        pdf.Sizes.ShouldAllBe(size => Math.Abs(size.Width - Mm(210)) < 1 && Math.Abs(size.Height - Mm(297)) < 1);
        var words = pdf.Words.Where(word => word.Top > Mm(18)).ToList();
        (words.Min(word => word.Left), words.Max(word => word.Right)).ShouldSatisfyAllConditions(
            edges => edges.Item1.ShouldBe(Mm(30), tolerance: 3),
            edges => edges.Item2.ShouldBe(Mm(195), tolerance: 3));
        words.Max(word => word.Bottom).ShouldBeLessThanOrEqualTo(Mm(277) + 3);
        pdf.Words.Where(word => word.Bottom < Mm(20)).Select(word => word.Text).ShouldBe(Enumerable.Range(2, pdf.Pages - 1).Select(page => $"{page}"), "a number on each page but the first");
        pdf.Fonts.Split('\n').Skip(2).Where(line => line.Length > 0).ShouldAllBe(line => line.Contains("Tinos") && line.Contains("yes yes"), "one family, embedded");
        pdf.Info.ShouldContain("Author:          Cụm thi đua các tỉnh Bắc Trung Bộ");
    }

    [Fact]
    public async Task P2_Its_last_sentence_is_closed_once_and_the_mark_is_no_part_of_what_is_written()
    {
        var text = new PdfTools(await FileOf("pdf")).Text.ReplaceLineEndings(" ");
        text.Split("./.").Length.ShouldBe(2);
        text.ShouldContain("năm 2020./. ");
        var bodies = await demo.WithDb(db => db.Plans.SelectMany(plan => plan.Sections).Select(section => section.Body).ToListAsync(), Actor.Portal with { ClusterYearId = await YearId() });
        bodies.ShouldAllBe(body => body == null || !body.Contains("/."));
    }

    [Fact]
    public async Task P2_Its_two_heading_blocks_stand_beside_each_other()
    {
        var lines = new PdfTools(await FileOf("pdf")).Lines.Where(line => line.Page == 1).ToList();
        TextBox Line(string text) => lines.First(line => line.Text.Contains(text, StringComparison.Ordinal));
        var (nation, motto, cluster, name, number, date) = (Line("CỘNG HÒA XÃ HỘI"), Line("Độc lập - Tự do"), Line("CỤM THI ĐUA CÁC TỈNH"), Line("BẮC TRUNG BỘ"), Line("Số: 1466/KH-CTĐBTB"), Line("Thanh Hóa, ngày 02 tháng 7 năm 2020"));
        Math.Abs(nation.Middle - motto.Middle).ShouldBeLessThan(3);
        Math.Abs(date.Middle - motto.Middle).ShouldBeLessThan(3);
        Math.Abs(cluster.Middle - name.Middle).ShouldBeLessThan(3);
        Math.Abs(number.Middle - name.Middle).ShouldBeLessThan(3);
        Math.Abs(number.Bottom - date.Bottom).ShouldBeLessThan(5);
        (nation.Left - cluster.Right).ShouldBeGreaterThan(12);
        (nation.Bottom - nation.Top).ShouldBeInRange(12, 17, "12 to 13 points");
    }

    [Fact]
    public async Task P1_Its_DOCX_opened_by_LibreOffice_has_the_text_of_the_PDF()
    {
        var folder = Directory.CreateTempSubdirectory("libreoffice-").FullName;
        var docx = Path.Combine(folder, "ke-hoach.docx");
        await File.WriteAllBytesAsync(docx, await FileOf("docx"), TestContext.Current.CancellationToken);
        PdfTools.Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, docx);
        var opened = new PdfTools(await File.ReadAllBytesAsync(Path.ChangeExtension(docx, ".pdf"), TestContext.Current.CancellationToken));
        var printed = new PdfTools(await FileOf("pdf"));
        FirstDifference(Body(opened), Body(printed)).ShouldBeNull();
        Letters(opened).Order().SequenceEqual(Letters(printed).Order()).ShouldBeTrue("nothing of heading, recipients and signature is lost");
        Math.Abs(opened.Pages - printed.Pages).ShouldBeLessThanOrEqualTo(1);
    }

    // From the first basis to the last sentence.
    private static string Body(PdfTools pdf)
    {
        var letters = Letters(pdf);
        return letters[letters.IndexOf("CăncứCôngvăn", StringComparison.Ordinal)..(letters.IndexOf("./.", StringComparison.Ordinal) + 3)];
    }

    // Without white space and page numbers, which each program sets in its own way.
    private static string Letters(PdfTools pdf) => string.Concat(Enumerable.Range(1, pdf.Pages)
        .SelectMany(page => pdf.PageText(page).Split('\n').Where(line => line.Trim() != $"{page}"))
        .SelectMany(line => line.Where(letter => !char.IsWhiteSpace(letter) && letter != '\f')));

    private static string? FirstDifference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return one == other ? null : $"at {at}: “{one[at..Math.Min(at + 60, one.Length)]}” instead of “{other[at..Math.Min(at + 60, other.Length)]}”";
    }

    private Task<int> YearId() => demo.WithDb(db => db.ClusterYears.Where(year => year.Cluster.Abbreviation == "CTĐBTB").Select(year => year.Id).SingleAsync());

    private async Task<byte[]> FileOf(string format)
    {
        var yearId = await YearId();
        var id = await demo.WithDb(db => db.IssuedDocuments.Where(row => row.Kind == DocumentKind.Plan).Select(row => row.Id).SingleAsync(), Actor.Portal with { ClusterYearId = yearId });
        var member = await demo.SignedIn(new(0, "quangtri.cv", "ThiDua@2020"));
        return await member.GetByteArrayAsync($"/cum/{yearId}/van-ban/{id}/ban-in.{format}", TestContext.Current.CancellationToken);
    }
}
