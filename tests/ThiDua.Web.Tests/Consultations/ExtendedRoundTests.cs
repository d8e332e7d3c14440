using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;
using ThiDua.Web.Tests.ScoringSchemes;

namespace ThiDua.Web.Tests.Consultations;

public sealed class ExtendedRoundTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "Lãnh đạo các đơn vị đi công tác", "Nhập ngày cuối cùng góp ý mới")]
    [InlineData("31/12/2035", "Lãnh đạo các đơn vị đi công tác", "phải sau ngày 31/12/2035 đã thông báo")]
    [InlineData("15/01/2036", "", "Nêu lý do gia hạn")]
    public async Task More_time_needs_a_later_day_and_a_reason(string lastDay, string reason, string told)
    {
        var year = await ClusterYearInTest.Make(portal);
        var (planId, _) = await year.AConsultedPlan(portal);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Plan(planId, "/gia-han-gop-y"))).FormTo("/gia-han-gop-y");
        var answer = await leader.Submit(form, ("CommentsUntil", lastDay), ("Reason", reason));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.Says().ShouldContain(told);
        page.FormTo("/gia-han-gop-y").TextContent.ShouldContain(reason);
    }

    [Fact]
    public async Task L3_Members_hear_of_more_time_on_the_page_and_at_home_and_the_history_keeps_why()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (planId, round) = await year.AConsultedPlan(portal);
        var (leader, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        var form = (await leader.See(year.Plan(planId, "/gia-han-gop-y"))).FormTo("/gia-han-gop-y");
        await leader.Follow(await leader.Submit(form, ("CommentsUntil", "15/01/2036"), ("Reason", "Lãnh đạo các đơn vị đi công tác")));
        (await member.See(year.Round(round))).Body!.TextContent.ShouldContain("15/01/2036");
        (await member.Tasks()).ShouldContain(task => task.Contains("Góp ý dự thảo") && task.Contains("15/01/2036"));
        (await leader.See(year.Plan(planId))).Body!.TextContent.ShouldContain("Lãnh đạo các đơn vị đi công tác");
        (await leader.Submit(form, ("CommentsUntil", "20/01/2036"), ("Reason", "Lần hai từ trang cũ"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var stranger = year.ClerkOf(year.Member);
        (await stranger.GetAsync(year.Plan(planId, "/gia-han-gop-y"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Who_closes_early_is_told_who_is_silent_and_their_silence_is_not_agreement()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (planId, round) = await year.AConsultedPlan(portal);
        (await year.ClerkOf(year.Member).Reply(year, round, UnitReply.Agreed)).Dispose();
        var leader = year.ClerkOf(year.Leader);
        var step = await leader.See(year.Plan(planId, "/ket-thuc-lay-y-kien"));
        var told = TasksInTest.Words(step.QuerySelector("[data-silent]")!.TextContent);
        told.ShouldContain("Chưa hết thời hạn góp ý");
        told.ShouldContain(year.Deputy.Name);
        told.ShouldNotContain(year.Member.Name);
        await leader.Follow(await leader.Submit(step.FormTo("/ket-thuc-lay-y-kien")));
        var page = TasksInTest.Words((await leader.See(year.Round(round))).Body!.TextContent);
        page.ShouldContain("đơn vị chưa trả lời khi kết thúc");
        page.ShouldContain("đã kết thúc sớm");
        page.ShouldNotContain("coi như thống nhất");
        var summary = TasksInTest.Words((await leader.See(year.Round(round, "/tong-hop.html"))).Body!.TextContent);
        summary.ShouldContain($"đến hết ngày {DateTime.UtcNow.AddHours(7):dd/MM/yyyy}");
        summary.ShouldContain("Chưa trả lời:");
    }

    [Fact]
    public async Task A_scheme_under_comments_is_given_more_time_too()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Submit((await leader.See(year.Scheme("/lay-y-kien"))).FormTo("/lay-y-kien"), ("CommentsUntil", "31/12/2035")));
        await leader.Follow(await leader.Submit((await leader.See(year.Scheme("/gia-han-gop-y"))).FormTo("/gia-han-gop-y"), ("CommentsUntil", "15/01/2036"), ("Reason", "Chờ bảng điểm khung")));
        var round = await year.With(portal, db => db.Consultations.AsNoTracking().SingleAsync(Cancel));
        (round.LastDay, round.IsOpen).ShouldBe((new(2036, 1, 15), true));
    }

    [Fact]
    public async Task Who_submits_the_plan_is_warned_of_comments_without_an_answer()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (planId, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II", "Lùi thời hạn.");
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, "/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));
        (await leader.See(year.Plan(planId, "/trinh-ky"))).Body!.TextContent.ShouldContain("Còn 1 ý kiến góp ý chưa được trả lời");
        await year.Answer(round, comment, CommentResponse.Accepted);
        (await leader.See(year.Plan(planId, "/trinh-ky"))).Body!.TextContent.ShouldNotContain("chưa được trả lời");
    }
}
