using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.Plans;
using static ThiDua.Web.Tests.LegalBases.BasesInTest;

namespace ThiDua.Web.Tests.LegalBases;

public sealed class BasesOfPlanTests(Portal portal)
{
    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task A_plan_of_2020_rests_on_the_decree_of_2017_and_one_of_2026_is_warned_of_it()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See(year.Plan(await year.APlanOn(portal, year.Id, OldDecree)))).QuerySelector("#hieu-luc-can-cu").ShouldBeNull();
        var later = await year.AYear(portal, 2026);
        var warned = await clerk.See($"/cum/{later}/ke-hoach/{await year.APlanOn(portal, later, OldDecree)}");
        var words = TasksInTest.Words(warned.QuerySelector("#hieu-luc-can-cu")!.TextContent);
        words.ShouldContain("Nghị định số 91/2017/NĐ-CP hết hiệu lực từ ngày 01/01/2024; văn bản có hiệu lực là Nghị định số 152/2025/NĐ-CP.");
        words.ShouldContain("không cản trở trình ký");
    }

    [Fact]
    public async Task A_decree_that_is_not_yet_in_force_on_the_plans_day_is_told_with_the_one_that_is()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Plan(await year.APlanOn(portal, year.Id, NewDecree)));
        Text(page).ShouldContain("Nghị định số 98/2023/NĐ-CP đến ngày 01/01/2024 mới có hiệu lực; văn bản có hiệu lực là Nghị định số 91/2017/NĐ-CP.");
        page.QuerySelectorAll("button").ShouldContain(button => button.TextContent == "Thay bằng Nghị định số 91/2017/NĐ-CP");
        var both = await clerk.See(year.Plan(await year.APlanOn(portal, year.Id, NewDecree, OldDecree)));
        both.QuerySelectorAll("button").ShouldNotContain(button => button.TextContent.StartsWith("Thay bằng"));
        Text(both).ShouldContain("Văn bản có hiệu lực đã có trong căn cứ");
    }

    [Fact]
    public async Task One_button_puts_the_text_in_force_in_its_place_and_the_warning_goes()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var later = await year.AYear(portal, 2026);
        var here = $"/cum/{later}/ke-hoach/{await year.APlanOn(portal, later, OldDecree)}";
        var page = await clerk.See(here);
        var stale = page.FormTo("/thay");
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/thay")));
        page.QuerySelector("#hieu-luc-can-cu").ShouldBeNull();
        Text(page).ShouldContain("Thực hiện Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ");
        (await clerk.Follow(await clerk.Submit(stale))).Says().ShouldContain("vừa cập nhật lúc");
    }

    [Fact]
    public async Task The_warning_stands_before_submission_too_and_hinders_nothing()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var planId = await year.APlanOn(portal, year.Id, NewDecree);
        var step = await clerk.See(year.Plan(planId, "/trinh-ky"));
        step.QuerySelector("#hieu-luc-can-cu")!.TextContent.ShouldContain("98/2023/NĐ-CP");
        await clerk.Follow(await clerk.Submit(step.FormTo("/trinh-ky")));
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Submitted);
    }

    [Fact]
    public async Task A_plan_moved_on_from_an_earlier_year_is_looked_up_anew()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.AnIssuedPlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        (await clerk.See(year.Plan(planId))).QuerySelector("#hieu-luc-can-cu").ShouldBeNull("it was issued in 2020");
        var later = await year.AYear(portal, 2026);
        var page = await clerk.Follow(await clerk.Submit((await clerk.See($"/cum/{later}/ke-hoach/them?tu={planId}")).FormTo("/them")));
        page.QuerySelector("#hieu-luc-can-cu")!.TextContent.ShouldContain("91/2017/NĐ-CP");
    }

    [Fact]
    public async Task Several_documents_are_ticked_at_once_and_printed_in_their_order()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var planId = await year.APlanOn(portal, year.Id, OldDecree);
        var url = year.Plan(planId, "/can-cu/chon");
        var page = await clerk.See($"{url}?q=thi+dua+khen+thuong");
        page.QuerySelector($"#can-cu-{await portal.OfPortal("91/2017/NĐ-CP")}")!.HasAttribute("disabled").ShouldBeTrue("it is cited");
        page.QuerySelector($"#can-cu-{await portal.OfPortal("98/2023/NĐ-CP")}").ShouldBeNull("it is not in force in 2020");
        (await clerk.See($"{url}?tat-ca=true")).QuerySelector($"#can-cu-{await portal.OfPortal("98/2023/NĐ-CP")}").ShouldNotBeNull();
        (await clerk.See($"{url}?q=khong+co+gi")).QuerySelector(".empty").ShouldNotBeNull();

        var form = PickForm(page);
        var (guide, law) = (await portal.OfPortal("2694/HD-BTĐKT"), await portal.OfPortal("15/2003/QH11"));
        await clerk.Follow(await Tick(clerk, form, guide, law));
        (await year.StoredPlan(portal, planId)).BasesInOrder().Select(row => row.Number ?? row.Kind).ShouldBe(["91/2017/NĐ-CP", "Luật", "2694/HD-BTĐKT"]);
        Text(await clerk.See(year.Plan(planId, "/ban-in.html"))).ShouldContain("Căn cứ Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003;");
        (await Tick(clerk, form, guide, law)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "they are cited already");
        var refused = await Tick(clerk, form);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("Chọn ít nhất một văn bản");
    }

    [Fact]
    public async Task A_document_of_another_cluster_cannot_be_ticked_or_put_in_place()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal, units: 2), await ClusterYearInTest.Make(portal, units: 2));
        var foreign = await other.ALegalBasis(portal);
        var clerk = year.ClerkOf(year.Leader);
        var planId = await year.APlanOn(portal, year.Id, NewDecree);
        var page = await clerk.See(year.Plan(planId, "/can-cu/chon?tat-ca=true"));
        page.QuerySelector($"#can-cu-{foreign}").ShouldBeNull();
        (await Tick(clerk, PickForm(page), foreign)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId))).FormTo("/thay"), ("ById", $"{foreign}")))).Says().ShouldContain("không còn trong danh mục");
        (await year.StoredPlan(portal, planId)).Bases.Select(row => row.Number).ShouldBe(["98/2023/NĐ-CP"]);
    }

    [Fact]
    public async Task What_is_typed_is_kept_in_the_clusters_list_in_the_same_act()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var clerk = year.ClerkOf(year.Leader);
        var planId = await year.APlanOn(portal, year.Id);
        var number = $"{Portal.Next()}/KH-BNV";
        (string, string)[] typed = [("Kind", "Kế hoạch"), ("Number", number), ("IssuedOn", "03/3/2020"), ("Issuer", "Bộ Nội vụ"), ("Abstract", "về việc tổ chức Hội diễn"), ("Keep", "true")];
        for (var twice = 0; twice < 2; twice++)
        {
            await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/can-cu/them"))).FormTo("/them"), typed));
        }

        (await clerk.See($"{year.Url}/can-cu?q={number}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/can-cu/them"))).FormTo("/them"), ("Kind", "Công văn"), ("Number", "1/CV-KHONG-LUU")));
        (await clerk.See($"{year.Url}/can-cu?q=khong-luu")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Bases_read_from_a_paper_are_recognized()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var paperId = await year.APaper(portal);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See($"{year.Url}/ke-hoach/tu-van-ban/{paperId}");
        Text(page).ShouldContain("Có trong danh mục căn cứ: Luật Thi đua, khen thưởng số 15/2003/QH11");
        page.QuerySelector("[name='Bases[0].Abstract']")!.GetAttribute("value").ShouldBe("Thi đua, khen thưởng");
    }

    // The search stands above it, with the same address.
    private static IHtmlFormElement PickForm(IHtmlDocument page) => page.Forms.Single(form => form.Method == "post" && form.Action.EndsWith("/chon", StringComparison.Ordinal));

    private static Task<HttpResponseMessage> Tick(HttpClient clerk, IHtmlFormElement form, params int[] ids) =>
        clerk.Submit(form, [("Opening", "PursuantTo"), .. ids.Select(id => ("Picked", $"{id}"))]);
}
