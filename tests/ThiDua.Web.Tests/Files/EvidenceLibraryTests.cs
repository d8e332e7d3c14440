using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using static ThiDua.Web.Tests.Files.EvidenceInTest;
using static ThiDua.Web.Tests.Files.LibraryInTest;

namespace ThiDua.Web.Tests.Files;

public sealed class EvidenceLibraryTests(Portal portal)
{
    [Theory]
    [InlineData("Báo cáo kết quả năm 2020 - đợt 1.pdf", NormalizationForm.FormC)]
    [InlineData("Ửớềắặỹđ ĐỒNG CHÍ.pdf", NormalizationForm.FormD)]
    public async Task F1_Several_files_with_Vietnamese_names_come_back_with_the_same_bytes(string name, NormalizationForm form)
    {
        var (year, _, _) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        (string Name, byte[] Content)[] files = [(name, APdf()), (name.Replace(".pdf", " 2.pdf", StringComparison.Ordinal), APdf()), ("Ảnh hội nghị.png", Png)];
        var after = await clerk.Follow(await Post(clerk, Library(year), [.. files.Select(file => (file.Name.Normalize(form), file.Content))]));
        after.Says().ShouldContain("đã nhận 3 tệp");
        var links = after.QuerySelectorAll("tbody td:first-child a").Cast<IHtmlAnchorElement>().ToDictionary(link => link.TextContent, link => link.PathName);
        foreach (var file in files)
        {
            var answer = await clerk.GetAsync(links[file.Name.Normalize(NormalizationForm.FormC)] + "/tep");
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(file.Content);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
            answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe(file.Name.Normalize(NormalizationForm.FormC));
        }
    }

    [Theory, MemberData(nameof(EvidenceTests.Refused), MemberType = typeof(EvidenceTests))]
    public async Task F2_The_library_refuses_in_words_what_a_line_refuses(string name, string content, string says)
    {
        var (year, _, _) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        var answer = await Send(clerk, Library(year), name, Encoding.Latin1.GetBytes(content));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()).ShouldContain(says);
        var several = await Post(clerk, Library(year), ("tot.pdf", APdf()), (name, Encoding.Latin1.GetBytes(content)));
        several.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await several.Html();
        page.Says().ShouldContain(says);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await Post(clerk, Library(year))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task F3_The_library_is_the_unit_s_alone()
    {
        var (year, _, _) = await ALine(portal);
        var file = await Taken(year.ClerkOf(year.Member), year, "a.pdf", APdf());
        var (other, _, _) = await ALine(portal);
        string[] addresses = [Library(year, $"/{file.Id}"), Library(year, $"/{file.Id}/tep"), Library(year, $"/{file.Id}/tep?xem=true")];
        foreach (var stranger in new[] { year.ClerkOf(year.Leader), year.HeadOf(year.Deputy), other.ClerkOf(other.Member) })
        {
            foreach (var address in addresses)
            {
                (await stranger.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            }
        }

        (await year.ClerkOf(year.Authority).GetAsync(addresses[1])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Authority).GetAsync(Library(year))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.ClerkOf(year.Leader).See(Library(year))).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await other.ClerkOf(other.Member).GetAsync(Library(other, $"/{file.Id}"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var shown = await year.ClerkOf(year.Member).GetAsync(addresses[2]);
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("script-src");
        shown.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task The_same_bytes_again_are_told_kept_once_and_linked_to_the_file_that_is_there()
    {
        var (year, sheet, line) = await ALine(portal);
        var (clerk, content) = (year.ClerkOf(year.Member), APdf());
        var first = await Taken(clerk, year, "Báo cáo.pdf", content);
        var again = await Taken(clerk, year, "Bản sao của báo cáo.pdf", content);
        (again.Id, again.Name).ShouldBe((first.Id, "Báo cáo.pdf"));
        again.Told!.ShouldContain("Kho đã có tệp này (“Báo cáo.pdf”");
        (await clerk.Follow(await Post(clerk, line, ("bản khác.pdf", content)))).Says().ShouldContain("Kho đã có tệp này (“Báo cáo.pdf”");
        var (files, linked) = await portal.WithDb(
            async db => (await db.Evidence.CountAsync(row => row.OrganizationId == year.Member.Id), await db.EvidenceLinks.Where(row => row.SheetId == sheet).Select(row => row.EvidenceId).SingleAsync()),
            year.Acting(year.Member, Capacity.Clerk));
        (files, linked).ShouldBe((1, first.Id));
    }

    [Fact]
    public async Task C4_Twenty_identical_files_sent_to_the_library_at_once_are_one()
    {
        var (year, _, _) = await ALine(portal);
        var (clerk, content) = (year.ClerkOf(year.Member), APdf());
        var page = await clerk.See(Library(year));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number => await Taken(await Send(clerk, page, Library(year), $"{number}.pdf", content))));
        answers.Select(answer => answer.Id).Distinct().Count().ShouldBe(1);
        answers.Count(answer => answer.Told is null).ShouldBe(1);
    }

    [Fact]
    public async Task Q1_The_library_is_searched_without_diacritics_sorted_and_paged()
    {
        var (year, _, _) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        await Post(clerk, Library(year), [.. Enumerable.Range(1, 22).Select(number => ($"Văn bản đề nghị {number:00}.pdf", APdf())), ("Ảnh.png", Png)]);
        var first = await clerk.See(Library(year));
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        first.QuerySelector("[rel=next]").ShouldNotBeNull();
        (await clerk.See(Library(year, "?trang=2"))).QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        (await clerk.See(Library(year, "?q=de+nghi+07"))).QuerySelector("tbody td a")!.TextContent.ShouldBe("Văn bản đề nghị 07.pdf");
        (await clerk.See(Library(year, "?q=ĐỀ NGHỊ"))).Body!.TextContent.ShouldContain("22 tệp");
        (await clerk.See(Library(year, "?xep=ten"))).QuerySelector("tbody td a")!.TextContent.ShouldBe("Ảnh.png");
        (await clerk.See(Library(year, "?xep=-ten"))).QuerySelector("tbody td a")!.TextContent.ShouldBe("Văn bản đề nghị 22.pdf");
        (await clerk.See(Library(year, "?xep=-dung-luong&loc=khong-co"))).QuerySelectorAll("tbody tr").Length.ShouldBe(20);
    }

    [Fact]
    public async Task K1_The_library_takes_as_many_statements_for_twenty_files_as_for_one()
    {
        async Task<(int List, int Line)> Statements(int files)
        {
            var (year, _, line) = await ALine(portal);
            var clerk = year.ClerkOf(year.Member);
            await Post(clerk, line, [.. Enumerable.Range(1, files).Select(number => ($"{number}.pdf", APdf()))]);
            return (await StatementCounter.Of(portal, year.Member.ClerkId, Library(year)), await StatementCounter.Of(portal, year.Member.ClerkId, line));
        }

        var (few, many) = (await Statements(1), await Statements(20));
        many.ShouldBe(few);
        many.List.ShouldBeLessThanOrEqualTo(10);
        many.Line.ShouldBeLessThanOrEqualTo(12);
    }
}
