using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Papers;

public sealed class PapersTests(Portal portal)
{
    private async Task<(ClusterYearInTest Year, int LayerId, int SheetId)> APublishedYear()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        decimal[] growth = [8.4m, 7.7m, 7];
        foreach (var (unit, index) in year.Units.Select((unit, index) => (unit, index)))
        {
            await year.FillAndSubmit(portal, unit, growth[index]);
            await year.Appraise(portal, unit);
        }

        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        await clerk.Submit((await clerk.See($"{year.Url}/xep-hang/khoa-nhap-lieu")).FormTo("khoa-nhap-lieu"));
        await head.Submit((await head.See($"{year.Url}/xep-hang/cong-bo-du-kien")).FormTo("cong-bo-du-kien"));
        return await portal.WithDb(async db => (year, await db.ResultLayers.Select(layer => layer.Id).SingleAsync(), await db.ScoreSheets.Where(sheet => sheet.UnitId == year.Member.Id).Select(sheet => sheet.Id).SingleAsync()), year.Acting(year.Leader, Capacity.Head));
    }

    private static string TextOfDocx(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return string.Join('\n', file.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText));
    }

    // Table heads repeat on each page of the PDF, and page numbers stand above: each word counts once.
    private static string[] Words(string text) => [.. ThiDua.Domain.Text.Words(text).Where(word => word.Length > 1).Order()];

    [Fact]
    public async Task S5_The_summary_shows_the_same_digits_on_page_PDF_DOCX_and_XLSX()
    {
        var (year, layer, _) = await APublishedYear();
        var member = year.ClerkOf(year.Member);
        var page = (await member.See($"{year.Url}/xep-hang")).QuerySelector(".result-table")!.TextContent;
        var pdf = new PdfTools(await member.GetByteArrayAsync($"{year.Url}/xep-hang/{layer}/bang-tong-hop.pdf")).LaidOut;
        var docx = TextOfDocx(await member.GetByteArrayAsync($"{year.Url}/xep-hang/{layer}/bang-tong-hop.docx"));
        foreach (var total in new[] { "100,00", "90,00", "80,00" })
        {
            page.ShouldContain(total);
            pdf.ShouldContain(total);
            docx.ShouldContain(total);
        }

        using var book = SpreadsheetDocument.Open(new MemoryStream(await member.GetByteArrayAsync($"{year.Url}/xep-hang/{layer}/bang-tong-hop.xlsx")), isEditable: false);
        book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellValue>()).Select(value => value.Text).ShouldContain(text => text == "90" || text == "90.0" || text == "90.00");
    }

    [Fact]
    public async Task The_minutes_hold_ranking_honours_and_who_appraised_whom()
    {
        var (year, layer, _) = await APublishedYear();
        var member = year.ClerkOf(year.Member);
        var bytes = await member.GetByteArrayAsync($"{year.Url}/xep-hang/{layer}/bien-ban.pdf");
        var text = new PdfTools(bytes).LaidOut;
        text.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        text.ShouldContain("BIÊN BẢN");
        text.ShouldContain("/BB-CTĐT");
        text.ShouldContain($"{year.Deputy.Name} thẩm định: {year.Leader.Name}.");
        text.ShouldContain("THƯ KÝ");
    }

    [Fact]
    public async Task P1_The_DOCX_of_a_sheet_holds_the_text_of_its_PDF()
    {
        var (year, _, sheet) = await APublishedYear();
        var own = year.HeadOf(year.Member);
        var pdf = new PdfTools(await own.GetByteArrayAsync($"{year.Url}/cham-diem/{sheet}/ban-in.pdf")).LaidOut;
        var docx = TextOfDocx(await own.GetByteArrayAsync($"{year.Url}/cham-diem/{sheet}/ban-in.docx"));
        Words(docx).ShouldBe(Words(pdf));
        docx.ShouldContain("Giải ngân vốn đầu tư công");
    }

    [Fact]
    public async Task A_paper_of_a_sheet_is_for_those_who_may_read_the_sheet()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var sheet = await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.Id).SingleAsync(), year.Acting(year.Member, Capacity.Clerk));
        (await year.ClerkOf(year.Leader).GetAsync($"{year.Url}/cham-diem/{sheet}/ban-in.html")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var answer = await year.ClerkOf(year.Member).GetAsync($"{year.Url}/cham-diem/{sheet}/ban-in.html");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src 'sha256-");
    }
}
