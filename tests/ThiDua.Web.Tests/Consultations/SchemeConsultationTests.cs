using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.ScoringSchemes;

namespace ThiDua.Web.Tests.Consultations;

public sealed class SchemeConsultationTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task L3_Members_comment_on_a_line_of_the_draft_whose_text_stays_meanwhile()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var (leader, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        (await member.GetAsync(year.Scheme("/y-kien"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var line = await year.Stored(portal, "I.2");
        var editing = (await leader.See(year.Scheme($"/muc/{line.Id}"))).FormTo($"/muc/{line.Id}");
        var form = (await leader.See(year.Scheme("/lay-y-kien"))).FormTo("/lay-y-kien");
        foreach (var (typed, told) in new[] { ("", "Nhập ngày cuối cùng góp ý"), ("01/01/2019", "không được trước hôm nay") })
        {
            var answer = await leader.Submit(form, ("CommentsUntil", typed));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await answer.Html()).Says().ShouldContain(told);
        }

        var page = await leader.Follow(await leader.Submit(form, ("CommentsUntil", "31/12/2035")));
        page.QuerySelector("[data-state]")!.TextContent.ShouldBe("Đang lấy ý kiến");
        page.QuerySelector("a[href$='/ban-hanh']").ShouldBeNull();
        var refused = await leader.Submit(editing, ("Name", "Tên mới"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("đang lấy ý kiến");
        (await leader.Follow(await leader.GetAsync(year.Scheme("/quy-dinh"), Cancel))).Says().ShouldContain("cho đến khi kết thúc lấy ý kiến");
        var head = year.HeadOf(year.Leader);
        (await head.Follow(await head.GetAsync(year.Scheme("/ban-hanh"), Cancel))).Says().ShouldContain("đang lấy ý kiến");

        (await member.Tasks()).ShouldContain(task => task.Contains("Góp ý dự thảo: Bảng tiêu chí và thang điểm thử"));
        var round = await year.With(portal, db => db.Consultations.Select(row => row.Id).SingleAsync());
        var comment = (await member.See(year.Scheme($"/y-kien?gop-y={line.Id}"))).FormTo($"/y-kien/{round}/gop-y");
        var seen = await member.Follow(await member.Submit(comment, ("Text", "Giảm còn 25 điểm.")));
        var id = (await year.CommentsOf(portal, round)).Single().Id;
        seen.At(id).Closest("section")!.TextContent.ShouldContain("Giải ngân vốn đầu tư công");
        (await year.CommentsOf(portal, round)).Single().Place.ShouldBe("I.2. Giải ngân vốn đầu tư công");
        (await leader.Tasks()).ShouldContain(task => task.Contains("Kết thúc lấy ý kiến, tiếp thu, hoàn thiện: Bảng tiêu chí và thang điểm thử"));
        await year.Answer(round, id, CommentResponse.Explained, "Giữ 30 điểm theo bảng khung.");

        await leader.Follow(await leader.Submit((await leader.See(year.Scheme("/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));
        (await year.Stored(portal)).State.ShouldBe(SchemeState.Draft);
        Text(await member.See(year.Scheme("/y-kien"))).ShouldContain("Giữ 30 điểm theo bảng khung.");
        await leader.Follow(await leader.Submit(editing, ("Name", "Giải ngân vốn đầu tư")));
        (await year.Stored(portal, "I.2")).Name.ShouldBe("Giải ngân vốn đầu tư");
        (await year.With(portal, db => db.Consultations.Where(row => row.Id == round).Select(row => row.ClosedAt).SingleAsync())).ShouldNotBeNull();
    }

    [Fact]
    public async Task Comments_on_the_draft_of_a_later_version_go_with_it_into_force()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.IssueByHead();
        var line = await year.Stored(portal, "II.1");
        await year.Amend();
        var (leader, head, member) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader), year.ClerkOf(year.Member));
        await leader.Follow(await leader.Submit((await leader.See(year.Scheme("/lay-y-kien"))).FormTo("/lay-y-kien"), ("CommentsUntil", "31/12/2035")));
        Text(await member.See(year.Scheme("/sua-doi"))).ShouldContain("Góp ý, xem ý kiến");
        var round = await year.With(portal, db => db.Consultations.Select(row => row.Id).SingleAsync());
        await member.Follow(await member.Submit((await member.See(year.Round(round, $"?gop-y={line.Id}"))).FormTo("/gop-y"), ("Text", "Nêu rõ loại văn bản.")));
        await leader.Follow(await leader.Submit((await leader.See(year.Scheme("/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));

        var copy = await year.With(portal, db => db.Criteria.IgnoreQueryFilters([Data.PortalDb.OneScheme]).Where(row => row.OriginId == line.Id).Select(row => row.Id).SingleAsync());
        await leader.Follow(await leader.Submit((await leader.See(year.Scheme($"/muc/{copy}"))).FormTo($"/muc/{copy}"), ("Name", "Văn bản chỉ đạo, hướng dẫn")));
        await head.Follow(await head.Submit((await head.See(year.Scheme("/ban-hanh"))).FormTo("/ban-hanh"), SchemesInTest.Document));
        var comment = (await year.CommentsOf(portal, round)).Single();
        (await member.See(year.Round(round))).At(comment.Id).Closest("section")!.TextContent.ShouldContain("Văn bản chỉ đạo, hướng dẫn");
    }
}
