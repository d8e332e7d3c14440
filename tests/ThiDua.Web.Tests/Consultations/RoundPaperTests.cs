using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Consultations;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Consultations;

public sealed class RoundPaperTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task L3_The_summary_tells_who_answered_and_each_comment_with_its_answer_and_goes_into_the_register_when_all_is_answered()
    {
        var year = await ClusterYearInTest.Make(portal, units: 5);
        var (planId, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II", "Lùi thời hạn đến 15/7.");
        await year.AComment(portal, round, year.Units[3], "I.1", "Rút lại sau.");
        var third = year.ClerkOf(year.Units[3]);
        await third.Follow(await third.Submit((await third.See(year.Round(round))).FormTo("/rut")));
        var deputy = year.HeadOf(year.Deputy);
        await deputy.Follow(await deputy.Reply(year, round, UnitReply.Agreed));

        var leader = year.ClerkOf(year.Leader);
        var page = await leader.See(year.Round(round, "/tong-hop"));
        page.Body!.TextContent.ShouldContain("Việc lấy ý kiến chưa khép lại.");
        page.Body.TextContent.ShouldContain("Còn 1 ý kiến chưa trả lời.");
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky"));
        await year.Answer(round, comment, CommentResponse.Partly, "Lùi đến 12/7.");
        await year.IsOver(portal, round);
        await leader.Follow(await leader.Submit((await leader.See(year.Plan(planId, "/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));

        var text = TasksInTest.Words((await year.ClerkOf(year.Member).See(year.Round(round, "/tong-hop.html"))).Body!.TextContent);
        text.ShouldContain("Tổng hợp ý kiến góp ý và tiếp thu, giải trình đối với dự thảo Kế hoạch Hoạt động của Cụm năm 2020");
        text.ShouldContain("Số đơn vị được lấy ý kiến: 4.");
        text.ShouldContain($"Thống nhất: 1 đơn vị ({year.Deputy.Name}).");
        text.ShouldContain($"Quá thời hạn coi như thống nhất: 1 đơn vị ({year.Units[4].Name}).");
        text.ShouldContain("Tổng số ý kiến góp ý: 1; tiếp thu 0, tiếp thu một phần 1, giải trình 0.");
        text.ShouldContain($"1 {year.Member.Name} II. Tổ chức thực hiện Lùi thời hạn đến 15/7. Tiếp thu một phần. Lùi đến 12/7.");
        text.ShouldNotContain("Rút lại sau");
        text.ShouldContain("/BC-CTĐT");

        var submit = (await leader.See(year.Round(round, "/tong-hop"))).FormTo("/tong-hop/trinh-ky");
        (await leader.Follow(await leader.Submit(submit))).Says().ShouldContain("Đã trình ký");
        (await leader.Submit(submit)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.With(portal, db => db.IssuedDocuments.Where(row => row.OriginId == round && row.Origin == "Consultation.Summary").Select(row => row.Kind).SingleAsync())).ShouldBe(DocumentKind.Report);
        (await year.ClerkOf(year.Member).GetAsync(year.Round(round, "/tong-hop.docx"), Cancel)).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    }

    [Fact]
    public async Task The_letter_names_the_units_the_draft_and_the_last_day()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var leader = year.ClerkOf(year.Leader);
        var text = TasksInTest.Words(new PdfTools(await leader.GetByteArrayAsync(year.Round(round, "/cong-van.pdf"), Cancel)).Text);
        text.ShouldContain("V/v góp ý dự thảo Kế hoạch Hoạt động của Cụm năm 2020");
        text.ShouldContain("Kính gửi:");
        text.ShouldContain($"- {year.Member.Name}");
        text.ShouldContain("đến hết ngày 31/12/2035");
        (await leader.Follow(await leader.Submit((await leader.See(year.Round(round, "/cong-van"))).FormTo("/cong-van/trinh-ky")))).Says().ShouldContain("Đã trình ký");
        var member = year.ClerkOf(year.Member);
        (await member.See(year.Round(round, "/cong-van"))).Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky"));
    }

    [Fact]
    public async Task A_script_is_text_in_print()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (_, round) = await year.AConsultedPlan(portal);
        var comment = await year.AComment(portal, round, year.Member, "II", "<script>alert(1)</script>");
        await year.Answer(round, comment, CommentResponse.Explained, "<script>alert(2)</script>");
        var printed = await year.ClerkOf(year.Member).See(year.Round(round, "/tong-hop.html"));
        printed.Scripts.ShouldBeEmpty();
        printed.Body!.TextContent.ShouldContain("alert(1)");
        printed.Body.TextContent.ShouldContain("alert(2)");
    }
}
