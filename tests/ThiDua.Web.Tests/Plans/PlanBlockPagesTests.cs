using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Plans;

public sealed class PlanBlockPagesTests(Portal portal)
{
    [Fact]
    public async Task A_conference_a_deadline_and_an_assignment_are_typed_once_and_print_in_their_section()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        var planId = await year.APlan(portal);
        var last = await year.SectionId(portal, planId, "II");
        await Add(year, planId, "hoi-nghi", ("SectionId", $"{last}"), ("Kind", "MidYear"), ("When", "dự kiến trong tháng 7/2020"), ("Place", "Tại tỉnh"), ("Agenda", "Báo cáo sơ kết\nThảo luận"));
        await Add(year, planId, "thoi-han", ("SectionId", $"{last}"), ("Kind", "SixMonth"), ("Name", "báo cáo sơ kết"), ("When", "trước 12/7/2020"), ("Required", "Báo cáo\nPhụ lục"));
        var page = await Add(year, planId, "phan-cong", ("SectionId", $"{last}"), ("To", "Leader"), ("Opening", "Đơn vị trưởng có nhiệm vụ:"), ("Tasks", "Xây dựng kế hoạch\nTổ chức hội nghị"));
        page.Body!.TextContent.ShouldContain("hạn cuối: 24:00 Thứ Bảy, 11/07/2020 là ngày nghỉ, tính muộn từ sau 24:00 Thứ Hai, 13/07/2020");
        var printed = (await year.ClerkOf(year.Leader).See(year.Plan(planId, "/ban-in.html"))).Body!.TextContent;
        foreach (var words in new[] { "Thời gian: dự kiến trong tháng 7/2020.", "Các đơn vị thành viên gửi báo cáo sơ kết trước ngày 12/7/2020, gồm:", "Xây dựng kế hoạch;", "Tổ chức hội nghị" })
        {
            printed.ShouldContain(words);
        }
    }

    [Fact]
    public async Task What_the_text_says_already_is_not_printed_again()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        await Add(year, planId, "thoi-han", ("SectionId", $"{await year.SectionId(portal, planId, "II")}"), ("Kind", "SixMonth"), ("Name", "hồ sơ riêng biệt"), ("When", "trước ngày 10/7/2020"), ("IsInText", "true"));
        (await year.ClerkOf(year.Leader).See(year.Plan(planId, "/ban-in.html"))).Body!.TextContent.ShouldNotContain("hồ sơ riêng biệt");
    }

    [Fact]
    public async Task A_second_clerk_sees_what_was_saved_first_and_keeps_what_was_typed()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var path = $"/noi-dung/{await year.ADeadlineIn(portal, planId)}";
        var clerk = year.ClerkOf(year.Leader);
        var (first, second) = (await clerk.See(year.Plan(planId, path)), await clerk.See(year.Plan(planId, path)));
        await clerk.Follow(await clerk.Submit(first.FormTo("/thoi-han"), ("Name", "báo cáo thứ nhất")));
        var answer = await clerk.Submit(second.FormTo("/thoi-han"), ("Name", "báo cáo thứ hai"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("báo cáo thứ nhất");
        page.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe("báo cáo thứ hai");
    }

    [Fact]
    public async Task A_removed_block_is_told_with_who_removed_it_and_leaves_the_print()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var blockId = await year.ADeadlineIn(portal, planId);
        var clerk = year.ClerkOf(year.Leader);
        var old = await clerk.See(year.Plan(planId, $"/noi-dung/{blockId}"));
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId))).FormTo($"/noi-dung/{blockId}/xoa")));
        var answer = await clerk.Submit(old.FormTo("/thoi-han"), ("Name", "báo cáo muộn"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Html()).Body!.TextContent.ShouldContain("vừa xóa nội dung này");
        (await year.StoredPlan(portal, planId)).Blocks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_section_is_removed_with_its_blocks_only_as_told()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var (clerk, sectionId) = (year.ClerkOf(year.Leader), await year.SectionId(portal, planId, "II"));
        var before = await clerk.See(year.Plan(planId, $"/muc/{sectionId}/xoa"));
        await year.ADeadlineIn(portal, planId);
        var overtaken = await clerk.Submit(before.FormTo("/xoa"));
        overtaken.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await overtaken.Html();
        page.Body!.TextContent.ShouldContain("báo cáo sơ kết 6 tháng");
        await clerk.Follow(await clerk.Submit(page.FormTo("/xoa")));
        (await year.StoredPlan(portal, planId)).Blocks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Blocks_added_after_the_page_of_signature_was_opened_stop_the_signature()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Plan(planId, "/trinh-ky"));
        await year.ADeadlineIn(portal, planId);
        var answer = await clerk.Submit(page.FormTo("/trinh-ky"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Html()).Body!.TextContent.ShouldContain("vừa được sửa");
    }

    [Fact]
    public async Task An_adjustment_is_compared_agreed_by_the_deputy_and_only_then_submitted()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        var issuedId = await year.AnIssuedPlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them?tu={issuedId}")).FormTo("/them"), ("Abstract", "Điều chỉnh hoạt động của Cụm năm 2020")));
        var planId = await portal.WithDb(db => db.Plans.Where(row => row.AdjustsId == issuedId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        var section = year.Plan(planId, $"/muc/{await year.SectionId(portal, planId, "II")}");
        await clerk.Follow(await clerk.Submit((await clerk.See(section)).FormTo($"{section}"), ("Body", "Các đơn vị gửi báo cáo trước ngày 20/8/2020.")));

        var compared = await clerk.See(year.Plan(planId, "/so-sanh"));
        compared.QuerySelectorAll(".compared ins").Select(word => word.TextContent.Trim()).ShouldContain(text => text.Contains("20/8/2020"));
        compared.QuerySelectorAll(".compared del").Select(word => word.TextContent.Trim()).ShouldContain(text => text.Contains("10/7/2020"));

        (await clerk.See(year.Plan(planId, "/trinh-ky"))).Body!.TextContent.ShouldContain("Đơn vị phó chưa thống nhất");
        var deputy = year.HeadOf(year.Deputy);
        var agreed = await deputy.Follow(await deputy.Submit((await deputy.See(year.Plan(planId, "/thong-nhat"))).FormTo("/thong-nhat")));
        agreed.Body!.TextContent.ShouldContain("Đơn vị phó đã thống nhất");
        (await year.StoredPlan(portal, planId)).History[^1].Step.ShouldBe(nameof(PlanStep.Agree));
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/trinh-ky"))).FormTo("/trinh-ky")));
        (await year.StoredPlan(portal, planId)).State.ShouldBe(PlanState.Submitted);
    }

    [Fact]
    public async Task The_leaders_clerk_records_the_deputys_agreement_only_from_its_paper()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        var issuedId = await year.AnIssuedPlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/ke-hoach/them?tu={issuedId}")).FormTo("/them")));
        var planId = await portal.WithDb(db => db.Plans.Where(row => row.AdjustsId == issuedId).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        var page = await clerk.See(year.Plan(planId, "/thong-nhat"));
        (await clerk.Submit(page.FormTo("/thong-nhat"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(page.FormTo("/thong-nhat"), ("Paper.Number", "12/UBND-TĐKT"), ("Paper.SignedOn", "01/08/2020"), ("Paper.Signatory", "Người ký"), ("Paper.SignatoryOffice", "Phó Chủ tịch")));
        (await year.StoredPlan(portal, planId)).AgreedBy.ShouldBe("Người ký, Phó Chủ tịch (văn bản số 12/UBND-TĐKT)");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Add(ClusterYearInTest year, int planId, string kind, params (string, string)[] typed)
    {
        var clerk = year.ClerkOf(year.Leader);
        return await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, $"/noi-dung/them-{kind}"))).FormTo($"/them-{kind}"), typed));
    }
}
