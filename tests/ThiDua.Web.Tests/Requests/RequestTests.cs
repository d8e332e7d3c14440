using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
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

    private Task<int> DocumentOf(ClusterYearInTest year, int requestId) =>
        portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(AuthorityRequest) && row.OriginId == requestId && row.State != DocumentState.Dropped).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));

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
        text.ShouldContain("đã ban hành Kế hoạch Hoạt động của Cụm năm 2020 (gửi kèm theo).");
        text.ShouldContain("xem xét, phê duyệt");
        text.ShouldContain("- Như trên;");
        text.ShouldContain("/TTr-CTĐT");
        (await year.ClerkOf(year.Member).GetAsync(year.Request(requestId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft is the leader's");
        (await year.HeadOf(year.Authority).GetAsync(year.Request(requestId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId))).FormTo("/trinh-ky")))).Says().ShouldContain("Đã trình ký");
        var documentId = await DocumentOf(year, requestId);
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
    public async Task Two_clerks_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var requestId = await year.ADraftRequest(portal, await year.APlan(portal));
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var (first, second) = ((await clerk.See(year.Request(requestId, "/sua"))).FormTo("/sua"), (await head.See(year.Request(requestId, "/sua"))).FormTo("/sua"));
        await clerk.Follow(await clerk.Submit(first, ("Body", "Nội dung của chuyên viên.")));
        var answer = await head.Submit(second, ("Body", "Nội dung của lãnh đạo."));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Nội dung của chuyên viên.");
        page.QuerySelector("[name=Body]")!.TextContent.ShouldBe("Nội dung của lãnh đạo.");
    }

    [Fact]
    public async Task Nothing_waits_for_an_answer_and_what_is_withdrawn_asks_nobody()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var requestId = await year.ASentRequest(portal, planId, RequestManner.AskApproval);
        var documentId = await year.SubmitPlan(portal, planId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Issued, "not answered, and issued all the same");

        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Request(requestId, "/rut"))).FormTo("/rut");
        (await clerk.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(form, ("Reason", "Gửi lại bản đã ban hành.")));
        (await year.HeadOf(year.Authority).Tasks()).ShouldNotContain(task => task.Contains("phê duyệt"));
        (await year.HeadOf(year.Authority).See(year.Request(requestId))).Body!.TextContent.ShouldContain("Gửi lại bản đã ban hành.");
        var offer = (await clerk.See($"{year.Url}/gui-cap-tren")).QuerySelector("[role=note]")!.TextContent;
        offer.ShouldContain("Đã ban hành, chưa gửi cơ quan quản lý");
    }

    [Fact]
    public async Task A_returned_letter_is_a_draft_again_and_dropping_it_drops_its_document()
    {
        var year = await ClusterYearInTest.Make(portal);
        var requestId = await year.ADraftRequest(portal, await year.APlan(portal));
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId))).FormTo("/trinh-ky")));
        var documentId = await DocumentOf(year, requestId);
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Ký văn bản gửi cơ quan quản lý"));
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Return, "Ghi rõ căn cứ");
        (await clerk.See(year.Request(requestId))).Body!.TextContent.ShouldContain("Đã trả lại để sửa: Ghi rõ căn cứ");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId, "/bo"))).FormTo("/bo"), ("Reason", "Không gửi nữa")));
        (await year.StoredRequest(portal, requestId)).State.ShouldBe(RequestState.Dropped);
        (await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Id == documentId).Select(row => row.State).SingleAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(DocumentState.Dropped);
    }

    [Fact]
    public async Task A_document_revoked_in_the_register_withdraws_what_it_sent()
    {
        var year = await ClusterYearInTest.Make(portal);
        var requestId = await year.ADraftRequest(portal, await year.APlan(portal), RequestManner.Report);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Request(requestId))).FormTo("/trinh-ky")));
        var documentId = await DocumentOf(year, requestId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Revoke, "Gửi nhầm");
        (await year.StoredRequest(portal, requestId)).State.ShouldBe(RequestState.Withdrawn);
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

    [Theory]
    [InlineData("", "/trinh-ky")]
    [InlineData("/ghi-nhan-gui", "/ghi-nhan-gui")]
    public async Task A_plan_that_was_changed_after_the_page_was_opened_is_not_sent_unseen(string path, string action)
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var requestId = await year.ADraftRequest(portal, planId);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Request(requestId, path))).FormTo(action);
        await portal.WithDb(db => db.PlanSections.Where(row => row.PlanId == planId && row.Body == "Đổi mới, nâng cao chất lượng thi đua năm 2020.").ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, "Mục đích đã đổi.")), year.Acting(year.Leader, Capacity.Clerk));
        (string, string)[] paper = action == "/trinh-ky" ? [] : [("Paper.Number", "12/BC-CTĐT"), ("Paper.SignedOn", "06/07/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")];
        var answer = await clerk.Submit(form, paper);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await answer.Html();
        again.Says().ShouldContain("Văn bản gửi kèm vừa được sửa sau khi bạn mở trang này.");
        var stored = await year.StoredRequest(portal, requestId);
        (stored.State, stored.Texts.Count).ShouldBe((RequestState.Draft, 0));

        await clerk.Follow(await clerk.Submit(again.FormTo(action)));
        stored = await year.StoredRequest(portal, requestId);
        stored.State.ShouldNotBe(RequestState.Draft);
        stored.Texts.ShouldHaveSingleItem().Model.ShouldContain("Mục đích đã đổi.");
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
