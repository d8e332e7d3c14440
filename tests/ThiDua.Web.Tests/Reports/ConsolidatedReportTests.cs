using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Drafts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Reports;

public sealed class ConsolidatedReportTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private static Task<HttpResponseMessage> Accept(ClusterYearInTest year, HttpClient person, int id, UnitInTest unit) => person.Take(year.Report(id, unit, "/tiep-nhan"));

    [Fact]
    public async Task It_is_built_from_accepted_figures_frozen_at_Trinh_ky_and_sums_the_requirement_up_when_issued()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: new FigureDescription("Số xã đạt chuẩn", "xã") { Decimals = 0, IsSummed = true });
        var (leader, third) = (year.ClerkOf(year.Leader), year.Units[3]);
        await year.SendReport(id, year.Member, "12");
        await year.SendReport(id, third, "30");
        await leader.Follow(await Accept(year, leader, id, year.Member));
        (await year.ClerkOf(year.Member).GetAsync(year.Requirement(id, "/bao-cao-tong-hop"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var start = await leader.See(year.Requirement(id, "/bao-cao-tong-hop"));
        Text(start).ShouldContain("Đã tiếp nhận báo cáo của 1 trên 4 đơn vị");
        var edit = await leader.Follow(await leader.Submit(start.FormTo("/bao-cao-tong-hop")));
        var draftId = DraftsInTest.IdOf(edit);
        (await leader.Submit(start.FormTo("/bao-cao-tong-hop"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "one of a requirement");
        var body = edit.Typed("Body");
        body.ShouldContain("[[BẢNG SỐ LIỆU]]");
        await leader.Follow(await leader.Submit(edit.FormTo("/sua"), ("Body", body.Replace("……", "Các đơn vị hoàn thành chỉ tiêu.", StringComparison.Ordinal))));
        var print = Text(await leader.See(year.Draft(draftId, "/ban-in.html")));
        print.ShouldContain("Bảng 1. Số xã đạt chuẩn (xã)");
        print.ShouldNotContain("30", Case.Sensitive, "not accepted yet");
        print.ShouldContain("1 đơn vị đã gửi, chưa tiếp nhận");
        (await leader.See(year.Draft(draftId, "/ban-in.html"))).QuerySelectorAll("svg rect").Length.ShouldBeGreaterThan(1);

        var documentId = await year.IssueDraft(portal, leader, year.Leader, draftId);
        var requirement = await year.StoredRequirement(portal, id);
        requirement.State.ShouldBe(RequirementState.Consolidated);
        requirement.ConsolidatedBy!.Number.ShouldStartWith("12/BC-");
        (await leader.See(year.Report(id, year.Member))).QuerySelectorAll("a[href$='/mo-lai']").ShouldBeEmpty();
        await leader.Follow(await Accept(year, leader, id, third));
        Text(await leader.See($"{year.Url}/van-ban/{documentId}/ban-in.html")).ShouldNotContain("30", Case.Sensitive, "frozen");

        var head = year.HeadOf(year.Member);
        var page = await head.See(year.Report(id, year.Member, "/bo-sung"));
        await head.Follow(await head.Submit(page.FormTo("/bo-sung"), ("Reason", "Số liệu chính thức"), ("Figures[0].Value", "14")));
        Text(await leader.See(year.Report(id, year.Member))).ShouldContain("Số xã đạt chuẩn (xã): từ 12 thành 14 (chênh lệch 2)");
        Text(await leader.See(year.Draft(draftId))).ShouldContain("từ 12 thành 14 (chênh lệch 2)");
        Text(await year.ClerkOf(third).See(year.Draft(draftId))).ShouldNotContain("chênh lệch", Case.Sensitive, "A3: the figures of others as printed only");
    }

    [Fact]
    public async Task What_is_issued_goes_into_the_report_that_the_leader_owes_and_the_authority_sees_all_clusters()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (each, owed) = (await year.ARequirement(portal), await year.ARequirement(portal, owedBy: OwedBy.Leader, title: "Báo cáo tổng hợp gửi cấp trên"));
        await year.AReport(portal, each, year.Member);
        await year.AReport(portal, owed, year.Leader);
        var clerk = year.ClerkOf(year.Authority);
        var board = await clerk.See($"/co-quan/{year.Authority.Id}/bao-cao");
        TasksInTest.Words(board.QuerySelector($"[data-requirement='{each}']")!.TextContent).ShouldContain("1/4 đơn vị, tiếp nhận 0");
        board.QuerySelector($"[data-requirement='{owed}'] a[href$='/don-vi/{year.Leader.Id}']").ShouldNotBeNull();
        (await clerk.See($"/co-quan/{year.Authority.Id}/bao-cao?loai=Annual")).QuerySelectorAll("[data-requirement]").ShouldBeEmpty();
        var other = await ClusterYearInTest.Make(portal);
        (await clerk.GetAsync($"/co-quan/{other.Authority.Id}/bao-cao", Cancel)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await clerk.See($"/co-quan/{year.Authority.Id}/bao-cao?nam=2020")).QuerySelectorAll("[data-requirement]").Length.ShouldBe(2, "A1: of this authority alone");
    }

    [Fact]
    public async Task K1_The_authority_s_page_takes_as_many_statements_for_six_requirements_as_for_two()
    {
        async Task<int> Statements(int requirements)
        {
            var year = await ClusterYearInTest.Make(portal);
            for (var number = 0; number < requirements; number++)
            {
                await year.AReport(portal, await year.ARequirement(portal, title: $"Báo cáo {number}"), year.Member);
            }

            return await StatementCounter.Of(portal, year.Authority.ClerkId, $"/co-quan/{year.Authority.Id}/bao-cao");
        }

        var (few, many) = (await Statements(2), await Statements(6));
        many.ShouldBe(few);
        many.ShouldBeLessThanOrEqualTo(14, "those of the frame with it");
    }

    [Fact]
    public async Task S1_Discipline_in_reporting_is_proposed_with_its_source_and_counts_only_when_confirmed()
    {
        var year = await AppraisalInTest.Submitted(portal);
        var id = await year.ARequirement(portal, when: "đến hết ngày 10/7/2020");
        var (appraisal, leader) = (await year.AppraisalOf(portal, year.Member), year.ClerkOf(year.Leader));
        var page = await leader.Follow(await leader.Submit((await leader.See(appraisal)).FormTo("/cap-nhat-so-lieu")));
        var line = page.Line("II.2");
        line.TextContent.ShouldContain("Chưa nộp “Báo cáo sơ kết 6 tháng”");
        line.QuerySelector($"a[href='{year.Url}/bao-cao/{id}']").ShouldNotBeNull("each with its source");
        (await year.Cell(portal, year.Member, "II.2"))?.Points.ShouldBeNull("never by itself");
        await leader.Follow(await leader.Submit((await leader.See(appraisal)).FormTo("/cap-nhat-so-lieu")));
        (await portal.WithDb(db => db.PortalProposals.CountAsync(row => row.Key == $"bao-cao-{id}"), year.Acting(year.Leader, Capacity.Head))).ShouldBe(1, "told once");
        (await leader.PostAsync(appraisal + "/cap-nhat-so-lieu", new FormUrlEncodedContent([new("__RequestVerificationToken", ReportsInTest.TokenOf(page)), new("Version", "-1")]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
