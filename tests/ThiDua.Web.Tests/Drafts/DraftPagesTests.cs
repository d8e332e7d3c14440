using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents.Drafting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;
using static ThiDua.Web.Tests.Drafts.DraftsInTest;

namespace ThiDua.Web.Tests.Drafts;

public sealed class DraftPagesTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task The_decision_naming_the_leader_starts_whole_is_issued_and_offered_where_units_are_appointed()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (standing, authority) = (year.ClerkOf(year.StandingBody), year.ClerkOf(year.Authority));
        var edit = await year.StartDraft(standing, DraftTemplate.LeaderDecision);
        var draftId = IdOf(edit);
        edit.Typed("Body").ShouldContain($"1. Cụm trưởng: {year.Leader.Name}.\n2. Cụm phó: {year.Deputy.Name}.");
        edit.Typed("Authority").ShouldStartWith("CHỦ TỊCH CƠ QUAN THƯỜNG TRỰC");
        edit.Typed("Bases").ShouldContain("Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ");
        Text(await standing.See(year.Draft(draftId))).ShouldNotContain("việc phải hoàn thiện");
        (await year.ClerkOf(year.Leader).GetAsync(year.Draft(draftId), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await authority.See($"{year.Url}/thiet-lap")).QuerySelectorAll("[data-decision]").ShouldBeEmpty();

        var documentId = await year.IssueDraft(portal, standing, year.StandingBody, draftId);
        var seen = await year.ClerkOf(year.Member).See(year.Draft(draftId));
        seen.QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã ban hành");
        (await year.StoredDraft(portal, draftId)).History.Select(step => step.Step).ShouldBe(["Submit", "Issue"]);

        var offer = (await authority.See($"{year.Url}/thiet-lap")).QuerySelector($"[data-decision='{documentId}']").ShouldNotBeNull();
        offer.TextContent.ShouldContain("12/QĐ-");
        foreach (var path in new[] { "truong", "pho", "thanh-vien", "quy-dinh" })
        {
            var form = await authority.See($"{year.Url}/thiet-lap/{path}?theo={documentId}");
            (form.Typed("'Document.Number'"), form.Typed("'Document.IssuedOn'")).ShouldSatisfyAllConditions(
                filled => filled.Item1.ShouldStartWith("12/QĐ-", Case.Sensitive, path),
                filled => filled.Item2.ShouldBe("02/07/2020", path));
            (await authority.See($"{year.Url}/thiet-lap/{path}?theo=987654")).Typed("'Document.Number'").ShouldNotStartWith("12/");
        }
    }

    [Fact]
    public async Task A1_Everybody_is_offered_what_they_may_draft_and_nothing_else()
    {
        var year = await ClusterYearInTest.Make(portal);
        (UnitInTest Unit, string Offered)[] expected =
        [
            (year.Leader, "to-tham-dinh doan-kiem-tra ban-giao loi-phat-dong tu-soan"), (year.Deputy, "loi-phat-dong tu-soan"), (year.Member, "tu-soan"),
            (year.Authority, "quyet-dinh-cu to-tham-dinh doan-kiem-tra tu-soan"), (year.StandingBody, "quyet-dinh-cu to-tham-dinh doan-kiem-tra tu-soan"),
        ];
        foreach (var (unit, offered) in expected)
        {
            var clerk = year.ClerkOf(unit);
            var page = await clerk.See($"{year.Url}/van-ban-theo-mau/them");
            string.Join(' ', page.QuerySelectorAll("main a[href*='mau=']").Select(link => link.GetAttribute("href")!.Split('=')[1])).ShouldBe(offered, unit.Name);
            foreach (var template in offered.Split(' ').Where(path => path != "tu-soan"))
            {
                (await clerk.See($"{year.Url}/van-ban-theo-mau/them?mau={template}")).FormTo("/them").ShouldNotBeNull();
            }
        }

        var member = year.ClerkOf(year.Member);
        (await member.See($"{year.Url}/van-ban-theo-mau/them?mau=ban-giao")).Forms.ShouldNotContain(form => form.Action.EndsWith("/them"));
        var form = (await member.See($"{year.Url}/van-ban-theo-mau/them?mau=tu-soan")).FormTo("/them");
        foreach (var typed in new[] { ("Template", "Handover"), ("IssuerId", "0"), ("IssuerId", $"{year.Leader.Id}") })
        {
            (await member.Submit(form, typed, ("Kind", "Letter"), ("Abstract", "Thử"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, $"{typed}");
        }
    }

    [Fact]
    public async Task A1_A_draft_of_elsewhere_or_of_another_issuer_does_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (own, foreign) = (await year.ADraft(portal, DraftTemplate.AppraisalTeam), await other.ADraft(portal, DraftTemplate.AppraisalTeam));
        foreach (var path in new[] { "", "/sua", "/trinh-ky", "/bo", "/ban-in.html" })
        {
            (await year.ClerkOf(year.Leader).GetAsync(year.Draft(foreign, path), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await year.ClerkOf(year.Member).GetAsync(year.Draft(own, path), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await year.ClerkOf(year.Leader).GetAsync(year.Draft(987654, path), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var deputy = year.ClerkOf(year.Deputy);
        var seen = await deputy.See(year.Draft(own));
        seen.QuerySelectorAll("main a[href$='/sua'], main a[href$='/trinh-ky'], main a[href$='/bo']").ShouldBeEmpty();
        foreach (var path in new[] { "/sua", "/trinh-ky", "/bo" })
        {
            var refused = await deputy.GetAsync(year.Draft(own, path), Cancel);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            Text(await refused.Html()).ShouldContain("soạn thảo, ban hành");
        }
    }

    [Fact]
    public async Task C2_Two_clerks_who_edit_at_once_are_told_apart()
    {
        var year = await ClusterYearInTest.Make(portal);
        var draftId = await year.ADraft(portal, DraftTemplate.AppraisalTeam);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var (first, second) = ((await clerk.See(year.Draft(draftId, "/sua"))).FormTo("/sua"), (await head.See(year.Draft(draftId, "/sua"))).FormTo("/sua"));
        await clerk.Follow(await clerk.Submit(first, ("Body", "Nội dung thứ nhất")));
        var answer = await head.Submit(second, ("Body", "Nội dung thứ hai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Nội dung thứ nhất");
        page.Typed("Body").ShouldBe("Nội dung thứ hai");
        page.Says().ShouldContain("vừa cập nhật lúc");

        var submit = (await clerk.See(year.Draft(draftId, "/trinh-ky"))).FormTo("/trinh-ky");
        await head.Follow(await head.Submit(page.FormTo("/sua")));
        (await clerk.Submit(submit)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await year.StoredDraft(portal, draftId)).State.ShouldBe(DraftedState.Draft);
    }

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
        page.ShouldContain("Còn 4 việc: Công văn chưa ghi nơi kính gửi. Chưa có nơi nhận. Chưa có phần ký. Nội dung còn chỗ để trống (…… hoặc ___).");
        (await clerk.See(year.Draft(draftId, "/trinh-ky"))).Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky"));
    }

    [Fact]
    public async Task The_handover_lists_what_is_open_and_names_next_years_leader()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        await year.APlan(portal);
        await year.ADraftScheme();
        await year.NextYear(portal);
        var edit = await year.StartDraft(clerk, DraftTemplate.Handover);
        var body = edit.Typed("Body");
        body.ShouldContain("a) Kế hoạch chưa ban hành (01):\n\n- Hoạt động của Cụm năm 2020 (dự thảo).");
        body.ShouldContain($"Bên nhận bàn giao: {year.Leader.Name}, đơn vị Cụm trưởng năm 2021");
        edit.Typed("SecondLines").ShouldStartWith("ĐẠI DIỆN BÊN NHẬN BÀN GIAO\nCỤM TRƯỞNG NĂM 2021");
        Text(await clerk.See(year.Draft(IdOf(edit)))).ShouldContain("Còn 1 việc phải hoàn thiện trước khi trình ký Nội dung còn chỗ để trống");
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

    [Fact]
    public async Task Nobody_is_named_where_people_were_assigned_to_appraise()
    {
        var year = await ClusterYearInTest.Make(portal);
        var by = year.Acting(year.Leader, Capacity.Head);
        await portal.WithDb(
            async db =>
            {
                var plan = new AppraisalPlan(by);
                plan.Assign(by, [year.Units[3].Id], [new Appraiser(year.Member.Id, year.Member.ClerkId, $"Trần Văn Thử, {year.Member.Name}")], AppraiserKind.Team, new("2/TB", new(2020, 11, 1), "Cụm", ""), year.Leader.Id, _ => "", ClusterYearInTest.Now);
                db.Add(plan);
                await db.SaveChangesAsync();
                return 0;
            },
            by);
        var body = (await year.StartDraft(year.ClerkOf(year.Leader), DraftTemplate.AppraisalTeam)).Typed("Body");
        body.ShouldNotContain("Trần Văn Thử");
        body.ShouldContain($"{year.Member.Name} thẩm định bảng tự chấm điểm của {year.Units[3].Name}");
    }
}
