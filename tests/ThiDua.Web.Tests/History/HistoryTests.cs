using System.Net;
using AngleSharp.Html.Dom;
using ThiDua.Domain.Access;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.History;

public sealed class HistoryTests(Portal portal)
{
    private static IReadOnlyList<string> Rows(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))];

    private static async Task<IReadOnlyList<string>> Seen(HttpClient reader, ClusterYearInTest year, string query = "") => Rows(await reader.See(year.Url + "/lich-su" + query));

    [Fact]
    public async Task A4_Before_publication_a_unit_sees_only_the_steps_of_its_own_sheet()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        foreach (var unit in year.Units)
        {
            await year.Submit(portal, unit);
        }

        var member = await Seen(year.ClerkOf(year.Member), year);
        member.Count.ShouldBe(2, "its own sheet and the scheme");
        member.ShouldContain(row => row.Contains("Nộp bảng tự chấm điểm") && row.Contains(year.Member.Name));
        member.ShouldContain(row => row.Contains("Ban hành"));
        member.ShouldNotContain(row => row.Contains(year.Leader.Name) && row.Contains("Nộp"));
        var bySheets = await Seen(year.ClerkOf(year.Member), year, "?loai=bang-cham-diem");
        bySheets.Count.ShouldBe(1);

        (await Seen(year.ClerkOf(year.Leader), year, "?loai=bang-cham-diem")).Count.ShouldBe(4, "the leader appraises the other three and has its own");
        (await Seen(year.ClerkOf(year.Deputy), year, "?loai=bang-cham-diem")).Count.ShouldBe(2, "the deputy appraises the leader's sheet and has its own");
        (await Seen(year.ClerkOf(year.StandingBody), year, "?loai=bang-cham-diem")).Count.ShouldBe(4);

        await year.Publish(portal);
        (await Seen(year.ClerkOf(year.Member), year, "?loai=bang-cham-diem")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task What_is_arranged_is_told_with_who_and_by_which_paper()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var (clerk, head) = (year.ClerkOf(year.Leader), year.HeadOf(year.Leader));
        await clerk.Follow(await clerk.Submit((await clerk.See($"{year.Url}/lich-cham-diem/sua")).FormTo("/sua"), ("Entry.ClosesOn", "10/12/2030")));
        await head.Follow(await head.Submit((await head.See($"{year.Url}/cham-tai-cuoc-hop/lap")).FormTo("lap"),
            ("Name", "Phiên họp trù bị"), ("HeldOn", "25/02/2021"), ("SecretaryId", $"{year.Leader.ClerkId}"), ("Document.Number", "03/BB-CTĐ"), ("Document.IssuedOn", "25/02/2021"), ("Document.Issuer", "Cụm thi đua")));
        var seen = await Seen(year.ClerkOf(year.Member), year, "?loai=lich-phan-cong");
        seen.Count.ShouldBe(2);
        seen.ShouldContain(row => row.Contains("Đặt lịch chấm điểm") && row.Contains("đến hết ngày 10/12/2030"));
        seen.ShouldContain(row => row.Contains("Mở chấm tại cuộc họp") && row.Contains("03/BB-CTĐ"));
    }

    [Fact]
    public async Task A4_A_sheet_still_being_entered_shows_its_steps_to_its_unit_alone()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await year.OnSheet(portal, year.Member, year.Acting(year.Leader, Capacity.Head), (sheet, _) => sheet.MarkNotSubmitted(year.Acting(year.Leader, Capacity.Head), new(ClusterYearInTest.Now, "Quá hạn")));
        await year.OnSheet(portal, year.Member, year.Acting(year.Leader, Capacity.Head), (sheet, _) => sheet.AdmitLate(year.Acting(year.Leader, Capacity.Head), new(ClusterYearInTest.Now, "Có văn bản xin gia hạn")));

        (await Seen(year.ClerkOf(year.Member), year, "?loai=bang-cham-diem")).Count.ShouldBe(2);
        (await Seen(year.HeadOf(year.StandingBody), year, "?loai=bang-cham-diem")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A4_What_the_appraiser_wrote_of_the_leaders_sheet_is_not_shown_to_the_leader_before_the_appraisal_is_done()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await year.Submit(portal, year.Leader);
        var deputy = year.Acting(year.Deputy, Capacity.Head);
        await year.OnSheet(portal, year.Leader, deputy, (sheet, duty) => sheet.Appraise(deputy, new(ClusterYearInTest.Now.AddHours(2), "Nhận xét kín một"), duty, []));
        (await Seen(year.ClerkOf(year.Leader), year)).ShouldContain(row => row.Contains("Nhận xét kín một"));
        await year.OnSheet(portal, year.Leader, deputy, (sheet, duty) => sheet.ReopenAppraisal(deputy, new(ClusterYearInTest.Now.AddHours(3), "Nghi vấn mục I.1"), duty));

        var leader = await Seen(year.HeadOf(year.Leader), year);
        leader.ShouldContain(row => row.Contains("Mở lại thẩm định"));
        leader.ShouldNotContain(row => row.Contains("Nghi vấn mục I.1") || row.Contains("Nhận xét kín một"));
        (await Seen(year.HeadOf(year.Deputy), year)).ShouldContain(row => row.Contains("Nghi vấn mục I.1"));
    }

    [Fact]
    public async Task L3_The_reason_of_a_return_reaches_the_unit()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await year.Submit(portal, year.Member);
        var leader = year.Acting(year.Leader, Capacity.Head);
        await year.OnSheet(portal, year.Member, leader, (sheet, duty) => sheet.Return(leader, new(ClusterYearInTest.Now.AddHours(2), "Thiếu minh chứng <b>mục II</b>"), duty));
        var rows = await Seen(year.ClerkOf(year.Member), year);
        rows[0].ShouldContain("Trả lại");
        rows[0].ShouldContain("Đã nộp → Trả lại");
        rows[0].ShouldContain("Lý do: Thiếu minh chứng <b>mục II</b>");
        rows[1].ShouldContain("Nộp bảng tự chấm điểm");
        rows[0].ShouldContain("Cương vị thử");
    }

    [Fact]
    public async Task A_step_recorded_from_paper_names_the_paper()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        await year.Submit(portal, year.Member, new("15/BC-UBND", new(2020, 11, 5), "Trần Văn Ký", "Phó Chủ tịch"));
        (await Seen(year.ClerkOf(year.Member), year))[0].ShouldContain("Theo văn bản đã ký số 15/BC-UBND ngày 05/11/2020, người ký: Trần Văn Ký, Phó Chủ tịch");
    }

    [Fact]
    public async Task Another_cluster_year_has_another_history_and_strangers_have_none()
    {
        var (year, other) = (await ClusterYearInTest.Make(portal), await ClusterYearInTest.Make(portal));
        await year.Issue(portal);
        (await other.ClerkOf(other.Leader).See(other.Url + "/lich-su")).QuerySelector(".empty").ShouldNotBeNull();
        (await other.ClerkOf(other.Leader).GetAsync(year.Url + "/lich-su")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.AsStranger().GetAsync(year.Url + "/lich-su")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_long_history_is_cut_into_pages_that_keep_the_filter()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        var leader = year.Acting(year.Leader, Capacity.Head);
        for (var round = 0; round < 11; round++)
        {
            var at = ClusterYearInTest.Now.AddHours(round);
            await year.OnSheet(portal, year.Member, leader, (sheet, _) =>
            {
                sheet.MarkNotSubmitted(leader, new(at, $"Vòng {round}"));
                sheet.AdmitLate(leader, new(at.AddMinutes(1), $"Vòng {round}"));
            });
        }

        var page = await year.ClerkOf(year.Member).See(year.Url + "/lich-su?loai=bang-cham-diem");
        Rows(page).Count.ShouldBe(20);
        Rows(page)[0].ShouldContain("Vòng 10");
        var next = await year.ClerkOf(year.Member).See(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Rows(next).Count.ShouldBe(2);
        Rows(next)[1].ShouldContain("Vòng 0");
    }
}
