using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;
using ThiDua.Web.Tests.ScoringSchemes;

namespace ThiDua.Web.Tests.Clusters;

public sealed class AmendYearTests(Portal portal)
{
    private const string Terms = "/quy-che/nam-nay";
    private const string Naming = "/thiet-lap/quy-dinh";

    private static readonly (string, string)[] Document = [("Document.Number", "05/BB-CTĐ"), ("Document.IssuedOn", "25/02/2020"), ("Document.Issuer", "Cụm thi đua")];

    [Fact]
    public async Task The_authority_mends_the_document_and_what_was_appointed_keeps_its_own()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var form = (await clerk.See(year.Url + Naming)).FormTo(Naming);
        var page = await clerk.Follow(await clerk.Submit(form, ("Document.Number", "14/HĐTĐKT")));
        page.Says().ShouldContain("Đã lưu văn bản của năm.");
        page.Body!.TextContent.ShouldContain("Văn bản: 14/HĐTĐKT ngày 27/04/2020");
        page.QuerySelector(".positions tbody tr")!.TextContent.ShouldContain("13/HĐTĐKT");
    }

    [Fact]
    public async Task Honours_named_twice_are_told_beside_the_field_and_stay()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Authority);
        var answer = await clerk.Submit((await clerk.See(year.Url + Terms)).FormTo(Terms), [.. Document, ("Parameters.Honours", "Nhất\nNhất")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.QuerySelector("#f-Parameters-Honours-problem")!.TextContent.ShouldContain("không trùng nhau");
        page.QuerySelector("[name='Parameters.Honours']")!.TextContent.Trim().ShouldBe("Nhất\nNhất");
    }

    [Fact]
    public async Task C1_Of_two_clerks_the_second_is_told()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (clerk, head) = (year.ClerkOf(year.Authority), year.HeadOf(year.Authority));
        var stale = (await head.See(year.Url + Terms)).FormTo(Terms);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Url + Terms)).FormTo(Terms), [.. Document, ("Parameters.Honours", "Nhất")]));
        (await head.Submit(stale, [.. Document, ("Parameters.Honours", "Nhì")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Without_a_preparatory_session_nothing_is_agreed_in_it_and_the_results_are_adopted_at_once()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3, hasPreparatorySession: false);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 7);
            await year.Appraise(portal, unit);
        }

        var head = year.HeadOf(year.Leader);
        foreach (var path in new[] { "khoa-nhap-lieu", "cong-bo-du-kien" })
        {
            await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/{path}")).FormTo(path)));
        }

        var page = await head.See($"{year.Url}/xep-hang");
        page.QuerySelectorAll(".stepper li").ShouldNotContain(step => step.TextContent == "Đã thống nhất");
        page.QuerySelectorAll(".page-steps a").ShouldNotContain(link => link.TextContent.Contains("Thống nhất"));
        (await head.Follow(await head.GetAsync($"{year.Url}/xep-hang/thong-nhat"))).Says().ShouldContain("không có phiên họp trù bị");
        await head.Follow(await head.Submit((await head.See($"{year.Url}/xep-hang/thong-qua")).FormTo("thong-qua"), ("Document.Number", "05/BB-CTĐ"), ("Document.IssuedOn", "25/02/2021"), ("Document.Issuer", "Cụm")));

        var authority = year.ClerkOf(year.Authority);
        var answer = await authority.Submit((await authority.See(year.Url + Terms)).FormTo(Terms), [.. Document, ("Parameters.HasPreparatorySession", "true")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("Kết quả đã được công bố dự kiến");
    }

    [Fact]
    public async Task A_unit_that_joins_while_the_scheme_is_issued_never_stays_without_a_sheet()
    {
        for (var round = 0; round < 8; round++)
        {
            var year = await ClusterYearInTest.Make(portal);
            await year.ADraftScheme();
            var joining = await year.AUnit("Tỉnh mới");
            var (head, authority) = (year.HeadOf(year.Leader), year.ClerkOf(year.Authority));
            var issue = (await head.See($"{year.Url}/tieu-chi/ban-hanh")).FormTo("/ban-hanh");
            var join = (await authority.See($"{year.Url}/thiet-lap/thanh-vien?q={joining.Name}")).FormTo("/thanh-vien");
            var answers = await Task.WhenAll(
                head.Submit(issue, SchemesInTest.Document),
                authority.Submit(join, ("MemberIds", $"{joining.Id}"), ("FromOn", "01/06/2020"), ("Document.Number", "45/TB"), ("Document.IssuedOn", "30/05/2020"), ("Document.Issuer", "Hội đồng")));
            answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.Redirect);
            answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect || answer.StatusCode == HttpStatusCode.UnprocessableEntity || answer.StatusCode == HttpStatusCode.Conflict);
            var (isIssued, members, sheets) = await portal.WithDb(
                async db => (await db.ScoringSchemes.AnyAsync(row => row.State == SchemeState.Issued), await db.Memberships.CountAsync(), await db.ScoreSheets.CountAsync()),
                year.Acting(year.Leader, Domain.Access.Capacity.Head));
            sheets.ShouldBe(isIssued ? members : 0);
        }
    }
}
