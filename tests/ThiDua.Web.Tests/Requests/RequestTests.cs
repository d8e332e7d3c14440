using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Requests;

public sealed class RequestTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly (string, string)[] PaperOfAuthority = [("Paper.Number", "77/HĐ-CV"), ("Paper.SignedOn", "20/07/2020"), ("Paper.Signatory", "Người trả lời"), ("Paper.SignatoryOffice", "Chủ tịch Hội đồng")];

    // Begins the letter on its page.
    private static async Task<int> Start(ClusterYearInTest year, int planId, RequestManner manner)
    {
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Plan(planId));
        var link = page.QuerySelector(".sent-to-authority a.btn")!.GetAttribute("href")!;
        var answer = await clerk.Submit((await clerk.See(link)).FormTo("/gui-cap-tren/them"), ("Manner", $"{manner}"));
        return int.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    [Fact]
    public async Task A_plan_goes_to_the_authority_as_a_submission_through_the_register_and_is_approved_in_the_portal()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.AnIssuedPlan(portal);
        var requestId = await Start(year, planId, RequestManner.AskApproval);
        var clerk = year.ClerkOf(year.Leader);
        var text = TasksInTest.Words(new PdfTools(await clerk.GetByteArrayAsync(year.Request(requestId, "/ban-in.pdf"), Cancel)).Text);
        text.ShouldContain("TỜ TRÌNH");
        text.ShouldContain($"Kính gửi: {year.Authority.Name} (qua {year.StandingBody.Name}).");
        text.ShouldContain("đã ban hành Kế hoạch Hoạt động của Cụm năm 2020 (số 05/KH-CTĐT ngày 02/07/2020, gửi kèm theo).");
        text.ShouldContain("xem xét, phê duyệt");
        text.ShouldContain("- Như trên;");
        text.ShouldContain("/TTr-CTĐT");
        (await year.ClerkOf(year.Member).GetAsync(year.Request(requestId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft is the leader's");
        (await year.HeadOf(year.Authority).GetAsync(year.Request(requestId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId))).FormTo("/trinh-ky")))).Says().ShouldContain("Đã trình ký");
        var documentId = await year.DocumentOfRequest(portal, requestId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        var sent = await year.StoredRequest(portal, requestId);
        (sent.State, sent.SentOn, sent.OutsideNumber).ShouldBe((RequestState.Sent, new DateOnly(2020, 7, 2), null));

        var member = await year.ClerkOf(year.Member).See(year.Request(requestId));
        member.Body!.TextContent.ShouldContain("05/TTr-CTĐT");
        member.Forms.ShouldNotContain(form => form.Action.Contains("/gui-cap-tren/"));
        TasksInTest.Words((await year.ClerkOf(year.Member).See(year.Request(requestId, "/gui-kem.html"))).Body!.TextContent).ShouldContain("Số: 05/KH-CTĐT");

        var head = year.HeadOf(year.Authority);
        (await head.Tasks()).ShouldContain(task => task.Contains("Xem xét, phê duyệt văn bản cụm, khối trình"));
        var form = (await head.See(year.Request(requestId, "/tra-loi"))).FormTo("/tra-loi");
        (await head.Submit(form, ("Answer", nameof(RequestStep.Refuse)))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a refusal has its reason");
        (await head.Follow(await head.Submit(form, ("Answer", nameof(RequestStep.Approve)), ("Reason", "Phê duyệt toàn văn.")))).Says().ShouldContain("Đã ghi trả lời");
        (await head.Tasks()).ShouldNotContain(task => task.Contains("phê duyệt"));
        var leader = await clerk.Tasks();
        leader.ShouldContain(task => task.Contains("Đã được phê duyệt, xem trả lời"));
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId))).FormTo("/da-xem")));
        (await clerk.Tasks()).ShouldNotContain(task => task.Contains("xem trả lời"));
        var panel = TasksInTest.Words((await year.ClerkOf(year.Member).See(year.Plan(planId))).QuerySelector(".sent-to-authority")!.TextContent);
        panel.ShouldContain("Đề nghị phê duyệt số 05/TTr-CTĐT ngày 02/07/2020");
        panel.ShouldContain("Phê duyệt toàn văn.");
    }

    [Fact]
    public async Task What_was_sent_outside_is_recorded_with_its_paper_and_answered_from_the_authoritys_paper()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var requestId = await Start(year, planId, RequestManner.AskOpinion);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Request(requestId, "/ghi-nhan-gui"))).FormTo("/ghi-nhan-gui");
        var empty = await clerk.Submit(form);
        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await empty.Html()).Says().ShouldContain("Nhập số, ký hiệu văn bản đã gửi.");
        await clerk.Follow(await clerk.Submit(form, ("Paper.Number", "12/BC-CTĐT"), ("Paper.SignedOn", "06/07/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")));

        // The plan is changed afterwards: what was sent stays as it was.
        await portal.WithDb(db => db.PlanSections.Where(row => row.PlanId == planId && row.Body == "Đổi mới, nâng cao chất lượng thi đua năm 2020.").ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, "Mục đích đã đổi.")), year.Acting(year.Leader, Capacity.Clerk));
        var member = year.ClerkOf(year.Member);
        (await member.See(year.Request(requestId, "/gui-kem.html"))).Body!.TextContent.ShouldContain("nâng cao chất lượng thi đua năm 2020");
        var seen = await member.See(year.Request(requestId));
        seen.Body!.TextContent.ShouldContain("ký và gửi ngoài hệ thống (theo văn bản đã ký)");
        seen.QuerySelector($"a[href='{year.Plan(planId)}']").ShouldBeNull("the draft itself is not the member's to read");

        var answer = (await clerk.See(year.Request(requestId, "/tra-loi"))).FormTo("/tra-loi");
        var without = await clerk.Submit(answer, ("Answer", nameof(RequestStep.GiveOpinion)), ("Reason", "Bổ sung mục III."));
        without.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await without.Html()).QuerySelector("[name=Reason]")!.TextContent.ShouldBe("Bổ sung mục III.", "what was typed is kept");
        await clerk.Follow(await clerk.Submit(answer, [("Answer", nameof(RequestStep.GiveOpinion)), ("Reason", "Bổ sung mục III."), .. PaperOfAuthority]));
        var stored = await year.StoredRequest(portal, requestId);
        (stored.State, stored.Answer!.Number, stored.Answer.IsRecordedByLeader, stored.HasNewAnswer).ShouldBe((RequestState.WithOpinion, "77/HĐ-CV", true, false));
        (await member.See(year.Request(requestId))).Body!.TextContent.ShouldContain("đơn vị trưởng ghi nhận văn bản của cấp trên");

        // A later answer stands beside the earlier one.
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId, "/tra-loi"))).FormTo("/tra-loi"), [("Answer", nameof(RequestStep.Note)), .. PaperOfAuthority]));
        var history = (await member.See(year.Request(requestId))).Body!.TextContent;
        history.ShouldContain("Bổ sung mục III.");
        (await year.StoredRequest(portal, requestId)).State.ShouldBe(RequestState.Noted);
    }

    [Fact]
    public async Task The_authoritys_clerk_answers_from_paper_only_and_the_standing_body_may_answer_too()
    {
        var year = await ClusterYearInTest.Make(portal);
        var requestId = await year.ASentRequest(portal, await year.APlan(portal));
        var clerk = year.ClerkOf(year.Authority);
        var form = (await clerk.See(year.Request(requestId, "/tra-loi"))).FormTo("/tra-loi");
        (await (await clerk.Submit(form, ("Answer", nameof(RequestStep.Note)))).Html()).Says().ShouldContain("nhập số, ngày, người ký");
        (await clerk.Submit(form, [("Answer", nameof(RequestStep.Note)), .. PaperOfAuthority.Select(field => field.Item1 == "Paper.SignedOn" ? (field.Item1, "01/07/2020") : field)])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "not before it was sent");
        await clerk.Follow(await clerk.Submit(form, [("Answer", nameof(RequestStep.Note)), .. PaperOfAuthority]));
        (await year.StoredRequest(portal, requestId)).Answer!.IsRecordedByLeader.ShouldBeFalse();
        var body = year.HeadOf(year.StandingBody);
        await body.Follow(await body.Submit((await body.See(year.Request(requestId, "/tra-loi"))).FormTo("/tra-loi"), ("Answer", nameof(RequestStep.GiveOpinion)), ("Reason", "Thống nhất.")));
        (await year.StoredRequest(portal, requestId)).State.ShouldBe(RequestState.WithOpinion);
        (await year.HeadOf(year.Member).GetAsync(year.Request(requestId, "/tra-loi"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await body.GetAsync(year.Request(requestId, "/sua"), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_scheme_is_sent_with_its_annex_and_the_board_shows_what_was_sent()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Leader);
        var link = (await clerk.See($"{year.Url}/tieu-chi")).QuerySelector(".sent-to-authority a.btn")!.GetAttribute("href")!;
        var started = await clerk.Submit((await clerk.See(link)).FormTo("/gui-cap-tren/them"), ("Manner", nameof(RequestManner.AskOpinion)));
        var requestId = int.Parse(started.Headers.Location!.OriginalString.Split('/')[^1]);
        (await clerk.See(year.Request(requestId, "/gui-kem.html"))).Body!.TextContent.ShouldContain("Giải ngân vốn đầu tư công");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId, "/ghi-nhan-gui"))).FormTo("/ghi-nhan-gui"), ("Paper.Number", "12/BC-CTĐT"), ("Paper.SignedOn", "06/07/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")));
        var board = TasksInTest.Words((await year.ClerkOf(year.Authority).See($"/co-quan/{year.Authority.Id}")).QuerySelector(".board tbody tr")!.TextContent);
        board.ShouldContain("Tiêu chí");
        board.ShouldContain("xin ý kiến ngày 06/07/2020 Đã gửi");
        (await year.ClerkOf(year.Member).See($"{year.Url}/gui-cap-tren")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_script_is_text_in_print()
    {
        var year = await ClusterYearInTest.Make(portal);
        var requestId = await year.ADraftRequest(portal, await year.APlan(portal));
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId, "/sua"))).FormTo("/sua"), ("Body", "<script>alert(1)</script>")));
        var printed = await clerk.See(year.Request(requestId, "/ban-in.html"));
        printed.Scripts.ShouldBeEmpty();
        printed.Body!.TextContent.ShouldContain("alert(1)");
    }
}
