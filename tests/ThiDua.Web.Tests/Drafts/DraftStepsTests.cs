using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using static ThiDua.Web.Tests.Drafts.DraftsInTest;

namespace ThiDua.Web.Tests.Drafts;

public sealed class DraftStepsTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task Blanks_and_gaps_hold_it_back_and_are_told_together()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var edit = await year.StartDraft(clerk, DraftTemplate.FreeText, ("Kind", "Letter"), ("Abstract", "Về việc đôn đốc báo cáo"));
        var draftId = IdOf(edit);
        (await clerk.Submit(edit.FormTo("/sua"), ("Abstract", " "), ("Symbol", "K K"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(edit.FormTo("/sua"), ("Addressees", ""), ("Recipients", ""), ("SignatoryLines", "")));
        var page = Text(await clerk.See(year.Draft(draftId, "/trinh-ky")));
        page.ShouldContain("Còn 4 việc: Công văn chưa ghi nơi kính gửi. Chưa có nơi nhận. Chưa có phần ký. Nội dung còn chỗ để trống (…… hoặc ___). Chưa ghi họ và tên người ký. Không bắt buộc");
        (await clerk.See(year.Draft(draftId, "/trinh-ky"))).Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky"));
    }

    [Fact]
    public async Task A_missing_name_of_who_signs_is_told_before_signature_and_hinders_nothing()
    {
        var year = await ClusterYearInTest.Make(portal);
        var draftId = await year.ADraft(portal, DraftTemplate.AppraisalTeam);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Draft(draftId, "/trinh-ky"));
        Text(page).ShouldContain("Chưa ghi họ và tên người ký.");
        page.FormTo("/trinh-ky").ShouldNotBeNull();
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Draft(draftId, "/sua"))).FormTo("/sua"), ("Signatory", "Người ký")));
        Text(await clerk.See(year.Draft(draftId, "/trinh-ky"))).ShouldNotContain("Chưa ghi họ và tên");
    }

    [Fact]
    public async Task A_draft_that_was_just_started_tells_who_made_it_and_keeps_that_line()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var draftId = IdOf(await year.StartDraft(clerk, DraftTemplate.FreeText, ("Kind", "Letter"), ("Abstract", "Về việc đôn đốc báo cáo")));
        var started = await clerk.See(year.Draft(draftId));
        var made = TasksInTest.Words(started.QuerySelectorAll("main tbody tr")[^1].TextContent);
        made.ShouldContain("Lập dự thảo");
        made.ShouldContain(year.Leader.Name);
        Text(started).ShouldNotContain("Chưa có bước nào được ghi");
        var dropped = await clerk.Follow(await clerk.Submit((await clerk.See(year.Draft(draftId, "/bo"))).FormTo("/bo"), ("Reason", "Soạn lại")));
        TasksInTest.Words(dropped.QuerySelectorAll("main tbody tr")[^1].TextContent).ShouldBe(made);
    }

    [Fact]
    public async Task A_launch_speech_is_printed_by_leader_or_deputy_and_never_in_the_register()
    {
        var year = await ClusterYearInTest.Make(portal);
        var deputy = year.ClerkOf(year.Deputy);
        var draftId = IdOf(await year.StartDraft(deputy, DraftTemplate.LaunchSpeech));
        var page = await deputy.See(year.Draft(draftId));
        Text(page).ShouldContain("không vào sổ văn bản");
        page.QuerySelectorAll("main a[href$='/trinh-ky']").ShouldBeEmpty();
        (await deputy.Follow(await deputy.GetAsync(year.Draft(draftId, "/trinh-ky"), Cancel))).Says().ShouldContain("lời phát động không vào sổ văn bản");
        var printed = Text(await deputy.See(year.Draft(draftId, "/ban-in.html")));
        printed.ShouldContain("LỜI PHÁT ĐỘNG THI ĐUA");
        printed.ShouldNotContain("Số:");
        await year.ClerkOf(year.Leader).See(year.Draft(draftId, "/sua"));
        (await year.ClerkOf(year.Member).GetAsync(year.Draft(draftId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Text(await deputy.Follow(await deputy.Submit((await deputy.See(year.Draft(draftId, "/bo"))).FormTo("/bo"), ("Reason", "Soạn lại")))).ShouldContain("Đã bỏ: Soạn lại");
        Text(await deputy.See($"{year.Url}/lich-su?loai=van-ban")).ShouldContain("Soạn lại");
    }

    [Fact]
    public async Task L3_Who_moves_it_next_finds_it_in_what_is_to_do()
    {
        var year = await ClusterYearInTest.Make(portal);
        var draftId = await year.ADraft(portal, DraftTemplate.AppraisalTeam);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.Tasks()).ShouldContain(task => task.Contains("Hoàn thiện văn bản, trình ký: Về việc thành lập Tổ thẩm định"));
        foreach (var other in new[] { year.Deputy, year.Member, year.StandingBody })
        {
            (await year.ClerkOf(other).Tasks()).ShouldNotContain(task => task.Contains("Tổ thẩm định"), other.Name);
        }

        await clerk.Follow(await clerk.Submit((await clerk.See(year.Draft(draftId, "/trinh-ky"))).FormTo("/trinh-ky")));
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Ký văn bản: Về việc thành lập Tổ thẩm định"));
    }

    [Fact]
    public async Task A_member_issues_its_own_letter_which_the_leader_sees_only_then()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (member, leader) = (year.ClerkOf(year.Member), year.ClerkOf(year.Leader));
        var edit = await year.StartDraft(member, DraftTemplate.FreeText, ("Kind", "Letter"), ("Abstract", "Về việc cử đại biểu dự hội nghị"));
        var draftId = IdOf(edit);
        edit.Typed("Addressees").ShouldBe(year.Leader.Name);
        await member.Follow(await member.Submit(edit.FormTo("/sua"), ("Body", "Đơn vị cử 03 đại biểu dự hội nghị.")));
        (await leader.GetAsync(year.Draft(draftId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await leader.See($"{year.Url}/van-ban-theo-mau")).QuerySelectorAll("[data-draft]").ShouldBeEmpty();
        var documentId = await year.IssueDraft(portal, member, year.Member, draftId, "31");
        var document = await portal.WithDb(db => db.IssuedDocuments.SingleAsync(row => row.Id == documentId), year.Acting(year.Member, Capacity.Head));
        document.IssuerOrganizationId.ShouldBe(year.Member.Id);
        (await leader.See($"{year.Url}/van-ban-theo-mau")).QuerySelectorAll($"[data-draft='{draftId}']").Length.ShouldBe(1);
        Text(await leader.See($"{year.Url}/van-ban/{documentId}/ban-in.html")).ShouldContain("Đơn vị cử 03 đại biểu");
    }

    [Fact]
    public async Task Returned_it_is_mended_and_submitted_again_and_replaced_it_says_so()
    {
        var year = await ClusterYearInTest.Make(portal);
        var draftId = await year.ADraft(portal, DraftTemplate.AppraisalTeam);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Draft(draftId, "/trinh-ky"))).FormTo("/trinh-ky")));
        (await clerk.Follow(await clerk.GetAsync(year.Draft(draftId, "/sua"), Cancel))).Says().ShouldContain("Không thể sửa nội dung khi văn bản đang ở trạng thái “Trình ký”.");
        var documentId = await portal.WithDb(db => db.IssuedDocuments.Where(row => row.OriginId == draftId && row.Origin == nameof(DraftedDocument)).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/van-ban/{documentId}/tra-lai")).FormTo("/tra-lai"), ("Reason", "Bổ sung căn cứ")));
        Text(await clerk.See(year.Draft(draftId))).ShouldContain("Đã trả lại để sửa: Bổ sung căn cứ");
        (await year.IssueDraft(portal, clerk, year.Leader, draftId)).ShouldBe(documentId);
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/van-ban/{documentId}/thay-the")).FormTo("/thay-the"), [.. Paper, ("Reason", "Có quyết định mới"), ("Document.Number", "13/QĐ-CTĐT"), ("Document.IssuedOn", "3/7/2020"), ("Document.Issuer", "Cụm")]));
        (await year.StoredDraft(portal, draftId)).State.ShouldBe(DraftedState.Replaced);
        (await year.ClerkOf(year.Member).See(year.Draft(draftId))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã được thay thế");
    }
}
