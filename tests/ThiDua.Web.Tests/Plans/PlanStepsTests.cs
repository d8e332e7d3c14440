using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Documents;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Plans;

public sealed class PlanStepsTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task All_reasons_why_not_yet_stand_together_each_with_its_place()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var plan = await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them")).FormTo("/them")));
        var here = new Uri(plan.Url).AbsolutePath;
        var page = await clerk.See($"{here}/trinh-ky");
        Text(page).ShouldContain("Còn 2 việc: Chưa có căn cứ nào. Sửa Chưa có mục nào. Sửa Chưa ghi họ và tên người ký. Không bắt buộc");
        page.QuerySelectorAll(".alert-warning a").Select(link => link.GetAttribute("href")).ShouldBe([$"{here}/can-cu/them", $"{here}/muc/them", $"{here}/chung"]);
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/trinh-ky"));
    }

    [Fact]
    public async Task From_submission_to_issue_a_plan_moves_with_its_document_and_its_text_stays()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var (clerk, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        var documentId = await year.SubmitPlan(portal, planId);
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Submitted);
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Ký kế hoạch: Hoạt động của Cụm năm 2020"));
        (await member.GetAsync(year.Plan(planId), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Follow(await clerk.GetAsync(year.Plan(planId, "/chung"), TestContext.Current.CancellationToken))).Says().ShouldContain("không sửa được nội dung");

        await year.TakeDocumentStep(portal, documentId, DocumentStep.Return, "Bổ sung mục II");
        var page = await clerk.See(year.Plan(planId));
        page.QuerySelector("[data-state]")!.TextContent.ShouldBe("Đang tiếp thu, hoàn thiện");
        Text(page).ShouldContain("Đã trả lại để hoàn thiện: Bổ sung mục II");
        var sectionId = await year.SectionId(portal, planId, "II");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, $"/muc/{sectionId}"))).FormTo($"/muc/{sectionId}"), ("Body", "Đã bổ sung mục II.")));

        (await year.SubmitPlan(portal, planId)).ShouldBe(documentId);
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Sign);
        (await year.HeadOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Vào sổ, ban hành kế hoạch"));
        await year.TakeDocumentStep(portal, documentId, DocumentStep.Issue);
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Issued);
        var text = await portal.WithDb(db => db.FrozenTexts.Where(row => row.DocumentId == documentId).OrderByDescending(row => row.Id).Select(row => row.Plain).FirstAsync(), year.Acting(year.Leader, Capacity.Head));
        text.ShouldContain("Đã bổ sung mục II.");
        var list = Text(await member.See($"{year.Url}/ke-hoach"));
        list.ShouldContain("Hoạt động của Cụm năm 2020 Kế hoạch năm 05/KH-CTĐT 02/07/2020 Đã ban hành");
        (await year.StoredPlan(portal, planId)).History.Select(step => step.Step).ShouldBe(["Submit", "Return", "Submit", "Issue"]);

        await year.TakeDocumentStep(portal, documentId, DocumentStep.Replace, "Có kế hoạch điều chỉnh");
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Adjusted);
    }

    [Fact]
    public async Task C4_Submitted_twice_at_once_it_is_submitted_once()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Plan(planId, "/trinh-ky"))).FormTo("/trinh-ky");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => clerk.Submit(form)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect).ShouldBe(1);
        (await portal.WithDb(db => db.IssuedDocuments.CountAsync(row => row.OriginId == planId && row.Origin == nameof(Plan)), year.Acting(year.Leader, Capacity.Head))).ShouldBe(1);
    }

    [Fact]
    public async Task C2_A_plan_that_was_changed_after_it_was_seen_is_not_submitted()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var form = (await head.See(year.Plan(planId, "/trinh-ky"))).FormTo("/trinh-ky");
        var sectionId = await year.SectionId(portal, planId, "II");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, $"/muc/{sectionId}"))).FormTo($"/muc/{sectionId}"), ("Body", "Sửa lúc đang trình.")));
        var answer = await head.Submit(form);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("vừa được sửa sau khi bạn mở trang này");
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Draft);
    }

    [Fact]
    public async Task A_missing_name_of_who_signs_is_told_before_signature_and_hinders_nothing()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Plan(planId, "/trinh-ky"));
        Text(page).ShouldContain("Chưa ghi họ và tên người ký.");
        page.FormTo("/trinh-ky").ShouldNotBeNull();
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/chung"))).FormTo("/chung"), ("Signatory", "Người ký")));
        Text(await clerk.See(year.Plan(planId, "/trinh-ky"))).ShouldNotContain("Chưa ghi họ và tên");
    }

    [Fact]
    public async Task A_plan_that_was_just_started_tells_who_made_it_and_keeps_that_line()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        var plan = await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them")).FormTo("/them")));
        var made = TasksInTest.Words(plan.QuerySelectorAll("main tbody tr")[^1].TextContent);
        made.ShouldContain("Lập dự thảo");
        made.ShouldContain(year.Leader.Name);
        Text(plan).ShouldNotContain("Chưa có bước nào được ghi");
        var dropped = await clerk.Follow(await clerk.Submit((await clerk.See($"{new Uri(plan.Url).AbsolutePath}/bo")).FormTo("/bo"), ("Reason", "Lập nhầm")));
        TasksInTest.Words(dropped.QuerySelectorAll("main tbody tr")[^1].TextContent).ShouldBe(made);
    }

    [Fact]
    public async Task A_draft_is_given_up_with_its_reason()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(year.Plan(planId, "/bo"))).FormTo("/bo");
        (await clerk.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await clerk.Follow(await clerk.Submit(form, ("Reason", "Lập nhầm")))).ShouldContain("Đã bỏ: Lập nhầm");
    }

    [Fact]
    public async Task A_plan_of_this_year_is_adjusted_by_a_new_one_that_names_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var source = await year.AnIssuedPlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var plan = await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them?tu={source}")).FormTo("/them")));
        plan.QuerySelector($"main a[href='{year.Plan(source)}']").ShouldNotBeNull();
        Text(await clerk.See(year.Plan(source))).ShouldContain("Kế hoạch điều chỉnh: Hoạt động của Cụm năm 2020");
        Text(await clerk.See($"{new Uri(plan.Url).AbsolutePath}/ban-in.html")).ShouldContain("trước ngày 10/7/2020");
    }

    [Fact]
    public async Task L3_Who_moves_it_next_finds_it_in_what_is_to_do()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.APlan(portal);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("Soạn kế hoạch, lấy ý kiến hoặc trình ký: Hoạt động của Cụm năm 2020"));
        (await year.ClerkOf(year.Member).Tasks()).ShouldNotContain(task => task.Contains("kế hoạch"));
    }
}
