using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Tests.Authorities;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Organizations;

public sealed class OrganizationPagesTests(Portal portal)
{
    private const string List = "/quan-tri/don-vi";

    private static string[] Names(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody tr td:first-child a").Select(link => link.TextContent)];

    [Fact]
    public async Task Organizations_are_found_without_diacritics_and_an_old_name_finds_the_successor()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        var former = await portal.AnOrganization($"Tỉnh Đồng Lâm w{n}");
        var successor = await portal.AnOrganization($"Tỉnh Kế Thừa v{n}");
        await portal.Merge(former, successor, new(2025, 6, 30));

        foreach (var typed in new[] { $"dong lam w{n}", $"ĐỒNG lâm w{n}", $"w{n} đong" })
        {
            var page = await admin.See($"{List}?q={Uri.EscapeDataString(typed)}");
            Names(page).ShouldBe([$"Tỉnh Đồng Lâm w{n}", $"Tỉnh Kế Thừa v{n}"], typed);
            page.QuerySelector("tbody tr")!.TextContent.ShouldContain("Đến 30/06/2025");
            page.QuerySelector("tbody tr")!.TextContent.ShouldContain($"nay là Tỉnh Kế Thừa v{n}");
        }

        Names(await admin.See($"{List}?q=dong+lam+w{n}&tinh-trang=dang")).ShouldBe([$"Tỉnh Kế Thừa v{n}"]);
        Names(await admin.See($"{List}?q=dong+lam+w{n}&tinh-trang=thoi")).ShouldBe([$"Tỉnh Đồng Lâm w{n}"]);
        (await admin.See($"{List}?q=khong+co+w{n}")).QuerySelector(".empty").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_list_is_sorted_as_in_Vietnamese_filtered_by_kind_and_cut_into_pages()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        var kind = await portal.AKind($"Loại {n}");
        foreach (var name in new[] { "Đồng Nai", "Yên Bái", "Ân Thi", "Dương Kinh" })
        {
            await portal.AnOrganization($"{name} u{n}", kind);
        }

        Names(await admin.See($"{List}?loai={kind}")).ShouldBe([$"Ân Thi u{n}", $"Dương Kinh u{n}", $"Đồng Nai u{n}", $"Yên Bái u{n}"]);
        for (var made = 0; made < 18; made++)
        {
            await portal.AnOrganization($"Thêm {made} u{n}", kind);
        }

        var first = await admin.See($"{List}?loai={kind}&sap-xep=ma");
        Names(first).Length.ShouldBe(20);
        first.Body!.TextContent.ShouldContain("22 đơn vị");
        Names(await admin.See(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task K1_The_list_takes_as_many_statements_for_twenty_rows_as_for_one()
    {
        var (n, account) = (Portal.Next(), await Accounts.Accounts.AnAccount(portal, isAdministrator: true));
        var kind = await portal.AKind($"Loại {n}");
        var successor = await portal.AnOrganization($"Kế thừa {n}", kind);
        await portal.Merge(await portal.AnOrganization($"Cũ {n}", kind), successor, new(2025, 6, 30));
        var few = await StatementCounter.Of(portal, account.Id, $"{List}?loai={kind}");
        for (var made = 0; made < 19; made++)
        {
            await portal.Merge(await portal.AnOrganization($"Cũ {made} {n}", kind), successor, new(2025, 6, 30));
        }

        (await StatementCounter.Of(portal, account.Id, $"{List}?loai={kind}")).ShouldBe(few);
        few.ShouldBeLessThanOrEqualTo(10);
    }

    [Fact]
    public async Task An_organization_is_added_and_described_and_what_is_wrong_is_told_beside_its_field()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        var (kind, parent) = (await portal.AKind($"Loại {n}"), await portal.AnOrganization($"Cấp trên t{n}"));
        var empty = await admin.See(List + "/them");
        var refused = await admin.Submit(empty.FormTo("/them"), ("Name", $"Sở Mới {n}"), ("Parent", "không có đơn vị này"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.Html();
        again.Says().ShouldContain("Nhập mã đơn vị.");
        again.Says().ShouldContain("Chọn loại đơn vị.");
        again.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe($"Sở Mới {n}");
        again.QuerySelector("[name=Parent]")!.GetAttribute("value").ShouldBe("không có đơn vị này");

        refused = await admin.Submit(again.FormTo("/them"), ("Code", $"S{n}"), ("KindId", $"{kind}"));
        (await refused.Html()).QuerySelector("#f-Parent-problem")!.TextContent.ShouldContain("Không tìm thấy đơn vị");
        var page = await admin.Follow(await admin.Submit(again.FormTo("/them"), ("Code", $"S{n}"), ("KindId", $"{kind}"), ("Parent", $"cap tren t{n}"), ("ValidFromOn", "01/03/2020")));
        page.QuerySelector("[name=Parent]")!.GetAttribute("value")!.ShouldStartWith($"Cấp trên t{n}");
        page.QuerySelector("[name=ValidFromOn]")!.GetAttribute("value").ShouldBe("01/03/2020");

        var taken = await admin.Submit((await admin.See(List + "/them")).FormTo("/them"), ("Name", "Trùng mã"), ("Code", $"S{n}"), ("KindId", $"{kind}"));
        (await taken.Html()).QuerySelector("#f-Code-problem")!.TextContent.ShouldContain("đã dùng cho đơn vị khác");
        (await admin.See($"{List}/{parent}")).Body!.TextContent.ShouldContain($"Sở Mới {n}");
    }

    [Fact]
    public async Task C2_The_second_of_two_administrators_sees_both_texts()
    {
        var (first, second, n) = (await portal.AnAdministrator(), await portal.AnAdministrator(), Portal.Next());
        var url = $"{List}/{await portal.AnOrganization($"Tên cũ {n}")}";
        var seen = await second.See(url);
        await first.Submit((await first.See(url)).FormTo(url), ("Name", $"Tên của người trước {n}"));
        var answer = await second.Submit(seen.FormTo(url), ("Name", $"Tên của người sau {n}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.QuerySelector("[name=Name]")!.GetAttribute("value").ShouldBe($"Tên của người sau {n}");
        page.QuerySelector("#f-Name-hint")!.TextContent.ShouldBe($"Đang lưu: Tên của người trước {n}");
        (await second.Follow(await second.Submit(page.FormTo(url)))).QuerySelector("h1")!.TextContent.ShouldBe($"Tên của người sau {n}");
    }

    [Fact]
    public async Task A_merger_asks_first_and_is_shown_on_both_sides()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        var (former, successor) = (await portal.AnOrganization($"Bên nhập a{n}"), await portal.AnOrganization($"Bên nhận b{n}"));
        var form = (await admin.See($"{List}/{former}")).FormTo("/sap-nhap");
        form.GetAttribute("data-confirm")!.ShouldContain("vẫn ghi tên cũ");
        (await (await admin.Submit(form, ("Successor", $"b{n}"))).Html()).Says().ShouldContain("Nhập ngày cuối cùng hoạt động.");

        var page = await admin.Follow(await admin.Submit(form, ("Successor", $"b{n}"), ("LastOn", "30/06/2025")));
        page.Body!.TextContent.ShouldContain("Từ ngày 01/07/2025 nay là");
        (await admin.See($"{List}/{successor}")).QuerySelector("main ul")!.TextContent.ShouldContain($"Bên nhập a{n}");

        var back = (await admin.See($"{List}/{successor}")).FormTo("/sap-nhap");
        var itself = await admin.Submit(back, ("Successor", $"b{n}"), ("LastOn", "01/01/2026"));
        (await itself.Html()).QuerySelector("#f-Successor-problem")!.TextContent.ShouldContain("phải là đơn vị khác");
        await admin.Follow(await admin.Submit((await admin.See($"{List}/{successor}")).FormTo($"/{successor}"), ("ValidFromOn", "01/02/2010")));
        back = (await admin.See($"{List}/{successor}")).FormTo("/sap-nhap");
        var tooEarly = await admin.Submit(back, ("Successor", $"a{n}"), ("LastOn", "01/01/2010"));
        (await tooEarly.Html()).QuerySelector("#f-LastOn-problem")!.TextContent.ShouldContain("01/02/2010");
        var ended = await admin.Submit(back, ("Successor", $"a{n}"), ("LastOn", "01/01/2026"));
        (await ended.Html()).QuerySelector("#f-Successor-problem")!.TextContent.ShouldContain("thôi hoạt động");
        var circle = await admin.Submit(back, ("Successor", $"a{n}"), ("LastOn", "01/01/2024"));
        (await circle.Html()).QuerySelector("#f-Successor-problem")!.TextContent.ShouldContain("đã được sáp nhập vào chính đơn vị này");
    }

    [Fact]
    public async Task Nobody_stands_above_the_organization_above()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        var (above, below) = (await portal.AnOrganization($"Trên c{n}"), await portal.AnOrganization($"Dưới d{n}"));
        await admin.Follow(await admin.Submit((await admin.See($"{List}/{below}")).FormTo($"/{below}"), ("Parent", $"c{n}")));
        var own = await admin.Submit((await admin.See($"{List}/{above}")).FormTo($"/{above}"), ("AdvisingBody", $"c{n}"));
        (await own.Html()).QuerySelector("#f-AdvisingBody-problem")!.TextContent.ShouldContain("đơn vị khác");
        var circle = await admin.Submit((await admin.See($"{List}/{above}")).FormTo($"/{above}"), ("Parent", $"d{n}"));
        circle.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await circle.Html()).QuerySelector("#f-Parent-problem")!.TextContent.ShouldContain("đang là cấp trên");
    }

    [Fact]
    public async Task Kinds_are_added_and_renamed_and_none_stands_twice()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        var page = await admin.Follow(await admin.Submit((await admin.See(List + "/loai")).FormTo("/loai"), ("Name", $"Hội {n}")));
        (await (await admin.Submit(page.FormTo("/loai"), ("Name", $"Hội {n}"))).Html()).Says().ShouldContain("đã có");
        var id = await portal.WithDb(db => db.OrganizationKinds.Where(kind => kind.Name == $"Hội {n}").Select(kind => kind.Id).SingleAsync());
        var renamed = await admin.Follow(await admin.Submit(page.FormTo($"/loai/{id}"), ("Name", $"Hội nghề nghiệp {n}")));
        renamed.QuerySelector($"#kind-{id}")!.GetAttribute("value").ShouldBe($"Hội nghề nghiệp {n}");
        var unnamed = await admin.Submit(renamed.FormTo($"/loai/{id}"), ("Name", " "));
        (await unnamed.Html()).QuerySelector($"#kind-{id}-problem")!.TextContent.ShouldBe("Nhập tên loại đơn vị.");
    }

    [Fact]
    public async Task Suggestions_come_for_whichever_field_asks()
    {
        var (admin, n) = (await portal.AnAdministrator(), Portal.Next());
        await portal.AnOrganization($"Gợi ý e{n}");
        (await admin.See($"{List}/goi-y?Successor=goi+y+e{n}")).QuerySelectorAll("option").Length.ShouldBe(1);
    }

    [Theory]
    [InlineData(List)]
    [InlineData(List + "/them")]
    [InlineData(List + "/1")]
    [InlineData(List + "/loai")]
    [InlineData(List + "/goi-y")]
    public async Task For_who_does_not_administer_these_pages_do_not_exist(string url)
    {
        var year = await ClusterYearInTest.Make(portal);
        (await year.HeadOf(year.Authority).GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.AsStranger().GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
