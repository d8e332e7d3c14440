using System.Net;
using ThiDua.Web.Access;
using ThiDua.Web.Documents;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Register;

public sealed class PublicCheckTests(Portal portal)
{
    [Fact]
    public async Task Anybody_sees_number_date_abstract_state_and_hash_of_an_issued_document_and_nothing_more()
    {
        var year = await ClusterYearInTest.Make(portal);
        var document = await year.Document(portal, await year.AnIssuedDocument(portal, 5));
        var page = await portal.AsStranger().See($"/kiem-tra/{document.PublicToken}");
        page.QuerySelectorAll("dd").Select(one => one.TextContent.Trim()).ShouldBe(["05/KH-CTĐT", "02/07/2020", document.Abstract, "Đã ban hành", document.PdfSha256!]);
        page.Body!.TextContent.ShouldNotContain("Nguyễn Văn A");
    }

    [Fact]
    public async Task What_is_not_issued_has_no_public_page()
    {
        var year = await ClusterYearInTest.Make(portal);
        var document = await year.Document(portal, await year.ASubmittedDocument(portal));
        var stranger = portal.AsStranger();
        (await stranger.GetAsync($"/kiem-tra/{document.PublicToken}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/kiem-tra/khong-co")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/kiem-tra/{new string('a', 500)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void The_code_on_the_last_page_belongs_to_the_file_and_not_to_the_text()
    {
        var text = DocumentsInTest.Text() with { CheckAddress = "https://thidua.example/kiem-tra/ab" };
        OfficialDocumentHtml.Render(text).ShouldContain("<img src=\"data:image/png;base64,");
        FrozenModel.Freeze(text).Sha256.ShouldBe(FrozenModel.Freeze(DocumentsInTest.Text()).Sha256);
    }

    [Fact]
    public async Task K1_The_register_costs_the_same_statements_whatever_it_holds()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.AnIssuedDocument(portal, 1);
        var few = await StatementCounter.Of(portal, year.Member.ClerkId, $"{year.Url}/van-ban");
        for (var number = 2; number < 6; number++)
        {
            await year.AnIssuedDocument(portal, number);
        }

        (await StatementCounter.Of(portal, year.Member.ClerkId, $"{year.Url}/van-ban")).ShouldBe(few);
    }
}

/// <summary>On a portal of its own: the limit counts the address that all tests share.</summary>
public sealed class PublicCheckLimitTests(PortalWithoutBrowser portal) : IClassFixture<PortalWithoutBrowser>
{
    [Fact]
    public async Task The_public_page_is_limited_to_so_many_a_minute()
    {
        var stranger = portal.AsStranger();
        var answers = new List<HttpStatusCode>();
        for (var number = 0; number <= PublicThrottle.PerMinute; number++)
        {
            answers.Add((await stranger.GetAsync("/kiem-tra/khong-co")).StatusCode);
        }

        answers[..^1].ShouldAllBe(answer => answer == HttpStatusCode.NotFound);
        answers[^1].ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
