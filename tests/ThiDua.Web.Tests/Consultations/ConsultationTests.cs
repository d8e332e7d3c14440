using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Excel = DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Consultations;

public sealed class ConsultationTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task L3_Members_comment_the_leader_answers_and_the_answer_with_its_reason_reaches_the_unit()
    {
        var year = await ClusterYearInTest.Make(portal, units: 6);
        var (planId, round) = await year.AConsultedPlan(portal);
        var (member, leader) = (year.ClerkOf(year.Member), year.ClerkOf(year.Leader));
        (await member.Tasks()).ShouldContain(task => task.Contains("Góp ý dự thảo: Kế hoạch Hoạt động của Cụm năm 2020") && task.Contains("31/12/2035"));

        var one = await year.AComment(portal, round, year.Deputy, "I.1", "Thêm mục đích thứ hai.");
        var two = await year.AComment(portal, round, year.Member, "II", "Lùi thời hạn đến 15/7.");
        var three = await year.AComment(portal, round, year.Units[3], null, "Rà soát lỗi chính tả.");
        await year.HeadOf(year.Units[4]).Follow(await year.HeadOf(year.Units[4]).Reply(year, round, UnitReply.Agreed));
        (await member.Tasks()).ShouldNotContain(task => task.Contains("Góp ý dự thảo"));
        (await year.ClerkOf(year.Units[4]).Tasks()).ShouldNotContain(task => task.Contains("Góp ý dự thảo"));
        (await year.ClerkOf(year.Units[5]).Tasks()).ShouldContain(task => task.Contains("Góp ý dự thảo"));
        var home = await leader.See("/");
        home.Tasks().ShouldContain(task => task.Contains("Trả lời 3 ý kiến góp ý"));
        home.Awaited().ShouldContain(row => row.Contains("(1 đơn vị)") && row.Contains(year.Units[5].Name));

        await year.Answer(round, one, CommentResponse.Accepted);
        await year.Answer(round, two, CommentResponse.Partly, "Chỉ lùi đến 12/7 vì lịch của trung ương.");
        (await leader.See(year.Round(round, "?chua-tra-loi=true"))).QuerySelectorAll(".consult-comment").Select(row => row.Id).ShouldBe([$"y-kien-{three}"]);
        await year.Answer(round, three, CommentResponse.Explained, "Đã rà soát.");

        var seen = (await member.See(year.Round(round))).At(two).TextContent;
        seen.ShouldContain("Tiếp thu một phần");
        seen.ShouldContain("Chỉ lùi đến 12/7 vì lịch của trung ương.");
        (await year.IsOver(portal, round)).ShouldBe(1);
        Text(await leader.See(year.Round(round, "/don-vi"))).ShouldContain($"{year.Units[5].Name} Quá thời hạn coi như thống nhất 0");
        (await leader.See(year.Round(round, "/don-vi?trang-thai=Silent"))).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await leader.Tasks()).ShouldContain(task => task.Contains("Kết thúc lấy ý kiến kế hoạch"));

        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, "/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));
        var closed = await member.See(year.Plan(planId, "/y-kien"));
        Text(closed).ShouldContain("Đã khép lại");
        closed.At(two).TextContent.ShouldContain("Chỉ lùi đến 12/7");
        closed.QuerySelector($"a[href='{year.Round(round, "/don-vi")}']").ShouldNotBeNull();
        closed.Forms.ShouldNotContain(form => form.Action.Contains("/gop-y"));
    }

    [Fact]
    public async Task Before_a_draft_is_put_up_there_is_nothing_to_read_and_a_member_never_answers()
    {
        var year = await ClusterYearInTest.Make(portal);
        var draft = await year.APlan(portal);
        (await year.ClerkOf(year.Member).GetAsync(year.Plan(draft, "/y-kien"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Leader).GetAsync(year.Plan(draft, "/y-kien"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var (_, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II");
        var form = (await year.ClerkOf(year.Leader).See(year.Round(round, $"?tra-loi={comment}"))).FormTo("/tra-loi");
        foreach (var unit in new[] { year.Member, year.Deputy, year.Authority })
        {
            var person = year.ClerkOf(unit);
            (await person.See(year.Round(round, $"?tra-loi={comment}"))).Forms.ShouldNotContain(one => one.Action.EndsWith("/tra-loi"));
            var token = ((IHtmlInputElement)(await person.See(year.Round(round))).QuerySelector("[name=__RequestVerificationToken]")!).Value;
            (await person.Submit(form, ("__RequestVerificationToken", token), ("Response", "Accepted"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        // Another unit's comment is its own.
        var deputy = year.ClerkOf(year.Deputy);
        (await deputy.See(year.Round(round, $"?sua={comment}"))).Forms.ShouldNotContain(one => one.Action.EndsWith($"/gop-y/{comment}"));
        var own = (await year.ClerkOf(year.Member).See(year.Round(round, $"?sua={comment}"))).FormTo($"/gop-y/{comment}");
        var deputysToken = ((IHtmlInputElement)(await deputy.See(year.Round(round))).QuerySelector("[name=__RequestVerificationToken]")!).Value;
        (await deputy.Submit(own, ("__RequestVerificationToken", deputysToken), ("Text", "Sửa hộ"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.CommentsOf(portal, round)).Single().Text.ShouldBe("Bổ sung thời hạn gửi báo cáo.");
    }

    [Fact]
    public async Task A1_A_round_or_comment_of_elsewhere_does_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var ((_, own), (_, second), (_, foreign)) = (await year.AConsultedPlan(portal), await year.AConsultedPlan(portal), await other.AConsultedPlan(portal));
        var (ofSecond, ofForeign) = (await year.AComment(portal, second, year.Member, "II"), await other.AComment(portal, foreign, other.Member, "II"));
        var member = year.ClerkOf(year.Member);
        foreach (var path in new[] { "", "/don-vi", "/tra-loi", "/y-kien.xlsx", $"/don-vi/{other.Member.Id}/ban-quet" })
        {
            (await member.GetAsync(year.Round(foreign, path), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var form = (await member.See(year.Round(second, $"?sua={ofSecond}"))).FormTo($"/gop-y/{ofSecond}");
        foreach (var path in new[] { year.Round(own, $"/gop-y/{ofSecond}"), year.Round(second, $"/gop-y/{ofForeign}"), year.Round(foreign, $"/gop-y/{ofForeign}"), year.Round(own, "/gop-y/987654") })
        {
            form.Action = path;
            (await member.Submit(form, ("Text", "Không được ghi"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var add = await member.CommentForm(year, portal, own, "II");
        var answer = await member.Submit(add, ("PartId", $"{await year.PartId(portal, second, "II")}"), ("Text", "Ý kiến lạc chỗ"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("Mục này không còn trong dự thảo");
    }

    [Fact]
    public async Task C1_Of_two_tabs_the_second_is_told_and_sees_both_texts()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II");
        var (clerk, head, leader) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.ClerkOf(year.Leader));
        var change = year.Round(round, $"?sua={comment}");
        var (late, early) = ((await clerk.See(change)).FormTo($"/gop-y/{comment}"), (await head.See(change)).FormTo($"/gop-y/{comment}"));
        var answering = (await leader.See(year.Round(round, $"?tra-loi={comment}"))).FormTo("/tra-loi");
        await head.Follow(await head.Submit(early, ("Text", "Lãnh đạo sửa trước")));
        var answer = await clerk.Submit(late, ("Text", "Chuyên viên sửa sau"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.At(comment).TextContent.ShouldContain("Lãnh đạo sửa trước");
        page.QuerySelector("textarea[name=Text]")!.TextContent.ShouldBe("Chuyên viên sửa sau");

        // The leader answers what was there to read, and is told that it is another text now.
        var overtaken = await leader.Submit(answering, ("Response", "Explained"), ("Answer", "Đã quy định tại mục I."));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        page = await overtaken.Html();
        page.At(comment).TextContent.ShouldContain("Lãnh đạo sửa trước");
        page.QuerySelector("textarea[name=Answer]")!.TextContent.ShouldBe("Đã quy định tại mục I.");
        await leader.Follow(await leader.Submit(page.FormTo("/tra-loi")));

        // What is answered is locked; what was typed stays on the page.
        answer = await clerk.Submit(late, ("Text", "Chuyên viên sửa sau"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page = await answer.Html();
        page.Says().ShouldContain("đã được trả lời");
        page.QuerySelector("textarea[name=Text]")!.TextContent.ShouldBe("Chuyên viên sửa sau");
        (await year.CommentsOf(portal, round)).Single().Text.ShouldBe("Lãnh đạo sửa trước");
    }

    [Fact]
    public async Task C4_Sent_twice_at_once_it_is_one_comment()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var clerk = year.ClerkOf(year.Member);
        var form = await clerk.CommentForm(year, portal, round, "II");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => clerk.Submit(form, ("Text", "Một ý kiến"))));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Redirect);
        (await year.CommentsOf(portal, round)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task D1_After_the_last_day_a_comment_is_taken_and_marked_until_the_round_is_closed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (planId, round) = await year.AConsultedPlan(portal);
        var intime = await year.AComment(portal, round, year.Deputy, "II");
        await year.IsOver(portal, round);
        var late = await year.AComment(portal, round, year.Member, "II", "Góp ý muộn.");
        var page = await year.ClerkOf(year.Leader).See(year.Round(round));
        page.At(late).TextContent.ShouldContain("sau thời hạn");
        page.At(intime).TextContent.ShouldNotContain("sau thời hạn");

        var clerk = year.ClerkOf(year.Member);
        var form = await clerk.CommentForm(year, portal, round, "II");
        var leader = year.ClerkOf(year.Leader);
        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, "/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));
        var answer = await clerk.Submit(form, ("Text", "Quá muộn"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("đã khép lại");
        (await answer.Html()).QuerySelector("textarea[name=Text]")!.TextContent.ShouldBe("Quá muộn");

        // Answers still come, and reach the unit.
        await year.Answer(round, late, CommentResponse.Explained, "Dự thảo đã hoàn thiện.");
        (await clerk.See(year.Round(round))).At(late).TextContent.ShouldContain("Dự thảo đã hoàn thiện.");
    }
}
