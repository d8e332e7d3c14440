using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Register;

public sealed class SignedCopyPagesTests(Portal portal)
{
    private static async Task<HttpResponseMessage> Upload(HttpClient person, string page, byte[] file, string name)
    {
        var form = (await person.See(page)).FormTo("/ban-ky");
        using var content = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input is { Type: "hidden", Name: not null }))
        {
            content.Add(new StringContent(input.Value), input.Name!);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "File", name);
        return await person.PostAsync(new Uri(form.Action).PathAndQuery, content);
    }

    private async Task<(ClusterYearInTest Year, string Page, byte[] Pdf)> AnIssued()
    {
        var year = await ClusterYearInTest.Make(portal);
        var page = $"{year.Url}/van-ban/{await year.AnIssuedDocument(portal, 5)}";
        return (year, page, await year.ClerkOf(year.Leader).GetByteArrayAsync($"{page}/ban-in.pdf"));
    }

    [Fact]
    public async Task P3_A_copy_with_good_signatures_is_official_at_once_and_everybody_of_the_year_sees_it()
    {
        var (year, page, pdf) = await AnIssued();
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var copy = SigningInTest.Sign(pdf, person, new(2020, 7, 3, 1, 0, 0, DateTimeKind.Utc));
        var clerk = year.ClerkOf(year.Leader);
        var shown = await clerk.Follow(await Upload(clerk, page, copy, "kế hoạch đã ký.pdf"));
        shown.QuerySelector("[data-grade]")!.TextContent.ShouldContain("Đúng tệp đã ban hành", customMessage: shown.QuerySelector("main")!.TextContent);
        shown.QuerySelector(".state-badge")!.TextContent.ShouldBe("Bản chính thức");
        shown.QuerySelector(".signature-list")!.TextContent.ShouldContain("Nguyễn Văn A");
        shown.QuerySelector(".signature-list")!.TextContent.ShouldContain("08:00 03/07/2020");
        var file = await year.ClerkOf(year.Member).GetAsync((await year.ClerkOf(year.Member).See(page)).QuerySelector("[data-copy] a")!.GetAttribute("href") + "/tep");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(copy);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await Upload(clerk, page, copy, "lần nữa.pdf")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task P3_Another_text_is_official_only_when_a_head_takes_it_and_says_why()
    {
        var (year, page, _) = await AnIssued();
        var other = await year.AnIssuedDocument(portal, 6, "Văn bản khác hẳn");
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var shown = await clerk.Follow(await Upload(clerk, page, await clerk.GetByteArrayAsync($"{year.Url}/van-ban/{other}/ban-in.pdf"), "khac.pdf"));
        shown.QuerySelector("[data-grade]")!.TextContent.ShouldContain("Nội dung khác văn bản đã ban hành");
        shown.QuerySelectorAll("ins").Length.ShouldBeGreaterThan(0);
        var address = new Uri(shown.Url).PathAndQuery;
        var refused = await head.Submit((await head.See(address)).FormTo("/nhan"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("Nêu lý do nhận làm bản chính thức");
        (await head.Follow(await head.Submit((await head.See(address)).FormTo("/nhan"), ("Reason", "Bản in lại đã đối chiếu")))).QuerySelector(".state-badge")!.TextContent.ShouldBe("Bản chính thức");
        (await year.ClerkOf(year.Member).See(address)).QuerySelectorAll("form[action$='nhan']").ShouldBeEmpty();
        (await head.See($"{year.Url}/lich-su?loai=van-ban")).QuerySelector("main")!.TextContent.ShouldContain("Nhận làm bản chính thức (bản đã ký)");
    }

    [Fact]
    public async Task P3_A_copy_changed_after_signing_is_never_official()
    {
        var (year, page, pdf) = await AnIssued();
        using var person = SigningInTest.Certificate("Nguyễn Văn A");
        var copy = SigningInTest.Sign(pdf, person, new(2020, 7, 3, 1, 0, 0, DateTimeKind.Utc));
        copy[pdf.Length / 2] ^= 1;
        var head = year.HeadOf(year.Leader);
        var shown = await head.Follow(await Upload(head, page, copy, "sua.pdf"));
        shown.QuerySelector("[data-grade]")!.TextContent.ShouldContain("không dùng làm bản chính thức");
        shown.QuerySelectorAll("form[action$='/nhan']").ShouldBeEmpty();
        (await portal.WithDb(db => db.SignedCopies.Select(row => row.State).SingleAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(SignedCopyState.Waiting);
    }

    [Fact]
    public async Task F2_Only_a_PDF_or_a_picture_is_a_signed_copy()
    {
        var (year, page, _) = await AnIssued();
        var head = year.HeadOf(year.Leader);
        foreach (var (content, name) in new[] { ("<html>", "a.pdf"), ("", "rong.pdf") })
        {
            var refused = await Upload(head, page, System.Text.Encoding.UTF8.GetBytes(content), name);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var docx = await head.GetByteArrayAsync($"{page}/ban-in.docx");
        (await (await Upload(head, page, docx, "a.docx")).Html()).Says().ShouldContain("Bản đã ký là tệp PDF");
    }

    [Fact]
    public async Task F3_A_signed_copy_is_nothing_to_a_stranger_and_under_another_document()
    {
        var (year, page, pdf) = await AnIssued();
        var head = year.HeadOf(year.Leader);
        var address = new Uri((await head.Follow(await Upload(head, page, [.. pdf, .. "\n%%EOF\n"u8], "a.pdf"))).Url).PathAndQuery;
        var other = await year.AnIssuedDocument(portal, 6);
        (await head.GetAsync($"{year.Url}/van-ban/{other}/ban-ky/{address.Split('/')[^1]}/tep")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var stranger = await ClusterYearInTest.Make(portal);
        (await stranger.HeadOf(stranger.Leader).GetAsync($"{address}/tep")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
