using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.Domain.Access;
using ThiDua.Domain.Notifying;
using ThiDua.Domain.Reporting;
using ThiDua.Web.Data;
using ThiDua.Web.Notifications;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Fixture;
using ThiDua.Web.Tests.Reports;

namespace ThiDua.Web.Tests.Mail;

/// <summary>The job that reminds units of the reports that they owe.</summary>
public sealed class RemindersTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync() => _portal.InitializeAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    // A requirement due in so many days, everybody with a mailbox; the year's own tidings forgotten.
    private async Task<(ClusterYearInTest Year, int Id)> Due(int days, int units = 4, bool closesHard = false)
    {
        var year = await ClusterYearInTest.Make(_portal, units);
        var id = await year.ARequirement(_portal, $"đến hết ngày {ReportsInTest.Day(days)}", closesHard);
        await _portal.Mailboxes(MailWish.UrgentAndDigest, [.. year.Units.SelectMany(unit => new[] { unit.ClerkId, unit.HeadId })]);
        await Forget();
        return (year, id);
    }

    private async Task Forget()
    {
        await _portal.WithDb(db => db.Notifications.ExecuteDeleteAsync());
        await _portal.WithDb(db => db.OutboxMails.ExecuteDeleteAsync());
    }

    private Task<List<Notification>> Told(int userId) => _portal.WithDb(db => db.Notifications.AsNoTracking().Where(row => row.UserId == userId).OrderBy(row => row.Id).ToListAsync());

    private Task<List<OutboxMail>> Mails(int userId) => _portal.WithDb(db => db.OutboxMails.AsNoTracking().Where(row => row.UserId == userId).OrderBy(row => row.Id).ToListAsync());

    private Task<int> All() => _portal.WithDb(db => db.Notifications.CountAsync());

    [Fact]
    public async Task R1_Clerks_are_reminded_at_once_the_head_with_the_digest_the_leader_of_all_in_one_list()
    {
        var (year, id) = await Due(3);
        (await _portal.RemindOfDeadlines()).ShouldBe(8, "a clerk and a head of each unit");
        var notice = (await Told(year.Member.ClerkId)).ShouldHaveSingleItem();
        notice.Title.ShouldBe("Còn 3 ngày đến hạn nộp: Báo cáo sơ kết 6 tháng");
        notice.Link.ShouldBe(year.Report(id, year.Member));
        var mail = (await Mails(year.Member.ClerkId)).ShouldHaveSingleItem();
        mail.Text.ShouldContain($"https://cong.test{year.Report(id, year.Member)}");
        (await Told(year.Member.HeadId)).Count.ShouldBe(1);
        (await Mails(year.Member.HeadId)).ShouldBeEmpty("the digest of the day");

        var list = (await Told(year.Leader.ClerkId)).Single(row => row.Link.Contains("/tien-do", StringComparison.Ordinal));
        list.Title.ShouldBe("3 đơn vị chưa nộp Báo cáo sơ kết 6 tháng");
        list.Detail!.ShouldContain(year.Member.Name);
        list.Detail!.ShouldNotContain(year.Leader.Name);
        (await Mails(year.Leader.ClerkId)).ShouldHaveSingleItem("its own report and the list in one mail");
        (await _portal.WriteDigests()).ShouldBe(4);
        var page = await _portal.As(year.Member.ClerkId).See("/thong-bao");
        page.QuerySelector("textarea[readonly]")!.TextContent.ShouldContain($"https://cong.test{year.Report(id, year.Member)}");
    }

    [Fact]
    public async Task R1_Run_again_or_on_two_servers_at_once_each_reminder_is_given_once()
    {
        await Due(3, units: 8);
        var written = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => _portal.RemindOfDeadlines(peopleAtOnce: 3))));
        written.Sum().ShouldBe(16);
        (await All()).ShouldBe(17, "and the leader's list");
        (await _portal.RemindOfDeadlines()).ShouldBe(0);
        (await All()).ShouldBe(17);
        (await _portal.WithDb(db => db.OutboxMails.GroupBy(row => row.UserId).Select(rows => rows.Count()).ToListAsync())).ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task R1_Who_works_for_a_member_and_for_the_leader_is_reminded_once_in_each_office()
    {
        var (year, id) = await Due(3);
        await _portal.AnOffice(year.Member.ClerkId, year.Leader.Id);
        (await _portal.RemindOfDeadlines()).ShouldBe(8);
        (await Told(year.Member.ClerkId)).Select(notice => notice.Link).ShouldContain(year.Report(id, year.Member));
        (await Mails(year.Member.ClerkId)).ShouldHaveSingleItem();
        (await _portal.RemindOfDeadlines()).ShouldBe(0);
    }

    [Fact]
    public async Task R1_A_year_that_cannot_be_reminded_keeps_no_other_from_it()
    {
        var ((year, _), (other, _)) = (await Due(3), await Due(3));
#pragma warning disable EF1002 // a trigger takes no parameters; the id is a number
        await _portal.WithDb(db => db.Database.ExecuteSqlRawAsync($"CREATE TRIGGER \"CutOff\" BEFORE INSERT ON \"SentReminders\" WHEN NEW.\"ClusterYearId\" = {year.Id} BEGIN SELECT RAISE(ABORT, 'cut off'); END"));
#pragma warning restore EF1002
        await Should.ThrowAsync<DbUpdateException>(() => _portal.RemindOfDeadlines());
        (await Told(year.Member.ClerkId)).ShouldBeEmpty();
        (await Told(other.Member.ClerkId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task R1_Cut_off_midway_and_run_again_the_rest_is_reminded_and_nobody_twice()
    {
        var (year, _) = await Due(3, units: 6);
#pragma warning disable EF1002 // a trigger takes no parameters; the id is a number
        await _portal.WithDb(db => db.Database.ExecuteSqlRawAsync($"CREATE TRIGGER \"CutOff\" BEFORE INSERT ON \"SentReminders\" WHEN NEW.\"UserId\" = {year.Units[4].ClerkId} BEGIN SELECT RAISE(ABORT, 'cut off'); END"));
#pragma warning restore EF1002
        await Should.ThrowAsync<DbUpdateException>(() => _portal.RemindOfDeadlines(peopleAtOnce: 2));
        var before = await All();
        before.ShouldBeInRange(1, 12);
        await _portal.WithDb(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"CutOff\""));
        await _portal.RemindOfDeadlines();
        (await All()).ShouldBe(13);
        (await _portal.WithDb(db => db.Notifications.GroupBy(row => new { row.UserId, row.Link }).Select(rows => rows.Count()).ToListAsync())).ShouldAllBe(count => count == 1);
        (await _portal.WithDb(db => db.OutboxMails.CountAsync())).ShouldBe(6);
    }

    [Fact]
    public async Task R1_A_server_that_was_off_for_a_week_gives_one_reminder_and_a_clock_that_jumps_repeats_none()
    {
        var (year, _) = await Due(8);
        (await _portal.RemindOfDeadlines()).ShouldBe(0, "eight days are early");
        _portal.Clock.Advance(TimeSpan.FromDays(9));
        await _portal.RemindOfDeadlines();
        (await Told(year.Member.ClerkId)).ShouldHaveSingleItem().Title.ShouldStartWith("Quá hạn nộp 1 ngày");
        _portal.Clock.Advance(TimeSpan.FromDays(-4));
        (await _portal.RemindOfDeadlines()).ShouldBe(0, "an earlier step is past");
        _portal.Clock.Advance(TimeSpan.FromDays(34));
        await _portal.RemindOfDeadlines();
        (await _portal.RemindOfDeadlines()).ShouldBe(0);
        (await Told(year.Member.ClerkId)).Count.ShouldBe(2);
        _portal.Clock.Advance(TimeSpan.FromDays(-20));
        (await _portal.RemindOfDeadlines()).ShouldBe(0);
    }

    [Fact]
    public async Task R1_Who_has_submitted_is_reminded_of_nothing_and_stands_in_no_list()
    {
        var (year, id) = await Due(3);
        await year.AReport(_portal, id, year.Member);
        await year.AReport(_portal, id, year.Deputy, isSubmitted: false);
        await Forget();
        await _portal.RemindOfDeadlines();
        (await Told(year.Member.ClerkId)).ShouldBeEmpty();
        (await Told(year.Deputy.ClerkId)).ShouldHaveSingleItem().Detail!.ShouldContain("đang soạn");
        (await Told(year.Leader.ClerkId)).Single(row => row.Link.Contains("/tien-do", StringComparison.Ordinal)).Detail!.ShouldNotContain(year.Member.Name);
    }

    [Fact]
    public async Task R1_A_report_that_comes_while_reminders_are_written_gets_none()
    {
        var (year, id) = await Due(3);
        await using var scope = _portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal with { ClusterYearId = year.Id });
        var due = await scope.ServiceProvider.GetRequiredService<FindReminders>().Handle(year.Id, CancellationToken.None);
        await year.AReport(_portal, id, year.Member);
        await Forget();
        await Should.ThrowAsync<Overtaken>(() => scope.ServiceProvider.GetRequiredService<WriteReminders>().Write(due, year.Id, CancellationToken.None));
        (await All()).ShouldBe(0);
    }

    [Fact]
    public async Task D2_An_extension_moves_the_reminders_of_that_unit_alone()
    {
        var (year, id) = await Due(3);
        var leader = year.Acting(year.Leader, Capacity.Clerk);
        await _portal.WithDb(
            async db =>
            {
                var requirement = await db.ReportRequirements.Include(row => row.Extensions).SingleAsync(row => row.Id == id);
                requirement.Extend(leader, (year.Member.Id, year.Member.Name), DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7).AddDays(13)), new(DateTime.UtcNow, "Thiên tai"), year.Leader.Id);
                return await db.SaveChangesAsync();
            },
            leader);
        await Forget();
        await _portal.RemindOfDeadlines();
        (await Told(year.Member.ClerkId)).ShouldBeEmpty();
        (await Told(year.Deputy.ClerkId)).Count.ShouldBe(1);
        _portal.Clock.Advance(TimeSpan.FromDays(6));
        await _portal.RemindOfDeadlines();
        (await Told(year.Member.ClerkId)).ShouldHaveSingleItem().Title.ShouldStartWith("Còn 7 ngày");
        (await Told(year.Deputy.ClerkId))[^1].Title.ShouldStartWith("Quá hạn nộp 3 ngày");
    }

    [Fact]
    public async Task R1_What_is_closed_withdrawn_or_of_a_year_that_is_over_reminds_nobody()
    {
        var (closed, _) = await Due(-2, closesHard: true);
        var (withdrawn, id) = await Due(3);
        var leader = withdrawn.Acting(withdrawn.Leader, Capacity.Clerk);
        await _portal.WithDb(
            async db =>
            {
                (await db.ReportRequirements.SingleAsync(row => row.Id == id)).Withdraw(leader, new(DateTime.UtcNow, "Lập lại"));
                return await db.SaveChangesAsync();
            },
            leader);
        var (over, _) = await Due(3);
        await _portal.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE \"ClusterYears\" SET \"Stage\" = 'Concluded' WHERE \"Id\" = {over.Id}"));
        await Forget();
        (await _portal.RemindOfDeadlines()).ShouldBe(0);
    }

    [Fact]
    public async Task K1_As_few_statements_find_forty_units_as_four()
    {
        var counts = new List<int>();
        foreach (var units in new[] { 4, 40 })
        {
            var (year, _) = await Due(3, units);
            var counter = new Reads();
            await using var counting = _portal.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(counter))));
            await using var scope = counting.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Enter(Actor.Portal with { ClusterYearId = year.Id });
            counter.Count = 0;
            (await scope.ServiceProvider.GetRequiredService<FindReminders>().Handle(year.Id, CancellationToken.None)).Count.ShouldBe((2 * units) + 1);
            counts.Add(counter.Count);
        }

        counts[1].ShouldBe(counts[0]);
        counts[1].ShouldBeLessThanOrEqualTo(10);
    }

    private sealed class Reads : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return ValueTask.FromResult(result);
        }
    }
}
