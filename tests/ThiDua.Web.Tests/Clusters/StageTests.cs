using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Clusters;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Clusters;

public sealed class StageTests(Portal portal)
{
    [Fact]
    public async Task The_leader_moves_the_year_and_concludes_it_for_good()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var leader = year.ClerkOf(year.Leader);
        var page = await leader.Follow(await leader.Submit((await leader.See(year.Url)).FormTo("/bat-dau")));
        page.QuerySelector(".stepper [aria-current]")!.TextContent.ShouldContain("Đang triển khai");
        page.QuerySelector(".stepper [aria-current]")!.TextContent.ShouldContain("hôm nay");
        page = await leader.Follow(await leader.Submit(page.FormTo("/binh-xet")));
        var conclude = await leader.See(page.QuerySelector(".page-steps a[href$='/ket-thuc']")!.GetAttribute("href")!);
        conclude.QuerySelector("main")!.TextContent.ShouldContain("không sửa lại được nữa");
        conclude.QuerySelector("main")!.TextContent.ShouldContain("chưa được thông qua");
        page = await leader.Follow(await leader.Submit(conclude.FormTo("/ket-thuc")));
        page.QuerySelector("main")!.TextContent.ShouldContain("chỉ còn xem được");
        page.QuerySelectorAll(".page-steps form, .page-steps a:not([href$=ket-qua-cac-nam])").ShouldBeEmpty();
        (await leader.See(year.Url + "/ket-thuc")).Forms.ShouldNotContain(form => form.Action.EndsWith("/ket-thuc"));
    }

    [Fact]
    public async Task A_concluded_year_is_read_only()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var clerk = year.ClerkOf(year.Authority);
        var stale = (await clerk.See(year.Url + "/thiet-lap/truong")).FormTo("/truong");
        await portal.WithDb(db => db.ClusterYears.Where(row => row.Id == year.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Stage, ClusterYearStage.Concluded)));

        var answer = await clerk.Submit(stale, ("OrganizationId", $"{year.Member.Id}"), ("FromOn", "01/06/2020"), ("Document.Number", "1"), ("Document.IssuedOn", "01/06/2020"), ("Document.Issuer", "HĐ"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Says().ShouldContain("đã kết thúc");
        (await clerk.See(year.Url + "/thiet-lap")).QuerySelectorAll(".page-steps a, main td a").ShouldBeEmpty();
        foreach (var person in new[] { clerk, year.ClerkOf(year.Leader), year.HeadOf(year.Leader), year.ClerkOf(year.Member) })
        {
            (await person.Tasks()).ShouldBeEmpty();
            (await person.See(year.Url)).QuerySelectorAll(".page-steps form, .waiting").ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A4_Members_see_states_of_sheets_but_no_figures_before_they_are_published()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await year.Submit(portal, year.Leader);
        var page = await year.ClerkOf(year.Member).See(year.Url);
        var leader = page.QuerySelectorAll(".members tbody tr").Single(row => row.TextContent.Contains(year.Leader.Name));
        leader.QuerySelector("[data-state=Submitted]")!.TextContent.ShouldBe("Đã nộp");
        leader.QuerySelector("a").ShouldBeNull("the sheet of another unit does not exist yet");
        page.QuerySelectorAll(".members .figure").ShouldBeEmpty();
        page.QuerySelectorAll(".members tbody tr").Single(row => row.TextContent.Contains(year.Member.Name)).QuerySelector("a").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("Đã nộp bảng tự chấm điểm 1/4");
    }

    [Fact]
    public async Task W2_Members_are_offered_no_steps_and_a_year_without_leader_does_not_start()
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.HeadOf(year.Member).See(year.Url)).QuerySelectorAll(".page-steps form, .page-steps a:not([href$=ket-qua-cac-nam])").ShouldBeEmpty();
        await portal.WithDb(db => db.PositionsHeld.ExecuteDeleteAsync(), year.Acting(year.Authority, Capacity.Clerk));
        var page = await year.ClerkOf(year.Authority).See(year.Url);
        page.Forms.ShouldNotContain(form => form.Action.EndsWith("/bat-dau"));
        page.QuerySelector("main")!.TextContent.ShouldContain("Chưa có đơn vị trưởng");
        (await year.ClerkOf(year.Authority).Tasks()).ShouldContain(task => task.Contains("Hoàn thành thiết lập"));
    }

    [Fact]
    public async Task C4_A_second_click_on_a_stale_page_is_told()
    {
        var year = await ClusterYearInTest.Make(portal);
        var leader = year.ClerkOf(year.Leader);
        var form = (await leader.See(year.Url)).FormTo("/bat-dau");
        await leader.Submit(form);
        (await leader.Submit(form)).StatusCode.ShouldBeOneOf(HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
        (await portal.WithDb(db => db.StepsTaken.CountAsync(step => step.Step == nameof(ClusterYearStep.Start)), year.Acting(year.Leader, Capacity.Clerk))).ShouldBe(1);
    }
}
