using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Planning.Requests;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Requests;

public sealed class RequestStepsTests(Portal portal)
{
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
        var documentId = await year.DocumentOfRequest(portal, requestId);
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
        var documentId = await year.DocumentOfRequest(portal, requestId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Revoke, "Gửi nhầm");
        (await year.StoredRequest(portal, requestId)).State.ShouldBe(RequestState.Withdrawn);
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
}
