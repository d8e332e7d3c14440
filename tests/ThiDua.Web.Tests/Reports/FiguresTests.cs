using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Access;
using ThiDua.Domain.Reporting;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Documents;
using ThiDua.Web.Tests.Appraisal;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Registrations;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Reports;

public sealed class FiguresTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    private static FigureDescription Communes => new("Số xã đạt chuẩn", "xã") { Decimals = 0, IsSummed = true };

    private static Task<HttpResponseMessage> Type(HttpClient person, IHtmlDocument page, string value, int figure = 0, string? before = null) =>
        person.Submit(page.FormTo("/so-lieu"), before is null ? [($"Figures[{figure}].Value", value)] : [($"Figures[{figure}].Value", value), ($"Figures[{figure}].Before", before)]);

    [Fact]
    public async Task A_unit_types_its_figures_once_and_all_read_them_from_its_report()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.ARegistration(portal, year.Member, 7);
        var leaf = await year.LeafId(portal, "I.1");
        var id = await year.ARequirement(portal, figures: [new("Tốc độ tăng GRDP", "%") { Decimals = 1, CriterionId = leaf }, Communes]);
        var (clerk, head, leader, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.ClerkOf(year.Leader), year.Report(id, year.Member));
        await clerk.SendFiles(url, 0, ("Báo cáo.pdf", Files.EvidenceInTest.APdf()));
        Text(await clerk.See(url)).ShouldContain("Thiếu số liệu: Tốc độ tăng GRDP.");
        var page = await clerk.Follow(await clerk.Submit((await clerk.See(url)).FormTo("/so-lieu"), ("Figures[0].Value", "8.4"), ("Figures[1].Value", "12"), ("Figures[1].Before", "10")));
        Text(page).ShouldContain("120,00 %", Case.Sensitive, "of the target of 7");
        Text(page).ShouldContain("2 (20,00 %)", Case.Sensitive, "on the year before");
        Text(await leader.See(url)).ShouldNotContain("8,4", Case.Sensitive, "what is being written is the unit's");

        await head.Follow(await head.Take(url + "/nop"));
        var table = await leader.See($"{year.Url}/bao-cao/{id}/so-lieu");
        table.QuerySelector($"[data-unit='{year.Member.Id}'] a[href='{url}#so-lieu']")!.TextContent.ShouldBe("8,4");
        table.QuerySelector("tfoot")!.TextContent.ShouldNotContain("12", Case.Sensitive, "only what was accepted counts");
        await leader.Follow(await leader.Take(url + "/tiep-nhan"));
        (await leader.See($"{year.Url}/bao-cao/{id}/so-lieu")).QuerySelector("tfoot")!.TextContent.ShouldContain("12");
        (await year.ClerkOf(year.Units[3]).See($"{year.Url}/bao-cao/{id}/so-lieu")).QuerySelector($"[data-unit='{year.Member.Id}']").ShouldBeNull("A3: a member sees its own");

        var sheet = $"{year.Url}/cham-diem/{await year.SheetOf(portal, year.Member)}";
        Text(await clerk.See(sheet)).ShouldContain("Đã báo cáo: 8,4 %");
        await clerk.Follow(await clerk.Submit((await clerk.See(sheet)).FormTo("/lay-so-lieu")));
        (await year.Cell(portal, year.Member, "I.1", ScoreStage.Self))!.Values.Achieved.ShouldBe(8.4m, "not typed again");
    }

    [Fact]
    public async Task L1_What_is_no_number_or_has_too_many_decimals_is_told_beside_its_field_and_kept()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Communes, new("GRDP", "%") { Decimals = 2 }]);
        var clerk = year.ClerkOf(year.Member);
        var page = await clerk.See(year.Report(id, year.Member));
        foreach (var (typed, told) in new[] { ("mười", "Nhập một số"), ("3.616", "đọc được là"), ("1,5", "nhập số nguyên"), ("99999999999999999999", "Số quá lớn") })
        {
            var answer = await clerk.Submit(page.FormTo("/so-lieu"), ("Figures[0].Value", typed), ("Figures[1].Value", "7,25"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, typed);
            var again = await answer.Html();
            var field = (IHtmlInputElement)again.QuerySelector("[name='Figures[0].Value']")!;
            field.Value.ShouldBe(typed);
            again.QuerySelector($"#{field.GetAttribute("aria-describedby")}")!.TextContent.ShouldContain(told);
            ((IHtmlInputElement)again.QuerySelector("[name='Figures[1].Value']")!).Value.ShouldBe("7,25");
        }
    }

    [Fact]
    public async Task C1_Who_comes_second_on_a_figure_is_told_and_other_figures_do_not_disturb()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, figures: [Communes, new("GRDP", "%")]);
        var (clerk, head, url) = (year.ClerkOf(year.Member), year.HeadOf(year.Member), year.Report(id, year.Member));
        await clerk.Follow(await Type(clerk, await clerk.See(url), "5"));
        var (mine, theirs) = (await clerk.See(url), await head.See(url));
        await head.Follow(await Type(head, theirs, "7"));
        var answer = await Type(clerk, mine, "6");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var again = await answer.Html();
        Text(again).ShouldContain("vừa cập nhật lúc");
        ((IHtmlInputElement)again.QuerySelector("[name='Figures[0].Value']")!).Value.ShouldBe("6");
        await clerk.SendFiles(url, 0, ("Báo cáo.pdf", Files.EvidenceInTest.APdf()));
        var before = await clerk.See(url);
        await clerk.SendFiles(url, 0, ("Phụ lục.pdf", Files.EvidenceInTest.APdf()));
        (await Type(clerk, before, "8,5", 1)).StatusCode.ShouldBe(HttpStatusCode.Redirect, "a file that came meanwhile is no conflict");
    }

    [Fact]
    public async Task The_leader_asks_for_what_was_registered_or_writes_it_by_hand()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.IssueWithCells(portal);
        await year.ARegistration(portal, year.Member);
        var id = await year.ARequirement(portal, isAnnounced: false);
        var leader = year.ClerkOf(year.Leader);
        var choose = await leader.See(year.Requirement(id, "/chi-tieu/tu-dang-ky"));
        (await leader.Submit(choose.FormTo("/tu-dang-ky"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)choose.QuerySelector("[name=Keys]")!).IsChecked = true;
        Text(await leader.Follow(await leader.Submit(choose.FormTo("/tu-dang-ky")))).ShouldContain("Đã lấy 1 chỉ tiêu");
        var form = (await leader.See(year.Requirement(id, "/chi-tieu/them"))).FormTo("/them");
        (await leader.Submit(form, ("Name", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await leader.Follow(await leader.Submit(form, ("Name", "Thu ngân sách"), ("Unit", "tỷ đồng"), ("Decimals", "0"), ("IsSummed", "true")));
        var stored = await year.StoredRequirement(portal, id);
        stored.Figures.Select(row => row.Name).ShouldBe(["Tốc độ tăng GRDP", "Thu ngân sách"]);
        stored.Figures[0].CriterionId.ShouldBe(await year.LeafId(portal, "I.1"));
        (await year.ClerkOf(year.Member).GetAsync(year.Requirement(id, "/chi-tieu/them"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a draft is the leader's");
    }

    [Fact]
    public async Task X2_The_table_of_figures_is_a_workbook_in_which_nothing_typed_is_a_formula()
    {
        var year = await ClusterYearInTest.Make(portal);
        var id = await year.ARequirement(portal, title: "=HYPERLINK(\"x\")", figures: new FigureDescription("=1+1", "xã") { Decimals = 0, IsSummed = true });
        var clerk = year.ClerkOf(year.Member);
        await clerk.SendFiles(year.Report(id, year.Member), 0, ("Báo cáo.pdf", Files.EvidenceInTest.APdf()));
        await clerk.Follow(await Type(clerk, await clerk.See(year.Report(id, year.Member)), "12"));
        var head = year.HeadOf(year.Member);
        await head.Follow(await head.Take(year.Report(id, year.Member) + "/nop"));
        var file = await year.ClerkOf(year.Leader).GetByteArrayAsync($"{year.Url}/bao-cao/{id}/so-lieu.xlsx", TestContext.Current.CancellationToken);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries.Where(row => row.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<f>");
        }

        XlsxReader.Read(new MemoryStream(file), new())[0].Rows.Count.ShouldBeGreaterThan(4);
    }
}
