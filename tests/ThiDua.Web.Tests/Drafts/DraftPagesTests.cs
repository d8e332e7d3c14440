using System.Net;
using AngleSharp.Html.Dom;
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
