using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain.Planning;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Consultations;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Plans;

namespace ThiDua.Web.Tests.MyCalendar;

public sealed class CalendarTests(Portal portal)
{
    private async Task<ClusterYearInTest> AYearWithADeadline()
    {
        var year = await ClusterYearInTest.Make(portal);
        var planId = await year.APlan(portal);
        await year.ADeadlineIn(portal, planId);
        await year.With(portal, db => db.Plans.Where(row => row.Id == planId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, PlanState.Issued)));
        return year;
    }

    private static async Task<string> NewFeed(HttpClient person)
    {
        var page = await (await person.Submit((await person.See("/lich")).FormTo("/dia-chi"))).Html();
        return new Uri(page.QuerySelector(".feed-address")!.TextContent).AbsolutePath;
    }

    [Fact]
    public async Task A_month_shows_a_deadline_on_its_last_day_in_time_and_the_list_as_it_is_written()
    {
        var year = await AYearWithADeadline();
        var clerk = year.ClerkOf(year.Member);
        var month = await clerk.See("/lich?thang=2020-07");
        var marked = month.QuerySelectorAll(".month td:not(.other-month)").Where(day => day.QuerySelector(".day-mark") is not null).ShouldHaveSingleItem();
        marked.QuerySelector(".day-number")!.TextContent.ShouldBe("9", "trước ngày 10/7");
        marked.TextContent.ShouldContain("báo cáo sơ kết 6 tháng");
        (await clerk.GetAsync(marked.QuerySelector("a")!.GetAttribute("href")!.Split('#')[0])).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await clerk.See("/lich?thang=2020-07&danh-sach=true")).QuerySelector(".planned-dates tbody")!.TextContent.ShouldContain("trước ngày 10/7/2020");
        (await clerk.See("/lich?thang=2020-08")).QuerySelectorAll(".day-mark").ShouldBeEmpty();
        (await clerk.See("/lich?thang=khong-phai-thang")).QuerySelector("h1")!.TextContent.ShouldContain("Lịch tháng");
        (await year.ClerkOf(await year.AUnit("Đơn vị ngoài cụm")).See("/lich?thang=2020-07")).QuerySelectorAll(".day-mark").ShouldBeEmpty("of no cluster of theirs");
    }

    [Fact]
    public async Task A_feed_tells_a_calendar_program_the_same_dates_and_nobody_guesses_its_address()
    {
        var year = await AYearWithADeadline();
        var path = await NewFeed(year.ClerkOf(year.Member));
        var answer = await portal.AsStranger().GetAsync(path);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/calendar");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var plain = text.Replace("\r\n ", "", StringComparison.Ordinal);
        plain.ShouldContain("DTSTART;VALUE=DATE:20200709\r\nDTEND;VALUE=DATE:20200710");
        plain.ShouldContain("SUMMARY:Hạn: ");
        plain.Split("BEGIN:VEVENT").Length.ShouldBe(2);

        var secret = path.Split('/')[^1].Split('.')[0];
        secret.Length.ShouldBe(43);
        (await portal.WithDb(db => db.Users.CountAsync(row => row.CalendarKeyHash == secret))).ShouldBe(0, "only its hash is kept");
        (await portal.WithDb(db => db.AuditEntries.AnyAsync(row => row.Details.Contains(secret)))).ShouldBeFalse();
        (await portal.WithDb(db => db.AuditEntries.CountAsync(row => row.UserId == year.Member.ClerkId && row.Details.Contains("CalendarFeed")))).ShouldBe(1);
        (await portal.AsStranger().GetAsync(path.Replace(secret, new string('A', 43), StringComparison.Ordinal))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_feed_ends_when_it_is_renewed_or_revoked_and_with_the_account_and_shows_nothing_of_a_past_office()
    {
        var year = await AYearWithADeadline();
        var account = await portal.AnAccount();
        var office = await portal.AnOffice(account.Id, year.Member.Id);
        var person = portal.As(account.Id);
        var first = await NewFeed(person);
        var second = await NewFeed(person);
        (await Status(first)).ShouldBe(HttpStatusCode.NotFound);
        (await Status(second)).ShouldBe(HttpStatusCode.OK);

        await portal.EndOffice(office);
        (await (await portal.AsStranger().GetAsync(second)).Content.ReadAsStringAsync()).ShouldNotContain("VEVENT");
        await person.Follow(await person.Submit((await person.See("/lich")).FormTo("/thu-hoi")));
        (await Status(second)).ShouldBe(HttpStatusCode.NotFound);

        var third = await NewFeed(person);
        await portal.WithDb(db => db.Users.Where(row => row.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.IsLocked, true)));
        (await Status(third)).ShouldBe(HttpStatusCode.NotFound);

        async Task<HttpStatusCode> Status(string path) => (await portal.AsStranger().GetAsync(path)).StatusCode;
    }
}
