using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Reports;

/// <summary>The same report is asked for once: by hand, from the plan, from its adjustment, and by two people at once.</summary>
public sealed class OneRequirementTests(Portal portal)
{
    private static (string, string)[] Typed(string title = "Báo cáo năm") => [("Kind", "Annual"), ("Title", title), ("Period", "năm 2020"), ("When", $"đến hết ngày {ReportsInTest.Day(30)}")];

    private Task<int> Count(ClusterYearInTest year) => portal.WithDb(db => db.ReportRequirements.CountAsync(), year.Acting(year.Leader, Capacity.Head));

    [Fact]
    public async Task C4_Of_ten_who_ask_for_the_same_report_at_once_one_does()
    {
        var year = await ClusterYearInTest.Make(portal);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See($"{year.Url}/bao-cao/lap")).FormTo("/lap");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => leader.Submit(form, Typed())));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect || answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        (await Count(year)).ShouldBe(1);
        (await (await leader.Submit(form, Typed("báo cáo  NĂM"))).Html()).Says().ShouldContain("Đã có yêu cầu báo cáo cùng tên, cùng kỳ: “báo cáo  NĂM”");
        await leader.Follow(await leader.Submit(form, [.. Typed(), ("OwedBy", nameof(OwedBy.Leader))]));
        (await Count(year)).ShouldBe(2, "what the leader owes by the same name is another report");
    }

    [Fact]
    public async Task C4_The_index_holds_what_two_servers_check_at_the_same_moment_and_what_was_given_up_may_be_asked_for_again()
    {
        var year = await ClusterYearInTest.Make(portal);
        var by = year.Acting(year.Leader, Capacity.Clerk);
        ReportRequirement New() => new(by, 2020, new(ReportKind.Annual, "Báo cáo năm"), waitsForWorkingDay: false);
        var first = New();
        await portal.WithDb(db => { db.Add(first); return db.SaveChangesAsync(); }, by);
        await portal.WithDb(
            async db =>
            {
                db.Add(New());
                db.IsUniqueViolation((await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync()))!).ShouldBeTrue();
                return 0;
            },
            by);
        await portal.WithDb(
            async db =>
            {
                (await db.ReportRequirements.SingleAsync()).Drop(by, new(ClusterYearInTest.Now));
                await db.SaveChangesAsync();
                db.Add(New());
                return await db.SaveChangesAsync();
            },
            by);
        (await Count(year)).ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_does_not_take_the_title_and_period_of_another()
    {
        var year = await ClusterYearInTest.Make(portal);
        var leader = year.ClerkOf(year.Leader);
        await year.ARequirement(portal, isAnnounced: false);
        var other = await year.ARequirement(portal, isAnnounced: false, title: "Báo cáo khác");
        var refused = await leader.Take(year.Requirement(other, "/sua"), ("Title", "Báo cáo sơ kết 6 tháng"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("cùng tên, cùng kỳ");
        await leader.Follow(await leader.Take(year.Requirement(other, "/sua"), ("Title", "Báo cáo khác"), ("Note", "Ghi chú")));
    }

    [Fact]
    public async Task A_deadline_of_an_adjusted_plan_is_not_asked_for_again_and_one_asked_for_by_hand_neither()
    {
        var year = await ClusterYearInTest.Make(portal);
        var leader = year.ClerkOf(year.Leader);
        var planId = await year.APlan(portal);
        await year.ADeadlineIn(portal, planId);
        await Issue(year, planId, 5);
        var regime = $"{year.Url}/bao-cao/tu-ke-hoach";
        var made = await leader.Follow(await leader.Submit((await leader.See(regime)).FormTo("/tu-ke-hoach")));
        await leader.Follow(await leader.Take(new Uri(made.Url).AbsolutePath + "/sua", ("Title", "Báo cáo sơ kết đã đổi tên")));

        await leader.Follow(await leader.Submit((await leader.See($"{year.Url}/ke-hoach/them?tu={planId}")).FormTo("/them"), ("Abstract", "Điều chỉnh hoạt động của Cụm năm 2020")));
        var adjusted = await portal.WithDb(db => db.Plans.Where(row => row.AdjustsId == planId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        var deputy = year.HeadOf(year.Deputy);
        await deputy.Follow(await deputy.Submit((await deputy.See(year.Plan(adjusted, "/thong-nhat"))).FormTo("/thong-nhat")));
        await Issue(year, adjusted, 6);
        var again = await leader.See(regime);
        again.QuerySelectorAll("[name=BlockIds]").ShouldBeEmpty("it was taken with the plan before");
        TasksInTest.Words(again.Body!.TextContent).ShouldContain("Đã lập yêu cầu báo cáo");
        TasksInTest.Words((await leader.See($"{year.Url}/bao-cao")).Body!.TextContent).ShouldNotContain("thời hạn báo cáo chưa lập thành yêu cầu");
    }

    [Fact]
    public async Task C4_Of_ten_who_take_the_same_deadline_from_the_plan_at_once_one_does()
    {
        var year = await ClusterYearInTest.Make(portal);
        var leader = year.ClerkOf(year.Leader);
        var planId = await year.APlan(portal);
        await year.ADeadlineIn(portal, planId);
        await Issue(year, planId, 5);
        var form = (await leader.See($"{year.Url}/bao-cao/tu-ke-hoach")).FormTo("/tu-ke-hoach");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => leader.Submit(form)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect || answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        (await Count(year)).ShouldBe(1);
    }

    private async Task Issue(ClusterYearInTest year, int planId, int number)
    {
        var documentId = await year.SubmitPlan(portal, planId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        if (number == 5)
        {
            await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
            return;
        }

        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Take($"{year.Url}/van-ban/{documentId}/ban-hanh", [.. ReportsInTest.Paper, ("Number", $"{number}"), ("IssuedOn", "3/7/2020")]));
    }
}
