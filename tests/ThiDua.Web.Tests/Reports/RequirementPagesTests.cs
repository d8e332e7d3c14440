using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Reports;

public sealed class RequirementPagesTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_requirement_is_written_given_its_package_announced_and_seen_by_the_members()
    {
        var year = await ClusterYearInTest.Make(portal);
        var (leader, member) = (year.ClerkOf(year.Leader), year.ClerkOf(year.Member));
        var made = await leader.Follow(await leader.Take($"{year.Url}/bao-cao/lap", ("Kind", "Annual"), ("Title", "Báo cáo tổng kết năm 2020"), ("Period", "năm 2020"), ("When", $"trước ngày {ReportsInTest.Day(30)}"), ("RecipientName", "đơn vị Cụm trưởng"), ("Through", "Ban Thi đua - Khen thưởng tỉnh"), ("Mail", "banthidua@tinh.gov.vn"), ("Copies", "Bộ Nội vụ\nSở Nội vụ")));
        var url = new Uri(made.Url).AbsolutePath;
        (await member.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft is the leader's");
        (await leader.Take($"{url}/thong-bao")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it has no package");
        var item = await leader.Submit((await leader.See($"{url}/thanh-phan/them")).FormTo("/them"), ("Name", "Báo cáo tổng kết"), ("Pdf", "true"), ("MostFiles", "2"));
        Text(await leader.Follow(item)).ShouldContain("Báo cáo tổng kết Bắt buộc PDF tối đa 2");
        await leader.Follow(await leader.Submit((await leader.See($"{url}/thanh-phan/them")).FormTo("/them"), ("Name", "Phụ lục"), ("IsRequired", "false")));
        (await leader.Submit((await leader.See($"{url}/thanh-phan/them")).FormTo("/them"), ("Name", "phụ lục"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await leader.Tasks()).ShouldContain(task => task.Contains("Xem lại và thông báo yêu cầu báo cáo: Báo cáo tổng kết năm 2020", StringComparison.Ordinal));
        (await leader.Follow(await leader.Take($"{url}/thong-bao"))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã thông báo");

        var seen = Text(await member.See(url));
        foreach (var said in new[] { $"trước ngày {ReportsInTest.Day(30)}"[..12], "đơn vị Cụm trưởng (qua Ban Thi đua - Khen thưởng tỉnh)", "banthidua@tinh.gov.vn", "Bộ Nội vụ; Sở Nội vụ", "hạn cuối: 24:00" })
        {
            seen.ShouldContain(said);
        }

        (await member.Tasks()).ShouldContain(task => task.Contains("Soạn báo cáo: Báo cáo tổng kết năm 2020", StringComparison.Ordinal));
        (await year.HeadOf(year.Member).Tasks()).ShouldContain(task => task.Contains("Nộp báo cáo: Báo cáo tổng kết năm 2020", StringComparison.Ordinal));
        Text(await member.See($"{year.Url}/bao-cao")).ShouldContain("Chưa nộp");
        (await leader.See($"{year.Url}/lich-su?loai=yeu-cau-bao-cao")).Body!.TextContent.ShouldContain("Thông báo cho đơn vị");
    }

    [Fact]
    public async Task The_reporting_regime_of_the_issued_plan_becomes_requirements_once()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        await year.ADeadlineIn(portal, planId);
        var leader = year.ClerkOf(year.Leader);
        Text(await leader.See($"{year.Url}/bao-cao/tu-ke-hoach")).ShouldContain("chưa ghi thời hạn báo cáo nào", customMessage: "a plan that is not issued binds nobody");
        await year.SubmitPlan(portal, planId);
        var documentId = await portal.WithDb(db => db.IssuedDocuments.Where(row => row.Origin == nameof(Plan) && row.OriginId == planId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        await year.TakeDocumentStep(portal, documentId, Domain.Documents.DocumentStep.Sign);
        await year.TakeDocumentStep(portal, documentId, Domain.Documents.DocumentStep.Issue);
        var form = (await leader.See($"{year.Url}/bao-cao/tu-ke-hoach")).FormTo("/tu-ke-hoach");
        var page = await leader.Follow(await leader.Submit(form));
        Text(page).ShouldContain("Báo cáo sơ kết 6 tháng");
        Text(page).ShouldContain("trước ngày 10/7/2020");
        (await leader.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "C4: once");
        (await portal.WithDb(db => db.ReportRequirements.CountAsync(), year.Acting(year.Leader, Capacity.Head))).ShouldBe(1);
        Text(await leader.See($"{year.Url}/bao-cao/tu-ke-hoach")).ShouldContain("Đã lập yêu cầu báo cáo");
    }

    [Theory]
    [InlineData("trước 17 giờ ngày 10/12/2026", "không theo giờ (“17 giờ”)")]
    [InlineData("trước ngày 30/02/2027", "Tháng 2/2027 không có ngày 30.")]
    public async Task A_deadline_with_an_hour_or_an_impossible_day_gets_its_own_sentence_and_stays_as_typed(string when, string sentence)
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, isAnnounced: false);
        var answer = await year.ClerkOf(year.Leader).Take(year.Requirement(id, "/sua"), ("When", when));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Html();
        page.QuerySelector("#f-When-problem")!.TextContent.ShouldContain(sentence);
        ((IHtmlInputElement)page.QuerySelector("#f-When")!).Value.ShouldBe(when);
    }

    [Fact]
    public async Task A_changed_deadline_shows_both_dates_and_the_reason_to_everybody()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var leader = year.ClerkOf(year.Leader);
        (await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(40)}"), ("Reason", " "))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", "hôm nào đó"), ("Reason", "Dịch bệnh"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)(await refused.Html()).QuerySelector("#f-When")!).Value.ShouldBe("hôm nào đó");
        await leader.Follow(await leader.Take(year.Requirement(id, "/doi-thoi-han"), ("When", $"đến hết ngày {ReportsInTest.Day(40)}"), ("Reason", "Dịch bệnh")));
        Text(await year.ClerkOf(year.Member).See(year.Requirement(id))).ShouldContain("Dịch bệnh");
        (await year.StoredRequirement(portal, id)).DeadlineChanges.ShouldHaveSingleItem();
        (await year.ClerkOf(year.Member).GetAsync(year.Requirement(id, "/doi-thoi-han"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_somebody_has_begun_is_not_taken_back_to_the_draft()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Requirement(id, "/sua-lai"))).FormTo("/sua-lai");
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        (await leader.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await leader.See(year.Requirement(id))).QuerySelectorAll("a[href$='/sua-lai']").ShouldBeEmpty();
        (await leader.Follow(await leader.Take(year.Requirement(id, "/thu-hoi"), ("Reason", "Trùng")))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã thu hồi");
        (await year.ClerkOf(year.Member).See(year.Report(id, year.Member))).QuerySelectorAll("form[data-pieces], a[href$='/nop']").ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other_unseen()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, isAnnounced: false);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var form = (await clerk.See(year.Requirement(id, "/sua"))).FormTo("/sua");
        await head.Follow(await head.Take(year.Requirement(id, "/sua"), ("Title", "Báo cáo của lãnh đạo")));
        var answer = await clerk.Submit(form, ("Title", "Báo cáo của chuyên viên"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        ((IHtmlInputElement)(await answer.Html()).QuerySelector("#f-Title")!).Value.ShouldBe("Báo cáo của chuyên viên");
        (await year.StoredRequirement(portal, id)).Title.ShouldBe("Báo cáo của lãnh đạo");
    }

    [Fact]
    public async Task A1_Rows_of_elsewhere_do_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (own, foreign) = (await year.ARequirement(portal, isAnnounced: false), await other.ARequirement(portal, isAnnounced: false));
        var (leader, foreignItem) = (year.ClerkOf(year.Leader), (await other.StoredRequirement(portal, foreign)).Items[0].Id);
        foreach (var path in new[] { year.Requirement(foreign), year.Requirement(foreign, "/sua"), year.Requirement(own, $"/thanh-phan/{foreignItem}"), year.Requirement(987654), $"{year.Url}/bao-cao/{foreign}/tat-ca.zip", $"{year.Url}/bao-cao/{foreign}/tien-do.xlsx" })
        {
            (await leader.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var form = (await leader.See(year.Requirement(own, $"/thanh-phan/{(await year.StoredRequirement(portal, own)).Items[0].Id}"))).Forms.First(row => row.Action.Contains("/thanh-phan/", StringComparison.Ordinal));
        form.Action = year.Requirement(own, $"/thanh-phan/{foreignItem}");
        (await leader.Submit(form, ("Name", "Khác"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Member).GetAsync(year.Requirement(own), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await year.ClerkOf(year.Member).GetAsync($"{year.Url}/bao-cao/lap", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Criteria_to_choose_stand_as_in_the_scheme_and_the_one_chosen_is_named()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var by = year.Acting(year.Leader, Capacity.Head);
        await portal.WithDb(
            async db =>
            {
                var scheme = await db.ScoringSchemes.Include(row => row.Criteria).SingleAsync();
                scheme.AddCriterion(by, scheme.Criteria.Single(row => row.Code == "I").Id, new("I.3", "Thu ngân sách", CriterionKind.Normal, 5, new ProportionalRule()));
                return await db.SaveChangesAsync();
            },
            by);
        var id = await year.ARequirement(portal, isAnnounced: false);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Requirement(id, "/chi-tieu/them"))).FormTo("/them");
        ((IHtmlSelectElement)form["LeafId"]!).Options.Skip(1).Select(option => option.Text.Split('.')[0] + "." + option.Text.Split('.')[1]).ShouldBe(["I.1", "I.2", "I.3", "B.1", "C.1"]);
        var leaf = await portal.WithDb(db => db.Criteria.Where(row => row.Code == "I.3").Select(row => row.Id).SingleAsync(), by);
        Text(await leader.Follow(await leader.Submit(form, ("Name", "Thu ngân sách"), ("Decimals", "1"), ("LeafId", $"{leaf}")))).ShouldContain("tiêu chí I.3. Thu ngân sách");
    }
}
