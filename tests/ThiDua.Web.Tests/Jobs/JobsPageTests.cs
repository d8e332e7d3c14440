using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Accounts;
using ThiDua.Web.Tests.Audit;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Jobs;

public sealed class JobsPageTests(OwnPortal own, Portal shared) : IClassFixture<OwnPortal>
{
    private const string Page = "/quan-tri/cong-viec";

    [Fact]
    public async Task An_administrator_sees_each_job_with_its_times_and_has_one_run_now()
    {
        await own.Scheduler();
        var admin = own.As((await own.AnAccount(isAdministrator: true)).Id);
        var page = await admin.See(Page);
        page.QuerySelectorAll(".jobs tbody tr").Length.ShouldBe(Web.Jobs.Schedule.All.Count);
        var row = page.QuerySelectorAll(".jobs tbody tr").Single(one => one.TextContent.Contains("Kiểm tra tính toàn vẹn"));
        row.TextContent.ShouldContain("02:00");

        var form = page.Forms.Single(one => row.Contains(one));
        (await admin.Follow(await admin.Submit(form))).Says().ShouldContain("Đã yêu cầu chạy");
        await ScheduleTests.Until(async () => (await admin.See(Page)).Body!.TextContent.Contains("Dữ liệu toàn vẹn"));
    }

    [Fact]
    public async Task A_run_that_fails_says_why_and_can_be_tried_again()
    {
        await own.Scheduler();
        var admin = own.As((await own.AnAccount(isAdministrator: true)).Id);
        var form = await JobForm();
        await own.WithDb(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE OutboxMails RENAME TO Away"));
        await admin.Submit(form);
        await ScheduleTests.Until(() => own.WithDb(db => db.JobRuns.AnyAsync(run => run.Job == "don-thu-cu" && run.Failure != null)));
        await own.WithDb(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE Away RENAME TO OutboxMails"));

        (await admin.See(Page)).QuerySelectorAll(".failures tbody tr").ShouldContain(row => row.TextContent.Contains("OutboxMails"));
        form = await JobForm();
        form.TextContent.ShouldContain("Chạy lại");
        await admin.Submit(form);
        await ScheduleTests.Until(() => own.WithDb(db => db.JobRuns.AnyAsync(run => run.Job == "don-thu-cu" && run.EndedAt != null && run.Failure == null)));

        async Task<AngleSharp.Html.Dom.IHtmlFormElement> JobForm()
        {
            var shown = await admin.See(Page);
            return shown.Forms.Single(one => one.Closest("tr")?.TextContent.Contains("Xóa thư đã gửi") == true && one.Action.EndsWith("/chay", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_sent_again_when_the_administrator_asks_for_it()
    {
        var admin = shared.As((await shared.AnAccount(isAdministrator: true)).Id);
        var account = await shared.AnAccount();
        var id = await shared.WithDb(async db =>
        {
            var mail = new OutboxMail(account.Id, new($"u{account.Id}@don-vi.test", "Văn thư", "Thư hỏng", "", ""), DateTime.UtcNow);
            db.Add(mail);
            db.Entry(mail).Property(row => row.State).CurrentValue = MailState.Failed;
            await db.SaveChangesAsync();
            return mail.Id;
        });
        var page = await admin.See(Page);
        page.Body!.TextContent.ShouldContain("Các việc tự động đang tắt");
        var form = page.Forms.Single(one => one.Closest("tr")?.TextContent.Contains($"u{account.Id}@don-vi.test") == true);
        (await admin.Follow(await admin.Submit(form))).Says().ShouldContain("sẽ được gửi lại");
        (await shared.WithDb(db => db.OutboxMails.AsNoTracking().SingleAsync(row => row.Id == id))).State.ShouldBe(MailState.Waiting);
        (await admin.Submit(form)).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "it waits already");
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sees_it() =>
        (await shared.As((await shared.AnAccount()).Id).GetAsync(Page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
}
