using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Results;

namespace ThiDua.Web.Tests.Clusters;

public sealed class DelegationTests(Portal portal)
{
    private static readonly (string, string)[] Document = [("Document.Number", "05/GUQ-UBND"), ("Document.IssuedOn", "20/11/2020"), ("Document.Issuer", "Ủy ban nhân dân tỉnh")];

    private static async Task<HttpResponseMessage> Delegate(ClusterYearInTest year, HttpClient person, string fromOn, string toOn, params Permission[] scope)
    {
        var form = (await person.See($"{year.Url}/uy-quyen/them")).FormTo("/uy-quyen/them");
        foreach (var permission in scope)
        {
            form.Elements.OfType<IHtmlInputElement>().Single(box => box.Name == "Scope" && box.Value == $"{permission}").IsChecked = true;
        }

        return await person.Submit(form, [.. Document, ("DeputyId", $"{year.Deputy.Id}"), ("FromOn", fromOn), ("ToOn", toOn)]);
    }

    // The host's clock is the real one.
    private static string Day(int fromToday) => DateTime.UtcNow.AddHours(7).AddDays(fromToday).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_deputy_does_for_the_leader_what_a_delegation_names_and_the_history_says_by_which()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 7);
        }

        var deputy = year.ClerkOf(year.Deputy);
        (await deputy.GetAsync($"{year.Url}/xep-hang/khoa-nhap-lieu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var head = year.HeadOf(year.Leader);
        (await head.Follow(await Delegate(year, head, Day(-1), Day(10), Permission.CloseEntry))).Says().ShouldContain("Đã ghi nhận ủy quyền.");

        var url = $"{year.Url}/xep-hang/khoa-nhap-lieu";
        (await deputy.Follow(await deputy.Submit((await deputy.See(url)).FormTo("khoa-nhap-lieu")))).Says().ShouldContain("Đã khóa nhập liệu.");
        (await deputy.See($"{year.Url}/lich-su")).Body!.TextContent.ShouldContain("Theo ủy quyền của đơn vị trưởng tại văn bản số 05/GUQ-UBND ngày 20/11/2020");
        (await year.HeadOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/cong-bo-du-kien")).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "publishing was not delegated");
    }

    [Fact]
    public async Task A_delegated_appraiser_appraises_other_units_but_never_its_own()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        foreach (var unit in year.Units)
        {
            await year.FillAndSubmit(portal, unit, growth: 7);
        }

        var sheets = await portal.WithDb(db => db.ScoreSheets.ToDictionaryAsync(row => row.UnitId, row => row.Id), year.Acting(year.Leader, Capacity.Head));
        var deputy = year.ClerkOf(year.Deputy);
        (await deputy.GetAsync($"{year.Url}/tham-dinh/{sheets[year.Member.Id]}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Delegate(year, year.HeadOf(year.Leader), Day(0), Day(0), Permission.AppraiseScores);
        (await deputy.GetAsync($"{year.Url}/tham-dinh/{sheets[year.Member.Id]}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await deputy.GetAsync($"{year.Url}/tham-dinh/{sheets[year.Deputy.Id]}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await deputy.See($"{year.Url}/tham-dinh")).QuerySelectorAll("tbody tr").Length.ShouldBe(2, "the leader's sheet and the member's");
    }

    [Theory]
    [InlineData(-10, -1)]
    [InlineData(1, 10)]
    public async Task D1_Before_its_first_and_after_its_last_day_a_delegation_gives_nothing(int from, int to)
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        (await Delegate(year, year.HeadOf(year.Leader), Day(from), Day(to), Permission.CloseEntry)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await year.ClerkOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/khoa-nhap-lieu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task It_ends_with_the_leader_who_gave_it()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        await Delegate(year, year.HeadOf(year.Leader), Day(-5), Day(10), Permission.CloseEntry);
        var authority = year.ClerkOf(year.Authority);
        await authority.Follow(await authority.Submit((await authority.See($"{year.Url}/thiet-lap/truong")).FormTo("/truong"), [.. Document, ("OrganizationId", $"{year.Member.Id}"), ("FromOn", Day(0))]));
        (await year.ClerkOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/khoa-nhap-lieu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_leader_ends_it_early_and_what_was_done_stays()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        await year.IssueWithCells(portal);
        var head = year.HeadOf(year.Leader);
        await Delegate(year, head, Day(-5), Day(10), Permission.CloseEntry);
        var id = await portal.WithDb(db => db.Delegations.Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        var end = $"{year.Url}/uy-quyen/{id}/cham-dut";
        (await head.Follow(await head.Submit((await head.See(end)).FormTo("/cham-dut"), [.. Document, ("ToOn", Day(-1))]))).Says().ShouldContain("Đã chấm dứt ủy quyền.");
        (await year.ClerkOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/khoa-nhap-lieu")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await head.Submit((await head.See(end)).FormTo("/cham-dut"), [.. Document, ("ToOn", Day(5))])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "never longer than it was");
    }

    [Fact]
    public async Task Nothing_chosen_and_days_reversed_are_told_beside_their_fields()
    {
        var year = await ClusterYearInTest.Make(portal, units: 3);
        var page = await (await Delegate(year, year.HeadOf(year.Leader), Day(3), Day(1))).Html();
        page.QuerySelector("#f-Scope-problem")!.TextContent.ShouldContain("Chọn ít nhất một việc");
        page.QuerySelector("#f-ToOn-problem")!.TextContent.ShouldContain("không được trước");
        page.QuerySelector("[name='Document.Number']")!.GetAttribute("value").ShouldBe("05/GUQ-UBND");
    }

    [Fact]
    public async Task An_observer_reads_all_of_the_year_and_changes_nothing()
    {
        var (year, outside) = (await ClusterYearInTest.Make(portal, units: 3), await ClusterYearInTest.Make(portal));
        await year.IssueWithCells(portal);
        await year.FillAndSubmit(portal, year.Member, growth: 7);
        var observer = outside.Member;
        var (clerk, authority) = (year.ClerkOf(observer), year.ClerkOf(year.Authority));
        (await clerk.GetAsync(year.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var appoint = (await authority.See($"{year.Url}/thiet-lap/theo-doi")).FormTo("/theo-doi");
        (await authority.Follow(await authority.Submit(appoint, [.. Document, ("Organization", observer.Name), ("FromOn", "01/06/2020")]))).Body!.TextContent.ShouldContain(observer.Name);

        var sheet = await portal.WithDb(db => db.ScoreSheets.Where(row => row.UnitId == year.Member.Id).Select(row => row.Id).SingleAsync(), year.Acting(year.Leader, Capacity.Head));
        (await clerk.GetAsync($"{year.Url}/cham-diem/{sheet}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await clerk.See("/")).Body!.TextContent.ShouldContain("Cụm");
        foreach (var path in new[] { "/tham-dinh", "/thiet-lap", "/xep-hang/khoa-nhap-lieu", "/tieu-chi/ban-hanh" })
        {
            (await clerk.GetAsync(year.Url + path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        var end = $"{year.Url}/thiet-lap/thoi-theo-doi/{observer.Id}";
        var ending = (await authority.See(end)).FormTo($"/thoi-theo-doi/{observer.Id}");
        (await authority.Follow(await authority.Submit(ending, [.. Document, ("ToOn", Day(-1))]))).Says().ShouldContain("thôi theo dõi");
        (await clerk.GetAsync(year.Url)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
