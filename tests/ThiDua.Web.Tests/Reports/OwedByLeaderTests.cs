using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>What the leader owes those above for the cluster: told to them, due by its own deadline, received by them.</summary>
public sealed class OwedByLeaderTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private Task<int> Told(int userId, string about) => portal.WithDb(db => db.Notifications.CountAsync(row => row.UserId == userId && row.Title.Contains(about)));

    [Fact]
    public async Task What_the_leader_sends_for_the_cluster_is_told_to_those_above_and_its_receipt_to_the_leader()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, owedBy: OwedBy.Leader);
        await year.AReport(portal, id, year.Leader);
        foreach (var above in new[] { year.Authority, year.StandingBody })
        {
            (await Told(above.ClerkId, "đã nộp báo cáo, chờ tiếp nhận")).ShouldBe(1);
        }

        var offered = (await year.ClerkOf(year.Leader).See(year.Requirement(id))).QuerySelectorAll("main a").Select(link => link.GetAttribute("href") ?? "").ToList();
        offered.ShouldNotContain(href => href.EndsWith("/bao-cao-tong-hop", StringComparison.Ordinal) || href.EndsWith("/tong-hop", StringComparison.Ordinal) || href.Contains("/tien-do?", StringComparison.Ordinal), "there is nothing of members to follow or to sum up");
        (await Told(year.Deputy.ClerkId, "đã nộp báo cáo")).ShouldBe(0, "the deputy receives only what the leader owes as a member");
        var authority = year.ClerkOf(year.Authority);
        (await authority.See(year.Requirement(id))).QuerySelector($"main a[href='{year.Report(id, year.Leader)}']").ShouldNotBeNull("those above open it from there");
        await authority.Follow(await authority.Take(year.Report(id, year.Leader, "/tiep-nhan")));
        (await Told(year.Leader.ClerkId, "đã được tiếp nhận")).ShouldBe(1);

        var own = await year.ARequirement(portal, title: "Báo cáo năm");
        await year.AReport(portal, own, year.Leader);
        (await Told(year.Deputy.ClerkId, $"{year.Leader.Name} đã nộp báo cáo, chờ tiếp nhận: Báo cáo năm")).ShouldBe(1);
        foreach (var above in new[] { year.Authority, year.StandingBody })
        {
            (await Told(above.ClerkId, "Báo cáo năm")).ShouldBe(0, "the deputy receives it: nothing waits for those above");
        }
    }

    [Fact]
    public async Task The_issued_consolidated_report_is_one_task_of_the_leader_by_its_own_deadline_and_reaches_the_authority_as_received()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (leader, head, authority) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader), year.ClerkOf(year.Authority));
        var each = await year.ARequirement(portal, figures: new FigureDescription("Số xã đạt chuẩn", "xã") { Decimals = 0, IsSummed = true });
        await year.SendReport(each, year.Member, "12");
        await year.Accept(each, year.Member);
        await leader.Follow(await year.Issue(await year.SignConsolidated(portal, await year.StartConsolidated(each))));

        Text(await leader.See(year.Requirement(each))).ShouldContain("Chưa đặt thời hạn gửi báo cáo tổng hợp cho cơ quan quản lý");
        var form = (await leader.See($"{year.Url}/bao-cao/lap?tong-hop={each}")).FormTo("/lap");
        ((IHtmlInputElement)form["Title"]!).Value.ShouldBe("Tổng hợp báo cáo sơ kết 6 tháng");
        ((IHtmlInputElement)form["RecipientName"]!).Value.ShouldBe(year.Authority.Name);
        var made = await leader.Follow(await leader.Submit(form, ("When", $"đến hết ngày {ReportsInTest.Day(9)}")));
        var owed = await portal.WithDb(db => db.ReportRequirements.Where(row => row.OwedBy == OwedBy.Leader).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Domain.Access.Capacity.Head));
        Text(made).ShouldContain("Tổng hợp báo cáo sơ kết 6 tháng");
        await leader.Follow(await leader.Take(year.Requirement(owed, "/thong-bao")));

        var task = (await head.Tasks()).Where(one => one.Contains("Nộp báo cáo: Tổng hợp báo cáo sơ kết 6 tháng")).ShouldHaveSingleItem();
        task.ShouldContain("Báo cáo tổng hợp số 12/BC-CTĐT ngày 02/07/2020 đã ban hành: lấy vào hồ sơ rồi nộp");
        task.ShouldContain(ReportsInTest.Day(9));
        Text(await leader.See(year.Requirement(each))).ShouldContain("chưa nộp; lấy báo cáo tổng hợp đã ban hành vào hồ sơ rồi nộp");
        await leader.Follow(await leader.Submit((await leader.See(year.Report(owed, year.Leader))).FormTo("/van-ban")));
        await head.Follow(await head.Take(year.Report(owed, year.Leader, "/nop")));
        (await head.Tasks()).ShouldNotContain(one => one.Contains("Tổng hợp báo cáo sơ kết"));

        (await authority.Tasks()).ShouldContain(one => one.Contains("Tiếp nhận báo cáo của 1 đơn vị: Tổng hợp báo cáo sơ kết 6 tháng"));
        await authority.Follow(await authority.Take(year.Report(owed, year.Leader, "/tiep-nhan")));
        (await year.StoredReport(portal, owed, year.Leader)).Files.ShouldHaveSingleItem().Name.ShouldBe("Báo cáo 12-BC-CTĐT.pdf");
        TasksInTest.Words((await authority.See($"/co-quan/{year.Authority.Id}/bao-cao")).QuerySelector($"[data-requirement='{owed}']")!.TextContent).ShouldContain("Đã tiếp nhận");
        Text(await leader.See(year.Requirement(each))).ShouldContain("đã tiếp nhận");
    }

    [Fact]
    public async Task The_leader_moves_no_deadline_of_those_above_without_their_document_and_they_are_told()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, owedBy: OwedBy.Leader);
        var (leader, url) = (year.ClerkOf(year.Leader), year.Requirement(id, "/doi-thoi-han"));
        (string, string)[] typed = [("When", $"đến hết ngày {ReportsInTest.Day(60)}"), ("Reason", "Lùi")];
        var refused = await leader.Take(url, typed);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await refused.Html()).ShouldContain("đơn vị trưởng không tự đổi");
        (await Told(year.Authority.ClerkId, "Thời hạn gửi cấp trên")).ShouldBe(0);

        Text(await leader.Follow(await leader.Take(url, [.. typed, ("Document.Number", "9/CV-HĐ"), ("Document.IssuedOn", "02/03/2020"), ("Document.Issuer", "Hội đồng")]))).ShouldContain("Theo văn bản 9/CV-HĐ ngày 02/03/2020 của Hội đồng. Lùi");
        (await Told(year.Authority.ClerkId, "Thời hạn gửi cấp trên được ghi nhận đổi thành")).ShouldBe(1);
        (await Told(year.StandingBody.ClerkId, "Thời hạn gửi cấp trên được ghi nhận đổi thành")).ShouldBe(1);
        (await Told(year.Member.ClerkId, "Thời hạn gửi cấp trên")).ShouldBe(0);
    }

    [Fact]
    public async Task What_those_above_accepted_is_not_withdrawn_and_they_are_told_of_a_withdrawal()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (accepted, open) = (await year.ARequirement(portal, owedBy: OwedBy.Leader), await year.ARequirement(portal, owedBy: OwedBy.Leader, title: "Báo cáo năm"));
        await year.AReport(portal, accepted, year.Leader);
        var (leader, authority) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Authority));
        var form = (await leader.See(year.Requirement(accepted, "/thu-hoi"))).FormTo("/thu-hoi");
        await authority.Follow(await authority.Take(year.Report(accepted, year.Leader, "/tiep-nhan")));
        (await leader.See(year.Requirement(accepted))).QuerySelectorAll("a[href$='/thu-hoi']").ShouldBeEmpty();
        (await leader.Submit(form, ("Reason", "Trùng"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.StoredRequirement(portal, accepted)).State.ShouldBe(RequirementState.Announced);

        await leader.Follow(await leader.Take(year.Requirement(open, "/thu-hoi"), ("Reason", "Trùng")));
        (await Told(year.Authority.ClerkId, "không gửi cấp trên nữa: Báo cáo năm")).ShouldBe(1);
    }
}
