using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>A requirement that was announced, and then taken back to the draft or dropped.</summary>
public sealed class TakenBackTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private Task<int> Told(int userId, string about) => portal.WithDb(db => db.Notifications.CountAsync(row => row.UserId == userId && row.Title.Contains(about)));

    [Fact]
    public async Task Who_was_told_to_send_a_report_is_told_when_it_is_taken_back_and_when_it_is_dropped()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Take(year.Requirement(id, "/sua-lai")));
        foreach (var person in new[] { year.Member.ClerkId, year.Member.HeadId, year.Deputy.ClerkId })
        {
            (await Told(person, "được rút về để sửa, chưa phải gửi: Báo cáo sơ kết 6 tháng")).ShouldBe(1);
        }

        await leader.Follow(await leader.Take(year.Requirement(id, "/bo")));
        (await Told(year.Member.ClerkId, "đã bỏ, không phải gửi: Báo cáo sơ kết 6 tháng")).ShouldBe(1);

        var never = await year.ARequirement(portal, isAnnounced: false, title: "Báo cáo năm");
        await leader.Follow(await leader.Take(year.Requirement(never, "/bo")));
        (await Told(year.Member.ClerkId, "Báo cáo năm")).ShouldBe(0, "of a draft nobody has heard");
    }

    [Fact]
    public async Task An_old_notification_leads_to_a_sentence_that_says_what_became_of_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var (leader, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        await leader.Follow(await leader.Take(year.Requirement(id, "/sua-lai")));
        foreach (var old in new[] { year.Requirement(id), year.Report(id, year.Member) })
        {
            (await Answer(member, old)).ShouldContain("đã được rút về để sửa, hiện chưa phải gửi");
        }

        await leader.Follow(await leader.Take(year.Requirement(id, "/bo")));
        (await Answer(member, year.Requirement(id))).ShouldContain("Yêu cầu báo cáo này đã được bỏ, không phải gửi");
        (await Answer(member, year.Requirement(await year.ARequirement(portal, isAnnounced: false, title: "Báo cáo năm")))).ShouldNotContain("Yêu cầu báo cáo này", Case.Sensitive, "of a draft nobody has heard");
    }

    [Fact]
    public async Task No_button_leads_to_what_there_is_not_from_a_draft_or_one_that_was_dropped()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: new FigureDescription("Số xã đạt chuẩn", "xã"));
        var leader = year.ClerkOf(year.Leader);
        foreach (var step in new[] { "/sua-lai", "/bo" })
        {
            await leader.Follow(await leader.Take(year.Requirement(id, step)));
            var page = await leader.See(year.Requirement(id));
            page.QuerySelectorAll("a[href*='/tien-do']").ShouldBeEmpty();
            foreach (var link in page.QuerySelectorAll("main a[href^='/cum/']").Select(link => link.GetAttribute("href")!).Distinct())
            {
                (await leader.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
            }
        }
    }

    private static async Task<string> Answer(HttpClient person, string url)
    {
        var answer = await person.GetAsync(url, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        return Text(await answer.Html());
    }
}
