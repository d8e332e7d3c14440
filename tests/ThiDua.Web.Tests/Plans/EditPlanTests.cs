using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Plans;

public sealed class EditPlanTests(Portal portal)
{
    public static TheoryData<string, string, string, string> WrongInput => new()
    {
        { "/chung", "Abstract", "", "Nhập trích yếu" },
        { "/chung", "Abstract", new string('a', 1001), "tối đa 1.000 ký tự" },
        { "/chung", "Preamble", new string('a', 20_001), "tối đa 20.000 ký tự" },
        { "/chung", "Recipients", new string('a', 401), "tối đa 400 ký tự" },
        { "/chung", "SignatoryLines", "1\n2\n3\n4\n5", "nhiều nhất 4 dòng" },
        { "/chung", "Signatory", new string('a', 101), "tối đa 100 ký tự" },
        { "/chung", "Archive", new string('a', 201), "tối đa 200 ký tự" },
        { "/muc/them", "Title", "", "Nhập tiêu đề hoặc nội dung" },
        { "/muc/them", "Title", new string('a', 2001), "tối đa 2.000 ký tự" },
        { "/muc/them", "Body", new string('a', 100_001), "tối đa 100.000 ký tự" },
        { "/can-cu/them", "Kind", "", "Nhập loại văn bản" },
        { "/can-cu/them", "Number", new string('1', 61), "tối đa 60 ký tự" },
        { "/can-cu/them", "IssuedOn", "31/02/2020", "ngày/tháng/năm" },
        { "/can-cu/them", "Issuer", new string('a', 201), "tối đa 200 ký tự" },
        { "/can-cu/them", "Abstract", "", "Nhập số, ký hiệu hoặc trích yếu" },
        { "/can-cu/them", "Opening", "Khác", "" },
        { "/noi-dung/them-hoi-nghi", "When", "một ngày đẹp trời", "Không hiểu thời gian" },
        { "/noi-dung/them-hoi-nghi", "Kind", "", "Chọn loại hội nghị" },
        { "/noi-dung/them-hoi-nghi", "SectionId", "", "Chọn mục" },
        { "/noi-dung/them-hoi-nghi", "Agenda", new string('a', 1001), "Mỗi dòng tối đa 1.000 ký tự" },
        { "/noi-dung/them-hoi-nghi", "Chairs", string.Join('\n', Enumerable.Repeat("a", 61)), "nhiều nhất 60 dòng" },
        { "/noi-dung/them-thoi-han", "Name", "", "Nhập tên báo cáo" },
        { "/noi-dung/them-thoi-han", "When", "", "Nhập thời hạn" },
        { "/noi-dung/them-thoi-han", "When", "ngày 31/02/2020", "Tháng 2/2020 không có ngày 31" },
        { "/noi-dung/them-thoi-han", "Recipient", new string('a', 401), "Tối đa 400 ký tự" },
        { "/noi-dung/them-phan-cong", "Tasks", "", "Nhập ít nhất một nhiệm vụ" },
        { "/noi-dung/them-phan-cong", "To", "", "Chọn bên được phân công" },
        { "/noi-dung/them-phan-cong", "Opening", new string('a', 1001), "Tối đa 1.000 ký tự" },
        { "/lay-y-kien", "CommentsUntil", "", "Nhập ngày cuối cùng góp ý" },
        { "/lay-y-kien", "CommentsUntil", "01/01/2019", "không được trước hôm nay" },
        { "/bo", "Reason", "", "Nêu lý do" },
        { "/bo", "Reason", new string('a', 2001), "Tối đa 2.000 ký tự" },
    };

    [Theory, MemberData(nameof(WrongInput), DisableDiscoveryEnumeration = true)]
    public async Task What_is_typed_wrongly_is_told_beside_its_field_and_stays(string path, string field, string typed, string told)
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var answer = await clerk.Submit((await clerk.See(year.Plan(planId, path))).FormTo(path), (field, typed));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var input = (await answer.Html()).QuerySelector($"[name='{field}']")!;
        input.ParentElement!.QuerySelector(".invalid-feedback")!.TextContent.ShouldContain(told);
        if (input is not IHtmlSelectElement)
        {
            ((input as IHtmlTextAreaElement)?.Value ?? input.GetAttribute("value"))!.ReplaceLineEndings("\n").ShouldBe(typed);
        }
    }

    [Theory]
    [InlineData("/chung", "Abstract")]
    [InlineData("/chung", "Preamble")]
    [InlineData("/chung", "Recipients")]
    [InlineData("/chung", "Archive")]
    [InlineData("/chung", "SignatoryLines")]
    [InlineData("/chung", "Signatory")]
    [InlineData("/muc/them", "Title")]
    [InlineData("/muc/them", "Body")]
    [InlineData("/can-cu/them", "Kind")]
    [InlineData("/can-cu/them", "Number")]
    [InlineData("/can-cu/them", "Issuer")]
    [InlineData("/can-cu/them", "Abstract")]
    public async Task A_script_is_text_on_the_page_and_in_print(string path, string field)
    {
        const string Script = "<script>alert(1)</script>";
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        (string, string)[] typed = path == "/can-cu/them" ? [.. new[] { ("Kind", "Luật"), ("Abstract", "Thi đua") }.Where(row => row.Item1 != field), (field, Script)] : [(field, Script)];
        var page = await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, path))).FormTo(path), typed));
        page.Body!.TextContent.ShouldContain("alert(1)");
        page.Scripts.ShouldNotContain(script => script.Text.Contains("alert(1)"));
        var printed = await clerk.See(year.Plan(planId, "/ban-in.html"));
        printed.Scripts.ShouldBeEmpty();
        printed.Body!.TextContent.ShouldContain("alert(1)", Case.Insensitive);
        if (field == "Abstract" && path == "/chung")
        {
            (await clerk.See($"{year.Url}/ke-hoach")).Scripts.ShouldNotContain(script => script.Text.Contains("alert(1)"));
        }
    }

    [Fact]
    public async Task C1_The_second_of_two_writers_is_told_who_was_first_and_sees_both_texts()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var sectionId = await year.SectionId(portal, planId, "II");
        var basisId = (await year.StoredPlan(portal, planId)).Bases[0].Id;
        foreach (var (path, field) in new[] { ("/chung", "Preamble"), ($"/muc/{sectionId}", "Body"), ($"/can-cu/{basisId}", "Abstract") })
        {
            var late = (await clerk.See(year.Plan(planId, path))).FormTo(path);
            var early = (await head.See(year.Plan(planId, path))).FormTo(path);
            await head.Follow(await head.Submit(early, (field, "Lãnh đạo sửa trước")));
            var answer = await clerk.Submit(late, (field, "Chuyên viên sửa sau"));
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            var page = await answer.Html();
            page.Says().ShouldContain("vừa cập nhật lúc");
            page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Lãnh đạo sửa trước");
            page.QuerySelector($"textarea[name={field}]")!.TextContent.ShouldBe("Chuyên viên sửa sau");
            await clerk.Follow(await clerk.Submit(page.FormTo(path)));
        }

        (await year.StoredPlan(portal, planId)).Preamble.ShouldBe("Chuyên viên sửa sau");
    }

    [Fact]
    public async Task Two_sections_are_written_by_two_people_side_by_side()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var (one, two) = ($"/muc/{await year.SectionId(portal, planId, "I.1")}", $"/muc/{await year.SectionId(portal, planId, "II")}");
        var (first, second) = ((await clerk.See(year.Plan(planId, one))).FormTo(one), (await head.See(year.Plan(planId, two))).FormTo(two));
        await head.Follow(await head.Submit(second, ("Body", "Phần của lãnh đạo")));
        await clerk.Follow(await clerk.Submit(first, ("Body", "Phần của chuyên viên")));
        (await year.StoredPlan(portal, planId)).Sections.Select(row => row.Body).ShouldBeSubsetOf(["Phần của lãnh đạo", "Phần của chuyên viên", "- Thiết thực\n- Hiệu quả", null]);
    }

    [Fact]
    public async Task Buttons_move_a_section_and_confirmation_tells_what_goes_with_it()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        async Task Move(string button, string way) => await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId))).FormTo("/muc/chuyen"), (button, $"{await year.SectionId(portal, planId, way)}")));
        await Move("Up", "II");
        (await year.OutlineOf(portal, planId)).ShouldBe("I.Tổ chức thực hiện II.Mục đích, yêu cầu 1.Mục đích 2.Yêu cầu");
        await Move("Down", "II.1");
        await Move("Out", "II.1");
        (await year.OutlineOf(portal, planId)).ShouldBe("I.Tổ chức thực hiện II.Mục đích, yêu cầu 1.Mục đích III.Yêu cầu");
        await Move("In", "III");
        (await year.OutlineOf(portal, planId)).ShouldBe("I.Tổ chức thực hiện II.Mục đích, yêu cầu 1.Mục đích 2.Yêu cầu");

        var sectionId = await year.SectionId(portal, planId, "II");
        var remove = await clerk.See(year.Plan(planId, $"/muc/{sectionId}/xoa"));
        remove.Body!.TextContent.ShouldContain("2 mục");
        (await clerk.Submit(remove.FormTo("/xoa"), ("Below", "0"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await clerk.Follow(await clerk.Submit(remove.FormTo("/xoa")));
        (await year.OutlineOf(portal, planId)).ShouldBe("I.Tổ chức thực hiện");
    }

    [Fact]
    public async Task What_is_typed_for_a_section_that_a_colleague_removed_stays_on_the_page()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var path = $"/muc/{await year.SectionId(portal, planId, "II")}";
        var late = (await clerk.See(year.Plan(planId, path))).FormTo(path);
        await head.Follow(await head.Submit((await head.See(year.Plan(planId, path + "/xoa"))).FormTo("/xoa")));
        var answer = await clerk.Submit(late, ("Body", "Nội dung dài đã nhập"));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa xóa mục này");
        page.QuerySelector("textarea[name=Body]")!.TextContent.ShouldBe("Nội dung dài đã nhập");
    }

    [Fact]
    public async Task The_preview_shows_what_is_typed_and_saves_nothing()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        var path = $"/muc/{await year.SectionId(portal, planId, "II")}";
        var page = await clerk.See(year.Plan(planId, path));
        var form = page.FormTo(path);
        page.QuerySelector("button[formtarget=xem-truoc]")!.GetAttribute("formaction").ShouldBe(year.Plan(planId, path + "/xem-truoc"));
        form.Action = year.Plan(planId, path + "/xem-truoc");
        var preview = await clerk.Submit(form, ("Title", "Chưa lưu"), ("Body", "Câu chưa lưu."));
        preview.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'self'");
        var text = (await preview.Html()).Body!.TextContent;
        text.ShouldContain("II. CHƯA LƯU");
        text.ShouldContain("Câu chưa lưu.");
        text.ShouldContain("1. Mục đích");
        (await clerk.Submit(form, ("Title", ""), ("Body", ""))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await year.OutlineOf(portal, planId)).ShouldNotContain("Chưa lưu");
    }

    [Fact]
    public async Task Bases_are_moved_and_removed()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var planId = await year.APlan(portal);
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await clerk.Submit((await clerk.See(year.Plan(planId, "/can-cu/them"))).FormTo("/them"), ("Kind", "Luật"), ("Abstract", "Thi đua")));
        var page = await clerk.See(year.Plan(planId));
        var second = (await year.StoredPlan(portal, planId)).BasesInOrder()[1];
        page = await clerk.Follow(await clerk.Submit(page.FormTo("/can-cu/chuyen"), ("Up", $"{second.Id}")));
        (await year.StoredPlan(portal, planId)).BasesInOrder()[0].Kind.ShouldBe("Luật");
        await clerk.Follow(await clerk.Submit(page.FormTo($"/can-cu/{second.Id}/xoa")));
        (await year.StoredPlan(portal, planId)).Bases.Select(row => row.Kind).ShouldBe(["Nghị định"]);
    }
}
