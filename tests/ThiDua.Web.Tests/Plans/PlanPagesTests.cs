using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Documents;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Plans;

public sealed class PlanPagesTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_plan_is_written_on_its_pages_and_prints_as_it_was_written()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        Text(await clerk.See($"{year.Url}/ke-hoach")).ShouldContain("Chưa có kế hoạch");
        var plan = await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them")).FormTo("/them"), ("Abstract", "Hoạt động của Cụm năm 2020")));
        plan.QuerySelector("[data-state]")!.TextContent.ShouldBe("Dự thảo");
        var here = new Uri(plan.Url).AbsolutePath;

        await clerk.Follow(await clerk.Submit((await clerk.See($"{here}/muc/them")).FormTo("/them"), ("Title", "Mục đích, yêu cầu")));
        var first = (await clerk.See(here)).QuerySelector("[id^=muc-]")!.Id!["muc-".Length..];
        await clerk.Follow(await clerk.Submit((await clerk.See($"{here}/muc/them?duoi={first}")).FormTo("/them"), ("Title", "Mục đích"), ("Body", "Nâng cao **chất lượng** thi đua.\n\n- Thiết thực\n+ Hiệu quả\n\n| Việc | Hạn |\n| --- | --- |\n| Báo cáo | 10/7 |")));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{here}/muc/them?duoi={first}")).FormTo("/them"), ("Body", "Đoạn có số, không có tiêu đề.")));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{here}/can-cu/them")).FormTo("/them"), ("Kind", "Luật"), ("Abstract", "Thi đua, khen thưởng"), ("IssuedOn", "26/11/2003")));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{here}/can-cu/them")).FormTo("/them"), ("Opening", "Implementing"), ("Kind", "Thông báo"), ("Number", "13/TB-HĐTĐKT"), ("IssuedOn", "27/4/2020"), ("Issuer", "Hội đồng Thi đua - Khen thưởng")));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{here}/chung")).FormTo("/chung"), ("Preamble", "Cụm xây dựng kế hoạch như sau:"), ("Recipients", "Các đơn vị thành viên\n\nLưu trữ"), ("SignatoryLines", "CỤM TRƯỞNG\nCHỦ TỊCH UBND TỈNH")));

        var printed = Text(await clerk.See($"{here}/ban-in.html"));
        printed.ShouldContain("Hoạt động của Cụm năm 2020");
        printed.ShouldContain("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;");
        printed.ShouldContain("Thực hiện Thông báo số 13/TB-HĐTĐKT ngày 27 tháng 4 năm 2020 của Hội đồng Thi đua - Khen thưởng.");
        printed.ShouldContain("Cụm xây dựng kế hoạch như sau:");
        printed.ShouldContain("I. MỤC ĐÍCH, YÊU CẦU");
        printed.ShouldContain("1. Mục đích");
        printed.ShouldContain("Nâng cao chất lượng thi đua.");
        printed.ShouldContain("2. Đoạn có số, không có tiêu đề.");
        printed.ShouldContain("Báo cáo");
        printed.ShouldContain("CHỦ TỊCH UBND TỈNH");
        printed.ShouldContain("- Các đơn vị thành viên;");
        printed.ShouldContain("- Lưu trữ;");
        printed.ShouldContain("/KH-CTĐT");
        var docx = await clerk.GetAsync($"{here}/ban-in.docx", TestContext.Current.CancellationToken);
        (docx.StatusCode, docx.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    }

    [Fact]
    public async Task A3_A_draft_exists_for_leader_and_deputy_alone_until_it_is_put_up_for_comments()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var member = year.ClerkOf(year.Member);
        foreach (var path in new[] { "", "/ban-in.html", "/muc/them" })
        {
            (await member.GetAsync(year.Plan(planId, path), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        Text(await member.See($"{year.Url}/ke-hoach")).ShouldContain("Chưa có kế hoạch");
        (await year.ClerkOf(year.Deputy).See(year.Plan(planId))).QuerySelectorAll(".plan-tools").ShouldBeEmpty();

        var clerk = year.ClerkOf(year.Leader);
        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/lay-y-kien"))).FormTo("/lay-y-kien"), ("CommentsUntil", "31/12/2035")))).Says().ShouldContain("Đã gửi dự thảo lấy ý kiến");
        var seen = await member.See(year.Plan(planId));
        Text(seen).ShouldContain("Các đơn vị thành viên góp ý đến hết ngày 31/12/2035.");
        (await member.GetAsync(year.Plan(planId, "/muc/them"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.See(year.Plan(planId))).QuerySelectorAll(".plan-tools").ShouldBeEmpty();
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/ket-thuc-lay-y-kien"))).FormTo("/ket-thuc-lay-y-kien")));
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Finalizing);
    }

    [Fact]
    public async Task A1_A_plan_or_section_of_elsewhere_does_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (own, second, foreign) = (await year.APlan(portal), await year.APlan(portal), await other.APlan(portal));
        var clerk = year.ClerkOf(year.Leader);
        var ofSecond = await year.SectionId(portal, second, "I");
        foreach (var path in new[] { year.Plan(foreign), year.Plan(foreign, "/trinh-ky"), year.Plan(own, $"/muc/{ofSecond}"), year.Plan(own, $"/muc/{ofSecond}/xoa"), year.Plan(own, "/can-cu/987654") })
        {
            (await clerk.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        var of = $"/muc/{await year.SectionId(portal, own, "I")}";
        var form = (await clerk.See(year.Plan(own, of))).FormTo(of);
        foreach (var path in new[] { year.Plan(own, $"/muc/{ofSecond}"), year.Plan(own, "/muc/987654"), year.Plan(foreign, $"/muc/{ofSecond}") })
        {
            form.Action = path;
            (await clerk.Submit(form, ("Title", "Không được ghi"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task P1_The_PDF_of_a_draft_has_the_text_of_the_plan()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        var pdf = await year.ClerkOf(year.Leader).GetByteArrayAsync(year.Plan(planId, "/ban-in.pdf"), TestContext.Current.CancellationToken);
        var text = TasksInTest.Words(new PdfTools(pdf).Text);
        text.ShouldContain("Đổi mới, nâng cao chất lượng thi đua năm 2020.");
        text.ShouldContain("II. TỔ CHỨC THỰC HIỆN");
        text.ShouldContain("trước ngày 10/7/2020");
    }

    [Fact]
    public async Task From_last_year_the_years_move_on_and_the_bases_stay()
    {
        var year = await ClusterYearInTest.Make(portal);
        var source = await year.AnIssuedPlan(portal);
        var next = $"/cum/{await year.NextYear(portal)}";
        var clerk = year.ClerkOf(year.Leader);
        var choice = await clerk.See($"{next}/ke-hoach/them");
        choice.QuerySelector($"a[href='{next}/ke-hoach/them?tu={source}']").ShouldNotBeNull();
        var start = (await clerk.See($"{next}/ke-hoach/them?tu={source}")).FormTo("/them");
        ((IHtmlTextAreaElement)start.Elements["Abstract"]!).Value.ShouldBe("Hoạt động của Cụm năm 2021");
        var plan = await clerk.Follow(await clerk.Submit(start));
        var printed = Text(await clerk.See($"{new Uri(plan.Url).AbsolutePath}/ban-in.html"));
        printed.ShouldContain("trước ngày 10/7/2021");
        printed.ShouldContain("chất lượng thi đua năm 2021");
        printed.ShouldContain("Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017");
        printed.ShouldContain("2. Yêu cầu");
        (await clerk.Submit(start, ("Source", "987654"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
