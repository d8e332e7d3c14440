using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using ThiDua.Web.Tests.LegalBases;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.Recipients;

public sealed class AddressBookPagesTests(Portal portal)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(IHtmlDocument page) => TasksInTest.Words(page.Body!.TextContent);

    [Fact]
    public async Task The_leaders_staff_keep_offices_and_guests_and_next_years_leader_finds_them()
    {
        var year = await ClusterYearInTest.Make(portal);
        var clerk = year.ClerkOf(year.Leader);
        Text(await clerk.See($"{year.Url}/noi-nhan")).ShouldContain("Sổ chưa có nơi nhận nào");
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/noi-nhan/them")).FormTo("/them"), ("Name", "Thường trực Tỉnh ủy"), ("Purpose", "để b/c"), ("Through", "Văn phòng Tỉnh ủy"), ("Email", "vanphong@tinhuy.vn")));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/noi-nhan/them")).FormTo("/them"), ("Kind", "Guest"), ("Name", "Đại diện Báo và Đài Phát thanh - Truyền hình")));
        var later = await year.AYear(portal, 2021);
        var page = await clerk.See($"/cum/{later}/noi-nhan?q=thuong+truc");
        Text(page).ShouldContain("Thường trực Tỉnh ủy (để b/c)");
        Text(page).ShouldContain("Thường trực Tỉnh ủy (qua Văn phòng Tỉnh ủy)");
        page.QuerySelectorAll("table.table-hover tbody tr").Length.ShouldBe(1);
        (await clerk.See($"{year.Url}/noi-nhan?loai=Guest")).QuerySelectorAll("table.table-hover tbody tr").Length.ShouldBe(1);
        (await clerk.Submit((await clerk.See($"{year.Url}/noi-nhan/them")).FormTo("/them"), ("Name", "Thường trực Tỉnh ủy"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it stands in the book");
    }

    [Fact]
    public async Task A1_Nobody_else_reads_the_book_and_what_another_clusters_book_holds_does_not_exist()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var (contact, group) = (await other.AContact(portal), await other.AGroup(portal));
        foreach (var reader in new[] { year.ClerkOf(year.Member), year.HeadOf(year.Deputy), year.ClerkOf(year.Authority) })
        {
            (await reader.GetAsync($"{year.Url}/noi-nhan", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        var clerk = year.ClerkOf(year.Leader);
        foreach (var path in new[] { $"/{contact}", $"/nhom/{group}" })
        {
            (await clerk.GetAsync($"{year.Url}/noi-nhan{path}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var planId = await year.APlan(portal);
        var page = await clerk.See(year.Plan(planId, "/chung"));
        page.QuerySelector($"#noi-nhan-{contact}").ShouldBeNull();
        var form = page.FormTo("/chung");
        form.Action = year.Plan(planId, "/chung/noi-nhan");
        (await (await clerk.Submit(form, ("PickedContacts", $"{contact}"), ("PickedGroups", $"{group}"))).Html()).QuerySelector("textarea[name=Recipients]")!.TextContent.ShouldBe("Các đơn vị thành viên");
    }

    [Fact]
    public async Task What_is_ticked_stands_in_the_form_with_all_that_was_typed_and_is_saved_with_it()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var (contact, group) = (await year.AContact(portal, "Ban Thi đua - Khen thưởng Trung ương"), await year.AGroup(portal, "Thành viên Hội đồng theo dõi Cụm", "Các đơn vị thành viên"));
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var page = await clerk.See(year.Plan(planId, "/chung"));
        var button = page.QuerySelector("#so-noi-nhan button")!.GetAttribute("formaction")!;
        button.ShouldBe(year.Plan(planId, "/chung/noi-nhan"));
        var form = page.FormTo("/chung");
        form.Action = button;
        var shown = await (await clerk.Submit(form, ("Abstract", "Trích yếu đang sửa"), ("PickedContacts", $"{contact}"), ("PickedGroups", $"{group}"))).Html();
        shown.Says().ShouldContain("Chưa lưu");
        shown.QuerySelector("textarea[name=Recipients]")!.TextContent.ShouldBe("Các đơn vị thành viên\nThành viên Hội đồng theo dõi Cụm\nBan Thi đua - Khen thưởng Trung ương (để b/c)");
        shown.QuerySelector("textarea[name=Abstract]")!.TextContent.ShouldBe("Trích yếu đang sửa");
        (await year.StoredPlan(portal, planId)).Recipients.ShouldBe(["Các đơn vị thành viên"]);
        await clerk.Follow(await clerk.Submit(shown.FormTo("/chung")));
        (await year.StoredPlan(portal, planId)).Recipients.ShouldBe(["Các đơn vị thành viên", "Thành viên Hội đồng theo dõi Cụm", "Ban Thi đua - Khen thưởng Trung ương (để b/c)"]);
    }

    [Fact]
    public async Task A_group_takes_entries_of_the_book_and_follows_them()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var contact = await year.AContact(portal, "Sở Nội vụ", purpose: null);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/noi-nhan/nhom/them")).FormTo("/them"), ("Name", "Kế hoạch năm"), ("Lines", "Ban A (để b/c)\nSở B"), ("PickedContacts", $"{contact}")));
        var here = $"{year.Url}/noi-nhan/{contact}";
        await clerk.Follow(await clerk.Submit((await clerk.See(here)).FormTo(here), ("Name", "Sở Nội vụ tỉnh Thanh Hóa"), ("Kind", "Guest")));
        Text(await clerk.See(here)).ShouldContain("Loại: Cơ quan, tổ chức → Khách mời theo chức vụ");
        Text(await clerk.See($"{year.Url}/noi-nhan")).ShouldContain("Ban A (để b/c); Sở B; Sở Nội vụ tỉnh Thanh Hóa");
        var group = (await clerk.See($"{year.Url}/noi-nhan")).QuerySelector("a[href*='/nhom/']:not([href$='them'])")!.GetAttribute("href")!;
        Text(await clerk.See(group)).ShouldContain("Các dòng: Ban A (để b/c); Sở B; Sở Nội vụ → Ban A (để b/c); Sở B; Sở Nội vụ tỉnh Thanh Hóa");
        var empty = await clerk.Submit((await clerk.See($"{year.Url}/noi-nhan/nhom/them")).FormTo("/them"), ("Name", "Trống"));
        (await empty.Html()).Says().ShouldContain("Nhập ít nhất một nơi nhận");
    }

    [Fact]
    public async Task C1_The_second_of_two_writers_is_told_and_sees_both_texts()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        foreach (var (path, field) in new[] { ($"/noi-nhan/{await year.AContact(portal)}", "Note"), ($"/noi-nhan/nhom/{await year.AGroup(portal)}", "Lines") })
        {
            var here = year.Url + path;
            var late = (await clerk.See(here)).FormTo(here);
            await head.Follow(await head.Submit((await head.See(here)).FormTo(here), (field, "Lãnh đạo sửa trước")));
            var answer = await clerk.Submit(late, (field, "Chuyên viên sửa sau"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            var page = await answer.Html();
            page.Says().ShouldContain("vừa cập nhật lúc");
            page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Lãnh đạo sửa trước");
            page.QuerySelector($"textarea[name={field}]")!.TextContent.ShouldBe("Chuyên viên sửa sau");
            await clerk.Follow(await clerk.Submit(page.FormTo(here)));
            await clerk.Follow(await clerk.Submit((await clerk.See(here)).FormTo("/xoa")));
            (await clerk.GetAsync(here, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Who_led_a_year_that_is_over_keeps_the_book_no_longer()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var here = $"{year.Url}/noi-nhan/{await year.AContact(portal)}";
        var clerk = year.ClerkOf(year.Leader);
        var form = (await clerk.See(here)).FormTo(here);
        await year.Conclude(portal);
        (await clerk.See(here)).Forms.ShouldNotContain(one => one.Action.Contains("/noi-nhan"));
        (await (await clerk.Submit(form)).Html()).Says().ShouldContain("Năm thi đua đã kết thúc");
    }
}
