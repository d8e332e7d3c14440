using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ThiDua.Domain;
using ThiDua.Domain.Access;
using ThiDua.Domain.Scoring;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Consultations;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.History;
using ThiDua.Web.Tests.Home;

namespace ThiDua.Web.Tests.Notices;

public sealed class NotificationTests(Portal portal)
{
    private const string Page = "/thong-bao";
    private static readonly StepNote Note = new(ClusterYearInTest.Now.AddHours(2), "Bổ sung minh chứng mục II.1");

    private async Task<ClusterYearInTest> AnIssuedYear()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.Issue(portal);
        return year;
    }

    private Task<List<Notification>> Of(int userId, string about) =>
        portal.WithDb(db => db.Notifications.AsNoTracking().Where(row => row.UserId == userId && row.Title.Contains(about)).OrderBy(row => row.Id).ToListAsync());

    private async Task<int> Count(int userId, string about) => (await Of(userId, about)).Count;

    private Task<int> Return(ClusterYearInTest year, UnitInTest unit, Actor by) => year.OnSheet(portal, unit, by, (sheet, duty) => sheet.Return(by, Note, duty));

    [Fact]
    public async Task L3_A_returned_sheet_is_told_with_its_reason_to_its_unit_and_to_nobody_else()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        await Return(year, year.Member, year.Acting(year.Leader, Capacity.Clerk));
        foreach (var own in new[] { year.Member.ClerkId, year.Member.HeadId })
        {
            var notice = (await Of(own, "được trả lại")).ShouldHaveSingleItem();
            notice.Detail.ShouldBe(Note.Reason);
            notice.Place.ShouldNotBeNull().ShouldContain("2020");
        }

        foreach (var other in new[] { year.Leader.ClerkId, year.Leader.HeadId, year.Deputy.ClerkId, year.Units[3].ClerkId, year.Authority.ClerkId, year.StandingBody.ClerkId })
        {
            (await Count(other, "được trả lại")).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A4_The_leaders_own_sheet_is_told_to_the_deputy_and_never_to_the_leaders_appraisers()
    {
        var year = await AnIssuedYear();
        var other = await portal.AnAccount();
        await portal.AnOffice(other.Id, year.Leader.Id);
        await year.Submit(portal, year.Leader);
        (await Count(year.Deputy.ClerkId, $"{year.Leader.Name} đã nộp")).ShouldBe(1);
        foreach (var leaders in new[] { year.Leader.ClerkId, year.Leader.HeadId, other.Id })
        {
            (await Count(leaders, "đã nộp")).ShouldBe(0);
        }

        var deputy = year.Acting(year.Deputy, Capacity.Head);
        await year.OnSheet(portal, year.Leader, deputy, (sheet, duty) => sheet.Appraise(deputy, Note, duty, []));
        (await Of(year.Leader.ClerkId, "đã được thẩm định")).ShouldHaveSingleItem().Link.ShouldContain("/cham-diem/", Case.Sensitive, "as the unit's own, not to appraise");
        await year.Submit(portal, year.Member);
        (await Count(other.Id, $"{year.Member.Name} đã nộp")).ShouldBe(1, "of others they are told");
    }

    [Fact]
    public async Task A4_Somebody_of_two_offices_is_told_as_their_unit_and_not_as_its_appraiser()
    {
        var year = await AnIssuedYear();
        await portal.AnOffice(year.Leader.ClerkId, year.Member.Id);
        await year.Submit(portal, year.Member);
        (await Count(year.Leader.ClerkId, "đã nộp")).ShouldBe(0, "nobody appraises an organization that their own office belongs to");
        (await Count(year.Leader.HeadId, "đã nộp")).ShouldBe(1);
    }

    [Fact]
    public async Task A_round_of_comments_is_told_to_the_members_and_the_link_leads_there()
    {
        var year = await ClusterYearInTest.Make(portal);
        await year.AConsultedPlan(portal);
        var notice = (await Of(year.Member.ClerkId, "Lấy ý kiến")).ShouldHaveSingleItem();
        notice.Title.ShouldContain("31/12/2035");
        (await Count(year.Leader.HeadId, "Lấy ý kiến")).ShouldBe(0);
        (await year.ClerkOf(year.Member).GetAsync(notice.Link)).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_answer_to_an_objection_is_told_as_such()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        var leader = year.Acting(year.Leader, Capacity.Clerk);
        await year.OnSheet(portal, year.Member, leader, (sheet, duty) => sheet.Appraise(leader, Note, duty, []));
        await year.SheetsAre(portal, ScoreSheetState.Objected, year.Member);
        await year.OnSheet(portal, year.Member, leader, (sheet, duty) => sheet.Appraise(leader, new(ClusterYearInTest.Now, "Giữ nguyên điểm"), duty, []));
        (await Of(year.Member.ClerkId, "đã được trả lời")).ShouldHaveSingleItem().Detail.ShouldBe("Giữ nguyên điểm");
        (await Count(year.Member.ClerkId, "đã được thẩm định")).ShouldBe(1, "the first time only");
    }

    [Fact]
    public async Task The_bar_counts_what_is_unread_and_opening_reads_it_in_the_office_that_it_concerns()
    {
        var year = await AnIssuedYear();
        await year.Submit(portal, year.Member);
        await Return(year, year.Member, year.Acting(year.Leader, Capacity.Clerk));
        var clerk = year.ClerkOf(year.Member);
        var unread = await Unread(clerk);
        unread.ShouldBeGreaterThan(0);

        var page = await clerk.See(Page);
        var row = page.QuerySelectorAll(".notices tbody tr").First(one => one.TextContent.Contains("được trả lại"));
        row.TextContent.ShouldContain("Bổ sung minh chứng mục II.1");
        var answer = await clerk.Submit(page.Forms.Single(form => row.Contains(form) && form.Action.EndsWith("/mo", StringComparison.Ordinal)));
        answer.Headers.Location!.OriginalString.ShouldStartWith($"{year.Url}/cham-diem/");
        (await clerk.GetAsync(answer.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Unread(clerk)).ShouldBe(unread - 1);

        var done = await clerk.Follow(await clerk.Submit((await clerk.See(Page)).FormTo("/da-doc-het")));
        done.QuerySelector(".top-bar .unread").ShouldBeNull();
        (await clerk.See(Page + "?chua-doc=true")).Body!.TextContent.ShouldContain("Không có thông báo nào chưa đọc");

        static async Task<int> Unread(HttpClient client) =>
            (await client.See("/")).QuerySelector(".top-bar .unread") is { } badge ? int.Parse(badge.FirstChild!.TextContent, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    [Fact]
    public async Task Opening_a_notification_of_another_office_switches_to_it()
    {
        var year = await AnIssuedYear();
        var account = await portal.AnAccount();
        var first = await portal.AnOffice(account.Id, (await year.AUnit("Đơn vị khác")).Id);
        var second = await portal.AnOffice(account.Id, year.Member.Id);
        await year.Submit(portal, year.Member);
        await Return(year, year.Member, year.Acting(year.Leader, Capacity.Clerk));
        var person = portal.As(account.Id, first);
        var page = await person.See(Page);
        var row = page.QuerySelector(".notices tbody tr")!;
        row.TextContent.ShouldContain(year.Member.Name);
        var answer = await person.Submit(page.Forms.First(form => row.Contains(form)));
        answer.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith($"{Access.EnterPortal.OfficeCookie}={second}", StringComparison.Ordinal));
        (await portal.As(account.Id, second).GetAsync(answer.Headers.Location)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_left_the_office_sees_no_notification_of_it_any_more_and_nobody_opens_those_of_others()
    {
        var year = await AnIssuedYear();
        var account = await portal.AnAccount();
        var office = await portal.AnOffice(account.Id, year.Member.Id);
        await year.Submit(portal, year.Member);
        await Return(year, year.Member, year.Acting(year.Leader, Capacity.Clerk));
        var person = portal.As(account.Id);
        var own = await person.See(Page);
        own.QuerySelectorAll(".notices tbody tr").Length.ShouldBeGreaterThan(0);

        var foreign = (await Of(year.Member.ClerkId, "được trả lại"))[0].Id;
        var form = own.FormTo("/mo");
        form.Action = form.Action.Replace($"/{new Uri(form.Action).Segments[2].TrimEnd('/')}/", $"/{foreign}/", StringComparison.Ordinal);
        (await person.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await portal.EndOffice(office);
        var after = await person.See(Page);
        after.QuerySelectorAll(".notices tbody tr").ShouldBeEmpty();
        after.QuerySelector(".top-bar .unread").ShouldBeNull();
    }

    [Fact]
    public async Task Many_notifications_are_paged()
    {
        var account = await portal.AnAccount();
        var office = await portal.AnOffice(account.Id, (await (await ClusterYearInTest.Make(portal, units: 1)).AUnit("Đơn vị")).Id);
        await portal.WithDb(db =>
        {
            db.AddRange(Enumerable.Range(1, 45).Select(number => new Notification(account.Id, office, new($"Thông báo số {number:00}", null, null, "/"), DateTime.UtcNow.AddMinutes(number))));
            return db.SaveChangesAsync();
        });
        var person = portal.As(account.Id);
        var page = await person.See(Page + "?trang=3");
        page.QuerySelectorAll(".notices tbody tr").Select(row => row.QuerySelector("strong")!.TextContent).ShouldBe(["Thông báo số 05", "Thông báo số 04", "Thông báo số 03", "Thông báo số 02", "Thông báo số 01"]);
        (await Authorities.StatementCounter.Of(portal, account.Id, Page)).ShouldBeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task One_says_where_ones_mail_goes_and_which()
    {
        var account = await portal.AnAccount();
        var person = portal.As(account.Id);
        var form = (await person.See(Page + "/nhan-thu")).FormTo("/nhan-thu");
        var refused = await person.Submit(form, ("Email", "không phải thư"), ("Wish", "DigestOnly"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((IHtmlInputElement)(await refused.Html()).QuerySelector("#f-Email")!).Value.ShouldBe("không phải thư");
        (await person.Follow(await person.Submit(form, ("Email", "vanthu@don-vi.test"), ("Wish", "DigestOnly")))).Says().ShouldContain("Đã lưu");
        var user = await portal.WithDb(db => db.Users.AsNoTracking().SingleAsync(row => row.Id == account.Id));
        (user.Email, user.MailWish).ShouldBe(("vanthu@don-vi.test", Domain.Notifying.MailWish.DigestOnly));
        (await person.Submit(form, ("Email", "khac@don-vi.test"))).StatusCode.ShouldBe(HttpStatusCode.Conflict, "from a stale page");
    }
}
