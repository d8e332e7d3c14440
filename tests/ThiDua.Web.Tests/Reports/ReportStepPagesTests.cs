using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Files;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Reports;

/// <summary>What people see before they submit, receive or record a report, and what they are told when they may not.</summary>
public sealed class ReportStepPagesTests(Portal portal)
{
    private static FigureDescription Growth => new("Tốc độ tăng GRDP", "%") { Decimals = 1 };

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private static string Beside(IHtmlDocument page, string field) => page.QuerySelector($"#f-{field}-problem")?.TextContent ?? "";

    [Fact]
    public async Task A_clerk_who_names_no_paper_is_told_what_to_type_beside_every_field_of_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal);
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (clerk, url) = (year.ClerkOf(year.Member), year.Report(id, year.Member, "/nop"));
        var page = await clerk.See(url);
        page.QuerySelector("label[for=f-Paper-Number]")!.TextContent.ShouldContain("(bắt buộc)");
        var answer = await clerk.Submit(page.FormTo("/nop"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await answer.Html();
        Text(again).ShouldContain("Việc này do lãnh đạo thực hiện");
        new[] { "Number", "SignedOn", "Signatory", "SignatoryOffice" }.ShouldAllBe(field => Beside(again, $"Paper-{field}").StartsWith("Nhập ", StringComparison.Ordinal));

        (string, string)[] tomorrow = [.. ReportsInTest.Paper.Select(row => row.Item1 == "Paper.SignedOn" ? (row.Item1, ReportsInTest.Day(1)) : row)];
        answer = await clerk.Submit(page.FormTo("/nop"), tomorrow);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Beside(await answer.Html(), "Paper-SignedOn").ShouldBe("Ngày ký không được sau hôm nay.");
    }

    [Fact]
    public async Task Who_submits_and_who_receives_sees_the_figures_and_opens_the_files()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Growth]);
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (clerk, head, leader, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.ClerkOf(year.Leader), year.Report(id, year.Member));
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/so-lieu"), ("Figures[0].Value", "8,4")));
        void ShowsIt(IHtmlDocument page)
        {
            page.QuerySelector("[data-figure]")!.TextContent.ShouldContain("8,4");
            page.QuerySelector("[data-figure] input").ShouldBeNull();
            page.QuerySelector($"a.file-name[href^='{url}/tep/']")!.TextContent.ShouldBe("Báo cáo sơ kết.pdf");
        }

        ShowsIt(await head.See(url + "/nop"));
        (await head.Follow(await head.Take(url + "/nop"))).QuerySelector("td[data-label='Thực hiện']")!.TextContent.ShouldBe("8,4", "the receipt");
        ShowsIt(await leader.See(url + "/tiep-nhan"));
        await leader.Follow(await leader.Take(url + "/tiep-nhan"));
        ShowsIt(await leader.See(url + "/mo-lai"));
    }

    [Fact]
    public async Task C1_Who_submits_what_has_changed_is_told_what_when_and_by_whom()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Growth]);
        await year.AReport(portal, id, year.Member, isSubmitted: false);
        var (clerk, head, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.Report(id, year.Member));
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/so-lieu"), ("Figures[0].Value", "8,4")));
        var form = (await head.See(url + "/nop")).FormTo("/nop");
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/so-lieu"), ("Figures[0].Value", "9,1")));
        var answer = await head.Submit(form);
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await answer.Html();
        var told = again.QuerySelector(".alert-danger")!.TextContent;
        told.ShouldContain("Hồ sơ đã thay đổi lúc");
        told.ShouldContain("sửa số liệu “Tốc độ tăng GRDP”");
        told.ShouldContain("Xem lại dưới đây rồi nộp");
        told.ShouldNotContain("Nội dung bạn nhập", Case.Sensitive, "nothing was typed");
        again.QuerySelector("[data-figure]")!.TextContent.ShouldContain("9,1");
        await head.Follow(await head.Submit(again.FormTo("/nop")));
    }

    [Fact]
    public async Task The_task_and_the_page_say_who_moves_next()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Growth]);
        var (clerk, head, leader, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.ClerkOf(year.Leader), year.Report(id, year.Member));
        async Task<string> TaskOf(HttpClient person) => (await person.Tasks()).Single(task => task.Contains("Báo cáo sơ kết 6 tháng", StringComparison.Ordinal));
        async Task<string> NextFor(HttpClient person) => TasksInTest.Words((await person.See(url)).QuerySelector(".next-step")!.TextContent);

        var task = await TaskOf(head);
        task.ShouldContain("Chưa soạn");
        task.ShouldNotContain("Xem và nộp");
        (await NextFor(head)).ShouldContain("Chuyên viên soạn hồ sơ");
        Text(await head.See(url)).ShouldContain("Thiếu: Báo cáo sơ kết.", Case.Sensitive, "also before anything is drafted");
        (await NextFor(leader)).ShouldContain("Chờ đơn vị soạn và nộp");
        await clerk.SendFiles(url, 0, ("Báo cáo.pdf", EvidenceInTest.APdf()));
        (await TaskOf(head)).ShouldContain("còn thiếu");
        (await TaskOf(clerk)).ShouldContain("Soạn báo cáo");

        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/so-lieu"), ("Figures[0].Value", "8,4")));
        (await TaskOf(head)).ShouldContain("Xem và nộp");
        (await TaskOf(clerk)).ShouldContain("Chờ lãnh đạo nộp báo cáo");
        (await NextFor(clerk)).ShouldContain("chờ lãnh đạo đơn vị nộp");
        (await NextFor(head)).ShouldContain("bấm “Nộp báo cáo”");
        await head.Follow(await head.Take(url + "/nop"));
        (await NextFor(clerk)).ShouldContain($"Chờ {year.Leader.Name} tiếp nhận");
    }

    [Fact]
    public async Task What_came_on_paper_brings_its_figures_and_shows_its_day_alone()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Growth]);
        var (leader, url) = (year.ClerkOf(year.Leader), year.Report(id, year.Member));
        var form = (await leader.See(url + "/nhan-cach-khac")).FormTo("/nhan-cach-khac");
        (string, string)[] typed = [("Way", "ByPost"), ("ReceivedOn", "02/12/2020"), .. ReportsInTest.Paper];
        var answer = await leader.Submit(form, typed);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Beside(await answer.Html(), "Figures-0--Value").ShouldBe("Nhập số liệu theo văn bản đã nhận.");
        Text(await leader.Follow(await leader.Submit(form, [.. typed, ("Figures[0].Value", "8,4")]))).ShouldContain("nhập thay theo văn bản số 15/BC-UBND ngày 02/03/2020");
        (await leader.See(year.Requirement(id, "/so-lieu"))).QuerySelector($"[data-unit='{year.Member.Id}']")!.TextContent.ShouldContain("8,4");
        var line = TasksInTest.Words((await leader.See($"{year.Url}/bao-cao/tien-do?yeu-cau={id}")).QuerySelector($"[data-unit='{year.Member.Id}']")!.TextContent);
        line.ShouldContain("02/12/2020");
        line.ShouldNotContain("00:00");

        var lacking = year.Report(id, year.Units[3]);
        Text(await leader.Follow(await leader.Submit((await leader.See(lacking + "/nhan-cach-khac")).FormTo("/nhan-cach-khac"), ("Way", "ByHand"), ("ReceivedOn", "02/12/2020"), ("LacksFigures", "true")))).ShouldContain("Chưa có số liệu: Tốc độ tăng GRDP (%)");
    }

    [Fact]
    public async Task More_time_is_offered_while_it_helps_and_can_be_taken_back()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, $"đến hết ngày {ReportsInTest.Day(30)}");
        var (leader, url) = (year.ClerkOf(year.Leader), year.Report(id, year.Member));
        await leader.Follow(await leader.Take(url + "/gia-han", ("LastDay", ReportsInTest.Day(40)), ("Reason", "Lý do thử")));
        Text(await leader.See(url)).ShouldContain($"Đã gia hạn cho đơn vị đến hết ngày {ReportsInTest.Day(40)}: Lý do thử.");
        Text(await leader.See(url + "/gia-han")).ShouldContain("để thu hồi gia hạn");
        Text(await leader.Follow(await leader.Take(url + "/gia-han", ("LastDay", ReportsInTest.Day(30)), ("Reason", "Nhầm")))).ShouldNotContain("Đã gia hạn cho đơn vị đến hết ngày");
        await year.AReport(portal, id, year.Member);
        (await leader.See(url)).QuerySelectorAll("a[href$='/gia-han']").ShouldBeEmpty("it came in time");
    }
}
