using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Home;
using static ThiDua.Web.Tests.LegalBases.BasesInTest;

namespace ThiDua.Web.Tests.LegalBases;

public sealed class LegalBasisPagesTests(Portal portal)
{
    private static readonly (string, string)[] Typed = [("Kind", "Quyết định"), ("IssuedOn", "27/5/2019"), ("Issuer", "Cụm thi đua"), ("Abstract", "về việc ban hành Quy chế"), ("InForceFrom", "27/5/2019")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<HttpClient> Administrator() => portal.As((await portal.AnAccount(isAdministrator: true)).Id);

    [Fact]
    public async Task The_leaders_staff_keep_the_clusters_list_and_the_others_read_it()
    {
        var year = await ClusterYearInTest.Make(portal);
        var number = $"{Portal.Next()}/QĐ-CTĐ";
        var head = year.HeadOf(year.Leader);
        var shown = await head.Follow(await head.Submit((await head.See($"{year.Url}/can-cu/them")).FormTo("/them"), [.. Typed, ("Number", number)]));
        shown.QuerySelector("h1")!.TextContent.ShouldBe($"Quyết định số {number}");
        var here = new Uri(shown.Url).AbsolutePath;
        foreach (var reader in new[] { year.ClerkOf(year.Member), year.ClerkOf(year.Deputy), year.ClerkOf(year.StandingBody), year.HeadOf(year.Authority) })
        {
            (await reader.See($"{year.Url}/can-cu?q={number}")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
            (await reader.See(here)).Forms.ShouldNotContain(form => form.Action.Contains("/can-cu"));
            (await reader.GetAsync($"{year.Url}/can-cu/them", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        var page = await head.See(here);
        page = await head.Follow(await head.Submit(page.FormTo(here), ("Note", "Đã đối chiếu")));
        TasksInTest.Words(page.Body!.TextContent).ShouldContain("Ghi chú: – → Đã đối chiếu");
    }

    [Fact]
    public async Task A1_What_another_cluster_added_does_not_exist_here()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        var number = $"{Portal.Next()}/KH-RIENG";
        var foreign = await other.ALegalBasis(portal, number);
        var head = year.HeadOf(year.Leader);
        (await head.See($"{year.Url}/can-cu?q={number}")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await head.GetAsync($"{year.Url}/can-cu/{foreign}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var token = (await head.See($"{year.Url}/can-cu/them")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var path in new[] { "", "/xoa" })
        {
            (await head.PostAsync($"{year.Url}/can-cu/{foreign}{path}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Kind", "Luật"), new("Abstract", "A")]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var admin = await Administrator();
        (await admin.See($"/quan-tri/can-cu?q={number}")).QuerySelectorAll("tbody tr").ShouldBeEmpty();
        (await admin.GetAsync($"/quan-tri/can-cu/{foreign}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var refused = await head.Submit((await head.See($"{year.Url}/can-cu/them")).FormTo("/them"), [.. Typed, ("Number", $"{Portal.Next()}/QĐ"), ("ReplacedById", $"{foreign}")]);
        (await refused.Html()).Says().ShouldContain("Chọn văn bản trong danh mục");
    }

    [Fact]
    public async Task Everybodys_list_is_not_changed_from_a_cluster()
    {
        var year = await ClusterYearInTest.Make(portal);
        var head = year.HeadOf(year.Leader);
        var law = await portal.OfPortal("06/2022/QH15");
        (await head.See($"{year.Url}/can-cu/{law}")).Forms.ShouldNotContain(form => form.Action.Contains("/can-cu"));
        var token = (await head.See($"{year.Url}/can-cu/them")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await head.PostAsync($"{year.Url}/can-cu/{law}/xoa", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancel)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var again = await head.Submit((await head.See($"{year.Url}/can-cu/them")).FormTo("/them"), ("Kind", "Luật"), ("Number", "6/2022/QH15"), ("Abstract", "Thi đua"));
        (await again.Html()).Says().ShouldContain("Danh mục chung đã có Luật Thi đua, khen thưởng số 06/2022/QH15");
    }

    [Fact]
    public async Task C1_The_second_of_two_writers_is_told_and_sees_both_texts()
    {
        var year = await ClusterYearInTest.Make(portal);
        var here = $"{year.Url}/can-cu/{await year.ALegalBasis(portal)}";
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var late = (await clerk.See(here)).FormTo(here);
        await head.Follow(await head.Submit((await head.See(here)).FormTo(here), ("Abstract", "Lãnh đạo sửa trước")));
        var answer = await clerk.Submit(late, ("Abstract", "Chuyên viên sửa sau"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var page = await answer.Html();
        page.Says().ShouldContain("vừa cập nhật lúc");
        page.QuerySelector("#dang-luu")!.TextContent.ShouldContain("Lãnh đạo sửa trước");
        page.QuerySelector("textarea[name=Abstract]")!.TextContent.ShouldBe("Chuyên viên sửa sau");
        await clerk.Follow(await clerk.Submit(page.FormTo(here)));
    }

    [Fact]
    public async Task What_a_plan_cites_is_not_removed_but_ended()
    {
        var year = await ClusterYearInTest.Make(portal, units: 2);
        var number = $"{Portal.Next()}/KH-UBND";
        var here = $"{year.Url}/can-cu/{await year.ALegalBasis(portal, number)}";
        await year.APlanOn(portal, year.Id, new BasisDescription(BasisOpening.PursuantTo, "Kế hoạch") { Number = number });
        var head = year.HeadOf(year.Leader);
        (await head.Follow(await head.Submit((await head.See(here)).FormTo("/xoa")))).Says().ShouldContain("Ghi ngày cuối cùng có hiệu lực thay vì xóa");
        var page = await head.Follow(await head.Submit((await head.See(here)).FormTo(here), ("InForceTo", "31/12/2020")));
        page.QuerySelector(".page-head")!.TextContent.ShouldContain("Hết hiệu lực");
        var unused = $"{year.Url}/can-cu/{await year.ALegalBasis(portal)}";
        await head.Follow(await head.Submit((await head.See(unused)).FormTo("/xoa")));
        (await head.GetAsync(unused, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Administrators_keep_the_list_that_every_installation_begins_with()
    {
        var admin = await Administrator();
        var decree = await portal.OfPortal("91/2017/NĐ-CP");
        (await admin.See("/quan-tri/can-cu?tinh-trang=con&ngay=02/07/2020&q=nghi+dinh")).Body!.TextContent.ShouldContain("91/2017/NĐ-CP");
        var in2026 = (await admin.See("/quan-tri/can-cu?tinh-trang=con&ngay=01/02/2026&q=nghi+dinh")).Body!.TextContent;
        in2026.ShouldContain("152/2025/NĐ-CP");
        in2026.ShouldNotContain("Nghị định số 91/2017/NĐ-CP");
        (await admin.See("/quan-tri/can-cu?tinh-trang=kiem-tra")).Body!.TextContent.ShouldContain("06/2026/QH16");
        (await admin.See("/quan-tri/can-cu?sap-xep=moi")).QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(10);
        (await admin.See("/quan-tri/can-cu?ngay=32/13/2020")).Says().ShouldContain("ngày/tháng/năm");
        (await admin.See("/quan-tri/can-cu?q=khong+co")).QuerySelector(".empty").ShouldNotBeNull();

        var page = await admin.See($"/quan-tri/can-cu/{decree}");
        page.Body!.TextContent.ShouldContain("Cổng ThiDua");
        var refused = await admin.Submit(page.FormTo($"/{decree}"), ("InForceTo", "01/01/2017"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var circle = await admin.Submit((await admin.See($"/quan-tri/can-cu/{await portal.OfPortal("152/2025/NĐ-CP")}")).FormTo($"/{await portal.OfPortal("152/2025/NĐ-CP")}"), ("ReplacedById", $"{decree}"));
        (await circle.Html()).Says().ShouldContain("lại được thay bằng chính văn bản này");
        var successor = await admin.See($"/quan-tri/can-cu/{await portal.OfPortal("98/2023/NĐ-CP")}"); // the list itself rests on it, whatever plans do
        (await admin.Follow(await admin.Submit(successor.FormTo("/xoa")))).Says().ShouldContain("thay vì xóa");
    }

    [Fact]
    public async Task Who_led_a_year_that_is_over_keeps_the_list_no_longer()
    {
        var year = await ClusterYearInTest.Make(portal);
        var here = $"{year.Url}/can-cu/{await year.ALegalBasis(portal)}";
        var head = year.HeadOf(year.Leader);
        var form = (await head.See(here)).FormTo(here);
        await year.Conclude(portal);
        (await head.See(here)).Forms.ShouldNotContain(one => one.Action.Contains("/can-cu"));
        var refused = await head.Submit(form, ("Note", "Sau khi kết thúc"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Says().ShouldContain("Năm thi đua đã kết thúc");
    }

    [Fact]
    public async Task The_portals_list_is_planted_once_with_its_successors_and_amendments()
    {
        var rows = await portal.WithDb(db => db.LegalBases.AsNoTracking().Where(row => row.ClusterId == null).ToListAsync());
        var byNumber = rows.ToDictionary(row => row.Number!);
        byNumber["15/2003/QH11"].ReplacedById.ShouldBe(byNumber["06/2022/QH15"].Id);
        byNumber["39/2013/QH13"].AmendsId.ShouldBe(byNumber["15/2003/QH11"].Id);
        (byNumber["01/2024/TT-BNV"].InForceTo, byNumber["15/2025/TT-BNV"].InForceFrom).ShouldBe((new DateOnly(2025, 8, 4), new DateOnly(2025, 8, 5)));
        byNumber["06/2026/QH16"].IsToBeVerified.ShouldBeTrue();
        await Data.PortalData.Migrate(portal.Services);
        (await portal.WithDb(db => db.LegalBases.CountAsync(row => row.ClusterId == null))).ShouldBe(rows.Count);
    }
}
