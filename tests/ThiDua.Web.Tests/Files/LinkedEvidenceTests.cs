using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using static ThiDua.Web.Tests.Files.EvidenceInTest;
using static ThiDua.Web.Tests.Files.LibraryInTest;

namespace ThiDua.Web.Tests.Files;

public sealed class LinkedEvidenceTests(Portal portal)
{
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
}
