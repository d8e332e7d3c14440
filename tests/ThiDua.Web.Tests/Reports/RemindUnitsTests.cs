using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Drafts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>Reminding and urging the units that have not sent a report, from the table of progress.</summary>
public sealed class RemindUnitsTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private Task<List<string>> Told(int userId) => portal.WithDb(db => db.Notifications.Where(row => row.UserId == userId).OrderBy(row => row.Id).Select(row => row.Title).ToListAsync());

    [Fact]
    public async Task The_leaders_clerk_reminds_those_who_are_missing_and_it_is_kept_who_was_reminded_when()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Deputy);
        var leader = year.ClerkOf(year.Leader);
        (await leader.See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).QuerySelector("a[href$='/nhac-nop']").ShouldNotBeNull();
        var page = await leader.See(year.Requirement(id, "/nhac-nop"));
        page.QuerySelectorAll<IHtmlInputElement>("input[name=Units]").ShouldAllBe(box => box.IsChecked);
        page.QuerySelectorAll("input[name=Units]").Select(box => box.GetAttribute("value")).ShouldBe([$"{year.Member.Id}", $"{year.Units[3].Id}"], "not who has submitted, nor the leader itself");
        page.QuerySelector("textarea[readonly]")!.TextContent.ShouldContain($"{year.Requirement(id)}");
        var done = await leader.Follow(await leader.Submit(page.FormTo("/nhac-nop"), ("Units", $"{year.Member.Id}")));
        done.Says().ShouldContain("Đã nhắc 1 đơn vị");
        Text(done).ShouldContain("đã nhắc 1 lần");
        (await Told(year.Member.ClerkId)).ShouldContain("Đề nghị nộp: Báo cáo sơ kết 6 tháng");
        (await Told(year.Units[3].ClerkId)).ShouldNotContain("Đề nghị nộp: Báo cáo sơ kết 6 tháng");
        Text(await leader.See(year.Requirement(id))).ShouldContain("nhắc 1 đơn vị chưa nộp");
        var own = await year.ClerkOf(year.Units[3]).See(year.Requirement(id));
        Text(own).ShouldNotContain("nhắc 1 đơn vị");
        Text(await year.ClerkOf(year.Units[3]).See($"{year.Url}/lich-su")).ShouldNotContain("Nhắc các đơn vị");
        Text(await leader.See($"{year.Url}/lich-su")).ShouldContain("Nhắc các đơn vị chưa nộp báo cáo");

        var again = await leader.See(year.Requirement(id, "/nhac-nop"));
        again.QuerySelectorAll<IHtmlInputElement>("input[name=Units]").Single(box => box.IsDisabled).Value.ShouldBe($"{year.Member.Id}");
        var refused = await leader.Submit(again.FormTo("/nhac-nop"), ("Units", $"{year.Member.Id}"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("hôm nay đã được nhắc");
    }

    [Fact]
    public async Task C4_A_double_click_reminds_once()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Requirement(id, "/nhac-nop"))).FormTo("/nhac-nop");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => leader.Submit(form)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1);
        (await Told(year.Member.ClerkId)).Count(title => title.StartsWith("Đề nghị nộp", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_reminded_who_submitted_since_and_none_but_the_leader_reminds()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Requirement(id, "/nhac-nop"))).FormTo("/nhac-nop");
        await year.AReport(portal, id, year.Member);
        (await leader.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await leader.Submit(form, ("Units", "0"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.ClerkOf(year.Deputy).GetAsync(year.Requirement(id, "/nhac-nop"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.ClerkOf(year.Deputy).See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).QuerySelectorAll("a[href$='/nhac-nop'], a[href$='/don-doc']").ShouldBeEmpty("W2");
        var ofCluster = await year.ARequirement(portal, owedBy: Domain.Planning.OwedBy.Leader, title: "Báo cáo của cụm");
        (await leader.GetAsync(year.Requirement(ofCluster, "/nhac-nop"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_letter_to_the_late_units_is_drafted_issued_and_named_where_it_belongs()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(-9)}");
        await year.AReport(portal, id, year.Deputy);
        var leader = year.ClerkOf(year.Leader);
        var edit = await leader.Follow(await leader.Submit((await leader.See(year.Requirement(id, "/don-doc"))).FormTo("/don-doc"), ("Units", $"{year.Member.Id}")));
        var body = edit.QuerySelector<IHtmlTextAreaElement>("textarea[name=Body]")!.Value;
        body.ShouldContain(year.Member.Name);
        body.ShouldContain("đã quá hạn 09 ngày");
        body.ShouldContain("- Báo cáo sơ kết;");
        body.ShouldNotContain(year.Units[3].Name);
        edit.QuerySelector<IHtmlTextAreaElement>("textarea[name=Addressees]")!.Value.Trim().ShouldBe(year.Member.Name);
        Text(await leader.See(year.Requirement(id))).ShouldContain($"Gửi: {year.Member.Name}");
        Text(await year.ClerkOf(year.Member).See(year.Requirement(id))).ShouldNotContain("Về việc đôn đốc", Case.Sensitive, "a draft is the leader's own");

        await year.IssueDraft(portal, leader, year.Leader, DraftsInTest.IdOf(edit));
        Text(await leader.See(year.Requirement(id))).ShouldContain("Công văn số 12/");
        Text(await year.ClerkOf(year.Member).See(year.Requirement(id))).ShouldContain("Công văn số 12/");
        Text(await year.ClerkOf(year.Units[3]).See(year.Requirement(id))).ShouldNotContain("Công văn số 12/");
    }

    [Fact]
    public async Task Home_says_for_whom_the_leader_waits_and_that_a_report_waits_for_the_leader()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member);
        var awaited = (await year.ClerkOf(year.Leader).See("/")).Awaited();
        awaited.ShouldContain(row => row.Contains("Nộp báo cáo: Báo cáo sơ kết 6 tháng (2 đơn vị)", StringComparison.Ordinal) && row.Contains(year.Deputy.Name, StringComparison.Ordinal) && !row.Contains(year.Member.Name, StringComparison.Ordinal));
        (await year.ClerkOf(year.Member).See("/")).Awaited().ShouldContain(row => row.Contains("Tiếp nhận báo cáo của đơn vị: Báo cáo sơ kết 6 tháng", StringComparison.Ordinal) && row.Contains(year.Leader.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task L3_A_unit_hears_of_what_is_asked_changed_extended_and_returned()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        (await Told(year.Member.ClerkId)).ShouldHaveSingleItem().ShouldStartWith("Phải gửi đến hết ngày");
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(40)}"), ("Reason", "Theo chỉ đạo mới")));
        await leader.Follow(await leader.Take(year.Report(id, year.Member, "/gia-han"), ("LastDay", ReportsInTest.Day(50)), ("Reason", "Thiên tai")));
        await year.AReport(portal, id, year.Member);
        await leader.Follow(await leader.Take(year.Report(id, year.Member, "/tra-lai"), ("Items[0].Reason", "Thiếu phụ lục")));
        var told = await Told(year.Member.ClerkId);
        told.ShouldContain(title => title.StartsWith("Thời hạn được đổi", StringComparison.Ordinal));
        told.ShouldContain(title => title.StartsWith("Đơn vị được gia hạn", StringComparison.Ordinal));
        told.ShouldContain($"Báo cáo của {year.Member.Name} được trả lại để bổ sung: Báo cáo sơ kết 6 tháng");
        (await Told(year.Units[3].ClerkId)).ShouldNotContain(title => title.StartsWith("Đơn vị được gia hạn", StringComparison.Ordinal));
        (await Told(year.Leader.ClerkId)).ShouldContain(title => title.Contains("đã nộp báo cáo", StringComparison.Ordinal));
    }
}
