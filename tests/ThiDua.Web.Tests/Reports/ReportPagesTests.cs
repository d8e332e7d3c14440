using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

public sealed class ReportPagesTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_report_is_written_submitted_acknowledged_sent_back_completed_and_received()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (clerk, head, leader, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.ClerkOf(year.Leader), year.Report(id, year.Member));
        Text(await clerk.Follow(await clerk.SendFiles(url, 0, ("Báo cáo sơ kết.pdf", EvidenceInTest.APdf()), ("Phụ lục.pdf", EvidenceInTest.APdf())))).ShouldContain("Đã nhận 2 tệp.");
        Text(await leader.See(url)).ShouldNotContain("Phụ lục.pdf", customMessage: "what is being written is the unit's");
        var receipt = await head.Follow(await head.Take(url + "/nop"));
        Text(receipt).ShouldContain("đúng hạn");
        var stored = await year.StoredReport(portal, id, year.Member);
        foreach (var file in stored.Files)
        {
            receipt.Body!.TextContent.ShouldContain(file.File.Sha256);
        }

        Text(await head.See(url + "/bien-nhan.html")).ShouldContain("Biên nhận", Case.Insensitive);
        (await leader.Tasks()).ShouldContain(task => task.Contains("Tiếp nhận báo cáo của 1 đơn vị", StringComparison.Ordinal));

        var back = (await leader.See(url + "/tra-lai")).FormTo("/tra-lai");
        (await leader.Submit(back)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a return names items");
        var refused = await leader.Submit(back, ("Items[0].Reason", new string('x', 1001)), ("Items[1].Reason", "giữ lại"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Body!.TextContent.ShouldContain("giữ lại", Case.Sensitive, "L1: what was typed stays");
        await leader.Follow(await leader.Submit(back, ("Items[0].Reason", "Thiếu phụ lục 2")));

        var returned = await clerk.See(url);
        returned.QuerySelector("[role=note]")!.TextContent.ShouldContain("Thiếu phụ lục 2", Case.Sensitive, "L3");
        (await clerk.Tasks()).ShouldContain(task => task.Contains("Bổ sung báo cáo bị trả lại", StringComparison.Ordinal) && task.Contains("Thiếu phụ lục 2", StringComparison.Ordinal));
        Text(await clerk.Follow(await clerk.SendFiles(url, 0, ("Phụ lục.pdf", EvidenceInTest.APdf())))).ShouldContain("Đã thay bản trước cùng tên");
        await head.Follow(await head.Take(url + "/nop"));
        (await leader.Follow(await leader.Take(url + "/tiep-nhan"))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã tiếp nhận");
        stored = await year.StoredReport(portal, id, year.Member);
        stored.FilesIn(1).Count.ShouldBe(2);
        stored.FilesIn(2).Count.ShouldBe(2);
        stored.FormerFiles.ShouldHaveSingleItem().Name.ShouldBe("Phụ lục.pdf");
        Text(await leader.See(url)).ShouldContain("Bản trước");
        (await leader.See($"{year.Url}/lich-su?loai=bao-cao")).Body!.TextContent.ShouldContain("Trả lại để bổ sung");
        (await portal.WithDb(db => db.AuditEntries.CountAsync(entry => entry.ClusterYearId == year.Id && entry.Kind == nameof(ReportSubmission)))).ShouldBeGreaterThan(3, "U1");
    }

    [Fact]
    public async Task A3_A_report_of_another_unit_does_not_exist_for_a_member()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (id, foreign) = (await year.ARequirement(portal), await other.ARequirement(portal));
        await year.AReport(portal, id, year.Member);
        await other.AReport(portal, foreign, other.Member);
        var (file, foreignFile) = ((await year.StoredReport(portal, id, year.Member)).Files[0].Id, (await other.StoredReport(portal, foreign, other.Member)).Files[0].Id);
        var neighbour = year.ClerkOf(year.Units[3]);
        foreach (var path in new[] { "", "/bien-nhan", "/bien-nhan.html", "/tat-ca.zip", $"/tep/{file}" })
        {
            (await neighbour.GetAsync(year.Report(id, year.Member, path), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "F3 " + path);
        }

        foreach (var path in new[] { year.Report(id, year.Member, $"/tep/{foreignFile}"), year.Report(foreign, year.Member), year.Report(id, other.Member), year.Report(id, year.Member, "/tep/987654") })
        {
            (await year.ClerkOf(year.Leader).GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var form = (await neighbour.See(year.Report(id, year.Units[3]))).Forms.First(row => row.HasAttribute("data-pieces"));
        form.Action = form.Action.Replace($"/don-vi/{year.Units[3].Id}/", $"/don-vi/{year.Member.Id}/", StringComparison.Ordinal);
        (await neighbour.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await neighbour.See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).QuerySelectorAll("[data-unit]").Length.ShouldBe(1, "its own line alone");
        (await year.ClerkOf(year.Authority).See(year.Report(id, year.Member))).Body!.TextContent.ShouldContain("Báo cáo sơ kết.pdf");
    }

    [Fact]
    public async Task Nobody_receives_their_own_and_the_deputy_receives_the_leaders()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Leader);
        await year.AReport(portal, id, year.Member);
        var (leader, deputy) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Deputy));
        (await leader.GetAsync(year.Report(id, year.Leader, "/tiep-nhan"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.See(year.Report(id, year.Leader))).QuerySelectorAll("a[href$='/tiep-nhan'], a[href$='/tra-lai'], a[href$='/gia-han']").ShouldBeEmpty("W2: nothing is offered that would be refused");
        (await deputy.GetAsync(year.Report(id, year.Member, "/tiep-nhan"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.Follow(await deputy.Take(year.Report(id, year.Leader, "/tiep-nhan")))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã tiếp nhận");
    }

    [Fact]
    public async Task Submitting_is_the_heads_and_a_clerk_records_it_from_signed_paper()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (clerk, url) = (year.ClerkOf(year.Member), year.Report(id, year.Member));
        (await clerk.See(url)).QuerySelectorAll("a[href$='/nop']").ShouldBeEmpty("nothing was written yet");
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var form = (await clerk.See(url + "/nop")).FormTo("/nop");
        (await clerk.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(form, ReportsInTest.Paper));
        Text(await clerk.See(url)).ShouldContain("Theo văn bản đã ký số 15/BC-UBND ngày 02/03/2020");
    }

    [Fact]
    public async Task C4_A_double_click_submits_once_and_two_receivers_make_one_transition()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (head, url) = (year.HeadOf(year.Member), year.Report(id, year.Member));
        var submit = (await head.See(url + "/nop")).FormTo("/nop");
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => head.Submit(submit)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1);
        var (clerk, chair) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var (accept, back) = ((await clerk.See(url + "/tiep-nhan")).FormTo("/tiep-nhan"), (await chair.See(url + "/tra-lai")).FormTo("/tra-lai"));
        answers = await Task.WhenAll(clerk.Submit(accept), chair.Submit(back, ("Items[0].Reason", "Thiếu")));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1, "C2");
        (await year.StoredReport(portal, id, year.Member)).History.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_came_by_another_way_is_recorded_also_of_a_unit_that_never_began()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, "đến hết ngày 10/7/2020");
        var (leader, url) = (year.ClerkOf(year.Leader), year.Report(id, year.Member));
        var form = (await leader.See(url + "/nhan-cach-khac")).FormTo("/nhan-cach-khac");
        (await leader.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await leader.Follow(await leader.Submit(form, [("Way", "ByPost"), ("ReceivedOn", "09/07/2020"), ("Note", "Bản giấy đủ hai thành phần"), .. ReportsInTest.Paper]));
        Text(page).ShouldContain("Qua bưu chính, nhận ngày 09/07/2020");
        (await year.StoredReport(portal, id, year.Member)).IsLate.ShouldBeFalse("its day decides, not the day of recording");
        Text(await year.ClerkOf(year.Member).See(url + "/bien-nhan")).ShouldContain("đúng hạn");
        (await leader.See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).Body!.TextContent.ShouldContain("nhận bằng cách khác");
    }

    [Fact]
    public async Task A_unit_is_told_when_nothing_is_taken_after_the_deadline_and_when_the_requirement_was_withdrawn()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(40)}", closesHard: true);
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (clerk, leader, url) = (year.ClerkOf(year.Member), year.ClerkOf(year.Leader), year.Report(id, year.Member));
        Text(await clerk.See(url)).ShouldContain("không nhận nữa");
        await leader.Follow(await leader.Take(year.Requirement(id, "/thu-hoi"), ("Reason", "Không tổ chức sơ kết")));
        var withdrawn = Text(await clerk.See(url));
        withdrawn.ShouldContain("Yêu cầu báo cáo này đã thu hồi");
        withdrawn.ShouldNotContain("không nhận nữa");
    }

    [Fact]
    public async Task It_is_opened_again_until_the_consolidated_report_and_supplemented_beside_after_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member);
        var (leader, head, url) = (year.ClerkOf(year.Leader), year.HeadOf(year.Member), year.Report(id, year.Member));
        await leader.Follow(await leader.Take(url + "/tiep-nhan"));
        (await leader.Take(url + "/mo-lai")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await leader.Follow(await leader.Take(url + "/mo-lai", ("Reason", "Đơn vị đề nghị sửa số liệu")));
        Text(await head.See(url)).ShouldContain("Đơn vị đề nghị sửa số liệu");
        await head.Follow(await head.Take(url + "/nop"));
        await leader.Follow(await leader.Take(url + "/tiep-nhan"));
        await leader.Follow(await leader.Take(year.Requirement(id, "/tong-hop"), ("Document.Number", "20/BC-CTĐ"), ("Document.IssuedOn", "20/07/2020"), ("Document.Issuer", "Cụm thi đua")));
        (await leader.See(url)).QuerySelectorAll("a[href$='/mo-lai']").ShouldBeEmpty();

        var page = await head.See(url + "/bo-sung");
        var form = new MultipartFormDataContent
        {
            { new StringContent(ReportsInTest.TokenOf(page)), "__RequestVerificationToken" },
            { new StringContent(((IHtmlInputElement)page.QuerySelector("[name=Version]")!).Value), "Version" },
            { new StringContent($"{(await year.StoredRequirement(portal, id)).Items[0].Id}"), "ItemId" },
            { new StringContent("Thay số liệu mục 3"), "Reason" },
            { new ByteArrayContent(EvidenceInTest.APdf()), "Files", "bo-sung.pdf" },
        };
        var shown = Text(await head.Follow(await head.PostAsync(url + "/bo-sung", form)));
        shown.ShouldContain("Bản bổ sung 1");
        Text(await leader.See(url)).ShouldContain("Thay số liệu mục 3");
        (await year.StoredReport(portal, id, year.Member)).State.ShouldBe(ReportState.Accepted);
    }

    [Fact]
    public async Task What_the_leader_owes_for_the_cluster_the_authority_receives()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, owedBy: OwedBy.Leader);
        (await year.ClerkOf(year.Member).GetAsync(year.Report(id, year.Member), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a member owes nothing");
        await year.AReport(portal, id, year.Leader);
        (await year.ClerkOf(year.Deputy).GetAsync(year.Report(id, year.Leader, "/tiep-nhan"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var leader = year.ClerkOf(year.Leader);
        (await leader.Take(year.Report(id, year.Leader, "/tiep-nhan"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "without the authority's paper it would be its own");
        (await leader.Follow(await leader.Take(year.Report(id, year.Leader, "/tiep-nhan"), ReportsInTest.Paper))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã tiếp nhận");
    }
}
