using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using static ThiDua.Web.Tests.Files.EvidenceInTest;
using static ThiDua.Web.Tests.Files.LibraryInTest;

namespace ThiDua.Web.Tests.Files;

public sealed class WithdrawnEvidenceTests(Portal portal)
{
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
}
