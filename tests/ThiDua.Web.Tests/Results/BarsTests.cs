using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Results;

public sealed class BarsTests(Portal portal)
{
    private static readonly (string, string)[] Minutes = [("Document.Number", "05/BB-CTĐ"), ("Document.IssuedOn", "25/2/2021"), ("Document.Issuer", "Cụm thi đua")];

    private async Task<ClusterYearInTest> AClosedYear()
    {
        var year = await ClusterYearInTest.Make(portal, units: 4);
        await year.IssueWithCells(portal);
        foreach (var (unit, index) in year.Units.Select((unit, index) => (unit, index)))
        {
            await year.FillAndSubmit(portal, unit, growth: 8.4m - (index * 0.4m));
            await year.Appraise(portal, unit);
        }

        await Take(year.ClerkOf(year.Leader), year, "khoa-nhap-lieu");
        return year;
    }

    private static async Task<HttpResponseMessage> Take(HttpClient person, ClusterYearInTest year, string path, params (string, string)[] typed) =>
        await person.Submit((await person.See($"{year.Url}/xep-hang/{path}")).FormTo(path), typed);

    private static async Task<HttpResponseMessage> Bar(HttpClient person, ClusterYearInTest year, UnitInTest unit, params (string, string)[] more)
    {
        var form = (await person.See($"{year.Url}/xep-hang/khong-xet/ghi-nhan")).FormTo("ghi-nhan");
        ((IHtmlInputElement)form.QuerySelector("#f-Touches-Honour")!).IsChecked = true;
        return await person.Submit(form, [("UnitId", $"{unit.Id}"), ("Kind", "Discipline"), ("Rule", "Điều 9 Quy chế"), ("Reason", "Lãnh đạo đơn vị bị kỷ luật"), ("Document.Number", "9/QĐ-TU"), ("Document.IssuedOn", "01/11/2020"), ("Document.Issuer", "Tỉnh ủy"), .. more]);
    }

    private Task<ResultBar> TheBar(ClusterYearInTest year) => portal.WithDb(db => db.ResultBars.AsNoTracking().SingleAsync(), year.Acting(year.Leader, Capacity.Head));

    [Fact]
    public async Task A_barred_unit_keeps_points_and_rank_and_the_next_moves_up_on_page_and_paper()
    {
        var year = await AClosedYear();
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        (await clerk.Follow(await Bar(clerk, year, year.Deputy))).Says().ShouldContain("giữ nguyên điểm và thứ hạng điểm");
        await head.Follow(await Take(head, year, "cong-bo-du-kien"));
        var adopted = await head.Follow(await Take(head, year, "thong-qua", Minutes));
        var rows = adopted.QuerySelectorAll(".result-table tbody tr").Select(row => row.QuerySelectorAll("td, th").Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        rows.Select(row => row[0]).ShouldBe(["1", "2", "3", "4"]);
        adopted.QuerySelectorAll("[data-honour]").Select(cell => cell.TextContent).ShouldBe(["Dẫn đầu", "", "Nhì", ""]);
        adopted.QuerySelectorAll("[data-note]").Select(note => note.TextContent).ShouldContain("Không xét suy tôn: Lãnh đạo đơn vị bị kỷ luật (văn bản số 9/QĐ-TU ngày 01/11/2020 của Tỉnh ủy; theo Điều 9 Quy chế).");
        var (layer, differences) = await portal.WithDb(async db => (await db.ResultLayers.OrderBy(row => row.Id).Select(row => row.Id).LastAsync(), (await db.ResultLayers.Include(row => row.Rows).ToListAsync()).SelectMany(row => row.Differences()).ToList()), year.Acting(year.Leader, Capacity.Head));
        differences.ShouldBeEmpty();
        (await year.ClerkOf(year.Member).GetStringAsync($"{year.Url}/xep-hang/{layer}/bang-tong-hop.html")).ShouldContain("Không xét suy tôn: Lãnh đạo đơn vị bị kỷ luật");

        // What comes after does not touch what was frozen.
        await Take(head, year, $"khong-xet/{(await TheBar(year)).Id}/go-bo", ("Reason", "Hết thời hạn"));
        (await head.See($"{year.Url}/xep-hang")).QuerySelector(".result-table")!.TextContent.ShouldContain("Không xét suy tôn");
    }

    [Fact]
    public async Task A_barred_unit_is_given_no_honour_even_with_a_reason()
    {
        var year = await AClosedYear();
        var head = year.HeadOf(year.Leader);
        await head.Follow(await Bar(head, year, year.Deputy));
        await Take(head, year, "cong-bo-du-kien");
        var refused = await Take(head, year, "thong-qua", [.. Minutes, ("Honours[1].Honour", "Nhì"), ("Honours[1].Reason", "Theo ý kiến Hội nghị")]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Html()).Body!.TextContent.ShouldContain("đang không được xét hoặc tạm dừng xét suy tôn");
    }

    [Fact]
    public async Task A4_A_bar_is_lifted_by_a_second_person_only()
    {
        var year = await AClosedYear();
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        await clerk.Follow(await Bar(clerk, year, year.Member));
        var lift = $"khong-xet/{(await TheBar(year)).Id}/go-bo";
        (await clerk.See($"{year.Url}/xep-hang/khong-xet")).QuerySelectorAll("a[href$='/go-bo']").ShouldBeEmpty();
        (await clerk.GetAsync($"{year.Url}/xep-hang/{lift}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await year.HeadOf(year.Deputy).GetAsync($"{year.Url}/xep-hang/{lift}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Take(head, year, lift)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await head.Follow(await Take(head, year, lift, ("Reason", "Kết luận số 3: không vi phạm")))).Says().ShouldContain("Đã gỡ bỏ.");
        (await TheBar(year)).State.ShouldBe(BarState.Lifted);
        (await head.See($"{year.Url}/lich-su?loai=khong-xet")).QuerySelectorAll("[data-step]").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A4_The_leaders_own_bar_is_the_deputys_and_the_authoritys_to_record()
    {
        var year = await AClosedYear();
        var own = (await year.ClerkOf(year.Leader).See($"{year.Url}/xep-hang/khong-xet/ghi-nhan")).QuerySelectorAll("#f-UnitId option").Select(option => option.GetAttribute("value")).ToList();
        own.ShouldNotContain($"{year.Leader.Id}");
        own.ShouldContain($"{year.Member.Id}");
        var deputy = year.ClerkOf(year.Deputy);
        (await deputy.See($"{year.Url}/xep-hang/khong-xet/ghi-nhan")).QuerySelectorAll("#f-UnitId option").Select(option => option.GetAttribute("value")).ShouldBe(["", $"{year.Leader.Id}"]);
        await deputy.Follow(await Bar(deputy, year, year.Leader));
        (await year.HeadOf(year.Leader).GetAsync($"{year.Url}/xep-hang/khong-xet/{(await TheBar(year)).Id}/go-bo")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var authority = year.HeadOf(year.Authority);
        await authority.Follow(await Take(authority, year, $"khong-xet/{(await TheBar(year)).Id}/go-bo", ("Reason", "Đã có kết luận")));
    }

    [Fact]
    public async Task Before_publication_other_members_know_nothing_of_a_bar()
    {
        var year = await AClosedYear();
        var clerk = year.ClerkOf(year.Leader);
        await clerk.Follow(await Bar(clerk, year, year.Member));
        var other = year.HeadOf(year.Units[3]);
        (await other.See($"{year.Url}/xep-hang/khong-xet")).QuerySelectorAll("[data-bar]").ShouldBeEmpty();
        (await other.See($"{year.Url}/lich-su?loai=khong-xet")).QuerySelectorAll("[data-step]").ShouldBeEmpty();
        (await year.HeadOf(year.Member).See($"{year.Url}/xep-hang/khong-xet")).QuerySelectorAll("[data-bar]").Length.ShouldBe(1);
        var head = year.HeadOf(year.Leader);
        await Take(head, year, "cong-bo-du-kien");
        (await other.See($"{year.Url}/xep-hang/khong-xet")).QuerySelectorAll("[data-bar]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task C1_Who_prepared_an_act_before_a_bar_was_recorded_is_told()
    {
        var year = await AClosedYear();
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        var form = (await head.See($"{year.Url}/xep-hang/cong-bo-du-kien")).FormTo("cong-bo-du-kien");
        await clerk.Follow(await Bar(clerk, year, year.Member));
        (await head.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Bar(clerk, year, year.Member, ("Version", "-1"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }
}
