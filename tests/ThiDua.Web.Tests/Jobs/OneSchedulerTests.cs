using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ThiDua.Web.Data;
using ThiDua.Web.Tests.Audit;
using ThiDua.Web.Tests.Fixture;

namespace ThiDua.Web.Tests.Jobs;

public sealed class OneSchedulerTests
{
    // Another process on the same SQLite file.
    private sealed class Second(string database) : Portal
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ConnectionStrings:Portal", $"Data Source={database}");
            builder.UseSetting("Jobs:Enabled", "true");
        }
    }

    [Fact]
    public async Task R1_Of_two_servers_on_one_SQLite_file_one_schedules_and_a_run_asked_for_on_the_other_happens_once()
    {
        await using var first = new OwnPortal();
        await first.InitializeAsync();
        var running = await first.Scheduler();
        await using var second = new Second(Path.Combine(first.Folder, "portal.db"));
        await second.InitializeAsync();
        var waiting = await second.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await Task.Delay(1500);
        running.Status.ShouldBe(SchedulerStatus.Running);
        waiting.Status.ShouldBe(SchedulerStatus.Created);

        await waiting.TriggerJob(new JobKey("xoa-phien-cu"));
        await ScheduleTests.Until(() => first.WithDb(db => db.JobRuns.AnyAsync(run => run.Job == "xoa-phien-cu" && run.EndedAt != null)));
        (await first.WithDb(db => db.JobRuns.CountAsync(run => run.Job == "xoa-phien-cu"))).ShouldBe(1);
    }

    [Fact]
    public async Task R1_A_job_that_was_due_while_the_portal_was_off_is_done_once_when_it_is_on_again()
    {
        await using var off = new Portal();
        await off.InitializeAsync();
        await off.WithDb(db =>
        {
            var run = new JobRun("don-thu-cu", "test", DateTime.UtcNow.AddDays(-7));
            run.End(DateTime.UtcNow.AddDays(-7), null, null);
            db.Add(run);
            return db.SaveChangesAsync();
        });
        await using var on = new Second(Path.Combine(off.Folder, "portal.db"));
        await on.InitializeAsync();
        await on.Scheduler();
        await ScheduleTests.Until(() => off.WithDb(db => db.JobRuns.AnyAsync(run => run.Job == "don-thu-cu" && run.Server != "test" && run.EndedAt != null)));
        await Task.Delay(1000);
        (await off.WithDb(db => db.JobRuns.CountAsync(run => run.Job == "don-thu-cu"))).ShouldBe(1, "one run for a week, and of quiet ones only the last is kept");
        (await off.WithDb(db => db.JobRuns.AnyAsync(run => run.Job == "in-dau-chuoi"))).ShouldBeFalse("what never ran waits for its time");
    }
}
