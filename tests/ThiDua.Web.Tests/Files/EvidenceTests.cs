using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Files;

public sealed class EvidenceTests(Portal portal)
{
    [Theory]
    [InlineData("Báo cáo kết quả năm 2020 - đợt 1.pdf", NormalizationForm.FormC)]
    [InlineData("Ửớềắặỹđ ĐỒNG CHÍ.pdf", NormalizationForm.FormD)]
    public async Task F1_A_name_with_Vietnamese_letters_comes_back_with_the_same_bytes(string name, NormalizationForm form)
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        var bytes = EvidenceInTest.APdf();
        (await EvidenceInTest.Put(clerk, line, name.Normalize(form), bytes)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await EvidenceInTest.Post(clerk, line, (name.Normalize(form).Replace(".pdf", " 2.pdf", StringComparison.Ordinal), EvidenceInTest.APdf()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var links = (await clerk.See(line)).QuerySelectorAll("td:first-child a").Cast<IHtmlAnchorElement>().ToList();
        links.Count.ShouldBe(2);
        links[0].TextContent.ShouldBe(name.Normalize(NormalizationForm.FormC));
        var answer = await clerk.GetAsync(links[0].PathName);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(name.Normalize(NormalizationForm.FormC));
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    public static TheoryData<string, string, string> Refused() => new()
    {
        { "rong.pdf", "", "rỗng" },
        { "trang.pdf", "<html><script>alert(1)</script></html>", "không phải là PDF" },
        { "hinh.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải là PDF" },
        { "ghep.pdf", "%PDF-1.4\n%%EOF\nPK\u0003\u0004hidden", "dữ liệu lạ" },
        { "ma.pdf", "%PDF-1.4\n<script>x</script>\n%%EOF", "kịch bản" },
        { "anh.png", "%PDF-1.4\n%%EOF", "phần mở rộng không đúng" },
        { "virus.exe", "MZ\u0090", "không phải là PDF" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task F2_What_may_not_be_uploaded_is_refused_in_words(string name, string content, string says)
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var answer = await EvidenceInTest.Put(year.ClerkOf(year.Member), line, name, Encoding.Latin1.GetBytes(content));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()).ShouldContain(says);
    }

    [Fact]
    public async Task F2_Macros_embedded_objects_broken_packages_and_marks_of_secrecy_are_refused()
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        (string, byte[], string)[] wrong =
        [
            ("a.docx", EvidenceInTest.Office(("word/document.xml", "<w:p>x</w:p>"), ("word/vbaProject.bin", "x")), "macro"),
            ("b.docx", EvidenceInTest.Office(("word/document.xml", "<w:p>x</w:p>"), ("word/embeddings/o.bin", "x")), "đối tượng nhúng"),
            ("c.docx", EvidenceInTest.Office(("khac.txt", "x")), "không phải là PDF"),
            ("d.docx", EvidenceInTest.Office(("word/document.xml", "<w:p><w:t>TUYỆT MẬT</w:t></w:p>")), "độ mật"),
        ];
        foreach (var (name, content, says) in wrong)
        {
            var answer = await EvidenceInTest.Put(clerk, line, name, content);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()).ShouldContain(says);
        }

        (await EvidenceInTest.Put(clerk, line, "e.docx", EvidenceInTest.Office(("word/document.xml", "<w:p><w:t>Công tác bảo mật thông tin</w:t></w:p>")))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F2_One_byte_over_fifty_megabytes_is_refused_and_fifty_are_taken()
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        var large = new byte[50 * 1024 * 1024];
        EvidenceInTest.Pdf[..^6].CopyTo(large, 0);
        large.AsSpan(EvidenceInTest.Pdf.Length - 6).Fill((byte)' ');
        "%%EOF"u8.CopyTo(large.AsSpan(large.Length - 5));
        (await EvidenceInTest.Put(clerk, line, "vua-du.pdf", large)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await EvidenceInTest.Put(clerk, line, "qua.pdf", [.. large, (byte)'\n'])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_refused_file_does_not_lose_the_others_of_the_same_sending()
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        var answer = await EvidenceInTest.Post(clerk, line, ("tot.pdf", EvidenceInTest.APdf()), ("xau.pdf", "xin chào"u8.ToArray()), ("anh.png", EvidenceInTest.Png));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.Says().ShouldContain("xau.pdf");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        (await EvidenceInTest.Post(clerk, line)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task F3_A_file_is_served_only_through_its_sheet()
    {
        var (year, sheet, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        await EvidenceInTest.Put(clerk, line, "a.pdf", EvidenceInTest.APdf());
        var address = ((IHtmlAnchorElement)(await clerk.See(line)).QuerySelector("td:first-child a")!).PathName;
        var (other, _, _) = await EvidenceInTest.ALine(portal);
        foreach (var stranger in new[] { year.ClerkOf(year.Leader), year.ClerkOf(year.Deputy), year.HeadOf(year.Authority), other.ClerkOf(other.Leader) })
        {
            (await stranger.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await portal.AsStranger().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await year.FillAndSubmit(portal, year.Member, growth: 7);
        (await year.ClerkOf(year.Leader).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await year.ClerkOf(year.Deputy).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.See(line)).QuerySelectorAll("form[data-upload]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_taken_off_a_line_before_it_is_submitted_stays_with_the_unit_alone()
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        await EvidenceInTest.Put(clerk, line, "a.pdf", EvidenceInTest.APdf());
        var page = await clerk.See(line);
        var address = ((IHtmlAnchorElement)page.QuerySelector("td:first-child a")!).PathName;
        var after = await clerk.Follow(await clerk.Submit(page.FormTo("/go")));
        after.QuerySelector("tbody")!.TextContent.ShouldContain("đã gỡ khỏi dòng");
        (await clerk.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await year.FillAndSubmit(portal, year.Member, growth: 7, at: DateTime.UtcNow);
        (await year.ClerkOf(year.Leader).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Leader).See(line)).Body!.TextContent.ShouldNotContain("a.pdf");
    }

    [Fact]
    public async Task F3_A_file_opens_in_place_only_when_asked_and_never_with_a_script()
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        (await EvidenceInTest.Put(clerk, line, "a.pdf", EvidenceInTest.APdf())).StatusCode.ShouldBe(HttpStatusCode.OK);
        var link = (await clerk.See(line)).QuerySelector<IHtmlAnchorElement>("tbody a")!.PathName;
        (await clerk.GetAsync(link)).Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var shown = await clerk.GetAsync($"{link}?xem=true");
        shown.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("script-src");
        shown.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task C4_Twenty_identical_uploads_at_once_are_one_file_behind_one_line()
    {
        var (year, sheet, line) = await EvidenceInTest.ALine(portal);
        var (clerk, content) = (year.ClerkOf(year.Member), EvidenceInTest.APdf());
        var page = await clerk.See(line);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EvidenceInTest.Put(clerk, page, line, "a.pdf", content)));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        var (files, links) = await portal.WithDb(
            async db => (await db.EvidenceLinks.Where(row => row.SheetId == sheet).Select(row => row.Evidence.FileId).Distinct().CountAsync(), await db.EvidenceLinks.CountAsync(row => row.SheetId == sheet)),
            year.Acting(year.Member, Capacity.Clerk));
        files.ShouldBe(1);
        links.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_is_gone_from_the_disk_is_told_in_words()
    {
        var (year, sheet, line) = await EvidenceInTest.ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        await EvidenceInTest.Put(clerk, line, "a.pdf", EvidenceInTest.APdf());
        var sha256 = await portal.WithDb(db => db.EvidenceLinks.Where(row => row.SheetId == sheet).Select(row => row.Evidence.File.Sha256).SingleAsync(), year.Acting(year.Member, Capacity.Clerk));
        File.Delete(Path.Combine(portal.Folder, "files", sha256[..2], sha256));
        var answer = await clerk.GetAsync((await clerk.See(line)).QuerySelector<IHtmlAnchorElement>("tbody a")!.PathName);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("không còn trên máy chủ");
    }

    [Fact]
    public async Task F2_A_sending_of_more_than_200_MB_is_refused_with_a_sentence_before_it_is_read()
    {
        var (year, _, line) = await EvidenceInTest.ALine(portal);
        using var content = new OnlyItsLength((200L * 1024 * 1024) + 1);
        var answer = await year.ClerkOf(year.Member).PostAsync(line, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Html()).Body!.TextContent.ShouldContain("mỗi lần gửi tối đa 200 MB");
    }

    private sealed class OnlyItsLength(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
