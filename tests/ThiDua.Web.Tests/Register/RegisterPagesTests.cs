using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Register;

public sealed class RegisterPagesTests(Portal portal)
{
    private static readonly (string, string)[] Paper = [("Paper.Number", "15/TTr"), ("Paper.SignedOn", "1/7/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")];

    private static async Task<IHtmlDocument> Take(HttpClient person, ClusterYearInTest year, int id, string step, params (string, string)[] typed) =>
        await person.Follow(await person.Submit((await person.See($"{year.Url}/van-ban/{id}/{step}")).FormTo(step), typed));

    private async Task<int> IdOf(ClusterYearInTest year, DocumentKind kind) =>
        await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Kind == kind).OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync(), year.Acting(year.Leader, Capacity.Head));

    [Fact]
    public async Task Minutes_of_the_results_go_the_way_from_preview_to_register()
    {
        var year = await RankedYear.Published(portal, 8.4m, 7.7m, 7);
        var (clerk, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        var preview = $"{year.Url}/xep-hang/{await year.LastLayer(portal)}/bien-ban";
        (await member.See(preview)).Forms.ShouldAllBe(form => !form.Action.EndsWith("trinh-ky", StringComparison.Ordinal));
        var page = await clerk.Follow(await clerk.Submit((await clerk.See(preview)).FormTo("trinh-ky")));
        page.QuerySelector(".state-badge")!.TextContent.ShouldBe("Trình ký");
        var id = await IdOf(year, DocumentKind.Minutes);
        (await member.GetAsync($"{year.Url}/van-ban/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await member.See($"{year.Url}/van-ban")).QuerySelectorAll("[data-document]").ShouldBeEmpty();
        (await clerk.See(preview)).QuerySelector($"a[href$='/van-ban/{id}']").ShouldNotBeNull();
        await Take(clerk, year, id, "ky", Paper);
        var issued = await Take(clerk, year, id, "ban-hanh", [.. Paper, ("Number", "05"), ("IssuedOn", "2/7/2020")]);
        issued.QuerySelector("h1")!.TextContent.ShouldContain("Biên bản 05/BB-CTĐT");
        var document = await year.Document(portal, id);
        var pdf = await member.GetAsync($"{year.Url}/van-ban/{id}/ban-in.pdf");
        var bytes = await pdf.Content.ReadAsByteArrayAsync();
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)).ShouldBe(document.PdfSha256);
        new PdfTools(bytes).Text.ShouldContain("Số: 05/BB-CTĐT");
        (await clerk.See(preview)).QuerySelectorAll("form[action$='trinh-ky']").ShouldBeEmpty();
        (await member.See($"{year.Url}/lich-su?loai=van-ban")).QuerySelectorAll("[data-step]").Length.ShouldBe(3);
    }

    [Fact]
    public async Task F3_Files_of_a_document_are_attachments_in_a_sandbox_and_nothing_to_a_stranger()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.AnIssuedDocument(portal, 5);
        foreach (var format in new[] { "pdf", "docx" })
        {
            var answer = await year.ClerkOf(year.Member).GetAsync($"{year.Url}/van-ban/{id}/ban-in.{format}");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe($"05-KH-CTĐT.{format}");
        }

        var other = await ClusterYearInTest.Make(portal);
        (await other.HeadOf(other.Leader).GetAsync($"{year.Url}/van-ban/{id}/ban-in.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await other.HeadOf(other.Leader).GetAsync($"{other.Url}/van-ban/{id}/ban-in.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task L3_The_reason_of_a_return_reaches_who_wrote_the_document()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ASubmittedDocument(portal);
        var head = year.HeadOf(year.Leader);
        var refused = await head.Submit((await head.See($"{year.Url}/van-ban/{id}/tra-lai")).FormTo("tra-lai"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await Take(head, year, id, "tra-lai", ("Reason", "Bổ sung thời hạn ở mục II"));
        (await year.ClerkOf(year.Leader).See($"{year.Url}/van-ban/{id}")).QuerySelector(".alert")!.TextContent.ShouldContain("Bổ sung thời hạn ở mục II");
    }

    [Fact]
    public async Task A_revoked_document_names_the_later_one_and_stays_as_it_was()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.AnIssuedDocument(portal, 5);
        var before = await year.Document(portal, id);
        var head = year.HeadOf(year.Leader);
        var page = await Take(head, year, id, "bai-bo", ("Reason", "Ban hành nhầm"), ("Document.Number", "09/QĐ-CTĐT"), ("Document.IssuedOn", "5/7/2020"), ("Document.Issuer", "Cụm thi đua thử"));
        page.QuerySelector(".alert-warning")!.TextContent.ShouldContain("Bị bãi bỏ theo văn bản số 09/QĐ-CTĐT ngày 05/07/2020");
        var after = await year.Document(portal, id);
        (after.State, after.Number, after.PdfSha256, after.TextSha256).ShouldBe((DocumentState.Revoked, before.Number, before.PdfSha256, before.TextSha256));
    }

    [Theory]
    [InlineData("nhan rong mo hinh")]
    [InlineData("nhân rộng mô hình")]
    [InlineData("NHÂN RỘNG MÔ HÌNH")]
    public async Task Q1_The_register_is_searched_in_abstract_and_text_with_or_without_diacritics(string words)
    {
        var year = await ClusterYearInTest.Make(portal);
        var byText = await year.AnIssuedDocument(portal, 5, "Hoạt động của Cụm"); // the words stand in its paragraphs
        var byTitle = await year.ASubmittedDocument(portal, "Nhân rộng mô hình mới");
        foreach (var typed in new[] { words, words.Normalize(NormalizationForm.FormD) })
        {
            var url = $"{year.Url}/van-ban?q={Uri.EscapeDataString(typed)}";
            (await year.ClerkOf(year.Leader).See(url)).QuerySelectorAll("[data-document]").Select(row => row.GetAttribute("data-document")).ShouldBe([$"{byTitle}", $"{byText}"]);
            (await year.ClerkOf(year.Member).See(url)).QuerySelectorAll("[data-document]").Length.ShouldBe(1); // what is not issued is counted for nobody else
        }

        (await year.ClerkOf(year.Member).See($"{year.Url}/van-ban?q=khongcotrongvanban")).QuerySelectorAll("[data-document]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hôm qua", "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/07/2020.")]
    [InlineData("31/02/2026", "Lịch không có ngày 31/02/2026. Nhập ngày theo dạng ngày/tháng/năm, ví dụ 02/07/2020.")]
    [InlineData("02/07/0020", "Năm phải từ 1902 đến 2099.")]
    public async Task A_date_by_which_the_register_cannot_be_filtered_is_told_and_stays_as_typed(string typed, string said)
    {
        var year = await ClusterYearInTest.Make(portal);
        foreach (var name in new[] { "tu", "den" })
        {
            var page = await year.ClerkOf(year.Member).See($"{year.Url}/van-ban?{name}={Uri.EscapeDataString(typed)}");
            (page.QuerySelector($"#{name}")!.GetAttribute("value"), page.QuerySelector($"#{name}-loi")!.TextContent).ShouldBe((typed, $"{said} Ngày này chưa được dùng để lọc."));
        }
    }

    [Theory]
    [InlineData("", "", "Nhập số văn bản theo sổ của văn thư", "Nhập ngày ban hành")]
    [InlineData("0", "31/02/2020", "Nhập số văn bản theo sổ của văn thư", "Lịch không có ngày 31/02/2020")]
    [InlineData("", "31/12/2090", "Nhập số văn bản theo sổ của văn thư", "không được sau hôm nay")]
    [InlineData("05/KH", "", "chỉ gồm chữ số", "Nhập ngày ban hành")]
    public async Task Number_and_date_of_an_issue_are_told_together(string number, string on, string ofNumber, string ofDate)
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ASignedDocument(portal);
        var head = year.HeadOf(year.Leader);
        var answer = await head.Submit((await head.See($"{year.Url}/van-ban/{id}/ban-hanh")).FormTo("ban-hanh"), ("Number", number), ("IssuedOn", on));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.QuerySelector("#f-Number-problem").ShouldNotBeNull().TextContent.ShouldContain(ofNumber);
        page.QuerySelector("#f-IssuedOn-problem").ShouldNotBeNull().TextContent.ShouldContain(ofDate);
    }

    [Fact]
    public async Task Q1_An_issued_document_is_found_by_the_search_of_the_portal()
    {
        var year = await ClusterYearInTest.Make(portal);
        var about = $"Phát động thi đua số {Portal.Next()}";
        var id = await year.AnIssuedDocument(portal, 5, about);
        var url = $"/tim-kiem?q={Uri.EscapeDataString(about)}";
        (await year.ClerkOf(year.Member).See(url)).QuerySelector($"a[href='{year.Url}/van-ban/{id}']").ShouldNotBeNull();
        var other = await ClusterYearInTest.Make(portal);
        (await other.ClerkOf(other.Member).See(url)).QuerySelectorAll(".search-hits a").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_register_is_filtered_sorted_and_exported()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.AnIssuedDocument(portal, 12, "Kế hoạch hai");
        await year.AnIssuedDocument(portal, 5, "Kế hoạch một");
        await year.AnIssuedDocument(portal, 1, "Biên bản", DocumentKind.Minutes, "BB-CTĐT", new(2020, 9, 1));
        var member = year.ClerkOf(year.Member);
        async Task<string[]> Numbers(string query) => [.. (await member.See($"{year.Url}/van-ban?{query}")).QuerySelectorAll("[data-document] td:first-child").Select(cell => cell.TextContent)];
        (await Numbers("xep=so")).ShouldBe(["01/BB-CTĐT", "05/KH-CTĐT", "12/KH-CTĐT"]);
        (await Numbers("loai=Plan&xep=so")).ShouldBe(["05/KH-CTĐT", "12/KH-CTĐT"]);
        (await Numbers("so=12")).ShouldBe(["12/KH-CTĐT"]);
        (await Numbers("tu=1/8/2020")).ShouldBe(["01/BB-CTĐT"]);
        (await Numbers("trang-thai=Revoked")).ShouldBeEmpty();
        (await Numbers("loai=khong-co&trang-thai=99&tu=hom-qua")).Length.ShouldBe(3);
        var file = await member.GetByteArrayAsync($"{year.Url}/van-ban/so-dang-ky.xlsx?loai=Plan&xep=so");
        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var text = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText;
        text.ShouldContain("05/KH-CTĐT");
        text.ShouldNotContain("01/BB-CTĐT");
    }

    [Fact]
    public async Task A_stale_page_is_told_that_somebody_else_was_first()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ASubmittedDocument(portal);
        var head = year.HeadOf(year.Leader);
        var (first, second) = ((await head.See($"{year.Url}/van-ban/{id}/tra-lai")).FormTo("tra-lai"), (await head.See($"{year.Url}/van-ban/{id}/ky")).FormTo("ky"));
        await head.Follow(await head.Submit(first, ("Reason", "Sửa")));
        (await head.Submit(second)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.HeadOf(year.Member).GetAsync($"{year.Url}/van-ban/{id}/ky")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
