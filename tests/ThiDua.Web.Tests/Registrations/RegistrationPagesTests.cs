using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Registrations;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Registrations;

public sealed class RegistrationPagesTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    // The host's clock is the real one.
    private static string Day(int fromToday) => DateTime.UtcNow.AddHours(7).AddDays(fromToday).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static async Task SetDeadline(ClusterYearInTest year, int fromToday)
    {
        var (clerk, url) = (year.ClerkOf(year.Leader), $"{year.Url}/lich-cham-diem/sua");
        await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/sua"), ("Registration.ClosesOn", Day(fromToday)), ("WaitsForWorkingDay", "false")));
    }

    [Fact]
    public async Task A_registration_is_written_on_its_pages_approved_received_and_printed()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        var (clerk, head, leader) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.ClerkOf(year.Leader));
        Text(await clerk.Follow(await year.FillTarget(portal, year.Member, "I.1", "7,5"))).ShouldContain("I.1. Tốc độ tăng GRDP % 7,5");
        var own = await clerk.Submit((await clerk.See(year.Registration(year.Member, "/chi-tieu/them"))).FormTo("/them"), ("CriterionId", ""), ("Indicator", "Thu ngân sách nhà nước"), ("Value", "28.400.000"), ("Unit", "triệu đồng"), ("Source", "Assigned"), ("Document.Number", "281/QĐ-UBND"), ("Document.IssuedOn", "20/01/2020"), ("Document.Issuer", "UBND tỉnh"), ("Page", "3"));
        Text(await clerk.Follow(own)).ShouldContain("28.400.000");
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Registration(year.Member, "/danh-hieu/them"))).FormTo("/them"), ("Name", "Tập thể lao động xuất sắc"), ("For", "Collectives"), ("Count", "12")));
        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Registration(year.Member, "/trinh-lanh-dao"))).FormTo("/trinh-lanh-dao")))).Says().ShouldContain("Đã trình lãnh đạo duyệt.");
        (await head.Follow(await year.Register(year.Member))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã đăng ký");
        (await leader.Follow(await leader.Submit((await leader.See(year.Registration(year.Member, "/tiep-nhan"))).FormTo("/tiep-nhan")))).QuerySelector("[data-state]")!.TextContent.ShouldBe("Đã tiếp nhận");

        var printed = Text(await clerk.See(year.Registration(year.Member, "/ban-in.html")));
        foreach (var said in new[] { "BẢNG ĐĂNG KÝ", "Tốc độ tăng GRDP", "7,5", "Thu ngân sách nhà nước", "28.400.000", "281/QĐ-UBND ngày 20/01/2020, trang 3", "Tập thể lao động xuất sắc", "Kèm theo Công văn" })
        {
            printed.ShouldContain(said, Case.Insensitive);
        }

        var summary = Text(await leader.See($"{year.Url}/dang-ky/tong-hop.html"));
        summary.ShouldContain("7,5");
        summary.ShouldContain("Đơn vị chưa đăng ký:");
        (await portal.WithDb(db => db.AuditEntries.Where(entry => entry.ClusterYearId == year.Id && (entry.Kind == nameof(Target) || entry.Kind == nameof(Registration))).Select(entry => entry.Kind).Distinct().CountAsync())).ShouldBe(2, "U1: each accepted write is in the trail");
    }

    [Fact]
    public async Task A3_A_neighbours_draft_does_not_exist_and_what_is_registered_is_public_in_the_year()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.ARegistration(portal, year.Member, isRegistered: false);
        var neighbour = year.ClerkOf(year.Units[3]);
        foreach (var path in new[] { "", "/ban-in", "/ban-in.html" })
        {
            (await neighbour.GetAsync(year.Registration(year.Member, path), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await neighbour.See($"{year.Url}/dang-ky")).QuerySelectorAll("[data-unit]").Length.ShouldBe(1, "its own line alone");
        (await year.ClerkOf(year.Deputy).See($"{year.Url}/dang-ky")).QuerySelectorAll("[data-unit]").Length.ShouldBe(4);
        Text(await year.ClerkOf(year.Authority).See(year.Registration(year.Member))).ShouldContain("Tốc độ tăng GRDP");

        await year.HeadOf(year.Member).Follow(await year.Register(year.Member));
        var seen = await neighbour.See(year.Registration(year.Member));
        Text(seen).ShouldContain("Cờ thi đua của Chính phủ");
        Text(seen).ShouldNotContain("Lịch sử xử lý 1", customMessage: "how it came about is the unit's and the leader's");
        seen.QuerySelectorAll("form[action*='/chi-tieu/']").ShouldBeEmpty();
        await year.Adjust(year.Member, "10/09/2020");
        await year.FillTarget(portal, year.Member, "I.1", "9");
        Text(await neighbour.See(year.Registration(year.Member))).ShouldNotContain("chưa duyệt");
    }

    [Fact]
    public async Task A1_Rows_of_elsewhere_do_not_exist_here_and_another_units_are_not_written()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await year.ADraftScheme();
        await other.ADraftScheme();
        await year.Registrations(portal);
        await other.Registrations(portal);
        var (own, neighbours, foreign) = ((await year.StoredRegistration(portal, year.Member)).Targets[0].Id, (await year.StoredRegistration(portal, year.Deputy)).Targets[0].Id, (await other.StoredRegistration(portal, other.Member)).Targets[0].Id);
        var clerk = year.ClerkOf(year.Member);
        foreach (var path in new[] { $"/chi-tieu/{neighbours}/sua", $"/chi-tieu/{foreign}/sua", "/chi-tieu/987654/sua", "/danh-hieu/987654/sua" })
        {
            (await clerk.GetAsync(year.Registration(year.Member, path), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        (await clerk.GetAsync(year.Registration(other.Member), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var form = (await clerk.See(year.Registration(year.Member, $"/chi-tieu/{own}/sua"))).FormTo("/sua");
        foreach (var (unit, row) in new[] { (year.Deputy, neighbours), (year.Member, neighbours), (year.Member, foreign) })
        {
            form.Action = year.Registration(unit, $"/chi-tieu/{row}/sua");
            (await clerk.Submit(form, ("Value", "99"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await year.ClerkOf(year.Leader).GetAsync(year.Registration(year.Member, "/chi-tieu/them"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.StoredRegistration(portal, year.Deputy)).Targets.Single().Value.ShouldBe(7);
    }

    [Fact]
    public async Task D1_A_registration_after_the_date_is_accepted_and_marked_and_the_leader_sees_who_is_missing()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await SetDeadline(year, -1);
        (await year.ClerkOf(year.Leader).Tasks()).ShouldContain(task => task.Contains("4 đơn vị chưa đăng ký thi đua", StringComparison.Ordinal));
        (await year.ClerkOf(year.Member).Tasks()).ShouldContain(task => task.Contains("Đăng ký chỉ tiêu, danh hiệu thi đua", StringComparison.Ordinal) && task.Contains("quá hạn 1 ngày", StringComparison.Ordinal));
        await year.FillTarget(portal, year.Member, "I.1", "7");
        await year.Register(year.Member);
        (await year.StoredRegistration(portal, year.Member)).IsLate.ShouldBeTrue();
        var list = await year.ClerkOf(year.Leader).See($"{year.Url}/dang-ky?muon=1&xep=moi");
        Text(list).ShouldContain("đăng ký muộn");
        list.QuerySelectorAll("[data-unit]").Length.ShouldBe(4);
        (await year.ClerkOf(year.Leader).See($"{year.Url}/dang-ky?trang-thai=chua")).QuerySelectorAll("[data-unit]").Length.ShouldBe(3);

        var inTime = await ClusterYearInTest.Make(portal);
        await inTime.IssueWithCells(portal);
        await SetDeadline(inTime, 0);
        await inTime.FillTarget(portal, inTime.Member, "I.1", "7");
        await inTime.Register(inTime.Member);
        (await inTime.StoredRegistration(portal, inTime.Member)).IsLate.ShouldBeFalse("the last day ends at 24:00");
    }

    [Fact]
    public async Task L3_The_reason_of_a_return_reaches_the_unit_on_its_page_and_among_its_tasks()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.ARegistration(portal, year.Member);
        var leader = year.ClerkOf(year.Leader);
        (await leader.Tasks()).ShouldContain(task => task.Contains("Tiếp nhận đăng ký thi đua của 1 đơn vị", StringComparison.Ordinal));
        var form = (await leader.See(year.Registration(year.Member, "/tra-lai"))).FormTo("/tra-lai");
        (await leader.Submit(form, ("Reason", " "))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await leader.Follow(await leader.Submit(form, ("Reason", "Thiếu chỉ tiêu thu ngân sách")));
        (await year.ClerkOf(year.Member).See(year.Registration(year.Member))).QuerySelector("[role=note]")!.TextContent.ShouldContain("Thiếu chỉ tiêu thu ngân sách");
        (await year.ClerkOf(year.Member).Tasks()).ShouldContain(task => task.Contains("Lý do trả lại: Thiếu chỉ tiêu thu ngân sách", StringComparison.Ordinal));
        Text(await year.ClerkOf(year.Units[3]).See(year.Registration(year.Member))).ShouldNotContain("Thiếu chỉ tiêu");
        (await year.ClerkOf(year.Member).See($"{year.Url}/lich-su?loai=dang-ky")).Body!.TextContent.ShouldContain("Trả lại đơn vị");
    }

    [Fact]
    public async Task C4_A_double_click_adds_one_row_and_registers_once()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var (clerk, head) = (year.ClerkOf(year.Member), year.HeadOf(year.Member));
        var add = (await clerk.See(year.Registration(year.Member, "/chi-tieu/them"))).FormTo("/them");
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => clerk.Submit(add, ("CriterionId", ""), ("Indicator", "Số sáng kiến"), ("Value", "5"))));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1);
        (await year.StoredRegistration(portal, year.Member)).Targets.Count.ShouldBe(1);

        var register = (await head.See(year.Registration(year.Member, "/duyet"))).FormTo("/duyet");
        answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => head.Submit(register)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1);
        (await year.StoredRegistration(portal, year.Member)).History.Count(step => step.Step == nameof(RegistrationStep.Register)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other_unseen()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.Registrations(portal);
        var id = (await year.StoredRegistration(portal, year.Member)).Targets[0].Id;
        var (clerk, head) = (year.ClerkOf(year.Member), year.HeadOf(year.Member));
        var form = (await clerk.See(year.Registration(year.Member, $"/chi-tieu/{id}/sua"))).FormTo("/sua");
        await head.Follow(await head.Submit((await head.See(year.Registration(year.Member, $"/chi-tieu/{id}/sua"))).FormTo("/sua"), ("Value", "8,25")));
        var answer = await clerk.Submit(form, ("Value", "6,5"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("8,25");
        ((IHtmlInputElement)page.QuerySelector("#f-Value")!).Value.ShouldBe("6,5");
        await clerk.Follow(await clerk.Submit(page.FormTo("/sua")));
        (await year.StoredRegistration(portal, year.Member)).Targets[0].Value.ShouldBe(6.5m);
        var approve = (await head.See(year.Registration(year.Member, "/duyet"))).FormTo("/duyet");
        await year.FillTarget(portal, year.Member, "I.2", "100");
        (await head.Submit(approve)).StatusCode.ShouldBe(HttpStatusCode.Conflict, "the head registers what was seen");
    }

    [Fact]
    public async Task What_was_typed_stays_and_script_is_text()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        var clerk = year.ClerkOf(year.Member);
        var refused = await clerk.Submit((await clerk.See(year.Registration(year.Member, "/chi-tieu/them"))).FormTo("/them"), ("CriterionId", ""), ("Indicator", "<script>alert(1)</script>"), ("Value", "3.616"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await refused.Html();
        page.Says().ShouldContain("đọc được là 3616 hoặc 3,616");
        ((IHtmlInputElement)page.QuerySelector("#f-Indicator")!).Value.ShouldBe("<script>alert(1)</script>");
        await clerk.Follow(await clerk.Submit(page.FormTo("/them"), ("Value", "3616")));
        foreach (var path in new[] { "", "/ban-in.html" })
        {
            var shown = await clerk.See(year.Registration(year.Member, path));
            shown.Scripts.ShouldAllBe(script => script.TextContent.Length == 0);
            shown.Body!.TextContent.ShouldContain("<script>alert(1)</script>");
        }
    }

    [Theory]
    [InlineData("/dang-ky?chi-tieu=1&xep=gia-tri")]
    [InlineData("/dang-ky/tong-hop.html")]
    [InlineData("")]
    public async Task K1_A_page_takes_as_many_statements_for_nine_units_as_for_three(string page)
    {
        async Task<int> Statements(int units)
        {
            var year = await ClusterYearInTest.Make(portal, units);
            await year.IssueWithCells(portal);
            foreach (var unit in year.Units)
            {
                await year.ARegistration(portal, unit);
            }

            return await StatementCounter.Of(portal, year.Leader.ClerkId, year.Url + page);
        }

        var (few, many) = (await Statements(3), await Statements(9));
        many.ShouldBe(few);
        many.ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task K1_The_page_of_a_registration_takes_a_fixed_number_of_statements()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.ARegistration(portal, year.Member);
        (await StatementCounter.Of(portal, year.Member.ClerkId, year.Registration(year.Member))).ShouldBeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Recorded_from_paper_a_registration_says_so_for_ever()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.ADraftScheme();
        await year.Registrations(portal);
        var clerk = year.ClerkOf(year.Member);
        var form = (await clerk.See(year.Registration(year.Member, "/duyet"))).FormTo("/duyet");
        (await clerk.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await clerk.Follow(await clerk.Submit(form, ("Paper.Number", "12/ĐK-UBND"), ("Paper.SignedOn", "02/03/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Chủ tịch")))).ShouldContain("Theo văn bản đã ký số 12/ĐK-UBND ngày 02/03/2020");
        (await year.StoredRegistration(portal, year.Member)).Targets[0].InForceOn.ShouldBe(new(2020, 3, 2));
    }
}
