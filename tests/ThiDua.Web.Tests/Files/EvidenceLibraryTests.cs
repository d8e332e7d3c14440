using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using ThiDua.Web.Tests.ScoringSchemes;
using static ThiDua.Web.Tests.Files.EvidenceInTest;

namespace ThiDua.Web.Tests.Files;

public sealed class EvidenceLibraryTests(Portal portal)
{
    private sealed record Answer(int Id, string Name, string? Told);

    private static string Library(ClusterYearInTest year, string path = "") => $"{year.Url}/minh-chung{path}";

    private static async Task<HttpResponseMessage> Send(HttpClient person, string to, string name, byte[] content) => await Send(person, await person.See(to), to, name, content);

    private static async Task<HttpResponseMessage> Send(HttpClient person, IHtmlDocument page, string to, string name, byte[] content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{to}/tep/{Uri.EscapeDataString(name)}") { Content = new ByteArrayContent(content) };
        request.Headers.Add("RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("[data-upload] [name=__RequestVerificationToken]")!).Value);
        return await person.SendAsync(request);
    }

    private static async Task<Answer> Taken(HttpClient person, ClusterYearInTest year, string name, byte[] content) => await Taken(await Send(person, Library(year), name, content));

    private static async Task<Answer> Taken(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<Answer>(await answer.Content.ReadAsStringAsync(), JsonSerializerOptions.Web)!;
    }

    private static async Task<IHtmlDocument> Withdraw(HttpClient person, ClusterYearInTest year, int id, string reason = "Nhầm tệp") =>
        await person.Follow(await person.Submit((await person.See(Library(year, $"/{id}"))).FormTo("/rut"), ("Reason", reason)));

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
    public async Task One_file_serves_many_lines_each_with_its_pages_note_and_kind()
    {
        var (year, sheet, line) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        var file = await Taken(clerk, year, "Quyết định giao chỉ tiêu.pdf", APdf());
        var (first, second) = (await year.LeafId(portal, "I.1"), await year.LeafId(portal, "II.1"));
        var page = await clerk.See(Library(year, $"/{file.Id}"));
        foreach (var leaf in new[] { first, second })
        {
            ((IHtmlInputElement)page.QuerySelector($"#tc-{leaf}")!).IsChecked = true;
        }

        var after = await clerk.Follow(await clerk.Submit(page.FormTo("/gan"), ("Role", "Target"), ("Pages", "trang 3–5"), ("Note", "Phụ lục II")));
        after.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        after.Body!.TextContent.ShouldContain("Giao chỉ tiêu, trang 3–5");
        after.QuerySelector($"#tc-{first}").ShouldBeNull();

        var own = await clerk.See(line);
        var described = await clerk.Follow(await clerk.Submit(own.FormTo(new Uri(((IHtmlFormElement)own.QuerySelector("details.file-edit form")!).Action).AbsolutePath), ("Role", "Result"), ("Pages", "trang 9")));
        described.QuerySelector("tbody")!.TextContent.ShouldContain("Kết quả, trang 9");

        await year.FillAndSubmit(portal, year.Member, growth: 7);
        var appraising = await year.ClerkOf(year.Leader).See($"{year.Url}/tham-dinh/{sheet}");
        var shown = appraising.QuerySelector($"#dong-{first} .line-files")!;
        shown.TextContent.ShouldContain("Giao chỉ tiêu, trang 3–5");
        shown.TextContent.ShouldContain("Phụ lục II");
        shown.QuerySelector("a")!.GetAttribute("href")!.ShouldEndWith("?xem=true#page=3");
        appraising.QuerySelector($"#dong-{second} .line-files")!.TextContent.ShouldContain("Kết quả, trang 9");
    }

    [Fact]
    public async Task A_line_takes_files_from_the_library_and_gives_them_back()
    {
        var (year, _, line) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        var (one, two) = (await Taken(clerk, year, "Báo cáo quý.pdf", APdf()), await Taken(clerk, year, "Ảnh.png", Png));
        (await clerk.See($"{line}?q=bao+cao")).QuerySelectorAll("[name=EvidenceIds]").Length.ShouldBe(1);
        var page = await clerk.See(line);
        (await clerk.Submit(page.FormTo("/chon"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var id in new[] { one.Id, two.Id })
        {
            ((IHtmlInputElement)page.QuerySelector($"#kho-{id}")!).IsChecked = true;
        }

        var after = await clerk.Follow(await clerk.Submit(page.FormTo("/chon"), ("Role", "Other")));
        after.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        after.QuerySelectorAll("[name=EvidenceIds]").ShouldBeEmpty();
        var unlinked = await clerk.Follow(await clerk.Submit(after.FormTo("/go")));
        unlinked.QuerySelectorAll("[name=EvidenceIds]").Length.ShouldBe(1);
        (await clerk.See(Library(year, "?loc=chua-gan"))).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_of_another_unit_or_a_line_of_another_scheme_is_not_linked()
    {
        var ((year, _, line), (other, _, _)) = (await ALine(portal), await ALine(portal));
        var clerk = year.ClerkOf(year.Member);
        var (foreign, own) = (await Taken(year.ClerkOf(year.Deputy), year, "cua-don-vi-khac.pdf", APdf()), await Taken(clerk, year, "a.pdf", APdf()));
        (await clerk.Submit((await clerk.See(line)).FormTo("/chon"), ("EvidenceIds", $"{foreign.Id}"), ("Role", "Result"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var strange = await other.LeafId(portal, "II.1");
        (await clerk.Submit((await clerk.See(Library(year, $"/{own.Id}"))).FormTo("/gan"), ("CriterionIds", $"{strange}"), ("Role", "Result"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.WithDb(db => db.EvidenceLinks.CountAsync(), year.Acting(year.Member, Capacity.Clerk))).ShouldBe(0);
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
    public async Task A_withdrawn_file_stays_with_those_it_was_submitted_to_is_linked_nowhere_anew_and_comes_back()
    {
        var (year, sheet, line) = await ALine(portal);
        var (clerk, content) = (year.ClerkOf(year.Member), APdf());
        await Put(clerk, line, "a.pdf", content);
        var address = ((IHtmlAnchorElement)(await clerk.See(line)).QuerySelector("td:first-child a")!).PathName;
        var id = await portal.WithDb(db => db.EvidenceLinks.Where(row => row.SheetId == sheet).Select(row => row.EvidenceId).SingleAsync(), year.Acting(year.Member, Capacity.Clerk));
        await year.FillAndSubmit(portal, year.Member, growth: 7, at: DateTime.UtcNow);
        (await clerk.Submit((await clerk.See(Library(year, $"/{id}"))).FormTo("/rut"), ("Reason", " "))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var withdrawn = await Withdraw(clerk, year, id, "Gửi nhầm bản chưa ký");
        withdrawn.Body!.TextContent.ShouldContain("Gửi nhầm bản chưa ký");
        withdrawn.QuerySelectorAll("form[action$='/gan']").ShouldBeEmpty();

        var appraiser = year.ClerkOf(year.Leader);
        (await appraiser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await appraiser.See($"{year.Url}/tham-dinh/{sheet}")).QuerySelector(".line-file-withdrawn")!.TextContent.ShouldContain("Gửi nhầm bản chưa ký");
        (await year.ClerkOf(year.Deputy).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var again = await Send(clerk, Library(year), "b.pdf", content);
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        System.Text.RegularExpressions.Regex.Unescape(await again.Content.ReadAsStringAsync()).ShouldContain("đã được rút");

        (await clerk.See(Library(year, "?loc=da-rut"))).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        var back = await clerk.Follow(await clerk.Submit(withdrawn.FormTo("/khoi-phuc")));
        back.Body!.TextContent.ShouldContain("Gửi nhầm bản chưa ký");
        (await appraiser.See($"{year.Url}/tham-dinh/{sheet}")).QuerySelectorAll(".line-file-withdrawn").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_withdrawn_before_the_sheet_is_submitted_never_reaches_the_appraiser()
    {
        var (year, sheet, line) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        await Put(clerk, line, "a.pdf", APdf());
        var address = ((IHtmlAnchorElement)(await clerk.See(line)).QuerySelector("td:first-child a")!).PathName;
        var id = await portal.WithDb(db => db.EvidenceLinks.Where(row => row.SheetId == sheet).Select(row => row.EvidenceId).SingleAsync(), year.Acting(year.Member, Capacity.Clerk));
        var stale = (await clerk.See(line)).QuerySelector(".file-edit form");
        await Withdraw(clerk, year, id);
        stale.ShouldNotBeNull();
        await year.FillAndSubmit(portal, year.Member, growth: 7, at: DateTime.UtcNow);
        var appraiser = year.ClerkOf(year.Leader);
        (await appraiser.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await appraiser.See($"{year.Url}/tham-dinh/{sheet}")).QuerySelectorAll(".line-files").ShouldBeEmpty();
        (await clerk.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task C1_Two_people_withdraw_and_describe_the_same_and_the_second_is_told()
    {
        var (year, _, line) = await ALine(portal);
        var clerk = year.ClerkOf(year.Member);
        await Put(clerk, line, "a.pdf", APdf());
        var (mine, theirs) = (await clerk.See(line), await clerk.See(line));
        string FormOf(IHtmlDocument page) => new Uri(((IHtmlFormElement)page.QuerySelector("details.file-edit form")!).Action).AbsolutePath;
        (await clerk.Submit(mine.FormTo(FormOf(mine)), ("Pages", "trang 1"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var refused = await clerk.Submit(theirs.FormTo(FormOf(theirs)), ("Pages", "trang 2"));
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        ((IHtmlInputElement)(await refused.Html()).QuerySelector("details[open] [name=Pages]")!).Value.ShouldBe("trang 2");
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
